"""A sentence as the rules of time see it: its words, its mentions, where it stands."""

from dataclasses import dataclass

from generator.extract.period_words import PeriodWords
from generator.extract.tokens import PeriodMention, Sentence
from generator.model.article import PageDate


@dataclass(frozen=True, slots=True)
class Place:
    """A sentence in its paragraph; `first` where a new paragraph begins with it.

    `houses` are the starts of the numbers that are told of a house in the park, not of the park.
    """

    words: PeriodWords
    text: str
    sentence: Sentence
    mentions: tuple[PeriodMention, ...]
    published: PageDate
    first: bool
    houses: frozenset[int] = frozenset()

    def said(self, mention: PeriodMention) -> str:
        """The words of a mention as the text has them."""
        return self.text[mention.start : mention.end]
