"""Pairs of gold fact and claim: each used once, those that agree on most fields first."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.evaluate.compare import quantity, same_period, similar, squash
from generator.evaluate.gold import GoldFact, GoldPage
from generator.model.claim import Claim
from generator.model.quantity import parse_value

USABLE = ("park", "label", "unit", "kind", "period", "status")
FIELDS = (*USABLE, "qualifier", "level")


@dataclass(frozen=True, slots=True)
class Published:
    """A claim with its park's short name, empty for none, as a gold file names it."""

    claim: Claim
    park: str


@dataclass(frozen=True, slots=True)
class Pair:
    """A gold fact, the claim that speaks of it, and the fields on which they differ."""

    gold: GoldFact
    found: Published
    wrong: tuple[str, ...]


def differing_fields(gold: GoldFact, found: Published, canonical: Callable[[str], str]) -> tuple[str, ...]:
    """The fields of FIELDS on which a claim is not what the editor reads; `canonical` maps every name of a park to one."""
    claim = found.claim
    right = {
        "park": canonical(gold.park) == canonical(found.park),
        "label": _same_label(gold, claim),
        "unit": _same_unit(gold, claim),
        "kind": gold.kind == claim.kind.value,
        "period": same_period(gold.period, claim.period),
        "status": gold.status == claim.status.value,
        "qualifier": gold.qualifier == claim.qualifier.value,
        "level": gold.level == claim.level.value,
    }
    return tuple(field for field in FIELDS if not right[field])


def _same_label(gold: GoldFact, claim: Claim) -> bool:
    wanted, found = gold.label, claim.label
    for name in filter(None, (gold.park, gold.subject, claim.subject)):
        wanted, found = wanted.replace(name, ""), found.replace(name, "")
    return similar(wanted, found)


def _same_unit(gold: GoldFact, claim: Claim) -> bool:
    value = parse_value(gold.value)
    return value is not None and quantity(value, gold.unit)[1] == quantity(claim.value, claim.unit)[1]


def _same_quantity(gold: GoldFact, claim: Claim) -> bool:
    value = parse_value(gold.value)
    return value is not None and quantity(value, gold.unit)[0] == quantity(claim.value, claim.unit)[0]


Place = tuple[str, int, int]


def find_places(page: GoldPage, quote: str) -> Iterator[Place]:
    """Every place where a quote stands: article id, start, end in the article's squashed text."""
    quote = squash(quote)
    for article in page.articles if quote else ():
        text = article.text + "\n" + article.rest
        start = text.find(quote)
        while start >= 0:
            yield article.id, start, start + len(quote)
            start = text.find(quote, start + 1)


def _overlap(a: Place, b: Place) -> bool:
    return a[0] == b[0] and a[1] < b[2] and b[1] < a[2]


def match_facts(page: GoldPage, found: tuple[Published, ...], canonical: Callable[[str], str]) -> tuple[Pair, ...]:
    """Gold facts with their claims; one claim speaks for at most one gold fact."""
    places = [list(find_places(page, one.claim.evidence.quote)) for one in found]
    candidates = []
    for i, gold in enumerate(page.facts):
        everywhere = list(find_places(page, gold.quote))
        here = [place for place in everywhere if place[0] == gold.article] or everywhere
        for j, one in enumerate(found):
            gaps = [abs(a[1] - b[1]) for a in here for b in places[j] if _overlap(a, b)]
            if gaps and _same_quantity(gold, one.claim):
                wrong = differing_fields(gold, one, canonical)
                candidates.append((len(wrong), min(gaps), i, j, wrong))
    return tuple(_take_each_once(candidates, page.facts, found))


def _take_each_once(
    candidates: list[tuple[int, int, int, int, tuple[str, ...]]], facts: tuple[GoldFact, ...], found: tuple[Published, ...]
) -> Iterator[Pair]:
    taken: set[tuple[str, int]] = set()
    for _, _, i, j, wrong in sorted(candidates):
        if ("gold", i) not in taken and ("found", j) not in taken:
            taken |= {("gold", i), ("found", j)}
            yield Pair(facts[i], found[j], wrong)
