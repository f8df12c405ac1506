"""Reading pages that a damager has made of clean articles: what it broke must be whole again."""

import re
from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.model.article import Page
from generator.read.lines import read_lines
from tests.damager import DAMAGE, Damaged, Outcome, damaged_page, judge, load_clean, three_of
from tests.read_pages import knowledge, pieces, read_text

CLEAN = load_clean()
PAGES = 40
ALONE, THREE = 0.95, 0.85
# Between whole paragraphs no sentence says where a stretch belongs, only what it speaks of.
HARDER = {"tails_together": 0.88}


def a_page(seed: int, kinds: tuple[int, ...]) -> Damaged:
    return damaged_page(CLEAN, [DAMAGE[kind] for kind in kinds], seed)


def outcomes(seed: int, kinds: tuple[int, ...]) -> tuple[Outcome, ...]:
    page = a_page(seed, kinds)
    return judge(page, read_text(page.text))


def share_whole(found: list[Outcome]) -> float:
    return sum(outcome.whole for outcome in found) / len(found)


def test_there_are_clean_articles_of_many_parks() -> None:
    assert len(CLEAN) >= 12
    assert len({park for article in CLEAN for park in article.parks}) >= 12


def test_undamaged_pages_are_read_right() -> None:
    assert all(outcome.right for seed in range(PAGES) for outcome in outcomes(seed, ()))


@pytest.mark.parametrize("kind", range(len(DAMAGE)), ids=[kind.__name__ for kind in DAMAGE])
def test_one_kind_of_damage(kind: int) -> None:
    found = [outcome for seed in range(PAGES) for outcome in outcomes(seed, (kind,))]
    assert share_whole(found) >= HARDER.get(DAMAGE[kind].__name__, ALONE)


@pytest.mark.slow
def test_three_kinds_at_once() -> None:
    chosen = [(seed, three_of(len(DAMAGE), seed)) for seed in range(4 * PAGES)]
    found = [outcome for seed, kinds in chosen for outcome in outcomes(seed, kinds)]
    assert share_whole(found) >= THREE


KINDS = st.lists(st.integers(0, len(DAMAGE) - 1), unique=True, max_size=4).map(tuple)


def left_out(page: Page) -> Counter[str]:
    """The letters of words that a column's break printed twice; the page's repairs say so."""
    dropped = [letters(repair.before) - letters(repair.after) for repair in page.repairs if repair.rule == "drop_repeated_word"]
    return sum(dropped, Counter())


def letters(text: str) -> Counter[str]:
    return Counter(re.sub(r"\s", "", text))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 10**6), KINDS)
def test_no_character_is_lost_or_made(seed: int, kinds: tuple[int, ...]) -> None:
    text = a_page(seed, kinds).text
    repaired = "".join(line.text for line in read_lines(text, knowledge().shapes).lines)
    page = read_text(text)
    assert letters("".join(piece.text for piece in pieces(page))) + left_out(page) == letters(repaired)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 10**6), KINDS)
def test_every_line_is_read_once(seed: int, kinds: tuple[int, ...]) -> None:
    text = a_page(seed, kinds).text
    page = read_text(text)
    repeated = {repair.line for repair in page.repairs if repair.rule == "drop_repeated_line"}
    printed = {number for number, line in enumerate(text.split("\n"), 1) if line.strip()} - repeated
    assert {run.line for piece in pieces(page) for run in piece.runs} == printed


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.text(alphabet="高新区本报讯（记者）◎“”：。，、 2024年图为摄园镜头\x1b\u202e<{%|", max_size=30), max_size=30))
def test_any_lines_can_be_read(lines: list[str]) -> None:
    text = "开发区\n" + "\n".join(lines)
    repaired = "".join(line.text for line in read_lines(text, knowledge().shapes).lines)
    page = read_text(text)
    assert letters("".join(piece.text for piece in pieces(page))) + left_out(page) == letters(repaired)
