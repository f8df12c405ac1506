"""All that a fact sheet prints, worked out beforehand: templates/sheet.md.j2 only lays it out."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.model.claim import Kind, Level, Name, NameKind, Status
from generator.model.sheet import Conflict, ParkSheet, SheetFact
from generator.render.book import Book, Source, headline_text, printed_in
from generator.render.citation import cite_article, cite_sheet
from generator.render.correction_views import CorrectionRow, DroppedRow, correction_file, correction_rows, dropped_rows
from generator.render.escape import escape
from generator.render.fact_views import FactView, Numbering, by_metric, fact_view, latest_first, web_source
from generator.render.figures import date_text, last_day
from generator.render.index_pages import by_sound, full_name, latest_report_first, name_anchor, report_day
from generator.render.key_figures import Card, key_figures
from generator.render.links import (
    data_path,
    feed_path,
    here,
    link,
    park_path,
    quote_anchor,
    region_path,
    source_anchor,
    source_path,
)
from generator.render.park_kinds import kind_key
from generator.render.regions import region_id
from generator.render.series_views import SeriesView, series_views


@dataclass(frozen=True, slots=True)
class TopicView:
    """The figures under one heading."""

    anchor: str
    title: str
    caption: str
    rows: tuple[FactView, ...]


@dataclass(frozen=True, slots=True)
class NameView:
    """One name of a list with what more is known of it and the link to its sentence."""

    name: str
    detail: str
    date: str
    ref: Markup


@dataclass(frozen=True, slots=True)
class YearView:
    """What a park was placed at and honoured with in one year; `ranks` are figures, `honours` names."""

    title: str
    ranks: tuple[FactView, ...]
    honours: tuple[NameView, ...]


@dataclass(frozen=True, slots=True)
class NameList:
    """One list of names."""

    anchor: str
    title: str
    has_detail: bool
    detail_title: str
    names: tuple[NameView, ...]


@dataclass(frozen=True, slots=True)
class QuotedRow:
    """A row with the sentence that it came from."""

    fact: FactView
    quote: str


@dataclass(frozen=True, slots=True)
class ConflictView:
    """Figures that do not go together, each with its sentence."""

    title: str
    message: str
    rows: tuple[QuotedRow, ...]


@dataclass(frozen=True, slots=True)
class SourceView:
    """One numbered source: what it is, how it is cited, and the sentences that figures were taken from."""

    number: int
    anchor: str
    title: Markup
    about: str
    citation: str
    quotes_title: str
    quotes: tuple[Markup, ...]


@dataclass(frozen=True, slots=True)
class SheetView:
    """A whole sheet in the order in which it is printed."""

    path: str
    up: Markup
    title: str
    lead: str
    identity: tuple[tuple[str, Markup], ...]
    cards: tuple[Card, ...]
    topics: tuple[TopicView, ...]
    planned: tuple[FactView, ...]
    machine: Markup
    series: tuple[SeriesView, ...]
    honours: tuple[YearView, ...]
    lists: tuple[NameList, ...]
    residents: tuple[FactView, ...]
    outside: tuple[FactView, ...]
    held: tuple[FactView, ...]
    conflicts: tuple[ConflictView, ...]
    corrections: tuple[CorrectionRow, ...]
    dropped: tuple[DroppedRow, ...]
    sources: tuple[SourceView, ...]
    citation: str
    downloads: Markup
    edit: Markup
    edit_how: Markup


_LISTS = (NameKind.INDUSTRY, NameKind.COMPANY, NameKind.PROJECT, NameKind.INSTITUTION, NameKind.PERSON, NameKind.MEASURE)
# Long lists in which a reader looks for one name; the others are read from the top.
_LOOKED_UP = (NameKind.COMPANY, NameKind.INSTITUTION)


def sheet_view(sheet: ParkSheet, book: Book) -> SheetView:
    """What the sheet of one park prints; sources are numbered in the order in which the page names them."""
    start, numbers = park_path(sheet.park.id), Numbering()
    published = tuple(item for item in sheet.facts if not item.fact.claim.review)
    own = tuple(item for item in published if item.fact.claim.level is Level.PARK)
    facts = {item.fact.id: item for item in sheet.facts}
    rows = _Rows(book, start, numbers)
    cards = key_figures(own, book, start, numbers)
    return SheetView(
        path=start,
        up=link(book.wording("index.parks"), "parks/index.md", start),
        title=sheet.park.name,
        lead=_lead(sheet, published, book),
        identity=_identity(sheet, book, start),
        cards=cards,
        topics=_topics(sheet.park.name, tuple(item for item in own if item.fact.claim.status is Status.ACTUAL), book, rows),
        planned=rows.of(by_metric((item for item in own if item.fact.claim.status is not Status.ACTUAL), book)),
        machine=_machine_note(book, start),
        series=series_views(sheet.series, facts, book, start, numbers),
        honours=_honours(sheet, own, book, rows),
        lists=tuple(filter(None, (_name_list(sheet, kind, book, start, numbers) for kind in _LISTS))),
        residents=rows.of(_residents(published, book)),
        outside=rows.of(by_metric((item for item in published if item.fact.claim.level is Level.OUTSIDE), book)),
        held=rows.of(by_metric((item for item in sheet.facts if item.fact.claim.review), book)),
        conflicts=tuple(_conflict(conflict, facts, book, rows) for conflict in sheet.conflicts),
        corrections=correction_rows(sheet, book),
        dropped=dropped_rows(sheet, book),
        sources=_sources(sheet, book, start, numbers),
        citation=cite_sheet(sheet, book),
        downloads=_downloads(sheet, start),
        edit=correction_file(sheet, book),
        edit_how=link(book.wording("sheet.edit_how"), "correct.md", start),
    )


@dataclass(frozen=True, slots=True)
class _Rows:
    """Makes rows for one page, so that its sources are numbered once."""

    book: Book
    start: str
    numbers: Numbering

    def of(self, items: Iterable[SheetFact]) -> tuple[FactView, ...]:
        return tuple(fact_view(item, self.book, self.start, self.numbers) for item in items)


def _lead(sheet: ParkSheet, published: Sequence[SheetFact], book: Book) -> str:
    """One sentence: how much is known, from how many reports, and as of when."""
    dates = sorted(filter(None, (last_day(book.sources[article].date, "") for article in sheet.articles if article in book.sources)))
    figures, reports = len(published), len(sheet.articles)
    if not figures:
        return book.wording("sheet.lead_none", reports=reports)
    if not dates:
        return book.wording("sheet.lead_undated", figures=figures, reports=reports)
    latest = max((book.sources[article].date for article in sheet.articles if article in book.sources), key=lambda date: last_day(date, ""))
    return book.wording("sheet.lead", figures=figures, reports=reports, date=date_text(latest, book.wording))


def _machine_note(book: Book, start: str) -> Markup:
    """Who read the figures, and how often that is right: said before the first of them."""
    return Markup("{} {}").format(escape(book.wording("sheet.machine")), link(book.wording("index.quality"), "quality/index.md", start))


def _identity(sheet: ParkSheet, book: Book, start: str) -> tuple[tuple[str, Markup], ...]:
    park, words = sheet.park, book.wording
    also = dict.fromkeys((*park.aliases, *(name.name for name in sheet.names if name.kind is NameKind.ALSO_CALLED)))
    entries = (
        ("official", escape(park.official if park.official != park.name else "")),
        ("kind", escape(words(f"park_kind.{kind_key(park)}"))),
        ("place", _place(sheet, book, start)),
        ("approved", escape(words("period.year", year=park.approved) if park.approved else "")),
        ("also_called", escape(words("list.separator").join(name for name in also if name != park.name))),
        ("english", escape(park.english)),
    )
    return tuple((words(f"identity.{key}"), value) for key, value in entries if value)


def _place(sheet: ParkSheet, book: Book, start: str) -> Markup:
    park = sheet.park
    if not park.province:
        return escape(park.city)
    city = park.city if park.city != park.province else ""
    province = link(park.province, region_path(region_id(park.province, book.wording)), start)
    return Markup("{} {}").format(province, escape(city)) if city else province


def _topics(park: str, own: Sequence[SheetFact], book: Book, rows: _Rows) -> tuple[TopicView, ...]:
    """Topics in the registry's order, what fits no metric last; a topic without figures is left out."""
    groups: dict[str, list[SheetFact]] = {}
    for item in by_metric(own, book):
        metric = book.metrics.get(item.fact.claim.metric or "")
        groups.setdefault(metric.topic if metric else "", []).append(item)
    named = [(topic.id, topic.name) for topic in book.topics] + [("", book.wording("sheet.other_topic"))]
    return tuple(
        TopicView(f"topic-{key or 'other'}", title, book.wording("sheet.caption_topic", park=park, topic=title), rows.of(groups[key]))
        for key, title in named
        if key in groups
    )


def _residents(published: Sequence[SheetFact], book: Book) -> tuple[SheetFact, ...]:
    """Figures of residents, together by resident, those of whom most is said first."""
    items = by_metric((item for item in published if item.fact.claim.level is Level.RESIDENT), book)
    counts = Counter(item.fact.claim.subject for item in items)
    return tuple(sorted(items, key=lambda item: (-counts[item.fact.claim.subject], item.fact.claim.subject)))


def _names(sheet: ParkSheet, kind: NameKind, book: Book, start: str, numbers: Numbering) -> tuple[NameView, ...]:
    names = [name for name in sheet.names if name.kind is kind]
    ordered = sorted(names, key=lambda name: by_sound(name.name)) if kind in _LOOKED_UP else latest_report_first(names, book)
    return tuple(_name(name, book, start, numbers) for name in ordered)


def _name(name: Name, book: Book, start: str, numbers: Numbering) -> NameView:
    source = book.sources.get(name.evidence.article)
    shown = full_name(name.name, name.short, book)
    if source is None:
        return NameView(shown, name.detail, "", here(book.wording("note.added"), "corrections"))
    number = numbers.of(source.article.id)
    ref = link(f"{number}", source_path(source.article.id), start, name_anchor(name, source))
    date = book.wording("sheet.seen_in", date=date_text(source.date, book.wording)) if source.date else ""
    return NameView(shown, name.detail, date, ref)


def _honours(sheet: ParkSheet, own: Sequence[SheetFact], book: Book, rows: _Rows) -> tuple[YearView, ...]:
    """Ranks by the year that they are of, honours by that of the report which tells them; the latest year first, an unknown one last."""
    ranks: dict[str, list[SheetFact]] = {}
    for item in latest_first((item for item in own if item.fact.claim.kind is Kind.RANK), book):
        ranks.setdefault(book.last_day(item.fact.claim)[:4], []).append(item)
    honours: dict[str, list[Name]] = {}
    for name in latest_report_first((name for name in sheet.names if name.kind is NameKind.HONOUR), book):
        honours.setdefault(report_day(name, book)[:4], []).append(name)
    return tuple(
        YearView(
            book.wording("period.year", year=year) if year else book.wording("changes.undated"),
            rows.of(ranks.get(year, ())),
            tuple(_name(name, book, rows.start, rows.numbers) for name in honours.get(year, ())),
        )
        for year in sorted({*ranks, *honours}, reverse=True)
    )


def _name_list(sheet: ParkSheet, kind: NameKind, book: Book, start: str, numbers: Numbering) -> NameList | None:
    names = _names(sheet, kind, book, start, numbers)
    if not names:
        return None
    detailed = any(name.detail for name in names)
    title = book.wording(f"lists.{kind}.title")
    detail = book.wording(f"lists.{kind}.detail") if detailed else ""
    return NameList(f"list-{kind}", title, detailed, detail, names)


def _conflict(conflict: Conflict, facts: Mapping[str, SheetFact], book: Book, rows: _Rows) -> ConflictView:
    items = [facts[fact] for fact in conflict.facts if fact in facts]
    quoted = tuple(QuotedRow(row, item.fact.claim.evidence.quote) for row, item in zip(rows.of(items), items, strict=True))
    return ConflictView(book.wording(f"conflict.{conflict.kind}"), conflict.message, quoted)


def _sources(sheet: ParkSheet, book: Book, start: str, numbers: Numbering) -> tuple[SourceView, ...]:
    """Every source that a row names, then the articles that are about the park though no figure came from them."""
    for article in sheet.articles:
        numbers.of(article)
    web = {f"web:{item.source.url}": item for item in sheet.facts if item.source and item.source.url}
    views = []
    for key, number in numbers.numbers.items():
        if key in web:
            views.append(SourceView(number, source_anchor(number), web_source(web[key]), book.wording("source.by_hand"), "", "", ()))
        elif key in book.sources:
            views.append(_source(number, book.sources[key], sheet, book, start))
    return tuple(views)


def _source(number: int, source: Source, sheet: ParkSheet, book: Book, start: str) -> SourceView:
    quotes = _quotes(source, sheet, start)
    return SourceView(
        number=number,
        anchor=source_anchor(number),
        title=link(headline_text(source, book), source_path(source.article.id), start),
        about=printed_in(source, book),
        citation=cite_article(source, book),
        quotes_title=book.wording("sheet.quotes", count=len(quotes)),
        quotes=quotes,
    )


def _quotes(source: Source, sheet: ParkSheet, start: str) -> tuple[Markup, ...]:
    """Every quote of the article on this sheet, in the article's order, as a link to its place."""
    claims = {
        (claim.evidence.part, claim.evidence.index, claim.evidence.start, claim.evidence.end): claim
        for item in sheet.facts
        for claim in (item.fact.claim, *item.fact.also)
        if claim.evidence.article == source.article.id
    }
    path = source_path(source.article.id)
    return tuple(link(claims[key].evidence.quote, path, start, quote_anchor(claims[key].id)) for key in sorted(claims))


def _downloads(sheet: ParkSheet, start: str) -> Markup:
    path = data_path(sheet.park.id)
    return Markup(" · ").join(
        (link("JSON", f"{path}.json", start), link("CSV", f"{path}.csv", start), link("Atom", feed_path(sheet.park.id), start))
    )
