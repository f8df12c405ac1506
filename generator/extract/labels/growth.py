"""Labels of growth and fall: the metric before the verb, the one told last, or one held against another."""

import re
from dataclasses import replace

from generator.extract.labels.compared import THEN, compared_label, sized
from generator.extract.labels.growth_lists import PLACE_NAME, branch_grown, listed_grown, member_grown, pointed_grown
from generator.extract.labels.growth_shares import SHARE_END, pointed_rate, pulled, share_grown
from generator.extract.labels.part_and_whole import share_within
from generator.extract.labels.parts import fallen, without_turn
from generator.extract.labels.phrases import phrase_before, tidy
from generator.extract.labels.references import TIMES, referred_label
from generator.extract.labels.scene import LabelChoice, Scene, merge
from generator.extract.labels.told import told_topic
from generator.model.claim import Kind

_OF_TIMES = re.compile(r"(?:是|为|相当于|恢复[到至]?|[抵顶够]得[上过]|达到?)[^，,。；;]{0,16}的?$")
_BASIS = re.compile(r"基础上?$|^(?:与|和|同|跟|比|较)$")
_AGAINST_OTHER = re.compile(r"^[比较](?!例|重|赛)(?P<whom>.{2,})")
_PACE = re.compile(
    r"^(?:同比|环比|年均|年平均|累计|平均|名义|实际|总体|其|且|而|但|不过|只是)*(?P<pace>增速|增幅|降幅|涨幅|跌幅|减幅|(?:压减|压缩|精简|缩短|缩减|削减|减少|降低|下降|节约|节省|提升|提高|增长)(?:率|幅度|比例))(?!中位|平均|均值)"
)
_AIM = re.compile(r"(?:增长|增速|增幅)(?:的?(?:预期|年度|全年))?目标$")
_LEANS_ON = re.compile(r"(?:随之|却|则|就|也|还|又|便|更是?|再|相应|普遍|大幅|显著|明显|逐[月季年]|有所)+$")
_HALVED = re.compile("减半")
_AT_PRICES = re.compile(r"按?(?:可比|不变|现行|同|统一)(?:价格?|口径|范围)(?:计算|核算)?$")  # 按可比价计算，同比增长7.8%
_THAN_BEFORE = re.compile(r"(?<=[一-龥]{2})(?<![同可环对占相类性])[比较](?!例|重|赛)([^比较]{2,12})$")  # 人均产出|比改造前
_OF_PLACE = re.compile("占(?:全[国省市区县球州]|[一-龥]{2,4}[省市区县州])")
_DOER = re.compile("^[^将把]{2,12}(?:(?<!即)将(?![近来士军])|把(?![握关控脉]))(?=[一-龥]{2})")  # 公共平台将|流片成本降低30%
_FREE = re.compile(r"(?P<what>[^，,。；;：:]{2,20}?)(?:全免|全部免[除收]|免[收除交缴]|免费)[，,]")
_FIRST_YEARS = re.compile(r"(?:首|头|前|第)?[一二两三四五六\d]?(?:个)?年|头[一二两三]个?月")
_GREW = re.compile(r"增长(?:了|约|近|超过?|达到?)*$")
_LENDS = frozenset({"difference", "streak", "scale", "duration"})
_HELD = re.compile(r"与[^与]+之比$|相当于.+比重$")
_SHORTER = re.compile("降幅|减幅|压减|压缩|精简|缩短|缩减|削减|减少|降低|下降|节约|节省")
_MOVED = re.compile("(收窄|缩小|扩大|回落|放缓|趋缓|加快|加深)了?$")
_PACE_END = re.compile(r"(?:增速|增幅|降幅|涨幅|跌幅|减幅)$")
_SHARE_WORD = re.compile(r"(?:占比|比重|比例|份额)")
_OF_OWN = frozenset({Kind.LEVEL, Kind.SHARE})
_GROWN = frozenset({"growth", "growth-of-last", "growth-listed"})
_AIMED = re.compile("(?:增速|增幅|降幅)?(?:预期|年度|全年)?(?:目标)?(?:分别)?$")
_NO_NAME = re.compile(r"(?:同[日月季周]|分别|依次|年均|保持|正|实现|增长)*")


def growth_label(scene: Scene) -> LabelChoice | None:
    """增长5.8%: the metric before the verb, else the one told just before; falls say so (能源成本降幅)."""
    quantity = scene.quantity
    if quantity.kind is not Kind.GROWTH:
        return None
    blanked = scene.passage.blanked
    listed = (
        pointed_grown(scene)
        or referred_label(scene)
        or member_grown(scene, scene.clause_start)
        or listed_grown(scene)
        or member_grown(scene, 0)
    )
    if listed is not None:
        return listed
    share = compared_label(scene) or pointed_rate(scene) or pulled(scene) or share_grown(scene)
    if share is not None:
        return share
    fall = scene.words.fall_end.search(blanked[scene.clause_start : quantity.head])
    rise = scene.words.growth_end.search(blanked[scene.clause_start : quantity.head])
    halved = _HALVED.match(scene.passage.text, quantity.start)
    verb = fall or rise or _OF_TIMES.search(blanked[scene.clause_start : quantity.head])
    end = scene.clause_start + (verb.start() if verb else quantity.head - scene.clause_start)
    phrase = phrase_before(blanked, scene.start, end, scene.words) if end > scene.start else None
    suffix = "降幅" if fall or halved else ""
    after = scene.after
    free = _free_before(scene) if halved else None
    if free is not None:
        return free
    if after and after.noun and not after.attribute and (rise or fall):
        return scene.choose(fallen(after.noun, suffix), "growth-after", quantity.start, after.noun_end, after.noun)
    if quantity.unit == "位":
        return _moved_places(scene)
    if phrase is not None and len(tidy(phrase.text)) >= 2 and not TIMES.match(phrase.noun) and not _BASIS.search(phrase.noun):
        return _own_metric(scene, phrase.text if phrase.verb else phrase.noun, phrase.start, suffix)
    return _leaning_growth(scene, suffix)


def _free_before(scene: Scene) -> LabelChoice | None:
    """租金前两年全免，第三年减半: what was free of charge before."""
    found = _FREE.search(scene.passage.text, scene.passage.sentence_of(scene.index).start, scene.clause_start)
    name = _FIRST_YEARS.sub("", tidy(found["what"])) if found else ""
    return scene.choose(f"{name}降幅", "growth", found.start("what"), scene.quantity.end, name) if found and len(name) > 1 else None


def _moved_places(scene: Scene) -> LabelChoice | None:
    """比上年前移1位: in the ranking told of before."""
    name, start = scene.scope, scene.clause_start
    for at in scene.passage.before_in_sentence(scene.index):
        choice = scene.earlier[at]
        if choice is not None and choice.kind is Kind.RANK:
            name, start = without_turn(choice.text).removesuffix("排名") if len(choice.text) > 6 else choice.text, choice.start
            break
    return scene.choose(f"{name}位次变化", "moved-places", start, scene.quantity.end, name) if name else None


def _own_metric(scene: Scene, words: str, start: int, suffix: str) -> LabelChoice | None:
    name = re.sub(r"(?:近|过去)?[一二三四五六七八九十两\d]+年(?:来|间)?$|(?:保持|维持|实现|达到|取得|呈现)了?$", "", tidy(words))
    name = _DOER.sub("", name)
    name = _AT_PRICES.sub("", re.sub(r"(?<=[金费税款租])[头前首第]$", "", name))
    if len(name) < 2 or _NO_NAME.fullmatch(name) or (PLACE_NAME.search(name) and scene.base is not None):
        return _leaning_growth(scene, suffix)
    before = _THAN_BEFORE.search(name)
    name = name[: before.start()] if before and THEN.search(before[1]) else name
    other = _AGAINST_OTHER.match(name)
    if other:
        told = next(
            (one for at in scene.passage.before_in_sentence(scene.index) if (one := scene.earlier[at]) and one.kind in _OF_OWN), None
        )
        if told is None:
            return None
        name = merge(without_turn(told.text), "" if TIMES.match(other["whom"]) else name)
    name = sized(_LEANS_ON.sub("", name), scene.passage.text[: scene.quantity.head])
    name += "比" if name.endswith("占") else ""  # 二产占比|较上年, cut as 比较
    name = _AIM.sub("", name) if len(_AIM.sub("", name)) > 1 else name
    pace = _PACE.match(name)
    base = _told(scene, shorter=bool(suffix or (pace and _SHORTER.match(pace["pace"]))))
    again = _grown_before(scene, suffix) if pace and pace.end() == len(name) and base is None else None
    if again is not None:
        return again
    if pace and base is not None:
        noun = _PACE_END.sub("", without_turn(base.noun))
        return scene.choose(merge(noun, _moved_pace(scene, pace["pace"], suffix)), "growth", start, scene.quantity.end, noun)
    if name in scene.words.dependents and base is not None:
        name = without_turn(base.text) if base.kind is Kind.SHARE and _SHARE_WORD.fullmatch(name) else merge(base.noun, name)
    name = share_within(scene, name) or branch_grown(scene, name)
    return scene.choose(fallen(name, suffix), "growth", start, scene.quantity.end, name)


def _moved_pace(scene: Scene, pace: str, suffix: str) -> str:
    """降幅收窄 of 降幅较1—2月收窄4.3个百分点, 增速降幅 of 增速回落0.3个百分点: a pace that itself went up or down."""
    moved = _MOVED.search(scene.passage.text[: scene.quantity.head])
    if moved is None or not scene.quantity.unit.startswith("个"):
        return pace
    if pace.endswith(("降幅", "跌幅", "减幅")):
        return pace + moved[1]
    return f"{pace}降幅" if suffix else pace


def _leaning_growth(scene: Scene, suffix: str) -> LabelChoice | None:
    base = _told(scene, shorter=bool(suffix))
    if base is None or _measured_between(scene, base):
        return _of_topic(scene, suffix)
    amount = _amount_of(scene, base)
    if amount is not None:
        return scene.choose(fallen(amount.text, suffix), "growth-of-last", amount.start, scene.quantity.end, amount.text)
    name = _HELD.sub("", without_turn(base.noun if base.kind is Kind.GROWTH else base.text))
    if base.kind is Kind.GROWTH and base.rule != "compared" and scene.quantity.unit == "个百分点":
        pace = _moved_pace(scene, "降幅" if base.text.endswith("降幅") else "增速", suffix)
        return scene.choose(name + pace.removesuffix("增速"), "growth-of-last", base.start, scene.quantity.end, name)
    if base.kind is Kind.SHARE and not scene.quantity.unit.startswith("个") and _GREW.search(scene.passage.text[: scene.quantity.head]):
        name = SHARE_END.sub("", name) or name
    return scene.choose(fallen(name, suffix), "growth-of-last", base.start, scene.quantity.end, name)


def _measured_between(scene: Scene, base: LabelChoice) -> bool:
    """进出口总值2147亿元，保税维修业务进出口却逆势上扬，增幅达22.6%: the clause right before names what grew, after what was told."""
    topic = told_topic(scene)
    return topic is not None and topic.measure and topic.start > base.end and scene.start == scene.clause_start


def _amount_of(scene: Scene, share: LabelChoice) -> LabelChoice | None:
    """产业规模突破6000亿元，占全市工业的近三成，较2018年翻番: the amount whose share was told between; points are the share's own."""
    if share.kind is not Kind.SHARE or scene.quantity.unit == "个百分点" or not _OF_PLACE.search(share.text):
        return None
    told = (scene.earlier[at] for at in scene.passage.before_in_sentence(scene.index))
    return next((one for one in told if one and one.kind is Kind.LEVEL and share.text.startswith(f"{one.text}占")), None)


def _of_topic(scene: Scene, suffix: str) -> LabelChoice | None:
    """一片电池的碳足迹，五年间下降了将近一半: the measure that a clause of its own names."""
    topic = told_topic(scene)
    if topic is None:
        return _grown_before(scene, suffix)
    if not topic.measure or scene.words.leading_verb.match(topic.text):
        return None
    return scene.choose(fallen(topic.text, suffix), "growth-of-topic", topic.start, scene.quantity.end, topic.text)


def _grown_before(scene: Scene, suffix: str) -> LabelChoice | None:
    """全市外贸进出口额增长12%。其中，高新区增长18.6%: of what grew in the sentence before, the last of its own, the only one of another's.

    A firm's growth may be of anything.
    """
    sentences, text = scene.passage.sentences, scene.passage.text
    before = sentences[max(0, sentences.index(scene.passage.sentence_of(scene.index)) - 1)]
    told = (one for at, one in enumerate(scene.earlier) if scene.passage.quantities[at].start >= before.start)
    grown = [one for one in told if one is not None and one.rule in _GROWN]
    names = [_AIMED.sub("", without_turn(one.text)) for one in grown]
    own = bool(grown) and grown[-1].owner == scene.owners[scene.index]
    if not scene.at_home or not (own or len(set(names)) == 1) or "比" in text[scene.clause_start : scene.quantity.head]:
        return None
    return scene.choose(fallen(names[-1], suffix), "growth-of-last", scene.quantity.start, scene.quantity.end, names[-1])


def _told(scene: Scene, *, shorter: bool) -> LabelChoice | None:
    """What the growth is of; a length of time told right before only if it got shorter (审批时限缩短到35个工作日，减幅达七成)."""
    last = next((one for at in scene.passage.before_in_sentence(scene.index) if (one := scene.earlier[at])), None)
    if shorter and last is not None and last.rule == "duration":
        return last
    if scene.quantity.unit == "个百分点" and last is not None and last.kind is Kind.LEVEL:
        rates = (one for at in scene.passage.before_in_sentence(scene.index) if (one := scene.earlier[at]) and one.kind is Kind.SHARE)
        return next(rates, scene.base)
    if last is not None and last.rule == "difference":
        return replace(last, text=last.noun)
    return scene.base or _told_of(scene)


def _told_of(scene: Scene) -> LabelChoice | None:
    """规上工业产值净增近900亿元、年均增长16%; 出口额连续四年增长，年均增速达12%: what the difference or the streak told last is of."""
    told = (scene.earlier[at] for at in scene.passage.before_in_sentence(scene.index))
    return next((replace(one, text=one.noun) for one in told if one is not None and one.rule in _LENDS), None)


__all__ = ["growth_label"]
