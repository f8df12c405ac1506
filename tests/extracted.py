"""What the tests of whole extraction share: the extractor built once, and a text read as a page about one park."""

from functools import cache
from typing import Any

from generator.extract import Extractor, build_extractor, extract_page
from generator.model.article import Article, Page, PageDate, Precision
from generator.model.claim import Claim, Extraction
from generator.registry.park_finder import ParkFinder
from tests.named_articles import article_of
from tests.registry_files import project_registry

PARK = "肇庆高新区"


@cache
def extractor() -> Extractor:
    """The extractor with the project's own registry."""
    return build_extractor(project_registry(), ParkFinder(project_registry()))


def page_of(*articles: Article, published: str = "2025-02", sure: bool = True) -> Page:
    """A page of these articles."""
    return Page("t", "t.txt", PageDate(published, Precision.MONTH, True, "test", sure), "", "", articles, (), ())


def extraction_of(*texts: str, park: str = PARK) -> Extraction:
    """All that paragraphs about `park` yield."""
    return extract_page(page_of(article_of(*texts, park=park)), extractor())


def claims_of(*texts: str, park: str = PARK) -> tuple[Claim, ...]:
    """The claims of paragraphs about `park`."""
    return extraction_of(*texts, park=park).claims


def figures(claims: tuple[Claim, ...], *fields: str) -> list[str]:
    """Each claim as value and unit, then the fields asked for, joined by blanks."""
    return [" ".join([claim.value.text() + claim.unit, *(str(_field(claim, field)) for field in fields)]) for claim in claims]


def _field(claim: Claim, field: str) -> Any:
    value = getattr(claim, field)
    return getattr(value, "value", value) if value is not None else "-"
