"""The parts of units and labels that many label rules take off or ask for."""

import re

_ALIKE = (frozenset({"家", "户", "家次", "户次", "个"}), frozenset({"名", "人", "位", "人次"}), frozenset({"件", "项", "个", "宗", "起"}))
_GREAT = re.compile(r"^[十百千万亿]+")
_QUOTED_RUN = re.compile("“[^“”，。；]{2,12}”(?:[、和]?“[^“”，。；]{2,12}”)*$")
_MORE = re.compile("等(?:[一-龥]{0,2}产品)?")
_BY_MEANS = re.compile("(?:通过|依托|借助|利用|运用)[^，,。；;“”]{0,6}$")
_TURN_END = re.compile(r"（[前后]）$")
_TIME_UNIT = re.compile(r"(?<!人)(?:年|月|天|日|周|小时|分钟|秒|工作日|季度|岁)$")


def bare_unit(unit: str) -> str:
    """A unit without its order of size.

    >>> bare_unit("万家"), bare_unit("千瓦时"), bare_unit("家")
    ('家', '瓦时', '家')
    """
    return _GREAT.sub("", unit)


def alike_units(unit: str) -> frozenset[str]:
    """The units, without their order of size, in which things of one sort are counted.

    >>> sorted(alike_units("万件")), alike_units("台")
    (['个', '件', '宗', '起', '项'], frozenset({'台'}))
    """
    bare = bare_unit(unit)
    return next((units for units in _ALIKE if bare in units), frozenset({bare}))


def is_time(unit: str) -> bool:
    """Whether a unit measures time.

    >>> is_time("个工作日"), is_time("年度"), is_time("人年")
    (True, False, False)
    """
    return _TIME_UNIT.search(unit) is not None


def split_turn(label: str) -> tuple[str, str]:
    """A label parted from the （前） or （后） with which it ends, empty where it has none.

    >>> split_turn("申报材料（前）"), split_turn("申报材料")
    (('申报材料', '（前）'), ('申报材料', ''))
    """
    end = _TURN_END.search(label)
    return (label[: end.start()], end[0]) if end else (label, "")


def fallen(name: str, suffix: str) -> str:
    """A metric with 降幅 behind it where it fell.

    >>> fallen("能源成本", "降幅"), fallen("能耗降幅", "降幅"), fallen("产值", "")
    ('能源成本降幅', '能耗降幅', '产值')
    """
    return name if not suffix or name.endswith("降幅") else name.removesuffix("降") + suffix


def without_turn(label: str) -> str:
    """A label without the （前） or （后） with which it ends."""
    return split_turn(label)[0]


def quoted_run(text: str, end: int) -> str:
    """The names in quotation marks that stand side by side and end at `end`: what is told behind several is not the last one's alone.

    So is what is told behind 等; what is done by means of such is no more theirs than others', and nothing is given.

    >>> quoted_run("推出“成长贷”、“园保贷”", 13), quoted_run("“成长贷”等产品已", 5), quoted_run("通过“成长贷”等产品已", 7)
    ('“成长贷”“园保贷”', '“成长贷”等产品', '')
    """
    found, more = _QUOTED_RUN.search(text, 0, end), _MORE.match(text, end)
    if found is None or (more and _BY_MEANS.search(text, 0, found.start())):
        return ""
    return re.sub("(?<=”)[、和]", "", found[0]) + (more[0] if more else "")
