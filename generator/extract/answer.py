"""The answer of `parkfacts extract --json`: what was read and found, in the form that other programs rely on.

A step of its own because the form is an agreement with others (see DESIGN): inside, parks go by id and values are Decimal;
here parks go by their short newspaper name and values are JSON numbers, pairs or fractions.
"""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import TypeAlias

from generator.model.article import Article, Page
from generator.model.claim import Claim, Extraction, LedgerEntry, Name, NameKind
from generator.model.entities import Park
from generator.model.quantity import Form, Value

Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json] | None"


def build_answer(pages: Iterable[Page], extractions: Iterable[Extraction], parks: Mapping[str, Park]) -> dict[str, Json]:
    """Articles, facts, parks and ledger of the pages; `parks` holds every park by id, those found by their names' form too.

    KeyError if a claim or a name belongs to a park that `parks` lacks.
    """
    found = tuple(extractions)
    return {
        "articles": [_article(article, page) for page in pages for article in page.articles],
        "facts": [_fact(claim, parks) for extraction in found for claim in extraction.claims],
        "parks": _parks(found, parks),
        "ledger": [_entry(entry) for extraction in found for entry in extraction.ledger],
    }


def _article(article: Article, page: Page) -> Json:
    return {
        "id": article.id,
        "seed": page.seed,
        "headline": article.headline.text if article.headline else None,
        "deck": [line.text for line in article.deck],
        "byline": list(article.byline),
        "parks": list(article.parks),
        "published": page.published.value or None,
        "kind": article.kind.value,
        "paragraphs": [paragraph.text for paragraph in article.paragraphs],
        "captions": [caption.text for caption in article.captions],
    }


def _fact(claim: Claim, parks: Mapping[str, Park]) -> Json:
    return {
        "id": claim.id,
        "article": claim.evidence.article,
        "park": parks[claim.park].name if claim.park else None,
        "subject": claim.subject,
        "level": claim.level.value,
        "label": claim.label,
        "metric": claim.metric,
        "kind": claim.kind.value,
        "value": json_value(claim.value),
        "unit": claim.unit or None,
        "qualifier": claim.qualifier.value,
        "period": claim.period,
        "status": claim.status.value,
        "quote": claim.evidence.quote,
        "review": claim.review,
    }


def json_value(value: Value) -> Json:
    """A number, a pair for a range, or text for a fraction.

    >>> json_value(Value(Form.FRACTION, Decimal(1), Decimal(3))), json_value(Value(Form.NUMBER, Decimal("7.70")))
    ('1/3', 7.7)
    """
    if value.form is Form.FRACTION:
        return value.text()
    if value.form is Form.RANGE and value.second is not None:
        return [_number(value.first), _number(value.second)]
    return _number(value.first)


def _number(number: Decimal) -> int | float:
    return int(number) if number == number.to_integral_value() else float(number)


def _parks(extractions: tuple[Extraction, ...], parks: Mapping[str, Park]) -> list[Json]:
    names: dict[str, dict[NameKind, list[str]]] = {}
    for extraction in extractions:
        for claim in extraction.claims:
            if claim.park:
                names.setdefault(claim.park, {})
        for name in extraction.names:
            names.setdefault(name.park, {}).setdefault(name.kind, []).append(_name(name))
    return [_park(parks[park], lists) for park, lists in sorted(names.items())]


def _park(park: Park, lists: Mapping[NameKind, list[str]]) -> Json:
    entry: dict[str, Json] = {"name": park.name, "province": park.province, "city": park.city}
    for kind in NameKind:
        entry[kind.value] = list(dict.fromkeys(lists.get(kind, [])))
    return entry


def _name(name: Name) -> str:
    return f"{name.name} | {name.detail}" if name.detail else name.name


def _entry(entry: LedgerEntry) -> Json:
    return {
        "article": entry.article,
        "part": entry.part,
        "paragraph": entry.index,
        "text": entry.text,
        "start": entry.start,
        "end": entry.end,
        "fact": entry.fact,
        "reason": entry.reason,
    }
