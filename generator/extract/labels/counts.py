"""Labels of counts by what follows the number: the things counted and what they did."""

import re

from generator.extract.labels.deeds import deed_of, is_deed, label_by_deed, told_deed
from generator.extract.labels.parts import bare_unit
from generator.extract.labels.phrases import After, tidy, words_after
from generator.extract.labels.reach import reach_label
from generator.extract.labels.scene import LabelChoice, Scene, merge
from generator.extract.labels.things import is_countable, thing_after
from generator.extract.passage import NUMBER

_AMONG_THEM = re.compile(r"(?:其中|[中里](?:的|[，,])?)(?:仅|有|共|已|就|还|另|便)*$|其余$|[，,、](?:其中)?(?:另|已|还|仅)?有?$")
_METRIC_NOUN = re.compile(r"(?:值|额|率|量|收入|利润|税收|投资|成本|价格|占比)$")
_NO_MODIFIER = re.compile(
    r"^占|来自|高出|[、和及与的在为向对给，了“”从由将把让同就还也做要用居列]|^(?:园区|辖区|全区|园内|区内|其余|其他|另外|剩余|余下|首批|联合|携手|会同|组织|帮助|带动|当地|高新区|开发区|经开区|片区|全国|全球|全省|全市|世界|国内|海外|境外|力促|确保|力争|争取|促成|推动|推进|保障|保证)$"
)
_LIST = re.compile(r"(?:公布|发布|公示|揭晓|印发|下发|认定|通报)了?[^，,。；;]{0,4}?(?P<list>[^，,。；;了]{4,30}?(?:名单|榜单|目录))")
_TITLE = re.compile(
    r"《(?:\d{4}年?度?|中国|全国|全球|全省|胡润|最新)*(?P<kind>[一-龥“”]{2,12}?)(?:企业|园区|项目|产品)?(?:发展|成长|竞争力|综合实力|培育)*(?:报告|榜单?|排行榜|名单|名录)[^》]{0,6}》"
)
_YEAR = re.compile(r"^(?:的|最新|\d{4}年度?|(?:关于)?(?:第[一-龥\d]+批))*")
_MADE_UP = re.compile(r"(?P<what>[^，,。；;]{2,16}?)由$")
_LIMIT = re.compile("(?:以上|以下|以内|及以上|左右)?的(?=[一-龥])")
_LIMIT_STOP = re.compile(r"[，,。；;、：:！？的了和及与]")
_STANDING = re.compile("[一-龥]着$")  # 保税仓里|堆着
_STATE = re.compile("(?P<state>[在拟待续新][建研产售孵营校岗职投])的$")  # 在建的|38个项目: 在 is no preposition here
_NEAREST = 10  # letters between the count and the amount that says of what size: 产值超
_NEAR = 60  # characters from the list to those on it
_BEFORE_NTH = re.compile(r"([一-龥]{2})(?:了|出)?第$")
_PUT_IN = re.compile("投[了出](?:约|近|超|共|累计)*$")
_LINKED = re.compile(r"(?:[到至为达有超]|突破|超过)$")


def count_label(scene: Scene) -> LabelChoice | None:
    """261家科技型中小企业; 2家企业获立项; 新增10家企业."""
    kinds = scene.words.forms.list_class.match(scene.passage.text, scene.quantity.start) if scene.quantity.unit == "大" else None
    if kinds:
        kind, end = kinds["class"], kinds.end()
        return reach_label(scene, kind, end) or scene.choose(kind, "counted", scene.quantity.start, end, kind)
    limited = _limited(scene) or _made_up(scene)
    if limited is not None:
        return limited
    after = thing_after(scene)
    if after is None or not is_countable(scene):
        return None
    if scene.quantity.rule == "running-count" and after.noun:
        return _running(scene, after)
    among = _AMONG_THEM.search(scene.passage.text, scene.passage.sentence_of(scene.index).start, scene.quantity.head)
    if not after.noun or (among and (_METRIC_NOUN.search(after.noun) or is_deed(scene, after.noun))):
        return label_by_deed(scene, after)
    reached = reach_label(scene, after.noun, after.noun_end)
    if reached is not None:
        return reached
    for rule in (_on_list, _linked, _by_service, _by_owner, _by_deed):
        choice = rule(scene, after)
        if choice is not None:
            return choice
    return None


def _made_up(scene: Scene) -> LabelChoice | None:
    """科研团队由27人组成: the team's own number."""
    found = _MADE_UP.search(scene.passage.text, scene.clause_start, scene.quantity.head)
    if found is None or not scene.passage.text.startswith(("组成", "构成"), scene.quantity.tail):
        return None
    name = tidy(found["what"]).rpartition("的")[2]
    people = bare_unit(scene.quantity.unit) in {"人", "名", "位"}
    return scene.choose(f"{name}人数" if people else name, "counted", found.start(), scene.quantity.tail + 2, name) if name else None


def _limited(scene: Scene) -> LabelChoice | None:
    """87家产值超5亿元的企业, 12条2000升的生产线: the things of that size; None where no amount with 的 stands between."""
    following = scene.passage.quantities[scene.index + 1 : scene.index + 2]
    if not following or not is_countable(scene) or following[0].head - scene.quantity.tail > _NEAREST:
        return None
    end = following[0].tail
    found = _LIMIT.match(scene.passage.text, end)
    own = scene.passage.text[scene.quantity.tail : following[0].head]
    if found is None or _LIMIT_STOP.search(own) or scene.words.leading_verb.search(own, 2):
        return None
    after = words_after(scene.passage.blanked, found.end(), scene.words)
    if after is None or not after.noun.endswith(scene.words.heads) or not scene.passage.text.startswith(after.noun, found.end()):
        return None
    noun_end = found.end() + len(after.noun)
    verb = _verb_just_before(scene)
    verb = "" if verb in scene.words.light else verb
    name = verb + tidy(scene.passage.text[scene.quantity.tail : noun_end])
    return scene.choose(name, "counted", _verb_start(scene, verb), noun_end, after.noun)


def _running(scene: Scene, after: After) -> LabelChoice:
    """第1000万片电池下线, 完成第1万双样鞋: so many by now, by the deed."""
    verb = _BEFORE_NTH.search(scene.passage.text, scene.clause_start, scene.quantity.start)
    deed = deed_of(after.verb_phrase, after.noun) or (
        f"累计{verb[1]}" if verb and verb[1] in scene.words.content | scene.words.light else ""
    )
    return scene.choose(f"{deed}{after.noun}", "counted", scene.quantity.start, after.end, after.noun)


def _on_list(scene: Scene, after: After) -> LabelChoice | None:
    """公布2024年度瞪羚企业名单，14家企业入选: the firms on that list; 《独角兽企业发展报告》显示，14家企业上榜: those of that kind."""
    deed = scene.words.forms.listed_deed.fullmatch(after.verb_phrase)
    if deed is None:
        return None
    near, text = max(0, scene.quantity.head - _NEAR), scene.passage.text[: scene.quantity.head]
    told, title = list(_LIST.finditer(text)), list(_TITLE.finditer(text, near))
    if told and told[-1].end() >= near:
        name = f"{deed[0]}{_YEAR.sub('', tidy(told[-1]['list']))}的{after.noun}"
        return scene.choose(name, "counted-listed", scene.quantity.start, after.end, after.noun)
    if not title or after.noun not in scene.words.generic:
        return None
    name = f"{deed[0]}{title[-1]['kind']}{after.noun}"
    return scene.choose(name, "counted-listed", scene.quantity.start, after.end, name)


def _linked(scene: Scene, after: After) -> LabelChoice | None:
    """“高效办成一件事”扩展到88个事项: the matters of what stands before."""
    before = scene.before
    if (
        before is None
        or len(tidy(before.noun)) < 3
        or len(after.noun) > 2
        or not scene.passage.text.startswith(after.noun, scene.quantity.tail)
        or not _LINKED.search(scene.plain(scene.start, scene.quantity.start))
    ):
        return None
    return scene.choose(merge(tidy(before.noun), after.noun), "counted-of", before.start, after.noun_end, after.noun)


def _by_service(scene: Scene, after: After) -> LabelChoice | None:
    served = _served(scene)
    return scene.choose(f"{served}的{after.noun}", "counted-served", scene.quantity.start, after.noun_end, after.noun) if served else None


def _by_owner(scene: Scene, after: After) -> LabelChoice | None:
    owned = _STANDING.sub("", _modifier(scene) or _adjacent(scene))
    start = scene.before.start if scene.before else scene.quantity.start
    return scene.choose(f"{owned}{after.noun}", "counted-owned", start, after.noun_end, after.noun) if owned else None


def _by_deed(scene: Scene, after: After) -> LabelChoice | None:
    """What the counted did goes before the noun, else the verb before the number."""
    deed = told_deed(scene, after)
    if deed:
        return scene.choose(f"{deed}{after.noun}", "counted", scene.quantity.start, after.end, after.noun)
    before = scene.before
    verb = before.verb if before and not tidy(before.noun) else _verb_just_before(scene) or _verb_of_list(scene)
    verb = "" if verb in scene.words.light else verb
    return scene.choose(f"{verb}{after.noun}", "counted", _verb_start(scene, verb), after.noun_end, after.noun)


def _modifier(scene: Scene) -> str:
    """新投用的4条产线: 新投用; 整车厂所需的1.6万个零部件: 整车厂所需."""
    state = _STATE.search(scene.passage.text, scene.clause_start, scene.quantity.head)
    if state:
        return state["state"]
    before = scene.before
    if before is None or not scene.plain(scene.start, scene.quantity.head).endswith("的"):
        return ""
    words = tidy(before.text)
    if scene.words.forms.reach_noun.fullmatch(words):
        return ""  # 32个国家和地区的1280家: the places are told by their own number
    return words if 2 <= len(words) <= 12 and not re.search(r"居|位列|排名|排在|^在", words) else ""


def _adjacent(scene: Scene) -> str:
    """一期浮法玻璃两条生产线: a noun right before the number belongs to the noun after it."""
    before = scene.before
    if before is None or before.verb or before.subject or before.end != scene.quantity.head or scene.quantity.unit == "大":
        return ""
    noun = tidy(before.noun)
    first = not scene.index or scene.passage.quantities[scene.index - 1].start < scene.clause_start
    plain = 2 <= len(noun) <= 8 and not _NO_MODIFIER.search(noun) and scene.start == scene.clause_start and first
    return noun if plain and not scene.passage.text[scene.quantity.tail :].startswith("的") else ""


def _verb_of_list(scene: Scene) -> str:
    """走访30家企业和12家高校: the verb before the list is every member's."""
    base = scene.base
    if base is None or scene.start == scene.clause_start or base.rule != "counted" or not base.text.endswith(base.noun):
        return ""
    verb = base.text.removesuffix(base.noun)
    return verb if verb in scene.words.content else ""


def _served(scene: Scene) -> str:
    """为334家用人单位超3800名人才发放政策补贴资金: what is done for the counted, if another number stands between."""
    after, text = scene.after, scene.passage.blanked
    zone = text[scene.clause_start : scene.quantity.head]
    if after is None or after.verb_phrase or not re.search(r"(?:为|向|给|对)[^，,。；;为向给对]{0,24}$", zone):
        return ""
    for match in scene.words.leading_verb.finditer(text, after.noun_end, scene.end):
        rest = re.match(rf"[^，,。；;、{NUMBER}]*", text[match.start() : scene.end])
        if NUMBER in text[after.noun_end : match.start()] and rest:
            return tidy(rest[0])
    return ""


def _verb_just_before(scene: Scene) -> str:
    """The verb that ends right before the number (走访|30家企业), if it says more than that there are some."""
    zone = scene.plain(scene.start, scene.quantity.head)
    if _PUT_IN.search(zone):
        return "投资"
    found = re.search(r"([一-龥]{2,5}?)(?:了|出|起)?(?:约|近|超|共|累计)?$", zone)
    for size in (5, 4, 3, 2):
        word = re.sub(r"(?:了|出|起)?$", "", zone)[-size:]
        if found and len(word) == size and word in scene.words.content:
            return word
    return ""


def _verb_start(scene: Scene, verb: str) -> int:
    """Where the verb before the number begins, 了 and words of degree between them; the number itself where it has none."""
    at = scene.passage.text.rfind("投" if verb == "投资" else verb, scene.clause_start, scene.quantity.start) if verb else -1
    return at if at >= 0 else scene.quantity.start
