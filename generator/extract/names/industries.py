"""Industries that a text says the park has: fields before 产业, 集群, 赛道, alone or in a list."""

import re
from collections.abc import Iterator

from generator.extract.names.lexicon import ListLexicon
from generator.extract.names.view import Find, Piece, View
from generator.extract.tokens import Mention, MentionKind
from generator.model.claim import NameKind

_SELF = re.compile(r"(?:经济|制造业|服务业|制品业|加工业)$")
_JOINT = re.compile(r"[、和与及以“”]+|以及")
_LARGER = re.compile(r"[省市县州盟]$|^(?:全|该|我)[省市县国球]|^(?:中国|我国|全国|世界)")
_NAMED = (MentionKind.COMPANY, MentionKind.INSTITUTION, MentionKind.PROJECT)


class IndustryFinder:
    """Built once from the word lists."""

    def __init__(self, lexicon: ListLexicon) -> None:
        self._lexicon = lexicon
        between = "|".join(
            (
                "等[一-龥]{0,4}",
                "[一二三四五六七八九十两]+[大个]",
                "[千百万]亿级?",
                "[特优]色?势?",
                "新兴",
                "未来",
                "战略性",
                "支柱",
                "主导",
                "完整的?",
                "上下游",
                "高端",
                "类",
                "“?两新”?",
                "的",
            )
        )
        self._tail = re.compile(rf"(?:{between})*{lexicon.any_of('industry_endings')}")
        self._list_tail = re.compile(rf"(?:{between})*{lexicon.any_of('industry_list_endings')}")
        self._vague = frozenset(lexicon.words("vague_industries"))
        self._never = lexicon.words("no_industries")
        self._heads = lexicon.words("industry_heads")

    def find(self, view: View) -> Iterator[Find]:
        """Fields in the order of the text, without those of names, of larger places and those that another field includes."""
        finds = [find for piece in view.pieces if piece.part != "deck" for find in self._in_piece(piece)]
        names = tuple(dict.fromkeys(find.name for find in finds))
        for find in finds:
            if not any(find.name != name and find.name in name and not name.startswith(find.name) for name in names):
                yield find

    def _in_piece(self, piece: Piece) -> Iterator[Find]:
        taken = piece.mentions_of(*_NAMED)
        terms = [(s, e) for s, e, _ in self._lexicon.industries.scan(piece.text) if not any(m.start < e and s < m.end for m in taken)]
        ends = {end for _, end in terms}
        whole = [(s, e) for s, e in terms if s not in ends and self._stands_free(piece, s)]
        for start, end in self._sure(piece.text, whole):
            if not _of_larger_place(piece, start):
                yield Find(NameKind.INDUSTRY, piece.text[start:end], piece, start, end)

    def _sure(self, text: str, terms: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """Terms that an ending closes, those joined to them by 、 and 和, and the members of lists that one word closes."""
        sure: set[int] = set()
        for index in range(len(terms) - 1, -1, -1):
            start, end = terms[index]
            after = terms[index + 1][0] if index + 1 < len(terms) else -1
            joined = index + 1 in sure and _JOINT.fullmatch(text[end:after]) is not None
            before = index and _JOINT.fullmatch(text[terms[index - 1][1] : start])
            closed = self._tail.match(text, end) or _SELF.search(text[start:end]) or (before and self._list_tail.match(text, end))
            vague = text[start:end] in self._vague and not (joined or before)
            if (joined or closed) and not vague:
                sure.add(index)
        return [terms[index] for index in sorted(sure)]

    def _stands_free(self, piece: Piece, start: int) -> bool:
        """Whether the term is no tail of a longer word (单晶|硅材料): a mark, a boundary, a name or a common word ends before it."""
        before = piece.text[max(0, start - 6) : start]
        if not before or not "一" <= before[-1] <= "龥" or any(mention.end == start for mention in piece.mentions):
            return True
        lexicon = self._lexicon.mentions
        if before.endswith(
            (
                *self._never,
                *self._heads,
                *lexicon.words("cut_words"),
                *lexicon.words("conjunctions"),
                *lexicon.words("weak_verbs"),
                "级",
                "业",
            )
        ):
            return True
        return before.endswith((*lexicon.words("generic_words"), *lexicon.words("weak_nouns")))


def _of_larger_place(piece: Piece, start: int) -> bool:
    """Whether the nearest name before it in the clause is a city's, a province's or the nation's."""
    clause = max(piece.text.rfind(mark, 0, start) for mark in "，。；！？,;") + 1
    before: tuple[Mention, ...] = tuple(
        m for m in piece.mentions if clause <= m.start and m.end <= start and m.kind is not MentionKind.PERSON
    )
    last = before[-1] if before else None
    return last is not None and last.kind in (MentionKind.PLACE, MentionKind.STAND_IN) and _LARGER.search(last.text) is not None
