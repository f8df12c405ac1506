"""Corrections of a page's reading, case by case; and that none loses a character of the page."""

from collections import Counter

import pytest

from generator.correct.load import load_corrections
from generator.model.article import Page
from generator.model.correction import ReadingCorrection
from generator.read.corrections import apply_reading, find_unused
from tests import corrected_world as world
from tests.correction_cases import CorrectionCase, load_cases

PATH = "content/corrections/articles.yaml"
CASES = load_cases("corrections_reading")


def load(text: str) -> tuple[ReadingCorrection, ...]:
    loaded = load_corrections([(PATH, text)], world.REGISTRY, pages=(world.PAGE,))
    assert not loaded.problems
    return loaded.reading


def describe(page: Page) -> list[str]:
    """Every difference between the page and the one that was read, a line each."""
    before, lines = world.READ_PAGE, []
    if page.published != before.published:
        assert not page.published.inferred
        lines.append(f"date {page.published.value} {page.published.precision} by hand ({page.published.how})")
    lines += [f"{field} {getattr(page, field)}" for field in ("newspaper", "edition") if getattr(page, field)]
    lines += [f"furniture +{piece.text}" for piece in page.furniture if piece.text not in {old.text for old in before.furniture}]
    lines += [f"furniture -{piece.text}" for piece in before.furniture if piece.text not in {new.text for new in page.furniture}]
    read, kept = {article.id: article for article in before.articles}, {article.id for article in page.articles}
    lines += [f"{name} gone" for name in read if name not in kept]
    for article in page.articles:
        old, name = read.get(article.id, read["000-1"]), article.id
        begins = "/".join(paragraph.text[:5] for paragraph in article.paragraphs)
        if name not in read:
            lines.append(f"{name} new {begins}")
        elif article.paragraphs != old.paragraphs:
            lines.append(f"{name} paragraphs {begins}")
        if article.headline and article.headline != old.headline:
            line = article.headline.line_at(0)
            lines.append(f"{name} headline {article.headline.text}" + (f" (line {line})" if line == 83 else ""))
        if name in read and article.byline != old.byline:
            lines.append(f"{name} byline {'、'.join(article.byline)}")
        if article.parks != old.parks:
            lines.append(f"{name} parks {'、'.join(article.parks)}")
        if article.kind != old.kind:
            lines.append(f"{name} kind {article.kind}")
    return lines


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.label)
def test_a_correction_does_this_and_tells_that(case: CorrectionCase) -> None:
    corrections = load(case.text)
    page, problems = apply_reading(world.READ_PAGE, corrections)
    assert sorted(describe(page)) == sorted(case.sheets)
    assert [problem.text() for problem in (*problems, *find_unused(corrections, (page,)))] == list(case.problems)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.label)
def test_no_character_is_lost(case: CorrectionCase) -> None:
    page, _ = apply_reading(world.READ_PAGE, load(case.text))
    assert not _characters(world.READ_PAGE) - _characters(page)


def _characters(page: Page) -> Counter[str]:
    pieces = [piece for one in page.articles for piece in (*((one.headline,) if one.headline else ()), *one.deck, *one.paragraphs)]
    return Counter("".join(piece.text for piece in (*pieces, *page.furniture)))


def test_corrections_of_other_pages_are_passed_over() -> None:
    corrections = load("- {article: 007-1, set: {headline: 甲}, because: 乙}")
    assert apply_reading(world.READ_PAGE, corrections) == (world.READ_PAGE, ())
