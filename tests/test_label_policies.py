"""Labels of what a policy gives: to whom, what, the limit, the share, the years and the threshold of it."""

from typing import Any

import pytest

from tests.extracted import claims_of, figures
from tests.named_articles import load_cases

CASES = load_cases("labels_policies")


@pytest.mark.parametrize("case", [pytest.param(case, id=case["label"]) for case in CASES])
def test_label_of_policy(case: dict[str, Any], request: pytest.FixtureRequest) -> None:
    if case["origin"] == "known-failure":
        request.applymarker(pytest.mark.xfail(strict=True))
    assert figures(claims_of(case["text"], park="南通高新区"), "label") == case["labels"]
