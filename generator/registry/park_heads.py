"""Which stretch before 高新区, 开发区 or 产业园 is the park's name, and whether there is one.

A step of its own because Chinese writes no spaces: 居山东省开发区首位 and 创新引领经开区发展 name no park, 回顾落地尧都云商产业园 names one
in its last seven characters. The stretch is cut into known words; what the words are decides, and in doubt there is no name.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from generator.registry.places import Gazetteer, Place, PlaceLevel, short_name
from generator.registry.registry import Registry

_WINDOW = 30
_STOP = re.compile(r"[^\u3400-\u9fffA-Za-z·]|(?<=\d)[年月日个家亩期号]")
_LONGEST = 12
_COUNTY_ENDS = frozenset("县旗")
_MOST_UNKNOWN = 5
_MOST_PLACED = 8
_OWN_ESTATE = 3
_AFTER_A_NAME = re.compile(r"(?:党工委|管委会|管理委员会|工委)")
_REMEMBERED = 4096


class Part(StrEnum):
    """What a word before an ending is."""

    UNKNOWN = "unknown"
    KEPT = "kept"
    PLACE = "place"
    COMMON = "common"
    HONOUR = "honour"
    CUT = "cut"


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the stretch, `start` counted in it."""

    start: int
    text: str
    part: Part


@dataclass(frozen=True, slots=True)
class Head:
    """The name before an ending, `short` without 市 or 县 if it is a place and no more, and the larger places left out before it."""

    start: int
    text: str
    short: str
    places: tuple[Place, ...]


class HeadReader:
    """Built once from the registry's words and places."""

    def __init__(self, registry: Registry, gazetteer: Gazetteer, endings: tuple[str, ...], estates: frozenset[str]) -> None:
        self._gazetteer = gazetteer
        self._estates = estates
        self._ranks = registry.words("parks.place_ends")
        words: dict[str, Part] = {}
        for part, names in (
            (Part.KEPT, registry.words("mentions.kept_words") + registry.words("mentions.kept_conjunctions")),
            (Part.PLACE, gazetteer.names()),
            (Part.COMMON, registry.words("mentions.generic_words") + registry.words("industries.terms") + registry.words("parks.common")),
            (Part.HONOUR, registry.words("parks.honour_words")),
            (Part.CUT, _cuts(registry) + endings),
        ):
            words.update(dict.fromkeys(names, part))
        self._parts: Mapping[str, Part] = words
        self._head_of = lru_cache(_REMEMBERED)(self._read)  # a page is looked through line by line, then paragraph by paragraph
        self._longest = {char: max(len(word) for word in group) for char, group in _by_first(words).items()}

    def read(self, text: str, at: int, ending: str) -> Head | None:
        """The name that ends right before `text[at]`, where `ending` begins; None if what stands there is no name."""
        start = max(0, at - _WINDOW)
        for stop in _STOP.finditer(text, start, at):
            start = stop.end()
        head = self._head_of(text[start:at], ending, authority=_AFTER_A_NAME.match(text, at + len(ending)) is not None)
        return Head(start + head.start, head.text, head.short, head.places) if head else None

    def _read(self, stretch: str, ending: str, *, authority: bool) -> Head | None:
        """The name at the end of the stretch, `authority` saying that a 管委会 follows the ending."""
        words = self._last_stretch(self._words(stretch))
        places = [number for number, word in enumerate(words) if word.part is Part.PLACE]
        if any(word.part is Part.HONOUR for word in words):
            return None
        if places:
            return self._after_places(words, places[0], ending)
        return self._unknown(words, ending, authority=authority)

    def _words(self, stretch: str) -> list[Word]:
        """The stretch as words: at each place the longest known one, else one character."""
        here = 0
        words = []
        while here < len(stretch):
            word = self._word(stretch, here, len(stretch))
            words.append(word)
            here += len(word.text)
        return words

    def _word(self, text: str, here: int, at: int) -> Word:
        for end in range(min(at, here + self._longest.get(text[here], 0)), here, -1):
            part = self._parts.get(text[here:end])
            if part and not (part is Part.PLACE and self._parts.get(text[here]) is Part.CUT and self._hides_place(text, here, end, at)):
                return Word(here, text[here:end], part)
        return Word(here, text[here], Part.UNKNOWN)

    def _hides_place(self, text: str, here: int, end: int, at: int) -> bool:
        """Whether a place begins with a word of one letter after which a place begins that reaches further: 从|江门市 and not 从江."""
        after = self._word(text, here + 1, at)
        return after.part is Part.PLACE and after.start + len(after.text) > end

    def _last_stretch(self, words: list[Word]) -> list[Word]:
        """The words after the last one that cannot stand in a name."""
        cuts = [number for number, word in enumerate(words) if word.part is Part.CUT]
        return words[cuts[-1] + 1 :] if cuts else words

    def _after_places(self, words: list[Word], first: int, ending: str) -> Head | None:
        """A head with a place in it begins at the place: 回顾 + 尧都 + 云商; of several places in a row the last is the park's."""
        if sum(len(word.text) for word in words[:first] if word.part is Part.UNKNOWN) == 1:
            return None  # 新长安, 老河口: one character more may belong to the name or not
        rest, larger = words[first:], list[Place]()
        while len(rest) > 1 and (place := self._gazetteer.place(rest[0].text)) and self._may_leave_out(place, rest[1:]):
            larger.append(place)
            rest = rest[1:]
        rest = self._without_county(rest)
        unknown = "".join(word.text for word in rest if word.part is Part.UNKNOWN)
        if self._is_any_of_a_place(rest, ending) or len(unknown) > self._most_unknown(unknown, estate=ending in self._estates):
            return None
        return _head(rest, tuple(larger))

    def _is_any_of_a_place(self, words: list[Word], ending: str) -> bool:
        """Whether it is one of a place's, or all: 山东省开发区, 郑州市数字经济产业园; but 郑州软件园, 苏州生物医药产业园 are names."""
        place = self._gazetteer.place(words[0].text)
        if place is None or any(word.part is not Part.COMMON for word in words[1:]):
            return False
        if place.level is PlaceLevel.PROVINCE and not place.name.endswith("市"):
            return True
        return len(words) > 1 and ending in self._estates and words[0].text.endswith("市")

    def _may_leave_out(self, place: Place, rest: list[Word]) -> bool:
        """Whether the park's name begins after this place: 安徽省|临浦县, 临汾市|尧都, but 苏州胥口, 鹤壁宝山, 武汉光电子."""
        if rest[0].part is Part.PLACE:
            return any(_lies_in(one, place) for one in self._gazetteer.namesakes(rest[0].text))
        if rest[0].part is Part.COMMON and len(rest[0].text) > 1:
            return False
        name = "".join(word.text for word in rest)
        return (place.level is PlaceLevel.PROVINCE and len(name) >= 2) or name.endswith(("县", "区", "旗", "镇", "乡"))

    def _unknown(self, words: list[Word], ending: str, *, authority: bool) -> Head | None:
        """A name that no list has: it must look like a place (白鹭湾, 某某县), be called an authority, or be a company's estate."""
        words = self._without_county(words)
        own = 0
        while own < len(words) and (words[own].part in (Part.UNKNOWN, Part.KEPT) or len(words[own].text) == 1):
            own += 1
        name, rest = "".join(word.text for word in words[:own]), words[own:]
        estate = ending in self._estates
        if not 2 <= len(name) <= self._most_unknown(name, estate=estate) or any(word.part is not Part.COMMON for word in rest):
            return None
        sure = name.endswith(self._ranks) or authority or (estate and (rest or len(name) >= _OWN_ESTATE))
        return _head(words, ()) if sure else None

    def _without_county(self, words: list[Word]) -> list[Word]:
        """The words after a county that no list has, if a place's name follows: 临渎县|青禾湾渔光, but 苍石县中药材.

        The county may begin like a place that one has: 青原|县, where 青原 is a district.
        """
        for size in range(2, min(5, len(words))):
            county, rest = "".join(word.text for word in words[:size]), "".join(word.text for word in words[size:])
            unlisted = len(words[size - 1].text) == 1 and len(county) in (3, 4) and self._gazetteer.place(county) is None
            placed = any(rest[:length].endswith(self._ranks) for length in (2, 3, 4) if length <= len(rest))
            if unlisted and placed and county[-1] in _COUNTY_ENDS:
                return words[size:]
        return words

    def _most_unknown(self, name: str, *, estate: bool) -> int:
        """How many unknown signs a name may have: more if it begins like a place and goes on with what is made there (青石岭|羊肚菌)."""
        return _MOST_PLACED if estate and any(name[:size].endswith(self._ranks) for size in (2, 3)) else _MOST_UNKNOWN


def _head(words: list[Word], larger: tuple[Place, ...]) -> Head | None:
    text = "".join(word.text for word in words)
    if not 2 <= len(text) <= _LONGEST:
        return None
    alone = len(words) == 1 and words[0].part is Part.PLACE
    return Head(words[0].start, text, short_name(text) if alone else text, larger)


def _lies_in(place: Place, larger: Place) -> bool:
    return place.province == larger.province if larger.level is PlaceLevel.PROVINCE else place.city == larger.city


def _cuts(registry: Registry) -> tuple[str, ...]:
    """Every word that ends before a name begins."""
    return registry.words("mentions.cut_words") + registry.words("mentions.offices") + registry.words("parks.before")


def _by_first(words: Mapping[str, Part]) -> dict[str, list[str]]:
    groups: dict[str, list[str]] = {}
    for word in words:
        groups.setdefault(word[0], []).append(word)
    return groups
