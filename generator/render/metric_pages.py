"""One page a metric: who has how much. Ranks are given only among figures of one year that are so; all else is listed without a place."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

from generator.model.claim import Kind, Level, Status
from generator.model.entities import Metric
from generator.model.sheet import ParkSheet, SheetFact
from generator.render.book import Book
from generator.render.escape import escape
from generator.render.figures import period_text, year_of
from generator.render.index_pages import fact_cells, fact_columns, figure_link, metric_link, park_link, published
from generator.render.links import metric_path
from generator.render.metric_series import over_time
from generator.render.park_kinds import is_aggregate
from generator.render.ranking_chart import bar_chart
from generator.render.tables import Column, IndexPage, Section, Table, unbroken

_FEW, _YEARS, _PLACES = 8, 2, 2


@dataclass(frozen=True, slots=True)
class Entry:
    """One figure of one park."""

    sheet: ParkSheet
    item: SheetFact


def entries_by_metric(book: Book) -> dict[str, tuple[Entry, ...]]:
    """The published figures of the parks themselves by metric, in the registry's order."""
    found: dict[str, list[Entry]] = {}
    for sheet in book.sheets:
        for item in published(sheet):
            claim = item.fact.claim
            if claim.metric in book.metrics and claim.level is Level.PARK:
                found.setdefault(claim.metric or "", []).append(Entry(sheet, item))
    return {metric: tuple(found[metric]) for metric in book.metrics if metric in found}


def metrics_page(book: Book, path: str) -> IndexPage:
    """All metrics that have figures, by topic."""
    words, found = book.wording, entries_by_metric(book)
    columns = (
        Column(words("column.metric")),
        Column(words("column.parks"), number=True),
        Column(words("column.figures"), number=True),
        Column(words("metrics.largest")),
    )
    sections = []
    for topic in book.topics:
        metrics = [metric for metric in found if book.metrics[metric].topic == topic.id]
        if metrics:
            rows = tuple(
                (
                    metric_link(metric, book, path),
                    len({entry.sheet.park.id for entry in found[metric]}),
                    len(found[metric]),
                    _largest(found[metric], book, path),
                )
                for metric in metrics
            )
            table = Table(words("metrics.caption", topic=topic.name), columns, rows)
            sections.append(Section(f"topic-{topic.id}", topic.name, table))
    return IndexPage(path, words("index.metrics"), words("metrics.lead", count=len(found)), tuple(sections))


def _largest(entries: Sequence[Entry], book: Book, path: str) -> Markup | str:
    """The largest of the parks' latest figures with its period; empty where none can be compared."""
    sized = [entry for entry in _latest_of_parks(_actual(entries), book) if book.base(entry.item.fact.claim) is not None]
    if not sized:
        return ""
    best = max(sized, key=lambda entry: (_size(entry, book), entry.sheet.park.id))
    claim = best.item.fact.claim
    period = escape(period_text(claim.period, book.date_of(claim), book.wording))
    figure = figure_link(best.sheet, best.item, book, path)
    return Markup('{} {} <small class="pf-date">{}</small>').format(park_link(best.sheet, path), figure, period)


def _actual(entries: Sequence[Entry]) -> list[Entry]:
    """Numbers that are so: no growth, share or rank, no plan."""
    claims = ((entry, entry.item.fact.claim) for entry in entries)
    return [entry for entry, claim in claims if claim.kind is Kind.LEVEL and claim.status is Status.ACTUAL]


def _latest_of_parks(entries: Sequence[Entry], book: Book) -> list[Entry]:
    """The latest figure of the whole of each park; of one day the largest."""
    newest = sorted(entries, key=lambda entry: (book.last_day(entry.item.fact.claim), _size(entry, book)), reverse=True)
    return _best_of_parks(newest, book)


def metric_pages(book: Book) -> tuple[IndexPage, ...]:
    """One page for every metric that has a figure."""
    return tuple(_metric_page(book.metrics[metric], entries, book) for metric, entries in entries_by_metric(book).items())


def _metric_page(metric: Metric, entries: tuple[Entry, ...], book: Book) -> IndexPage:
    path = metric_path(metric.id)
    ranked = [entry for entry in entries if entry.item.fact.claim.kind is Kind.LEVEL]
    actual = _actual(entries)
    planned = [entry for entry in ranked if entry.item.fact.claim.status is not Status.ACTUAL]
    others = [entry for entry in entries if entry.item.fact.claim.kind is not Kind.LEVEL]
    sections = (
        *_latest_section(metric, actual, book, path),
        *over_time(metric, book, path),
        *_year_sections(metric, actual, book, path),
        *_listed("planned", metric, planned, book, path),
        *_listed("changes", metric, others, book, path),
    )
    return IndexPage(path, metric.name, book.wording("metrics.page_lead"), sections)


def _latest_section(metric: Metric, entries: Sequence[Entry], book: Book, path: str) -> list[Section]:
    """The latest figure of each park, the largest first, without places: their periods differ. Left out where all are of one year."""
    chosen = _latest_of_parks(entries, book)
    if len({_year(entry, book) for entry in entries}) < _YEARS or len(chosen) < _YEARS:
        return []
    words = book.wording
    ordered = sorted(chosen, key=lambda entry: (-_size(entry, book), entry.sheet.park.id))
    columns = (
        Column(words("column.park")),
        Column(words("column.figure"), number=True),
        Column(words("column.period"), choose=True),
        Column(words("column.label")),
    )
    rows = tuple(_rank_row(metric, entry, None, book, path) for entry in ordered)
    bars = [
        (f"{entry.sheet.park.name} {_year(entry, book)}", entry.item.fact.claim) for entry in ordered if not is_aggregate(entry.sheet.park)
    ]
    chart, described = bar_chart(words("metrics.latest_caption", metric=metric.name), bars, book)
    table = Table(words("metrics.latest_caption", metric=metric.name), columns, rows, tools=len(rows) > _FEW)
    return [Section("latest", words("metrics.latest"), table, intro=words("metrics.latest_note"), chart=chart, described=described)]


def _year(entry: Entry, book: Book) -> str:
    claim = entry.item.fact.claim
    return year_of(claim.period, book.date_of(claim))


def _year_sections(metric: Metric, entries: Sequence[Entry], book: Book, path: str) -> list[Section]:
    years: dict[str, list[Entry]] = {}
    for entry in entries:
        years.setdefault(_year(entry, book), []).append(entry)
    alone = [year for year, found in years.items() if len(found) == 1]
    together = alone if len(alone) > 1 else []
    sections = [_year_section(metric, year, years[year], book, path) for year in sorted(years, reverse=True) if year not in together]
    if together:
        title = book.wording("metrics.single" if sections else "metrics.single_all")
        sections.append(_single_section(metric, title, [years[year][0] for year in sorted(together, reverse=True)], book, path))
    return sections


def _single_section(metric: Metric, title: str, entries: Sequence[Entry], book: Book, path: str) -> Section:
    """The figures of years that have no other: one table, since none of them can be in a place."""
    words = book.wording
    columns = (
        Column(words("column.park")),
        Column(words("column.figure"), number=True),
        Column(words("column.period")),
        Column(words("column.label")),
    )
    rows = tuple(_rank_row(metric, entry, None, book, path) for entry in entries)
    caption = words("metrics.rank_caption", metric=metric.name, year=title)
    return Section("single", title, Table(caption, columns, rows), intro=words("metrics.single_note"))


def _year_section(metric: Metric, year: str, entries: list[Entry], book: Book, path: str) -> Section:
    words = book.wording
    title = words("period.year", year=year) if year else words("metrics.year_unknown")
    ordered = sorted(entries, key=lambda entry: (-_size(entry, book), entry.sheet.park.id, entry.item.fact.id))
    best = _best_of_parks(ordered, book)
    # One park alone is in no place.
    places = {id(entry): place for place, entry in zip(_places(best, book), best, strict=True)} if len(best) >= _PLACES else {}
    rows = tuple(_rank_row(metric, entry, places.get(id(entry), 0), book, path) for entry in ordered)
    columns = (
        Column(words("column.park")),
        Column(words("column.rank"), number=True),
        Column(words("column.figure"), number=True),
        Column(words("column.period")),
        Column(words("column.label")),
    )
    table = Table(words("metrics.rank_caption", metric=metric.name, year=title), columns, rows, tools=len(rows) > _FEW)
    bars = [(entry.sheet.park.name, entry.item.fact.claim) for entry in best]
    chart, described = bar_chart(words("metrics.bars", metric=metric.name, year=title), bars, book)
    notes = [words("metrics.mixed")] if len({entry.item.fact.claim.period for entry in entries}) > 1 else []
    notes += (
        [words("metrics.not_ranked")]
        if any(book.base(entry.item.fact.claim) is None or is_aggregate(entry.sheet.park) for entry in entries)
        else []
    )
    return Section(f"y{year or '0'}", title, table, note="".join(notes), chart=chart, described=described)


def _size(entry: Entry, book: Book) -> Decimal:
    size = book.base(entry.item.fact.claim)
    return Decimal("-Infinity") if size is None else size


def _best_of_parks(ordered: Sequence[Entry], book: Book) -> list[Entry]:
    """The largest figure of each park that measures the metric as a whole: a part of it gets no place among others."""
    chosen: dict[str, Entry] = {}
    for entry in ordered:
        if not book.is_part(entry.item.fact.claim) and not is_aggregate(entry.sheet.park):
            chosen.setdefault(entry.sheet.park.id, entry)
    return [entry for entry in ordered if chosen.get(entry.sheet.park.id) is entry]


def _places(ordered: Sequence[Entry], book: Book) -> list[int]:
    """Places from 1; equal figures share a place; 0 for a figure that cannot be compared."""
    sizes = [book.base(entry.item.fact.claim) for entry in ordered]
    return [0 if size is None else 1 + sum(other is not None and other > size for other in sizes) for size in sizes]


def _rank_row(metric: Metric, entry: Entry, place: int | None, book: Book, path: str) -> tuple[Markup | str | int, ...]:
    claim = entry.item.fact.claim
    size = book.base(claim)
    figure = figure_link(entry.sheet, entry.item, book, path)
    if size is not None:
        figure = Markup('<data value="{}">{}</data>').format(f"{size.normalize():f}", figure)
    label = claim.label if claim.label != metric.name else ""
    period = unbroken(period_text(claim.period, book.date_of(claim), book.wording))
    return (park_link(entry.sheet, path), *((place or "",) if place is not None else ()), figure, period, label)


def _listed(part: str, metric: Metric, entries: Sequence[Entry], book: Book, path: str) -> list[Section]:
    if not entries:
        return []
    words = book.wording
    ordered = sorted(entries, key=lambda entry: (entry.sheet.park.id, entry.item.fact.id))
    ordered.sort(key=lambda entry: book.last_day(entry.item.fact.claim), reverse=True)
    rows = tuple((*fact_cells(entry.sheet, entry.item, book, path), words(f"status.{entry.item.fact.claim.status}")) for entry in ordered)
    columns = (*fact_columns(book), Column(words("column.status")))
    return [Section(part, words(f"metrics.{part}"), Table(words(f"metrics.{part}_caption", metric=metric.name), columns, rows))]
