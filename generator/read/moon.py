"""Days told in both calendars (2月8日，正月十一; 中秋节（10月6日）): they fall together in one year of many, and so tell the year."""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.numerals import parse_number
from generator.read.witnesses import ANIMALS
from generator.registry.registry import Registry

_MONTHS = ("正", "二", "三", "四", "五", "六", "七", "八", "九", "十", "冬", "腊")
_FEASTS = {
    "春节": (1, 1),
    "大年初一": (1, 1),
    "元宵": (1, 15),
    "端午": (5, 5),
    "七夕": (7, 7),
    "中秋": (8, 15),
    "重阳": (9, 9),
    "腊八": (12, 8),
}
_SUN = r"(?P<{0}month>\d{{1,2}})\s*月\s*(?P<{0}day>\d{{1,2}})\s*日"
_DAY = r"初[一二三四五六七八九十]|[二廿]?十[一二三四五六七八九]?|廿[一二三四五六七八九]|三十"
_MOON = (
    rf"(?:(?:农历|阴历)?(?:[{ANIMALS}]年)?(?P<{{0}}moon>正|[二三四五六七八九十]|十一|十二|冬|腊)月(?P<{{0}}of>{_DAY})|大年(?P<{{0}}new>初[一二三四五六七八九十])"
    rf"|(?P<{{0}}feast>{'|'.join(_FEASTS)})节?)"
)
_GAP = r"\s*[，,、（(]?\s*(?:是|正是|正值|恰逢|适逢|即|也是|农历)?"
_BOTH = re.compile(_SUN.format("a_") + _GAP + _MOON.format("a_") + "|" + _MOON.format("b_") + _GAP + _SUN.format("b_"))


@dataclass(frozen=True, slots=True)
class Moon:
    """Of each year the first days of its twelve months of the moon, leap months left out."""

    years: dict[int, tuple[datetime.date, ...]]


def build_moon(registry: Registry) -> Moon:
    """Read `read.moon_years`, lines `year month-day month-day …`; ValueError for a line of another form."""
    years: dict[int, tuple[datetime.date, ...]] = {}
    for row in registry.words("read.moon_years"):
        year, *starts = row.split()
        regular = (start for start in starts if not start.endswith("+"))
        years[int(year)] = tuple(_first_day(int(year), place, start) for place, start in enumerate(regular))
    return Moon(years)


def _first_day(year: int, place: int, start: str) -> datetime.date:
    """The day `month-day` on which a month of the moon's `year` begins; one late in it that begins in January is the sun's next year's."""
    month, day = map(int, start.split("-"))
    return datetime.date(year + (month == 1 and place > 0), month, day)


def find_moon_years(text: str, moon: Moon) -> Iterator[tuple[frozenset[int], str]]:
    """For each day told in both calendars the years in which the two are one day, with the words; nothing where there is no such year.

    >>> moon = Moon({2023: (datetime.date(2023, 1, 22),), 2024: (datetime.date(2024, 2, 10),)})
    >>> list(find_moon_years("1月28日，正月初七，工地上机器轰鸣。", moon))
    [(frozenset({2023}), '1月28日，正月初七')]
    >>> list(find_moon_years("1月28日，工地上机器轰鸣。", moon))
    []
    """
    for match in _BOTH.finditer(text):
        side = "a_" if match["a_month"] else "b_"
        month, day = _day_of_moon(match, side)
        sun = (int(match[side + "month"]), int(match[side + "day"]))
        days = (starts[month - 1] + datetime.timedelta(days=day - 1) for starts in moon.years.values())
        years = frozenset(one.year for one in days if (one.month, one.day) == sun)
        if years:
            yield years, match[0]


def _day_of_moon(match: re.Match[str], side: str) -> tuple[int, int]:
    """Month and day by the moon of what `_BOTH` has found, from the groups whose names begin with `side`."""
    if match[side + "feast"]:
        return _FEASTS[match[side + "feast"]]
    if match[side + "new"]:
        return 1, _read_day(match[side + "new"])
    name = {"十一": "冬", "十二": "腊"}.get(match[side + "moon"], match[side + "moon"])
    return _MONTHS.index(name) + 1, _read_day(match[side + "of"])


def _read_day(words: str) -> int:
    """A day of a month of the moon.

    >>> [_read_day(words) for words in ("初七", "初十", "十", "十一", "二十", "廿三", "廿十", "三十")]
    [7, 10, 10, 11, 20, 23, 20, 30]
    """
    return int(parse_number(words.removeprefix("初").replace("廿十", "二十").replace("廿", "二十")) or 0)
