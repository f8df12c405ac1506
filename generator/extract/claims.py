"""Claims put together from what the layers found, and the ids that outlive every change of rules."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable

from generator.extract.ledger import NUMERAL
from generator.extract.tokens import Quantity, Sentence
from generator.model.claim import Claim
from generator.model.fact_id import fact_id

_BLANKS = re.compile(r"[\s“”\"'‘’]")


class DoubleIdError(ValueError):
    """Two claims of one page have the same id: the promise that an id names one fact is broken."""

    def __init__(self, page: str, twice: str) -> None:
        """Name the page and the id."""
        super().__init__(f"{page}: two claims have the id {twice}")


def sentence_key(text: str) -> str:
    """A sentence without white space and differences of punctuation width: it is the same however the page was repaired.

    >>> sentence_key("增长 5.8％，（GDP）") == sentence_key("增长5.8%,(GDP)")
    True
    """
    return _BLANKS.sub("", unicodedata.normalize("NFKC", text))


class ClaimIds:
    """Gives ids in reading order of one page: the third identical sentence is told from the first."""

    def __init__(self, page: str) -> None:
        """Start a page."""
        self._page = page
        self._seen: Counter[str] = Counter()

    def of_text(self, text: str, sentences: tuple[Sentence, ...], quantities: tuple[Quantity, ...]) -> tuple[str, ...]:
        """One id per quantity: of page, sentence, which of its repetitions, and which of the sentence's numerals it is.

        All numerals count, facts or not, so that a rule which finds one more number changes no other id.
        """
        out: list[str] = []
        for sentence in sentences:
            words = text[sentence.start : sentence.end]
            key = sentence_key(words)
            inside = [q for q in quantities if sentence.start <= q.start < sentence.end]
            starts = [match.start() + sentence.start for match in NUMERAL.finditer(words)] if inside else []
            out.extend(fact_id(self._page, key, str(self._seen[key]), _place(q, starts)) for q in inside)
            self._seen[key] += 1
        return tuple(out)


def _place(quantity: Quantity, starts: list[int]) -> str:
    """The ordinal of the quantity's first numeral; for words without one (一半 is none, 持平) how far into which gap they stand."""
    inside = [at for at, start in enumerate(starts) if quantity.start <= start < quantity.end]
    if inside:
        return str(inside[0])
    before = sum(start < quantity.start for start in starts)
    return f"{before}+{quantity.start - (starts[before - 1] if before else 0)}"


def check_ids(page: str, claims: Iterable[Claim]) -> None:
    """Raise DoubleIdError if two claims share an id."""
    seen: set[str] = set()
    for claim in claims:
        if claim.id in seen:
            raise DoubleIdError(page, claim.id)
        seen.add(claim.id)
