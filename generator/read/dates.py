"""When a page appeared, inferred from its text: most pages have no date line.

Every mention of a time is a witness. A year that is over is, as a rule, the one before the page's; a year that is compared with lies some
years back; what is planned lies ahead, most often by two years; a bare day (1月29日) is a day or two old. How ill each candidate fits the
witnesses is added up, for the year and for the month; what fits best is the page's date.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import product
from typing import TypeAlias

from generator.model.article import PageDate, Precision
from generator.model.period import is_period
from generator.read.clues import find_clues
from generator.read.events import Events, find_events
from generator.read.witnesses import MONTHS, Clue, Witness

_MASTHEAD = re.compile(r"(?P<year>20\d\d)\s*年\s*(?P<month>\d{1,2})\s*月\s*(?P<day>\d{1,2})\s*日")
UNKNOWN = PageDate("", Precision.NONE, inferred=True, how="the text names no year")
_YEAR_OF_THE_RAT, _ANIMALS = 2020, 12

# How ill a witness fits a page that is so many years younger than the year it names: about -ln of how often that is so, against the most
# frequent. Beyond the ends of a row it costs what the nearest end does; below its first number it has not been yet, above a plan's last it
# is over.
Row: TypeAlias = tuple[int, tuple[float, ...]]
Rows: TypeAlias = Mapping[Witness, Row]
_MISFITS: Rows = {
    Witness.YEAR_OVER: (-1, (3.5, 3.4, 0.0, 2.0, 2.4, 2.8, 3.0, 3.5)),
    Witness.COMPARED: (-1, (3.0, 2.2, 0.4, 0.6, 0.2, 0.2, 0.4, 0.8, 1.4)),
    Witness.SINCE: (-1, (3.0, 0.7, 0.0, 0.6, 0.9, 0.9, 1.4, 1.4, 2.0, 2.0, 2.5)),
    Witness.YEAR_ENDED: (-1, (3.5, 2.5, 0.0, 2.0, 2.4, 2.8)),
    Witness.MONTH_OVER: (-1, (4.0, 0.0, 0.2, 1.8, 2.3, 2.8)),
    Witness.REVIEWED: (-1, (6.0, 1.5, 0.0, 2.0, 3.0)),
    Witness.LISTED: (-1, (6.0, 0.0, 1.3, 3.0)),
    Witness.TITLE: (-1, (5.0, 0.0, 1.3, 2.3, 3.0)),
    Witness.PLANNED: (-8, (2.5, 2.2, 2.0, 1.3, 1.7, 0.9, 0.0, 0.9, 1.6, 3.0, 4.5)),
    Witness.DATED_PLAN: (-4, (3.0, 2.0, 0.9, 0.0, 0.8, 4.5)),
    Witness.ANNIVERSARY: (-2, (4.5, 3.0, 0.0, 3.0, 4.5)),
    Witness.YEARS_SINCE: (-1, (1.2, 0.0, 0.5, 1.5)),
    Witness.FIVE_YEARS: (-2, (2.5, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0, 2.5)),
    Witness.PLAN_STAGE: (-1, (0.8, 0.0, 3.0)),
    Witness.YEAR_IS: (-1, (5.0, 0.0, 5.0)),
    Witness.NOT_THIS_YEAR: (-1, (0.0, 2.5, 0.0)),
    Witness.NOT_LAST_YEAR: (-1, (3.0, 3.0, 3.0, 0.0)),
}
_EXCLUDING = frozenset({Witness.NOT_THIS_YEAR, Witness.NOT_LAST_YEAR, Witness.FIVE_YEARS})
_OTHER_MOON = 6.0  # what a day by sun and moon costs in a year in which it is none
_AGAIN = 0.25  # what a witness of the same kind and year adds that stands a second time
_MOST = 2.0
_CAP = 7.0  # what all witnesses of one year cost at most: some are misread
_UNBORN = 0.8
_CLEAR = 0.7  # what leads by less is wrong as often as right (pages of two articles put together)
_ENOUGH = 3  # years told in as many ways: one or two are too few to be sure
_ALMOST_OVER = (
    -1,
    (6.0, 0.2, 0.0, 2.0, 2.4, 2.8, 3.0, 3.5),
)  # in December figures of the whole year may be this year's, unless the page says 今年
_PAST = (*(Witness.YEAR_OVER, Witness.COMPARED, Witness.SINCE, Witness.YEAR_ENDED, Witness.MONTH_OVER), Witness.REVIEWED, Witness.LISTED)
_FRESH = (2, (0.0, 1.5, 2.5))  # years since the last that is past: rarely more than two
_PLANNED_EARLY = (-8, (2.5, 2.2, 2.0, 1.3, 1.7, 0.9, 0.2, 0.7, 0.3, 3.0, 4.5))
_PLANNED_LATE = (-8, (2.5, 2.2, 2.0, 1.3, 1.7, 0.9, 0.0, 0.2, 2.2, 3.0, 4.5))
_REACH = 6  # years that a page may be older or younger than all that it names


def infer_date(texts: Sequence[str], headers: Iterable[str] = (), events: Events | None = None) -> PageDate:
    """The page's date to the month, to the year, or to the day where a line of the page itself (`headers`) gives it.

    `events` are those whose year is known.

    >>> infer_date(["截至2023年12月29日，企业达56家。", "1月2日，记者从高新区获悉，2024年将新增10家。"]).value
    '2024-01'
    >>> infer_date(["高新区聚焦主导产业。"]).precision
    <Precision.NONE: 'none'>
    """
    for header in headers:
        match = _MASTHEAD.search(header)
        value = f"{match['year']}-{int(match['month']):02}-{int(match['day']):02}" if match else ""
        if match and is_period(value):
            return PageDate(value, Precision.DAY, inferred=True, how=f"the page's own line says {match[0]}")
    known = (clue for text in texts for clue in find_events(text, events)) if events else ()
    clues = (*(clue for text in texts for clue in find_clues(text)), *known)
    if not any(_names_year(clue) for clue in clues):
        return UNKNOWN
    best, lead = _best_month(clues, says_this_year=any("今年" in text for text in texts))
    return replace(_dated(best, clues), sure=lead >= _CLEAR and _counted(clues) >= _ENOUGH)


def _best_month(clues: tuple[Clue, ...], *, says_this_year: bool) -> tuple[int, float]:
    """The month, counted from the year 0, that fits all witnesses best, of two alike the earlier; and by how much it leads other years."""
    named = {clue.month // MONTHS for clue in clues if _names_year(clue)}
    in_reach = range(min(named) - _REACH, max(named) + _REACH + 1)
    months = {number: _misfit_of_month(number, clues) for number in range(1, MONTHS + 1)}
    ends = [clue.month for clue in clues if clue.kind in (Witness.MONTH_OVER, Witness.YEAR_ENDED)]
    overs = [clue.month + MONTHS - 1 for clue in clues if clue.kind is Witness.YEAR_OVER]
    latest = max([*ends, *overs], default=0)
    misfits: dict[int, float] = {}
    for numbers, rows in _seasons(says_this_year=says_this_year):
        years = {year: _misfit_of_year(year, clues, rows) for year in in_reach}
        for year, number in product(in_reach, numbers):
            month = year * MONTHS + number - 1
            unborn = sum(6.0 for end in ends if month < end and end // MONTHS == year)
            misfits[month] = years[year] + months[number] + unborn + 0.08 * min(MONTHS, abs(month - latest))
    best = min(misfits, key=lambda month: (misfits[month], month))
    return best, min(cost for month, cost in misfits.items() if month // MONTHS != best // MONTHS) - misfits[best]


def _seasons(*, says_this_year: bool) -> tuple[tuple[range, Rows], ...]:
    """The rows for the months of a year: early in it plans are this year's, late in it the next one's, and its figures may be out."""
    late = {**_MISFITS, Witness.PLANNED: _PLANNED_LATE}
    december = late if says_this_year else {**late, Witness.YEAR_OVER: _ALMOST_OVER}
    early = {**_MISFITS, Witness.PLANNED: _PLANNED_EARLY}
    return (range(1, 4), early), (range(4, 10), _MISFITS), (range(10, 12), late), (range(12, 13), december)


def _names_year(clue: Clue) -> bool:
    return clue.kind in _MISFITS or clue.kind is Witness.MOON


def _counted(clues: tuple[Clue, ...]) -> int:
    """How many different things are told of years."""
    told = {(clue.kind, clue.month // MONTHS) for clue in clues if clue.kind in _MISFITS and clue.kind not in _EXCLUDING}
    return len(told) + _ENOUGH * any(clue.kind is Witness.MOON for clue in clues)


def _dated(month: int, clues: tuple[Clue, ...]) -> PageDate:
    year, number = divmod(month, MONTHS)
    near = [clue for clue in clues if _tells_month(clue, month)]
    words = tuple(dict.fromkeys(clue.text for clue in (near or clues)))[-4:]
    how = "no date line; fits best with " + "、".join(words)
    if near:
        return PageDate(f"{year}-{number + 1:02}", Precision.MONTH, inferred=True, how=how)
    return PageDate(str(year), Precision.YEAR, inferred=True, how=how)


def _tells_month(clue: Clue, month: int) -> bool:
    """Whether the witness tells more than the year."""
    if clue.kind in (Witness.SHORTLY_AFTER, Witness.MONTH_PAST):
        return (month % MONTHS + 1 - clue.month) % MONTHS <= 3
    return clue.kind is Witness.MONTH_OVER and 0 <= month - clue.month <= 3


def _misfit_of_year(year: int, clues: tuple[Clue, ...], rows: Rows) -> float:
    """How ill a year fits the witnesses that name one; what is said again and again counts little more than once."""
    said = Counter((clue.kind, clue.month // MONTHS) for clue in clues if clue.kind in _MISFITS)
    costs: defaultdict[int, float] = defaultdict(float)
    for (kind, named), times in said.items():
        costs[named] += min(_MOST, 1 + _AGAIN * (times - 1)) * _cost(rows[kind], year - named)
    total = sum(min(_CAP, cost) for cost in costs.values())
    past = [clue.month // MONTHS for clue in clues if clue.kind in _PAST]
    total += _cost(_FRESH, year - max(past)) if past else 0.0
    moons: defaultdict[str, set[int]] = defaultdict(set)
    for clue in clues:
        if clue.kind is Witness.MOON:
            moons[clue.text].add(clue.month // MONTHS)
    total += sum(_OTHER_MOON for fitting in moons.values() if year not in fitting)
    animals = (clue.month for clue in clues if clue.kind is Witness.ANIMAL_YEAR)
    return total + sum(4.0 for animal in animals if (year - _YEAR_OF_THE_RAT) % _ANIMALS != animal)


def _cost(row: Row, years: int) -> float:
    first, costs = row
    return costs[min(max(years - first, 0), len(costs) - 1)]


def _misfit_of_month(number: int, clues: tuple[Clue, ...]) -> float:
    """How ill a month of the year, 1 to 12, fits the witnesses that name none: bare days, this year's months, the spring."""
    days = [clue.month for clue in clues if clue.kind is Witness.SHORTLY_AFTER]
    lags = [_lag(day, number) for day in days]
    total = min(lags) + 0.3 * sum(min(2.0, lag) for lag in lags) / len(lags) if lags else 0.0
    # A day of the month to come has not been yet: the page is no older than its newest day.
    total += _UNBORN * any((day - number) % MONTHS == 1 for day in days)
    parts = [clue.month for clue in clues if clue.kind is Witness.MONTH_PAST]
    if parts:
        # Figures of a month are out when it is over; they are news for the month after.
        after = number - max(parts)
        total += 0.5 if after == 0 else 0.15 * abs(after - 1)
        total += 2.0 * sum(number < part for part in parts)
    total += 1.5 * sum(number > clue.month for clue in clues if clue.kind is Witness.MONTH_AHEAD)
    return total + 0.5 * (number > 3) * sum(clue.kind is Witness.SPRING for clue in clues)


def _lag(day: int, number: int) -> float:
    """How ill a bare day in month `day` fits a page of month `number`: days of the same month and of the one before are fresh."""
    lag = (number - day) % MONTHS
    return (0.0, 0.5, 1.5, 2.5)[lag] if lag <= 3 else 4.0
