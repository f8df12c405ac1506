"""One article as the lists see it: every piece of text with its mentions, and the park that the article is about."""

import re
from dataclasses import dataclass

from generator.extract.mentions import ArticleMentions
from generator.extract.tokens import Mention, MentionKind
from generator.model.article import Article, Paragraph
from generator.model.claim import Evidence, Name, NameKind

_MARK = re.compile(r"(?<![0-9A-Za-z])[,;:!?]|[,;:!?](?![0-9A-Za-z])")
_FULL = {",": "，", ";": "；", ":": "：", "!": "！", "?": "？"}
_WITH = ("与", "同", "和", "跟", "向", "比")


@dataclass(frozen=True, slots=True)
class Piece:
    """One text of an article; `part` and `index` name it as Evidence does, `text` has the marks of Chinese print."""

    part: str
    index: int
    paragraph: Paragraph
    mentions: tuple[Mention, ...]
    text: str

    def mentions_of(self, *kinds: MentionKind) -> tuple[Mention, ...]:
        """The mentions of these kinds, in order."""
        return tuple(mention for mention in self.mentions if mention.kind in kinds)


@dataclass(frozen=True, slots=True)
class View:
    """An article; `park` is the id and `park_name` the short name of the park whose sheet its names go to."""

    article: Article
    park: str
    park_name: str
    pieces: tuple[Piece, ...]

    def evidence(self, piece: Piece, start: int, end: int) -> Evidence:
        """The proof that a name stands at `start:end` of a piece. IndexError outside the text."""
        line = piece.paragraph.line_at(start)
        return Evidence(self.article.page, self.article.id, piece.part, piece.index, start, end, line, piece.paragraph.text[start:end])


@dataclass(frozen=True, slots=True)
class Find:
    """A name for one of the lists, with its proof; `park` is empty if it is the article's own park."""

    kind: NameKind
    name: str
    piece: Piece
    start: int
    end: int
    detail: str = ""
    short: str = ""
    park: str = ""


def build_view(article: Article, mentions: ArticleMentions, park: str, park_name: str) -> View:
    """Body first, so that a name is proved by a sentence rather than by a headline."""
    pieces = [_piece("body", i, p, mentions.paragraphs[i]) for i, p in enumerate(article.paragraphs)]
    pieces += [_piece("caption", i, p, mentions.captions[i]) for i, p in enumerate(article.captions)]
    pieces += [_piece("headline", 0, article.headline, mentions.headline)] if article.headline else []
    pieces += [_piece("deck", i, p, mentions.deck[i]) for i, p in enumerate(article.deck)]
    return View(article, park, park_name, tuple(pieces))


def _piece(part: str, index: int, paragraph: Paragraph, mentions: tuple[Mention, ...]) -> Piece:
    return Piece(part, index, paragraph, mentions, with_full_marks(paragraph.text))


def with_full_marks(text: str) -> str:
    """The text with commas and the like as Chinese print has them, sign for sign; those between digits and letters stay.

    >>> with_full_marks("完成1,200亿元,增长12:30开工;好")
    '完成1,200亿元，增长12:30开工；好'
    """
    return _MARK.sub(lambda mark: _FULL[mark[0]], text)


def build_name(view: View, find: Find) -> Name:
    """The find as a name of its park."""
    evidence = view.evidence(find.piece, find.start, find.end)
    return Name(find.park or view.park, find.kind, find.name, find.detail, find.short, evidence)


def other_park_before(piece: Piece, start: int, own: str, marks: str, *, partners: bool = False) -> str:
    """The park named last before `start` and after any of the marks (杭州高新区的11家芯片企业); empty if none is or it is `own`.

    `partners` leaves parks out with which somebody does something (与杭州高新区共建).
    """
    edge = max(piece.text.rfind(mark, 0, start) for mark in marks) + 1
    parks = piece.mentions_of(MentionKind.PARK)
    named = [m for m in parks if edge <= m.start and m.end <= start and not (partners and piece.text[m.start - 1 : m.start] in _WITH)]
    park = named[-1].park if named else None
    return park if park and park != own else ""
