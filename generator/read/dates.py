"""When a page appeared, inferred from its text: most pages have no date line.

Every mention of a time is a witness: what is past must lie before the page, what is planned after it, a bare day (1月29日) shortly
before it. For each month that comes into question the witnesses are asked how ill it fits; the month that fits best is the page's.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.model.article import PageDate, Precision
from generator.model.period import is_period
from generator.read.clues import MONTHS, Clue, Witness, find_clues
from generator.read.events import Events, find_events

_MASTHEAD = re.compile(r"(?P<year>20\d\d)\s*年\s*(?P<month>\d{1,2})\s*月\s*(?P<day>\d{1,2})\s*日")
_AIM_AHEAD = 18  # months: 力争到2027年 is said, as a rule, in 2025 or 2026
UNKNOWN = PageDate("", Precision.NONE, inferred=True, how="the text names no year")
_UNBORN = 0.8
_JUST_OVER = 0.2
_NAME_A_YEAR = frozenset({Witness.AFTER, Witness.YEAR_OVER, Witness.BEFORE, Witness.YEAR_IS})
_YEAR_OF_THE_RAT, _ANIMALS = 2020, 12


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
    dated = [clue.month for clue in clues if clue.kind in _NAME_A_YEAR]
    if not dated:
        return UNKNOWN
    past = [clue.month for clue in clues if clue.kind in _NAME_A_YEAR - {Witness.BEFORE}] or [min(dated) - _AIM_AHEAD]
    months = range(max(past) - 3 * MONTHS, max(past) + 4 * MONTHS + 1)
    told = _tell(clues)
    best = min(months, key=lambda month: (_misfit(month, clues, told, max(past)), month))
    return _dated(best, clues)


@dataclass(frozen=True, slots=True)
class _Told:
    """What the witnesses say together: the months of bare days and of this year's figures, and the years that are told from this one."""

    recent: tuple[int, ...]
    parts: tuple[int, ...]
    named: frozenset[int]


def _tell(clues: tuple[Clue, ...]) -> _Told:
    recent = tuple(clue.month for clue in clues if clue.kind is Witness.SHORTLY_AFTER)
    parts = tuple(clue.month for clue in clues if clue.kind is Witness.MONTH_PAST)
    # Who says 今年 says 2023年 of another year.
    this_year = any(clue.kind in (Witness.MONTH_PAST, Witness.MONTH_AHEAD) for clue in clues)
    named = frozenset(clue.month // MONTHS for clue in clues if this_year and clue.kind is Witness.YEAR_OVER and clue.sure)
    return _Told(recent, parts, named)


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
    return clue.kind is Witness.AFTER and clue.sure and 0 <= month - clue.month <= 3


def _misfit(month: int, clues: tuple[Clue, ...], told: _Told, latest: int) -> float:
    """How ill a month fits all witnesses; later than the latest of them costs a little for each month."""
    recent = [_lag(number, month) for number in told.recent]
    total = 0.08 * abs(month - latest) + (min(recent) + 0.3 * sum(min(2.0, lag) for lag in recent) / len(recent) if recent else 0.0)
    # A day of the month to come has not been yet: the page is no older than its newest day.
    total += _UNBORN * any((number - month % MONTHS - 1) % MONTHS == 1 for number in told.recent)
    if told.parts:
        # Figures of a month are out when it is over; they are news for the month after.
        after = month % MONTHS + 1 - max(told.parts)
        total += 0.5 if after == 0 else 0.15 * abs(after - 1)
    total += 0.7 * (month // MONTHS in told.named)
    if month % MONTHS == MONTHS - 1 and any(
        clue.kind is Witness.YEAR_OVER and clue.sure and clue.month == month + 1 - MONTHS for clue in clues
    ):
        # In December figures of a whole year are the last one's, unless something else is told of the year.
        total += _JUST_OVER * all(clue.month // MONTHS != month // MONTHS for clue in clues if clue.kind is Witness.AFTER)
    return total + sum(_misfit_of(clue, month) for clue in clues)


def _lag(number: int, month: int) -> float:
    """How ill a bare day in month `number` fits a page of `month`: days of the same month and of the one before are fresh."""
    lag = (month % MONTHS + 1 - number) % MONTHS
    return (0.0, 0.5, 1.5, 2.5)[lag] if lag <= 3 else 4.0


def _misfit_of(clue: Clue, month: int) -> float:
    year, number = month // MONTHS, month % MONTHS + 1
    match clue.kind:
        case Witness.AFTER:
            return (4.0 if clue.sure else 1.5) if month < clue.month else 0.0
        case Witness.BEFORE:
            return 1.5 if month > clue.month + MONTHS - 1 else 0.0
        case Witness.YEAR_OVER:
            return _misfit_of_year_over(clue, month)
        case Witness.YEAR_AFTER | Witness.YEAR_IS:
            return 0.0 if year == clue.month // MONTHS else 3.0 if clue.sure else 1.0
        case Witness.ANIMAL_YEAR:
            return 0.0 if (year - _YEAR_OF_THE_RAT) % _ANIMALS == clue.month else 4.0
        case Witness.MONTH_PAST:
            return 2.0 if number < clue.month else 0.0
        case Witness.MONTH_AHEAD:
            return 1.5 if number > clue.month else 0.0
        case Witness.SPRING:
            return 0.0 if number <= 3 else 0.5
        case Witness.SHORTLY_AFTER:
            return 0.0


def _misfit_of_year_over(clue: Clue, month: int) -> float:
    if month < clue.month:
        return 4.0
    return (1.5 if clue.sure else 0.8) if month < clue.month + MONTHS - 1 else 0.0
