"""Days by the moon (正月十一, 中秋节) as days of the sun's calendar, from a table of the months of the moon."""

import datetime
import re
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
_DAY = r"初[一二三四五六七八九十]|[二廿]?十[一二三四五六七八九]?|廿[一二三四五六七八九]|三十"
MOON_DAY = (
    rf"(?:(?:农历|阴历)?(?:[{ANIMALS}]年)?(?P<moon>正|[二三四五六七八九十]|十一|十二|冬|腊)月(?P<of>{_DAY})|大年(?P<new>初[一二三四五六七八九十])"
    rf"|(?P<feast>{'|'.join(_FEASTS)})节?)"
)


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


def moon_days(match: re.Match[str], moon: Moon) -> tuple[datetime.date, ...]:
    """The day that a match of MOON_DAY names, of each year of the table.

    >>> moon = Moon({2023: (datetime.date(2023, 1, 22),), 2024: (datetime.date(2024, 2, 10),)})
    >>> [day.isoformat() for day in moon_days(re.match(MOON_DAY, "正月初七"), moon)]
    ['2023-01-28', '2024-02-16']
    """
    month, day = _day_of_moon(match)
    return tuple(starts[month - 1] + datetime.timedelta(days=day - 1) for starts in moon.years.values())


def _day_of_moon(match: re.Match[str]) -> tuple[int, int]:
    if match["feast"]:
        return _FEASTS[match["feast"]]
    if match["new"]:
        return 1, _read_day(match["new"])
    name = {"十一": "冬", "十二": "腊"}.get(match["moon"], match["moon"])
    return _MONTHS.index(name) + 1, _read_day(match["of"])


def _read_day(words: str) -> int:
    """A day of a month of the moon.

    >>> [_read_day(words) for words in ("初七", "初十", "十", "十一", "二十", "廿三", "廿十", "三十")]
    [7, 10, 10, 11, 20, 23, 20, 30]
    """
    return int(parse_number(words.removeprefix("初").replace("廿十", "二十").replace("廿", "二十")) or 0)
