"""One piece of text with everything that earlier layers found in it, and a copy in which those finds are blanked.

The blanked copy has the same offsets as the text, so that later layers read "a subject stood here" with a regular expression.
"""

import re
from dataclasses import dataclass
from functools import cached_property

from generator.extract.sentences import clause_at, sentence_at
from generator.extract.tokens import Mention, PeriodMention, Quantity, Sentence, Span
from generator.model.quantity import Value

NUMBER, TIME, SUBJECT, ASIDE = "\ue000", "\ue001", "\ue002", "\ue003"
_STREAK = re.compile(r"连续(?:了|近|超|超过|约)?$")
BLANKS = NUMBER + TIME + SUBJECT + ASIDE


@dataclass(frozen=True, slots=True)
class Counted:
    """So many of what a label names, and whose they are."""

    value: Value
    unit: str
    label: str
    owner: str


@dataclass(frozen=True)
class Passage:
    """A paragraph, headline or caption. `blanked` is `text` with numbers, times, subjects and asides in parentheses blanked out.

    `programmes` are the programmes that the article is about, `evaluations` those whose results it tells, `counted` what the pieces of
    text before have counted.
    """

    text: str
    blanked: str
    sentences: tuple[Sentence, ...]
    quantities: tuple[Quantity, ...]
    mentions: tuple[Mention, ...]
    programmes: frozenset[str] = frozenset()
    evaluations: frozenset[str] = frozenset()
    counted: tuple[Counted, ...] = ()

    def sentence_of(self, index: int) -> Sentence:
        """The sentence of quantity `index`."""
        return self._homes[index][0]

    def clause_of(self, index: int) -> Span:
        """The clause of quantity `index`."""
        return self._homes[index][1]

    @cached_property
    def _homes(self) -> tuple[tuple[Sentence, Span], ...]:
        """The sentence and the clause of each quantity."""
        held = ((sentence_at(self.sentences, quantity.start), quantity.start) for quantity in self.quantities)
        return tuple((sentence, clause_at(sentence, start)) for sentence, start in held)

    def before_in_sentence(self, index: int) -> tuple[int, ...]:
        """Indexes of the quantities before `index` in its sentence, nearest first."""
        start = self.sentence_of(index).start
        return tuple(i for i in range(index - 1, -1, -1) if self.quantities[i].start >= start)


def is_streak(text: str, quantity: Quantity) -> bool:
    """Whether the number says how long something has gone on (连续4年)."""
    return bool(_STREAK.search(text, max(0, quantity.start - 6), quantity.start))


def blank_out(
    text: str, quantities: tuple[Quantity, ...], periods: tuple[PeriodMention, ...], subjects: tuple[Span, ...], asides: tuple[Span, ...]
) -> str:
    """`text` with its finds blanked; a number wins over a time, a time over a subject, a subject over an aside.

    连续4年 is an aside, as it stands between a metric and its verb; an order of size (百亿级) stays, as it belongs to the noun after it.

    >>> blank_out("泰达有3家", (), (), (Span(0, 2),), ()) == SUBJECT * 2 + "有3家"
    True
    """
    signs = list(text)
    for span in asides:
        signs[span.start : span.end] = ASIDE * (span.end - span.start)
    for span in subjects:
        signs[span.start : span.end] = SUBJECT * (span.end - span.start)
    for period in periods:
        signs[period.start : period.end] = TIME * (period.end - period.start)
    for quantity in quantities:
        if quantity.rule == "scale":
            continue
        head = quantity.start - 2 if is_streak(text, quantity) else quantity.head
        sign = ASIDE if is_streak(text, quantity) else NUMBER
        signs[head : quantity.tail] = sign * (quantity.tail - head)
    return "".join(signs)
