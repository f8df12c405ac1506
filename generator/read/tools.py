"""What the steps of reading know: forms of lines, parks, the page's own words. Built once for a registry, and once more for a page."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from generator.read.ends import Ends, ends_of
from generator.read.events import Events, build_events
from generator.read.joints import Vocabulary, known_words
from generator.read.shapes import Shapes
from generator.registry.park_finder import spelling_key
from generator.registry.places import short_name
from generator.registry.registry import Registry

_LONGEST_BEFORE = 8
_LONGEST_AFTER = 1
# 四家高新区 has a park's form and is none.
_COUNTED = re.compile(r"[一两二三四五六七八九十几多各数\d]+[家个座地]")
_REST_OF_PARK = re.compile(r"[一-龥]{0,10}?(?:区|园|城|新区)")
_PLACE_AT_END = re.compile("[一-龥]{1,10}$")
_PLACE_BEFORE = re.compile(r"[一-龥]{0,6}")


class Mention(Protocol):
    """A park named in a text."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def name(self) -> str: ...
    @property
    def registered(self) -> bool: ...
    @property
    def estate(self) -> bool: ...
    @property
    def bare_place(self) -> bool: ...


class Parks(Protocol):
    """Finds the parks that a text names."""

    def find(self, text: str) -> Sequence[Mention]: ...


_CALLED = re.compile(r"\s*[（(](?:以下)?(?:又|也|亦)?(?:简称|称|称为|名)[“\"]?(?P<short>[一-龥]{2,10})[”\"]?(?=[）)，、；])")
_LONGEST_CALL = 60
_LONG_NAME = 7
# 以下简称“园区” names every park and none.
_KIND_ALONE = re.compile("(?:本|该|全|新|园|片|示范|产业|试验|高新|经开|开发|自贸|工业|管委|综保|合作|核心|集聚|度假|功能)[一-龥]{0,2}")
_CALLED_ALSO = re.compile(r"[（(][^（()）。]*?(?:叫它|叫作|叫做|俗称|又称|也称|别称|简称)“(?P<short>[一-龥]{2,6})”(?=[）)，、；])")


@dataclass(frozen=True, slots=True)
class Named:
    """A park named in a text of this page."""

    start: int
    end: int
    name: str
    registered: bool
    estate: bool
    bare_place: bool


def _spelt_alike(found: Sequence[Mention]) -> dict[str, str]:
    """Of parks that no registry has, the name used most for each other way to spell it: 苍澜经济开发区 is 苍澜经开区."""
    used = Counter(mention.name for mention in found if not mention.registered)
    best: dict[str, str] = {}
    for name, _ in used.most_common():
        best.setdefault(spelling_key(name), name)
    return {name: best[spelling_key(name)] for name in used if best[spelling_key(name)] != name}


class PageParks:
    """The parks of a page by the page's own names too: 包头稀土高新区（以下简称稀土高新区） makes 稀土高新区 the same park."""

    def __init__(self, parks: Parks, text: str, aggregates: frozenset[str]) -> None:
        self._parks = parks
        self._aggregates = aggregates
        # The steps of reading ask for the same texts again and again.
        self._found: dict[str, tuple[Named, ...]] = {}
        bare = re.sub(r"\s", "", text)
        found = parks.find(bare)
        self._same: dict[str, str] = {}
        self._given: dict[str, str] = {}
        self._told = {one.name: one.estate for one in found if not one.registered and len(one.name) >= _LONG_NAME and "县" in one.name}
        for mention in found:
            called = _CALLED.match(bare, mention.end)
            if called and not mention.estate:
                # 河北清河经济开发区（以下简称清河经开区）, not registered: the text goes on with the short name, and so do its readers.
                short = parks.find(called["short"]) if not mention.registered else ()
                self._same.update({mention.name: called["short"]} if short else {called["short"]: mention.name})
            for given in (called, _CALLED_ALSO.match(bare, mention.end, mention.end + _LONGEST_CALL)):
                if given and not _KIND_ALONE.fullmatch(given["short"]) and not parks.find(given["short"]):
                    self._given.setdefault(given["short"], mention.name)
        full = tuple(dict.fromkeys(mention.name for mention in found if mention.registered))
        for mention in found:
            owners = [name for name in full if name.endswith(mention.name) and name != mention.name]
            if not mention.registered and len(owners) == 1:
                self._same.setdefault(mention.name, owners[0])

        self._same.update(self._without_county(found, full))
        self._same = _spelt_alike(found) | self._same
        # 昆山花桥经济开发区 and 花桥经济开发区, neither registered, are one park by its shorter name.
        free = tuple(dict.fromkeys(mention.name for mention in found if not mention.registered and not mention.estate))
        for name in free:
            shorter = [other for other in free if other != name and name.endswith(other)]
            if len(shorter) == 1:
                self._same.setdefault(name, shorter[0])

    def _without_county(self, found: Sequence[Mention], registered: Sequence[str]) -> dict[str, str]:
        """某童装产业园, as a headline says, is the 某县童装产业园 of the text, where that name has no other short form."""
        own = (one.name for one in found if "县" in one.name and not one.registered and one.name not in self._same)
        return {short: name for name in own if (short := name.replace("县", "", 1)) not in registered}

    def find(self, text: str) -> tuple[Named, ...]:
        """Parks in order; parks of a kind together (国家高新区) count as plain places do."""
        found = self._found.get(text)
        if found is None:
            mentions = (mention for mention in self._parks.find(text) if mention.registered or not _COUNTED.match(mention.name))
            named = tuple(self._named(mention) for mention in mentions)
            named = self._with_told(named, text)
            found = self._found[text] = self._with_given(named, text) if self._given else named
        return found

    def _with_told(self, named: tuple[Named, ...], text: str) -> tuple[Named, ...]:
        """Parks that the page names in full elsewhere, where a headline leaves out what made them known (省, 在, 的)."""
        found = list(named)
        for name, estate in self._told.items():
            at = text.find(name)
            if at >= 0 and not any(one.start < at + len(name) and at < one.end for one in found):
                found.append(Named(at, at + len(name), self._same.get(name, name), registered=False, estate=estate, bare_place=False))
        return tuple(sorted(found, key=lambda one: one.start)) if len(found) > len(named) else named

    def _with_given(self, named: tuple[Named, ...], text: str) -> tuple[Named, ...]:
        """The parks by the short names that the page gives them too (以下简称“仲恺”), where no longer name stands."""
        found = list(named)
        for short, name in self._given.items():
            for match in re.finditer(re.escape(short), text):
                if not any(one.start < match.end() and match.start() < one.end for one in found):
                    found.append(Named(match.start(), match.end(), name, registered=True, estate=False, bare_place=False))
        return tuple(sorted(found, key=lambda one: one.start))

    def _named(self, mention: Mention) -> Named:
        name = self._same.get(mention.name, mention.name)
        weak = mention.bare_place or name in self._aggregates
        return Named(mention.start, mention.end, name, mention.registered, mention.estate, weak)


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What is known of every page: build it once with `know`."""

    shapes: Shapes
    parks: Parks
    words: frozenset[str]
    ends: Ends
    counted: tuple[tuple[str, tuple[str, ...]], ...]
    aggregates: frozenset[str]
    cities: re.Pattern[str]
    events: Events


def know(registry: Registry, parks: Parks) -> Knowledge:
    """The registry's words, compiled."""
    counted = tuple((pair.split("=")[0], tuple(pair.split("=")[1].split())) for pair in registry.words("read.counted"))
    aggregates = frozenset(registry.words("read.aggregates"))
    cities = sorted(
        {short_name(city) for province in registry.provinces for city, _ in province.cities}, key=lambda name: (-len(name), name)
    )
    named = re.compile("|".join(map(re.escape, cities)) or "(?!)")
    return Knowledge(Shapes(registry), parks, known_words(registry), ends_of(registry), counted, aggregates, named, build_events(registry))


@dataclass(frozen=True, slots=True)
class Tools:
    """What is known of one page: the above and the page's own words."""

    shapes: Shapes
    parks: Parks
    vocabulary: Vocabulary
    ends: Ends
    counted: tuple[tuple[str, tuple[str, ...]], ...]
    cities: re.Pattern[str]

    def park_alone(self, text: str) -> bool:
        """Whether the text is a park's name, a province before it and a colon after it allowed, and nothing else."""
        found = self.parks.find(text)
        if len(found) != 1 or len(text) - found[0].end > _LONGEST_AFTER:
            return False
        return bool(_PLACE_BEFORE.fullmatch(text[: found[0].start])) and text[found[0].end :] in ("", "：", ":")

    def park_and_colon(self, text: str) -> bool:
        """Whether a park's name, a colon and more open the text (榆林高新区：…), as a headline does and no sentence."""
        found = self.parks.find(text[:24])
        return (
            bool(found)
            and found[0].start <= _LONGEST_AFTER
            and text[found[0].end : found[0].end + 1] in ("：", ":")
            and len(text) > found[0].end + 3
        )

    def park_across(self, before: str, after: str) -> bool:
        """Whether a park's name begins in the one and ends in the other: with its place at the line's end (富阳 | 经开区)."""
        rest = _REST_OF_PARK.match(after.lstrip())
        head = _PLACE_AT_END.search(before.rstrip())
        if not rest or not head:
            return False
        at = len(head[0])
        return any(one.start < at < one.end and one.registered for one in self.parks.find(head[0] + rest[0]))

    def opens_with_park(self, text: str) -> bool:
        """Whether a park's name stands at the text's head."""
        found = self.parks.find(text[:24])
        return bool(found) and found[0].start <= _LONGEST_BEFORE


def tools_for(knowledge: Knowledge, text: str) -> Tools:
    """The tools for a page with that text."""
    parks = PageParks(knowledge.parks, text, knowledge.aggregates)
    vocabulary = Vocabulary(text, knowledge.words, knowledge.ends.one_letter_ends)
    return Tools(knowledge.shapes, parks, vocabulary, knowledge.ends, knowledge.counted, knowledge.cities)
