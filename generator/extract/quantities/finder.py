"""Every number of a piece of text, in order: first what is none, then words, then plain numbers, then how they stand together."""

import re
from dataclasses import dataclass

from generator.extract.quantities.degrees import DegreeWords, build_degrees, degree_of
from generator.extract.quantities.found import Found, Sheet
from generator.extract.quantities.inherit import inherit_units
from generator.extract.quantities.kinds import KindWords, build_kinds, kind_of
from generator.extract.quantities.leave_out import Rule, apply_rules, build_rules
from generator.extract.quantities.leftovers import explain_leftovers
from generator.extract.quantities.lexicon import Lexicon
from generator.extract.quantities.measures import Measures, apply_measures, build_measures
from generator.extract.quantities.names import explain_names
from generator.extract.quantities.relations import RelationWords, build_relations, mark_growth_of_others, mark_lists, mark_turns
from generator.extract.quantities.word_numbers import WordRule, apply_word_rules, build_word_rules
from generator.extract.sentences import clause_at, sentence_at
from generator.extract.tokens import Numeral, Quantity, Sentence, Turn
from generator.registry.registry import Registry

# Without one of these a text has neither a figure (过半, 持平, 翻番, 居首) nor a numeral to explain (上半年, 本世纪, 近几年).
_ANY_SIGN = re.compile(r"[\d〇零一二三四五六七八九十百千万亿两半首头榜魁持翻甲纪几数廿]")


@dataclass(frozen=True, slots=True)
class _Words:
    rules: tuple[Rule, ...]
    word_rules: tuple[WordRule, ...]
    measures: Measures
    degrees: DegreeWords
    kinds: KindWords
    relations: RelationWords


class QuantityFinder:
    """Finds numbers; build it once per registry, its expressions are compiled then."""

    def __init__(self, registry: Registry) -> None:
        """Compile the word lists `quantities.*`; KeyError names a list that is missing."""
        lexicon = Lexicon(registry)
        self._words = _Words(
            build_rules(lexicon),
            build_word_rules(lexicon),
            build_measures(lexicon),
            build_degrees(lexicon),
            build_kinds(lexicon),
            build_relations(lexicon),
        )

    def find(self, text: str, sentences: tuple[Sentence, ...]) -> tuple[tuple[Quantity, ...], tuple[Numeral, ...]]:
        """Quantities and other numerals of `text`, each in order, none overlapping: every numeral is in exactly one of the two."""
        if not _ANY_SIGN.search(text):
            return (), ()
        sheet = Sheet(text, text)
        apply_rules(sheet, self._words.rules)
        apply_word_rules(sheet, self._words.word_rules)
        explain_names(sheet)
        apply_measures(sheet, self._words.measures)
        inherit_units(sheet)
        explain_leftovers(sheet)
        found = sorted(sheet.found, key=lambda one: one.start)
        quantities = self._relate(text, sentences, self._describe(text, sentences, found))
        return tuple(quantities), tuple(sorted(sheet.numerals, key=lambda one: one.start))

    def _describe(self, text: str, sentences: tuple[Sentence, ...], found: list[Found]) -> list[Quantity]:
        out: list[Quantity] = []
        for one in found:
            clause = clause_at(sentence_at(sentences, one.start), one.start)
            floor = max(clause.start, out[-1].tail if out else 0)
            floor = min(floor, one.start)
            degree = degree_of(text, floor, one, self._words.degrees)
            kind = kind_of(one, text[floor : degree.head], text[degree.tail : degree.tail + 12], self._words.kinds)
            out.append(
                Quantity(
                    one.start, one.end, degree.head, degree.tail, one.value, one.unit, degree.qualifier, kind, Turn.NONE, -1, 0, one.rule
                )
            )
        return out

    def _relate(self, text: str, sentences: tuple[Sentence, ...], quantities: list[Quantity]) -> list[Quantity]:
        return mark_turns(text, sentences, mark_growth_of_others(text, mark_lists(text, quantities)), self._words.relations)
