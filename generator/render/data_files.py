"""The data for machines at addresses that stay: api/v1/…, in JSON, CSV, SQLite and as a data package."""

import csv
import io
import json
import re
import sqlite3
from collections.abc import Sequence
from dataclasses import asdict, fields
from typing import TYPE_CHECKING, Protocol

from generator.model.sheet import ParkSheet
from generator.model.site import SiteFile
from generator.render.book import Book
from generator.render.escape import plain
from generator.render.links import data_path
from generator.render.records import (
    FactRecord,
    NameRecord,
    ParkRecord,
    SourceRecord,
    fact_records,
    name_records,
    page_address,
    park_record,
    source_records,
)  # fmt: skip
from generator.render.wording import Wording

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

ROOT = "api/v1"
_BOM = "\ufeff"
_FRACTION = re.compile(r"\d+/\d+")
# Where SQLite writes the version of the library that last wrote a file: the same content must give the same bytes with every version.
_VERSION_BYTES = slice(96, 100)


class _Row(Protocol):
    """A record: a dataclass of text and whole numbers."""


def data_files(book: Book) -> tuple[SiteFile, ...]:
    """Every data file of the site."""
    facts = [record for sheet in book.sheets for record in fact_records(sheet, book)]
    parks = [park_record(sheet, book) for sheet in book.sheets]
    names = [record for sheet in book.sheets for record in name_records(sheet)]
    sources = source_records(book.sources.values())
    return (
        *(file for sheet in book.sheets for file in _park_files(sheet, book)),
        SiteFile(f"{ROOT}/facts.csv", csv_bytes(facts, FactRecord)),
        SiteFile(f"{ROOT}/parks.csv", csv_bytes(parks, ParkRecord)),
        SiteFile(f"{ROOT}/names.csv", csv_bytes(names, NameRecord)),
        SiteFile(f"{ROOT}/sources.csv", csv_bytes(sources, SourceRecord)),
        SiteFile(f"{ROOT}/index.json", _json([asdict(park) for park in parks])),
        SiteFile(f"{ROOT}/all.json", _json(_whole(book))),
        SiteFile(f"{ROOT}/parkfacts.sqlite", sqlite_bytes(parks, facts, names, sources)),
        SiteFile(f"{ROOT}/datapackage.json", _json(_data_package(book.wording, book.options.name))),
        SiteFile(f"{ROOT}/park.schema.json", _json(park_schema(book.wording))),
    )


def _whole(book: Book) -> dict[str, object]:
    return {
        "parks": [park_object(sheet, book) for sheet in book.sheets],
        "sources": [asdict(one) for one in source_records(book.sources.values())],
    }


def _park_files(sheet: ParkSheet, book: Book) -> tuple[SiteFile, ...]:
    path = data_path(sheet.park.id)
    return (
        SiteFile(f"{path}.json", _json(park_object(sheet, book))),
        SiteFile(f"{path}.csv", csv_bytes(fact_records(sheet, book), FactRecord)),
    )


def park_object(sheet: ParkSheet, book: Book) -> dict[str, object]:
    """A park with all its facts, names, series and corrections as plain JSON; its form is park.schema.json."""
    park = park_record(sheet, book)
    return {
        "park": asdict(park) | {"aliases": list(sheet.park.aliases)},
        "facts": [asdict(record) for record in fact_records(sheet, book)],
        "names": [asdict(record) for record in name_records(sheet)],
        "series": [
            {"key": one.key, "label": one.label, "kind": one.kind, "subject": one.subject, "facts": list(one.facts)} for one in sheet.series
        ],
        "conflicts": [{"kind": one.kind.value, "facts": list(one.facts), "message": one.message} for one in sheet.conflicts],
        "corrections": [
            {"fact": item.fact.id, "field": change.field, "machine": change.machine, "human": change.human, "because": change.because}
            for item in sheet.facts
            for change in item.changes
        ],
        "articles": list(sheet.articles),
    }


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def csv_bytes(records: Sequence[_Row], kind: "type[DataclassInstance]") -> bytes:
    """One record a row, with a byte order mark (Excel reads UTF-8 only with it) and CRLF (RFC 4180).

    A cell that a spreadsheet would take for a formula or, like 1/3, for a day of the year gets an apostrophe before it:
    text of newspapers is never run, and a third stays a third.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    names = [field.name for field in fields(kind)]
    writer.writerow(names)
    writer.writerows([_cell(getattr(record, name)) for name in names] for record in records)
    return (_BOM + out.getvalue()).encode()


def _cell(value: str | int) -> str:
    text = str(value)
    is_number = text[1:2].isdigit() and text[0] in "+-"
    is_formula = text[:1] in {"=", "+", "-", "@", "\t", "\r"} and not is_number
    return f"'{text}" if is_formula or _FRACTION.fullmatch(text) else text


def sqlite_bytes(
    parks: Sequence[ParkRecord], facts: Sequence[FactRecord], names: Sequence[NameRecord], sources: Sequence[SourceRecord]
) -> bytes:
    """A data base of four tables, made in memory; `base_value` is a number there."""
    base = sqlite3.connect(":memory:")
    try:
        base.execute("PRAGMA page_size = 4096")
        _fill(base, "parks", ParkRecord, parks, ("id",))
        _fill(base, "facts", FactRecord, facts, ("id", "park_id"))
        _fill(base, "names", NameRecord, names, ())
        _fill(base, "sources", SourceRecord, sources, ("id",))
        base.execute("CREATE INDEX facts_metric ON facts (metric, period)")
        base.execute("CREATE INDEX facts_park ON facts (park_id)")
        base.commit()
        base.execute("VACUUM")
        content = bytearray(base.serialize())
    finally:
        base.close()
    content[_VERSION_BYTES] = bytes(4)
    return bytes(content)


def _fill(base: sqlite3.Connection, table: str, kind: "type[DataclassInstance]", records: Sequence[_Row], key: tuple[str, ...]) -> None:
    """Table and column names are ours; what is filled in goes through parameters."""
    columns = [field.name for field in fields(kind)]
    kinds = {"base_value": "REAL", "figures": "INTEGER", "reports": "INTEGER"}
    defined = ", ".join(f"{column} {kinds.get(column, 'TEXT')}" for column in columns)
    primary = f", PRIMARY KEY ({', '.join(key)})" if key else ""
    base.execute(f"CREATE TABLE {table} ({defined}{primary})")
    holes = ", ".join("?" for _ in columns)
    rows = ([_stored(column, getattr(record, column)) for column in columns] for record in records)
    base.executemany(f"INSERT INTO {table} VALUES ({holes})", rows)  # noqa: S608


def _stored(column: str, value: str | int) -> str | int | float | None:
    return (float(value) if value else None) if column == "base_value" else value


def _data_package(words: Wording, title: str) -> dict[str, object]:
    """The description that Frictionless Data tools read."""
    kinds: tuple[tuple[str, type[DataclassInstance]], ...] = (
        ("facts", FactRecord), ("parks", ParkRecord), ("names", NameRecord), ("sources", SourceRecord),
    )  # fmt: skip
    return {
        "name": "parkfacts",
        "title": title,
        "profile": "tabular-data-package",
        "resources": [
            {
                "name": name,
                "path": f"{name}.csv",
                "format": "csv",
                "mediatype": "text/csv",
                "encoding": "utf-8",
                "profile": "tabular-data-resource",
                "dialect": {"lineTerminator": "\r\n", "header": True},
                "schema": {"fields": [_field(field.name, words) for field in fields(kind)]},
            }
            for name, kind in kinds
        ],
    }


def _field(name: str, words: Wording) -> dict[str, str]:
    kind = {"base_value": "number", "figures": "integer", "reports": "integer"}.get(name, "string")
    meaning = words.words.get(f"csv.{name}")
    return {"name": name, "type": kind} | ({"description": meaning} if meaning else {})


def park_schema(words: Wording) -> dict[str, object]:
    """JSON Schema of api/v1/parks/<id>.json."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": words("downloads.schema"),
        "type": "object",
        "required": ["park", "facts", "names", "series", "conflicts", "corrections", "articles"],
        "additionalProperties": False,
        "properties": {
            "park": _object_schema(ParkRecord, words, aliases={"type": "array", "items": {"type": "string"}}),
            "facts": {"type": "array", "items": _object_schema(FactRecord, words)},
            "names": {"type": "array", "items": _object_schema(NameRecord, words)},
            "series": {"type": "array", "items": _strings("key", "label", "kind", "subject", lists=("facts",))},
            "conflicts": {"type": "array", "items": _strings("kind", "message", lists=("facts",))},
            "corrections": {"type": "array", "items": _strings("fact", "field", "machine", "human", "because")},
            "articles": {"type": "array", "items": {"type": "string"}},
        },
    }


def _object_schema(kind: "type[DataclassInstance]", words: Wording, **given: object) -> dict[str, object]:
    properties: dict[str, object] = {}
    for field in fields(kind):
        meaning = words.words.get(f"csv.{field.name}")
        properties[field.name] = {"type": "integer" if field.name in ("figures", "reports") else "string"} | (
            {"description": meaning} if meaning else {}
        )
    return {"type": "object", "required": list(properties), "additionalProperties": False, "properties": properties | given}


def _strings(*names: str, lists: tuple[str, ...] = ()) -> dict[str, object]:
    properties: dict[str, object] = {name: {"type": "string"} for name in names}
    properties |= {name: {"type": "array", "items": {"type": "string"}} for name in lists}
    return {"type": "object", "required": list(properties), "additionalProperties": False, "properties": properties}


def dataset_ld(sheet: ParkSheet, book: Book) -> str:
    """schema.org `Dataset` about a `Place` as JSON-LD, safe inside a script element."""
    park, words = sheet.park, book.wording
    address = page_address(park.id, book)
    place = {
        "@type": "Place",
        "name": park.official or park.name,
        "alternateName": [park.name, *park.aliases],
        "address": {"@type": "PostalAddress", "addressCountry": "CN", "addressRegion": park.province, "addressLocality": park.city},
    }
    files = [
        {"@type": "DataDownload", "encodingFormat": kind, "contentUrl": f"{book.options.site_url}{data_path(park.id)}.{end}"}
        for kind, end in (("application/json", "json"), ("text/csv", "csv"))
    ]
    value = {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": park.name,
        "description": words("sheet.description", park=park.name),
        "url": address,
        "inLanguage": words("site.language"),
        "about": place,
        "distribution": files,
        "isBasedOn": [
            {"@type": "NewsArticle", "headline": source.article.headline.text if source.article.headline else ""}
            for article in sheet.articles
            if (source := book.sources.get(article))
        ],
    }
    text = plain(json.dumps(value, ensure_ascii=False, separators=(",", ":")))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
