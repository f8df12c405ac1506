"""One page an article: what was taken from which sentence. Here a doubted figure is checked."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup

from generator.model.article import Article, Paragraph
from generator.model.claim import Claim
from generator.model.sheet import ParkSheet
from generator.render.book import Book, Source, headline_text
from generator.render.citation import cite_article
from generator.render.correction_views import correction_stub
from generator.render.escape import escape, escape_lines, escape_piece, plain
from generator.render.figures import FigureText, date_text, figure_text, period_text
from generator.render.links import fact_anchor, link, park_path, quote_anchor, source_path

_SENTENCE = re.compile(r"[^。！？]*(?:[。！？]+[”’」』）)]*|$)")


@dataclass(frozen=True, slots=True)
class SourceFact:
    """One figure below its sentence, with the sheet that it stands on."""

    anchor: str
    label: Markup
    figure: FigureText
    period: str
    status: str
    status_code: str
    park: Markup
    id: str
    review: str


@dataclass(frozen=True, slots=True)
class SentenceView:
    """A sentence with the quotes marked; `place` says where on the page it is printed. `facts` is empty in full text."""

    place: str
    gap: bool
    text: Markup
    plain: str
    anchor: str
    facts: tuple[SourceFact, ...]


@dataclass(frozen=True, slots=True)
class SourcePage:
    """The page of one article."""

    path: str
    title: str
    about: tuple[tuple[str, Markup], ...]
    sentences: tuple[SentenceView, ...]
    stubs: tuple[tuple[str, Markup], ...]


@dataclass(frozen=True, slots=True)
class Placed:
    """A claim with the park on whose sheet it stands, and whether it is that fact's own claim (has the row's anchor)."""

    claim: Claim
    fact: str
    sheet: ParkSheet


def claims_by_article(sheets: Iterable[ParkSheet]) -> dict[str, tuple[Placed, ...]]:
    """All claims of all sheets by the article that they stand in, in the text's order."""
    found: dict[str, list[Placed]] = {}
    for sheet in sheets:
        for item in sheet.facts:
            for claim in (item.fact.claim, *item.fact.also):
                found.setdefault(claim.evidence.article, []).append(Placed(claim, item.fact.id, sheet))
    return {article: tuple(sorted(placed, key=_place)) for article, placed in found.items()}


def _place(placed: Placed) -> tuple[int, int, int, str]:
    evidence = placed.claim.evidence
    order = {"headline": 0, "deck": 1, "body": 2, "subhead": 2}
    return order.get(evidence.part, 3), evidence.index, evidence.start, placed.claim.id


def source_view(source: Source, placed: tuple[Placed, ...], book: Book, stubs: Mapping[str, str]) -> SourcePage:
    """The page of one article. A claim whose quote is nowhere in its article is no sentence here; the gate refuses it."""
    start = source_path(source.article.id)
    sentences: list[SentenceView] = []
    before: tuple[str, int, int] | None = None
    for key, text, line, inside in _sentences(source.article, placed, full=book.options.publish_full_text):
        sentences.append(_sentence_view(key, text, line, inside, before, book, start))
        before = key
    own = {one.claim.id: escape_lines(stubs.get(one.claim.id) or correction_stub(one.claim)) for one in placed if one.claim.id == one.fact}
    return SourcePage(start, plain(headline_text(source, book)), _about(source, book, start), tuple(sentences), tuple(own.items()))


def _about(source: Source, book: Book, start: str) -> tuple[tuple[str, Markup], ...]:
    article, page, words = source.article, source.page, book.wording
    date = date_text(page.published.value, words)
    if date and page.published.inferred:
        date = words("source.date_inferred", date=date)
    parks = {park.name: park for park in book.parks.values()}
    named = [link(name, park_path(parks[name].id), start) if name in parks else escape(name) for name in article.parks]
    entries = (
        ("deck_part", escape(words("list.separator").join(deck.text for deck in article.deck))),
        ("newspaper", escape(page.newspaper or words("list.unknown"))),
        ("date", escape(date or words("list.unknown"))),
        ("edition", escape(page.edition)),
        ("byline", escape(words("list.separator").join(article.byline))),
        ("parks", escape(words("list.separator")).join(named)),
        ("page", escape(page.seed)),
        ("cite", escape(cite_article(source, book))),
    )
    return tuple((words(f"source.{key}"), value) for key, value in entries if value)


Sentence = tuple[tuple[str, int, int], str, int, tuple[Placed, ...]]


def _sentences(article: Article, placed: tuple[Placed, ...], *, full: bool) -> Iterable[Sentence]:
    """Sentences in the article's order, each with its place, its line and the claims that begin in it; unquoted ones only if `full`."""
    for part, index, paragraph in _pieces(article):
        here = [one for one in placed if (one.claim.evidence.part, one.claim.evidence.index) == (part, index)]
        for start, end in _spans(paragraph.text, [(one.claim.evidence.start, one.claim.evidence.end) for one in here]):
            inside = tuple(one for one in here if start <= one.claim.evidence.start < end)
            if inside or full:
                yield (part, index, start), paragraph.text[start:end], paragraph.line_at(start), inside


def _pieces(article: Article) -> Iterable[tuple[str, int, Paragraph]]:
    if article.headline:
        yield "headline", 0, article.headline
    for part, pieces in (("deck", article.deck), ("body", article.paragraphs), ("caption", article.captions)):
        for index, piece in enumerate(pieces):
            yield part, index, piece


def _spans(text: str, quotes: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The sentences of a text as spans; two sentences that a quote joins are one.

    >>> _spans("甲。乙。丙。", [(1, 4)])
    [(0, 4), (4, 6)]
    """
    ends = [match.end() for match in _SENTENCE.finditer(text) if match.end() > match.start()]
    ends = [end for end in ends if not any(start < end < stop for start, stop in quotes)]
    return list(zip([0, *ends], ends, strict=False))


def _sentence_view(
    key: tuple[str, int, int], text: str, line: int, inside: tuple[Placed, ...], before: tuple[str, int, int] | None, book: Book, start: str
) -> SentenceView:
    part = book.wording(f"source.{key[0]}_part") if key[0] in ("headline", "deck", "caption") else ""
    place = book.wording("list.separator").join(filter(None, (part, book.wording("source.line", line=line))))
    gap = before is not None and key[:2] != before[:2]
    anchor = quote_anchor(inside[0].claim.id) if inside else "top"
    facts = tuple(_fact(one, book, start) for one in inside)
    return SentenceView(place, gap, _marked(text, key[2], inside), plain(text), anchor, facts)


def _marked(text: str, offset: int, inside: tuple[Placed, ...]) -> Markup:
    """The sentence with every quote marked; where quotes overlap, each piece names all facts that it belongs to."""
    quotes = [(one.claim.evidence.start - offset, one.claim.evidence.end - offset, one.claim.id) for one in inside]
    edges = sorted({0, len(text), *(edge for start, end, _ in quotes for edge in (start, min(end, len(text))))})
    pieces = []
    for start, end in pairwise(edges):
        anchors = [
            Markup('<span id="{}" class="pf-anchor"></span>').format(quote_anchor(name)) for first, _, name in quotes if first == start
        ]
        names = [name for first, last, name in quotes if first <= start and end <= last]
        piece = escape_piece(text[start:end])
        marked = Markup('<mark data-facts="{}">{}</mark>').format(" ".join(names), piece) if names else piece
        pieces.append(Markup("").join((*anchors, marked)))
    return Markup("").join(pieces)


def _fact(one: Placed, book: Book, start: str) -> SourceFact:
    claim = one.claim
    return SourceFact(
        anchor=f"r-{claim.id}",
        label=link(claim.label, park_path(one.sheet.park.id), start, fact_anchor(one.fact)),
        figure=figure_text(claim, book.wording),
        period=period_text(claim.period, book.date_of(claim), book.wording),
        status=book.wording(f"status.{claim.status}"),
        status_code=claim.status.value,
        park=link(one.sheet.park.name, park_path(one.sheet.park.id), start),
        id=claim.id,
        review=claim.review or "",
    )
