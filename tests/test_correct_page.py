"""The page for editors: every example on it is right, or is told exactly what the page says that it is told."""

import re
from pathlib import Path

import pytest

from generator.correct.apply import correct
from generator.correct.load import load_corrections
from generator.read.corrections import apply_reading, find_unused
from tests import corrected_world as world

PAGE = (Path(__file__).parent.parent / "content" / "pages" / "correct.md").read_text("utf-8")
EXAMPLE = re.compile(r"文件 `([^`]+)`：\n\n```yaml\n(.*?)```(?:\n\n[^\n`]*[^`\n]*(?:`[^`\n]*`[^`\n]*)*：\n\n```text\n(.*?)```)?", re.DOTALL)
EXAMPLES = EXAMPLE.findall(PAGE)


def problems_of(path: str, text: str) -> list[str]:
    loaded = load_corrections([(path, text)], world.REGISTRY, parks=(world.DAWANG,), pages=(world.PAGE,))
    _, told = correct(world.FILES, loaded.sheets, world.REGISTRY, parks=(world.DAWANG,), pages=(world.READ_PAGE,))
    page, read = apply_reading(world.READ_PAGE, loaded.reading)
    return [problem.text() for problem in (*loaded.problems, *told, *read, *find_unused(loaded.reading, (page,)))]


@pytest.mark.parametrize(("path", "text", "expected"), EXAMPLES)
def test_an_example_is_told_what_the_page_says(path: str, text: str, expected: str) -> None:
    assert problems_of(path, text) == expected.splitlines()


def test_every_example_is_tried() -> None:
    assert PAGE.count("```yaml\n") == len(EXAMPLES) >= 15
    assert PAGE.count("```text\n") == sum(bool(expected) for _, _, expected in EXAMPLES) == 3


@pytest.mark.parametrize("word", ["set", "drop", "accept", "add", "name", "park", "merge", "date", "headline", "move", "split", "join"])
def test_every_kind_of_correction_has_an_example(word: str) -> None:
    assert any(re.search(rf"\b{word}:", text) for _, text, _ in EXAMPLES)
