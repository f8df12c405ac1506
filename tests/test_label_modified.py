"""Cases of those of the counted that are so; each says where its text comes from."""

from typing import Any

import pytest

from tests.extracted import claims_of, figures
from tests.named_articles import load_cases

CASES = load_cases("labels_modified")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["label"])
def test_label_of_those_that_are_so(case: dict[str, Any], request: pytest.FixtureRequest) -> None:
    if case["origin"] == "known-failure":
        request.applymarker(pytest.mark.xfail(strict=True))
    assert figures(claims_of(case["text"], park="南通高新区"), "label") == case["labels"]
