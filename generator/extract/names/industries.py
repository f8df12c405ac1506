"""Industries that a text says the park has: fields before 产业, 集群, 赛道, alone or in a list."""

import re
from collections.abc import Iterator

from generator.extract.names.lexicon import ListLexicon
from generator.extract.names.view import Find, Piece, View
from generator.extract.tokens import MentionKind
from generator.model.claim import NameKind

_HAN = "一-龥A-Za-z0-9+"
_SELF = re.compile(r"(?:经济|制造业|服务业|产业|制品业|制造业)$")


class IndustryFinder:
    """Built once from the word lists."""

    def __init__(self, lexicon: ListLexicon) -> None:
        self._lexicon = lexicon
        endings = lexicon.any_of("industry_endings")
        self._tail = re.compile(
            rf"(?:等|等的|以及|、|及|[一二三四五六七八九十两]+大|千亿级?|百亿级?|万亿级?|特色|优势|新兴|未来|战略性|“?两新”?|支柱|主导|先进|完整的?|上下游|高端|的)*{endings}"
        )
        self._joint = re.compile(r"、|和|与|及|以及|“|”")
        self._never = frozenset(lexicon.words("no_industries"))

    def find(self, view: View) -> Iterator[Find]:
        """Fields in the order of the text, without those of companies' and institutions' names."""
        for piece in view.pieces:
            if piece.part == "deck":
                continue
            taken = [m for m in piece.mentions if m.kind in (MentionKind.COMPANY, MentionKind.INSTITUTION, MentionKind.PROJECT)]
            terms = [(s, e) for s, e, _ in self._lexicon.industries.scan(piece.text) if not any(m.start < e and s < m.end for m in taken)]
            yield from self._listed(piece, terms)

    def _listed(self, piece: Piece, terms: list[tuple[int, int]]) -> Iterator[Find]:
        """Terms that an ending closes, and those joined to them by 、 and 和."""
        text = piece.text
        sure: set[int] = set()
        for index in range(len(terms) - 1, -1, -1):
            start, end = terms[index]
            joined = index + 1 < len(terms) and index + 1 in sure and self._joins(text[end : terms[index + 1][0]])
            if joined or self._tail.match(text, end) or _SELF.search(text[start:end]):
                sure.add(index)
        for index in sorted(sure):
            start, end = terms[index]
            yield Find(NameKind.INDUSTRY, text[start:end], piece, start, end)

    def _joins(self, between: str) -> bool:
        return bool(self._joint.fullmatch(between))
