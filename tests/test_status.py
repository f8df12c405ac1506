"""So, meant or expected."""

import pytest

from tests.number_words import Case, load_cases, printed, read

CASES = load_cases("status")


@pytest.mark.parametrize("case", CASES, ids=[case.label for case in CASES])
def test_case(case: Case, request: pytest.FixtureRequest) -> None:
    """Each figure of the text has the status that its words give it."""
    if case.origin == "known-failure":
        request.applymarker(pytest.mark.xfail(strict=True))
    found = read(case.text, case.published)
    rows = [f"{printed(case.text, q)} = {s.status.value}" for q, s in zip(found.quantities, found.statuses, strict=True)]
    assert rows == case.expected["statuses"]
