"""All that is only a target, a plan or a forecast, so that nobody takes it for a result: each with its park and its time."""

from generator.model.claim import Status
from generator.render.book import Book
from generator.render.index_pages import fact_cells, fact_columns, published
from generator.render.tables import Column, IndexPage, Section, Table


def plans_page(book: Book, path: str) -> IndexPage:
    """Published figures of all sheets that are not so yet, the furthest ahead first."""
    words = book.wording
    planned = [(sheet, item) for sheet in book.sheets for item in published(sheet) if item.fact.claim.status is not Status.ACTUAL]
    planned.sort(key=lambda entry: (entry[0].park.id, entry[1].fact.id))
    planned.sort(key=lambda entry: book.last_day(entry[1].fact.claim), reverse=True)
    rows = tuple((*fact_cells(sheet, item, book, path), words(f"status.{item.fact.claim.status}")) for sheet, item in planned)
    table = Table(words("plans.caption"), (*fact_columns(book), Column(words("column.status"), choose=True)), rows, tools=True)
    return IndexPage(path, words("index.plans"), words("plans.lead", count=len(rows)), (Section("plans", "", table),))
