"""Shares whose whole stands before and whose part stands after the number: 全市15.2%的地区生产总值."""

import re

from generator.extract.labels.part_and_whole import is_kind
from generator.extract.labels.parts import without_turn
from generator.extract.labels.phrases import After, tidy, words_after
from generator.extract.labels.rates import RATIO
from generator.extract.labels.scene import LabelChoice, Scene, merge
from generator.extract.labels.share_of_whole import DEGREES, OF_WHOLE
from generator.extract.tokens import MentionKind
from generator.model.claim import Kind

_MAKES = re.compile(r"(?:创造|贡献|产出|实现|集聚|聚集|汇聚|完成|承载|支撑|撑起|生产|吸引|养活|产生|孕育|诞生|供给)[了出起着]")
_PLACED = re.compile(r"(?:都|均|就|也|全)*(?:在|集聚|集中|来自|落户|位于|出自|汇聚)")
_WHOLE_TOLD = re.compile(r"占(?P<whole>[^占]{2,})比重$")
_MADE = re.compile(r"(?:创造|贡献|产出|实现|完成|集聚|聚集|产生|撑起)[了出]?(?:约|近|超过?|逾)*$")
_DID = re.compile(
    r"(?:来自|出自|产自|源自|投向|流向|用于|毕业于|设立|建立|建成|完成|实现|通过|开展|拥有|配备|接入|应用|采用|参与|加入|获得|用上|离不开)了?[^了的]{2,}"
)
_GIVER = re.compile(r"(?P<who>[^，,。；;\d]{2,12}?)(?:却|也|就|则|又|还|共)*(?:贡献|创造|实现|产出|上缴|提供|撑起|吸纳)了?")
_OF_ALL = re.compile("(?<=[一-龥]{2})全[市省区县园]$")  # 铺满全区六成厂房
_SHARES = frozenset({"份额", "市场份额", "占比", "比重", "比例"})
_SHORTEST, _LONGEST_DEED = 2, 12
_CAME = re.compile("(?:来自|出自|产自|源自|销往|发往|运往|投向|流向|用于).")
_BOUND = re.compile("目标|容错线|红线|底线|上限|下限|门槛|警戒线|标准|要求|水平")  # 离95%的|目标还差2个百分点
_MEETS = re.compile(r"满足了?(?P<whose>[^，,。；;\d]{0,10}?)(?:约|近|超过?|逾)*$")
_DONE = re.compile(r"(?<=[一-龥]{2})了")


def whole_before(scene: Scene) -> LabelChoice | None:
    """全市15.2%的地区生产总值; 近80%的全国重点实验室."""
    after = scene.after
    if after is None or not after.noun:
        return None
    if not after.attribute and not _OF_ALL.search(scene.passage.text, scene.start, scene.quantity.head):
        return _moved(scene)
    if scene.before is not None and RATIO.search(tidy(scene.before.noun)):
        return None
    if after.noun in _SHARES:
        return _share_of_market(scene, after)
    told = _bound(scene, after) or _met(scene, after)
    if told is not None:
        return told
    whole = _whole_of(scene)
    given = _MADE.fullmatch(after.verb_phrase) or len(after.verb_phrase) > _LONGEST_DEED
    deed = "" if given else after.verb_phrase + _object(scene, after.end)
    did = _DID.fullmatch(deed)
    if did and not _MAKES.search(after.noun) and after.noun.endswith(scene.words.heads):
        name = f"{_DONE.sub('', deed, count=1)}的{after.noun}占比"
        return scene.choose(name, "share-whole-first", scene.quantity.head, after.end, after.noun)
    made = _MAKES.search(after.noun)
    noun, deed = (
        (after.noun[: made.start()], "")
        if made and made.start() >= 2
        else (after.noun, "" if _MAKES.match(deed) or _PLACED.match(deed) else deed)
    )
    noun = f"{_giver(scene) if whole else ''}{noun}"
    name = f"{noun}{deed}占{whole}比重" if whole else f"{noun}{deed}占比"
    return scene.choose(name, "share-whole-first", scene.quantity.head, after.noun_end, noun)


def _bound(scene: Scene, after: After) -> LabelChoice | None:
    """锂回收率提至93%，离95%的目标还差2个百分点: the bound of the rate told last."""
    bound, base = _BOUND.match(after.noun), scene.base
    if bound is None or base is None or base.kind is not Kind.SHARE:
        return None
    name = without_turn(base.text) + ("" if bound[0] == "水平" else bound[0])
    return scene.choose(name, "share-bound", base.start, scene.quantity.tail + 1 + bound.end(), name)


def _met(scene: Scene, after: After) -> LabelChoice | None:
    """年发电量1.9亿千瓦时，可满足区内企业14%的用电需求: of their need."""
    found, base = _MEETS.search(scene.passage.text, scene.clause_start, scene.quantity.start), scene.base
    if found is None or base is None or base.kind is not Kind.LEVEL or not after.noun.endswith(("需求", "用量", "用电量")):
        return None
    return scene.choose(f"{base.text}占{tidy(found['whose'])}{after.noun}比重", "share", base.start, after.noun_end, base.noun)


def _object(scene: Scene, end: int) -> str:
    """煤化工企业 of 送往|3公里外的煤化工企业: what the deed goes on with behind the next number."""
    following = scene.passage.quantities[scene.index + 1 : scene.index + 2]
    if not following or following[0].head != end:
        return ""
    other = words_after(scene.passage.blanked, following[0].tail, scene.words)
    return other.noun if other is not None and other.noun.endswith(scene.words.heads) else ""


def _share_of_market(scene: Scene, after: After) -> LabelChoice | None:
    """拿下了国内医用市场13%的份额: the market's share."""
    phrase = scene.before
    name = tidy(phrase.noun) if phrase else ""
    if phrase is None or len(name) < _SHORTEST:
        return None
    return scene.choose(merge(name, after.noun), "share-whole-first", phrase.start, after.noun_end, after.noun)


def _giver(scene: Scene) -> str:
    """外资企业 in 外资企业贡献了全区六成的税收、七成的工业产值; nothing for a name, which is the subject already."""
    found = _GIVER.match(scene.passage.text, scene.clause_start, scene.quantity.start)
    return found["who"] if found and is_kind(scene, found["who"]) else ""


def _whole_of(scene: Scene) -> str:
    zone = scene.passage.text[scene.start : scene.quantity.head]
    part_of = OF_WHOLE.search(DEGREES.sub("", scene.passage.text[: scene.quantity.start]), scene.start)
    if part_of and tidy(part_of["whole"]):
        return tidy(part_of["whole"])
    found = re.search(r"(?:全[市省国区县州球]|我国|世界|行业|国内)(?P<peers>[一-龥]{0,8}?)的?$", zone)
    if found and (not found["peers"] or scene.words.forms.peers.search(found["peers"])):
        return tidy(found[0])
    for mention in scene.passage.mentions:
        near = scene.start <= mention.start and mention.end <= scene.quantity.head
        if (
            near
            and mention.kind in {MentionKind.PLACE, MentionKind.PARK}
            and not scene.passage.text[mention.end : scene.quantity.head].strip("的")
        ):
            return mention.text
    previous = scene.base
    told = _WHOLE_TOLD.search(previous.text) if previous is not None and previous.rule == "share-whole-first" else None
    if told is not None and (scene.start > scene.clause_start or _MADE.search(zone)):
        return told["whole"]
    following = re.search(
        r"(?:创造|贡献|实现|产出|完成|产生)了?(?P<whole>全[市省国区县]|[一-龥]{2,4}[省市县])[^，,。；;]{0,4}[\d一二三四五六七八九十]",
        scene.passage.text[scene.quantity.end : scene.quantity.end + 30],
    )
    return following["whole"] if following else ""


def _moved(scene: Scene) -> LabelChoice | None:
    """90%以上移动智能终端产品一级零部件实现了区内配套生产."""
    after = scene.after
    own = scene.before
    if after is None or (own is not None and len(tidy(own.noun)) >= 2) or after.noun in {"可", "能"}:
        return None
    came = _CAME.match(after.verb_phrase)
    name = f"{after.verb_phrase}的{after.noun}占比" if came else f"{after.noun}{after.verb_phrase}占比"
    return scene.choose(name, "share-after", scene.quantity.start, after.end, after.noun)


__all__ = ["whole_before"]
