"""When two texts, two quantities, two periods count as the same."""

import re
import unicodedata
from collections import Counter
from decimal import Decimal

from generator.model.quantity import Form, Value

_SCALE = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8, "兆": 10**12}
_QUOTES = str.maketrans("“”‘’＂", '""\'\'"')
_LIKE = 0.6


def squash(text: str) -> str:
    """Text without white space, width and quote-mark differences.

    >>> squash("６ 月“两新”")
    '6月"两新"'
    """
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text)).translate(_QUOTES)


def bare(text: str) -> str:
    """Letters, digits and Chinese characters alone, small.

    >>> bare("“小巨人”企业（A）")
    '小巨人企业a'
    """
    return re.sub(r"[^\w%]+", "", squash(text)).lower()


def quantity(value: Value, unit: str) -> tuple[tuple[Decimal, ...], str]:
    """The numbers and the unit with 万, 亿, 成 and fractions folded in, so that spellings of one quantity compare equal.

    >>> from generator.model.quantity import parse_value
    >>> quantity(parse_value("3"), "成") == quantity(parse_value("30"), "%")
    True
    >>> quantity(parse_value("1"), "万家") == quantity(parse_value("1"), "家")
    False
    """
    unit = bare(unit)
    if value.form is Form.FRACTION and value.second:
        return (_round(value.first / value.second * 100),), "%"
    numbers = (value.first,) if value.second is None else (value.first, value.second)
    if unit == "成":
        return tuple(_round(number * 10) for number in numbers), "%"
    scale = re.match("[十百千万亿兆]*", unit)
    factor = 1
    for sign in scale.group() if scale else "":
        factor *= _SCALE[sign]
    return tuple(_round(number * factor) for number in numbers), re.sub("^[十百千万亿兆]+", "", unit)


def _round(number: Decimal) -> Decimal:
    return round(number, 6).normalize()


def dice(a: str, b: str) -> float:
    """How alike two texts are by their pairs of characters: 0 to 1."""
    grams = [Counter(text[i : i + 2] for i in range(max(1, len(text) - 1))) for text in (a, b)]
    shared = (grams[0] & grams[1]).total()
    return 2 * shared / max(1, grams[0].total() + grams[1].total())


def similar(a: str, b: str, floor: float = _LIKE) -> bool:
    """Whether two names or labels mean the same: equal, one holding at least half of the other, or alike by pairs of characters.

    >>> similar("高新技术企业", "高新技术企业总数"), similar("专利授权量", "进出口总额")
    (True, False)
    """
    a, b = bare(a), bare(b)
    if not a or not b:
        return a == b
    short, long = sorted((a, b), key=len)
    return a == b or (short in long and len(short) / len(long) >= 0.5) or dice(a, b) >= floor


def same_period(gold: str, found: str) -> bool:
    """Whether `found` is the period `gold`, or says more precisely when a state was seen.

    >>> same_period("asof", "asof:2024-12"), same_period("asof:2024", "asof:2024-12"), same_period("2024", "asof")
    (True, True, False)
    """
    gold, found = gold or "asof", found or "asof"
    return gold == found or (gold == "asof" and found.startswith("asof")) or (gold.startswith("asof:") and found.startswith(gold))
