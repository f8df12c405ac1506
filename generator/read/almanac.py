"""The terms of the sun's year (惊蛰, 立秋) and what is counted from them (入伏, 三九), computed: there is no table of years."""

import datetime
from math import floor, radians, sin

TERMS = (
    *("小寒", "大寒", "立春", "雨水", "惊蛰", "春分", "清明", "谷雨", "立夏", "小满", "芒种", "夏至"),
    *("小暑", "大暑", "立秋", "处暑", "白露", "秋分", "寒露", "霜降", "立冬", "小雪", "大雪", "冬至"),
)
_DEGREES = 15  # from one term to the next; the first of them, 小寒, stands at 285
_FIRST = 285
_TROPICAL_YEAR = 365.2422
_EPOCH = datetime.date(2000, 1, 1).toordinal() + 0.5 + 1 / 3  # days count from its noon in Greenwich; that is so far into it in Beijing
_STEMS = 10
_SEVENTH_STEM = datetime.date(2025, 7, 20).toordinal() % _STEMS  # 庚


def term_day(year: int, name: str) -> datetime.date:
    """The day in Beijing on which a term begins; ValueError for a name that is none of TERMS.

    The sun's apparent longitude is that of Meeus, Astronomical Algorithms, chapter 25, good to a quarter of an hour.

    >>> [term_day(year, name).isoformat() for year, name in ((2025, "惊蛰"), (2024, "惊蛰"), (2023, "冬至"))]
    ['2025-03-05', '2024-03-05', '2023-12-22']
    """
    place = TERMS.index(name)
    days = (year - 2000) * _TROPICAL_YEAR + 4 + place * _TROPICAL_YEAR / len(TERMS)
    for _ in range(4):
        left = (_FIRST + _DEGREES * place - _longitude(days) + 180) % 360 - 180
        days += left / 360 * _TROPICAL_YEAR
    return datetime.date.fromordinal(floor(days + _EPOCH))


def dog_day(year: int, which: str) -> datetime.date:
    """The first of the hot days called 初, 中 or 末 (伏): the third and fourth 庚 day from 夏至 on and the first from 立秋 on.

    >>> [dog_day(year, "初").isoformat() for year in (2023, 2024, 2025)], dog_day(2025, "末").isoformat()
    (['2023-07-11', '2024-07-15', '2025-07-20'], '2025-08-09')
    """
    begins, weeks = {"初": ("夏至", 2), "中": ("夏至", 3), "末": ("立秋", 0)}[which]
    first = term_day(year, begins).toordinal()
    return datetime.date.fromordinal(first + (_SEVENTH_STEM - first) % _STEMS + weeks * _STEMS)


def _longitude(days: float) -> float:
    """The sun's apparent longitude in degrees, so many days after the noon of 1 January 2000 in Greenwich."""
    centuries = days / 36525
    anomaly = radians(357.52911 + 35999.05029 * centuries)
    centre = 1.914602 * sin(anomaly) + 0.019993 * sin(2 * anomaly) + 0.000289 * sin(3 * anomaly)
    node = radians(125.04 - 1934.136 * centuries)
    return 280.46646 + 36000.76983 * centuries + centre - 0.00569 - 0.00478 * sin(node)
