"""Labels of counts whose things have a size of their own: 20条3000升生物反应器生产线, 2条年产5万套电驱系统生产线, 10亿元规模的产业基金.

A step of its own, because two numbers stand side by side, and the thing after them is what the first counts and the second measures.
"""

import re

from generator.extract.labels.parts import bare_unit
from generator.extract.labels.phrases import After, tidy, words_after
from generator.extract.labels.scene import LabelChoice, Scene, merge
from generator.extract.labels.things import is_countable, is_countable_unit
from generator.model.claim import Kind

_BETWEEN = re.compile(r"(?:单[机台体]|年产|月产|日产|年处理|日处理|额定|总?投资|装机|占地|建筑面积)?(?:约|近|超)?")
_SIZES = {
    "升": "容积", "立方米": "容积", "立方": "容积", "千伏": "电压等级", "平方米": "面积", "平米": "面积", "㎡": "面积", "层": "层数",
    "米": "长度", "毫米": "尺寸", "英寸": "尺寸", "寸": "尺寸", "千瓦": "功率", "兆瓦": "功率", "MW": "功率", "kW": "功率", "吨": "吨位",
    "吨级": "吨位", "亩": "面积", "度": "电量", "公里": "长度", "马力": "功率",
    "平方公里": "面积", "公顷": "面积", "微米": "厚度", "安时": "容量", "瓦": "功率",
}  # fmt: skip
_FLAT = re.compile(r"(?:壁|箔|膜|板材?|皮|涂层|镀层|玻璃|带材|面板|晶圆|隔膜)$")
_ROUND = re.compile(r"(?:丝|铜线|细线|纤维|[圆钢陶瓷]球|针头)$")
_OF_STUFF = frozenset({"升", "立方米", "立方", "吨", "度", "层"})  # 3000升柴油 is so much of it, no size of one
_POWER_PLANT = ("电站", "光伏", "风电", "发电项目", "电厂", "机组")
_PEOPLE = frozenset({"人", "名", "位", "人次", "次", "场", "期", "届", "天", "年", "家"})
_HAS_MEASURE = re.compile(r"(?:左右|以上)?(?P<measure>规模|年产能|产能|面积|库容|容量|投资额?|额度|体量)的")
_STAGE = re.compile(r"(?P<stage>首期|[一二三]期)$")
_ONLY_STAGE = re.compile(r"(?:其中)?(?P<stage>首期|[一二三]期)(?:规模|投资|为|达|募集|到位|约|超|近|已|资金)*")
_WHOLE_SUM = re.compile(r"(?:总|计划|目标)*(?P<measure>规模|投资)额?$")
_STOPS = re.compile(r"[，,。；;、）)]|已|$")
_LONGEST = 24


def size_of(unit: str, thing: str) -> str:
    """What a number in this unit right before a thing measures of it; empty for a unit that tells how much of it there is.

    >>> size_of("千伏", "变电站"), size_of("兆瓦", "光伏电站"), size_of("万平方米", "厂房"), size_of("万吨", "碳酸锂")
    ('电压等级', '装机容量', '面积', '')
    """
    bare = unit if unit in _SIZES else bare_unit(unit)
    size = "" if bare in _OF_STUFF else _SIZES.get(bare, "")
    return "装机容量" if size == "功率" and thing.endswith(_POWER_PLANT) else size


def dimension_of(unit: str, thing: str) -> str:
    """What so many millimetres are of a wall, a film or a wire by its bare name; empty for other things and units.

    >>> dimension_of("毫米", "管壁"), dimension_of("微米", "最细的丝"), dimension_of("毫米", "零件"), dimension_of("米", "墙壁")
    ('厚度', '直径', '', '')
    """
    if unit not in {"毫米", "微米"}:
        return ""
    return "厚度" if _FLAT.search(thing) else "直径" if _ROUND.search(thing) else ""


def sized_label(scene: Scene) -> LabelChoice | None:
    """The thing behind both numbers, for the count with its size, for the size with what it measures."""
    if scene.quantity.kind is not Kind.LEVEL:
        return None
    return _count(scene) or _size(scene) or _measure_of(scene) or _stage(scene)


def _pair(scene: Scene, first: int) -> After | None:
    """The thing after number `first` and the size that follows it; None if they do not stand so."""
    quantities, text = scene.passage.quantities, scene.passage.text
    if first < 0 or first + 1 >= len(quantities):
        return None
    count, size = quantities[first], quantities[first + 1]
    apart = text[count.tail : size.start]
    if count.group >= 0 or not is_countable_unit(count.unit, scene) or bare_unit(count.unit) in _PEOPLE or not _BETWEEN.fullmatch(apart):
        return None
    if bare_unit(size.unit) not in _SIZES and size.unit not in _SIZES and not apart:
        return None
    after = words_after(scene.passage.blanked, size.tail, scene.words)
    return after if after and after.noun.endswith(scene.words.heads) and text.find(after.noun, size.tail, after.noun_end) >= 0 else None


def _count(scene: Scene) -> LabelChoice | None:
    after = _pair(scene, scene.index) if is_countable(scene) else None
    if after is None:
        return None
    name = tidy(scene.passage.text[scene.quantity.tail : after.noun_end])
    return scene.choose(name, "sized", scene.quantity.start, after.noun_end, after.noun) if len(name) <= _LONGEST else None


def _size(scene: Scene) -> LabelChoice | None:
    """3000升: 生物反应器生产线单条容积."""
    after = _pair(scene, scene.index - 1)
    unit = scene.quantity.unit
    measure = _SIZES.get(unit) or _SIZES.get(bare_unit(unit))
    if after is None or not measure:
        return None
    if scene.passage.text[scene.passage.quantities[scene.index - 1].tail : scene.quantity.head].endswith(("产", "处理")):
        return None
    counter = bare_unit(scene.passage.quantities[scene.index - 1].unit)
    return scene.choose(f"{after.noun}单{counter}{measure}", "sized", scene.quantity.start, after.noun_end, after.noun)


def _measure_of(scene: Scene) -> LabelChoice | None:
    """10亿元规模的机器人产业基金: its size."""
    found = _HAS_MEASURE.match(scene.passage.text, scene.quantity.tail)
    after = words_after(scene.passage.blanked, found.end(), scene.words) if found else None
    if found is None or after is None or not after.noun.endswith(scene.words.heads) or len(after.noun) < 3:
        return None
    stage = _STAGE.search(scene.passage.text, scene.start, scene.quantity.head)
    name = merge(after.noun + (stage["stage"] if stage else ""), found["measure"])
    return scene.choose(name, "sized", scene.quantity.start, after.noun_end, after.noun)


def _stage(scene: Scene) -> LabelChoice | None:
    """20亿元 of 设立总规模50亿元的生物医药基金，首期20亿元: a stage of what was told before, and not all of it."""
    found = _ONLY_STAGE.fullmatch(scene.passage.text, scene.start, scene.quantity.start)
    base = scene.base
    whole = _WHOLE_SUM.search(base.text) if base is not None else None
    if (
        found is None
        or base is None
        or whole is None
        or not scene.quantity.unit.endswith("元")
        or not _STOPS.match(scene.passage.text, scene.quantity.tail)
    ):
        return None
    name = base.text[: whole.start()] + found["stage"] + whole["measure"]
    return scene.choose(name, "sized", base.start, scene.quantity.end, base.noun)


__all__ = ["dimension_of", "size_of", "sized_label"]
