"""Stretches of articles with every figure annotated: what is read right of each is held as a floor, apart from the layout of pages."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator import pipeline
from generator.evaluate import Figures

ROOT = Path(__file__).resolve().parent.parent
# file: (found recall, found precision, usable F1, usable precision)
FLOORS = {"trades": (0.99, 0.98, 0.82, 0.83), "services": (0.99, 0.99, 0.75, 0.8)}
USUAL = {"level": "park", "subject": None, "kind": "level", "status": "actual", "qualifier": "exact", "core": True}
HEAD = 6  # lines before the first paragraph


def page_of(passage: dict[str, Any]) -> str:
    """The passage as a small page: its date, its headline, a byline, its paragraphs."""
    year, month, day = passage["date"].split("-")
    lines = [f"{year}年{int(month)}月{int(day)}日", "", passage["headline"], "", "□ 本报记者 秦晓川", ""]
    assert len(lines) == HEAD
    return "\n".join([*lines, *(f"　　{paragraph}" for paragraph in passage["paragraphs"]), ""])


def gold_of(passage: dict[str, Any]) -> dict[str, Any]:
    """What is right of that page."""
    name, park = passage["id"], passage["park"]
    article = {
        "id": name, "kind": "report", "headline": passage["headline"], "deck": [], "byline": ["秦晓川"], "parks": [park],
        "headline_lines": [[3, 3]], "body": [[HEAD + 1, HEAD + len(passage["paragraphs"])]],
    }  # fmt: skip
    facts = [{**USUAL, "park": park, **fact, "article": name} for fact in passage["facts"]]
    published = {"value": passage["date"], "how": "given"}
    return {"seed": f"{name}.txt", "published": published, "articles": [article], "facts": facts, "lists": {}}


@pytest.fixture(scope="module")
def knowledge() -> pipeline.Knowledge:
    return pipeline.load_knowledge(pipeline.Project(ROOT))


def measured(name: str, folder: Path, knowledge: pipeline.Knowledge) -> Figures:
    """The yardstick on all passages of a file, written as pages to `folder`."""
    for passage in yaml.safe_load((ROOT / "tests" / "passages" / f"{name}.yaml").read_text("utf-8")):
        (folder / f"{passage['id']}.txt").write_text(page_of(passage), "utf-8")
        (folder / f"{passage['id']}.yaml").write_text(yaml.safe_dump(gold_of(passage), allow_unicode=True), "utf-8")
    return pipeline.measure(pipeline.Project(ROOT), knowledge, folder)


@pytest.mark.parametrize("name", FLOORS)
def test_the_figures_reached_are_held(name: str, tmp_path: Path, knowledge: pipeline.Knowledge) -> None:
    figures = measured(name, tmp_path, knowledge)
    assert figures.pages == 50
    values = (figures.found.recall, figures.found.precision, figures.usable.f1, figures.usable.precision)
    assert [(floor, value) for floor, value in zip(FLOORS[name], values, strict=True) if value < floor] == []
