"""The page's date, newspaper and edition: as an editor gave them, the date else inferred."""

from dataclasses import replace

from generator.model.article import Page, PageDate, Precision
from generator.read.dates import infer_date
from generator.read.events import Events
from generator.registry.registry import Registry

_PRECISION = {4: Precision.YEAR, 7: Precision.MONTH, 10: Precision.DAY}


def date_page(page: Page, registry: Registry, events: Events) -> Page:
    """The page with what content/registry/pages.yaml knows of it, and with a date."""
    known = next((info for info in registry.pages if info.page == page.id), None)
    if known is not None:
        page = replace(page, newspaper=known.newspaper, edition=known.edition)
    if known is not None and known.date:
        return replace(page, published=PageDate(known.date, _PRECISION[len(known.date)], inferred=False, how="given by an editor"))
    texts = [paragraph.text for article in page.articles for paragraph in (*article.paragraphs, *article.captions, *article.deck)]
    return replace(page, published=infer_date(texts, [piece.text for piece in page.furniture], events))
