"""So, meant or expected."""

import pytest

from generator.extract import extract_page
from tests.extracted import PARK, extractor, figures, page_of
from tests.named_articles import article_of
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


@pytest.mark.parametrize(
    ("question", "answer", "told"),
    [
        ("记者：今年有哪些打算？", "就两件事：审定新品种90个，产业规模做到120亿元。", ["90个 2024 planned", "120亿元 2024 planned"]),
        ("今年怎么干", "实施重点项目126个，年度计划投资193亿元。", ["126个 2024 planned", "193亿元 2024 planned"]),
        ("记者：2024年有哪些打算？", "产业规模做到120亿元。", ["120亿元 2024 planned"]),
        ("记者：今年有哪些打算？", "目前，园区有企业47家，产值增长了12%。", ["47家 asof actual", "12% asof actual"]),
        ("记者：今年干得怎么样？", "审定新品种90个。", ["90个 asof actual"]),
    ],
)
def test_what_is_asked_for(question: str, answer: str, told: list[str]) -> None:
    """Under a question for plans, what is told without another time is planned, unless it is told of what is."""
    page = page_of(article_of("园区主任贺延川接受采访。", question, answer, park=PARK), published="2024-01")
    found = extract_page(page, extractor()).claims
    assert [row for row in figures(found, "period", "status") if "件" not in row] == told
