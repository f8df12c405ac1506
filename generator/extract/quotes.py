"""The proof of a claim: the shortest stretch of its text that holds the number and shows the metric, and where it is printed."""

import re

from generator.extract.labels import LabelChoice
from generator.extract.tokens import Quantity, Span
from generator.model.article import Paragraph
from generator.model.claim import Evidence

_LONGEST = 90
_LEFT_OVER = re.compile(r"^[，,。；;：:、\s）)”]+")


def quote_span(text: str, quantity: Quantity, label: LabelChoice | None) -> Span:
    """From the label's words to the number, whichever comes first; the number with its degree words alone if the label is far off.

    The stretch never leaves out the number and never ends in the comma before the next clause.
    """
    start, end = quantity.head, quantity.tail
    if label is not None:
        start, end = min(start, label.start), max(end, label.end)
    if end - start > _LONGEST:
        start, end = quantity.head, quantity.tail
    skipped = _LEFT_OVER.match(text, start, quantity.start)
    start = skipped.end() if skipped else start
    return Span(start, max(quantity.end, start + len(text[start:end].rstrip("，,。；;：:、 "))))


def build_evidence(page: str, article: str, part: str, index: int, paragraph: Paragraph, span: Span) -> Evidence:
    """The evidence for `paragraph.text[span.start:span.end]`; ValueError if the span is empty or leaves the text."""
    if not 0 <= span.start < span.end <= len(paragraph.text):
        raise ValueError(f"{article} {part} {index}: {span.start}:{span.end} is no stretch of a text of {len(paragraph.text)} characters")
    quote = paragraph.text[span.start : span.end]
    return Evidence(page, article, part, index, span.start, span.end, paragraph.line_at(span.start), quote)
