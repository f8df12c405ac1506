"""Finding many words in one pass: a table by first character is faster here than one expression with a thousand alternatives."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WordTable:
    """Words by their first character, longest first."""

    by_first: dict[str, tuple[str, ...]]

    def longest_at(self, text: str, offset: int) -> str:
        """The longest word of the table that stands at `offset`, or an empty string.

        >>> table = word_table(["公司", "公司法"])
        >>> table.longest_at("该公司法人", 1), table.longest_at("该公司", 0)
        ('公司法', '')
        """
        for word in self.by_first.get(text[offset : offset + 1], ()):
            if text.startswith(word, offset):
                return word
        return ""

    def scan(self, text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int, str]]:
        """(start, end, word) from left to right, the longest word at each place, none overlapping another."""
        stop = len(text) if end is None else end
        while start < stop:
            words = self.by_first.get(text[start])
            word = self.longest_at(text, start) if words else ""
            if word and start + len(word) <= stop:
                yield start, start + len(word), word
                start += len(word)
            else:
                start += 1


def word_table(words: Iterable[str]) -> WordTable:
    """A table of the words."""
    grouped: dict[str, list[str]] = {}
    for word in dict.fromkeys(words):
        grouped.setdefault(word[0], []).append(word)
    return WordTable({first: tuple(sorted(group, key=lambda word: (-len(word), word))) for first, group in grouped.items()})
