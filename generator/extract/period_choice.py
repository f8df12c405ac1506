"""Which time holds for which number: the words before it that govern it, else what the sentences before spoke of.

The text is read in order, as a reader does. A number at one end of a change takes the time inside its own half
(由2019年的35%提高到去年的78%); others the last mention that may govern them (`period_governing`); without one, the time before may
go on (`period_carry`).
"""

import re
from dataclasses import dataclass

from generator.extract.period_carry import Place, carry, context_after
from generator.extract.period_context import ASOF, PeriodChoice, PeriodContext, name_in_order
from generator.extract.period_governing import Candidate, governs
from generator.extract.period_words import build_period_words
from generator.extract.sentences import clause_at
from generator.extract.status import StatusChoice
from generator.extract.tokens import PeriodMention, Quantity, Sentence, Span, Turn
from generator.model.article import PageDate
from generator.model.claim import Kind, Status
from generator.model.quantity import Form
from generator.registry.registry import Registry

__all__ = ["PeriodChoice", "PeriodContext", "PeriodResolver"]

_OLD_HALF = re.compile(r"(?:从|由)[^，,。；;]{0,10}$")
_YEARS = re.compile(r"\d{4}/\d{4}")


class PeriodResolver:
    """Chooses periods; build it once per registry."""

    def __init__(self, registry: Registry) -> None:
        """Compile the word lists `periods.*` that speak of flows and states."""
        self._words = build_period_words(registry)

    def resolve(
        self,
        text: str,
        sentences: tuple[Sentence, ...],
        quantities: tuple[Quantity, ...],
        mentions: tuple[PeriodMention, ...],
        published: PageDate,
        statuses: tuple[StatusChoice, ...],
        context: PeriodContext,
    ) -> tuple[tuple[PeriodChoice, ...], PeriodContext]:
        """One choice per quantity, and the context for the next piece of the article."""
        choices: list[PeriodChoice] = []
        for index, sentence in enumerate(sentences):
            own = tuple(m for m in mentions if sentence.start <= m.start < sentence.end)
            here, context = name_in_order(text, own, context, published)
            place = Place(self._words, text, sentence, here, published, first=not index)
            inside = [(q, s) for q, s in zip(quantities, statuses, strict=True) if sentence.start <= q.start < sentence.end]
            chosen: list[PeriodChoice] = []
            for quantity, status in inside:
                chosen.append(_Reading(place, context).choose(quantity, status, chosen[-1] if chosen else None))
            context = context_after(place, context, chosen)
            choices += chosen
        return tuple(choices), context


@dataclass(frozen=True, slots=True)
class _Reading:
    """One sentence under reading."""

    place: Place
    context: PeriodContext

    def choose(self, quantity: Quantity, status: StatusChoice, previous: PeriodChoice | None) -> PeriodChoice:
        """The period of one number of this sentence."""
        clause = clause_at(self.place.sentence, quantity.start)
        if quantity.turn is Turn.BEFORE:
            return self._old_end(quantity)
        mention = self._governing(quantity, clause, status)
        if self._is_streak(quantity):
            return self._streak(quantity, mention)
        if mention is None:
            return carry(self.place, self.context, quantity, status, previous)
        words = self._words_of(mention)
        if status.status is not Status.ACTUAL and words == "全年":
            return PeriodChoice(max(mention.period, self.place.published.value[:4]), mention.rule, words)
        return PeriodChoice(self._period(quantity, clause, mention), mention.rule, words)

    def _governing(self, quantity: Quantity, clause: Span, status: StatusChoice) -> PeriodMention | None:
        """The last mention before the number that governs it; a 全年 behind it does where none stands before."""
        place = self.place
        for mention in reversed(place.mentions):
            if mention.start < quantity.start and governs(
                Candidate(place.words, place.text, place.sentence, place.published, mention, quantity, clause, status)
            ):
                return mention
        behind = [m for m in place.mentions if m.start > quantity.start and self._words_of(m) == "全年"]
        return behind[0] if behind else None

    def _period(self, quantity: Quantity, clause: Span, mention: PeriodMention) -> str:
        """The mention's period, narrowed: the year of a place in a list, the last year of a change, from the base year on."""
        if mention.rule == "each" and quantity.group >= 0:
            years = re.findall(r"\d{4}", self._words_of(mention))
            return years[quantity.place] if quantity.place < len(years) else mention.period
        if quantity.turn is Turn.AFTER and mention.rule == "span" and _YEARS.fullmatch(mention.period):
            return mention.period[5:]
        if quantity.kind is Kind.RANK and mention.rule in {"back", "plan"}:
            return ASOF
        bases = [m for m in self.place.mentions if m.rule == "base" and clause.start <= m.start < quantity.start and m.period.isdecimal()]
        if bases and quantity.unit in {"番", "倍"} and quantity.kind is Kind.GROWTH:
            return _from_base(bases[-1].period, mention.period)
        return mention.period

    def _old_end(self, quantity: Quantity) -> PeriodChoice:
        """The old figure of a change: the time written in its half, else the first year of a span of years, else unknown."""
        before = [m for m in self.place.mentions if m.end <= quantity.head and m.rule != "base"]
        for mention in reversed(before):
            if _OLD_HALF.search(self.place.text[max(self.place.sentence.start, mention.start - 12) : mention.start]):
                return PeriodChoice(mention.period, mention.rule, self._words_of(mention))
        if before and before[-1].rule == "span" and _YEARS.fullmatch(before[-1].period):
            return PeriodChoice(before[-1].period[:4], "span-start", self._words_of(before[-1]))
        return PeriodChoice(ASOF, "old-end", "", sure=not before)

    def _is_streak(self, quantity: Quantity) -> bool:
        before = self.place.text[max(0, quantity.head - 3) : quantity.head]
        return quantity.unit in {"年", "个月"} and before.endswith(("连续", "已连续", "蝉联"))

    def _streak(self, quantity: Quantity, mention: PeriodMention | None) -> PeriodChoice:
        """连续4年 up to 2024 is 2021/2024; with a span named, that span; else as of now."""
        if mention is None or quantity.value.form is not Form.NUMBER or mention.rule in {"asof", "vague", "day"}:
            return PeriodChoice(ASOF, "streak", "")
        period = mention.period
        if period.isdecimal() and quantity.unit == "年" and quantity.value.first > 1:
            period = f"{int(period) - int(quantity.value.first) + 1}/{period}"
        return PeriodChoice(period, "streak", self._words_of(mention))

    def _words_of(self, mention: PeriodMention) -> str:
        return self.place.text[mention.start : mention.end]


def _from_base(base: str, period: str) -> str:
    """是2022年的3.1倍 said of 2024 is growth over 2022/2024."""
    last = period.removeprefix("asof:").rpartition("/")[2][:4]
    return f"{base}/{last}" if last.isdecimal() and base < last else period
