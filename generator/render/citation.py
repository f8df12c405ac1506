"""How a source or a sheet is cited: GB/T 7714, by which Chinese reports and theses cite."""

from generator.model.sheet import ParkSheet
from generator.render.book import Book, Source, headline_text
from generator.render.escape import plain
from generator.render.figures import last_day
from generator.render.links import park_path


def cite_article(source: Source, book: Book) -> str:
    """`伍玉如. 肇庆高新区以“小体量”撑起发展“大能量”[N]. 报纸, 2025-12(3).` What is not known is said to be unknown."""
    article, page, words = source.article, source.page, book.wording
    return words(
        "cite.article",
        authors=words("cite.and").join(article.byline) or words("cite.no_author"),
        title=plain(headline_text(source, book)),
        newspaper=page.newspaper or words("cite.no_newspaper"),
        date=page.published.value or words("cite.no_date"),
        edition=words("cite.edition", edition=page.edition) if page.edition else "",
    )


def cite_sheet(sheet: ParkSheet, book: Book) -> str:
    """The sheet as a data base on line; the date is that of its latest report, the day of access is for the reader to fill in."""
    dates = [book.sources[article].date for article in sheet.articles if article in book.sources]
    latest = max(dates, key=lambda date: last_day(date, ""), default="")
    address = book.options.site_url + park_path(sheet.park.id).removesuffix(".md") + ".html"
    return book.wording(
        "cite.sheet", site=book.options.name, park=sheet.park.name, date=latest or book.wording("cite.no_date"), address=address
    )
