"""What came in when: by the date of the reports, since that is the same in every build; and the Atom feeds of it."""

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape as xml_escape
from xml.sax.saxutils import quoteattr

from markupsafe import Markup

from generator.model.sheet import ParkSheet
from generator.model.site import SiteFile
from generator.render.book import Book, Source, headline_text
from generator.render.escape import escape, plain
from generator.render.figures import date_text, figure_text, last_day, period_text
from generator.render.index_pages import park_link, published
from generator.render.links import feed_path, link, park_path, relative, source_path
from generator.render.tables import Column, IndexPage, Section, Table, unbroken

ALL_FEED = "feeds/all.atom.xml"
_LATEST, _FEW = 40, 8
_SPACE = uuid.UUID("5d0f6f0c-2f7e-5a55-9a6e-6f0f1b7b2c11")
_UNKNOWN_DAY = "1970-01-01"


@dataclass(frozen=True, slots=True)
class News:
    """What one report brought for one park."""

    sheet: ParkSheet
    source: Source
    count: int
    summary: str

    @property
    def day(self) -> str:
        """The last day that the report may have appeared on; empty if unknown."""
        return last_day(self.source.date, "")


def all_news(book: Book) -> tuple[News, ...]:
    """News of all parks, the latest first; a report without a figure for a park is no news of it."""
    news = [one for sheet in book.sheets for one in _sheet_news(sheet, book)]
    return tuple(sorted(news, key=lambda one: one.day, reverse=True))


def _sheet_news(sheet: ParkSheet, book: Book) -> Iterable[News]:
    found: dict[str, list[str]] = {}
    for item in published(sheet):
        claim = item.fact.claim
        figure = f"{claim.label} {figure_text(claim, book.wording).whole} ({period_text(claim.period, book.date_of(claim), book.wording)})"
        found.setdefault(claim.evidence.article, []).append(plain(figure))
    for article, figures in sorted(found.items()):
        if article in book.sources:
            yield News(sheet, book.sources[article], len(figures), book.wording("list.separator").join(figures[:8]))


def changes_page(book: Book, path: str) -> IndexPage:
    """What came in, by the date of the reports, the latest first."""
    words, groups = book.wording, dict[str, list[News]]()
    for one in all_news(book):
        groups.setdefault(one.source.date, []).append(one)
    columns = (Column(words("column.park")), Column(words("column.headline")), Column(words("column.figures"), number=True))
    sections = []
    for place, (date, news) in enumerate(groups.items(), 1):
        title = date_text(date, words) if date else words("changes.undated")
        rows = tuple(
            (park_link(one.sheet, path), link(headline_text(one.source, book), source_path(one.source.article.id), path), one.count)
            for one in news
        )
        sections.append(Section(f"d{place}", title, Table(words("changes.caption", date=title), columns, rows)))
    sections.append(_parks_section(book, path))
    lead = Markup("{} {}").format(escape(words("changes.lead")), link(words("changes.feed"), ALL_FEED, path))
    return IndexPage(path, words("index.changes"), lead, tuple(sections))


def _parks_section(book: Book, path: str) -> Section:
    """The same by park: how much came in, the latest report, and the park's own feed."""
    words, columns = book.wording, ("park", "latest_report", "date", "reports", "figures", "corrected", "feed")
    heads = tuple(Column(words(f"changes.column_{name}"), number=name in ("reports", "figures", "corrected")) for name in columns)
    groups: dict[str, list[News]] = {}
    for one in all_news(book):
        groups.setdefault(one.sheet.park.id, []).append(one)
    rows = [_park_row(groups[park][0].sheet, groups[park], book, path) for park in sorted(groups)]
    rows.sort(key=lambda row: row[0], reverse=True)
    table = Table(words("changes.parks"), heads, tuple(row for _, row in rows), tools=len(rows) > _FEW)
    return Section("parks", words("changes.parks"), table)


def _park_row(sheet: ParkSheet, news: Sequence[News], book: Book, path: str) -> tuple[str, tuple[Markup | str | int, ...]]:
    latest = news[0]
    touched = len(sheet.dropped) + len(sheet.park_changes) + sum(bool(item.changes or item.accepted or item.source) for item in sheet.facts)
    cells = (
        park_link(sheet, path),
        link(headline_text(latest.source, book), source_path(latest.source.article.id), path),
        unbroken(date_text(latest.source.date, book.wording) if latest.source.date else ""),
        len(news),
        sum(one.count for one in news),
        touched or "",
        link("Atom", feed_path(sheet.park.id), path),
    )
    return latest.day, cells


def feeds(book: Book) -> tuple[SiteFile, ...]:
    """The Atom feed of everything and one for every park (RFC 4287); ids are made of the content's own ids, times of the reports' dates."""
    news, words = all_news(book), book.wording
    files = [_feed(ALL_FEED, words("changes.feed_title", site=book.options.name), "changes/index.md", news[:_LATEST], book)]
    for sheet in book.sheets:
        own = [one for one in news if one.sheet.park.id == sheet.park.id]
        title = words("changes.park_feed_title", site=book.options.name, park=sheet.park.name)
        files.append(_feed(feed_path(sheet.park.id), title, park_path(sheet.park.id), own, book))
    return tuple(files)


def _feed(path: str, title: str, page: str, news: Sequence[News], book: Book) -> SiteFile:
    updated = max((one.day for one in news), default="") or _UNKNOWN_DAY
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="' + book.wording("site.language") + '">',
        f"<title>{_xml(title)}</title>",
        f"<id>{_urn(path)}</id>",
        f"<updated>{updated}T00:00:00+08:00</updated>",
        f"<author><name>{_xml(book.options.name)}</name></author>",
        f"<link rel={quoteattr('alternate')} href={quoteattr(_address(page, path, book))}/>",
        f"<link rel={quoteattr('self')} href={quoteattr(_address(path, path, book))}/>",
        *(_entry(one, path, book) for one in news),
        "</feed>",
        "",
    ]
    return SiteFile(path, "\n".join(lines).encode())


def _entry(one: News, path: str, book: Book) -> str:
    title = book.wording("changes.entry", park=one.sheet.park.name, count=one.count)
    headline = plain(headline_text(one.source, book))
    return "\n".join(
        (
            "<entry>",
            f"<title>{_xml(title)} · {_xml(headline)}</title>",
            f"<id>{_urn(one.sheet.park.id, one.source.article.id)}</id>",
            f"<updated>{one.day or _UNKNOWN_DAY}T00:00:00+08:00</updated>",
            f"<link rel={quoteattr('alternate')} href={quoteattr(_address(park_path(one.sheet.park.id), path, book))}/>",
            f"<summary>{_xml(one.summary)}</summary>",
            "</entry>",
        )
    )


def _xml(text: str) -> str:
    return xml_escape(plain(text))


def _urn(*parts: str) -> str:
    return uuid.uuid5(_SPACE, "\n".join(parts)).urn


def _address(path: str, start: str, book: Book) -> str:
    """The address of a page: whole where the site's own address is known, else as seen from the feed."""
    target = path.removesuffix(".md") + ".html" if path.endswith(".md") else path
    return book.options.site_url + target if book.options.site_url else relative(target, start)
