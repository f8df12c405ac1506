"""What became of the facts, and why: each cause by an example."""

import json
from dataclasses import replace

import pytest

from generator.correct.apply import correct
from generator.correct.diff import Cause, Causes, Fate, diff_facts
from generator.correct.diff_text import render_diff
from generator.correct.load import load_corrections
from generator.model.claim import Claim
from generator.model.sheet import Fact, ParkFile, ParkSheet
from tests import corrected_world as world


def files(*claims: Claim) -> tuple[ParkFile, ...]:
    return (ParkFile(world.ZHAOQING, tuple(Fact(claim) for claim in claims), (), (), (), ()),)


def sheets(text: str, *claims: Claim) -> tuple[ParkSheet, ...]:
    loaded = load_corrections([("content/corrections/zhaoqing-gaoxinqu.yaml", text)], world.REGISTRY)
    assert not loaded.problems
    return correct(files(*claims), loaded.sheets, world.REGISTRY)[0]


RULES = Causes(rules_changed=True)
RELABELLED = replace(world.FIRMS, label="高企")


@pytest.mark.parametrize(
    ("before", "after", "causes", "expected"),
    [
        ((), (world.FIRMS,), Causes(new_pages=frozenset({world.PAGE}), rules_changed=True), ("page", "added")),
        ((world.FIRMS,), (), Causes(gone_pages=frozenset({world.PAGE})), ("page", "gone")),
        ((world.FIRMS,), (RELABELLED,), Causes(changed_pages=frozenset({world.PAGE}), rules_changed=True), ("page", "changed")),
        ((world.FIRMS,), (RELABELLED,), RULES, ("rule", "changed")),
        ((world.FIRMS,), (), RULES, ("rule", "gone")),
        ((world.FIRMS,), (RELABELLED,), Causes(registry_changed=True), ("registry", "changed")),
        ((world.FIRMS,), (RELABELLED,), Causes(registry_changed=True, rules_changed=True), ("rule", "changed")),
        ((world.FIRMS,), (replace(world.FIRMS, metric=None),), Causes(registry_changed=True, rules_changed=True), ("registry", "changed")),
        ((world.FIRMS,), (RELABELLED,), Causes(corrections_changed=frozenset({"articles"})), ("correction", "changed")),
        ((world.FIRMS,), (replace(world.FIRMS, review="unsure"),), RULES, ("rule", "changed")),
    ],
)
def test_a_cause_for_every_change(before: tuple[Claim, ...], after: tuple[Claim, ...], causes: Causes, expected: tuple[str, str]) -> None:
    (change,) = diff_facts(files(*before), files(*after), causes).changes
    assert (change.cause, change.fate) == expected


@pytest.mark.parametrize(
    ("text", "fate", "fields"),
    [
        ("- {fact: 3k2m9qxa7d, was: {value: 293}, set: {value: 294}, because: 甲}", Fate.CHANGED, ["value"]),
        ("- {fact: 3k2m9qxa7d, drop: true, because: 甲}", Fate.GONE, []),
        ("- {add: {label: 面积, value: 7, period: asof, source: {title: 简介, url: https://example.org/a}}, because: 甲}", Fate.ADDED, []),
        ("- {fact: 3k2m9qxa7d, set: {park: kunming-gaoxinqu}, because: 甲}", Fate.CHANGED, ["subject", "park"]),
    ],
)
def test_a_correction_is_a_cause_of_its_own_even_beside_new_rules(text: str, fate: Fate, fields: list[str]) -> None:
    before, after = sheets("", world.FIRMS, world.SHARE), sheets(text, world.FIRMS, world.SHARE)
    machine = files(world.FIRMS, world.SHARE)
    (change,) = diff_facts(machine, machine, RULES, sheets_before=before, sheets_after=after).changes
    assert (change.cause, change.fate, [field.field for field in change.fields]) == (Cause.CORRECTION, fate, fields)


DIFF = diff_facts(
    files(world.FIRMS, world.SHARE), files(RELABELLED, world.OUTPUT, world.SHARE), Causes(new_pages=frozenset(), rules_changed=True)
)


def test_the_diff_for_people() -> None:
    assert render_diff(DIFF, "text").splitlines() == [
        "1 added, 0 gone, 1 changed, 1 unchanged",
        "",
        "Rules:",
        "  + 7yyq2n1c0h zhaoqing-gaoxinqu: 规模以上工业总产值 1200亿元 (2021/2025) “规模以上工业总产值突破1200亿元”",
        "  ~ 3k2m9qxa7d zhaoqing-gaoxinqu: 高企 293家 (2025) [label: 高新技术企业 → 高企] “高新技术企业达293家”",
    ]


def test_the_diff_for_a_pull_request_is_a_table_that_nothing_breaks() -> None:
    nasty = replace(world.FIRMS, label="a|b <b>`*", evidence=replace(world.FIRMS.evidence, quote="x | y\nz"))
    text = render_diff(diff_facts(files(world.FIRMS), files(nasty), RULES), "markdown")
    rows = [line for line in text.splitlines() if line.startswith("|")]
    assert {row.count("|") for row in rows} == {7}
    assert "<b>" not in text
    assert "<details><summary>Rules: 1</summary>" in text


def test_the_diff_for_programs() -> None:
    record = json.loads(render_diff(DIFF, "json"))
    assert record["unchanged"] == 1
    assert [change["fate"] for change in record["changes"]] == ["added", "changed"]
    assert record["changes"][1]["fields"] == {"label": ["高新技术企业", "高企"]}
