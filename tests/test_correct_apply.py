"""Corrections laid over park files: case by case what the sheets show and what is told, and what no correction may ever do."""

from dataclasses import replace

import pytest
import yaml

from generator.correct.apply import correct, settled_facts
from generator.correct.fields import read_field
from generator.correct.load import load_corrections
from generator.model.sheet import ParkSheet
from tests import corrected_world as world
from tests.correction_cases import CorrectionCase, load_cases

PATH = "content/corrections/zhaoqing-gaoxinqu.yaml"
FORMER = replace(world.SHARE, id="f0rmer0000")


def apply(text: str) -> tuple[tuple[ParkSheet, ...], tuple[str, ...]]:
    loaded = load_corrections([(PATH, text)], world.REGISTRY, parks=(world.DAWANG,), pages=(world.PAGE,))
    known = {"parks": (world.DAWANG,), "unplaced": (world.CITY,), "former": (FORMER,), "pages": (world.READ_PAGE,)}
    sheets, problems = correct(world.FILES, loaded.sheets, world.REGISTRY, **known)  # type: ignore[arg-type]
    return sheets, tuple(problem.text() for problem in (*loaded.problems, *problems))


def describe(sheets: tuple[ParkSheet, ...]) -> list[str]:
    """Every difference between the sheets and what the machine found, a line each."""
    machine = {fact.id: fact.claim for file in world.FILES for fact in file.facts} | {world.CITY.id: world.CITY}
    shown = {sheet.park.id for sheet in sheets}
    lines = [f"{file.park.id} gone" for file in world.FILES if file.park.id not in shown]
    for sheet in sheets:
        park = sheet.park.id
        lines += [f"{park} park {change.field} {change.machine} -> {change.human} ({change.because})" for change in sheet.park_changes]
        lines += [f"{park} dropped {entry.fact.id} ({entry.because})" for entry in sheet.dropped]
        lines += _describe_names(sheet)
        for entry in sheet.facts:
            claim = entry.fact.claim
            head = f"{park} {claim.id}"
            lines += [f"{head} {change.field} {change.machine} -> {change.human} ({change.because})" for change in entry.changes]
            assert all(read_field(claim, change.field) == change.human for change in entry.changes)
            if entry.accepted:
                lines.append(f"{head} accepted ({entry.because})")
            if entry.source:
                evidence = claim.evidence
                where = f"{evidence.page}:{evidence.article}:{evidence.line} {evidence.quote}" if evidence.page else entry.source.url
                said = f"{claim.label} {claim.value.text()} {claim.unit} {claim.period} ({entry.because})"
                lines.append(" ".join(part for part in (f"{park} added {said}", entry.source.title, where) if part))
            elif machine[claim.id].review and not claim.review:
                lines.append(f"{head} review gone")
            if not entry.source and claim.subject != machine[claim.id].subject and "subject" not in {c.field for c in entry.changes}:
                lines.append(f"{head} subject is {claim.subject}")
    return lines


def _describe_names(sheet: ParkSheet) -> list[str]:
    """Every entry that a list has more or less than the machine found on any park, with its source for one that is new."""
    found = {(name.kind, name.name) for file in world.FILES for name in file.names if file.park.id == sheet.park.id}
    stands = {(name.kind, name.name): name for name in sheet.names}
    gone = [f"{sheet.park.id} list {kind} without {name}" for kind, name in found - stands.keys()]
    new = [
        f"{sheet.park.id} list {name.kind} with {name.name}"
        + (f" {name.detail}" if name.detail else "")
        + f" at {name.evidence.article or '-'}"
        for key, name in stands.items()
        if key not in found
    ]
    assert {name.evidence.article for name in sheet.names if name.evidence.article} <= set(sheet.articles)
    return gone + new


@pytest.mark.parametrize("case", load_cases("corrections_fact", "corrections_park", "corrections_name"), ids=lambda case: case.label)
def test_a_correction_does_this_and_tells_that(case: CorrectionCase) -> None:
    sheets, problems = apply(case.text)
    assert sorted(describe(sheets)) == sorted(case.sheets)
    assert list(problems) == list(case.problems)


def test_without_corrections_the_sheets_say_what_the_machine_says() -> None:
    sheets, problems = correct(world.FILES, (), world.REGISTRY)
    assert [tuple(entry.fact for entry in sheet.facts) for sheet in sheets] == [
        tuple(sorted(file.facts, key=lambda fact: fact.id)) for file in world.FILES
    ]
    assert not problems
    assert describe(sheets) == []


def test_an_added_fact_keeps_its_id_when_its_value_is_mended() -> None:
    entry = "- {{add: {{label: 面积, value: {}, period: asof, source: {{title: 简介, url: https://example.org/a}}}}, because: 甲}}"
    ids = [next(fact.fact.id for sheet in apply(entry.format(value))[0] for fact in sheet.facts if fact.source) for value in ("7", "8")]
    assert ids[0] == ids[1]


def test_who_has_spoken_settles() -> None:
    text = """
- {fact: 7yyq2n1c0h, accept: true, because: 核对}
- {fact: 3k2m9qxa7d, was: {value: 293}, set: {value: 294}, because: 核对}
"""
    sheet = next(sheet for sheet in apply(text)[0] if sheet.park.id == world.ZHAOQING.id)
    assert settled_facts(sheet) == {"7yyq2n1c0h", "3k2m9qxa7d"}


def test_the_order_of_files_and_corrections_is_irrelevant_to_the_sheets() -> None:
    texts = [f"- {{fact: {fact}, drop: true, because: 甲}}\n" for fact in ("3k2m9qxa7d", "9xk2m0aa4e")]
    assert apply("".join(texts))[0] == apply("".join(reversed(texts)))[0]


def test_cases_are_yaml_that_hands_could_write() -> None:
    for case in load_cases("corrections_fact", "corrections_park", "corrections_name"):
        assert isinstance(yaml.safe_load(case.text), list)
