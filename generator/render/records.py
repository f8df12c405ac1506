"""The facts as flat records for machines: one field, one meaning, the same in JSON, CSV and SQLite."""

from collections.abc import Iterable
from dataclasses import dataclass, fields

from generator.model.claim import Claim
from generator.model.sheet import ParkSheet, SheetFact
from generator.render.book import Book, Source
from generator.render.figures import unit_factor
from generator.render.links import fact_anchor, park_path

TEXT, NUMBER = "string", "number"


@dataclass(frozen=True, slots=True)
class FactRecord:
    """One figure. Text everywhere: a value may be a range or a fraction, and `base_value` is the number to count with (or empty)."""

    id: str
    park_id: str
    park: str
    province: str
    city: str
    subject: str
    level: str
    label: str
    metric: str
    kind: str
    value: str
    unit: str
    base_value: str
    base_unit: str
    qualifier: str
    period: str
    status: str
    review: str
    corrected: str
    article: str
    headline: str
    newspaper: str
    published: str
    quote: str
    url: str


FACT_FIELDS = tuple(field.name for field in fields(FactRecord))


def fact_records(sheet: ParkSheet, book: Book) -> tuple[FactRecord, ...]:
    """All facts of a sheet, those held back too: they say so in `review`."""
    return tuple(_fact_record(sheet, item, book) for item in sheet.facts)


def _fact_record(sheet: ParkSheet, item: SheetFact, book: Book) -> FactRecord:
    claim, park = item.fact.claim, sheet.park
    source = book.sources.get(claim.evidence.article)
    base = book.base(claim)
    return FactRecord(
        id=claim.id,
        park_id=park.id,
        park=park.name,
        province=park.province,
        city=park.city,
        subject=claim.subject,
        level=claim.level.value,
        label=claim.label,
        metric=claim.metric or "",
        kind=claim.kind.value,
        value=claim.value.text(),
        unit=claim.unit,
        base_value="" if base is None else f"{round(base, 6).normalize():f}",
        base_unit=base_unit(claim, book),
        qualifier=claim.qualifier.value,
        period=claim.period,
        status=claim.status.value,
        review=claim.review or "",
        corrected=_touched(item),
        article=claim.evidence.article,
        headline=source.article.headline.text if source and source.article.headline else "",
        newspaper=source.page.newspaper if source else "",
        published=source.date if source else "",
        quote=claim.evidence.quote or (item.source.quote if item.source else ""),
        url=page_address(park.id, book) + f"#{fact_anchor(claim.id)}",
    )


def base_unit(claim: Claim, book: Book) -> str:
    """The unit of `base_value`: 亿元 → 元; empty where the unit is not known."""
    if unit_factor(claim.unit, book.units) is None:
        return ""
    name = claim.unit if claim.unit in book.units else claim.unit.lstrip("十百千万亿")
    return book.units[name].base if name in book.units else ""


def _touched(item: SheetFact) -> str:
    marks = (("changed", item.changes), ("added", item.source), ("accepted", item.accepted))
    return " ".join(mark for mark, is_set in marks if is_set)


def page_address(park: str, book: Book) -> str:
    """The sheet's address on the published site, or relative to it where that is not known."""
    return book.options.site_url + park_path(park).removesuffix(".md") + ".html"


@dataclass(frozen=True, slots=True)
class ParkRecord:
    """One park."""

    id: str
    name: str
    official: str
    kind: str
    province: str
    city: str
    approved: str
    aliases: str
    english: str
    figures: int
    reports: int
    url: str


def park_record(sheet: ParkSheet, book: Book) -> ParkRecord:
    """A park with how much is known of it; several aliases are parted by semicolons."""
    park = sheet.park
    figures = sum(not item.fact.claim.review for item in sheet.facts)
    return ParkRecord(
        park.id, park.name, park.official, park.kind, park.province, park.city, park.approved, ";".join(park.aliases), park.english,
        figures, len(sheet.articles), page_address(park.id, book),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class NameRecord:
    """One name of one list of one park."""

    park_id: str
    park: str
    kind: str
    name: str
    detail: str
    article: str
    quote: str


def name_records(sheet: ParkSheet) -> tuple[NameRecord, ...]:
    """All names of a sheet."""
    return tuple(
        NameRecord(sheet.park.id, sheet.park.name, name.kind.value, name.name, name.detail, name.evidence.article, name.evidence.quote)
        for name in sheet.names
    )


@dataclass(frozen=True, slots=True)
class SourceRecord:
    """One article."""

    id: str
    page: str
    headline: str
    byline: str
    newspaper: str
    published: str
    edition: str
    parks: str


def source_records(sources: Iterable[Source]) -> tuple[SourceRecord, ...]:
    """All articles."""
    return tuple(
        SourceRecord(
            source.article.id,
            source.page.id,
            source.article.headline.text if source.article.headline else "",
            ";".join(source.article.byline),
            source.page.newspaper,
            source.date,
            source.page.edition,
            ";".join(source.article.parks),
        )
        for source in sources
    )
