"""A park's facts: as the machine found them (`ParkFile`) and as they are published after corrections (`ParkSheet`)."""

from dataclasses import dataclass
from enum import StrEnum

from generator.model.claim import Claim, Name
from generator.model.entities import Park


@dataclass(frozen=True, slots=True)
class Fact:
    """One figure of one park: the claim that speaks for it and the same figure from other pages or sentences."""

    claim: Claim
    also: tuple[Claim, ...] = ()

    @property
    def id(self) -> str:
        """The id of the claim that speaks for it."""
        return self.claim.id


@dataclass(frozen=True, slots=True)
class Series:
    """One metric of one subject over time: the ids of its facts, ordered by period. `key` is a metric id, or the label where none fits."""

    key: str
    label: str
    kind: str
    subject: str
    base_unit: str
    facts: tuple[str, ...]


class ConflictKind(StrEnum):
    """What does not go together."""

    VALUES = "values"
    GROWTH = "growth"
    SHARE = "share"
    PART = "part"
    RANK = "rank"


@dataclass(frozen=True, slots=True)
class Conflict:
    """Facts that cannot all be right, and why."""

    kind: ConflictKind
    facts: tuple[str, ...]
    message: str


@dataclass(frozen=True, slots=True)
class ParkFile:
    """What the machine found on one park: written to content/facts/<park-id>.yaml, never by hand."""

    park: Park
    facts: tuple[Fact, ...]
    names: tuple[Name, ...]
    series: tuple[Series, ...]
    conflicts: tuple[Conflict, ...]
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """One field that a person set: what the machine said, what is published, and why."""

    field: str
    machine: str
    human: str
    because: str


@dataclass(frozen=True, slots=True)
class HandSource:
    """Where a fact that a person added stands: a title with an address, or a page with its quote."""

    title: str
    url: str
    page: str
    quote: str


@dataclass(frozen=True, slots=True)
class SheetFact:
    """A fact as published.

    `source` is set for facts added by hand; `accepted` says that a person has checked it; `because` the reason given.
    """

    fact: Fact
    changes: tuple[Change, ...] = ()
    accepted: bool = False
    source: HandSource | None = None
    because: str = ""


@dataclass(frozen=True, slots=True)
class Dropped:
    """A machine fact that a person took off the sheet."""

    fact: Fact
    because: str


@dataclass(frozen=True, slots=True)
class ParkSheet:
    """What is published on one park."""

    park: Park
    facts: tuple[SheetFact, ...]
    dropped: tuple[Dropped, ...]
    names: tuple[Name, ...]
    park_changes: tuple[Change, ...]
    series: tuple[Series, ...]
    conflicts: tuple[Conflict, ...]
    articles: tuple[str, ...]
