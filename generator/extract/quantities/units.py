"""Units by what they measure: hours and minutes are one thing, firms and people are not."""

import re
from collections.abc import Mapping

from generator.extract.quantities.lexicon import Lexicon

_GREAT = re.compile(r"^(?:万亿|万|亿)")

Dimensions = Mapping[str, int]


def build_dimensions(lexicon: Lexicon) -> Dimensions:
    """Each unit of `quantities.dimensions` with the number of its line."""
    return {unit: at for at, line in enumerate(lexicon.words("dimensions")) for unit in line.split()}


def plain_unit(unit: str) -> str:
    """A unit without 万 and 亿: 9800万元 and 1.2亿元 are of one unit, and so are 四成 and 75%.

    >>> plain_unit("万亿元"), plain_unit("成")
    ('元', '%')
    """
    return "%" if unit == "成" else _GREAT.sub("", unit)


def one_dimension(one: str, other: str, dimensions: Dimensions) -> bool:
    """Whether two units measure the same: 小时 and 分钟 do, 家 and 元 do not.

    >>> one_dimension("小时", "分钟", {"小时": 0, "分钟": 0}), one_dimension("家", "元", {"家": 1})
    (True, False)
    """
    one, other = plain_unit(one), plain_unit(other)
    return one == other or (one in dimensions and dimensions.get(one) == dimensions.get(other))
