"""Labels of counts: classes of what was told before, things with a size of their own, parts and their whole."""

from typing import Any

import pytest

from tests.extracted import claims_of, figures
from tests.named_articles import load_cases

CASES = load_cases("labels_counts")


@pytest.mark.parametrize("case", [pytest.param(case, id=case["label"]) for case in CASES])
def test_label_of_count(case: dict[str, Any], request: pytest.FixtureRequest) -> None:
    if case["origin"] == "known-failure":
        request.applymarker(pytest.mark.xfail(strict=True))
    assert figures(claims_of(case["text"], park="南通高新区"), "label") == case["labels"]
