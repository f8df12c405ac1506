"""What the search must find on each page: its lines and sentences, its names, and the facets that it is filtered by."""

import re
from collections.abc import Iterable

from markupsafe import Markup

from generator.model.claim import Status
from generator.model.sheet import ParkSheet, SheetFact
from generator.model.site import SearchDoc, SearchPiece
from generator.render.book import Book, Source, headline_text
from generator.render.escape import plain
from generator.render.figures import figure_text, period_text
from generator.render.index_pages import full_name, published
from generator.render.links import fact_anchor, metric_path, park_path, source_path
from generator.render.metric_pages import entries_by_metric
from generator.render.park_kinds import kind_key
from generator.render.regions import region_id
from generator.render.source_views import Placed
from generator.render.tables import IndexPage

_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_PARK, _METRIC, _SOURCE, _INDEX = 3_000_000, 2_000_000, 1_000_000, 0


def page_url(path: str) -> str:
    """The address of a page on the built site, relative to its root."""
    return path.removesuffix(".md") + ".html"


def park_doc(sheet: ParkSheet, book: Book) -> SearchDoc:
    """A sheet: every figure as it is printed with its sentence, and every name."""
    park = sheet.park
    also = [name.name for name in sheet.names if name.kind.value == "also_called"]
    names = tuple(dict.fromkeys(plain(name) for name in (park.name, park.official, *park.aliases, *also, park.english) if name))
    topics = {metric.topic for item in published(sheet) if (metric := book.metrics.get(item.fact.claim.metric or ""))}
    facets = (
        "type:park",
        f"kind:{kind_key(park)}",
        *((f"province:{region_id(park.province, book.wording)}",) if park.province else ()),
        *(f"topic:{topic.id}" for topic in book.topics if topic.id in topics),
    )
    listed = [name for name in sheet.names if name.kind.value != "also_called"]
    pieces = (
        *(SearchPiece(name, "top") for name in names),
        *(piece for item in sheet.facts for piece in _fact_pieces(item, book)),
        *(
            SearchPiece(
                plain(f"{full_name(name.name, name.short, book)} {name.detail}".strip()),
                f"list-{name.kind}" if name.kind != "honours" else "honours",
            )
            for name in listed
        ),
    )
    return SearchDoc(page_url(park_path(park.id)), park.name, names, facets, _PARK + len(sheet.facts), unique(pieces))


def _fact_pieces(item: SheetFact, book: Book) -> tuple[SearchPiece, ...]:
    claim = item.fact.claim
    anchor = fact_anchor(claim.id)
    line = f"{claim.label} {figure_text(claim, book.wording).whole} {period_text(claim.period, book.date_of(claim), book.wording)}"
    if claim.level != "park":
        line = f"{claim.subject} {line}"
    marks = [book.wording(f"status.{claim.status}")] if claim.status is not Status.ACTUAL else []
    marks += [book.wording("sheet.held")] if claim.review else []
    line += "".join(book.wording("search.mark", word=mark) for mark in marks)
    quote = plain(claim.evidence.quote)
    return (SearchPiece(plain(line), anchor), *((SearchPiece(quote, anchor),) if quote else ()))


def unique(pieces: Iterable[SearchPiece]) -> tuple[SearchPiece, ...]:
    """Each text once, where it stands first."""
    found: dict[str, SearchPiece] = {}
    for piece in pieces:
        found.setdefault(piece.text, piece)
    return tuple(found.values())


def source_doc(source: Source, placed: tuple[Placed, ...], sentences: Iterable[tuple[str, str]], book: Book) -> SearchDoc:
    """An article: its headline and the sentences that its page prints, given as (text, anchor)."""
    title = plain(headline_text(source, book))
    parks = {one.sheet.park.id: one.sheet.park for one in placed}
    provinces = dict.fromkeys(region_id(park.province, book.wording) for park in parks.values() if park.province)
    facets = ("type:source", *(f"province:{province}" for province in provinces))
    byline = [SearchPiece(plain(name), "top") for name in source.article.byline]
    pieces = (SearchPiece(title, "top"), *byline, *(SearchPiece(plain(text), anchor) for text, anchor in sentences))
    # No names: a figure in a headline is looked for on the park's sheet first.
    return SearchDoc(page_url(source_path(source.article.id)), title, (), facets, _SOURCE, unique(pieces))


def metric_docs(book: Book) -> tuple[SearchDoc, ...]:
    """The pages of metrics, by their names and the names of the parks on them."""
    docs = []
    for metric_id, entries in entries_by_metric(book).items():
        metric = book.metrics[metric_id]
        names = tuple(dict.fromkeys(filter(None, (metric.name, metric.english))))
        pieces = (
            *(SearchPiece(name, "top") for name in names),
            *(SearchPiece(plain(entry.item.fact.claim.label), "top") for entry in entries),
        )
        docs.append(
            SearchDoc(
                page_url(metric_path(metric_id)), metric.name, names, ("type:metric", f"topic:{metric.topic}"), _METRIC, unique(pieces)
            )
        )
    return tuple(docs)


def index_doc(page: IndexPage) -> SearchDoc:
    """An index page by its title and its first sentence: what it lists has pages of its own."""
    pieces = (SearchPiece(page.title, "top"), SearchPiece(plain(_unlinked(page.lead)), "top"))
    return SearchDoc(page_url(page.path), page.title, (page.title,), ("type:index",), _INDEX, unique(pieces))


def _unlinked(text: Markup | str) -> str:
    """Markdown text as it is read: `[订阅](a.xml)` says 订阅."""
    return _LINK.sub(r"\1", str(text))
