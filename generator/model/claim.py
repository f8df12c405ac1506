"""What a page says: one claim per number, names with their sentence, and what became of every numeral."""

from dataclasses import dataclass
from enum import StrEnum

from generator.model.problem import Problem
from generator.model.quantity import Value


class Level(StrEnum):
    """Whose number: the park's own, something's inside it, or something else's."""

    PARK = "park"
    RESIDENT = "resident"
    OUTSIDE = "outside"


class Kind(StrEnum):
    """What sort of number."""

    LEVEL = "level"
    GROWTH = "growth"
    SHARE = "share"
    RANK = "rank"


class Qualifier(StrEnum):
    """How exactly the text states the number; with the value it makes an interval."""

    EXACT = "exact"
    ABOUT = "about"
    OVER = "over"
    UNDER = "under"
    UPTO = "upto"


class Status(StrEnum):
    """Whether it is so, is meant to be so, or is expected to be so."""

    ACTUAL = "actual"
    PLANNED = "planned"
    FORECAST = "forecast"


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a thing is printed: always `quote == text[start:end]` of the piece of the article that `part` and `index` name.

    `part` is a Role (`body` counts body and sub-headings together: index into `Article.paragraphs`; `headline` has index 0; `deck` and
    `caption` index their tuples). `line` is the page line of the quote's first character.
    """

    page: str
    article: str
    part: str
    index: int
    start: int
    end: int
    line: int
    quote: str


@dataclass(frozen=True, slots=True)
class Reason:
    """Why one field has its value: the rule that decided and the words that it saw (both may be shown to an editor)."""

    field: str
    rule: str
    words: str


@dataclass(frozen=True, slots=True)
class Claim:
    """One number of one page. `park` is a park id or None; `period` is written as GUIDE-like text (see model.period); `unit` as written."""

    id: str
    park: str | None
    subject: str
    level: Level
    label: str
    metric: str | None
    kind: Kind
    value: Value
    unit: str
    qualifier: Qualifier
    period: str
    status: Status
    evidence: Evidence
    review: str | None
    why: tuple[Reason, ...] = ()


class NameKind(StrEnum):
    """The lists that a sheet keeps beside its figures."""

    ALSO_CALLED = "also_called"
    HONOUR = "honours"
    INDUSTRY = "industries"
    COMPANY = "companies"
    INSTITUTION = "institutions"
    PROJECT = "projects"
    PERSON = "people"
    MEASURE = "measures"


@dataclass(frozen=True, slots=True)
class Name:
    """One entry of one list of one park.

    `detail` is a person's office or a project's investment; `short` what the text calls it afterwards.
    """

    park: str
    kind: NameKind
    name: str
    detail: str
    short: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """What became of one numeral: the fact made of it, or the reason code why none was (exactly one of the two)."""

    article: str
    part: str
    index: int
    start: int
    end: int
    text: str
    fact: str | None
    reason: str | None


@dataclass(frozen=True, slots=True)
class FoundPark:
    """A park that no registry has, found by the form of its name; `id` is made from its name."""

    id: str
    name: str
    province: str
    city: str


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that one page yields."""

    page: str
    claims: tuple[Claim, ...]
    names: tuple[Name, ...]
    found_parks: tuple[FoundPark, ...]
    ledger: tuple[LedgerEntry, ...]
    problems: tuple[Problem, ...]
