"""Whether one stretch of text goes on in another: the words of the page itself say which ends fit together."""

import re
from collections import Counter
from collections.abc import Iterator
from operator import add

from generator.registry.common_words import common_words
from generator.registry.registry import Registry

_RUN = re.compile(r"[一-龥]{2,}")
_LONGEST = 4
_LIKELY = 0.35
_COMMON = 500
_COMMON_LONG = 30
_CHINESE = re.compile(r"[一-龥]")
# How many characters of a word that two ends share stand in the first and in the second.
_CUTS = tuple((taken, size - taken) for size in range(2, _LONGEST + 1) for taken in range(max(1, size - 3), min(size, 4)))


class Vocabulary:
    """How often a page prints a stretch of up to four characters; and the words of the registry's lists."""

    def __init__(self, text: str, known: frozenset[str], one_letter_ends: frozenset[str]) -> None:
        self._text = "\0".join(_RUN.findall(re.sub(r"\s", "", text)))  # no page has a NUL, so nothing reaches across two runs
        self._pairs = Counter(map(add, self._text, self._text[1:]))
        self._known = known
        self._one_letter_ends = one_letter_ends
        # The steps of reading ask for the same ends, and for stretches that begin alike, again and again.
        self._ways: dict[tuple[str, str], int] = {}
        self._stretches: dict[str, tuple[str, ...]] = {}

    def word_across(self, before: str, after: str) -> int:
        """How many ways there are to read a word that begins in `before` and ends in `after`: 0 where none does."""
        ends = before.rstrip()[-3:], after.lstrip()[:3]
        if ends not in self._ways:
            self._ways[ends] = self._ways_across(*ends)
        return self._ways[ends]

    def _ways_across(self, left: str, right: str) -> int:
        ways = [(left[-taken:], right[:given]) for taken, given in _CUTS if taken <= len(left) and given <= len(right)]
        return sum(self._is_word(head + tail) or self._goes_on(head, tail) for head, tail in ways)

    @staticmethod
    def any_word_across(before: str, after: str) -> bool:
        """Whether some word of the language, however rare, begins in `before` and ends in `after`."""
        left, right = before.rstrip()[-3:], after.lstrip()[:3]
        sizes = [(size, taken) for size in range(2, _LONGEST + 1) for taken in range(1, min(size, len(left) + 1))]
        return any(left[-taken:] + right[: size - taken] in common_words() for size, taken in sizes)

    @staticmethod
    def begins_word(text: str) -> bool:
        """Whether a word of the language begins with the text's first character, or a number, sign or Latin letter does."""
        text = text.lstrip()
        return not _CHINESE.match(text) or any(text[:size] in common_words() for size in range(2, _LONGEST + 1))

    def ends_word(self, text: str) -> bool:
        """Whether a word of the language or of the page ends with the text's last character, or a number, sign or Latin letter does."""
        tail = text.rstrip()[-_LONGEST:]
        if not tail or not _CHINESE.match(tail[-1]) or tail[-1] in self._one_letter_ends:
            return True
        endings = [tail[-size:] for size in range(2, _LONGEST + 1) if len(tail) >= size]
        return any(word in common_words() or word in self._known for word in endings)

    def _is_word(self, word: str) -> bool:
        """Whether it is a word of the registry or a common one of the language."""
        return word in self._known or common_words().get(word, 0) >= (_COMMON if len(word) == 2 else _COMMON_LONG)

    def _goes_on(self, head: str, tail: str) -> bool:
        """Whether the page mostly goes on from `head` with `tail`, or comes to `tail` from `head`; the place asked about not counted."""
        word = head + tail
        if any(self._pairs[pair] <= 1 for pair in map(add, word, word[1:])):
            return False
        both = self._count(word) - 1
        return both > 0 and both >= _LIKELY * min(self._count(head), self._count(tail))

    def _count(self, word: str) -> int:
        """How often the page prints a stretch; 哈哈 stands twice in 哈哈哈."""
        if len(word) == 1:
            return self._text.count(word)
        if len(word) == 2:
            return self._pairs[word]
        return sum(stretch.startswith(word) for stretch in self._beginning(word[:2]))

    def _beginning(self, pair: str) -> tuple[str, ...]:
        """The longest stretches that begin with a pair, one for each place where the page prints it."""
        if pair not in self._stretches:
            self._stretches[pair] = tuple(self._text[at : at + _LONGEST] for at in _places(pair, self._text))
        return self._stretches[pair]


def _places(part: str, text: str) -> Iterator[int]:
    at = text.find(part)
    while at >= 0:
        yield at
        at = text.find(part, at + 1)


def known_words(registry: Registry) -> frozenset[str]:
    """Words of the registry that a line's end may cut: units, metrics' names, park names' endings."""
    words = [metric.name for metric in registry.metrics] + [cue for metric in registry.metrics for cue in metric.cues]
    words += registry.words("parks.endings")
    return frozenset(word for word in words if 2 <= len(word) <= _LONGEST)
