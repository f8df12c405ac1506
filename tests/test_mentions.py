"""Whom a text names: cases, and what must hold of any text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.extract.mentions.boundaries import find_limit
from generator.extract.mentions.word_table import word_table
from generator.extract.tokens import MentionKind
from tests.named_articles import article_of, gold_page, load_cases, mention_finder

CASES = load_cases("mentions")
PIECES = (
    *("肇庆高新区", "该区", "与", "由", "的", "天津朗越汽车部件有限公司", "（以下简称朗越）", "实验室"),
    *("“", "”", "、", "，", "。", "总经理", "裴庆文", "说", "西江"),
)


def _shown(text: str) -> list[str]:
    """Every mention but places as `kind text`, with `= name` where the name is another."""
    article = article_of(text)
    named = [mention for mention in mention_finder().find_all(article).paragraphs[0] if mention.kind is not MentionKind.PLACE]
    return [f"{m.kind.value} {m.text}" + (f" = {m.name}" if m.name not in ("", m.text) else "") for m in named]


@pytest.mark.parametrize("case", [pytest.param(case, id=case["label"]) for case in CASES])
def test_cases(case: dict[str, object]) -> None:
    if case["origin"] == "known-failure":
        pytest.xfail("known failure")
    kinds = ("company", "institution", "project", "person", *(("park", "stand_in") if case.get("all") else ()))
    assert [line for line in _shown(str(case["text"])) if line.startswith(kinds)] == case["mentions"]


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
@settings(max_examples=200, deadline=None)
def test_mentions_stand_where_they_say_and_never_overlap(text: str) -> None:
    last = 0
    for mention in mention_finder().find_all(article_of(text)).paragraphs[0]:
        assert last <= mention.start < mention.end
        assert text[mention.start : mention.end] == mention.text
        last = mention.end


def test_a_short_name_explained_in_one_paragraph_is_known_in_the_next() -> None:
    article = article_of("天津海润新材料有限公司（以下简称海润新材）去年扩产。", "海润新材今年再投1亿元。")
    assert [mention.name for mention in mention_finder().find_all(article).paragraphs[1]] == ["天津海润新材料有限公司"]


def test_a_sub_park_is_an_institution_unless_the_article_is_about_it() -> None:
    text = "白鹭湾智能农机产业园迎来首场签约。"
    assert mention_finder().find_all(article_of(text, park="白鹭湾智能农机产业园")).paragraphs[0][0].kind is MentionKind.PARK
    assert mention_finder().find_all(article_of(text, park="洛阳高新区")).paragraphs[0][0].kind is MentionKind.INSTITUTION


def test_one_article_leaves_nothing_behind_for_the_next() -> None:
    articles = gold_page("x1")[1]
    before = mention_finder().find_all(articles[0])
    mention_finder().find_all(articles[1])
    assert mention_finder().find_all(articles[0]) == before


@given(st.text("“”()（）、，实验室的 a", max_size=40), st.integers(0, 40))
def test_the_limit_of_a_name_is_never_right_of_its_ending(text: str, end: int) -> None:
    assert 0 <= find_limit(text, min(end, len(text))) <= min(end, len(text))


@given(st.lists(st.text("公司法人集团", min_size=1, max_size=4), max_size=8), st.text("公司法人集团x", max_size=20))
def test_a_table_finds_the_longest_word_at_each_place(words: list[str], text: str) -> None:
    found, at = [], 0
    while at < len(text):
        best = max((word for word in words if text.startswith(word, at)), key=len, default="")
        found += [(at, at + len(best), best)] if best else []
        at += len(best) or 1
    assert list(word_table(words).scan(text)) == found
