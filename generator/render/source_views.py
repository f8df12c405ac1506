"""One page an article: what was taken from which sentence. Here a doubted figure is checked."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup

from generator.model.article import Article, Paragraph
from generator.model.claim import Claim, Evidence, Name
from generator.model.sheet import ParkSheet
from generator.render.book import Book, Source, headline_text
from generator.render.citation import cite_article
from generator.render.correction_views import correction_stub
from generator.render.escape import escape, escape_lines, escape_piece, plain
from generator.render.figures import FigureText, date_text, figure_text, period_text
from generator.render.links import fact_anchor, link, name_mark, park_path, quote_anchor, source_path

_SENTENCE = re.compile(r"[^。！？]*(?:[。！？]+[”’」』）)]*|$)")


@dataclass(frozen=True, slots=True)
class SourceFact:
    """One figure below its sentence, with the sheet that it stands on: `park` is empty where the whole article has only one."""

    anchor: str
    label: Markup
    figure: FigureText
    period: str
    status: str
    status_code: str
    park: Markup
    id: str
    has_stub: bool
    review: str


@dataclass(frozen=True, slots=True)
class SourceName:
    """One name taken from the sentence, with its list and its sheet."""

    kind: str
    name: str
    detail: str
    park: Markup


@dataclass(frozen=True, slots=True)
class SentenceView:
    """A sentence with the quotes marked; `place` says where on the page it is printed. `facts` is empty in full text."""

    place: str
    gap: bool
    text: Markup
    plain: str
    anchor: str
    facts: tuple[SourceFact, ...]
    names: tuple[SourceName, ...]


@dataclass(frozen=True, slots=True)
class SourcePage:
    """The page of one article."""

    path: str
    up: Markup
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


@dataclass(frozen=True, slots=True)
class PlacedName:
    """A name with the park on whose sheet it stands."""

    name: Name
    sheet: ParkSheet


@dataclass(frozen=True, slots=True)
class Taken:
    """All that was taken from one article."""

    claims: tuple[Placed, ...] = ()
    names: tuple[PlacedName, ...] = ()


def taken_by_article(sheets: tuple[ParkSheet, ...]) -> dict[str, Taken]:
    """What all sheets took from each article, by the article's id."""
    claims, names = claims_by_article(sheets), _names_by_article(sheets)
    return {article: Taken(claims.get(article, ()), names.get(article, ())) for article in sorted(claims.keys() | names.keys())}


def _names_by_article(sheets: Iterable[ParkSheet]) -> dict[str, tuple[PlacedName, ...]]:
    found: dict[str, list[PlacedName]] = {}
    for sheet in sheets:
        for name in sheet.names:
            found.setdefault(name.evidence.article, []).append(PlacedName(name, sheet))
    return {article: tuple(sorted(names, key=_name_place)) for article, names in found.items()}


def _name_place(placed: PlacedName) -> tuple[int, str, str]:
    return placed.name.evidence.start, placed.name.kind, placed.name.name


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


def source_view(source: Source, taken: Taken, book: Book, stubs: Mapping[str, str]) -> SourcePage:
    """The page of one article. A claim whose quote is nowhere in its article is no sentence here; the gate refuses it."""
    start = source_path(source.article.id)
    sentences: list[SentenceView] = []
    before: Place | None = None
    several = len({sheet.park.id for sheet in (*(one.sheet for one in taken.claims), *(one.sheet for one in taken.names))}) > 1
    for sentence in _sentences(source.article, taken, full=book.options.publish_full_text):
        gap = before is not None and sentence.place[:2] != before[:2]
        sentences.append(_sentence_view(sentence, gap=gap, tell_park=several, book=book, start=start))
        before = sentence.place
    own = {
        one.claim.id: escape_lines(stubs.get(one.claim.id) or correction_stub(one.claim))
        for one in taken.claims
        if one.claim.id == one.fact
    }
    up = link(book.wording("index.sources"), "sources/index.md", start)
    return SourcePage(start, up, plain(headline_text(source, book)), _about(source, book, start), tuple(sentences), tuple(own.items()))


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


Place = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence as it is printed: its piece and offset, its line on the page, and what begins in it."""

    place: Place
    text: str
    line: int
    claims: tuple[Placed, ...]
    names: tuple[PlacedName, ...]


def _sentences(article: Article, taken: Taken, *, full: bool) -> Iterable[_Sentence]:
    """Sentences in the article's order; those from which nothing was taken only if `full`."""
    for part, index, paragraph in _pieces(article):
        claims = [one for one in taken.claims if _stands(one.claim.evidence, part, index)]
        names = [one for one in taken.names if _stands(one.name.evidence, part, index)]
        quotes = [(one.claim.evidence.start, one.claim.evidence.end) for one in claims]
        for start, end in _spans(paragraph.text, quotes):
            inside = tuple(one for one in claims if start <= one.claim.evidence.start < end)
            named = tuple(one for one in names if start <= one.name.evidence.start < end)
            if inside or named or full:
                yield _Sentence((part, index, start), paragraph.text[start:end], paragraph.line_at(start), inside, named)


def _stands(evidence: Evidence, part: str, index: int) -> bool:
    return ("body" if evidence.part == "subhead" else evidence.part, evidence.index) == (part, index)


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


def _sentence_view(sentence: _Sentence, *, gap: bool, tell_park: bool, book: Book, start: str) -> SentenceView:
    part, _, offset = sentence.place
    printed = book.wording(f"source.{part}_part") if part in ("headline", "deck", "caption") else ""
    place = book.wording("list.separator").join(filter(None, (printed, book.wording("source.line", line=sentence.line))))
    marks = _marks(sentence, offset)
    return SentenceView(
        place=place,
        gap=gap,
        text=_marked(sentence.text, marks),
        plain=plain(sentence.text),
        anchor=quote_anchor(marks[0].name) if marks else "top",
        facts=tuple(_fact(one, book, start, tell_park=tell_park) for one in sentence.claims),
        names=tuple(_name(one, book, start, tell_park=tell_park) for one in sentence.names),
    )


@dataclass(frozen=True, slots=True)
class _Mark:
    """A stretch of a sentence that something was taken from."""

    start: int
    end: int
    name: str
    is_figure: bool


def _marks(sentence: _Sentence, offset: int) -> tuple[_Mark, ...]:
    last = len(sentence.text)
    figures = [(one.claim.evidence, one.claim.id, True) for one in sentence.claims]
    names = [(one.name.evidence, name_mark(one.name.park, one.name.kind, one.name.name), False) for one in sentence.names]
    return tuple(
        _Mark(evidence.start - offset, min(evidence.end - offset, last), name, figure) for evidence, name, figure in (*figures, *names)
    )


def _marked(text: str, marks: tuple[_Mark, ...]) -> Markup:
    """The sentence with every quote marked; where quotes overlap, each piece names all that it belongs to."""
    edges = sorted({0, len(text), *(edge for mark in marks for edge in (mark.start, mark.end))})
    pieces: list[Markup] = []
    for start, end in pairwise(edges):
        pieces += [
            Markup('<span id="{}" class="pf-anchor"></span>').format(quote_anchor(mark.name)) for mark in marks if mark.start == start
        ]
        here = [mark for mark in marks if mark.start <= start and end <= mark.end]
        names = " ".join(mark.name for mark in here)
        kind = "pf-figure" if any(mark.is_figure for mark in here) else "pf-name"
        piece = escape_piece(text[start:end])
        pieces.append(Markup('<mark class="{}" data-facts="{}">{}</mark>').format(kind, names, piece) if here else piece)
    return Markup("").join(pieces)


def _name(one: PlacedName, book: Book, start: str, *, tell_park: bool) -> SourceName:
    kind = book.wording(f"lists.{one.name.kind}.title")
    return SourceName(kind, one.name.name, one.name.detail, _park(one.sheet, start) if tell_park else Markup(""))


def _park(sheet: ParkSheet, start: str) -> Markup:
    return link(sheet.park.name, park_path(sheet.park.id), start)


def _fact(one: Placed, book: Book, start: str, *, tell_park: bool) -> SourceFact:
    claim = one.claim
    return SourceFact(
        anchor=f"r-{claim.id}",
        label=link(claim.label, park_path(one.sheet.park.id), start, fact_anchor(one.fact)),
        figure=figure_text(claim, book.wording),
        period=period_text(claim.period, book.date_of(claim), book.wording),
        status=book.wording(f"status.{claim.status}"),
        status_code=claim.status.value,
        park=_park(one.sheet, start) if tell_park else Markup(""),
        id=claim.id,
        has_stub=claim.id == one.fact,
        review=claim.review or "",
    )
