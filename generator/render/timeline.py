"""Figures that say of which time they are, year by year. A year that fills a page has a page of its own."""

from markupsafe import Markup

from generator.model.sheet import ParkSheet, SheetFact
from generator.render.book import Book
from generator.render.escape import escape
from generator.render.figures import last_day
from generator.render.index_pages import fact_cells, fact_columns, published
from generator.render.links import link
from generator.render.tables import Column, IndexPage, Section, Table

_FEW, _ON_ONE_PAGE, _AT_MOST = 8, 400, 600

Entry = tuple[ParkSheet, SheetFact]


def entries_by_year(book: Book) -> dict[str, list[Entry]]:
    """Published figures with a period of their own by the year in which it ends, the latest year first."""
    years: dict[str, list[Entry]] = {}
    for sheet in book.sheets:
        for item in published(sheet):
            day = last_day(item.fact.claim.period, "")
            if day:
                years.setdefault(day[:4], []).append((sheet, item))
    return {year: years[year] for year in sorted(years, reverse=True)}


def timeline_page(book: Book, path: str) -> IndexPage:
    """All years; where they are too many figures for one page, the years with links to their own pages."""
    words, years = book.wording, entries_by_year(book)
    if fits_one_page(years):
        sections = tuple(_year_section(year, entries, book, path) for year, entries in years.items())
    else:
        sections = (Section("years", "", _years_table(years, book, path)),)
    return IndexPage(path, words("index.timeline"), words("timeline.lead"), sections)


def fits_one_page(years: dict[str, list[Entry]]) -> bool:
    """Whether a phone may be asked to load all figures at once."""
    return sum(map(len, years.values())) <= _ON_ONE_PAGE


def timeline_pages(book: Book) -> tuple[IndexPage, ...]:
    """One page a year, if they do not fit on one."""
    years = entries_by_year(book)
    if fits_one_page(years):
        return ()
    return tuple(_year_page(year, entries, book) for year, entries in years.items())


def _year_page(year: str, entries: list[Entry], book: Book) -> IndexPage:
    words, path = book.wording, _year_path(year)
    section = _year_section(year, entries, book, path)
    title = words("timeline.year_title", year=section.title)
    rest = len(entries) - _AT_MOST
    note: Markup | str = ""
    if rest > 0:
        note = Markup("{} {}").format(escape(words("timeline.cut", count=rest)), link("facts.csv", "api/v1/facts.csv", path))
    return IndexPage(path, title, note or words("timeline.lead"), (Section(section.anchor, "", section.table),))


def _year_path(year: str) -> str:
    return f"timeline/{year}.md"


def _years_table(years: dict[str, list[Entry]], book: Book, path: str) -> Table:
    words = book.wording
    columns = (Column(words("column.period")), Column(words("column.figures"), number=True), Column(words("column.parks"), number=True))
    rows = tuple(
        (link(words("period.year", year=year), _year_path(year), path), len(entries), len({sheet.park.id for sheet, _ in entries}))
        for year, entries in years.items()
    )
    return Table(words("index.timeline"), columns, rows)


def _year_section(year: str, entries: list[Entry], book: Book, path: str) -> Section:
    """The figures of a year, the latest first; on a page of its own at most so many as a phone can bear, the weightiest metrics first."""
    ordered = sorted(entries, key=lambda entry: (entry[0].park.id, entry[1].fact.id))
    ordered.sort(key=lambda entry: _weight(entry[1], book), reverse=True)
    ordered = sorted(ordered[:_AT_MOST], key=lambda entry: book.last_day(entry[1].fact.claim), reverse=True)
    words = book.wording
    rows = tuple((*fact_cells(sheet, item, book, path), words(f"status.{item.fact.claim.status}")) for sheet, item in ordered)
    columns = (*fact_columns(book), Column(words("column.status"), choose=True))
    title = words("period.year", year=year)
    return Section(f"y{year}", title, Table(words("timeline.caption", year=title), columns, rows, tools=len(rows) > _FEW))


def _weight(item: SheetFact, book: Book) -> int:
    metric = book.metrics.get(item.fact.claim.metric or "")
    return metric.weight if metric else 0
