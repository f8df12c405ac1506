"""Companies named by a short name alone, known by their company: 引进小鹏汽车, 金三江、理士电源2家企业, 福莱特等光伏龙头企业."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from generator.extract.mentions.boundaries import Ground, find_limit
from generator.extract.mentions.lexicon import NameLexicon, any_of
from generator.extract.mentions.word_table import WordTable, word_table

_NAME = re.compile(r"(?!\d+$)[一-龥A-Za-z0-9&·（）()]{2,12}")
_COUNT = r"(?:[\d一二三四五六七八九十百两余多]+[家个名]|一批|一大批|众多|多家|系列|一系列)?"


@dataclass(frozen=True)
class BrandFinder:
    """Built once from the word lists."""

    lexicon: NameLexicon

    @cached_property
    def _tail(self) -> re.Pattern[str]:
        tail = any_of(self.lexicon.words("brand_tails"))
        counted = r"(?<=[^、])这?[\d一二三四五六七八九十两]+家"
        return re.compile(rf"(?:等{_COUNT}[^，。；、,;]{{0,18}}?|{counted})(?<![一-龥]的)(?:{tail})")

    @cached_property
    def _heads(self) -> re.Pattern[str]:
        return re.compile(any_of(self.lexicon.words("brand_heads")))

    @cached_property
    def _known(self) -> WordTable:
        return word_table(self.everybody_knows)

    @cached_property
    def everybody_knows(self) -> frozenset[str]:
        """Short names that need no explanation."""
        return frozenset(self.lexicon.words("known_companies"))

    @cached_property
    def _never(self) -> frozenset[str]:
        return frozenset(self.lexicon.words("not_brands"))

    @cached_property
    def _other_endings(self) -> tuple[str, ...]:
        return (*self.lexicon.words("not_brands"), *self.lexicon.words("institution_endings"))

    def known(self, text: str) -> Iterator[tuple[int, int]]:
        """Companies that everybody knows."""
        for start, end, _ in self._known.scan(text):
            yield start, end

    def listed(self, ground: Ground) -> Iterator[tuple[int, int]]:
        """Items of lists that say at their end that they are companies."""
        for tail in self._tail.finditer(ground.text):
            items = list(self._items_before(ground, tail.start()))
            if items and all(self.fits(ground, start, end) for start, end in items[:-1] or items):
                yield from (item for item in items if self.fits(ground, *item))

    def _items_before(self, ground: Ground, end: int) -> Iterator[tuple[int, int]]:
        """The items before `end`, the last first; the first of the list begins after the last word that cannot be in a name."""
        stop = end
        while True:
            start = find_limit(ground.text, stop)
            first = self._after_head(ground, start, stop)
            if first < stop:
                yield first, stop
            if ground.text[start - 1 : start] != "、" or first > start:
                return
            stop = start - 1

    def _after_head(self, ground: Ground, start: int, stop: int) -> int:
        ends = [right for left, right, kind in ground.boundaries if start <= left and right < stop and kind != "keep"]
        heads = [match.end() for match in self._heads.finditer(ground.text, start, stop) if match.end() < stop]
        parks = [park.end for park in ground.parks if start <= park.start and park.end < stop]
        return max([start, *ends, *heads, *parks])

    def fits(self, ground: Ground, start: int, end: int) -> bool:
        """Whether a piece of text can be a company's short name."""
        name = ground.text[start:end]
        if not _NAME.fullmatch(name) or name in self._never or any(place.start == start and place.end == end for place in ground.places):
            return False
        if any(start <= left and right <= end and kind == "cut" for left, right, kind in ground.boundaries):
            return False
        return len(self.lexicon.proper_part(name, self.lexicon.long_generic)) >= 2 and not name.endswith(self._other_endings)
