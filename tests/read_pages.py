"""Reads pages for the tests with the project's own registry."""

from functools import cache
from pathlib import Path

from generator.model.article import Page, Paragraph
from generator.model.problem import Problem
from generator.read import read_page
from generator.read.tools import Knowledge, know
from generator.registry.park_finder import ParkFinder
from tests.registry_files import ROOT, project_registry

ANNOTATED = (
    *("000", "001", "002", "003", "004", "x1", "x2", "y1", "y2", "y3", "z1", "z2", "z3"),
    *("u1", "u2", "w1", "w2", "w3", "v1", "v3", "v4", "v5"),
    *("q1", "s1", "s3", "t1", "t2"),
)
SEEDS = ROOT / "seeds"
GOLD = ROOT / "tests" / "gold"


@cache
def finder() -> ParkFinder:
    """The park finder, built once."""
    return ParkFinder(project_registry())


@cache
def knowledge() -> Knowledge:
    """What reading knows, built once."""
    return know(project_registry(), finder())


def read_bytes(name: str, raw: bytes) -> tuple[Page | None, tuple[Problem, ...]]:
    """A page and its problems."""
    return read_page(name, raw, project_registry(), finder())


def read_text(text: str) -> Page:
    """A page that must be readable."""
    page, problems = read_bytes("page.txt", text.encode("utf-8"))
    assert page is not None, problems
    return page


def page_file(name: str) -> Path:
    """The text of an annotated page, by its seed's number or its name."""
    found = sorted(SEEDS.glob(f"{name}_*.txt")) or [GOLD / f"{name}.txt"]
    return found[0]


def pieces(page: Page) -> tuple[Paragraph, ...]:
    """Every piece of text that a page holds, each once."""
    found: list[Paragraph] = list(page.furniture)
    for article in page.articles:
        found += [article.headline] if article.headline else []
        found += [*article.deck, *article.bylines, *article.paragraphs, *article.captions]
    return tuple(found)
