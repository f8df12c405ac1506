"""A metric over the years: a row and a line for every series that a sheet has of it, so that both pages tell the same story."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

from generator.model.claim import Claim, Kind, Level, Status
from generator.model.entities import Metric
from generator.model.sheet import ParkSheet, Series, SheetFact
from generator.render.book import Book
from generator.render.escape import escape
from generator.render.figures import figure_text, kind_name, period_text, unit_factor, year_of
from generator.render.index_pages import figure_link, park_link, published
from generator.render.park_kinds import is_aggregate
from generator.render.tables import Column, Section, Table

_YEARS, _LINES = 2, 6


@dataclass(frozen=True, slots=True)
class Run:
    """One series of one park: for each year one figure, in the order of years; `part` is its label where it measures a part only."""

    sheet: ParkSheet
    part: str
    years: Mapping[str, SheetFact]

    @property
    def last(self) -> Claim:
        """The figure of its last year."""
        return self.years[max(self.years)].fact.claim


def over_time(metric: Metric, book: Book, path: str) -> list[Section]:
    """A section of numbers and one of ranks, each left out where no park has figures of two years. The best last figure comes first."""
    return [section for kind in (Kind.LEVEL, Kind.RANK) for section in _section(metric, kind, book, path)]


def _section(metric: Metric, kind: Kind, book: Book, path: str) -> list[Section]:
    best = 1 if kind is Kind.RANK else -1
    runs = sorted(_runs(metric, kind, book), key=lambda run: (best * _size(run.last, book), run.sheet.park.id, run.part))
    if not runs:
        return []
    words = book.wording
    title = words("metrics.ranks_over_time" if kind is Kind.RANK else "metrics.over_time")
    caption = words("metrics.over_time_caption", metric=kind_name(metric.name, kind, words))
    years = sorted({year for run in runs for year in run.years})
    heads = (Column(words("column.park")), *(Column(words("period.year", year=year), number=True) for year in years))
    rows = tuple((_name_cell(run, path), *(_cell(run, year, book, path) for year in years)) for run in runs)
    drawn = [run for run in runs if not is_aggregate(run.sheet.park)]
    chart, described = _chart(caption, kind, drawn[:_LINES], book)
    notes = [words("metrics.lines_cut", count=_LINES)] if chart and len(drawn) > _LINES else []
    notes += [words("metrics.partial_years")] if any(map(_has_partial_years, runs)) else []
    table = Table(caption, heads, rows)
    return [
        Section(
            "ranks-over-time" if kind is Kind.RANK else "over-time", title, table, note="".join(notes), chart=chart, described=described
        )
    ]


def _runs(metric: Metric, kind: Kind, book: Book) -> list[Run]:
    found = []
    for sheet in book.sheets:
        facts = {item.fact.id: item for item in published(sheet)}
        for series in sheet.series:
            if series.key == metric.id and series.kind == kind:
                years = _by_year((facts[fact] for fact in series.facts if fact in facts), book)
                if len(years) >= _YEARS:
                    found.append(Run(sheet, _part(series, years.values(), book), years))
    return found


def _by_year(items: Iterable[SheetFact], book: Book) -> dict[str, SheetFact]:
    """One figure of the park itself a year: what is so before what was planned, then the one that reaches farthest into the year."""
    own = [item for item in items if item.fact.claim.level is Level.PARK]
    own.sort(key=lambda item: item.fact.id)
    own.sort(key=lambda item: (item.fact.claim.status is Status.ACTUAL, book.last_day(item.fact.claim)), reverse=True)
    years: dict[str, SheetFact] = {}
    for item in own:
        year = year_of(item.fact.claim.period, book.date_of(item.fact.claim))
        if year:
            years.setdefault(year, item)
    return dict(sorted(years.items()))


def _part(series: Series, items: Iterable[SheetFact], book: Book) -> str:
    return series.label if all(book.is_part(item.fact.claim) for item in items) else ""


def _size(claim: Claim, book: Book) -> Decimal:
    size = book.base(claim)
    return Decimal("-Infinity") if size is None else size


def _name_cell(run: Run, path: str) -> Markup:
    name = park_link(run.sheet, path)
    return Markup('{} <small class="pf-date">{}</small>').format(name, escape(run.part)) if run.part else name


def _whole_year(claim: Claim) -> bool:
    return len(claim.period) == 4


def _has_partial_years(run: Run) -> bool:
    return any(not _whole_year(item.fact.claim) for item in run.years.values())


def _cell(run: Run, year: str, book: Book, path: str) -> Markup | str:
    """The figure; with it the period where that is not the whole year, and the status where it is no fact yet."""
    if year not in run.years:
        return ""
    item, words = run.years[year], book.wording
    claim = item.fact.claim
    cell = figure_link(run.sheet, item, book, path)
    if not _whole_year(claim):
        cell = Markup('{} <small class="pf-date">{}</small>').format(cell, escape(period_text(claim.period, book.date_of(claim), words)))
    if claim.status is not Status.ACTUAL:
        status = escape(words(f"status.{claim.status}"))
        cell = Markup('{} <span class="pf-status pf-{}">{}</span>').format(cell, escape(claim.status.value), status)
    return cell


def _chart(title: str, kind: Kind, runs: Iterable[Run], book: Book) -> tuple[Markup, str]:
    """The lines as an attribute and the same in words; both empty where no line can be drawn to one scale."""
    sized = [run for run in runs if all(book.base(item.fact.claim) is not None for item in run.years.values())]
    if not sized:
        return Markup(""), ""
    words, unit = book.wording, sized[0].last.unit
    factor = unit_factor(unit, book.units) or Decimal(1)
    first, last = min(min(run.years) for run in sized), max(max(run.years) for run in sized)
    lines = [
        {"name": _line_name(run), "points": [_point(year, item.fact.claim, factor, book) for year, item in run.years.items()]}
        for run in sized
    ]
    data = {
        "kind": "parks",
        "title": title,
        "unit": unit,
        # Years of which nobody has a figure keep their room: a gap must look like one.
        "years": [words("period.year", year=year) for year in range(int(first), int(last) + 1)],
        "lines": lines,
        "rank": kind is Kind.RANK,
        "words": {status.value: words(f"status.{status}") for status in Status},
    }
    comma = words("list.separator")
    told = comma.join(f"{_line_name(run)} {comma.join(_told(item.fact.claim, book) for item in run.years.values())}" for run in sized)
    return escape(json.dumps(data, ensure_ascii=False, separators=(",", ":"))), words("series.described", title=title, points=told)


def _line_name(run: Run) -> str:
    return f"{run.sheet.park.name} {run.part}".strip()


def _point(year: str, claim: Claim, factor: Decimal, book: Book) -> dict[str, str | float]:
    return {
        "x": book.wording("period.year", year=year),
        "y": float(round((book.base(claim) or Decimal(0)) / factor, 6)),
        "text": figure_text(claim, book.wording).whole,
        "period": period_text(claim.period, book.date_of(claim), book.wording),
        "status": claim.status.value,
    }


def _told(claim: Claim, book: Book) -> str:
    """Period, figure, and the status where it is no fact yet."""
    words = book.wording
    mark = words("search.mark", word=words(f"status.{claim.status}")) if claim.status is not Status.ACTUAL else ""
    return f"{period_text(claim.period, book.date_of(claim), words)} {figure_text(claim, words).whole}{mark}"
