"""Frozen dataclasses as machine-made YAML, and back.

A step of its own because every machine-made file has this one form: the fields of its dataclass in order, empty ones left out.
"""

import types
import typing
from dataclasses import fields, is_dataclass
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any, TypeVar, cast

from generator.model.quantity import Value, parse_value
from generator.yamlio.dump import Plain
from generator.yamlio.nodes import Mapping, Node, Scalar, Sequence

_T = TypeVar("_T")


def to_record(thing: object) -> Plain:
    """A frozen dataclass as a mapping of its fields, those that are empty left out; numbers stay as written.

    TypeError for anything but dataclasses, tuples, texts, numbers, enums and None.

    >>> to_record({1, 2})
    Traceback (most recent call last):
    TypeError: a record holds no set
    """
    if isinstance(thing, Value):
        return thing.first if thing.second is None else thing.text()
    if isinstance(thing, Enum):
        return str(thing.value)
    if thing is None or isinstance(thing, str | int | Decimal):
        return thing
    if isinstance(thing, tuple):
        return [to_record(item) for item in thing]
    if is_dataclass(thing):
        pairs = ((field.name, getattr(thing, field.name)) for field in fields(thing))
        return {name: to_record(value) for name, value in pairs if value not in ("", (), None)}
    raise TypeError(f"a record holds no {type(thing).__name__}")


def from_record(kind: type[_T], node: Node) -> _T:
    """The dataclass that `to_record` made the node's text from. ValueError where the text is no such record.

    Keys that the class no longer has are passed over, so that files of an older version can be compared with.
    """
    return cast("_T", _build(kind, node))


def _build(kind: Any, node: Node) -> Any:  # a type taken apart at run time has no static type
    origin = typing.get_origin(kind)
    if origin in (typing.Union, types.UnionType):
        return _build(next(part for part in typing.get_args(kind) if part is not type(None)), node)
    if origin is tuple:
        return tuple(_build(typing.get_args(kind)[0], item) for item in _expect(node, Sequence).items)
    if kind is Value:
        return _value(_expect(node, Scalar).text)
    if is_dataclass(kind):
        return _dataclass(kind, _expect(node, Mapping))
    text = _expect(node, Scalar).text
    return text == "true" if kind is bool else kind(text)


def _expect(node: Node, kind: type[_T]) -> _T:
    if not isinstance(node, kind):
        raise ValueError(f"line {node.line}: expected a {kind.__name__.lower()}, found a {type(node).__name__.lower()}")
    return node


def _value(text: str) -> Value:
    value = parse_value(text)
    if value is None:
        raise ValueError(f'"{text}" is no value')
    return value


def _dataclass(kind: Any, node: Mapping) -> Any:
    entries = {key.text: value for key, value in node.entries}
    return kind(**{name: _build(part, entries[name]) if name in entries else _empty(part) for name, part in _parts(kind)})


@cache
def _parts(kind: Any) -> tuple[tuple[str, Any], ...]:
    hints = typing.get_type_hints(kind)
    return tuple((field.name, hints[field.name]) for field in fields(kind))


def _empty(kind: Any) -> Any:
    """What `to_record` leaves out."""
    origin = typing.get_origin(kind)
    if origin in (typing.Union, types.UnionType):
        return None
    if origin is tuple:
        return ()
    if kind is str:
        return ""
    raise ValueError(f"a {getattr(kind, '__name__', kind)} is missing")
