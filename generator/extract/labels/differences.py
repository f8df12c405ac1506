"""Labels of amounts that are a difference: 较上年末净增19家, 比一年前多了742台, 收购价比去年每公斤上涨2元, 比原计划提前近100天.

A step of its own, because such an amount measures what was told before, or what stands before 比, and never what a number by itself would.
"""

import re

from generator.extract.labels.parts import bare_unit, is_time
from generator.extract.labels.phrases import phrase_before, tidy
from generator.extract.labels.scene import LabelChoice, Scene, merge
from generator.model.claim import Kind

_AGAINST = re.compile(
    r"(?:同比|环比|(?P<than>(?:比|较|与|同)(?!例|重|赛)(?P<whom>[^，,。；;]{1,14}?)(?:相比)?))(?:又|再|还|均|可|能|已|将|约)*(?P<per>每[一-龥]{1,3})?$"
)
_ADVERBS = re.compile(r"^(?:也|还|又|再|已|则|一年|全年|累计|共|可|约|平均|并|且|分别|当年|年内|本年)+$")
_TIME = re.compile(r"年|月|去年|上年|同期|以往|以前|过去|原来|传统|之前|此前|年初|上届|往常|上季度|原先")
_TOTAL = re.compile(r"(?:总数|数量|总量|累计)$|（[前后]）$")
_EARLY = re.compile(r"(?P<than>(?:比|较)[^，,。；;]{1,12}?)?(?P<verb>提前|提早|延后|推迟|延期)了?$")
_ACT = re.compile(r"(投产|开工|完工|竣工|交付|通车|开业|建成|封顶|完成|下线|量产|投运|试产|点火|并网|验收|入驻)[，,]$")
_PRICE = re.compile(r"价|成本|运?费(?!者|城)|工资|薪")
_SHORT = 6
_TAKEN = re.compile(r"(?:平均)?(?:用时|时间|时限|工期|周期)$")


def difference_label(scene: Scene) -> LabelChoice | None:
    """What there is more or less of; None where the number is no difference, or counts a thing of its own (增加12家企业)."""
    quantity, after = scene.quantity, scene.after
    if quantity.kind is not Kind.LEVEL or quantity.rule == "scale" or "/" in quantity.unit:
        return None
    text = scene.passage.text[scene.start : quantity.head]
    early = _EARLY.search(text)
    if early and is_time(quantity.unit):
        return _early(scene, early)
    if after is not None and (after.noun or after.attribute):
        return None
    less = scene.words.forms.fewer.search(text)
    verb = less or scene.words.forms.more.search(text)
    if verb is None:
        return None
    against = _AGAINST.search(text[: verb.start()])
    rest = text[: against.start()] if against else text[: verb.start()]
    if not rest or _ADVERBS.fullmatch(rest):
        return _of_told(scene, verb, against, less=less is not None)
    return _of_own(scene, rest, against, less=less is not None)


def _early(scene: Scene, early: re.Match[str]) -> LabelChoice | None:
    """投产用了13个月，比原计划提前近100天: what came so much earlier."""
    than, verb = early["than"] or "", early["verb"]
    end = scene.start + early.start()
    phrase = phrase_before(scene.passage.blanked, scene.start, end, scene.words) if end > scene.start else None
    after = scene.after
    name = tidy(phrase.text) if phrase else ""
    if after is not None and after.verb_phrase + after.noun:
        name = merge(name, after.noun + after.verb_phrase)
    elif not name:
        told = _told_alike(scene, first=False)
        name = _TAKEN.sub("", told.text) if told else _act_before(scene)
    if len(name) < 2:
        return None
    return scene.choose(f"{name}{tidy(than)}{verb}", "difference", phrase.start if phrase else scene.start, scene.quantity.end, name)


def _act_before(scene: Scene) -> str:
    """投产 of 首条生产线6月投产，比计划提前两个月: what the clause before ends with, if it is an act that has its day."""
    found = _ACT.search(scene.passage.text, scene.passage.sentence_of(scene.index).start, scene.clause_start)
    return found[1] if found else ""


def _of_told(scene: Scene, verb: re.Match[str], against: re.Match[str] | None, *, less: bool) -> LabelChoice | None:
    """较上年末净增19家: of what the sentence told in the same unit, a balance of what it told first."""
    net = verb[0].startswith("净")
    told = _told_alike(scene, first=net)
    if told is None:
        return None
    name = _TOTAL.sub("", told.text)
    change = ("净减" if less else "净增") if net else "减少" if less else "增加"
    per = (against["per"] or "") if against else ""
    other = (against["whom"] or "") if against else ""
    whom = tidy(against["than"] or "") if against and other and len(other) <= _SHORT and not net else ""
    if _PRICE.search(name) and scene.quantity.unit.endswith(("元", "分钱", "角钱", "毛钱")):
        change = "降幅" if less else "涨幅"
    return scene.choose(f"{per}{name}{whom}{change}", "difference", told.start, scene.quantity.end, name)


def _of_own(scene: Scene, rest: str, against: re.Match[str] | None, *, less: bool) -> LabelChoice | None:
    """收购价比去年每公斤上涨2元, 每度电的成本降低了8分钱: of the measure that stands before."""
    phrase = phrase_before(scene.passage.blanked, scene.start, scene.start + len(rest), scene.words)
    name = tidy(phrase.text) if phrase else ""
    measure = scene.words.forms.measure_end.search(name)
    if phrase is None or not measure or len(name) < 3:
        return None
    base = scene.base
    if name in scene.words.dependents and base is not None:
        name = merge(_TOTAL.sub("", base.text), name)
    per = (against["per"] or "") if against else ""
    other = (against["whom"] or "") if against else ""
    whom = tidy(other) if other and not _TIME.search(other) else ""
    priced = scene.quantity.unit.endswith(("元", "分钱", "角钱", "毛钱"))
    change = ("降幅" if less else "涨幅") if priced else "减少" if less else "增加"
    relation = f"{'低于' if less else '高于'}{whom}" if whom else change
    return scene.choose(f"{per}{name}{relation}", "difference", phrase.start, scene.quantity.end, name)


def _told_alike(scene: Scene, *, first: bool) -> LabelChoice | None:
    """The last label of the sentence in the number's unit, or the first."""
    unit = bare_unit(scene.quantity.unit)
    alike = [
        choice
        for at in scene.passage.before_in_sentence(scene.index)
        if (choice := scene.earlier[at]) is not None
        and choice.kind is Kind.LEVEL
        and choice.rule not in {"difference", "unnamed", "streak"}
        and (bare_unit(scene.passage.quantities[at].unit) == unit or (is_time(unit) and choice.rule == "duration"))
    ]
    return (alike[-1] if first else alike[0]) if alike else None


__all__ = ["difference_label"]
