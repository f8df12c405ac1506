"""Which of the registry's metrics a label speaks of, if any.

A step of its own, below the rooms, because extraction, corrections by hand and the registry's own tests must all agree. No metric is
better than a wrong one: a label matches by the cue that stands at its head (Chinese noun phrases end in their head), and unit and
kind must fit the metric.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from generator.model.claim import Kind
from generator.model.entities import Metric
from generator.registry.amounts import find_measure
from generator.registry.names import NameIndex
from generator.registry.registry import Registry

CHANGE_FAMILIES = ("percent", "points", "times", "doublings")
SHARE_FAMILIES = ("percent", "points")
_SIGNS = re.compile(r"[\s“”\"'‘’「」『』《》()（）〔〕·—\-]")
_WHOLE = re.compile(r"占(?!地|用)")
_CLAUSE = re.compile(r"的(?!士)")


@dataclass(frozen=True, slots=True)
class _Hit:
    start: int
    end: int
    metric: Metric


class MetricMatcher:
    """Built once from the registry."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry
        self._owners = _owners(registry)
        self._index = NameIndex(self._owners)
        self._open_clauses = registry.words("metrics.open_clauses")
        self._tails = registry.words("metrics.tails")
        self._never = {metric.id: tuple(map(plain_label, metric.never)) for metric in registry.metrics}
        self._families: dict[str, str | None] = {}

    def match(self, label: str, unit: str, kind: Kind) -> Metric | None:
        """The metric that `label` speaks of, None where none fits for certain.

        `unit` is as written (亿元, 万家; "" for a fraction or a bare number). A cue with 占 in it is looked for in the whole label; else a
        share is its numerator's: 技术收入占总收入比重 speaks of 技术收入.
        """
        text = plain_label(label)
        if kind is Kind.SHARE and (whole := _WHOLE.search(text)):
            both = self._fitting(text, unit, kind, cue_must_have="占")
            return both or self._fitting(text[: whole.start()], unit, kind)
        return self._fitting(text, unit, kind)

    def unit_fits(self, metric: Metric, unit: str, kind: Kind) -> bool:
        """Whether a number of this kind in this unit can be one of the metric's."""
        if kind not in metric.kinds:
            return False
        if kind is Kind.RANK:
            return True
        family = self._family(unit, kind)
        if family is None:
            return False
        if family == "rank" and kind is Kind.LEVEL:
            family = "count-people"  # 合作专家5位: the classifier of places is also that of persons
        changes = {Kind.GROWTH: CHANGE_FAMILIES, Kind.SHARE: SHARE_FAMILIES}.get(kind, ())
        return family in changes or (kind is not Kind.SHARE and _is_under(metric.unit_family, family))

    def _fitting(self, text: str, unit: str, kind: Kind, cue_must_have: str = "") -> Metric | None:
        text = self._counted(text) if kind is not Kind.RANK else text
        for hit in self._ordered_hits(text, kind):
            if cue_must_have not in text[hit.start : hit.end]:
                continue
            if any(word in text for word in self._never[hit.metric.id]) or not self.unit_fits(hit.metric, unit, kind):
                continue
            return hit.metric if kind is Kind.RANK or self._is_head(text, hit) else None
        return None

    def _ordered_hits(self, text: str, kind: Kind) -> list[_Hit]:
        """Cues that stand in no longer cue, from the label's head backwards.

        A rank in something is that thing's: 上市企业数量国家级经开区排名 speaks of 上市企业.
        """
        hits = [_Hit(found.start, found.end, metric) for found in self._index.find_all(text) for metric in self._owners[found.name]]
        outer = [hit for hit in hits if not any(_is_inside(hit, other) or self._is_tail(text, hit, other) for other in hits)]
        outer.sort(key=lambda hit: hit.end, reverse=True)
        return sorted(outer, key=lambda hit: hit.metric.unit_family == "rank") if kind is Kind.RANK else outer

    def _counted(self, text: str) -> str:
        """What stands after the last 的: 企业拥有的发明专利 counts patents. Nothing if the clause before it narrows what is counted."""
        clauses = _CLAUSE.split(text)
        narrowed = [clause for clause in clauses[:-1] if not clause.startswith(self._open_clauses)]
        return "" if narrowed else clauses[-1]

    def _is_head(self, text: str, hit: _Hit) -> bool:
        """Whether the thing counted is what the cue says: 发明专利授权企业 counts companies, and 高企、瞪羚企业 two things at once."""
        rest = self._without_tails(text[hit.end :])
        if not hit.metric.unit_family.startswith("count"):
            return not rest.endswith(("率", "门槛"))  # 重点项目投资完成率, 获奖励企业产值门槛
        return not rest and "、" not in text[: hit.start]

    def _is_tail(self, text: str, hit: _Hit, other: _Hit) -> bool:
        """Whether `hit` begins in `other` and adds nothing to it: the 企业总数 of 瞪羚企业总数."""
        return other.start < hit.start < other.end < hit.end and not self._without_tails(text[other.end : hit.end])

    def _without_tails(self, text: str) -> str:
        for tail in self._tails if text else ():
            text = text.replace(tail, "")
        return text

    def _family(self, unit: str, kind: Kind) -> str | None:
        if not unit:
            return "percent" if kind in (Kind.SHARE, Kind.GROWTH) else None
        if not unit.strip("十百千万亿"):
            return "count"  # 常住人口突破30万
        if unit not in self._families:
            measure = find_measure(unit, self._registry)
            self._families[unit] = measure.family if measure else None
        return self._families[unit]


def plain_label(label: str) -> str:
    """A label without quotation marks, brackets, dashes and blanks, Latin letters in capitals: cues and labels meet in this form.

    >>> plain_label("研究与试验发展（R&D）经费 支出")
    '研究与试验发展R&D经费支出'
    """
    return _SIGNS.sub("", label).upper()


@lru_cache(maxsize=4)
def _matcher(registry: Registry) -> MetricMatcher:
    return MetricMatcher(registry)


def match_metric(label: str, unit: str, kind: Kind, registry: Registry) -> Metric | None:
    """As `MetricMatcher.match`; where many labels are matched, build the matcher once instead."""
    return _matcher(registry).match(label, unit, kind)


def _owners(registry: Registry) -> dict[str, tuple[Metric, ...]]:
    """Every cue to the metrics that have it, in the registry's order."""
    owners: dict[str, tuple[Metric, ...]] = {}
    for metric in registry.metrics:
        for cue in dict.fromkeys(plain_label(cue) for cue in (metric.name, *metric.cues)):
            owners[cue] = (*owners.get(cue, ()), metric)
    return owners


def _is_inside(hit: _Hit, other: _Hit) -> bool:
    return other.start <= hit.start and hit.end <= other.end and other.end - other.start > hit.end - hit.start


def _is_under(family: str, above: str) -> bool:
    """Whether a metric of `family` is counted in units of `above` too: what is counted in 家 (count-firms) may be counted in 个 (count).

    >>> _is_under("count-firms", "count"), _is_under("count", "count-firms")
    (True, False)
    """
    return family == above or family.startswith(above + "-")
