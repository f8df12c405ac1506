"""Where words for fields of industry stand in a text: whole words of their own, not tails of longer ones."""

import re
from dataclasses import dataclass
from functools import cached_property

from generator.extract.mentions.word_table import WordTable, word_table
from generator.extract.names.lexicon import ListLexicon
from generator.extract.names.view import Piece

_MEASURED = re.compile(r"(?:\d[余多]?[万亿]*[一-龥]{1,2}|月|年|季度)$")
_TRADE = re.compile(
    "(?:回收利用|回收|租赁|外包|养殖|种植|拆解|冶炼|代工|精深加工|深加工|加工)(?=业务|企业|产业|行业|板块|领域|赛道|资产|[、和与及，。；]|产值|营收)"
)
_METAL = re.compile("(?:[钛铜铝镁锂硅锌钨镍锡铅磷氟钒锆钼]|稀土)及$")  # 钛及新材料
_SORTS = ("级", "业", "区", "园", "规上", "规模以上", "限上", "限额以上", "上市", *"论仅就单靠以做搞看凭从卖")
_BOUNDARIES = ("cut_words", "conjunctions", "weak_verbs", "generic_words", "weak_nouns")


@dataclass(frozen=True)
class Fields:
    """The vocabulary of fields, compiled once: `terms` that name a field by themselves, and plain nouns that need a place of one."""

    lexicon: ListLexicon

    @cached_property
    def everything(self) -> WordTable:
        """Terms and plain nouns."""
        words = self.lexicon.registry.words
        return word_table((*words("industries.terms"), *words("industries.nouns")))

    @cached_property
    def _free_after(self) -> frozenset[str]:
        words = self.lexicon.mentions
        common = (word for name in _BOUNDARIES for word in words.words(name))
        return frozenset((*self.lexicon.words("no_industries"), *self.lexicon.words("industry_heads"), *common, *_SORTS))

    @cached_property
    def _qualifiers(self) -> frozenset[str]:
        return frozenset(self.lexicon.words("industry_qualifiers"))

    def whole(self, piece: Piece) -> list[tuple[int, int]]:
        """Known fields that stand free; two that touch are one (LED芯片, 新能源新材料)."""
        spans: list[tuple[int, int]] = []
        for start, end, _ in self.everything.scan(piece.text):
            if spans and spans[-1][1] == start:
                start = spans.pop()[0]
            trade = _TRADE.match(piece.text, end)
            spans.append((start, trade.end() if trade else end))
        begun = [(self._qualified(piece.text, start), end) for start, end in spans]
        return [(start, end) for start, end in begun if self.stands_free(piece, start)]

    def _qualified(self, text: str, start: int) -> int:
        """Where the word begins that qualifies a field and is no word of its own (精细 of 精细磷化工), or the metal that 及 joins to it.

        `start` if none does.
        """
        metal = _METAL.search(text, max(0, start - 3), start)
        if metal:
            return metal.start()
        before = text[max(0, start - 2) : start]
        return start - len(before) if before in self._qualifiers and before not in self._free_after else start

    def stands_free(self, piece: Piece, start: int) -> bool:
        """Whether the term is no tail of a longer word (单晶|硅材料): a mark, a boundary, a name or a common word ends before it."""
        before = piece.text[max(0, start - 6) : start]
        if not before or not "一" <= before[-1] <= "龥" or any(mention.end == start for mention in piece.mentions):
            return True
        return any(before[at:] in self._free_after for at in range(len(before))) or _MEASURED.search(before) is not None
