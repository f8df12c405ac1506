"""The same figure said twice becomes one fact with two sources; anything less certain stays two facts.

A step of its own because merging is where a wrong sameness would hide a figure: only claims that agree on every field merge, and a state
"at the time of writing" is the same on two pages only if both pages appeared at the same time.
"""

from collections.abc import Iterable, Mapping

from generator.model.claim import Claim, Qualifier
from generator.model.sheet import Fact

_Key = tuple[str, ...]


def merge_claims(claims: Iterable[Claim], page_dates: Mapping[str, str]) -> tuple[Fact, ...]:
    """Facts in the order of their first claim's id; `page_dates` gives the date of every page, empty where unknown.

    Claims that are held back never speak for published ones: they merge among themselves only. The claim that speaks for a fact is
    the most exact, then the earliest page's. KeyError if a claim's page has no date entry.
    """
    groups: dict[_Key, list[Claim]] = {}
    for claim in claims:
        groups.setdefault(_key(claim, page_dates), []).append(claim)
    return tuple(sorted((_fact(group, page_dates) for group in groups.values()), key=lambda fact: fact.id))


def _key(claim: Claim, page_dates: Mapping[str, str]) -> _Key:
    said_when = page_dates[claim.evidence.page] or claim.evidence.page if claim.period == "asof" else ""
    return (
        claim.label if claim.metric is None else claim.metric + "|" + claim.label,
        claim.subject,
        claim.level,
        claim.kind,
        claim.value.text(),
        claim.unit,
        claim.period + said_when,
        claim.status,
        claim.qualifier,
        "held" if claim.review else "",
    )


def _fact(group: list[Claim], page_dates: Mapping[str, str]) -> Fact:
    first, *others = sorted(group, key=lambda claim: (claim.qualifier is not Qualifier.EXACT, page_dates[claim.evidence.page], claim.id))
    return Fact(first, tuple(others))
