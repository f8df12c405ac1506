"""JSON Schema of corrections, made from the table of keys that reads them: what an editor completes is what the check knows."""

import json
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import TypeAlias

from generator.correct.forms import (
    ADD_ENTRY,
    ARTICLE_ENTRY,
    CHOICES,
    FACT_ENTRY,
    MERGE_ENTRY,
    NAME_ENTRY,
    PAGE_ENTRY,
    PARK_ENTRY,
    Form,
    Key,
)
from generator.correct.readers import (
    Reader,
    read_date,
    read_fact_id,
    read_metric,
    read_optional_text,
    read_page,
    read_park,
    read_park_or_none,
    read_period,
    read_text,
    read_texts,
    read_true,
    read_unit,
    read_url,
    read_value,
)
from generator.model.entities import Park
from generator.model.fact_id import ALPHABET, LENGTH
from generator.registry.registry import Registry

Json: TypeAlias = "str | bool | int | list[Json] | dict[str, Json]"

_DIALECT = "http://json-schema.org/draft-07/schema#"  # what yaml-language-server reads best
_NUMBER = r"-?(0|[1-9]\d*)(\.\d+)?"
_VALUE = rf"^({_NUMBER}(/{_NUMBER})?|\[{_NUMBER}, *{_NUMBER}\])$"
_POINT = r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?"
_SCALAR: list[Json] = ["string", "number", "boolean"]  # an editor types plain scalars by itself: `label: 2025` is a text for us
_TEXT: dict[str, Json] = {"type": _SCALAR}


def corrections_schema(registry: Registry, parks: Iterable[Park] = ()) -> str:
    """The schema of content/corrections/<park-id>.yaml, with every park, metric and unit there is; canonical text."""
    known = {park.id: park.name for park in (*parks, *registry.parks)}
    types = _types(
        parks=[{"const": id_, "description": known[id_]} for id_ in sorted(known)],
        metrics=[{"const": metric.id, "description": metric.name} for metric in sorted(registry.metrics, key=lambda metric: metric.id)],
        units=[unit.name for unit in registry.units],
    )
    entries = [_form(form, types) for form in (FACT_ENTRY, ADD_ENTRY, NAME_ENTRY, PARK_ENTRY, MERGE_ENTRY)]
    entries[0] |= {"oneOf": [{"required": [name]} for name in ("set", "drop", "accept")]}
    entries[2] |= {"oneOf": [{"required": [name]} for name in ("drop", "source")]}
    return _text("Corrections of one park", entries)


def articles_schema(registry: Registry) -> str:
    """The schema of content/corrections/articles.yaml; canonical text. The registry's part names complete an article's parks."""
    entries = [_form(form, _types([], [], [])) for form in (PAGE_ENTRY, ARTICLE_ENTRY)]
    entries[1] |= {"oneOf": [{"required": [name]} for name in ("set", "move", "split", "join")]}
    return _text("Corrections of reading", entries)


def _text(title: str, entries: list[dict[str, Json]]) -> str:
    schema: dict[str, Json] = {"$schema": _DIALECT, "title": title, "type": ["array", "null"], "items": {"anyOf": list(entries)}}
    return json.dumps(schema, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _form(form: Form, types: Mapping[Reader, dict[str, Json]]) -> dict[str, Json]:
    needed: list[Json] = [key.name for key in form.keys if key.needed]
    properties: dict[str, Json] = {key.name: _key(key, types) for key in form.keys}
    shape: dict[str, Json] = {"type": "object", "additionalProperties": False, "properties": properties}
    return shape | ({"required": needed} if needed else {})


def _key(key: Key, types: Mapping[Reader, dict[str, Json]]) -> dict[str, Json]:
    shape = _form(key.form, types) if key.form else types[key.read] if key.read else {}
    return {**shape, "description": key.about}


def _types(parks: list[Json], metrics: list[Json], units: list[Json]) -> dict[Reader, dict[str, Json]]:
    named = {read_park: parks, read_metric: metrics}
    ids: dict[Reader, dict[str, Json]] = {reader: {"anyOf": names} if names else _TEXT for reader, names in named.items()}
    ids[read_park_or_none] = {"anyOf": [*parks, {"type": "null"}]}
    ids[read_metric] = {"anyOf": [*metrics, {"type": "null"}]}
    choices: dict[Reader, dict[str, Json]] = {reader: {"enum": _words(words)} for reader, words in CHOICES.items()}
    plain: dict[Reader, dict[str, Json]] = {
        read_text: _TEXT,
        read_optional_text: {"type": [*_SCALAR, "null"]},
        read_texts: {"type": "array", "items": _TEXT},
        read_true: {"const": True},
        read_fact_id: {"type": _SCALAR, "pattern": f"^[{ALPHABET}]{{{LENGTH}}}$"},
        read_value: {"anyOf": [{"type": "number"}, {"type": "string", "pattern": _VALUE}, _range()]},
        read_unit: {"anyOf": [{"enum": units}, {"type": "string", "pattern": "^[十百千万亿]"}, {"type": "null"}]},
        read_period: {"type": ["string", "number"], "pattern": f"^(asof(:{_POINT})?|{_POINT}(/{_POINT})?)$"},
        read_date: {"type": ["string", "number"], "pattern": f"^{_POINT}$"},
        read_url: {"type": "string", "pattern": "^https?://"},
        read_page: _TEXT,
    }
    return plain | ids | choices


def _range() -> dict[str, Json]:
    return {"type": "array", "items": {"type": "number"}, "minItems": 2, "maxItems": 2}


def _words(words: type[StrEnum]) -> list[Json]:
    return [word.value for word in words]
