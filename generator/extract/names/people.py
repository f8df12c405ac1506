"""People with their offices, the office with the organisation that it belongs to: 弗锐电池第二工厂厂长."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from generator.extract.mentions import MentionFinder, Person
from generator.extract.mentions.boundaries import find_limit
from generator.extract.names.view import Find, Piece, View
from generator.extract.tokens import Mention, MentionKind
from generator.model.claim import NameKind

_HOUSES = (MentionKind.COMPANY, MentionKind.INSTITUTION, MentionKind.PARK)
_STAND_INS = {"公司": MentionKind.COMPANY, "企业": MentionKind.COMPANY, "集团": MentionKind.COMPANY, "厂": MentionKind.COMPANY}


def find_people(view: View, finder: MentionFinder) -> Iterator[Find]:
    """Everybody whom an office introduces; the office in full."""
    last: dict[MentionKind, str] = {}
    for piece in view.pieces:
        seen = 0
        for person in finder.find_people(piece.text):
            for mention in piece.mentions[seen:]:
                if mention.end > person.office_start:
                    break
                if mention.kind in _HOUSES and mention.name:
                    last[mention.kind] = mention.name
                seen += 1
            office = _office(piece, person, last, finder, view.park_name)
            yield Find(NameKind.PERSON, person.name, piece, person.start, person.end, office)


def _office(piece: Piece, person: Person, last: dict[MentionKind, str], finder: MentionFinder, park_name: str) -> str:
    """The office with its organisation: as printed before it, else the organisation named last."""
    start = _office_start(piece, person, finder)
    title = piece.text[start : person.office_end]
    for mention in piece.mentions:
        if mention.start == start and mention.end <= person.office_start and mention.kind in (MentionKind.COMPANY, MentionKind.INSTITUTION):
            return mention.name + piece.text[mention.end : person.office_end]
    bare = title[1:] if title[:1] in "该本" else title
    if bare.startswith(("高新区", "经开区", "开发区", "园区")):
        return park_name + re.sub("^(?:高新区|经开区|开发区|园区)", "", bare)
    for word, kind in _STAND_INS.items():
        if bare.startswith(word) and kind in last:
            return last[kind] + bare.removeprefix(word)
    if bare.startswith(("中心", "基地", "实验室", "研究院", "学院")) and last.get(MentionKind.INSTITUTION, "").endswith(bare[:2]):
        return last[MentionKind.INSTITUTION] + bare[2:]
    if start == person.office_start and MentionKind.COMPANY in last and title.startswith(("总经理", "董事长", "副总", "厂长")):
        return last[MentionKind.COMPANY] + title
    return bare


def _office_start(piece: Piece, person: Person, finder: MentionFinder) -> int:
    """Where the office begins: after the last word that cannot be in it; offices before a 、 belong to it."""
    text, end = piece.text, person.office_start
    while True:
        start = _phrase_start(piece, end, finder)
        before = text[start - 1 : start]
        if before != "、" or not text[: start - 1].endswith(finder.lexicon.words("offices")):
            return start
        end = start - 1


def _phrase_start(piece: Piece, end: int, finder: MentionFinder) -> int:
    holding = _mention_over(piece.mentions, end)
    if holding:
        return holding.start
    start = find_limit(piece.text, end)
    for left, right, word in finder.lexicon.boundaries.scan(piece.text, start, end):
        if finder.lexicon.boundary_kinds[word] == "cut" and right <= end and left >= start:
            start = right
    inside = [mention for mention in piece.mentions if start <= mention.start and mention.end <= end and mention.kind in _HOUSES]
    return inside[-1].start if inside else start


def _mention_over(mentions: tuple[Mention, ...], end: int) -> Mention | None:
    """The organisation whose name ends at `end`."""
    at = bisect_left(mentions, end, key=lambda mention: mention.end)
    found = mentions[at] if at < len(mentions) else None
    return found if found and found.end == end and found.kind in _HOUSES else None
