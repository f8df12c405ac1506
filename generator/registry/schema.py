"""JSON Schema of the registry's files, from the same models that check them: an editor completes keys and words by it."""

import json
from typing import TypeVar

from pydantic import TypeAdapter

from generator.registry.load import ADAPTERS, WORD_FILE

_DIALECT = "http://json-schema.org/draft-07/schema#"  # what yaml-language-server reads best
_FOLDER = "content/schema/"
_T = TypeVar("_T")
_TITLES = {
    "parks": "Development parks",
    "metrics": "What is measured",
    "units": "Units as they are written",
    "topics": "Headings of a sheet",
    "pages": "What is known of a page",
    "places": "Provinces, cities, counties",
}


def registry_schemas() -> tuple[tuple[str, str], ...]:
    """One (path, canonical text) for each file of content/registry/ and one for all word lists, in order of path.

    >>> [path.rpartition("/")[2] for path, _ in registry_schemas()][:2]
    ['metrics.schema.json', 'pages.schema.json']
    """
    schemas = {name: _schema(adapter, _TITLES[name]) for name, adapter in ADAPTERS.items()}
    schemas["words"] = _schema(WORD_FILE, "Word lists: name of a list, its words")
    return tuple((f"{_FOLDER}{name}.schema.json", schemas[name]) for name in sorted(schemas))


def _schema(adapter: TypeAdapter[_T], title: str) -> str:
    schema = adapter.json_schema() | {"$schema": _DIALECT, "title": title}
    return json.dumps(schema, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
