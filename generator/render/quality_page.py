"""How far the machine can be trusted: what became of every numeral, what is held back, what does not go together, what was measured."""

from collections import Counter

from markupsafe import Markup

from generator.model.claim import Extraction
from generator.model.sheet import ParkSheet, SheetFact
from generator.render.book import Book
from generator.render.index_pages import fact_cells, fact_columns, park_link, published
from generator.render.links import link, source_path
from generator.render.tables import Column, IndexPage, Section, Table

# The ledger's code for a numeral of which nobody knows what became.
_UNEXPLAINED = "unexplained"


def quality_page(book: Book, path: str) -> IndexPage:
    """Conflicts and data quality."""
    words = book.wording
    every = [(sheet, item) for sheet in book.sheets for item in sheet.facts]
    held = [(sheet, item) for sheet, item in every if item.fact.claim.review]
    touched = sum(bool(item.changes or item.accepted or item.source) for _, item in every)
    summary = words("quality.summary", facts=len(every) - len(held), held=len(held), corrected=touched)
    sections = (
        _measured_section(book),
        _pages_section(book, path),
        _reasons_section(book),
        _conflicts_section(book, path),
        _held_section(held, book, path),
    )
    return IndexPage(path, words("index.quality"), f"{words('quality.lead')}{summary}", sections)


def _pages_section(book: Book, path: str) -> Section:
    words = book.wording
    columns = (
        Column(words("quality.page")),
        *(Column(words(f"quality.{name}"), number=True) for name in ("numerals", "facts", "left_out", "unexplained")),
        Column(words("index.sources")),
    )
    rows = tuple(_page_row(extraction, book, path) for extraction in book.extractions)
    return Section("pages", words("quality.pages"), Table(words("quality.pages_caption"), columns, rows))


def _page_row(extraction: Extraction, book: Book, path: str) -> tuple[Markup | str | int, ...]:
    facts = sum(entry.fact is not None for entry in extraction.ledger)
    left_out = sum(entry.fact is None and entry.reason not in (None, "", _UNEXPLAINED) for entry in extraction.ledger)
    total = len(extraction.ledger)
    articles = [source.article.id for source in book.sources.values() if source.page.id == extraction.page]
    links = Markup(" ").join(link(f"{place}", source_path(article), path) for place, article in enumerate(articles, 1))
    return extraction.page, total, facts, left_out, total - facts - left_out, links


def _reasons_section(book: Book) -> Section:
    words = book.wording
    counts = Counter(entry.reason for extraction in book.extractions for entry in extraction.ledger if entry.fact is None and entry.reason)
    rows = tuple(
        (words.words.get(f"reason.{reason}", reason), counts[reason])
        for reason in sorted(counts, key=lambda reason: (-counts[reason], reason))
    )
    columns = (Column(words("quality.reason")), Column(words("quality.count"), number=True))
    return Section("reasons", words("quality.reasons"), Table(words("quality.reasons_caption"), columns, rows))


def _conflicts_section(book: Book, path: str) -> Section:
    words = book.wording
    columns = (Column(words("column.park")), Column(words("quality.reason")), Column(words("column.quote")))
    rows = tuple(
        (park_link(sheet, path), words(f"conflict.{conflict.kind}"), conflict.message)
        for sheet in book.sheets
        for conflict in sheet.conflicts
    )
    return Section("conflicts", words("quality.conflicts"), Table(words("quality.conflicts"), columns, rows))


def _held_section(held: list[tuple[ParkSheet, SheetFact]], book: Book, path: str) -> Section:
    words = book.wording
    columns = (*fact_columns(book), Column(words("column.review"), choose=True))
    rows = tuple((*fact_cells(sheet, item, book, path), item.fact.claim.review or "") for sheet, item in held)
    return Section("held", words("quality.held"), Table(words("quality.held_caption"), columns, rows, tools=True))


def _measured_section(book: Book) -> Section:
    words = book.wording
    columns = (Column(words("quality.measure")), Column(words("quality.sample")), Column(words("quality.share"), number=True))
    rows = tuple(
        (words.words.get(f"measure.{one.name}", one.name), words("measure.sample", pages=one.pages), f"{one.share * 100:.1f}%")
        for one in book.measured
    )
    return Section("measured", words("quality.measured"), Table(words("quality.measured_caption"), columns, rows))


def count_published(book: Book) -> int:
    """How many figures are published on all sheets."""
    return sum(len(published(sheet)) for sheet in book.sheets)
