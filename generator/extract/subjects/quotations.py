"""Who speaks a quotation that stands before its speaker: “…预计全年收入能突破6亿元。”葛明远说."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.extract.subjects.model import RESIDENTS, Piece, Subject
from generator.extract.tokens import Mention, MentionKind

_SHORTEST = 12
_REACH = 70
_BREAK = re.compile("[。！？；“”]")
_SPEAKERS = {MentionKind.PARK, MentionKind.PERSON, MentionKind.STAND_IN, *RESIDENTS}


@dataclass(frozen=True, slots=True)
class Quotation:
    """What is said between `start` and `end`, and for whom."""

    start: int
    end: int
    speaker: Subject


def find_quotations(piece: Piece, speech: re.Pattern[str], resolve: Callable[[Mention], Subject | None]) -> tuple[Quotation, ...]:
    """The quotations whose speaker follows at once, in order; without a verb of speech (厂长云志刚很自豪) only a person is one."""
    out: list[Quotation] = []
    for start, end in _quoted(piece.text):
        stop = _BREAK.search(piece.text, end)
        said = speech.search(piece.text, end, min(end + _REACH, stop.start() if stop else len(piece.text)))
        until = said.start() if said else min(end + _REACH, stop.start() if stop else end + _REACH)
        kinds = _SPEAKERS if said else {MentionKind.PERSON}
        named = [resolve(mention) for mention in piece.mentions if end <= mention.start < until and mention.kind in kinds]
        speakers = [subject for subject in named if subject is not None]
        if speakers:
            out.append(Quotation(start, end, speakers[-1]))
    return tuple(out)


def _quoted(text: str) -> Iterator[tuple[int, int]]:
    """Outermost quotations of more than a few words, their marks included."""
    depth, start = 0, 0
    for mark in re.finditer("[“”]", text):
        if mark[0] == "“":
            start = start if depth else mark.start()
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0 and mark.end() - start > _SHORTEST:
                yield start, mark.end()
