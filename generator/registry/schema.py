"""JSON Schema of the registry's files, from the same models that check them: an editor completes keys and words by it."""

import json
from collections.abc import Iterable
from typing import Any, TypeAlias

from generator.registry.load import ADAPTERS, WORD_FILE
from generator.registry.registry import Registry

_DIALECT = "http://json-schema.org/draft-07/schema#"  # what yaml-language-server reads best
_FOLDER = "content/schema/"
_Schema: TypeAlias = dict[str, Any]  # JSON: pydantic promises no more
_TITLES = {
    "parks": "Development parks",
    "metrics": "What is measured",
    "units": "Units as they are written",
    "topics": "Headings of a sheet",
    "pages": "What is known of a page",
    "places": "Provinces, cities, counties",
}


def registry_schemas(registry: Registry | None = None) -> tuple[tuple[str, str], ...]:
    """One (path, canonical text) for each file of content/registry/ and one for all word lists, in order of path.

    With a registry its topics, families of units, provinces and cities are offered where they must stand; without one any word fits.

    >>> [path.rpartition("/")[2] for path, _ in registry_schemas()][:2]
    ['metrics.schema.json', 'pages.schema.json']
    """
    schemas: dict[str, _Schema] = {name: adapter.json_schema() for name, adapter in ADAPTERS.items()}
    if registry is not None:
        _offer(schemas["metrics"], "topic", (topic.id for topic in registry.topics))
        _offer(schemas["metrics"], "unit_family", _families(registry))
        _offer(schemas["parks"], "province", ("", *(province.name for province in registry.provinces)))
        _offer(schemas["parks"], "city", ("", *(city for province in registry.provinces for city, _ in province.cities)))
    titled = {name: _text(schema, _TITLES[name]) for name, schema in schemas.items()}
    titled["words"] = _text(WORD_FILE.json_schema(), "Word lists: name of a list, its words")
    return tuple((f"{_FOLDER}{name}.schema.json", titled[name]) for name in sorted(titled))


def _offer(schema: _Schema, key: str, words: Iterable[str]) -> None:
    """Let the one record of a file's schema have only these words under `key`."""
    (record,) = schema["$defs"].values()
    record["properties"][key]["enum"] = sorted(set(words))


def _families(registry: Registry) -> Iterable[str]:
    return (*(unit.family for unit in registry.units), *(metric.unit_family for metric in registry.metrics))


def _text(schema: _Schema, title: str) -> str:
    return json.dumps(schema | {"$schema": _DIALECT, "title": title}, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
