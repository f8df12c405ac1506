"""One metric of one subject over time.

A step of its own, called again after corrections, since a corrected period or metric moves a fact to another series.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.model.claim import Claim
from generator.model.entities import Metric
from generator.model.period import period_bounds
from generator.model.sheet import Fact, Series
from generator.registry.registry import Registry

_AT_LEAST = 2


@dataclass(frozen=True, slots=True, order=True)
class SeriesKey:
    """What the facts of one series share.

    `rest` is what the label says beyond the metric's own words: 新能源汽车产业 of 新能源汽车产业产值.
    """

    metric: str
    rest: str
    kind: str
    subject: str
    base_unit: str


def build_series(facts: Iterable[Fact], registry: Registry, page_dates: Mapping[str, str]) -> tuple[Series, ...]:
    """Series of two or more facts, ordered by key; within one, facts go by the end of their period, then by id.

    Facts held back for review take no part: a doubtful number must not bend a line.
    """
    groups: dict[SeriesKey, list[Fact]] = {}
    metrics = {metric.id: metric for metric in registry.metrics}
    bases = {unit.name: unit.base for unit in registry.units}
    fillers = registry.words("series.fillers")
    for fact in facts:
        if not fact.claim.review:
            groups.setdefault(series_key(fact.claim, metrics, bases, fillers), []).append(fact)
    return tuple(_series(key, groups[key], page_dates) for key in sorted(groups) if len(groups[key]) >= _AT_LEAST)


def series_key(claim: Claim, metrics: Mapping[str, Metric], bases: Mapping[str, str], fillers: tuple[str, ...]) -> SeriesKey:
    """What must be equal for two claims to stand in one series."""
    metric = metrics.get(claim.metric) if claim.metric else None
    rest = _rest(claim.label, metric, fillers)
    unit = claim.unit.lstrip("十百千万亿")
    return SeriesKey(claim.metric or "", rest, claim.kind, claim.subject, bases.get(unit, unit))


def _rest(label: str, metric: Metric | None, fillers: tuple[str, ...]) -> str:
    """The label without the metric's words and without words that add nothing (总数, 数量)."""
    if metric:
        cue = max((cue for cue in (metric.name, *metric.cues) if cue in label), key=len, default="")
        label = label.replace(cue, "", 1)
    for filler in fillers:
        label = label.replace(filler, "")
    return label


def _series(key: SeriesKey, facts: list[Fact], page_dates: Mapping[str, str]) -> Series:
    ordered = sorted(facts, key=lambda fact: (sort_date(fact.claim, page_dates), fact.id))
    label = min((fact.claim.label for fact in ordered), key=lambda text: (len(text), text))
    return Series(key.metric or label, label, key.kind, key.subject, key.base_unit, tuple(fact.id for fact in ordered))


def sort_date(claim: Claim, page_dates: Mapping[str, str]) -> str:
    """The last day that a claim speaks of, as text that sorts; a bare state takes its page's date."""
    bounds = period_bounds(claim.period) or period_bounds(page_dates[claim.evidence.page])
    return bounds[1].isoformat() if bounds else ""
