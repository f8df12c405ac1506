"""Figures of one park that cannot all be right.

A step of its own, run on what is published, so that one correction settles a conflict. Precision first: a false alarm teaches people not to
look. So only figures count that say plainly the same thing: the park's own, not held back, of a period with dates. What rounding, 约 or a
revision of last year's figure explains is no conflict.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import combinations

from generator.assemble.series import series_key, sort_date
from generator.model.claim import Claim, Kind, Level, Status
from generator.model.period import period_bounds
from generator.model.problem import Problem, Severity
from generator.model.sheet import Conflict, ConflictKind, Fact
from generator.registry.amounts import Interval, interval, rounding
from generator.registry.registry import Registry

_HUNDRED = Decimal(100)
_GROWTH_SLACK = Decimal(5)  # percentage points: growth in constant prices and last year's figure revised differ by so much without an error


@dataclass(frozen=True, slots=True)
class _Figure:
    """A fact with what it says as intervals. `key` is what it measures of whom, whatever kind of number it is."""

    fact: Fact
    key: tuple[str, str, str]
    said: Interval
    loose: Interval

    @property
    def claim(self) -> Claim:
        return self.fact.claim


def find_conflicts(
    facts: Iterable[Fact], registry: Registry, page_dates: Mapping[str, str], settled: Collection[str] = ()
) -> tuple[Conflict, ...]:
    """Conflicts among the facts of one park, ordered by kind and ids; those with a fact in `settled` (a person has spoken) are left out."""
    figures = tuple(_figures(sorted(facts, key=lambda fact: fact.id), registry))
    found = [conflict for check in CHECKS for conflict in check(figures, registry, page_dates)]
    open_ = (conflict for conflict in found if not any(fact in settled for fact in conflict.facts))
    return tuple(sorted(set(open_), key=lambda conflict: (conflict.kind, conflict.facts)))


def conflict_problems(conflicts: Iterable[Conflict], facts: Iterable[Fact]) -> tuple[Problem, ...]:
    """One warning a conflict, at the page line of its first fact, with every fact's id and sentence."""
    by_id = {fact.id: fact for fact in facts}
    return tuple(_problem(conflict, tuple(by_id[fact] for fact in conflict.facts)) for conflict in conflicts)


def _problem(conflict: Conflict, facts: tuple[Fact, ...]) -> Problem:
    evidence = facts[0].claim.evidence
    path = f"seeds/{evidence.page}.txt" if evidence.page else f"content/corrections/{facts[0].claim.park}.yaml"
    quotes = "; ".join(f'{fact.id} "{fact.claim.evidence.quote}" ({fact.claim.evidence.article})' for fact in facts)
    hint = f"Settle it with one correction: parkfacts correct {facts[0].id}"
    message = f"{conflict.message}: {quotes}."
    return Problem(path, evidence.line, 1 if evidence.line else 0, Severity.WARNING, f"conflict-{conflict.kind}", message, hint)


def _figures(facts: Iterable[Fact], registry: Registry) -> Iterator[_Figure]:
    metrics = {metric.id: metric for metric in registry.metrics}
    bases = {unit.name: unit.base for unit in registry.units}
    fillers = registry.words("series.fillers")
    for fact in facts:
        claim = fact.claim
        said = interval(claim.value, claim.unit, claim.qualifier, registry)
        if said is not None and not claim.review and claim.level is Level.PARK:
            key = series_key(claim, metrics, bases, fillers)
            yield _Figure(fact, (key.metric, key.rest, key.subject), said, said.widened(rounding(claim.value, claim.unit, registry)))


def find_unequal_values(figures: tuple[_Figure, ...], registry: Registry, page_dates: Mapping[str, str]) -> Iterator[Conflict]:
    """Two intervals of one metric, kind, status and period that do not meet.

    Without a registered metric only across pages: one page may well use one label for two things (两个项目的投资额). Never within one
    paragraph, where two figures of one metric are a list whose items the label does not tell apart.
    """
    for one, other in _pairs(figures, _statement):
        same_page = one.claim.evidence.page == other.claim.evidence.page
        sure = (one.claim.metric or not same_page) and not _share_paragraph(one.claim, other.claim)
        if sure and _is_dated(one) and not one.loose.meets(other.loose):
            yield _conflict(ConflictKind.VALUES, f"{_amount(one)} ≠ {_amount(other)} ({one.claim.period})", one, other)


def find_wrong_growth(figures: tuple[_Figure, ...], registry: Registry, page_dates: Mapping[str, str]) -> Iterator[Conflict]:
    """A level, the level of the same months a year before, and a growth between them that they do not allow."""
    levels = [figure for figure in figures if _is_actual(figure, Kind.LEVEL)]
    growths = [figure for figure in figures if _is_actual(figure, Kind.GROWTH) and figure.said.base == "%"]
    by_period = {(figure.key, figure.claim.period, figure.said.base): figure for figure in levels}
    for growth, now in _matches(growths, levels, lambda figure: (figure.key, figure.claim.period)):
        before = by_period.get((now.key, year_before(now.claim.period), now.said.base))
        implied = _implied_growth(now.loose, before.loose, growth.loose) if before else None
        if before and implied and not implied.widened(_GROWTH_SLACK).meets(growth.loose):
            message = f"{_amount(before)} → {_amount(now)} ≠ {_amount(growth)} ({now.claim.period})"
            yield _conflict(ConflictKind.GROWTH, message, now, before, growth)


def find_over_whole(figures: tuple[_Figure, ...], registry: Registry, page_dates: Mapping[str, str]) -> Iterator[Conflict]:
    """A share of more than the whole, unless its label speaks of a target, which can be outdone (完成全年任务的105%)."""
    outdone = registry.words("conflicts.can_be_outdone")
    for figure in figures:
        low = figure.said.low
        too_much = figure.claim.kind is Kind.SHARE and figure.said.base == "%" and low is not None and low > _HUNDRED
        if too_much and not any(word in figure.claim.label or word in figure.claim.evidence.quote for word in outdone):
            yield _conflict(ConflictKind.SHARE, f"{_amount(figure)} > 100%", figure)


def find_part_over_whole(figures: tuple[_Figure, ...], registry: Registry, page_dates: Mapping[str, str]) -> Iterator[Conflict]:
    """A part (出口) larger than its whole (进出口) in the same period; pairs are in the registry as `part < whole`, by metric id."""
    wholes = {tuple(name.strip() for name in pair.split("<")) for pair in registry.words("conflicts.parts")}
    for one, other in _pairs(figures, lambda figure: _statement(figure)[1:]):
        for part, whole in ((one, other), (other, one)):
            known = part.claim.kind is Kind.LEVEL and _is_dated(part) and (part.claim.metric, whole.claim.metric) in wholes
            if known and _is_above(part, whole):
                message = f"{part.claim.label} {_amount(part)} > {whole.claim.label} {_amount(whole)} ({part.claim.period})"
                yield _conflict(ConflictKind.PART, message, part, whole)


def find_wrong_ranks(figures: tuple[_Figure, ...], registry: Registry, page_dates: Mapping[str, str]) -> Iterator[Conflict]:
    """A rank whose own sentence says that it rose, behind an earlier rank that is better."""
    rising = registry.words("conflicts.rising")
    ranks = [figure for figure in figures if figure.claim.kind is Kind.RANK]
    for one, other in _pairs(ranks, lambda figure: (figure.key[0], _plain(figure.key[1]), figure.key[2])):
        before, after = sorted((one, other), key=lambda figure: (_turn(figure.claim), sort_date(figure.claim, page_dates)))
        if _follows(before, after, page_dates) and any(word in after.claim.evidence.quote for word in rising) and _is_above(after, before):
            yield _conflict(ConflictKind.RANK, f"{_amount(before)} → {_amount(after)}", before, after)


_Check = Callable[[tuple[_Figure, ...], Registry, Mapping[str, str]], Iterator[Conflict]]
CHECKS: tuple[_Check, ...] = (find_unequal_values, find_wrong_growth, find_over_whole, find_part_over_whole, find_wrong_ranks)


def year_before(period: str) -> str:
    """The same months or days a year earlier, "" for what has no dates.

    >>> year_before("2025-01/2025-10"), year_before("asof:2024-12"), year_before("asof")
    ('2024-01/2024-10', 'asof:2023-12', '')
    """
    prefix, points = ("asof:", period[5:]) if period.startswith("asof:") else ("", period)
    if period_bounds(period) is None:
        return ""
    return prefix + "/".join(f"{int(point[:4]) - 1:04d}{point[4:]}" for point in points.split("/"))


def _statement(figure: _Figure) -> tuple[object, ...]:
    claim = figure.claim
    return (*figure.key, claim.kind, claim.status, claim.period, figure.said.base)


def _share_paragraph(one: Claim, other: Claim) -> bool:
    first, second = one.evidence, other.evidence
    return bool(first.article) and (first.article, first.part, first.index) == (second.article, second.part, second.index)


def _pairs(figures: Iterable[_Figure], key: Callable[[_Figure], tuple[object, ...]]) -> Iterator[tuple[_Figure, _Figure]]:
    groups: dict[tuple[object, ...], list[_Figure]] = {}
    for figure in figures:
        groups.setdefault(key(figure), []).append(figure)
    for group in groups.values():
        yield from combinations(group, 2)


def _matches(
    ones: Iterable[_Figure], others: Iterable[_Figure], key: Callable[[_Figure], tuple[object, ...]]
) -> Iterator[tuple[_Figure, _Figure]]:
    groups: dict[tuple[object, ...], list[_Figure]] = {}
    for other in others:
        groups.setdefault(key(other), []).append(other)
    return ((one, other) for one in ones for other in groups.get(key(one), ()))


def _is_actual(figure: _Figure, kind: Kind) -> bool:
    return figure.claim.kind is kind and figure.claim.status is Status.ACTUAL and _is_dated(figure)


def _is_dated(figure: _Figure) -> bool:
    return period_bounds(figure.claim.period) is not None


def _is_above(one: _Figure, other: _Figure) -> bool:
    return one.loose.low is not None and other.loose.high is not None and one.loose.low > other.loose.high


def _implied_growth(now: Interval, before: Interval, stated: Interval) -> Interval | None:
    """Percent, comparable with `stated`; None where a lower bound is missing or the year before may be 0."""
    if now.low is None or before.low is None or before.low <= 0:
        return None
    low = None if before.high is None else (now.low / before.high - 1) * _HUNDRED
    high = None if now.high is None else (now.high / before.low - 1) * _HUNDRED
    return replace(stated, low=low, high=high)


def _plain(rest: str) -> str:
    return rest.removesuffix("（前）").removesuffix("（后）")


def _turn(claim: Claim) -> int:
    """-1 for what a change left (由第86位), 1 for what it reached (升至第90位)."""
    return {"（前）": -1, "（后）": 1}.get(claim.label[-3:], 0)


def _follows(before: _Figure, after: _Figure, page_dates: Mapping[str, str]) -> bool:
    turns = _turn(before.claim), _turn(after.claim)
    if turns == (-1, 1):
        return before.claim.evidence.article == after.claim.evidence.article
    return turns == (0, 0) and _is_dated(before) and sort_date(before.claim, page_dates) < sort_date(after.claim, page_dates)


def _amount(figure: _Figure) -> str:
    return f"{figure.claim.value.text()} {figure.claim.unit}".strip()


def _conflict(kind: ConflictKind, message: str, *figures: _Figure) -> Conflict:
    return Conflict(kind, tuple(figure.fact.id for figure in figures), message)
