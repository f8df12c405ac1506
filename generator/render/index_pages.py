"""The index pages as one table: a row of INDEXES is a page, a function that builds what it prints, and nothing else."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.model.claim import Name, NameKind, Status
from generator.model.sheet import ParkSheet, SheetFact
from generator.render.book import Book, Source, headline_text, is_printed
from generator.render.escape import escape
from generator.render.figures import date_text, figure_text, last_day, period_text
from generator.render.links import fact_anchor, link, metric_path, name_mark, park_path, quote_anchor, region_path, source_path
from generator.render.park_kinds import kind_key
from generator.render.regions import region_id
from generator.render.tables import Column, IndexPage, Section, Table, unbroken


@dataclass(frozen=True, slots=True)
class Index:
    """One kind of index page; `name` is its title's key and the folder of its address."""

    name: str
    build: Callable[[Book, str], IndexPage]

    @property
    def path(self) -> str:
        """Where the page stands."""
        return f"{self.name}/index.md"


def published(sheet: ParkSheet) -> tuple[SheetFact, ...]:
    """The facts of a sheet that are not held back."""
    return tuple(item for item in sheet.facts if not item.fact.claim.review)


def park_link(sheet: ParkSheet, start: str) -> Markup:
    """A link to a sheet by the park's name."""
    return link(sheet.park.name, park_path(sheet.park.id), start)


def parks_page(book: Book, path: str) -> IndexPage:
    """Every park that has a sheet, those of which most is known first."""
    lead = book.wording("parks.lead", count=len(book.sheets))
    return IndexPage(
        path, book.wording("index.parks"), lead, (Section("parks", "", _parks_table(book.sheets, book, path, "parks.caption")),)
    )


def _parks_table(sheets: Iterable[ParkSheet], book: Book, start: str, caption: str, **fields: object) -> Table:
    words = book.wording
    columns = (
        Column(words("column.park")),
        Column(words("column.province"), choose=True),
        Column(words("column.city")),
        Column(words("column.kind"), choose=True),
        Column(words("column.industries"), choose=True),
        Column(words("column.figures"), number=True),
        Column(words("column.reports"), number=True),
        Column(words("column.latest"), choose=True),
    )
    ordered = sorted(sheets, key=lambda sheet: (-len(published(sheet)), sheet.park.id))
    return Table(words(caption, **fields), columns, tuple(_park_row(sheet, book, start) for sheet in ordered), tools=True)


def _park_row(sheet: ParkSheet, book: Book, start: str) -> tuple[Markup | str | int, ...]:
    park, words = sheet.park, book.wording
    industries = [name.name for name in latest_report_first(sheet.names, book) if name.kind is NameKind.INDUSTRY]
    actual = (item.fact.claim for item in published(sheet) if item.fact.claim.status is Status.ACTUAL)
    latest = max((book.last_day(claim)[:4] for claim in actual), default="")
    return (
        park_link(sheet, start),
        park.province,
        park.city,
        words(f"park_kind_short.{kind_key(park)}"),
        words("list.separator").join(industries[:6]),
        len(published(sheet)),
        len(sheet.articles),
        latest,
    )


def regions_page(book: Book, path: str) -> IndexPage:
    """Every province with its parks."""
    words = book.wording
    columns = (Column(words("column.province")), Column(words("column.parks"), number=True), Column(words("column.park")))
    rows = tuple(
        (
            link(_region_name(province, book), region_path(region_id(province, words)), path),
            len(sheets),
            escape(words("list.separator")).join(park_link(sheet, path) for sheet in sheets),
        )
        for province, sheets in by_province(book)
    )
    return IndexPage(
        path, words("index.regions"), words("regions.lead"), (Section("regions", "", Table(words("regions.caption"), columns, rows)),)
    )


def by_province(book: Book) -> tuple[tuple[str, tuple[ParkSheet, ...]], ...]:
    """Sheets by province in the order of the wording's list of regions; unknown places last."""
    order = {name: place for place, name in enumerate(book.wording.group("region"))}
    groups: dict[str, list[ParkSheet]] = {}
    for sheet in book.sheets:
        groups.setdefault(sheet.park.province, []).append(sheet)
    ordered = sorted(groups, key=lambda province: (order.get(province, len(order)), not province, province))
    return tuple((province, tuple(groups[province])) for province in ordered)


def _region_name(province: str, book: Book) -> str:
    return province or book.wording("regions.none")


def region_pages(book: Book) -> tuple[IndexPage, ...]:
    """One page a province."""
    pages = []
    for province, sheets in by_province(book):
        path, name = region_path(region_id(province, book.wording)), _region_name(province, book)
        table = _parks_table(sheets, book, path, "regions.page_caption", region=name)
        pages.append(IndexPage(path, name, book.wording("parks.lead", count=len(sheets)), (Section("parks", "", table),)))
    return tuple(pages)


def _names_page(kind: NameKind, book: Book, path: str, title: str) -> IndexPage:
    """All names of one list over all parks: each once, with the parks that have it and the reports that say so."""
    words = book.wording
    found: dict[str, list[tuple[ParkSheet, Name]]] = {}
    for sheet in book.sheets:
        for name in sheet.names:
            if name.kind is kind:
                found.setdefault(name.name, []).append((sheet, name))
    detailed = any(name.detail for entries in found.values() for _, name in entries)
    columns = (Column(words("column.name")), Column(words("column.park"), choose=True), Column(words("column.source")))
    detail_column = (Column(words(f"lists.{kind}.detail")),) if detailed else ()
    ordered = sorted(found, key=lambda name: (-len(found[name]), by_sound(name)))
    rows = tuple(_name_row(name, found[name], book, path, detailed=detailed) for name in ordered)
    table = Table(words("names.caption", title=title), (*columns[:1], *detail_column, *columns[1:]), rows, tools=True)
    return IndexPage(path, title, words("names.lead", count=len(found)), (Section("names", "", table),))


def _name_row(
    name: str, entries: Sequence[tuple[ParkSheet, Name]], book: Book, start: str, *, detailed: bool
) -> tuple[Markup | str | int, ...]:
    comma = escape(book.wording("list.separator"))
    parks = comma.join({sheet.park.id: park_link(sheet, start) for sheet, _ in entries}.values())
    places = {one.evidence.article: name_link(one, book, start) for _, one in reversed(entries) if one.evidence.article in book.sources}
    reports = comma.join(places[article] for article in sorted(places))
    details = next((one.detail for _, one in entries if one.detail), "")
    short = next((one.short for _, one in entries if one.short), "")
    shown = full_name(name, short, book)
    return (shown, details, parks, reports) if detailed else (shown, parks, reports)


def name_link(name: Name, book: Book, start: str) -> Markup:
    """The headline of the report that a name comes from, as a link to its sentence."""
    article = name.evidence.article
    return link(headline_text(book.sources[article], book), source_path(article), start, name_anchor(name, book.sources[article]))


def name_anchor(name: Name, source: Source) -> str:
    """Where a name stands on its article's page; empty where it was taken from what that page does not print, a byline say."""
    return quote_anchor(name_mark(name.park, name.kind, name.name)) if is_printed(name.evidence, source) else ""


def full_name(name: str, short: str, book: Book) -> str:
    """A name with what the text calls it afterwards."""
    return book.wording("names.short", name=name, short=short) if short and short != name else name


def by_sound(name: str) -> bytes:
    """A key that puts names in the order of a Chinese index: GB 18030 holds the 3,755 commonest characters by their sound.

    >>> sorted(("中鼎集团", "爱龙威", "瑞庆时代", "TCL中环"), key=by_sound)
    ['TCL中环', '爱龙威', '瑞庆时代', '中鼎集团']
    >>> by_sound("")
    b''
    """
    return name.encode("gb18030", "replace")


def latest_report_first(names: Iterable[Name], book: Book) -> tuple[Name, ...]:
    """Names of the latest report first, those of one report as it tells them: what a park is known for today comes before the rest."""
    told = sorted(names, key=_place)
    return tuple(sorted(told, key=lambda name: report_day(name, book), reverse=True))


def _place(name: Name) -> tuple[str, bool, int, int]:
    evidence = name.evidence
    return evidence.article, evidence.part != "headline", evidence.index, evidence.start


def report_day(name: Name, book: Book) -> str:
    """The last day that the report with a name may have appeared on; empty if unknown."""
    source = book.sources.get(name.evidence.article)
    return last_day(source.date, "") if source else ""


def industries_page(book: Book, path: str) -> IndexPage:
    """Industries with the parks that are said to lead in them."""
    return _names_page(NameKind.INDUSTRY, book, path, book.wording("index.industries"))


def companies_page(book: Book, path: str) -> IndexPage:
    """Companies with their parks."""
    return _names_page(NameKind.COMPANY, book, path, book.wording("index.companies"))


def institutions_page(book: Book, path: str) -> IndexPage:
    """Institutions with their parks."""
    return _names_page(NameKind.INSTITUTION, book, path, book.wording("index.institutions"))


def honours_page(book: Book, path: str) -> IndexPage:
    """Honours with the parks that hold them."""
    return _names_page(NameKind.HONOUR, book, path, book.wording("index.honours"))


def fact_columns(book: Book) -> tuple[Column, ...]:
    """The columns of a table of figures of several parks."""
    words = book.wording
    return (
        Column(words("column.park"), choose=True),
        Column(words("column.label")),
        Column(words("column.subject")),
        Column(words("column.figure"), number=True),
        Column(words("column.period")),
    )


def fact_cells(sheet: ParkSheet, item: SheetFact, book: Book, start: str) -> tuple[Markup | str | int, ...]:
    """A figure in that table: the park leads to its sheet, the figure to its sentence."""
    claim = item.fact.claim
    return (
        park_link(sheet, start),
        claim.label,
        claim.subject if claim.subject != sheet.park.name else "",
        figure_link(sheet, item, book, start),
        unbroken(period_text(claim.period, book.date_of(claim), book.wording)),
    )


def figure_link(sheet: ParkSheet, item: SheetFact, book: Book, start: str) -> Markup:
    """The figure as a link to its sentence; to its row on the sheet where a person added it."""
    claim = item.fact.claim
    text = figure_text(claim, book.wording).whole
    if claim.evidence.article in book.sources:
        return link(text, source_path(claim.evidence.article), start, quote_anchor(claim.id))
    return link(text, park_path(sheet.park.id), start, fact_anchor(claim.id))


def sources_page(book: Book, path: str) -> IndexPage:
    """Every article, the latest first."""
    words = book.wording
    counts = Counter(item.fact.claim.evidence.article for sheet in book.sheets for item in published(sheet))
    parks = {sheet.park.name: sheet for sheet in book.sheets}
    columns = (
        Column(words("column.headline")),
        Column(words("column.park")),
        Column(words("column.newspaper"), choose=True),
        Column(words("column.date"), choose=True),
        Column(words("column.figures"), number=True),
    )
    ordered = sorted(book.sources.values(), key=lambda source: last_day(source.date, ""), reverse=True)
    comma = escape(words("list.separator"))
    rows = tuple(
        (
            link(headline_text(source, book), source_path(source.article.id), path),
            comma.join(park_link(parks[name], path) if name in parks else escape(name) for name in source.article.parks),
            source.page.newspaper,
            unbroken(date_text(source.date, words) if source.date else ""),
            counts[source.article.id],
        )
        for source in ordered
    )
    table = Table(words("sources.caption"), columns, rows, tools=True)
    return IndexPage(path, words("index.sources"), words("sources.lead", count=len(rows)), (Section("sources", "", table),))


def metric_link(metric: str, book: Book, start: str) -> Markup:
    """A link to a metric's page."""
    return link(book.metrics[metric].name, metric_path(metric), start)
