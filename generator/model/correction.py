"""What people correct by hand: one frozen class per kind of correction, each with the place where it is written.

All values are text as the fact files write it, already checked: `294`, `[10, 50]`, `2025-06`, `park`. Lists are tuples.
"""

from dataclasses import dataclass
from enum import StrEnum

from generator.model.sheet import HandSource


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where something stands in a hand-written file; line and column count from 1."""

    path: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Setting:
    """One field and what it is, or was, set to: `text` of a single value (empty for none), `items` of a list."""

    field: str
    place: Place
    text: str = ""
    items: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Target:
    """The fact that a correction is about.

    `park` is the park in whose file it stands. `was` is what the machine said when it was written: while that is so, the correction holds.
    `quote` is the sentence as it was then; it serves to find the fact again if its id is gone.
    """

    park: str
    fact: str
    place: Place
    was: tuple[Setting, ...]
    quote: str


@dataclass(frozen=True, slots=True)
class SetFact:
    """Other values for some fields of a fact."""

    place: Place
    target: Target
    to: tuple[Setting, ...]
    because: str


@dataclass(frozen=True, slots=True)
class MoveFact:
    """A fact that belongs on the sheet of park `to` (written `set: {park: …}`)."""

    place: Place
    target: Target
    to: str
    because: str


@dataclass(frozen=True, slots=True)
class DropFact:
    """A fact that belongs on no sheet."""

    place: Place
    target: Target
    because: str


@dataclass(frozen=True, slots=True)
class AcceptFact:
    """A fact that a person has checked: right as the machine says."""

    place: Place
    target: Target
    because: str


@dataclass(frozen=True, slots=True)
class AddFact:
    """A fact that no page was read for; `fields` has all fields of a claim that were given or have a default."""

    place: Place
    park: str
    fields: tuple[Setting, ...]
    source: HandSource
    because: str


class ListKind(StrEnum):
    """The lists whose entries are corrected one by one; what a park is also called is corrected with its other names."""

    HONOUR = "honours"
    INDUSTRY = "industries"
    COMPANY = "companies"
    INSTITUTION = "institutions"
    PROJECT = "projects"
    PERSON = "people"
    MEASURE = "measures"


@dataclass(frozen=True, slots=True)
class DropName:
    """An entry that does not belong on the list `kind` of a park."""

    place: Place
    park: str
    kind: ListKind
    name: str
    because: str


@dataclass(frozen=True, slots=True)
class AddName:
    """An entry that the list `kind` of a park lacks; `detail` is a person's office or a project's investment, or empty."""

    place: Place
    park: str
    kind: ListKind
    name: str
    detail: str
    source: HandSource
    because: str


@dataclass(frozen=True, slots=True)
class AmendPark:
    """Other names, another place, an English name of a park."""

    place: Place
    park: str
    was: tuple[Setting, ...]
    to: tuple[Setting, ...]
    because: str


@dataclass(frozen=True, slots=True)
class MergePark:
    """A park that was taken for another one: all of `other` belongs to `park`, its name is one more name of it."""

    place: Place
    park: str
    other: str
    because: str


@dataclass(frozen=True, slots=True)
class SetPage:
    """Another date, newspaper or edition of a page."""

    place: Place
    page: str
    was: tuple[Setting, ...]
    to: tuple[Setting, ...]
    because: str


@dataclass(frozen=True, slots=True)
class SetArticle:
    """Another headline, deck, byline, list of parks or kind of an article."""

    place: Place
    article: str
    was: tuple[Setting, ...]
    to: tuple[Setting, ...]
    because: str


@dataclass(frozen=True, slots=True)
class OrderParagraphs:
    """The paragraph that begins with `move` belongs right behind the one that begins with `after` (empty: to the front)."""

    place: Place
    article: str
    was: tuple[Setting, ...]
    move: str
    after: str
    because: str


@dataclass(frozen=True, slots=True)
class SplitArticle:
    """From the paragraph that begins with `before` on it is another article, with the headline given (or none)."""

    place: Place
    article: str
    was: tuple[Setting, ...]
    before: str
    headline: str
    because: str


@dataclass(frozen=True, slots=True)
class JoinArticles:
    """Article `other`, whose text begins with `begins`, is the rest of `article`."""

    place: Place
    article: str
    was: tuple[Setting, ...]
    other: str
    begins: str
    because: str


FactCorrection = SetFact | MoveFact | DropFact | AcceptFact
SheetCorrection = SetFact | MoveFact | DropFact | AcceptFact | AddFact | DropName | AddName | AmendPark | MergePark
ArticleCorrection = SetArticle | OrderParagraphs | SplitArticle | JoinArticles
ReadingCorrection = SetPage | SetArticle | OrderParagraphs | SplitArticle | JoinArticles
Correction = SheetCorrection | ReadingCorrection
