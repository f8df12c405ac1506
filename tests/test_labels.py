"""What each number measures: sentences of many hands, and what must hold of every label."""

import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.extract.passage import BLANKS
from tests.extracted import claims_of, figures
from tests.named_articles import load_cases

CASES = load_cases("labels")
PIECES = (
    "园区",
    "企业",
    "达",
    "293家",
    "占全市",
    "的",
    "24%",
    "同比增长",
    "5.8%",
    "，",
    "、",
    "。",
    "“",
    "”",
    "（",
    "）",
    "分别为",
    "和",
    "由",
    "减至",
    "15份",
    "第4位",
    "位居",
)


@pytest.mark.parametrize("case", [pytest.param(case, id=case["label"]) for case in CASES])
def test_labels(case: dict[str, Any], request: pytest.FixtureRequest) -> None:
    if case["origin"] == "known-failure":
        request.applymarker(pytest.mark.xfail(strict=True))
    assert figures(claims_of(case["text"]), "label") == case["labels"]


@settings(max_examples=80, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_every_claim_has_a_label_and_its_proof(text: str) -> None:
    for claim in claims_of(text):
        quote = claim.evidence.quote
        assert claim.label
        assert not re.search(f"[{BLANKS}]", claim.label)
        assert quote == text[claim.evidence.start : claim.evidence.end]
