"""What a person once checked is never lost and never slips on to another number, whatever becomes of the rules of extraction."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.correct.apply import correct
from generator.correct.fields import read_field
from generator.correct.load import load_corrections
from generator.correct.stub import correction_stub
from generator.model.claim import Claim, Status
from generator.model.fact_id import fact_id
from generator.model.problem import Severity
from generator.model.sheet import Fact, ParkFile, ParkSheet
from tests import corrected_world as world

COUNT = 40
PATH = "content/corrections/zhaoqing-gaoxinqu.yaml"


def _claims() -> tuple[Claim, ...]:
    """Forty figures, many of one number: 7 stands for several things on this page."""
    numbers = [str(7 + number % 9) for number in range(COUNT)]
    return tuple(
        world.claim(
            fact_id(world.PAGE, f"第{number}句有{value}家。", "0"), world.ZHAOQING.id, "肇庆高新区", f"指标{number}", value, "家",
            quote=f"第{number}句有{value}家"
        )
        for number, value in enumerate(numbers)
    )  # fmt: skip


def _file(claims: tuple[Claim, ...]) -> tuple[ParkFile, ...]:
    return (ParkFile(world.ZHAOQING, tuple(Fact(claim) for claim in claims), (), (), (), ("000-1",)),)


CLAIMS = _claims()
KINDS = ("set", "drop", "accept", "move", "period")


def _correction(number: int, claim: Claim) -> str:
    """A correction by its stub, as a person would fill it in."""
    stub = correction_stub(Fact(claim), world.ZHAOQING.id).replace("because:", f"because: 依据{number}")
    line = f"  set: {{value: {claim.value.text()}}}\n"
    assert line in stub
    done = {
        "set": "  set: {value: 1000}\n",
        "drop": "  drop: true\n",
        "accept": "  accept: true\n",
        "move": "  set: {park: kunming-gaoxinqu}\n",
        "period": "  set: {period: 2024}\n",
    }[KINDS[number % len(KINDS)]]
    return stub.replace(line, done)


TEXT = "\n".join(_correction(number, claim) for number, claim in enumerate(CLAIMS))
CORRECTIONS = load_corrections([(PATH, TEXT)], world.REGISTRY)


def outcome(sheets: tuple[ParkSheet, ...]) -> dict[str, str]:
    """What became of each fact: its reason, and what its fields are but for the label."""
    done = {entry.fact.id: f"dropped {entry.because}" for sheet in sheets for entry in sheet.dropped}
    for sheet in sheets:
        for entry in sheet.facts:
            said = [entry.because, *(f"{change.field}={change.human} {change.because}" for change in entry.changes)]
            fields = [read_field(entry.fact.claim, name) for name in ("value", "unit", "period", "park")]
            done[entry.fact.id] = f"{sheet.park.id} {said} {fields}"
    return done


def test_stubs_filled_in_are_right_the_first_time() -> None:
    assert not CORRECTIONS.problems
    assert len(CORRECTIONS.sheets) == COUNT


@settings(max_examples=30, deadline=None)
@given(st.permutations(range(COUNT)), st.integers(0, 2**32))
def test_after_the_labels_of_all_facts_changed_every_correction_holds(order: list[int], salt: int) -> None:
    """Another extractor: every label is another one's, metrics are gone, the facts come in another order."""
    before, told = correct(_file(CLAIMS), CORRECTIONS.sheets, world.REGISTRY)
    assert not told
    shuffled = tuple(replace(CLAIMS[at], label=f"{CLAIMS[other].label}{salt % 7}", metric=None) for at, other in enumerate(order))
    after, problems = correct(_file(tuple(shuffled[at] for at in order)), CORRECTIONS.sheets, world.REGISTRY)
    assert outcome(after) == outcome(before)
    assert len(outcome(after)) == COUNT
    assert not problems


@settings(max_examples=30, deadline=None)
@given(st.permutations(range(COUNT)))
def test_after_the_values_were_swapped_no_correction_is_put_on_another_number(order: list[int]) -> None:
    """A broken extractor that gives facts other facts' numbers: each correction is told to be stale, or its number is as it was."""
    swapped = tuple(replace(claim, value=CLAIMS[order[at]].value) for at, claim in enumerate(CLAIMS))
    sheets, problems = correct(_file(swapped), CORRECTIONS.sheets, world.REGISTRY)
    stale = {problem.line for problem in problems if problem.severity is Severity.ERROR}
    lines = [number for number, line in enumerate(TEXT.splitlines(), 1) if line.startswith("- fact: ")]
    for number, line in enumerate(lines):
        assert (swapped[number].value != CLAIMS[number].value) == (line + 1 in stale), number
    assert len(outcome(sheets)) == COUNT


@settings(max_examples=30, deadline=None)
@given(st.sets(st.integers(0, COUNT - 1), max_size=10))
def test_a_fact_that_is_gone_is_told_and_no_other_one_changes(gone: set[int]) -> None:
    """Facts that the extractor does not find any more: one error for each correction of them, nothing else."""
    before, _ = correct(_file(CLAIMS), CORRECTIONS.sheets, world.REGISTRY)
    left = tuple(claim for number, claim in enumerate(CLAIMS) if number not in gone)
    after, problems = correct(_file(left), CORRECTIONS.sheets, world.REGISTRY)
    assert [problem.code for problem in problems] == ["fact-gone"] * len(gone)
    names = {claim.id for claim in left}
    assert outcome(after) == {name: said for name, said in outcome(before).items() if name in names}


@pytest.mark.parametrize("number", range(0, COUNT, 7))
def test_a_fact_whose_sentence_is_read_otherwise_is_proposed_with_the_stub(number: int) -> None:
    """A sentence read with one character more has another id: its fact is proposed, ready to paste."""
    claim = CLAIMS[number]
    new = replace(claim, id=fact_id(world.PAGE, f"今年，第{number}句有{claim.value.text()}家。", "0"))
    rest = tuple(other for other in CLAIMS if other is not claim)
    _, problems = correct(_file((*rest, new)), CORRECTIONS.sheets, world.REGISTRY)
    (problem,) = problems
    stub = problem.hint.partition("replace the correction by: ")[2]
    loaded = load_corrections([(PATH, stub)], world.REGISTRY)
    assert not loaded.problems
    sheets, told = correct(_file((*rest, new)), loaded.sheets, world.REGISTRY)
    assert not told
    assert f"依据{number}" in outcome(sheets)[new.id]


def test_a_status_that_was_not_guarded_does_not_matter() -> None:
    changed = tuple(replace(claim, status=Status.PLANNED) for claim in CLAIMS)
    assert not correct(_file(changed), CORRECTIONS.sheets, world.REGISTRY)[1]
