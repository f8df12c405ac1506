"""What the pages of the site look things up in, built once: parks, articles, metrics, units, and the words of the interface."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from generator.model.article import Article, Page, Paragraph
from generator.model.claim import Claim, Evidence, Extraction
from generator.model.entities import Metric, Park, Topic, Unit
from generator.model.sheet import ParkSheet
from generator.model.site import Measured, SiteOptions
from generator.registry.registry import Registry
from generator.render.figures import base_value, date_text, last_day
from generator.render.wording import Wording


@dataclass(frozen=True, slots=True)
class Source:
    """One article with the page that it stands on."""

    article: Article
    page: Page

    @property
    def date(self) -> str:
        """When the page appeared, or empty."""
        return self.page.published.value


@dataclass(frozen=True, slots=True)
class Book:
    """Everything by its id, in a fixed order."""

    sheets: tuple[ParkSheet, ...]
    sources: Mapping[str, Source]
    page_dates: Mapping[str, str]
    metrics: Mapping[str, Metric]
    metric_order: Mapping[str, int]
    topics: tuple[Topic, ...]
    units: Mapping[str, Unit]
    parks: Mapping[str, Park]
    extractions: tuple[Extraction, ...]
    measured: tuple[Measured, ...]
    fillers: tuple[str, ...]
    wording: Wording
    options: SiteOptions

    def is_part(self, claim: Claim) -> bool:
        """Whether the label says more than its metric does: 新能源汽车产业产值 is a part of 产值, 高新技术企业总数 all 高新技术企业."""
        metric = self.metrics.get(claim.metric or "")
        if metric is None:
            return True
        cue = max((cue for cue in (metric.name, *metric.cues) if cue in claim.label), key=len, default="")
        rest = claim.label.replace(cue, "", 1) if cue else claim.label
        for filler in self.fillers:
            rest = rest.replace(filler, "")
        return bool(rest)

    def date_of(self, claim: Claim) -> str:
        """The date of the page that a claim stands on; empty if unknown, or if a person added it."""
        return self.page_dates.get(claim.evidence.page, "")

    def last_day(self, claim: Claim) -> str:
        """The last day that a claim speaks of, as text that sorts; empty if unknown."""
        return last_day(claim.period, self.date_of(claim))

    def base(self, claim: Claim) -> Decimal | None:
        """The claim's value in base units; None where its unit is not known."""
        return base_value(claim.value, claim.unit, self.units)


def build_book(
    sheets: Iterable[ParkSheet],
    pages: Iterable[Page],
    extractions: Iterable[Extraction],
    measured: Iterable[Measured],
    registry: Registry,
    wording: Wording,
    options: SiteOptions,
) -> Book:
    """The book; sheets and articles in the order of their ids."""
    sheets = tuple(sorted(sheets, key=lambda sheet: sheet.park.id))
    pages = tuple(sorted(pages, key=lambda page: page.id))
    sources = {article.id: Source(article, page) for page in pages for article in page.articles}
    return Book(
        sheets=sheets,
        sources=dict(sorted(sources.items())),
        page_dates={page.id: page.published.value for page in pages},
        metrics={metric.id: metric for metric in registry.metrics},
        metric_order={metric.id: place for place, metric in enumerate(registry.metrics)},
        topics=registry.topics,
        units={unit.name: unit for unit in registry.units},
        parks={sheet.park.id: sheet.park for sheet in sheets},
        extractions=tuple(sorted(extractions, key=lambda extraction: extraction.page)),
        measured=tuple(measured),
        fillers=_fillers(registry),
        wording=wording,
        options=options,
    )


def _fillers(registry: Registry) -> tuple[str, ...]:
    """Words of a label that add nothing, the longest first; a registry without such a list has none."""
    lists = {words.name: words.words for words in registry.word_lists}
    return tuple(sorted(lists.get("series.fillers", ()), key=lambda word: (-len(word), word)))


def headline_text(source: Source, book: Book) -> str:
    """The article's headline, or that it has none."""
    return source.article.headline.text if source.article.headline else book.wording("source.no_headline")


def is_printed(evidence: Evidence, source: Source) -> bool:
    """Whether the place that a name comes from is one that its article's page can show."""
    article = source.article
    pieces: dict[str, tuple[Paragraph, ...]] = {
        "headline": (article.headline,) if article.headline else (),
        "deck": article.deck,
        "body": article.paragraphs,
        "subhead": article.paragraphs,
        "caption": article.captions,
    }
    found = pieces.get(evidence.part, ())
    return 0 <= evidence.index < len(found) and 0 <= evidence.start < len(found[evidence.index].text)


def printed_in(source: Source, book: Book) -> str:
    """Newspaper, date and edition, as far as they are known."""
    parts = (source.page.newspaper, date_text(source.date, book.wording) if source.date else "", source.page.edition)
    return book.wording("list.separator").join(filter(None, parts))
