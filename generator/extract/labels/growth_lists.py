"""Growth of several things told at once: 分别增长14%和9%, each number with the member or the amount at its place."""

import re

from generator.extract.labels.listed import list_of
from generator.extract.labels.parts import fallen, without_turn
from generator.extract.labels.scene import LabelChoice, Scene, merge
from generator.model.claim import Kind

PLACE_NAME = re.compile(r"^[一-龥]{1,8}(?:[省市区县州旗盟]|自贸片区|产业园)$|^全[国省市区县]$")  # 榆林市、陕西省分别增长6.2%和4.2%
_BRANCH = re.compile(r"(?:产业|产业链|集群|行业|[造服农矿筑]业|务业|工业|领域|板块)$")
_PRODUCT = re.compile("(?:地区|国内)?生产总值$|GDP$")
_ITEMS = re.compile("(?P<side>[前首]|最?后|末)(?P<size>[一两二三四五])(?:项(?:指标|数据)?|者)")
_SIZES = {"一": 1, "两": 2, "二": 2, "三": 3, "四": 4, "五": 5}


def pointed_grown(scene: Scene) -> LabelChoice | None:
    """甲、乙、丙产量分别为…，前两项分别增长4%和8%，后一项下降2%: those at that end of the list told before."""
    quantities, text = scene.passage.quantities, scene.passage.text
    first = scene.index - max(scene.quantity.place, 0)
    found = _ITEMS.search(text, scene.clause_start, quantities[first].head)
    if found is None:
        return None
    before = (at for at in reversed(scene.passage.before_in_sentence(first)) if quantities[at].start < found.start())
    amounts = [(quantities[at].group, one) for at in before if (one := scene.earlier[at]) is not None and one.kind is Kind.LEVEL]
    groups = [group for group, _ in amounts if group >= 0]
    listed = [one for group, one in amounts if group in groups[-1:]]
    size, many = _SIZES[found["size"]], sum(one.group == scene.quantity.group for one in quantities) if scene.quantity.group >= 0 else 1
    if len(listed) < size or many != size:
        return None
    choice = (listed[:size] if found["side"] in "前首" else listed[-size:])[scene.quantity.place if many > 1 else 0]
    fall = scene.words.fall_end.search(scene.passage.blanked[found.end() : quantities[first].head])
    name = fallen(without_turn(choice.text), "降幅" if fall else "")
    return scene.choose(name, "growth-listed", choice.start, scene.quantity.end, choice.noun)


def listed_grown(scene: Scene) -> LabelChoice | None:
    """产值120亿元、税收8亿元，分别增长14%和9%: the amount at the same place of the list before; 分别 may be left out."""
    told = _amounts_of(scene) or _amounts_before(scene)
    if not told:
        return None
    choice = told[scene.quantity.place]
    return scene.choose(choice.text, "growth-listed", choice.start, scene.quantity.end, choice.noun)


def _amounts_of(scene: Scene) -> tuple[LabelChoice, ...]:
    """The list's own; the amounts where a share stands among them (出口1.2万辆，占全省的95%，出口额20亿元，分别增长3.5倍和4.1倍)."""
    told, size = scene.listed, len(scene.listed)
    if size == 0 or scene.quantity.unit == "个百分点" or all(one.kind is Kind.LEVEL for one in told):
        return told
    amounts = scene.listed_before[-size:]
    return amounts if len(amounts) == size else told


def _amounts_before(scene: Scene) -> tuple[LabelChoice, ...]:
    """As many amounts as the list has numbers, if the clause before holds just these and the list's own only says that they grew."""
    quantities, group = scene.passage.quantities, scene.quantity.group
    if group < 0:
        return ()
    first = scene.index - scene.quantity.place
    size = 1 + max(one.place for one in quantities if one.group == group)
    clauses = [one for one in scene.passage.sentence_of(first).clauses if one.end <= scene.clause_start]
    before = tuple(at for at in range(first) if clauses and clauses[-1].start <= quantities[at].start < clauses[-1].end)
    words = scene.passage.blanked[scene.clause_start : quantities[first].head]
    grew = scene.words.growth_end.match(words) or scene.words.fall_end.match(words)
    if len(before) != size or not grew or grew.start():
        return ()
    told = tuple(choice for at in before if (choice := scene.earlier[at]) is not None and choice.kind is Kind.LEVEL)
    return told if len({choice.text for choice in told}) == size else ()


def branch_grown(scene: Scene, name: str) -> str:
    """生物医药产业增加值 of 规上工业增加值增长9.1%，其中生物医药产业增长11.3%; another name, or with no measure told before, as it is."""
    return merge(name, _measure_told(scene)) if _BRANCH.search(name) else name


def _measure_told(scene: Scene) -> str:
    """产值 of 工业总产值增长8%, the measure that the sentence told last; 增加值 is what a branch has of 生产总值."""
    told = (one for at in scene.passage.before_in_sentence(scene.index) if (one := scene.earlier[at]) and one.kind is not Kind.RANK)
    names = (without_turn(one.noun if one.kind is Kind.GROWTH else one.text) for one in told)
    ends = (_PRODUCT.search(text) or scene.words.forms.measure_tail.search(text) for text in names)
    measure = next((found[0].removeprefix("总") for found in ends if found), "")
    return _PRODUCT.sub("增加值", measure)


def member_grown(scene: Scene, start: int) -> LabelChoice | None:
    """电子信息、汽车两大产业分别增长14.5%和22.8%: each member's, told from `start` on; A、B两区产值分别增长: the metric is every one's."""
    if scene.quantity.group < 0:
        return None
    said, members = list_of(scene)
    if said is None or members is None or said < scene.clause_start or members.start < start:
        return None
    own = scene.words.fall_end.search(scene.passage.blanked[scene.start : scene.quantity.head])
    rise = scene.words.growth_end.search(scene.passage.blanked[scene.start : scene.quantity.head])
    first = scene.passage.quantities[scene.index - scene.quantity.place]
    fall = own or (not rise and scene.words.fall_end.search(scene.passage.blanked[said : first.head]))
    if not members.metric and all(PLACE_NAME.search(one) for one in members.names):
        base = scene.base
        return scene.choose(without_turn(base.noun), "growth-of-last", base.start, scene.quantity.end, base.noun) if base else None
    branches = not members.metric and any(_BRANCH.search(one) for one in members.names)
    name = merge(members.names[scene.quantity.place], _measure_told(scene) if branches else members.metric)
    return scene.choose(fallen(name, "降幅" if fall else ""), "growth-member", members.start, scene.quantity.end, name)


__all__ = ["PLACE_NAME", "branch_grown", "listed_grown", "member_grown", "pointed_grown"]
