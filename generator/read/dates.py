"""When a page appeared, inferred from its text: most pages have no date line.

Every mention of a time is a witness. A year that is over is, as a rule, the one before the page's; a year that is compared with lies some
years back; what is planned lies ahead, most often by two years; a bare day (1月29日) is a day or two old. How ill each candidate fits the
witnesses is added up, for the year and for the month; what fits best is the page's date.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import product

from generator.model.article import PageDate, Precision
from generator.model.period import is_period
from generator.read.anniversaries import find_years_from_founding
from generator.read.clues import find_clues
from generator.read.events import Events, find_events
from generator.read.misfits import asserts_year, misfit_of_month, misfit_of_year, names_year, rows_by_month
from generator.read.witnesses import MONTHS, Clue, Witness

_MASTHEAD = re.compile(r"(?P<year>20\d\d)\s*年\s*(?P<month>\d{1,2})\s*月\s*(?P<day>\d{1,2})\s*日")
UNKNOWN = PageDate("", Precision.NONE, inferred=True, how="the text names no year")
_ENDED = (Witness.MONTH_OVER, Witness.PART_OVER)
_CLEAR = 0.7  # what leads by less is wrong as often as right (pages of two articles put together)
_FAR_AHEAD = 3.0  # what leads by as much is right whatever it rests on
_ENOUGH = 3  # years told in as many ways: one or two are too few to be sure
_NEAR = 3  # years from the page's in which what is told of a year tells the page's
_REACH = 6  # years that a page may be older or younger than all that it names
_NOT_YET = 6.0  # what it costs a page that a month which it tells of as over, of the same year, is to come
_STALE = 0.08  # what each month costs, up to a year, that lies between the page and the last time of which it tells as over
_FRESH_MONTHS = 3  # so long a day or month tells the month of the page


def infer_date(texts: Sequence[str], headers: Iterable[str] = (), events: Events | None = None) -> PageDate:
    """The page's date to the month, to the year, or to the day where a line of the page itself (`headers`) gives it.

    `texts` are the page's paragraphs, `events` those whose year is known. The date is sure where it leads other years by enough and rests
    on enough witnesses; a text that names no year has no date (`UNKNOWN`).

    >>> infer_date(["截至2023年12月27日，企业达38家。", "1月4日，记者从高新区获悉，2024年将新增10家。"]).value
    '2024-01'
    >>> infer_date(["高新区聚焦主导产业。"]).precision
    <Precision.NONE: 'none'>
    """
    lines = tuple(headers)
    told = next(filter(None, map(_date_told, lines)), None)
    if told is not None:
        return told
    known = (clue for text in (*texts, *lines) for clue in find_events(text, events)) if events else ()
    clues = (*(clue for text in (*texts, *lines) for clue in find_clues(text)), *find_years_from_founding(texts), *known)
    if not any(names_year(clue) for clue in clues):
        return UNKNOWN
    best, lead = _best_month(clues, says_this_year=any("今年" in text for text in texts))
    date = _dated(best, clues)
    if lead >= _FAR_AHEAD or (lead >= _CLEAR and _counted(clues, best // MONTHS) >= _ENOUGH):
        return date
    return replace(date, sure=False, how=f"{date.how}; another year fits nearly as well, or too little tells it")


def _date_told(header: str) -> PageDate | None:
    """The date that a line of the page itself gives; None where it gives none or one that is in no calendar."""
    match = _MASTHEAD.search(header)
    if match is None:
        return None
    value = f"{match['year']}-{int(match['month']):02}-{int(match['day']):02}"
    return PageDate(value, Precision.DAY, inferred=True, how=f"the page's own line says {match[0]}") if is_period(value) else None


def _best_month(clues: tuple[Clue, ...], *, says_this_year: bool) -> tuple[int, float]:
    """The month, counted from the year 0, that fits all witnesses best, of two alike the earlier; and by how much it leads other years."""
    named = {clue.month // MONTHS for clue in clues if names_year(clue)}
    in_reach = range(min(named) - _REACH, max(named) + _REACH + 1)
    months = {number: misfit_of_month(number, clues) for number in range(1, MONTHS + 1)}
    ends = [clue.month for clue in clues if clue.kind in (*_ENDED, Witness.YEAR_ENDED)]
    overs = [clue.month + MONTHS - 1 for clue in clues if clue.kind is Witness.YEAR_OVER]
    latest = max([*ends, *overs], default=0)
    misfits: dict[int, float] = {}
    for numbers, rows in rows_by_month(says_this_year=says_this_year):
        years = {year: misfit_of_year(year, clues, rows) for year in in_reach}
        for year, number in product(in_reach, numbers):
            month = year * MONTHS + number - 1
            unborn = sum(_NOT_YET for end in ends if month < end and end // MONTHS == year)
            misfits[month] = years[year] + months[number] + unborn + _STALE * min(MONTHS, abs(month - latest))
    best = min(misfits, key=lambda month: (misfits[month], month))
    return best, min(cost for month, cost in misfits.items() if month // MONTHS != best // MONTHS) - misfits[best]


def _counted(clues: tuple[Clue, ...], year: int) -> int:
    """How many different things are told of years near the page's; a day by sun and moon is as good as enough of them, one by another
    name as one.
    """
    told = {(clue.kind, clue.month // MONTHS) for clue in clues if asserts_year(clue) and abs(clue.month // MONTHS - year) <= _NEAR}
    names = {clue.text for clue in clues if clue.kind is Witness.DAY_NAME}
    return len(told) + len(names) + _ENOUGH * any(clue.kind is Witness.MOON for clue in clues)


def _dated(month: int, clues: tuple[Clue, ...]) -> PageDate:
    """The month, counted from the year 0, as a date; only its year where no witness tells more."""
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
        return (month % MONTHS + 1 - clue.month) % MONTHS <= _FRESH_MONTHS
    return clue.kind in _ENDED and 0 <= month - clue.month <= _FRESH_MONTHS
