"""The fields of a fact that a person may correct: how each is read off a claim, put into one, and compared.

A step of its own because the same table serves `was` (read, compare), `set` (put) and the stub (write).
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from generator.model.claim import Claim, Kind, Level, Qualifier, Status
from generator.model.correction import Setting
from generator.model.quantity import Value, parse_value

_PLAIN = re.compile(r"\w[\w./-]*|-\d+(?:\.\d+)?|\[-?[\d.]+, -?[\d.]+\]")


@dataclass(frozen=True, slots=True)
class Field:
    """One field: `read` gives its text ("" for none), `put` a claim with another text in it (which has been checked before)."""

    name: str
    read: Callable[[Claim], str]
    put: Callable[[Claim, str], Claim]


def _value(text: str) -> Value:
    value = parse_value(text)
    if value is None:
        raise ValueError(f'"{text}" was checked to be a number and is none')
    return value


FIELDS: tuple[Field, ...] = (
    Field("value", lambda claim: claim.value.text(), lambda claim, text: replace(claim, value=_value(text))),
    Field("unit", lambda claim: claim.unit, lambda claim, text: replace(claim, unit=text)),
    Field("qualifier", lambda claim: claim.qualifier, lambda claim, text: replace(claim, qualifier=Qualifier(text))),
    Field("period", lambda claim: claim.period, lambda claim, text: replace(claim, period=text)),
    Field("status", lambda claim: claim.status, lambda claim, text: replace(claim, status=Status(text))),
    Field("label", lambda claim: claim.label, lambda claim, text: replace(claim, label=text)),
    Field("metric", lambda claim: claim.metric or "", lambda claim, text: replace(claim, metric=text or None)),
    Field("kind", lambda claim: claim.kind, lambda claim, text: replace(claim, kind=Kind(text))),
    Field("subject", lambda claim: claim.subject, lambda claim, text: replace(claim, subject=text)),
    Field("level", lambda claim: claim.level, lambda claim, text: replace(claim, level=Level(text))),
    Field("park", lambda claim: claim.park or "", lambda claim, text: replace(claim, park=text or None)),
)
BY_NAME = {field.name: field for field in FIELDS}


def read_field(claim: Claim, name: str) -> str:
    """What a claim says in one field, as the fact files write it; KeyError for a field that no claim has."""
    return str(BY_NAME[name].read(claim))


def put_fields(claim: Claim, settings: Iterable[Setting]) -> Claim:
    """The claim with each field set, in the order of the settings."""
    for setting in settings:
        claim = BY_NAME[setting.field].put(claim, setting.text)
    return claim


def is_same(name: str, one: str, other: str) -> bool:
    """Whether two texts of a field say the same: numbers by value, all else to the character.

    >>> is_same("value", "7.70", "7.7"), is_same("label", "7.70", "7.7")
    (True, False)
    """
    return one == other or (name == "value" and parse_value(one) == parse_value(other) is not None)


def show(text: str) -> str:
    """A field's text as it is written in YAML, "null" for none.

    >>> show("293"), show("asof:2023"), show(""), show("null")
    ('293', '"asof:2023"', 'null', '"null"')
    """
    if not text:
        return "null"
    return text if _PLAIN.fullmatch(text) and text.lower() != "null" else '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
