"""The ledger of a page: what became of every numeral, so that nothing is forgotten without a reason."""

import re

from generator.extract.tokens import Numeral, Quantity
from generator.model.claim import LedgerEntry

NUMERAL = re.compile(r"\d+(?:[.,]\d+)*|[〇零一二三四五六七八九十百千万亿两]+")
NO_SUBJECT = "no-subject"
UNEXPLAINED = "unexplained"


def build_ledger(
    article: str,
    part: str,
    index: int,
    text: str,
    quantities: tuple[Quantity, ...],
    facts: tuple[str | None, ...],
    numerals: tuple[Numeral, ...],
) -> tuple[LedgerEntry, ...]:
    """One entry per quantity (its fact's id, or `no-subject`) and per other numeral (its reason), in order of start.

    `facts` has one id or None per quantity; ValueError if it has not. A numeral that neither covers is entered as `unexplained`:
    that is a fault of extraction, for `parkfacts` to report.

    >>> [(e.text, e.reason) for e in build_ledger("a", "body", 0, "第3版", (), (), (Numeral(0, 2, "ordinal"),))]
    [('第3', 'ordinal')]
    >>> [e.reason for e in build_ledger("a", "body", 0, "有7家", (), (), ())]
    ['unexplained']
    """
    if len(facts) != len(quantities):
        raise ValueError(f"{len(quantities)} quantities, but {len(facts)} facts")
    rows = [(q.start, q.end, fact, None if fact else NO_SUBJECT) for q, fact in zip(quantities, facts, strict=True)]
    rows += [(n.start, n.end, None, n.reason) for n in numerals]
    rows += [(start, end, None, UNEXPLAINED) for start, end in unexplained(text, quantities, numerals)]
    return tuple(
        LedgerEntry(article, part, index, start, end, text[start:end], fact, reason)
        for start, end, fact, reason in sorted(rows, key=lambda r: r[:2])
    )


def unexplained(text: str, quantities: tuple[Quantity, ...], numerals: tuple[Numeral, ...]) -> tuple[tuple[int, int], ...]:
    """The numerals of `text`, digits or Chinese, that lie in no quantity and no numeral."""
    covered = bytearray(len(text))
    for start, end in [(q.start, q.end) for q in quantities] + [(n.start, n.end) for n in numerals]:
        covered[start:end] = b"\1" * (end - start)
    return tuple(
        match.span() for match in NUMERAL.finditer(text) if not all(covered[match.start() : match.end()]) and _bare(text, match, covered)
    )


def _bare(text: str, match: re.Match[str], covered: bytearray) -> bool:
    """A comma or point between two explained numbers is no numeral itself."""
    return any(not covered[at] and (text[at].isdecimal() or text[at] not in ".,") for at in range(match.start(), match.end()))
