"""Figures that cannot all be right: found where they are, and no false alarm."""

from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.assemble.conflicts import conflict_problems, find_conflicts
from generator.model.claim import Kind, Level, Qualifier, Status
from generator.model.quantity import parse_value
from generator.model.sheet import Fact
from generator.registry.amounts import interval
from tests import corrected_world as world

DATES = {"p1": "2025", "p2": "2026", world.PAGE: "2025-12"}


@dataclass(frozen=True)
class Case:
    """Facts and the conflicts that stand between them."""

    label: str
    origin: str
    facts: tuple[Fact, ...]
    conflicts: tuple[str, ...]


def _fact(entry: dict[str, str]) -> Fact:
    """A fact from a case's few words."""
    quote = entry.get("quote", entry["label"] + str(entry["value"]) + entry["unit"])
    plain = world.claim(entry["id"], world.ZHAOQING.id, "肇庆高新区", entry["label"], str(entry["value"]), entry["unit"], quote=quote)
    claim = replace(
        plain,
        metric=entry.get("metric"),
        period=entry["period"],
        review=entry.get("review"),
        kind=Kind(entry.get("kind", "level")),
        level=Level(entry.get("level", "park")),
        status=Status(entry.get("status", "actual")),
        qualifier=Qualifier(entry.get("qualifier", "exact")),
    )
    place = replace(claim.evidence, page=entry["page"], article=entry["page"] + "-1", index=int(entry.get("index", 0)))
    return Fact(replace(claim, evidence=place))


def _case(entry: dict[str, list[dict[str, str]]]) -> Case:
    conflicts = tuple(str(line) for line in entry["conflicts"])
    return Case(str(entry["label"]), str(entry["origin"]), tuple(_fact(fact) for fact in entry["facts"]), conflicts)


CASES = [_case(entry) for entry in yaml.safe_load((Path(__file__).parent / "cases" / "conflicts.yaml").read_text("utf-8"))]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.label)
def test_these_and_no_other_conflicts_are_found(case: Case) -> None:
    found = find_conflicts(case.facts, world.REGISTRY, DATES)
    assert [f'{one.kind} {" ".join(one.facts)} "{one.message}"' for one in found] == list(case.conflicts)


@pytest.mark.parametrize("case", [case for case in CASES if case.conflicts], ids=lambda case: case.label)
def test_one_correction_settles_it(case: Case) -> None:
    for fact in case.facts:
        found = find_conflicts(case.facts, world.REGISTRY, DATES, {fact.id})
        assert not found


@pytest.mark.parametrize("case", [case for case in CASES if case.conflicts], ids=lambda case: case.label)
def test_the_order_of_facts_is_irrelevant(case: Case) -> None:
    assert find_conflicts(case.facts[::-1], world.REGISTRY, DATES) == find_conflicts(case.facts, world.REGISTRY, DATES)


def test_a_warning_shows_both_sentences() -> None:
    facts = CASES[0].facts
    (problem,) = conflict_problems(find_conflicts(facts, world.REGISTRY, DATES), facts)
    assert problem.text() == (
        'seeds/p1.txt:9:1: conflict-values: 293 家 ≠ 317 家 (2025): a "高新技术企业293家" (p1-1); b "高新技术企业317家" (p2-1). '
        "Settle it with one correction: parkfacts correct a"
    )


NUMBERS = st.decimals(min_value=0, max_value=10_000, places=1).map(lambda number: parse_value(str(number)))


@settings(deadline=None)
@given(NUMBERS, st.sampled_from(Qualifier), st.sampled_from(("亿元", "%", "家", "万家")))
def test_an_interval_holds_the_number_that_was_written(value: object, qualifier: Qualifier, unit: str) -> None:
    said = interval(value, unit, qualifier, world.REGISTRY)  # type: ignore[arg-type]
    exact = interval(value, unit, Qualifier.EXACT, world.REGISTRY)  # type: ignore[arg-type]
    assert said is not None
    assert exact is not None
    assert said.meets(exact)


@pytest.mark.parametrize(
    ("text", "unit", "qualifier", "expected"),
    [
        ("1200", "亿元", "over", (120_000_000_000, None)),
        ("[10, 50]", "%", "exact", (10, 50)),
        ("1/4", "", "exact", (25, 25)),
        ("500", "万元", "under", (0, 5_000_000)),
        ("2", "万家", "exact", (20_000, 20_000)),
        ("300", "家", "about", (270, 330)),
        ("3", "光年", "exact", None),
    ],
)
def test_value_unit_and_qualifier_make_an_interval(text: str, unit: str, qualifier: str, expected: tuple[int, int | None] | None) -> None:
    value = parse_value(text)
    assert value is not None
    said = interval(value, unit, Qualifier(qualifier), world.REGISTRY)
    bounds = None if expected is None else tuple(None if bound is None else Decimal(bound) for bound in expected)
    assert bounds == (None if said is None else (said.low, said.high))


def test_parts_and_wholes_are_registered_metrics_of_kindred_units() -> None:
    registry = Path(__file__).parent.parent / "content" / "registry"
    families = {entry["id"]: entry["unit_family"] for entry in yaml.safe_load((registry / "metrics.yaml").read_text("utf-8"))}
    pairs = yaml.safe_load((registry / "words" / "conflicts.yaml").read_text("utf-8"))["parts"]
    for pair in pairs:
        part, whole = (name.strip() for name in pair.split("<"))
        assert families[part] == families[whole], pair
    assert len(pairs) == len(set(pairs)) >= 30
