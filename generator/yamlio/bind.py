"""A node tree to a typed value, with every mistake at its line: pydantic says what is wrong, the tree says where.

Unknown keys and words are answered with the nearest valid one.
"""

import re
from dataclasses import dataclass
from typing import Annotated, Any, Generic, TypeAlias, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, TypeAdapter, ValidationError, WithJsonSchema
from pydantic_core import ErrorDetails

from generator.model.problem import Problem, Severity
from generator.yamlio.nodes import Mapping, Node, Scalar, Sequence, shown
from generator.yamlio.words import nearest_word, suggest

_T = TypeVar("_T")
_Location: TypeAlias = tuple[int | str, ...]
_MUST_BE = {
    "string_type": "text",
    "tuple_type": "a list",
    "list_type": "a list",
    "dict_type": "a mapping",
    "model_type": "a mapping",
    "model_attributes_type": "a mapping",
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "int_from_float": "a whole number",
    "decimal_type": "a number",
    "decimal_parsing": "a number",
    "bool_type": "true or false",
    "bool_parsing": "true or false",
}


class Record(BaseModel):
    """The base of everything that hands write: no key but the declared ones, nothing changes after loading."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def _checked_id(text: str) -> str:
    if not re.fullmatch(r"[a-z0-9][a-z0-9_-]*", text):
        raise ValueError("an id must be small letters, digits, - and _ alone (it names a file)")
    return text


_ID_SCHEMA = {"type": "string", "pattern": "^[a-z0-9][a-z0-9_-]*$"}
Id: TypeAlias = Annotated[str, AfterValidator(_checked_id), WithJsonSchema(_ID_SCHEMA)]


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
        schema = adapter.json_schema()
        details = error.errors(include_url=False)
        meant = {_meant(detail, schema) for detail in details if detail["type"] == "extra_forbidden"}
        told = (detail for detail in details if detail["type"] != "missing" or detail["loc"] not in meant)
        return Bound(None, tuple(sorted({_problem(path, node, detail, schema) for detail in told})))


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


def keys_at(schema: dict[str, Any], location: _Location) -> tuple[str, ...]:
    """The keys that a JSON Schema knows where `location` leads to, in the model's order; empty where any key will do."""
    here = _resolved(schema, schema)
    for step in location:
        others = here.get("additionalProperties", {})
        inner = here.get("items", {}) if isinstance(step, int) else here.get("properties", {}).get(step, others)
        here = _resolved(schema, inner if isinstance(inner, dict) else {})
    return tuple(here.get("properties", {}))


def _meant(detail: ErrorDetails, schema: dict[str, Any]) -> _Location:
    """Where the key that an unknown one was meant to be would stand: it is not missing as well."""
    *before, key = detail["loc"]
    return (*before, nearest_word(str(key), keys_at(schema, tuple(before))) or "")


def _resolved(schema: dict[str, Any], part: dict[str, Any]) -> dict[str, Any]:
    reference = part.get("$ref", "")
    return schema["$defs"][reference.rpartition("/")[2]] if reference else part


def _problem(path: str, node: Node | None, detail: ErrorDetails, schema: dict[str, Any]) -> Problem:
    location = detail["loc"]
    line, column = mark_of(node, location)
    keys = keys_at(schema, location[:-1])
    name = _name_of(location)
    code, message, hint = _wording(name, detail, keys)
    return Problem(path, line, column, Severity.ERROR, code, message, hint)


def _name_of(location: _Location) -> str:
    """What a problem calls the place: its key, or the key of the list that it is an item of."""
    key = next((step for step in reversed(location) if isinstance(step, str)), "")
    if not location or not key:
        return "an entry" if location else "the file"
    return f'an item of "{shown(key)}"' if isinstance(location[-1], int) else f'"{shown(key)}"'


def _wording(name: str, detail: ErrorDetails, keys: tuple[str, ...]) -> tuple[str, str, str]:
    given, context = detail["input"], detail.get("ctx", {})
    match detail["type"]:
        case "extra_forbidden":
            return "unknown-key", f"{name} is no key here.", suggest(name.strip('"'), keys)
        case "missing":
            return "missing-key", f"the key {name} is missing.", ""
        case "literal_error" | "enum":
            expected = re.findall(r"'([^']*)'", str(context.get("expected", "")))
            return "unknown-word", f"{name} is {kind_of(given)}.", suggest(str(given), expected)
        case "value_error":
            return "bad-value", f"{name} is {kind_of(given)}: {context.get('error', detail['msg'])}.", ""
        case "greater_than" | "greater_than_equal" | "less_than" | "less_than_equal":
            bound = {"gt": "more than", "ge": "at least", "lt": "less than", "le": "at most"}
            limits = " and ".join(f"{bound[key]} {limit}" for key, limit in context.items() if key in bound)
            return "bad-value", f"{name} is {kind_of(given)}; it must be {limits}.", ""
        case "string_too_short":
            return "too-short", f"{name} is {kind_of(given)}; the fewest characters are {context.get('min_length')}.", ""
        case "too_short":
            return "too-short", f"{name} has {len(given)} items; the fewest are {context.get('min_length')}.", ""
        case kind:
            return "wrong-type", f"{name} is {kind_of(given)}; it must be {_MUST_BE.get(kind, detail['msg'])}.", ""


def kind_of(given: object) -> str:
    """What a value is, as a problem says it.

    >>> kind_of([]), kind_of(None), kind_of("010")
    ('a list', 'empty', '"010"')
    """
    if given is None or given == "":
        return "empty"
    if isinstance(given, dict):
        return "a mapping"
    return "a list" if isinstance(given, list | tuple) else f'"{shown(str(given))}"'
