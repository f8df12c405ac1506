"""Paragraphs that layout has carried behind another article come home to the one whose words they share.

A step of its own after the walk and after what ends within a sentence has been put together: between whole paragraphs no sentence tells
where a stretch belongs, only what it speaks of: companies and persons told of before, the kind of park (片区, 高新区) that it writes bare.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, permutations
from operator import add

from generator.read.cohesion import Named, together
from generator.read.draft import Draft
from generator.read.drafts import Walk
from generator.read.sorts import Sort
from generator.read.tools import Tools
from generator.read.units import Unit
from generator.registry.common_words import common_words

_RUN = re.compile("[一-龥A-Za-z]{2,}")
_KINDS = ("高新区", "经开区", "片区", "新区", "综保区")
_BARE_KIND = re.compile(f"(?<!国家)(?<!国家级)(?<!省级)(?<![家个各等])(?:{'|'.join(_KINDS)})")
_MOST_TEXTS = 10
_LONGEST = 8
_LEAST_LETTERS = 120
_MOST_ROUNDS = 4
_OWN_PARK = 5.0
_OWN_CITY = 3.0
_TWICE = 2
_OWN_KIND = 4.0
_NEVER = -100.0
_PROOF = 7.0
_WITHIN = 10.0
_ELSE = _TWICE * _OWN_PARK + _OWN_CITY + _OWN_KIND


@dataclass(frozen=True, slots=True)
class _Stretch:
    """The texts of a draft from `start` up to `end`."""

    draft: Draft
    start: int
    end: int

    @property
    def places(self) -> list[int]:
        return self.draft.texts[self.start : self.end]

    @property
    def others(self) -> list[int]:
        return [*self.draft.texts[: self.start], *self.draft.texts[self.end :]]


class _Shared:
    """How much two texts of the page share that few others have: parts of words of two and three characters, the rarer the more."""

    def __init__(self, units: tuple[Unit, ...], places: Iterable[int]) -> None:
        parts = {place: _parts(units[place].text.text) for place in places}
        self._size = {place: len(units[place].text.text) for place in parts}
        texts = Counter(chain.from_iterable(parts.values()))
        told = {part for part, times in texts.items() if 2 <= times <= _MOST_TEXTS}
        holders: dict[str, list[int]] = {}
        for place, own in parts.items():
            for part in sorted(own & told):
                holders.setdefault(part, []).append(place)
        self._links: dict[int, dict[int, float]] = {place: {} for place in parts}
        for part, having in holders.items():
            weight = _weight(part, len(having)) / (len(having) - 1)
            for one, other in permutations(having, 2):
                self._links[one][other] = self._links[one].get(other, 0.0) + weight

    def letters(self, places: Iterable[int]) -> int:
        """How many characters those texts have."""
        return sum(self._size[place] for place in places)

    def towards(self, owners: Mapping[int, int]) -> dict[int, dict[int, float]]:
        """What each text shares with all other texts of each owner; an owner that it shares nothing with is left out."""
        found: dict[int, dict[int, float]] = {place: {} for place in owners}
        for place, sums in found.items():
            for other, weight in self._links[place].items():
                sums[owners[other]] = sums.get(owners[other], 0.0) + weight
        return found

    def within(self, places: Sequence[int]) -> float:
        """What those texts share with each other, counted from both sides."""
        return sum(self._links[one].get(other, 0.0) for one, other in permutations(places, 2))


def _parts(text: str) -> frozenset[str]:
    runs = _RUN.findall(text)
    pairs = (map(add, run, run[1:]) for run in runs)
    threes = (map(add, map(add, run, run[1:]), run[2:]) for run in runs)
    return frozenset(chain(chain.from_iterable(pairs), chain.from_iterable(threes)))


def _weight(part: str, texts: int) -> float:
    """A part that few texts have and that is no common word of the language tells more."""
    return math.log(40 / texts) / (1 + math.log(1 + common_words().get(part, 0)) / 4)


def bring_home(walk: Walk, units: tuple[Unit, ...], tools: Tools) -> None:
    """Move stretches of whole paragraphs to the article above whose words and park they share, while there are any that surely do."""
    if len(walk.drafts) < 2:
        return
    shared = _Shared(units, chain.from_iterable(draft.texts for draft in walk.drafts))
    for _ in range(_MOST_ROUNDS):
        stretch, home = _likeliest(walk, units, tools, shared)
        if stretch is None:
            return
        _move(stretch, walk.drafts[home])
        walk.drafts[:] = [draft for draft in walk.drafts if draft.texts]


def _likeliest(walk: Walk, units: tuple[Unit, ...], tools: Tools, shared: _Shared) -> tuple[_Stretch | None, int]:
    """The stretch for whose homecoming most speaks, and the number of its home; none if too little speaks for any."""
    parks = [_park((*draft.heads, *draft.texts), walk) for draft in walk.drafts]
    signed = [any(units[place].closing for place in draft.texts) for draft in walk.drafts]
    owners = {place: at for at, draft in enumerate(walk.drafts) for place in draft.texts}
    letters = [shared.letters(draft.texts) for draft in walk.drafts]
    towards = shared.towards(owners)
    best, stretch, goal = 0.0, None, -1
    for one in chain.from_iterable(_stretches(draft, units, tools) for draft in walk.drafts):
        near = _by_words(one, owners[one.places[0]], towards, letters, shared)
        homes = [(at, words) for at, words in near if not signed[at] and _may_be_home(walk.drafts[at], one, units)]
        if not homes:
            continue
        here, mine = together(walk.named[place] for place in one.places), _park((*one.draft.heads, *one.others), walk)
        for at, words in homes:
            theirs = parks[at]
            if theirs == mine or here.count(mine) or (_tells(here) and not here.count(theirs)):
                continue
            proof = words + _by_park(here, theirs) + _by_city(one, theirs, mine, units) + _by_kind(one, theirs, mine, units, tools)
            if proof > best:
                best, stretch, goal = proof, one, at
    return stretch, goal


def _may_be_home(draft: Draft, stretch: _Stretch, units: tuple[Unit, ...]) -> bool:
    """Whether an article begins above a stretch, or has its headline right under it, the last of another one."""
    first, below = draft.texts[0], stretch.places[-1] + 1
    if first <= stretch.places[0]:
        return True
    under = stretch.start > 0 and stretch.end == len(stretch.draft.texts) and below in draft.heads
    return under and all(units[place].sort is not Sort.TEXT for place in range(below, first))


def _stretches(draft: Draft, units: tuple[Unit, ...], tools: Tools) -> Iterator[_Stretch]:
    """Whole paragraphs that may be another article's: a draft's last ones, some within it, or all of one that nothing opens or signs."""
    count = len(draft.texts)
    firsts = [units[place] for place in draft.texts]
    ends = [tools.shapes.closed(unit.text.text) and unit.closing is None for unit in firsts]
    headless = not (draft.heads or draft.bylines or draft.column or any(unit.lead or unit.note or unit.closing for unit in firsts))
    for start in range(0 if headless else 1, count):
        if start and not ends[start - 1]:
            continue
        for end in range(start + 1, min(count, start + _LONGEST) + 1):
            last = firsts[end - 1]
            if last.lead or last.note or last.sort is not Sort.TEXT or last.closing:
                break
            if ends[end - 1] or end == count:
                yield _Stretch(draft, start, end)


def _by_words(
    stretch: _Stretch, own: int, towards: Mapping[int, Mapping[int, float]], letters: Sequence[int], shared: _Shared
) -> Iterator[tuple[int, float]]:
    """The drafts that a stretch shares more words with than with its own, for every hundred characters, and how much more than is asked.

    Those are left out that nothing else could make its home.
    """
    found: dict[int, float] = {}
    for place in stretch.places:
        for at, weight in towards[place].items():
            found[at] = found.get(at, 0.0) + weight
    rest = max(_LEAST_LETTERS, letters[own] - shared.letters(stretch.places))
    here = 100 * (found.pop(own, 0.0) - shared.within(stretch.places)) / rest
    asked = _PROOF if stretch.end == len(stretch.draft.texts) else _WITHIN
    for at in sorted(found):
        words = 100 * found[at] / max(_LEAST_LETTERS, letters[at]) - here
        if words > max(0, asked - _ELSE):
            yield at, words - asked


def _park(places: Iterable[int], walk: Walk) -> str:
    return together(walk.named[place] for place in places).main


def _by_park(here: Named, theirs: str) -> float:
    """A stretch names the park of its own article; once, that park may be a partner's."""
    return _OWN_PARK * min(_TWICE, here.count(theirs))


def _by_city(stretch: _Stretch, theirs: str, mine: str, units: tuple[Unit, ...]) -> float:
    """A stretch names the place that its own article's park is called by (成都市 …), and not the other's."""
    text = "".join(units[place].text.text for place in stretch.places)
    named = [bool(park) and park[:2] in text for park in (theirs, mine)]
    return _OWN_CITY * (named[0] - named[1])


def _tells(here: Named) -> bool:
    """Whether a stretch tells of a park: it names one in full, or more than once by a name of a place (光谷)."""
    return bool(here.full) or any(times > 1 for _, times in here.weak)


def _by_kind(stretch: _Stretch, theirs: str, mine: str, units: tuple[Unit, ...], tools: Tools) -> float:
    """The bare word for a park (片区) is that of the article's own kind."""
    kinds = [next((kind for kind in _KINDS if park.endswith(kind)), "") for park in (theirs, mine)]
    if kinds[0] == kinds[1]:
        return 0.0
    told = {kind for place in stretch.places for kind in _bare_kinds(units[place].text.text, tools)}
    return (_OWN_KIND if kinds[0] in told else 0.0) + (_NEVER if kinds[1] in told else 0.0)


def _bare_kinds(text: str, tools: Tools) -> list[str]:
    """The words for kinds of parks that stand in no park's name."""
    named = [(one.start, one.end) for one in tools.parks.find(text)]
    bare = [match for match in _BARE_KIND.finditer(text) if not any(start < match.end() and match.start() < end for start, end in named)]
    return [match[0] for match in bare]


def _move(stretch: _Stretch, home: Draft) -> None:
    draft, places = stretch.draft, stretch.places
    if stretch.end == len(draft.texts):
        home.bylines.extend(place for place in draft.bylines if place > places[0] and not home.bylines)
        draft.bylines = [place for place in draft.bylines if place not in home.bylines]
    draft.texts = stretch.others
    home.texts = sorted([*home.texts, *places])


__all__ = ["bring_home"]
