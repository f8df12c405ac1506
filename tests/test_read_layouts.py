"""Where bylines, headlines, picture stories and round-ups stand on a page: small pages, each read as a whole."""

import re

import pytest
import yaml

from generator.model.article import Article
from tests.read_pages import read_text
from tests.registry_files import ROOT

CASES = yaml.safe_load((ROOT / "tests" / "cases" / "read_layouts.yaml").read_text("utf-8"))


def seen(article: Article) -> dict[str, object]:
    """What a case tells of an article."""
    return {
        "headline": article.headline.text if article.headline else None,
        "deck": [line.text for line in article.deck],
        "byline": list(article.byline),
        "parks": list(article.parks),
        "kind": article.kind.value,
    }


def test_no_label_twice() -> None:
    assert len({case["label"] for case in CASES}) == len(CASES)


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["label"]))
def test_layout(case: dict[str, object]) -> None:
    wanted = case["articles"]
    assert isinstance(wanted, list)
    paragraphs = [article.pop("paragraph", "") for article in [dict(one) for one in wanted]]
    page = read_text(str(case["text"]))
    assert [seen(article) for article in page.articles] == [{key: one[key] for key in one if key != "paragraph"} for one in wanted]
    for article, said in zip(page.articles, paragraphs, strict=True):
        assert said in re.sub(r"\s", "", "\n".join(one.text for one in article.paragraphs))


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["label"]))
def test_blank_lines_change_nothing(case: dict[str, object]) -> None:
    """A blank line more after every line: the page says the same."""
    wider = re.sub(r"\n\n", "\n\n\n\n", str(case["text"]))
    assert [seen(article) for article in read_text(wider).articles] == [seen(article) for article in read_text(str(case["text"])).articles]
