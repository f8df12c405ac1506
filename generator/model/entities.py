"""What the registry knows by heart: parks, metrics, units."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Park:
    """One development park.

    `name` is the short newspaper form (肇庆高新区); `kind` is hidz, etdz, ftz, other or found; `approved` a year or empty.
    `id` is a frozen slug (`zhaoqing-gaoxinqu`): it names files and addresses and never changes.
    """

    id: str
    name: str
    official: str
    kind: str
    province: str
    city: str
    approved: str
    aliases: tuple[str, ...]
    english: str
    former_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Metric:
    """One thing that is measured.

    `cues` are the label words that mean it, `never` words that forbid it; `unit_family` is one of units.yaml.
    """

    id: str
    name: str
    english: str
    topic: str
    unit_family: str
    cues: tuple[str, ...]
    never: tuple[str, ...]
    kinds: tuple[str, ...]
    weight: int
    better: str
    examples: tuple[str, ...]
    counter_examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit as written: `factor` turns a value into the family's base unit (亿元: money, 100000000)."""

    name: str
    family: str
    base: str
    factor: Decimal


@dataclass(frozen=True, slots=True)
class Topic:
    """A heading of the sheet under which metrics stand."""

    id: str
    name: str
    english: str


@dataclass(frozen=True, slots=True)
class PageInfo:
    """What an editor knows of a page: date, newspaper, edition; empty where unknown."""

    page: str
    date: str
    newspaper: str
    edition: str
