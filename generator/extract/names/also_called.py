"""Other names that a text uses for its park."""

import re
from collections.abc import Iterator

from generator.extract.mentions import MentionFinder
from generator.extract.mentions.aliases import given_names
from generator.extract.names.view import Find, Piece, View
from generator.extract.tokens import MentionKind
from generator.model.claim import NameKind

_BARE = re.compile(r"^(?:该|本)|^(?:高新区|经开区|开发区|园区|自贸片区|片区)$|^全国")
_OFFICE = re.compile(r"管委会|管理委员会|党工委")
_SHORT_NAMED = re.compile("[是有在的，。、]")


def find_also_called(view: View, finder: MentionFinder) -> Iterator[Find]:
    """Names in the text that mean the article's park and are not its usual one; with the province before it, as readers look it up, too."""
    usual = {view.park_name, view.article.parks[0]}
    given = {name for piece in view.pieces for _, name in given_names(piece.text)}
    for piece in view.pieces:
        if piece.part == "deck":
            continue
        for start, end in _places_of_names(piece, view, given, finder):
            begin = _with_province(piece, start)
            name = piece.text[begin:end]
            if name not in usual and not _BARE.search(name) and not _OFFICE.match(piece.text, end):
                yield Find(NameKind.ALSO_CALLED, name, piece, begin, end)
        yield from _short(piece, view, finder)


def _places_of_names(piece: Piece, view: View, given: set[str], finder: MentionFinder) -> Iterator[tuple[int, int]]:
    """Where the park is named: mentions of it, and its name within the names of companies and institutions."""
    for mention in piece.mentions:
        if mention.kind is MentionKind.PARK:
            if mention.park == view.park and (mention.text in given or not finder.is_bare_place(mention.text)):
                yield mention.start, mention.end
        elif mention.kind in (MentionKind.COMPANY, MentionKind.INSTITUTION) and "区" in mention.text:
            hits = finder.parks.find(mention.text)
            yield from ((mention.start + hit.start, mention.start + hit.end) for hit in hits if hit.id == view.park and not hit.bare_place)


def _with_province(piece: Piece, start: int) -> int:
    """Where the places begin that stand right before the park's name."""
    for mention in reversed(piece.mentions_of(MentionKind.PLACE)):
        if mention.end == start:
            start = mention.start
    return start


def _short(piece: Piece, view: View, finder: MentionFinder) -> Iterator[Find]:
    """白鹭湾 of 白鹭湾智能农机产业园: the first characters of a long name, where they stand alone and are no place's name."""
    if piece.part != "body" or len(view.park_name) < 8 or finder.parks.park(view.park_name):
        return
    for size in (4, 3, 2):
        short = view.park_name[:size]
        at = piece.text.find(short)
        while at >= 0:
            if _SHORT_NAMED.match(piece.text, at + size) and not finder.parks.gazetteer.place(short):
                yield Find(NameKind.ALSO_CALLED, short, piece, at, at + size)
                return
            at = piece.text.find(short, at + 1)
