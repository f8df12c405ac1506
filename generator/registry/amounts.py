"""What a figure says as an interval in base units: 1200 亿元 and 超1.2 千亿元 can be compared, 293 家 and 5 % cannot.

A step of its own because value, unit and qualifier mean something only together.
"""

from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from generator.model.claim import Qualifier
from generator.model.quantity import Form, Value
from generator.registry.registry import Registry

_TENS = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}
_ABOUT = Decimal("0.1")  # 约, 近, 余, 左右: a tenth to either side is as far as press prose goes


@dataclass(frozen=True, slots=True)
class Interval:
    """From `low` to `high` in unit `base`, ends included; None is no bound on that side. Intervals of other families do not compare."""

    low: Decimal | None
    high: Decimal | None
    base: str
    family: str

    def meets(self, other: "Interval") -> bool:
        """Whether some number lies in both; ValueError if they measure different things.

        >>> Interval(Decimal(5), None, "元", "money").meets(Interval(Decimal(1), Decimal(4), "元", "money"))
        False
        """
        if not self.compares(other):
            raise ValueError(f"{self.base} ({self.family}) does not compare with {other.base} ({other.family})")
        return not (_below(self.high, other.low) or _below(other.high, self.low))

    def compares(self, other: "Interval") -> bool:
        """Whether both measure the same in the same base unit: 家 and 人 are both counts and do not compare."""
        return (self.family, self.base) == (other.family, other.base)

    def widened(self, by: Decimal) -> "Interval":
        """The interval with `by` (in base units) added on both sides."""
        return Interval(None if self.low is None else self.low - by, None if self.high is None else self.high + by, self.base, self.family)


def interval(value: Value, unit: str, qualifier: Qualifier, registry: Registry) -> Interval | None:
    """The numbers that the words allow, in base units; None for a unit that no family has.

    `about` reaches a tenth to either side, `over` has no upper bound, `under` and `upto` begin at 0. A fraction without a unit is a
    share in percent. The words' own rounding (7.7 亿元 may be 7.74) is not in it: see `rounding`.
    """
    measure = find_measure(unit or ("%" if value.form is Form.FRACTION else ""), registry)
    if measure is None:
        return None
    factor = Decimal(100) if value.form is Form.FRACTION and not unit else measure.factor
    low, high = _ends(value)
    low, high = low * factor, high * factor
    return _qualified(low, high, qualifier, measure)


def rounding(value: Value, unit: str, registry: Registry) -> Decimal:
    """Half of the last digit written, in base units: what rounding may have taken. 0 for whole numbers of countable things and fractions.

    293 家 is a count; 7.7 亿元, 12 亿元 and 5.2 % were rounded.
    """
    measure = find_measure(unit, registry)
    if measure is None or value.form is Form.FRACTION or (measure.factor == 1 and _is_whole(value.first)):
        return Decimal(0)
    exponent = value.first.as_tuple().exponent
    return Decimal((0, (5,), (exponent if isinstance(exponent, int) else 0) - 1)) * measure.factor


@dataclass(frozen=True, slots=True)
class Measure:
    """A unit resolved: one of it is `factor` times `base`."""

    family: str
    base: str
    factor: Decimal


def find_measure(unit: str, registry: Registry) -> Measure | None:
    """What a unit as written measures; 万家 is 10,000 家 even if only 家 is registered. None if it is in no family."""
    known = _known_measures(registry)
    factor = Decimal(1)
    rest = unit
    while rest:
        measure = known.get(rest)
        if measure:
            return Measure(measure.family, measure.base, measure.factor * factor)
        if rest[0] not in _TENS:
            return None
        factor *= _TENS[rest[0]]
        rest = rest[1:]
    return None


@lru_cache(maxsize=4)
def _known_measures(registry: Registry) -> dict[str, Measure]:
    return {unit.name: Measure(unit.family, unit.base, unit.factor) for unit in reversed(registry.units)}


def _ends(value: Value) -> tuple[Decimal, Decimal]:
    if value.second is None:
        return value.first, value.first
    if value.form is Form.FRACTION:
        return value.first / value.second, value.first / value.second
    return min(value.first, value.second), max(value.first, value.second)


def _qualified(low: Decimal, high: Decimal, qualifier: Qualifier, measure: Measure) -> Interval:
    match qualifier:
        case Qualifier.EXACT:
            return Interval(low, high, measure.base, measure.family)
        case Qualifier.ABOUT:
            return Interval(low - abs(low) * _ABOUT, high + abs(high) * _ABOUT, measure.base, measure.family)
        case Qualifier.OVER:
            return Interval(low, None, measure.base, measure.family)
        case Qualifier.UNDER | Qualifier.UPTO:
            return Interval(min(Decimal(0), high), high, measure.base, measure.family)


def _below(high: Decimal | None, low: Decimal | None) -> bool:
    return high is not None and low is not None and high < low


def _is_whole(number: Decimal) -> bool:
    return number == number.to_integral_value() and "." not in str(number)
