"""A number as a newspaper writes it, beside the number that it stands for."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Form(StrEnum):
    """How the number is written: one number, a range of two, a fraction of two."""

    NUMBER = "number"
    RANGE = "range"
    FRACTION = "fraction"


@dataclass(frozen=True, slots=True)
class Value:
    """A number as written: 亿 and 万 stay in the unit, Chinese numerals have become digits.

    `second` is the upper end of a range or the denominator of a fraction, else None.

    >>> Value(Form.FRACTION, Decimal(1), Decimal(3)).text()
    '1/3'
    >>> Value(Form.RANGE, Decimal(10), Decimal(50)).text()
    '[10, 50]'
    """

    form: Form
    first: Decimal
    second: Decimal | None = None

    def text(self) -> str:
        """The value as the fact files write it: `293`, `[10, 50]`, `1/3`."""
        if self.form is Form.NUMBER:
            return f"{self.first:f}"
        joined = (f"{self.first:f}", f"{self.second:f}")
        return f"[{joined[0]}, {joined[1]}]" if self.form is Form.RANGE else "/".join(joined)


def parse_value(text: str) -> Value | None:
    """Read `293`, `7.70`, `[10, 50]` or `1/3`; None if it is none of these.

    >>> parse_value("[10, 50]")
    Value(form=<Form.RANGE: 'range'>, first=Decimal('10'), second=Decimal('50'))
    >>> parse_value("viele") is None
    True
    """
    text = text.strip()
    if text.startswith("[") and text.endswith("]"):
        return _pair(Form.RANGE, text[1:-1].split(","))
    if "/" in text:
        return _pair(Form.FRACTION, text.split("/"))
    number = _decimal(text)
    return None if number is None else Value(Form.NUMBER, number)


def _pair(form: Form, parts: list[str]) -> Value | None:
    numbers = [_decimal(part) for part in parts]
    if len(numbers) != 2 or numbers[0] is None or numbers[1] is None:
        return None
    if form is Form.FRACTION and not numbers[1]:
        return None
    return Value(form, numbers[0], numbers[1])


def _decimal(text: str) -> Decimal | None:
    text = text.strip()
    sign, digits = ("-", text[1:]) if text.startswith("-") else ("", text)
    whole, point, rest = digits.partition(".")
    if not (whole.isascii() and whole.isdigit()) or (point and not (rest.isascii() and rest.isdigit())):
        return None
    return Decimal(sign + digits)
