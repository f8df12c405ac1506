"""Projects that have a name, and the money put into each."""

import re
from collections.abc import Iterator

from generator.extract.names.lexicon import ListLexicon
from generator.extract.names.view import Find, Piece, View
from generator.extract.tokens import Mention, MentionKind
from generator.model.claim import NameKind

_MONEY = r"(?:约|近|超|超过|逾|达|为)*(?P<sum>\d[\d.,]*(?:多|余)?[万亿千百]*(?:元|美元|人民币|欧元))"


class ProjectFinder:
    """Built once from the word lists."""

    def __init__(self, lexicon: ListLexicon) -> None:
        words = lexicon.any_of("investment_words")
        self._before = re.compile(rf"{words}{_MONEY}(?:建设|打造|兴建)?的?$")
        self._after = re.compile(rf"[^。！？]{{0,24}}?{words}{_MONEY}")

    def find(self, view: View) -> Iterator[Find]:
        """Each mention of a project; the first with a sum of money gives the detail."""
        for piece in view.pieces:
            for mention in piece.mentions_of(MentionKind.PROJECT):
                yield Find(NameKind.PROJECT, _name(mention), piece, mention.start, mention.end, self._investment(piece, mention))

    def _investment(self, piece: Piece, mention: Mention) -> str:
        before = self._before.search(piece.text[max(0, mention.start - 20) : mention.start])
        after = self._after.match(piece.text, mention.end)
        found = before or after
        return found["sum"] if found else ""


def _name(mention: Mention) -> str:
    return re.sub(r"[一二三四]期$", "", mention.name)
