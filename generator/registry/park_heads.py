"""Which stretch before 高新区, 开发区 or 产业园 is the park's name, and whether there is one.

A step of its own because Chinese writes no spaces: 居山东省开发区首位 and 创新引领经开区发展 name no park, 回顾落地尧都云商产业园 names one
in its last seven characters. The stretch is cut into known words; what the words are decides, and in doubt there is no name.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from generator.registry.common_words import common_verbs, plain_words
from generator.registry.places import Gazetteer, Place, PlaceLevel, short_name
from generator.registry.registry import Registry

_WINDOW = 30
_STOP = re.compile(r"[^\u3400-\u9fffA-Za-z·]|(?<=\d)[年月日个家亩期号]")
_LONGEST = 12
_COUNTY_ENDS = frozenset("县旗")
_MOST_UNKNOWN = 5
_MOST_PLACED = 8
_OWN_ESTATE = 3
_LONGEST_PLAIN = 4
_JOINTS = frozenset("和与及")
_PROVINCES = re.compile("[京津沪渝冀晋辽吉黑苏浙皖闽赣鲁豫鄂湘粤琼川蜀贵黔云滇陕甘陇青宁藏蒙桂]+")
_AFTER_A_NAME = re.compile(r"(?:党工委|管委会|管理委员会|工委)")
_REMEMBERED = 4096


class Part(StrEnum):
    """What a word before an ending is."""

    UNKNOWN = "unknown"
    PLAIN = "plain"
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
        self._talk = re.compile(f"[A-Za-z{''.join(registry.words('parks.talk_signs'))}]|[城都乡]$")
        self._offices = frozenset(registry.words("mentions.offices"))
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
        before = self._words(stretch)
        words = self._last_stretch(before)
        places = [number for number, word in enumerate(words) if word.part is Part.PLACE]
        if any(word.part is Part.HONOUR for word in words):
            return None
        if places:
            return self._after_places(words, places[0], ending)
        person = any(word.text in self._offices for word in before[: -len(words)][-1:])
        return self._unknown(words, ending, authority=authority, person=person)

    def _words(self, stretch: str) -> list[Word]:
        """The stretch as words: at each place the longest known one, else one character."""
        here = 0
        words: list[Word] = []
        while here < len(stretch):
            word = self._word(stretch, here, len(stretch))
            words += _one_by_one(word) if _is_part_of_county(words, word) else (word,)
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
        """The words after the last one that cannot stand in a name; 和 can between two wares (永安市石墨和石墨烯)."""
        cuts = [number for number, word in enumerate(words) if word.part is Part.CUT and not _joins_wares(words, number)]
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
        """Whether it is one of a place's, or all: 山东省开发区, 郑州市数字经济产业园; but 郑州软件园, 永安市石墨产业园 are names."""
        place = self._gazetteer.place(words[0].text)
        if place is None or any(word.part not in (Part.COMMON, Part.CUT) for word in words[1:]):
            return False
        if place.level is PlaceLevel.PROVINCE and not place.name.endswith("市"):
            return True
        return len(words) > 1 and ending in self._estates and place.level is PlaceLevel.CITY and words[0].text.endswith("市")

    def _may_leave_out(self, place: Place, rest: list[Word]) -> bool:
        """Whether the park's name begins after this place: 安徽省|临浦县, 临汾市|尧都, but 苏州胥口, 鹤壁宝山, 武汉光电子."""
        if rest[0].part is Part.PLACE:
            return any(_lies_in(one, place) for one in self._gazetteer.namesakes(rest[0].text))
        if rest[0].part is Part.COMMON and len(rest[0].text) > 1:
            return False
        name = "".join(word.text for word in rest)
        return (place.level is PlaceLevel.PROVINCE and len(name) >= 2) or name.endswith(("县", "区", "旗", "镇", "乡"))

    def _unknown(self, words: list[Word], ending: str, *, authority: bool, person: bool) -> Head | None:
        """A name that no list has: it must look like a place (白鹭湾, 某某县), be called an authority, or be no words of the language.

        `person` says that an office stands before it: 董事长|王海.
        """
        words = self._without_county(words)
        estate = ending in self._estates
        own, rest = self._own_name(words)
        name = "".join(word.text for word in own)
        more = "".join(word.text for word in rest if word.part is Part.UNKNOWN)
        if len(name) < 2 or len(name) + len(more) > self._most_unknown(name, estate=estate):
            return None
        if not estate and any(word.part is not Part.COMMON for word in rest):
            return None
        placed = name.endswith(self._ranks)
        whole = not estate or rest or len(name) >= _OWN_ESTATE
        sure = placed or authority or (whole and not person and self._is_no_talk(name, rest))
        return _head(words, ()) if sure else None

    def _is_no_talk(self, name: str, rest: list[Word]) -> bool:
        """Whether signs that no list has are a name: none of them counts or leads on (逐梦, 皖鄂赣), and no deed follows (荒滩|变身)."""
        if self._talk.search(name) or _PROVINCES.fullmatch(name):
            return False
        return not rest or rest[0].part is Part.COMMON or rest[0].text not in common_verbs()

    def _own_name(self, words: list[Word]) -> tuple[list[Word], list[Word]]:
        """The signs that no list has, and the words behind them: 柏塬|内陆无水港, 苍石县|中药材.

        A plain word may open what ends like a place's name: 幸福|湾.
        """
        plain = self._with_plain_words(words)
        own = 0
        while own < len(plain) and (plain[own].part in (Part.UNKNOWN, Part.KEPT) or len(plain[own].text) == 1):
            own += 1
        if own == 0 and len(plain) > 1 and plain[0].part is Part.PLAIN and plain[1].text.endswith(self._ranks):
            own = 2
        return plain[:own], plain[own:]

    def _with_plain_words(self, words: list[Word]) -> list[Word]:
        """The stretch with the plain words of the language in it (中药|材 is 中药材), none where it would leave a name of one sign."""
        out = list[Word]()
        text, here = "".join(word.text for word in words), 0
        while here < len(text):
            listed = self._word(text, here, len(text))
            sizes = range(min(_LONGEST_PLAIN, len(text) - here), 1, -1) if here != 1 else ()
            size = next((size for size in sizes if text[here : here + size] in plain_words()), 1)
            kept = listed.part in (Part.COMMON, Part.KEPT) and len(listed.text) >= size
            word = listed if kept else Word(here, text[here : here + size], Part.PLAIN if size > 1 else Part.UNKNOWN)
            out.append(Word(words[0].start + here, word.text, word.part))
            here += len(word.text)
        return out

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


def _joins_wares(words: list[Word], number: int) -> bool:
    around = words[number - 1 : number + 2 : 2]
    return (
        words[number].text in _JOINTS
        and number > 1
        and len(around) == 2
        and all(word.part is Part.COMMON and len(word.text) > 1 for word in around)
    )


def _is_part_of_county(before: list[Word], word: Word) -> bool:
    """南县 of 岱南县: one sign that no list has stands before it."""
    alone = bool(before) and before[-1].part is Part.UNKNOWN and (len(before) == 1 or before[-2].part is not Part.UNKNOWN)
    return alone and word.part is Part.PLACE and len(word.text) == 2 and word.text[-1] in _COUNTY_ENDS


def _one_by_one(word: Word) -> list[Word]:
    return [Word(word.start + at, sign, Part.UNKNOWN) for at, sign in enumerate(word.text)]


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
