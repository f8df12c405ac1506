"""Shares of what was told last: 其中出口占四成, 占六成以上."""

import re

from generator.extract.labels.parts import is_time, without_turn
from generator.extract.labels.rates import RATIO, within_told
from generator.extract.labels.scene import LabelChoice, Scene
from generator.extract.labels.wholes import whole_by_value
from generator.model.claim import Kind

_AMONG = re.compile("(?P<whole>[^的]{2,8}?)(?:当中|之中|中|里)(?P<part>[^心试等期].+)")  # 员工中|博士
_NOBODY = re.compile("(?:其中|仅|就|则|却|也|而|已)*")
_SHARED_WHOLE = re.compile(r"占(?:[^占]+比重|比)$")


def part_among(scene: Scene, part: str, begin: int) -> LabelChoice | None:
    """员工中博士占了近三成: both are told; None where no 中 or 里 parts them."""
    among = _AMONG.fullmatch(part)
    if among is None or not among["whole"].endswith(scene.words.heads):
        return None
    return scene.choose(f"{among['part']}占{among['whole']}比重", "share", begin, scene.quantity.end, among["part"])


def part_of_last(scene: Scene, part: str, begin: int) -> LabelChoice | None:
    """其中出口占四成: of the metric just told; 其中长沙高新区占六成: that metric, of its owner."""
    base = amount_told(scene)
    within = within_told(scene)
    if part and within and (base is None or base.kind is not Kind.LEVEL or base.start < scene.clause_start):
        return scene.choose(f"{part}占{within}比重", "share", begin, scene.quantity.end, part)
    if base is None:
        return scene.choose(f"{part}占比", "share-of-last", begin, scene.quantity.end, part) if part else None
    beside = _SHARED_WHOLE.search(without_turn(base.text)) if base.kind is Kind.SHARE else None
    if beside:
        name = _part_beside(scene, part, base)
        return scene.choose(f"{name}{beside[0]}", "share-beside", begin, scene.quantity.end, name)
    name = re.sub(r"占.*$", "", base.noun if base.kind is Kind.GROWTH else base.text)
    if part.endswith("合计") and base.rule == "listed":
        return scene.choose(f"{part}占比", "share-sum", base.start, scene.quantity.end, part)
    if part and (_is_time_told(scene, base) or RATIO.search(name) or (part != name and part.startswith(name))):
        return scene.choose(f"{part}占比", "share-of-last", begin, scene.quantity.end, part)
    if part and part != name:
        return scene.choose(f"{part}占{name}比重", "share-of-last", base.start, scene.quantity.end, part)
    owner = base.owner
    whole = whole_by_value(scene, base)
    if whole is not None and name.endswith(f"的{whole.noun}"):
        return scene.choose(f"{name}占比", "share", base.start, scene.quantity.end, name)
    if whole is not None:
        return scene.choose(f"{name}占{whole.noun}比重", "share", whole.start, scene.quantity.end, name)
    if owner == scene.owners[scene.index]:
        return scene.choose(f"{name}占比", "share-of-last", base.start, scene.quantity.end, name)
    return scene.choose(f"{name}占{owner or '合计'}比重", "share-of-owner", base.start, scene.quantity.end, name)


def _is_time_told(scene: Scene, base: LabelChoice) -> bool:
    """兑现时间缩短到5天，免申即享事项占45%: nothing is a part of a length of time."""
    at = next((at for at in scene.passage.before_in_sentence(scene.index) if scene.earlier[at] is base), None)
    return at is not None and is_time(scene.passage.quantities[at].unit)


def given_of_last(scene: Scene) -> LabelChoice | None:
    """全市新增就业8.4万人，经开区贡献了四分之一: what somebody gave of another's amount; None for a part that has a noun of its own."""
    gave = scene.words.gave.search(scene.passage.text, scene.clause_start, scene.quantity.head)
    base, after = amount_told(scene), scene.after
    if gave is None or base is None or base.kind is not Kind.LEVEL or base.owner in {"", scene.owners[scene.index]}:
        return None
    alone = _NOBODY.fullmatch(scene.plain(scene.clause_start, gave.start()))
    named = after is not None and (after.noun or after.attribute)
    return part_of_last(scene, "", gave.start()) if alone and not named else None


def amount_told(scene: Scene) -> LabelChoice | None:
    """营收8亿元，净利润增长一倍，出口占四成; 产值190亿元，占全市的四成，其中中成药占57%: the amount, not its growth or its own share."""
    base = scene.base
    of_them = "其中" in scene.passage.text[scene.clause_start : scene.quantity.head]
    if base is None or base.kind is Kind.LEVEL or (base.kind is Kind.SHARE and not (of_them and _SHARED_WHOLE.search(base.text))):
        return base
    told = (scene.earlier[at] for at in scene.passage.before_in_sentence(scene.index))
    return next((one for one in told if one and one.kind is Kind.LEVEL and one.rule not in {"difference", "streak", "duration"}), base)


def _part_beside(scene: Scene, part: str, base: LabelChoice) -> str:
    """上市企业 in 科技型企业占65%，上市企业占2.1%; the metric itself where only another owner is named (B区占34%)."""
    told = _SHARED_WHOLE.sub("", without_turn(base.text))
    return told if not part or part == told or scene.owners[scene.index] != base.owner else part


__all__ = ["amount_told", "given_of_last", "part_among", "part_of_last"]
