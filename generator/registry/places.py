"""Provinces, cities and counties by name."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from generator.registry.names import NameIndex

_PEOPLES = (
    "朝鲜族|土家族|苗族|侗族|壮族|瑶族|布依族|彝族|哈尼族|傣族|白族|傈僳族|景颇族|藏族|羌族|回族|蒙古族?|柯尔克孜|哈萨克族?|满族|畲族|黎族|"
    "仡佬族|水族|维吾尔"
)
_ENDING = re.compile(rf"(?:(?:{_PEOPLES})+自治[州县旗]|自治[州县旗]|地区|特别行政区|[市县旗盟州区])$")
_SHORTEST = 2


@dataclass(frozen=True, slots=True)
class Province:
    """A province with its cities, each with the counties that the registry knows; `short` is 广东 of 广东省."""

    name: str
    short: str
    cities: tuple[tuple[str, tuple[str, ...]], ...]


class PlaceLevel(StrEnum):
    """How large a place is."""

    PROVINCE = "province"
    CITY = "city"
    COUNTY = "county"


@dataclass(frozen=True, slots=True)
class Place:
    """One place by its full name. `city` is empty for a province; a municipality is its own city."""

    name: str
    level: PlaceLevel
    province: str
    city: str


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place named in a text."""

    start: int
    end: int
    text: str
    place: Place


def short_name(name: str) -> str:
    """A place's name without its rank: 肇庆 of 肇庆市, 延边 of 延边朝鲜族自治州; the name itself where nothing would be left.

    >>> short_name("延边朝鲜族自治州"), short_name("准格尔旗"), short_name("沙市")
    ('延边', '准格尔', '沙市')
    """
    short = _ENDING.sub("", name)
    return short if len(short) >= _SHORTEST else name


class Gazetteer:
    """Places by every name that is safe in running text: provinces and cities by full and short name, counties by full name alone.

    A name that several counties share is kept out, since a text does not say which is meant; 海南 is the province, not the prefecture.
    """

    def __init__(self, provinces: Iterable[Province]) -> None:
        everything = tuple(_places(provinces))
        self._by_name: dict[str, Place] = {}
        for level in PlaceLevel:
            self._add(tuple((name, place) for name, place in everything if place.level is level and name == place.name))
            if level is not PlaceLevel.COUNTY:
                self._add(tuple((name, place) for name, place in everything if place.level is level and name != place.name))
        counties = tuple((short_name(place.name), place) for _, place in everything if place.level is PlaceLevel.COUNTY)
        self._county_shorts = _unique((name, place) for name, place in counties if name not in self._by_name)
        self._namesakes: dict[str, tuple[Place, ...]] = {}
        for name, place in sorted({*everything, *counties}, key=lambda named: (named[0], named[1].province, named[1].city, named[1].name)):
            self._namesakes[name] = (*self._namesakes.get(name, ()), place)
        self._index = NameIndex(self._by_name)

    def _add(self, named: tuple[tuple[str, Place], ...]) -> None:
        self._by_name = _unique(named) | self._by_name

    def find(self, text: str) -> tuple[PlaceMention, ...]:
        """Places in order, longest first, not overlapping."""
        return tuple(PlaceMention(hit.start, hit.end, hit.name, self._by_name[hit.name]) for hit in self._index.find(text))

    def names(self) -> tuple[str, ...]:
        """Every name of a place, sorted: short names of counties too, and names that several places share, of which `place` knows none."""
        return tuple(self._namesakes)

    def namesakes(self, name: str) -> tuple[Place, ...]:
        """Every place of that full or short name."""
        return self._namesakes.get(name, ())

    def place(self, name: str) -> Place | None:
        """The place of that full or short name, a county's short name too if one county alone has it; None if there is none."""
        return self._by_name.get(name) or self._county_shorts.get(name)


def _places(provinces: Iterable[Province]) -> Iterator[tuple[str, Place]]:
    """Every place with its full name, and once more with its short one."""
    for province in provinces:
        whole = Place(province.name, PlaceLevel.PROVINCE, province.name, "")
        yield province.name, whole
        yield province.short, whole
        for city, counties in province.cities:
            if city != province.name:
                yield from _named(Place(city, PlaceLevel.CITY, province.name, city))
            for county in counties:
                yield county, Place(county, PlaceLevel.COUNTY, province.name, city)


def _named(place: Place) -> Iterator[tuple[str, Place]]:
    yield place.name, place
    if short_name(place.name) != place.name:
        yield short_name(place.name), place


def _unique(named: Iterable[tuple[str, Place]]) -> dict[str, Place]:
    """Names that mean one place."""
    found: dict[str, Place | None] = {}
    for name, place in named:
        if len(name) >= _SHORTEST:
            found[name] = place if found.get(name, place) == place else None
    return {name: place for name, place in found.items() if place is not None}
