"""The few figures that stand first on a sheet, chosen by a rule that can be said in one sentence.

Of the park's own figures that are so (not planned, not held back) and measure a registered metric of some weight: one of each metric, the
one in the metric's own words rather than a part of it, then the latest; the metrics with the largest weight first, six at most.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.model.claim import Claim, Kind, Level, Qualifier, Status
from generator.model.quantity import Form
from generator.model.sheet import SheetFact
from generator.render.book import Book
from generator.render.fact_views import FactView, Numbering, fact_view, latest_first
from generator.render.figures import figure_text

AT_MOST = 6
LEAST_WEIGHT = 20


@dataclass(frozen=True, slots=True)
class Card:
    """A key figure with its change against the time before, in words, or empty."""

    fact: FactView
    change: str


def key_figures(items: Sequence[SheetFact], book: Book, start: str, numbers: Numbering) -> tuple[Card, ...]:
    """Six cards at most; fewer where the pages say less."""
    chosen = key_facts(items, book)
    return tuple(Card(fact_view(item, book, start, numbers, link_label=False), change_text(item, items, book)) for item in chosen)


def key_facts(items: Sequence[SheetFact], book: Book) -> tuple[SheetFact, ...]:
    """The facts behind the cards, heaviest metric first."""
    latest: dict[str, SheetFact] = {}
    for item in whole_first(items, book):
        claim = item.fact.claim
        if claim.metric in book.metrics and book.metrics[claim.metric or ""].weight >= LEAST_WEIGHT and is_own_level(claim):
            latest.setdefault(claim.metric or "", item)
    heaviest = sorted(latest.values(), key=lambda item: _rank(item.fact.claim, book))
    return tuple(heaviest[:AT_MOST])


def whole_first(items: Iterable[SheetFact], book: Book) -> list[SheetFact]:
    """Facts in the metric's own words before those of parts of it, each the latest first."""
    return sorted(latest_first(items, book), key=lambda item: book.is_part(item.fact.claim))


def is_own_level(claim: Claim) -> bool:
    """Whether the claim is a published state of the park itself: a number or a rank that is so."""
    return claim.level is Level.PARK and claim.kind in (Kind.LEVEL, Kind.RANK) and claim.status is Status.ACTUAL and not claim.review


def _rank(claim: Claim, book: Book) -> tuple[int, int]:
    metric = claim.metric or ""
    return -book.metrics[metric].weight, book.metric_order[metric]


def change_text(item: SheetFact, items: Sequence[SheetFact], book: Book) -> str:
    """The growth that the text itself states for the same metric and period; else the change since the one before, marked as computed."""
    claim = item.fact.claim
    for other in items:
        if other.fact.claim.kind is Kind.GROWTH and _same_thing(other.fact.claim, claim, book) and other.fact.claim.period == claim.period:
            return figure_text(other.fact.claim, book.wording).whole
    return _computed_change(claim, [other.fact.claim for other in items], book)


def _same_thing(one: Claim, other: Claim, book: Book) -> bool:
    """Two names of the whole are one thing (小巨人企业 and 国家级专精特新小巨人企业), two names of parts only if they are the same."""
    same = one.label == other.label or not (book.is_part(one) or book.is_part(other))
    return bool(one.metric) and one.metric == other.metric and one.level is other.level and same and not one.review


def _computed_change(claim: Claim, others: Sequence[Claim], book: Book) -> str:
    """Only between two exact numbers of different years: anything else would be a guess."""
    earlier = [other for other in others if _is_exact(other) and other.kind is claim.kind and _same_thing(other, claim, book)]
    earlier = [other for other in earlier if "" < book.last_day(other)[:4] < book.last_day(claim)[:4]]
    if claim.kind is not Kind.LEVEL or not _is_exact(claim) or not earlier:
        return ""
    before = max(earlier, key=book.last_day)
    old, new = book.base(before), book.base(claim)
    if not old or new is None:
        return ""
    percent = round((new - old) / old * 100, 1)
    year = book.last_day(before)[:4]
    return book.wording("card.change_up" if percent >= 0 else "card.change_down", year=year, percent=f"{abs(percent):f}")


def _is_exact(claim: Claim) -> bool:
    return (
        claim.qualifier is Qualifier.EXACT and claim.value.form is Form.NUMBER and claim.value.first != Decimal(0) and is_own_level(claim)
    )
