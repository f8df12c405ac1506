"""Where a park lies that no registry has: by its own name, by what stands right before it, by the first places of its article.

A county or city that no gazetteer has is known by its form alone (临浦县); its province only by what the text says.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.article import Article
from generator.registry.places import Gazetteer, Place, PlaceLevel

_BEFORE = "(?:^|(?<=[省区，。、；：“（,;:(在于到自从由与和对向的是]))"
_BY_FORM = re.compile(rf"{_BEFORE}(?P<name>[一-龥]{{2,3}}(?:县|市|旗))(?![一-龥]?(?:场|民|值|政|容|级|委|长|直))")
_NO_NAMES = re.compile("^(?:全|该|各|本|我|外|多|两|某|邻|周边|上|城|都|超|门|股|夜|楼|菜|集|成为|一座|这座|座)|城市|都市|县市")
_NEAR = 10
_BEGINNING = 4


@dataclass(frozen=True, slots=True)
class _Clue:
    """A province or a city that some words speak for; either may be empty."""

    province: str
    city: str


def find_place(article: Article, park: str, gazetteer: Gazetteer) -> tuple[str, str]:
    """(province, city) of the park; empty where neither its name nor the text tells.

    >>> from generator.model.article import ArticleKind
    >>> find_place(Article("a", "p", ArticleKind.REPORT, None, (), (), (), (), (), ()), "云岭产业园", Gazetteer(()))
    ('', '')
    """
    texts = [paragraph.text for paragraph in (*((article.headline,) if article.headline else ()), *article.paragraphs, *article.captions)]
    province, city = "", ""
    for clue in _clues(texts, park, gazetteer):
        if province and clue.province and clue.province != province:
            continue
        if city and clue.city:
            continue
        province, city = province or clue.province, city or clue.city
    return province, city


def _clues(texts: list[str], park: str, gazetteer: Gazetteer) -> Iterator[_Clue]:
    """The park's own name first, then what stands before it, the nearest first, then the article's beginning."""
    yield from _clues_of(park, gazetteer)
    for text in texts:
        at = text.find(park)
        while at >= 0:
            yield from reversed(list(_clues_of(text[max(0, at - _NEAR) : at], gazetteer)))
            at = text.find(park, at + 1)
    for text in texts[:_BEGINNING]:
        yield from _clues_of(text, gazetteer)


def _clues_of(text: str, gazetteer: Gazetteer) -> Iterator[_Clue]:
    """Places of the gazetteer and places by form, in the order of the text."""
    known = gazetteer.find(text)
    found = [(hit.start, _clue_of(hit.place)) for hit in known]
    for match in _BY_FORM.finditer(text):
        inside = any(hit.start < match.end("name") and match.start("name") < hit.end for hit in known)
        if not inside and not _NO_NAMES.search(match["name"]):
            found.append((match.start("name"), _Clue("", match["name"])))
    yield from (clue for _, clue in sorted(found, key=lambda pair: pair[0]))


def _clue_of(place: Place) -> _Clue:
    return _Clue(place.province, "" if place.level is PlaceLevel.PROVINCE else place.city or place.name)
