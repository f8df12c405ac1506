"""Metrics: every example speaks of its metric, no counter-example does, and each metric has both."""

from pathlib import Path
from typing import Literal

import pytest
from pydantic import TypeAdapter

from generator.model.claim import Kind
from generator.model.entities import Metric
from generator.registry.metric_match import MetricMatcher
from generator.registry.registry import Registry
from generator.yamlio.bind import Record, bind
from generator.yamlio.nodes import parse_yaml
from tests.registry_files import project_registry

CASE_FILE = Path(__file__).parent / "cases" / "metric_labels.yaml"
REGISTRY = project_registry()
MATCHER = MetricMatcher(REGISTRY)


class Case(Record):
    """A label and the id of its metric, empty for none."""

    label: str
    unit: str
    kind: str
    metric: str
    origin: Literal["wild", "synthetic", "negative"]


def load_cases() -> tuple[Case, ...]:
    parsed = parse_yaml(CASE_FILE.name, CASE_FILE.read_text("utf-8"))
    bound = bind(CASE_FILE.name, parsed.node, TypeAdapter(tuple[Case, ...]))
    assert bound.value, parsed.problems + bound.problems
    return bound.value


def unit_of(metric: Metric, registry: Registry) -> str:
    """A unit in which the metric is counted: the first of its family, or of the family above; % if it is told as a share alone."""
    family = "percent" if metric.kinds[0] == "share" else metric.unit_family
    while family:
        unit = next((unit.name for unit in registry.units if unit.family == family), None)
        if unit:
            return unit
        family = family.rpartition("-")[0]
    raise AssertionError(f"{metric.id} has a family without units")


def matched(label: str, metric: Metric) -> str:
    found = MATCHER.match(label, unit_of(metric, REGISTRY), Kind(metric.kinds[0]))
    return found.id if found else "nothing"


EXAMPLES = [(metric, text) for metric in REGISTRY.metrics for text in metric.examples]
COUNTER_EXAMPLES = [(metric, text) for metric in REGISTRY.metrics for text in metric.counter_examples]


@pytest.mark.parametrize(("metric", "text"), EXAMPLES, ids=[f"{metric.id}-{text}" for metric, text in EXAMPLES])
def test_an_example_speaks_of_its_metric(metric: Metric, text: str) -> None:
    assert matched(text, metric) == metric.id


@pytest.mark.parametrize(("metric", "text"), COUNTER_EXAMPLES, ids=[f"{metric.id}-{text}" for metric, text in COUNTER_EXAMPLES])
def test_a_counter_example_does_not(metric: Metric, text: str) -> None:
    assert matched(text, metric) != metric.id


def test_the_field_is_covered() -> None:
    assert len(REGISTRY.metrics) >= 120
    assert all(metric.counter_examples for metric in REGISTRY.metrics)
    assert len({metric.id for metric in REGISTRY.metrics}) == len(REGISTRY.metrics)
    assert len({metric.name for metric in REGISTRY.metrics}) == len(REGISTRY.metrics)


def test_every_cue_can_win() -> None:
    """A cue that its own `never` words forbid, or that another metric takes away, is dead weight."""
    winners = [(metric.id, cue, matched(cue, metric)) for metric in REGISTRY.metrics for cue in metric.cues]
    dead = [entry for entry in winners if entry[2] != entry[0]]
    assert dead == []


CASES = load_cases()


@pytest.mark.parametrize("case", CASES, ids=[f"{case.label}-{case.kind}-{case.unit}" for case in CASES])
def test_a_label_is_matched_by_head_unit_and_kind(case: Case) -> None:
    found = MATCHER.match(case.label, case.unit, Kind(case.kind))
    assert (found.id if found else "") == case.metric
