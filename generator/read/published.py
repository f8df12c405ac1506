"""The page's date: as an editor gave it, else inferred."""

from dataclasses import replace

from generator.model.article import Page
from generator.registry.registry import Registry


def date_page(page: Page, registry: Registry) -> Page:
    """The page with newspaper, edition and date."""
    return replace(page)
