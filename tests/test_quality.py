"""The figures reached on the annotated pages, held as a floor: a change of the rules may raise them, never lower them unseen.

The pages are kept in groups by who wrote them and when. Each was measured once before anything was learnt from it (README, “How well it
reads”). Those of the last group came when the rules stood and are kept aside: what they lose against the others is what other pages lose.
"""

from pathlib import Path

import pytest

from generator import pipeline
from generator.evaluate import Figures
from generator.extract import extract_page

ROOT = Path(__file__).resolve().parent.parent
SEEDS, GRAIN = ("000", "001", "002", "003", "004"), ("x1", "x2")
LEARNT = ("u1", "u2", "w1", "w2", "w3", "y1", "y2", "y3", "z1", "z2", "z3")
NATURAL = ("s1", "s2", "s3", "s4", "t1", "t2", "v1", "v2", "v3", "v4", "v5")
HARDER = ("p1", "p2", "p3", "p4", "p5", "p6", "p7", "p8", "p9", "p10", "q1", "q2")
DAMAGED = ("r1", "r2", "r3", "r4", "r5", "r6")
FRESH = ("k1", "k2", "k3", "h1", "h2", "h3", "j1", "j2", "j3", "f1", "f2", "f3")
ASIDE = ("g1", "g2", "g3")
NEWEST = ("n1", "n2", "n3", "n4", "m1", "m2", "m3", "m4")

# group: (whole, headline, byline, parks, found recall, found precision, usable F1, usable precision, lists)
FLOORS = {
    SEEDS: (1.0, 1.0, 1.0, 1.0, 0.99, 0.99, 0.91, 0.92, 0.9),
    GRAIN: (1.0, 1.0, 1.0, 1.0, 0.99, 0.99, 0.92, 0.93, 0.94),
    LEARNT: (1.0, 1.0, 1.0, 1.0, 0.99, 0.99, 0.85, 0.88, 0.91),
    NATURAL: (1.0, 1.0, 1.0, 1.0, 0.99, 0.99, 0.89, 0.9, 0.92),
    HARDER: (0.92, 1.0, 1.0, 1.0, 0.98, 0.98, 0.88, 0.89, 0.88),
    DAMAGED: (0.96, 1.0, 1.0, 1.0, 0.98, 0.98, 0.79, 0.83, 0.86),
    NEWEST: (0.98, 0.94, 0.98, 0.96, 0.98, 0.98, 0.78, 0.81, 0.78),
    FRESH: (0.9, 0.98, 0.98, 0.94, 0.99, 0.99, 0.83, 0.85, 0.84),
    ASIDE: (1.0, 1.0, 1.0, 1.0, 0.99, 0.99, 0.82, 0.83, 0.84),
}

LAYOUTS = 32
# body, whole, headline, byline, parks
LAYOUT_FLOORS = (0.96, 0.86, 0.95, 0.96, 0.96)


@pytest.fixture(scope="module")
def knowledge() -> pipeline.Knowledge:
    return pipeline.load_knowledge(pipeline.Project(ROOT))


def reached(figures: Figures) -> tuple[float, ...]:
    lists = dict(figures.lists)["all"]
    found, usable = figures.found, figures.usable
    return (
        figures.whole, figures.headline, figures.byline, figures.parks, found.recall, found.precision, usable.f1, usable.precision, lists,
    )  # fmt: skip


@pytest.mark.parametrize("group", FLOORS, ids="+".join)
def test_the_figures_reached_are_held(group: tuple[str, ...], knowledge: pipeline.Knowledge) -> None:
    figures = pipeline.measure(pipeline.Project(ROOT), knowledge, ROOT / "tests" / "gold", group)
    assert figures.pages == len(group)
    fallen = [(floor, value) for floor, value in zip(FLOORS[group], reached(figures), strict=True) if value < floor]
    assert fallen == []


def test_the_layouts_read_are_held(knowledge: pipeline.Knowledge) -> None:
    """Pages of many papers' layouts, of which the articles alone are annotated."""
    figures = pipeline.measure(pipeline.Project(ROOT), knowledge, ROOT / "tests" / "layouts")
    assert figures.pages == LAYOUTS
    values = (figures.body, figures.whole, figures.headline, figures.byline, figures.parks)
    assert [(floor, value) for floor, value in zip(LAYOUT_FLOORS, values, strict=True) if value < floor] == []


def test_no_numeral_of_the_seeds_is_unexplained(knowledge: pipeline.Knowledge) -> None:
    for path in sorted((ROOT / "seeds").glob("*.txt")):
        page = pipeline.read_one(path, knowledge)[0]
        assert page is not None
        ledger = extract_page(page, knowledge.extractor).ledger
        assert ledger
        assert [entry for entry in ledger if (entry.fact is None) == (entry.reason is None) or entry.reason == "unexplained"] == []
