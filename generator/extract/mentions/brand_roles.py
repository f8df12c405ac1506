"""Companies named by a short name alone, known by what is theirs: a director (海瑞达董事长王强), works (科芯激光二厂).

Only a company has a chairman or a chief executive, so whatever proper name stands before such an office is a company's.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from generator.extract.mentions.boundaries import Ground, find_limit
from generator.extract.mentions.brands import BrandFinder
from generator.extract.mentions.people import Person
from generator.extract.mentions.word_table import any_of
from generator.extract.tokens import Span

_SHORTEST, _LONGEST = 2, 8
_OPENINGS = frozenset("据由与和是的在向对请跟让听")
_NUMBER = "[一二三四五六七八九十]"
_WORKS = (
    rf"的?(?:第{_NUMBER}(?:座|家|个)?|{_NUMBER}号)(?:超级|智能)?工厂|{_NUMBER}号?厂(?![长房区])"
    "|的(?:生产|无尘|总装)?(?:车间|厂房)"
)


@dataclass(frozen=True)
class BrandRoles:
    """Built once from the finder of short names, whose word lists it shares."""

    brands: BrandFinder

    @cached_property
    def _director(self) -> re.Pattern[str]:
        return re.compile(any_of(self.brands.lexicon.words("company_offices")))

    @cached_property
    def _no_house(self) -> re.Pattern[str]:
        return re.compile(rf"{any_of(self.brands.lexicon.words('no_company_houses'))}$")

    @cached_property
    def _owner(self) -> re.Pattern[str]:
        ending = any_of(self.brands.lexicon.words("brand_endings"))
        return re.compile(rf"(?<=[一-龥]{{2}}){ending}(?={_WORKS})")

    def find(self, ground: Ground, people: tuple[Person, ...]) -> Iterator[Span]:
        """Short names before the offices of these people, and before the words for a company's works."""
        for person in people:
            if self._director.match(ground.text, person.office_start, person.office_end):
                start = self._start(ground, person.office_start)
                if start is not None and self._is_house(ground, start, person.office_start):
                    yield Span(start, person.office_start)
        for match in self._owner.finditer(ground.text):
            start = self._start(ground, match.end())
            if start is not None and self._speaks(ground, Span(start, match.end())):
                yield Span(start, match.end())

    def _start(self, ground: Ground, end: int) -> int | None:
        """Where the name begins: at a mark or behind a word that opens a phrase; none where anything else stands before it."""
        limit = find_limit(ground.text, end)
        words = [(left, right, kind) for left, right, kind in ground.boundaries_in(limit, end) if kind != "keep"]
        parks = [park.end for park in ground.parks if limit <= park.start and park.end < end]
        if not words or max(parks, default=-1) >= words[-1][1]:
            return max([limit, *parks])
        left, right, kind = words[-1]
        opens = kind == "cut" and (right - left > 1 or ground.text[left] in _OPENINGS) and ground.text[left:right] not in ("记者", "新任")
        return right if opens or kind == "joint" or ground.text[left:right].endswith("企业") else None

    def _speaks(self, ground: Ground, span: Span) -> bool:
        return self.brands.speaks_for_itself(ground, span) and self.brands.fits(ground, span.start, span.end)

    def _is_house(self, ground: Ground, start: int, end: int) -> bool:
        name = ground.text[start:end]
        again = len(name) > _SHORTEST or ground.text.count(name) > 1
        sized = again and _SHORTEST <= len(name) <= _LONGEST
        return sized and not self._no_house.search(name) and self.brands.fits(ground, start, end)
