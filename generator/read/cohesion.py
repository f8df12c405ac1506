"""Which stretches of a page speak of the same thing: by the parks they name and by the rare pairs of characters they share."""

import math
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain
from operator import add, itemgetter

from generator.read.tools import Parks

_PAIR_RUN = re.compile(r"[一-龥A-Za-z]{2,}")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")


def pairs_of(text: str) -> frozenset[str]:
    """All pairs of neighbouring letters or Chinese characters."""
    return frozenset(chain.from_iterable(map(add, run, run[1:]) for run in _PAIR_RUN.findall(text)))


def numbers_of(text: str) -> frozenset[str]:
    """All numbers of two digits or more, as printed."""
    return frozenset(number for number in _NUMBER.findall(text) if len(number) > 1)


@dataclass(frozen=True, slots=True)
class Named:
    """The parks that a stretch names with how often: `full` names, and `weak` ones (parks inside parks, plain places like 大旺)."""

    full: tuple[tuple[str, int], ...]
    weak: tuple[tuple[str, int], ...]

    def count(self, name: str) -> int:
        """How often the park is named, by any name."""
        return sum(times for park, times in (*self.full, *self.weak) if park == name)

    @property
    def names(self) -> tuple[str, ...]:
        """All parks by their full names, most named first; the weak ones where there are no others."""
        return tuple(name for name, _ in self.full or self.weak)

    @property
    def main(self) -> str:
        """The park named most, the first of several named equally often; empty where none is named."""
        first = (self.full or self.weak)[:1]
        return first[0][0] if first else ""


def named_in(text: str, parks: Parks) -> Named:
    """The parks that a text names."""
    found = parks.find(text)
    if not found:
        return _NONE
    full = _counted((one.name, 1) for one in found if not (one.estate or one.bare_place))
    return Named(full, _counted((one.name, 1) for one in found if one.estate or one.bare_place))


def together(several: Iterable[Named]) -> Named:
    """The parks that several stretches name together."""
    naming = [one for one in several if one.full or one.weak]
    if len(naming) < 2:
        return naming[0] if naming else _NONE
    return Named(_counted(chain.from_iterable(one.full for one in naming)), _counted(chain.from_iterable(one.weak for one in naming)))


_NONE = Named((), ())


def _counted(named: Iterable[tuple[str, int]]) -> tuple[tuple[str, int], ...]:
    """Each name with how often it stands there, most named first; among equals the first named first."""
    found: dict[str, int] = {}
    for name, times in named:
        found[name] = found.get(name, 0) + times
    return tuple(sorted(found.items(), key=itemgetter(1), reverse=True))


class Rarity:
    """How telling a pair of characters is on a page: the fewer of its stretches have it, the more."""

    def __init__(self, stretches: Iterable[frozenset[str]]) -> None:
        listed = tuple(stretches)
        self._seen = Counter(chain.from_iterable(listed))
        total = len(listed) + 1
        self._weights = tuple(math.log(total / (1 + times) + 1) for times in range(total))

    def weigh(self, pairs: Iterable[str]) -> float:
        """The weight of all `pairs` together."""
        return sum(self._weights[self._seen[pair]] for pair in sorted(pairs))
