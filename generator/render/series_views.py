"""One metric over time: the table, and the same numbers for the chart beside it."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

from generator.model.claim import Claim, Kind, Qualifier, Status
from generator.model.quantity import Form
from generator.model.sheet import Series, SheetFact
from generator.render.book import Book
from generator.render.escape import escape
from generator.render.fact_views import FactView, Numbering, fact_view
from generator.render.figures import figure_text, kind_name, period_text, unit_factor

_AT_LEAST = 2
_ABOUT = Decimal("0.05")


@dataclass(frozen=True, slots=True)
class SeriesView:
    """A series: `chart` is the data of the chart as an attribute, empty where units are unknown; `missing` names years without a figure."""

    anchor: str
    title: str
    rows: tuple[FactView, ...]
    chart: Markup
    described: str
    missing: str


def series_views(
    series: Sequence[Series], facts: Mapping[str, SheetFact], book: Book, start: str, numbers: Numbering
) -> tuple[SeriesView, ...]:
    """The series of a sheet that still have two published points after corrections, those of registered metrics first."""
    views: list[SeriesView] = []
    for one in sorted(series, key=lambda one: (book.metric_order.get(one.key, len(book.metric_order)), one.label, one.kind, one.subject)):
        items = [facts[fact] for fact in one.facts if fact in facts and not facts[fact].fact.claim.review]
        if len({book.last_day(item.fact.claim) for item in items}) >= _AT_LEAST:
            views.append(_series_view(len(views) + 1, one, items, book, start, numbers))
    return tuple(views)


def _series_view(place: int, series: Series, items: list[SheetFact], book: Book, start: str, numbers: Numbering) -> SeriesView:
    claims = [item.fact.claim for item in items]
    subject = series.subject if all(claim.level != "park" for claim in claims) else ""
    title = book.wording(
        "series.title_subject" if subject else "series.title",
        label=kind_name(series.label, Kind(series.kind), book.wording),
        subject=subject,
    )
    return SeriesView(
        anchor=f"series-{place}",
        title=title,
        rows=tuple(fact_view(item, book, start, numbers, link_label=False) for item in items),
        chart=chart_data(title, claims, book),
        described=book.wording("series.described", title=title, points=_points_in_words(claims, book)),
        missing="".join((_missing_years(claims, book), _mixed_spans(claims, book))),
    )


def _points_in_words(claims: Sequence[Claim], book: Book) -> str:
    points = [
        book.wording(
            "series.point",
            period=period_text(claim.period, book.date_of(claim), book.wording),
            figure=figure_text(claim, book.wording).whole,
        )
        for claim in claims
    ]
    return book.wording("list.separator").join(points)


def _missing_years(claims: Sequence[Claim], book: Book) -> str:
    """Which years between the first and the last have no figure, said in words; empty if none."""
    years = sorted({int(day[:4]) for claim in claims if (day := book.last_day(claim))})
    missing = [str(year) for year in range(years[0], years[-1]) if year not in years] if years else []
    return book.wording("series.missing", years=book.wording("list.separator").join(missing)) if missing else ""


def _mixed_spans(claims: Sequence[Claim], book: Book) -> str:
    """That figures of whole years stand beside figures of some months or of a day; empty if all are of one kind, or none is a sum."""
    whole = {len(claim.period) == len("2025") for claim in claims}
    return book.wording("series.mixed") if len(whole) > 1 else ""


def chart_data(title: str, claims: Sequence[Claim], book: Book) -> Markup:
    """The chart's numbers as JSON for an attribute; empty if not every figure can be brought to one unit."""
    unit = claims[-1].unit
    factor = unit_factor(unit, book.units) if unit else Decimal(1)
    bases = [book.base(claim) for claim in claims]
    if not factor or any(base is None for base in bases):
        same = {claim.unit for claim in claims} == {unit}
        if not same or any(claim.value.form is not Form.NUMBER for claim in claims):
            return Markup("")
        factor, bases = Decimal(1), [claim.value.first for claim in claims]
    points = [_point(claim, base / factor, book) for claim, base in zip(claims, bases, strict=True) if base is not None]
    words = {status.value: book.wording(f"status.{status}") for status in Status}
    data = {"title": title, "unit": unit, "words": words, "points": points, "rank": claims[-1].kind is Kind.RANK}
    return escape(json.dumps(data, ensure_ascii=False, separators=(",", ":")))


def _point(claim: Claim, number: Decimal, book: Book) -> dict[str, object]:
    """One point: x in words, y, what the text says, its status, and how far the interval reaches (null: open)."""
    low, high = _interval(claim, number)
    return {
        "x": period_text(claim.period, book.date_of(claim), book.wording),
        "y": _float(number),
        "text": figure_text(claim, book.wording).whole,
        "status": claim.status.value,
        "qualifier": claim.qualifier.value,
        "low": None if low is None else _float(low),
        "high": None if high is None else _float(high),
    }


def _interval(claim: Claim, number: Decimal) -> tuple[Decimal | None, Decimal | None]:
    if claim.value.form is Form.RANGE and claim.value.second is not None:
        middle = (claim.value.first + claim.value.second) / 2
        scale = number / middle if middle else Decimal(0)
        return claim.value.first * scale, claim.value.second * scale
    match claim.qualifier:
        case Qualifier.EXACT:
            return number, number
        case Qualifier.ABOUT:
            return number * (1 - _ABOUT), number * (1 + _ABOUT)
        case Qualifier.OVER:
            return number, None
        case Qualifier.UNDER | Qualifier.UPTO:
            return None, number


def _float(number: Decimal) -> float:
    return float(round(number, 6))
