"""Whose each number is."""

from typing import Any

import pytest

from tests.extracted import PARK, claims_of, figures
from tests.named_articles import load_cases

CASES = load_cases("subjects")


@pytest.mark.parametrize("case", [pytest.param(case, id=case["label"]) for case in CASES])
def test_subjects(case: dict[str, Any], request: pytest.FixtureRequest) -> None:
    if case["origin"] == "known-failure":
        request.applymarker(pytest.mark.xfail(strict=True))
    assert figures(claims_of(case["text"], park=case.get("park", PARK)), "subject", "level", "park") == case["figures"]


def test_a_park_that_sounds_like_a_registered_one_keeps_its_own_id() -> None:
    registered, alike = claims_of("园区产值12亿元。"), claims_of("园区产值12亿元。", park="赵清高新区")
    assert registered[0].park == "zhaoqing-gaoxinqu"
    assert alike[0].park != registered[0].park
    assert alike[0].subject == "赵清高新区"
