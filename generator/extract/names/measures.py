"""Named policies, services and mechanisms: what a verb of doing governs and the name of a measure ends, and what stands in quotation marks."""

import re
from collections.abc import Iterator

from generator.extract.names.lexicon import ListLexicon
from generator.extract.names.view import Find, Piece, View
from generator.model.claim import NameKind

_LEAD = re.compile(
    r"^(?:了|起|出|的|着|一系列|一批|多项|各项|完善的?|全国领先的?|全新的?|[一-龥]{2,4}首个|首个|首次|全省|全国|全市|\d+[项个]|高效的?|更加|更|有效|深入|积极|全面|创新)*"
)
_BOOK = re.compile(r"《([^《》]{4,40}(?:方案|办法|细则|措施|意见|条例|规划|政策|计划|清单|指南|规定)[^《》]{0,14})》")
_STOP = "，。；：！？,;:!?…"


class MeasureFinder:
    """Built once from the word lists."""

    def __init__(self, lexicon: ListLexicon) -> None:
        endings = lexicon.any_of("measure_endings")
        verbs = lexicon.any_of("measure_verbs")
        item = rf"(?:[^{_STOP}“”、《》]|“[^“”]{{1,24}}”){{1,26}}?"
        self._governed = re.compile(
            rf"(?P<verb>{verbs})(?P<items>(?:{item}、)*{item}(?:{endings}))(?=[{_STOP}、”]|等|和|以及|并|，|的|成为|已|\d|[一-龥]?[项场个])"
        )
        self._quoted = re.compile(
            rf"(?P<before>{lexicon.any_of('quoted_before')})?(?P<name>“(?P<inside>[^“”，。]{{2,20}})”(?P<ending>[^{_STOP}“”、《》的]{{0,10}}?(?:{endings}))?)"
        )
        self._ends = re.compile(rf"(?:{endings})$")
        self._never = frozenset(lexicon.words("no_measures"))

    def find(self, view: View) -> Iterator[Find]:
        """Measures in the order of the rules: governed by a verb, quoted, entitled."""
        for piece in view.pieces:
            if piece.part in ("deck", "headline"):
                continue
            yield from self._entitled(piece)
            yield from self._in_quotation(piece)
            yield from self._by_verb(piece)

    def _entitled(self, piece: Piece) -> Iterator[Find]:
        for match in _BOOK.finditer(piece.text):
            yield self._find(piece, match.start(), match.end())

    def _in_quotation(self, piece: Piece) -> Iterator[Find]:
        for match in self._quoted.finditer(piece.text):
            if match["ending"] or match["before"]:
                yield self._find(piece, match.start("name"), match.end("name"))

    def _by_verb(self, piece: Piece) -> Iterator[Find]:
        for match in self._governed.finditer(piece.text):
            offset = match.start("items")
            for part in re.split("、|以及", match["items"]):
                start = piece.text.index(part, offset)
                offset = start + len(part)
                lead = _LEAD.match(part)
                name = part[lead.end() :] if lead else part
                if len(name) >= 4 and name not in self._never and self._ends.search(name) and "”" not in name[-1:]:
                    begin = offset - len(name)
                    yield self._find(piece, begin, offset)

    def _find(self, piece: Piece, start: int, end: int) -> Find:
        return Find(NameKind.MEASURE, piece.text[start:end], piece, start, end)
