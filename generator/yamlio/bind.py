"""A node tree to a typed value, with every mistake at its line: pydantic says what is wrong, the tree says where.

Unknown keys and words are answered with the nearest valid one.
"""

import re
from dataclasses import dataclass
from typing import Annotated, Any, Generic, TypeAlias, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails
from rapidfuzz import fuzz, process

from generator.model.problem import Problem, Severity
from generator.yamlio.nodes import Mapping, Node, Scalar, Sequence

_T = TypeVar("_T")
_Location: TypeAlias = tuple[int | str, ...]
_NEAR = 60


class Record(BaseModel):
    """The base of everything that hands write: no key but the declared ones, nothing changes after loading."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def _checked_id(text: str) -> str:
    if not re.fullmatch(r"[a-z0-9][a-z0-9_-]*", text):
        raise ValueError("an id must be small letters, digits, - and _ alone (it names a file)")
    return text


Id: TypeAlias = Annotated[str, AfterValidator(_checked_id)]


@dataclass(frozen=True, slots=True)
class Bound(Generic[_T]):
    """The typed value, None if there is any problem."""

    value: _T | None
    problems: tuple[Problem, ...]


def bind(path: str, node: Node | None, adapter: TypeAdapter[_T]) -> Bound[_T]:
    """Give the tree its types, or say at path:line:column what is and what must be."""
    plain = None if node is None else to_plain(node)
    try:
        return Bound(adapter.validate_python(plain), ())
    except ValidationError as error:
        keys = valid_keys(adapter)
        return Bound(None, tuple(sorted(_problem(path, node, detail, keys) for detail in error.errors(include_url=False))))


def valid_keys(adapter: TypeAdapter[_T]) -> tuple[str, ...]:
    """Every key that the schema of a type knows, sorted."""
    schema = adapter.json_schema()
    parts = [schema, *schema.get("$defs", {}).values()]
    return tuple(sorted({key for part in parts for key in part.get("properties", {})}))


def to_plain(node: Node) -> Any:  # the one place where untyped YAML passes on its way into pydantic
    """The tree as dict, list and str; an empty plain scalar, `null` and `~` are None."""
    if isinstance(node, Scalar):
        return None if node.plain and node.text in ("", "null", "~") else node.text
    if isinstance(node, Sequence):
        return [to_plain(item) for item in node.items]
    return {key.text: to_plain(value) for key, value in node.entries}


def mark_of(node: Node | None, location: _Location) -> tuple[int, int]:
    """Line and column of the deepest node that `location` (keys and indexes) leads to; for a key that is there, the key's own place."""
    if node is None:
        return 1, 1
    place = (node.line, node.column)
    for step in location:
        if isinstance(node, Mapping):
            entry = next(((key, value) for key, value in node.entries if key.text == step), None)
            if entry is None:
                continue  # a step that pydantic adds for a union's branch
            place, node = (entry[0].line, entry[0].column), entry[1]
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
            place = (node.line, node.column)
    return place


def nearest(word: str, valid: tuple[str, ...]) -> str:
    """`Did you mean "…"?` with the nearest valid word, or what is valid if none is near.

    >>> nearest("reson", ("because", "reason"))
    'Did you mean "reason"?'
    >>> nearest("xyz", ("a", "b"))
    'It must be one of: a, b.'
    """
    best = process.extractOne(word, valid, scorer=fuzz.ratio, score_cutoff=_NEAR)
    return f'Did you mean "{best[0]}"?' if best else f"It must be one of: {', '.join(valid)}."


def _problem(path: str, node: Node | None, detail: ErrorDetails, keys: tuple[str, ...]) -> Problem:
    location = detail["loc"]
    line, column = mark_of(node, location)
    name = str(location[-1]) if location else "the file"
    code, message, hint = _wording(name, detail, keys)
    return Problem(path, line, column, Severity.ERROR, code, message, hint)


def _wording(name: str, detail: ErrorDetails, keys: tuple[str, ...]) -> tuple[str, str, str]:
    given = detail["input"]
    match detail["type"]:
        case "extra_forbidden":
            return "unknown-key", f'"{name}" is no key here.', nearest(name, keys)
        case "missing":
            return "missing-key", f'the key "{name}" is missing.', ""
        case "literal_error" | "enum":
            expected = tuple(re.findall(r"'([^']*)'", str(detail.get("ctx", {}).get("expected", ""))))
            return "unknown-word", f'"{given}" is no {name}.', nearest(str(given), expected)
        case "value_error":
            return "bad-value", f'"{given}": {detail.get("ctx", {}).get("error", detail["msg"])}.', ""
        case _:
            return "wrong-type", f'"{name}" is {_kind_of(given)}: {detail["msg"]}.', ""


def _kind_of(given: object) -> str:
    if given is None:
        return "empty"
    if isinstance(given, dict):
        return "a mapping"
    return "a list" if isinstance(given, list) else f'"{given}"'
