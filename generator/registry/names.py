"""Many names looked up in a text at once: longest first, in one pass, however many names there are."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Hit:
    """A name found: `text[start:end]` is the name."""

    start: int
    end: int
    name: str


class NameIndex:
    """An index over names of two characters or more: at each place only names that begin with its two characters are tried."""

    def __init__(self, names: Iterable[str]) -> None:
        starts: dict[str, list[str]] = {}
        for name in sorted(set(names), key=lambda name: (-len(name), name)):
            if len(name) < 2:
                raise ValueError(f'"{name}" is too short to be looked up')
            starts.setdefault(name[:2], []).append(name)
        self._starts: Mapping[str, tuple[str, ...]] = {start: tuple(group) for start, group in starts.items()}
        first, second = (_any_of(sorted({start[place] for start in starts})) for place in (0, 1))
        self._likely = re.compile(f"{first}(?={second})" if starts else "(?!)")

    def find(self, text: str) -> Iterator[Hit]:
        """Names in order, none inside or across another: the earliest, and of those the longest.

        >>> [hit.name for hit in NameIndex(["高新区", "肇庆高新区", "肇庆"]).find("肇庆高新区与肇庆")]
        ['肇庆高新区', '肇庆']
        """
        free = 0
        for hit in self.find_all(text):
            if hit.start >= free:
                free = hit.end
                yield hit

    def find_all(self, text: str) -> Iterator[Hit]:
        """At each place the longest name that begins there, in order; names may overlap.

        >>> [hit.name for hit in NameIndex(["研发投入", "投入强度", "投入"]).find_all("研发投入强度")]
        ['研发投入', '投入强度']
        """
        for likely in self._likely.finditer(text):
            at = likely.start()
            group = self._starts.get(text[at : at + 2])
            if group and text.startswith(group, at):
                name = next(name for name in group if text.startswith(name, at))
                yield Hit(at, at + len(name), name)


def _any_of(signs: list[str]) -> str:
    return f"[{''.join(map(re.escape, signs))}]"
