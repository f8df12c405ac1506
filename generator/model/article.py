"""A page as read: articles whose every character knows the line of the page that it was printed on."""

from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class LineRun:
    """From offset `start` of a text on, characters come from line `line` of the page (1-based, a form feed ends no line)."""

    start: int
    line: int


class Role(StrEnum):
    """What a piece of text is on its page."""

    BODY = "body"
    SUBHEAD = "subhead"
    HEADLINE = "headline"
    DECK = "deck"
    BYLINE = "byline"
    CAPTION = "caption"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One piece of repaired text with the lines that it came from.

    `runs` is in order, the first starts at 0; an empty text has no run.

    >>> Paragraph("产值317亿元", (LineRun(0, 10), LineRun(5, 11)), Role.BODY).line_at(6)
    11
    """

    text: str
    runs: tuple[LineRun, ...]
    role: Role

    def line_at(self, offset: int) -> int:
        """The page line of the character at `offset`; IndexError outside the text."""
        if not 0 <= offset < len(self.text):
            raise IndexError(f"offset {offset} is outside a text of {len(self.text)} characters")
        return self.runs[bisect_right(self.runs, offset, key=lambda run: run.start) - 1].line


class ArticleKind(StrEnum):
    """A report, or the story under a picture."""

    REPORT = "report"
    PHOTO = "photo"


class Precision(StrEnum):
    """How far a page's date can be told; `NONE` where the text cannot tell."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class PageDate:
    """When a page appeared: `2023`, `2023-06` or `2023-06-19`, or empty if unknown; `how` says why.

    `inferred` says that no person gave it, `sure` is false where another year fits the text nearly as well.
    """

    value: str
    precision: Precision
    inferred: bool
    how: str
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Repair:
    """One mend of the raw page: what stood on `line` and what it was read as. `rule` is the name of the repair function."""

    line: int
    rule: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Article:
    """One report of a page in reading order.

    `paragraphs` are body and sub-headings; `bylines` are the printed lines that the names in `byline` were taken from, as far as they
    stand outside the body. `parks` are the short newspaper names of the parks that the article is about, most important first.
    """

    id: str
    page: str
    kind: ArticleKind
    headline: Paragraph | None
    deck: tuple[Paragraph, ...]
    byline: tuple[str, ...]
    bylines: tuple[Paragraph, ...]
    parks: tuple[str, ...]
    paragraphs: tuple[Paragraph, ...]
    captions: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """One newspaper page as read. `id` is the seed's file name without its ending; `seed` the file name."""

    id: str
    seed: str
    published: PageDate
    newspaper: str
    edition: str
    articles: tuple[Article, ...]
    furniture: tuple[Paragraph, ...]
    repairs: tuple[Repair, ...]
