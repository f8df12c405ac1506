"""Days told in two ways (2月8日，正月十一; 惊蛰（3月5日）; 7月18日，星期五): they are one day in some years only, and so tell the year."""

import datetime
import re
from collections.abc import Iterable, Iterator

from generator.read.almanac import TERMS, dog_day, term_day
from generator.read.moon import MOON_DAY, Moon, moon_days
from generator.read.tense import is_dated_before
from generator.read.witnesses import MONTHS, Clue, Witness

_SUN = re.compile(r"(?:(?<![\d年])|(?<=今年))(?P<month>1[0-2]|0?[1-9])\s*月\s*(?P<day>\d{1,2})\s*日")
_GAP = r"\s*[，,、（(]?\s*(?:是|正是|正值|恰逢|适逢|即|也是|农历|当天是|这天是)?"
_WEEKDAYS = {"一": 0, "二": 1, "三": 2, "四": 3, "五": 4, "六": 5, "日": 6, "天": 6}
_WEEKDAY = r"(?:[上本这]个?)?(?:星期|礼拜|周(?=.(?:[，,。；（）()上下早晚中清凌这当]|$)))(?P<weekday>[一二三四五六日天])"
_DOG = r"(?:(?P<dog>[头初中末三])伏的?(?:第一天|首日)|(?:正式)?(?P<into>入伏))"
_NAME = (
    rf"(?:{MOON_DAY}|(?P<term>{'|'.join(TERMS)})(?:节气|节)?|{_DOG}|{_WEEKDAY})"
    r"(?:的?(?P<shift>[前后][一两]天|次日|第二天))?(?!节|的?(?:前|后|临近|将至|刚|期间|假|已?过|未|还有))"
)
_NAMED_AFTER = re.compile(_GAP + _NAME)
_NAMED_BEFORE = re.compile(_NAME + r"(?:这天|这一天|当天)?" + _GAP + "$")
_SHIFTS = {"前一天": -1, "前两天": -2, "后一天": 1, "后两天": 2, "次日": 1, "第二天": 1}
_LONGEST = 16  # characters of a name before its day


def find_double_dates(text: str, moon: Moon) -> Iterator[Clue]:
    """For each day told in two ways, a witness for every year in which the two are one day; none where there is no such year.

    >>> moon = Moon({2023: (datetime.date(2023, 1, 22),), 2024: (datetime.date(2024, 2, 10),)})
    >>> [(clue.month // MONTHS, clue.text) for clue in find_double_dates("1月28日，正月初七，工地上机器轰鸣。", moon)]
    [(2023, '1月28日，正月初七')]
    >>> [clue.month // MONTHS for clue in find_double_dates("进入三伏第一天（7月15日），工地开工。", moon)]
    [2024]
    >>> list(find_double_dates("1月28日，工地上机器轰鸣。2019年9月13日，中秋节，园区揭牌。", moon))
    []
    """
    for match in _SUN.finditer(text):
        start = max(0, match.start() - _LONGEST)
        name = _NAMED_AFTER.match(text, match.end()) or _NAMED_BEFORE.search(text[start : match.start()])
        if name is None or is_dated_before(text, match.start()):
            continue
        words = text[start + name.start() : match.end()] if name.re is _NAMED_BEFORE else text[match.start() : name.end()]
        kind = Witness.MOON if any(name[part] for part in ("moon", "new", "feast")) else Witness.DAY_NAME
        shift = datetime.timedelta(days=_SHIFTS.get(name["shift"] or "", 0))
        days = (day + shift for day in _days_named(name, match, moon))
        for day in days:
            if (day.month, day.day) == (int(match["month"]), int(match["day"])):
                yield Clue(kind, day.year * MONTHS, words)


def _days_named(name: re.Match[str], sun: re.Match[str], moon: Moon) -> Iterable[datetime.date]:
    """The days that a name has in the years of the table."""
    if name["term"]:
        return (term_day(year, name["term"]) for year in moon.years)
    if name["dog"] or name["into"]:
        which = name["dog"] if name["dog"] in {"中", "末"} else "初"
        return (dog_day(year, which) for year in moon.years)
    if name["weekday"]:
        return _days_of_week(_WEEKDAYS[name["weekday"]], sun, moon)
    return moon_days(name, moon)


def _days_of_week(weekday: int, sun: re.Match[str], moon: Moon) -> Iterator[datetime.date]:
    """The day of the sun's calendar in each year in which it falls on that day of the week."""
    firsts = (datetime.date(year, int(sun["month"]), 1) for year in moon.years)
    days = (first + datetime.timedelta(days=int(sun["day"]) - 1) for first in firsts)
    return (day for day in days if day.weekday() == weekday)
