"""Finding many words in one pass: an expression shaped as a trie tries at each place only the words that begin with what stands there."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field


@dataclass(slots=True)
class _Node:
    """The ways to go on after a beginning that words share; `ends` says that it is a word itself."""

    ends: bool = False
    following: dict[str, "_Node"] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class WordTable:
    """Words compiled for finding; at each place the longest wins."""

    pattern: re.Pattern[str]

    def longest_at(self, text: str, offset: int) -> str:
        """The longest word of the table that stands at `offset`, or an empty string.

        >>> table = word_table(["公司", "公司法"])
        >>> table.longest_at("该公司法人", 1), table.longest_at("该公司", 0)
        ('公司法', '')
        """
        match = self.pattern.match(text, offset)
        return match[0] if match else ""

    def scan(self, text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int, str]]:
        """(start, end, word) from left to right, the longest word at each place, none overlapping another or reaching beyond `end`."""
        for match in self.pattern.finditer(text, start, len(text) if end is None else end):
            yield match.start(), match.end(), match[0]


def word_table(words: Iterable[str]) -> WordTable:
    """A table of the words; one without words finds nothing."""
    return WordTable(re.compile(any_of(words)))


def any_of(words: Iterable[str]) -> str:
    """The words as one group of an expression, longer ones first; it matches nothing if there are none.

    >>> re.findall(any_of(["公司", "公司法", "公"]), "公司法人公司")
    ['公司法', '公司']
    >>> any_of([])
    '(?!)'
    """
    root = _Node()
    for word in words:
        node = root
        for sign in word:
            node = node.following.setdefault(sign, _Node())
        node.ends = True
    return f"(?:{_expression(root)})" if root.following else "(?!)"


def _expression(node: _Node) -> str:
    """Every way on from the node; a longer word is tried before the shorter one that it begins with."""
    if not node.following:
        return ""
    ways = [re.escape(sign) + _expression(child) for sign, child in node.following.items()]
    leaves = [sign for sign, child in node.following.items() if not child.following]
    if len(leaves) == len(ways):
        return "[" + "".join(map(re.escape, leaves)) + "]" + "?" * node.ends
    # An empty way, since `re` takes more care over `(?:…)?`.
    return "(?:" + "|".join([*ways, ""] if node.ends else ways) + ")"
