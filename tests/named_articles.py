"""What the tests of names share: the finders built once, one text read as an article, and the annotated pages as articles."""

import re
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from generator.extract.mentions import MentionFinder
from generator.extract.names import NameFinder
from generator.model.article import Article, ArticleKind, LineRun, Paragraph, Role
from generator.model.claim import Name
from generator.registry.park_finder import ParkFinder
from tests.registry_files import project_registry

ROOT = Path(__file__).resolve().parent.parent


@cache
def mention_finder() -> MentionFinder:
    """The finder of mentions, with the project's own registry."""
    return MentionFinder(project_registry(), ParkFinder(project_registry()))


@cache
def name_finder() -> NameFinder:
    """The finder of names."""
    return NameFinder(project_registry(), mention_finder())


def plain(text: str, role: Role = Role.BODY, line: int = 1) -> Paragraph:
    """A text that stands on one line of its page."""
    return Paragraph(text, (LineRun(0, line),) if text else (), role)


def article_of(*texts: str, park: str = "", headline: str = "", beside: tuple[str, ...] = ()) -> Article:
    """A report of these paragraphs about `park` and those `beside` it; a text behind "# " is a sub-heading."""
    title = plain(headline, Role.HEADLINE) if headline else None
    parks = (park, *beside) if park else ()
    paragraphs = tuple(plain(text.removeprefix("# "), Role.SUBHEAD if text.startswith("# ") else Role.BODY) for text in texts)
    return Article("t-1", "t", ArticleKind.REPORT, title, (), (), (), parks, paragraphs, ())


def names_of(article: Article) -> tuple[Name, ...]:
    """Every list entry of the article."""
    return name_finder().find(article, mention_finder().find_all(article))


def load_cases(name: str) -> list[dict[str, Any]]:
    """The cases of tests/cases/<name>.yaml in their order; a label stands once."""
    cases: list[dict[str, Any]] = yaml.safe_load((ROOT / "tests/cases" / f"{name}.yaml").read_text("utf-8"))
    labels = [case["label"] for case in cases]
    assert len(labels) == len(set(labels)), f"a label of {name}.yaml stands twice"
    return cases


def gold_page(name: str) -> tuple[dict[str, Any], tuple[Article, ...]]:
    """An annotated page and its articles, built from the lines that the annotation names (so that reading has no part in it)."""
    gold: dict[str, Any] = yaml.safe_load((ROOT / "tests/gold" / f"{name}.yaml").read_text("utf-8"))
    page = next(path for folder in ("seeds", "tests/gold") if (path := ROOT / folder / gold["seed"]).exists())
    lines = page.read_text("utf-8").split("\n")
    return gold, tuple(_gold_article(entry, lines) for entry in gold["articles"])


def _gold_article(entry: dict[str, Any], lines: list[str]) -> Article:
    def joined(ranges: list[list[int]] | None, role: Role) -> tuple[Paragraph, ...]:
        texts = [re.sub(r"\s+", "", "".join(lines[first - 1 : last])) for first, last in ranges or []]
        return tuple(plain(text, role) for text in texts if text)

    deck = entry.get("deck") or []
    decks = tuple(plain(text, Role.DECK) for text in (deck if isinstance(deck, list) else [deck]))
    title = plain(entry["headline"], Role.HEADLINE) if entry.get("headline") else None
    body = "".join(paragraph.text for paragraph in joined(entry["body"], Role.BODY))
    paragraphs = (plain(body),) if body else ()
    parks = tuple(entry.get("parks") or [])
    return Article(
        entry["id"], "t", ArticleKind.REPORT, title, decks, (), (), parks, paragraphs, joined(entry.get("captions"), Role.CAPTION)
    )
