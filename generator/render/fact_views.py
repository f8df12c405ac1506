"""One figure as a row of a table: what a template prints of it, worked out beforehand."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.model.claim import Claim, Level
from generator.model.sheet import SheetFact
from generator.render.book import Book
from generator.render.escape import escape
from generator.render.figures import FigureText, figure_text, period_text
from generator.render.links import fact_anchor, here, link, metric_path, quote_anchor, source_anchor, source_path, web_link


@dataclass(frozen=True, slots=True)
class SourceRef:
    """A numbered source: the link behind the number leads to the sentence."""

    number: int
    mark: Markup


@dataclass(frozen=True, slots=True)
class FactView:
    """A row. `label` links to the metric's page where there is one; `notes` say what a person did; `review` why it is held back."""

    id: str
    anchor: str
    label: Markup
    label_text: str
    figure: FigureText
    period: str
    status: str
    status_code: str
    subject: str
    refs: tuple[SourceRef, ...]
    notes: tuple[str, ...]
    review: str


class Numbering:
    """Numbers sources in the order in which a sheet first names them."""

    def __init__(self) -> None:
        """Start with no source."""
        self.numbers: dict[str, int] = {}

    def of(self, key: str) -> int:
        """The number of a source; the next one if it is new."""
        return self.numbers.setdefault(key, len(self.numbers) + 1)


def fact_view(item: SheetFact, book: Book, start: str, numbers: Numbering, *, link_label: bool = True) -> FactView:
    """The row of one published fact on the page `start`."""
    claim, words = item.fact.claim, book.wording
    metric = book.metrics.get(claim.metric) if claim.metric else None
    # A metric has a page where a park's own published figure measures it: see metric_pages.entries_by_metric.
    has_page = metric is not None and claim.level is Level.PARK and not claim.review
    label = link(claim.label, metric_path(metric.id), start) if metric and has_page and link_label else escape(claim.label)
    return FactView(
        id=claim.id,
        anchor=fact_anchor(claim.id),
        label=label,
        label_text=claim.label,
        figure=figure_text(claim, words),
        period=period_text(claim.period, book.date_of(claim), words),
        status=words(f"status.{claim.status}"),
        status_code=claim.status.value,
        subject=claim.subject,
        refs=_refs(item, book, start, numbers),
        notes=_notes(item, book),
        review=claim.review or "",
    )


def _refs(item: SheetFact, book: Book, start: str, numbers: Numbering) -> tuple[SourceRef, ...]:
    if item.source and item.source.url:
        number = numbers.of(f"web:{item.source.url}")
        return (SourceRef(number, here(f"{number}", source_anchor(number))),)
    refs: dict[int, SourceRef] = {}
    for claim in (item.fact.claim, *item.fact.also):
        source = book.sources.get(claim.evidence.article)
        if source is not None:
            number = numbers.of(source.article.id)
            mark = link(f"{number}", source_path(source.article.id), start, quote_anchor(claim.id))
            refs.setdefault(number, SourceRef(number, mark))
    return tuple(refs.values())


def _notes(item: SheetFact, book: Book) -> tuple[str, ...]:
    words, notes = book.wording, []
    if item.changes:
        notes.append(words("note.corrected"))
    if item.source:
        notes.append(words("note.added"))
    if item.accepted:
        notes.append(words("note.accepted"))
    return tuple(notes)


def by_metric(items: Iterable[SheetFact], book: Book) -> tuple[SheetFact, ...]:
    """Facts as a reader looks for them: registered metrics in the registry's order, then other labels; the latest first."""
    return tuple(sorted(_latest_first(items, book), key=lambda item: _metric_key(item.fact.claim, book)))


def _latest_first(items: Iterable[SheetFact], book: Book) -> Sequence[SheetFact]:
    ordered = sorted(items, key=lambda item: item.fact.id)
    return sorted(ordered, key=lambda item: book.last_day(item.fact.claim), reverse=True)


def _metric_key(claim: Claim, book: Book) -> tuple[int, str]:
    place = book.metric_order.get(claim.metric or "", len(book.metric_order))
    return place, "" if claim.metric in book.metric_order else claim.label


def latest_first(items: Iterable[SheetFact], book: Book) -> tuple[SheetFact, ...]:
    """Facts by the end of their period, the latest first."""
    return tuple(_latest_first(items, book))


def web_source(item: SheetFact) -> Markup:
    """The source of a fact that a person added, with its address."""
    if item.source is None:
        raise ValueError(f"fact {item.fact.id} has no source of its own")
    return web_link(item.source.title or item.source.url, item.source.url)
