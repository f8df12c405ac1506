"""The one canonical form of machine-made YAML: same value, same bytes; every text loads back to the character.

Written by hand because PyYAML's dumper takes ten times as long and wraps, folds and quotes Chinese text in ways that make bad diffs.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import chain, repeat
from typing import TypeAlias

Plain: TypeAlias = "str | int | Decimal | bool | Sequence[Plain] | Mapping[str, Plain] | None"

_WORD = r"[A-Za-z_\u3400-\u9fff“”‘’《》（）【】、·①-⑳Ⅰ-Ⅹ]"
_SAFE = re.compile(rf"{_WORD}(?:[\w\u3000-\u303f\uff00-\uffee“”‘’—…·./()+%&@=;<>~^-]|,(?! )| (?![#\s]))*(?<![\s])")
_TAKEN = re.compile(r"(?i:y|n|yes|no|on|off|true|false|null)")
_ESCAPES = re.compile(r"[\x7f-\x9f\u2028\u2029\ufeff\u200b-\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")


def dump_yaml(value: Plain) -> str:
    """The value as YAML in block style, two spaces a level, keys in the order given; TypeError for what YAML has no form for.

    >>> print(dump_yaml({"name": "肇庆高新区", "facts": [{"value": Decimal("7.70"), "period": "2025"}], "also": []}), end="")
    name: 肇庆高新区
    facts:
    - value: 7.70
      period: "2025"
    also: []
    """
    return "\n".join(_block(value)) + "\n"


def _block(value: Plain) -> list[str]:
    """The lines of a value, not indented; a scalar and an empty collection take one line."""
    if isinstance(value, Mapping) and value:
        return [line for key, item in value.items() for line in _entry(key, item)]
    if isinstance(value, Sequence) and not isinstance(value, str) and value:
        return [lead + line for item in value for lead, line in zip(_leads("- "), _block(item), strict=False)]
    return [_scalar(value)]


def _entry(key: str, item: Plain) -> list[str]:
    lines = _block(item)
    if isinstance(item, str) or not isinstance(item, Mapping | Sequence) or not item:
        return [f"{_scalar(key)}: {lines[0]}"]
    indent = "  " if isinstance(item, Mapping) else ""
    return [f"{_scalar(key)}:", *(indent + line for line in lines)]


def _leads(first: str) -> Iterator[str]:
    return chain([first], repeat(" " * len(first)))


def _scalar(value: Plain) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, str):
        return value if _SAFE.fullmatch(value) and not _TAKEN.fullmatch(value) else _quoted(value)
    if isinstance(value, Mapping):
        return "{}"
    if isinstance(value, Sequence):
        return "[]"
    raise TypeError(f"YAML has no form for a {type(value).__name__}")


def _quoted(text: str) -> str:
    return _ESCAPES.sub(lambda match: f"\\u{ord(match[0]):04x}", json.dumps(text, ensure_ascii=False))
