"""Numbers with units, kinds and degrees: cases, the annotated pages, and what must hold of any text."""

from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.extract.ledger import unexplained
from generator.extract.quantities.reasons import MEANINGS, Reason
from generator.extract.tokens import Quantity, Turn
from tests.number_words import ROOT, Case, load_cases, printed, read

CASES = load_cases("quantities")
GOLD = ("000", "001", "002", "003", "004", "x1", "x2")
PIECES = (
    "肇庆高新区",
    "近",
    "超",
    "约",
    "第",
    "前",
    "293",
    "1.2",
    "1,286",
    "万",
    "亿",
    "千",
    "百",
    "三",
    "两",
    "半",
    "十",
    "家",
    "个",
    "%",
    "成",
    "倍",
    "亿元",
    "平方公里",
    "年",
    "月",
    "日",
    "增长",
    "下降",
    "由",
    "从",
    "至",
    "到",
    "分之",
    "，",
    "、",
    "。",
    "“",
    "”",
    "（",
    "）",
    "位居",
    "以上",
    "多",
    "余",
    "一体化",
    "之一",
    "翻",
    "番",
    "5G",
    "-",
    "/",
    "零",
    " ",
    "强",
)
pieces = st.lists(st.sampled_from(PIECES), max_size=24).map("".join)


def row(text: str, quantity: Quantity) -> str:
    """A quantity as the case files write it."""
    parts = [
        printed(text, quantity),
        "=",
        quantity.value.text().replace(" ", ""),
        quantity.unit or "-",
        quantity.kind.value,
        quantity.qualifier.value,
    ]
    if quantity.turn is not Turn.NONE:
        parts.append(quantity.turn.value)
    if quantity.group >= 0:
        parts.append(f"list{quantity.group}.{quantity.place}")
    return " ".join(parts)


@pytest.mark.parametrize("case", CASES, ids=[case.label for case in CASES])
def test_case(case: Case, request: pytest.FixtureRequest) -> None:
    """Every number of the sentence is found as a careful reader would write it down, and every other numeral has its reason."""
    if case.origin == "known-failure":
        request.applymarker(pytest.mark.xfail(strict=True))
    found = read(case.text)
    assert [row(case.text, q) for q in found.quantities] == case.expected["figures"]
    assert [f"{case.text[n.start : n.end]} {n.reason}" for n in found.numerals] == case.expected["others"]


def _facts() -> list[tuple[str, str, str]]:
    """Quote, value and unit of every fact of the annotated pages."""
    rows = []
    for name in GOLD:
        path: Path = ROOT / "tests/gold" / f"{name}.yaml"
        for fact in yaml.safe_load(path.read_text("utf-8"))["facts"]:
            value = "[" + ", ".join(map(str, fact["value"])) + "]" if isinstance(fact["value"], list) else str(fact["value"])
            rows.append((fact["quote"], value, fact["unit"] or ""))
    return rows


def test_annotated_quotes() -> None:
    """Of the annotated facts' quotes, read alone, at least 97 in 100 hold the number and unit that people wrote down."""
    facts = _facts()
    right = sum((value, unit) in {(q.value.text(), q.unit) for q in read(quote).quantities} for quote, value, unit in facts)
    assert right / len(facts) >= 0.97


def test_reasons_are_documented() -> None:
    """Each reason has one meaning, and each meaning a reason."""
    assert [reason for reason, _ in MEANINGS] == list(Reason)


@given(pieces)
@settings(max_examples=300, deadline=None)
def test_nothing_is_unexplained(text: str) -> None:
    """Every numeral of any text has its place or its reason; spans are in order and do not overlap; reading twice is reading once."""
    first, again = read(text), read(text)
    assert first == again
    assert not unexplained(text, first.quantities, first.numerals)
    spans = sorted([(q.start, q.end) for q in first.quantities] + [(n.start, n.end) for n in first.numerals])
    assert all(start < end for start, end in spans)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
    assert all(q.head <= q.start < q.end <= q.tail <= len(text) for q in first.quantities)


@given(st.integers(1, 99_999), st.sampled_from(["家", "项", "万元", "亿元", "%", "平方公里", "人次"]))
@settings(deadline=None)
def test_any_number_is_read(number: int, unit: str) -> None:
    """A plain count is read back, with or without thousands separators."""
    for written in (str(number), f"{number:,}"):
        found = read(f"园区现有各类主体{written}{unit}。").quantities
        assert [(q.value.text(), q.unit) for q in found] == [(str(number), unit)]
