"""How the registry's files look: one record per entry, from which both the checks and the JSON Schemas are made."""

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from generator.model.period import is_period
from generator.yamlio.bind import Id, Record


def _checked_year(text: str) -> str:
    if not (len(text) == 4 and text.isascii() and text.isdigit()):
        raise ValueError("a year must be four digits")
    return text


def _checked_date(text: str) -> str:
    if text == "asof" or "/" in text or ":" in text or not is_period(text):
        raise ValueError("a date must be a year, a month or a day: 2025, 2025-06, 2025-06-26")
    return text


Year = Annotated[str, AfterValidator(_checked_year)]
Date = Annotated[str, AfterValidator(_checked_date)]
Name = Annotated[str, Field(min_length=1)]
Names = tuple[Name, ...]
Cues = tuple[Annotated[str, Field(min_length=2)], ...]


class ParkRecord(Record):
    """One park in parks.yaml."""

    id: Id
    name: Name
    official: Name
    kind: Literal["hidz", "etdz", "ftz", "other"]
    province: str = ""
    city: str = ""
    approved: Year | Literal[""] = ""
    aliases: Names = ()
    english: str = ""
    former_ids: tuple[Id, ...] = ()


class MetricRecord(Record):
    """One metric in metrics.yaml; a metric without cues is found by its name alone."""

    id: Id
    name: Name
    english: Name
    topic: Id
    unit_family: Id
    cues: Cues = ()
    never: Names = ()
    kinds: tuple[Literal["level", "growth", "share", "rank"], ...] = ("level", "growth", "share", "rank")
    weight: Annotated[int, Field(ge=0, le=100)] = 10
    better: Literal["high", "low", "none"] = "high"
    examples: Annotated[Names, Field(min_length=1)]
    counter_examples: Names = ()


class UnitRecord(Record):
    """One unit in units.yaml."""

    name: Name
    family: Id
    base: Name
    factor: Annotated[Decimal, Field(gt=0)] = Decimal(1)


class TopicRecord(Record):
    """One topic in topics.yaml."""

    id: Id
    name: Name
    english: Name


class PageRecord(Record):
    """What is known of one page in pages.yaml; leave out what is not known."""

    page: Id
    date: Date | Literal[""] = ""
    newspaper: str = ""
    edition: str = ""


class PlaceRecord(Record):
    """One province in places.yaml with its cities; the counties that the project knows stand under their city."""

    province: Name
    short: Name
    cities: dict[Name, Names] = Field(default_factory=dict)
