"""How the registry's files look: one record per entry, from which both the checks and the JSON Schemas are made."""

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, WithJsonSchema

from generator.model.period import is_period
from generator.yamlio.bind import Id, Record


def _checked_year(text: str) -> str:
    if text and not (len(text) == 4 and text.isascii() and text.isdigit()):
        raise ValueError("a year must be four digits")
    return text


def _checked_date(text: str) -> str:
    if text and (text == "asof" or "/" in text or ":" in text or not is_period(text)):
        raise ValueError("a date must be a year, a month or a day: 2025, 2025-06, 2025-06-26")
    return text


_NUMBER_OR_TEXT = ["string", "integer"]  # an editor's YAML reads 1988 as a number; here it is text
_YEAR = {"type": _NUMBER_OR_TEXT, "pattern": "^([0-9]{4})?$"}
_DATE = {"type": _NUMBER_OR_TEXT, "pattern": "^([0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?)?$"}
Year = Annotated[str, AfterValidator(_checked_year), WithJsonSchema(_YEAR)]
Date = Annotated[str, AfterValidator(_checked_date), WithJsonSchema(_DATE)]
Name = Annotated[str, Field(min_length=1)]
Names = tuple[Name, ...]
Cues = tuple[Annotated[str, Field(min_length=2)], ...]


class ParkRecord(Record):
    """One park in parks.yaml."""

    id: Id = Field(description="Names its files and addresses; never changes.")
    name: Name = Field(description="The short form that newspapers use: 肇庆高新区.")
    official: Name = Field(description="The full official name.")
    kind: Literal["hidz", "etdz", "ftz", "other"] = Field(description="国家高新区, 国家级经开区, 自贸片区, other.")
    province: str = Field("", description="In full: 广东省.")
    city: str = Field("", description="The prefecture-level city in full, or what stands right under the province.")
    approved: Year = Field("", description="The year in which it became national; left out where unsure.")
    aliases: Names = Field((), description="Other names that no rule can make of its name (光谷); one owner each.")
    english: str = ""
    former_ids: tuple[Id, ...] = Field((), description="Ids that it had before: their addresses lead to it.")


class MetricRecord(Record):
    """One metric in metrics.yaml; a metric without cues is found by its name alone."""

    id: Id
    name: Name
    english: Name
    topic: Id = Field(description="One of topics.yaml.")
    unit_family: Id = Field(description="A family of units.yaml; units of the families above it fit as well.")
    cues: Cues = Field((), description="Words at the head of a label that mean this metric.")
    never: Names = Field((), description="Words anywhere in a label that forbid it.")
    kinds: tuple[Literal["level", "growth", "share", "rank"], ...] = ("level", "growth", "share", "rank")
    weight: Annotated[int, Field(ge=0, le=100)] = Field(10, description="The six heaviest that a park has become its key figures.")
    better: Literal["high", "low", "none"] = "high"
    examples: Annotated[Names, Field(min_length=1)] = Field(description="Labels that speak of it.")
    counter_examples: Names = Field((), description="Labels that look like it and are none.")


class UnitRecord(Record):
    """One unit in units.yaml."""

    name: Name
    family: Id = Field(description="What it measures; a family with a dash lies under the family before the dash.")
    base: Name = Field(description="Figures of one family and base compare.")
    factor: Annotated[Decimal, Field(gt=0)] = Field(Decimal(1), description="How many of the base one of it is.")


class TopicRecord(Record):
    """One topic in topics.yaml."""

    id: Id
    name: Name
    english: Name


class PageRecord(Record):
    """What is known of one page in pages.yaml; leave out what is not known."""

    page: Id = Field(description="The file's name in seeds/ without .txt.")
    date: Date = Field("", description="2025, 2025-06 or 2025-06-26, as far as it is known.")
    newspaper: str = ""
    edition: str = ""


class PlaceRecord(Record):
    """One province in places.yaml with its cities; the counties that the project knows stand under their city."""

    province: Name
    short: Name
    cities: dict[Name, Names] = Field(default_factory=dict)
