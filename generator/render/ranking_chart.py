"""Bars of one metric in one year: the same numbers as the table, the largest first."""

import json
from collections.abc import Sequence

from markupsafe import Markup

from generator.model.claim import Claim
from generator.render.book import Book
from generator.render.escape import escape
from generator.render.figures import figure_text, unit_factor

_AT_LEAST, _AT_MOST = 2, 20


def bar_chart(title: str, bars: Sequence[tuple[str, Claim]], book: Book) -> tuple[Markup, str]:
    """The chart's data as an attribute and the same in words; both empty for fewer than two bars that can be compared."""
    sized = [(name, claim, size) for name, claim in bars if (size := book.base(claim)) is not None][:_AT_MOST]
    if len(sized) < _AT_LEAST:
        return Markup(""), ""
    unit = sized[0][1].unit
    factor = unit_factor(unit, book.units) or 1
    points = [
        {"x": name, "y": float(round(size / factor, 6)), "text": figure_text(claim, book.wording).whole, "qualifier": claim.qualifier.value}
        for name, claim, size in sized
    ]
    data = {"kind": "bars", "title": title, "unit": unit, "points": points}
    described = book.wording("list.separator").join(f"{point['x']} {point['text']}" for point in points)
    return escape(json.dumps(data, ensure_ascii=False, separators=(",", ":"))), book.wording(
        "series.described", title=title, points=described
    )
