"""A house called by the last word of its name: 社区 for the 光电产业社区 of the sentence before, 装置 for a 中试装置.

A step of its own, after all names are known: the words that stand for a house are not listed, they are the ends of the names themselves.
"""

import re
from collections.abc import Iterator

from generator.extract.mentions.word_table import any_of
from generator.extract.subjects.model import Named, Piece
from generator.extract.tokens import Mention, MentionKind
from generator.registry.common_words import common_verbs
from generator.registry.registry import Registry

_HOUSES = frozenset({MentionKind.INSTITUTION, MentionKind.PROJECT})
_SHORTEST, _LONGEST = 2, 6
_RECENT = 4  # names: who was named before them is forgotten


class TailFinder:
    """Compiled once per registry; `lead` is what may stand between the start of a clause and its subject."""

    def __init__(self, registry: Registry, lead: re.Pattern[str]) -> None:
        """Compile `subjects.house_doings`; KeyError names a list that is missing. Words that stand for any house are no name's own."""
        self._lead = lead
        self._any = frozenset((*registry.words("mentions.stand_ins_opening"), *registry.words("subjects.park_stand_ins")))
        self._goes_on = re.compile(rf"[，,的里内也\d]|{any_of(registry.words('subjects.house_doings'))}")

    def find(self, piece: Piece, before: tuple[Named, ...]) -> Iterator[Mention]:
        """The mentions that are ends of names at the head of a clause; `before` are the residents that earlier pieces named."""
        taken = {mention.start for mention in piece.mentions}
        earlier = [(named.kind, named.subject.name) for named in before]
        for clause in (clause for sentence in piece.sentences for clause in sentence.clauses):
            lead = self._lead.match(piece.text, clause.start, clause.end)
            at = lead.end() if lead else clause.start
            here = [(one.kind, one.name) for one in piece.mentions if one.end <= at and one.name]
            houses = [(kind, name) for kind, name in (*earlier, *here) if kind in _HOUSES][-_RECENT:]
            if at not in taken:
                yield from self._end_of(piece.text, at, houses)

    def _end_of(self, text: str, at: int, houses: list[tuple[MentionKind, str]]) -> Iterator[Mention]:
        for kind, name in reversed(houses):
            for size in range(min(_LONGEST, len(name) - 1), _SHORTEST - 1, -1):
                word = name[-size:]
                after = at + size
                goes_on = self._goes_on.match(text, after) or text[after : after + 2] in common_verbs()
                if word not in self._any and text.startswith(word, at) and goes_on:
                    yield Mention(at, at + size, word, kind, name, None)
                    return
