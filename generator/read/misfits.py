"""How ill a year and a month fit what the witnesses say of when a page was written, in units of about -ln of how often that is so."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from generator.read.witnesses import ANIMALS, MONTHS, Clue, Witness

# What a witness costs a page that is so many years younger than the year it names: the first number is the years of the first cost. Beyond
# the ends of a row it costs what the nearest end does; below its first number it has not been yet, above a plan's last it is over.
# Counted on the annotated pages and fitted to them by `python -m tests.fit_years`.
Row: TypeAlias = tuple[int, tuple[float, ...]]
Rows: TypeAlias = Mapping[Witness, Row]
_ROWS: Rows = {
    Witness.YEAR_OVER: (-1, (4.3, 3.1, 0.0, 2.0, 2.0, 3.0)),
    Witness.COMPARED: (-1, (4.0, 1.9, 0.0, 0.4, 0.3, 0.8, 1.2, 1.6, 2.2)),
    Witness.SINCE: (-1, (3.6, 1.2, 0.8, 0.2, 0.3, 0.3, 0.2, 0.9, 1.0, 1.3)),
    Witness.YEAR_ENDED: (-1, (4.0, 2.7, 0.1, 1.5, 1.6, 2.4)),
    Witness.MONTH_OVER: (-1, (4.2, 0.4, 0.0, 0.8, 1.0, 1.2, 1.4)),
    Witness.PART_OVER: (-1, (4.2, 0.0, 1.4, 3.0)),
    Witness.REVIEWED: (-1, (6.0, 2.3, 0.0, 2.4, 3.0)),
    Witness.LISTED: (-1, (6.0, 0.0, 1.3, 1.7, 2.0)),
    Witness.TITLE: (-1, (5.0, 0.0, 1.3, 2.3, 3.0)),
    Witness.EVENT: (-1, (5.0, 0.0, 1.3, 1.5, 2.0)),
    Witness.PLANNED: (-8, (2.8, 2.8, 2.5, 1.8, 1.6, 1.1, 0.0, 1.5, 3.2, 4.5)),
    Witness.YEARS_PLAN: (-5, (1.5, 1.2, 0.5, 0.0, 0.5, 0.7, 2.6, 4.0)),
    Witness.DATED_PLAN: (-4, (3.2, 3.0, 1.3, 0.0, 2.6, 4.5)),
    Witness.STAGE: (-4, (2.0, 1.2, 0.7, 0.3, 0.4, 0.3, 0.0, 0.8, 1.0)),
    Witness.ANNIVERSARY: (-2, (3.6, 3.2, 0.0, 3.4, 3.8)),
    Witness.YEARS_COUNTED: (-2, (4.5, 2.6, 0.0, 1.0, 3.2)),
    Witness.YEARS_SINCE: (-1, (2.0, 0.0, 0.9, 1.6)),
    Witness.FIVE_YEARS: (-2, (3.2, 0.0, 0.0, 0.5, 0.6, 0.5, 0.0, 0.9, 2.6)),
    Witness.PLAN_STAGE: (-1, (1.5, 0.0, 3.0)),
    Witness.YEAR_IS: (-1, (5.5, 0.0, 5.2)),
    Witness.NOT_THIS_YEAR: (-1, (0.0, 2.7, 0.2)),
    Witness.NOT_LAST_YEAR: (-1, (2.6, 2.7, 2.9, 0.0)),
}
# The rows of some witnesses in some months of the year.
_PLANNED_EARLY = (-8, (2.6, 2.6, 2.4, 2.0, 0.4, 1.1, 0.0, 0.4, 2.8, 4.5))
_PLANNED_LATE = (-8, (2.6, 2.4, 2.0, 1.2, 1.2, 0.9, 0.0, 1.3, 3.1, 4.5))
_YEARS_PLAN_EARLY = (-5, (2.4, 2.2, 1.7, 1.7, 0.7, 0.1, 0.9, 3.0))
_YEARS_PLAN_LATE = (-5, (1.6, 1.8, 1.1, 0.8, 0.0, 1.7, 3.2, 4.0))
_ALMOST_OVER = (-1, (6.0, 0.2, 0.0, 2.0, 2.0, 3.0))
_FRESH = (1, (0.0, 0.9, 2.2, 3.0))  # years since the last that is past: rarely more than two

_EXCLUDING = frozenset({Witness.NOT_THIS_YEAR, Witness.NOT_LAST_YEAR, Witness.FIVE_YEARS})
_PAST = frozenset(
    {
        Witness.YEAR_OVER,
        Witness.COMPARED,
        Witness.SINCE,
        Witness.YEAR_ENDED,
        Witness.MONTH_OVER,
        Witness.PART_OVER,
        Witness.REVIEWED,
        Witness.LISTED,
    }
)
_AGAIN = 0.25  # what a witness of the same kind and year adds that stands a second time
_MOST = 2.0  # as how many witnesses all of one kind and year count at most
_CAP = 7.0  # what all witnesses of one year cost at most: some are misread
_OTHER_DAY = {Witness.MOON: 6.0, Witness.DAY_NAME: 4.0}  # a day told in two ways, in a year in which they are two days
_OTHER_ANIMAL = 5.0
_YEAR_OF_THE_RAT = 2020
_NO_BARE_DAY_NEAR = 4.0  # a bare day that lies more than three months back
_UNBORN = 0.8  # a bare day of the month to come: the page is no older than its newest day
_PART_UNBORN, _PART_OF_MONTH, _PART_STALE = 2.0, 0.5, 0.15  # figures of this year's months that are to come, go on, or are out for so long
_AHEAD_IS_OVER = 1.5  # a month of this year that was to come
_SPRING_IS_OVER = 0.5
_LAST_OF_SPRING = 3  # month


def names_year(clue: Clue) -> bool:
    """Whether a witness says anything of the year, and not of the month or of an animal only.

    >>> names_year(Clue(Witness.PLANNED, 2025 * 12, "2025年")), names_year(Clue(Witness.SPRING, 1, "春节"))
    (True, False)
    """
    return clue.kind in _ROWS or clue.kind is Witness.MOON


def asserts_year(clue: Clue) -> bool:
    """Whether a witness speaks for a year; some only speak against one, or for five alike.

    >>> asserts_year(Clue(Witness.TITLE, 2025 * 12, "2025")), asserts_year(Clue(Witness.NOT_THIS_YEAR, 2025 * 12, "2025年…今年"))
    (True, False)
    """
    return clue.kind in _ROWS and clue.kind not in _EXCLUDING


def rows_by_month(*, says_this_year: bool) -> tuple[tuple[range, Rows], ...]:
    """The rows for the months of a year, 1 to 12: early in it plans are this year's, late in it the next one's.

    In December figures of the whole year may be this year's, unless the page says 今年.
    """
    late = {**_ROWS, Witness.PLANNED: _PLANNED_LATE, Witness.YEARS_PLAN: _YEARS_PLAN_LATE}
    december = late if says_this_year else {**late, Witness.YEAR_OVER: _ALMOST_OVER}
    early = {**_ROWS, Witness.PLANNED: _PLANNED_EARLY, Witness.YEARS_PLAN: _YEARS_PLAN_EARLY}
    return (range(1, 4), early), (range(4, 10), _ROWS), (range(10, 12), late), (range(12, 13), december)


def weighed(clues: Sequence[Clue]) -> dict[tuple[Witness, int], float]:
    """How much each kind of witness counts for each year that it names: what is said again and again counts little more than once.

    >>> weighed([Clue(Witness.YEAR_OVER, 2024 * 12, "2024年")] * 3)
    {(<Witness.YEAR_OVER: 'figures of the whole year'>, 2024): 1.5}
    """
    said = Counter((clue.kind, clue.month // MONTHS) for clue in clues if clue.kind in _ROWS)
    found: defaultdict[tuple[Witness, int], float] = defaultdict(float)
    for (kind, named), times in said.items():
        in_series = kind is Witness.YEAR_OVER and (Witness.NOT_LAST_YEAR, named) in said
        found[Witness.COMPARED if in_series else kind, named] += min(_MOST, 1 + _AGAIN * (times - 1))
    return dict(found)


def misfit_of_year(year: int, clues: Sequence[Clue], rows: Rows) -> float:
    """How ill a year fits the witnesses that say anything of it.

    >>> clues = [Clue(Witness.YEAR_OVER, 2024 * 12, "2024年")]
    >>> [misfit_of_year(year, clues, {Witness.YEAR_OVER: (-1, (9.0, 8.0, 0.0, 2.0))}) for year in (2023, 2024, 2025, 2026)]
    [7.0, 7.0, 0.0, 2.9]
    """
    costs: defaultdict[int, float] = defaultdict(float)
    for (kind, named), weight in weighed(clues).items():
        costs[named] += weight * _cost(rows[kind], year - named)
    past = [clue.month // MONTHS for clue in clues if clue.kind in _PAST]
    fresh = _cost(_FRESH, year - max(past)) if past else 0.0
    return sum(min(_CAP, cost) for cost in costs.values()) + fresh + _misfit_of_double_dates(year, clues) + _misfit_of_animals(year, clues)


def _misfit_of_double_dates(year: int, clues: Sequence[Clue]) -> float:
    """Of the days told in two ways: one witness stands for each year in which they are one day."""
    fitting: defaultdict[tuple[Witness, str], set[int]] = defaultdict(set)
    for clue in clues:
        if clue.kind in _OTHER_DAY:
            fitting[clue.kind, clue.text].add(clue.month // MONTHS)
    return sum(_OTHER_DAY[kind] for (kind, _), years in fitting.items() if year not in years)


def _misfit_of_animals(year: int, clues: Sequence[Clue]) -> float:
    named = (clue.month for clue in clues if clue.kind is Witness.ANIMAL_YEAR)
    return sum(_OTHER_ANIMAL for animal in named if (year - _YEAR_OF_THE_RAT) % len(ANIMALS) != animal)


def misfit_of_month(number: int, clues: Sequence[Clue]) -> float:
    """How ill a month of the year, 1 to 12, fits the witnesses that name none: bare days, this year's months, the spring.

    >>> days = [Clue(Witness.SHORTLY_AFTER, 6, "6月15日")]
    >>> [round(misfit_of_month(number, days), 2) for number in (5, 6, 7)]
    [5.4, 0.0, 0.65]
    """
    total = _misfit_of_days(number, [clue.month for clue in clues if clue.kind is Witness.SHORTLY_AFTER])
    total += _misfit_of_parts(number, [clue.month for clue in clues if clue.kind is Witness.MONTH_PAST])
    total += _AHEAD_IS_OVER * sum(number > clue.month for clue in clues if clue.kind is Witness.MONTH_AHEAD)
    return total + _SPRING_IS_OVER * (number > _LAST_OF_SPRING) * sum(clue.kind is Witness.SPRING for clue in clues)


def _misfit_of_days(number: int, months: Sequence[int]) -> float:
    """Of the months of bare days: most by the nearest, a little by all."""
    if not months:
        return 0.0
    lags = [_lag(month, number) for month in months]
    unborn = _UNBORN * any((month - number) % MONTHS == 1 for month in months)
    return min(lags) + 0.3 * sum(min(2.0, lag) for lag in lags) / len(lags) + unborn


def _misfit_of_parts(number: int, months: Sequence[int]) -> float:
    """Of this year's months that are over: their figures are out when the last of them is, and are news for the month after."""
    if not months:
        return 0.0
    after = number - max(months)
    return (_PART_OF_MONTH if after == 0 else _PART_STALE * abs(after - 1)) + _PART_UNBORN * sum(number < month for month in months)


def _cost(row: Row, years: int) -> float:
    first, costs = row
    return costs[min(max(years - first, 0), len(costs) - 1)]


def _lag(day: int, number: int) -> float:
    """How ill a bare day in month `day` fits a page of month `number`: days of the same month and of the one before are fresh."""
    lag = (number - day) % MONTHS
    return (0.0, 0.5, 1.5, 2.5)[lag] if lag <= 3 else _NO_BARE_DAY_NEAR
