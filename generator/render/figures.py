"""One figure in words: number, unit, qualifier, period and status as a reader reads them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from generator.model.claim import Claim, Kind, Qualifier
from generator.model.entities import Unit
from generator.model.period import period_bounds
from generator.model.quantity import Form, Value
from generator.render.wording import Wording

_FALL = re.compile("(?:[降减跌]幅|(?:压减|压缩|精简|缩短|缩减|削减|减少|降低|下降|节约|节省)(?:率|幅度|比例))$")  # a label that says so
_SAYS = re.compile(
    "(?:高于|低于|快于|慢于)[^，]*$|(?:降幅|跌幅|减幅)(?:收窄|缩小|扩大|加深)$|位次(?:变化|提升|下降)$"
)  # neither rises nor falls
_SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}


@dataclass(frozen=True, slots=True)
class FigureText:
    """A figure in five pieces that are printed one after another: 约 · 1200 · 亿元 · 以上; `whole` is all of it."""

    before: str
    number: str
    unit: str
    after: str

    @property
    def whole(self) -> str:
        """The figure in one piece."""
        return f"{self.before}{self.number}{self.unit}{self.after}"


def figure_text(claim: Claim, wording: Wording) -> FigureText:
    """The figure with its qualifier, which is never left out; a growth whether up or down, unless its label does, a rank a place."""
    before, after = wording(f"qualifier.{claim.qualifier}.before"), wording(f"qualifier.{claim.qualifier}.after")
    number = number_text(claim.value, wording)
    if claim.kind is Kind.RANK and claim.qualifier in (Qualifier.UNDER, Qualifier.UPTO):
        return FigureText(wording("value.rank_within"), number, claim.unit, "")
    if claim.kind is Kind.RANK:
        return FigureText(before + wording("value.rank_before"), number, claim.unit, after)
    if claim.kind is Kind.GROWTH:
        if _SAYS.search(claim.label):
            return FigureText(before, number.lstrip("-"), claim.unit, after)
        sign = "down" if claim.value.first < 0 or is_fall(claim.label) else "up"
        return FigureText(wording(f"value.{sign}") + before, number.lstrip("-"), claim.unit, after)
    return FigureText(before, number, claim.unit, after)


def is_fall(label: str) -> bool:
    """Whether a label of growth says that the thing fell, so that its figure is no rise.

    >>> is_fall("能源成本降幅"), is_fall("申报材料压减率"), is_fall("出口额"), is_fall("降幅收窄")
    (True, True, False, False)
    """
    return _FALL.search(label) is not None


def kind_name(name: str, kind: Kind, wording: Wording) -> str:
    """A metric's name with what a figure of this kind says of it: 工业总产值增速; a name that says so already stays as it is.

    >>> from generator.render.wording import load_wording
    >>> words = load_wording("kind_suffix: {level: '', growth: 增速, share: （占比）, rank: （排名）}")
    >>> [kind_name(name, Kind.RANK, words) for name in ("小巨人企业", "综合评价排名")]
    ['小巨人企业（排名）', '综合评价排名']
    """
    suffix = wording(f"kind_suffix.{kind}")
    return name if suffix and name.endswith(suffix.strip("（）")) else name + suffix


def number_text(value: Value, wording: Wording) -> str:
    """The number as written, a range with a dash: 293, 10–50, 1/3."""
    first = f"{value.first:f}"
    if value.form is Form.NUMBER or value.second is None:
        return first
    return wording("value.range" if value.form is Form.RANGE else "value.fraction", first=first, second=f"{value.second:f}")


def base_value(value: Value, unit: str, units: Mapping[str, Unit]) -> Decimal | None:
    """The figure in the base unit of its family, the middle of a range; None where the unit is not known.

    A figure without unit stands for itself.
    """
    factor = unit_factor(unit, units)
    if factor is None:
        return None
    if value.second is None:
        return value.first * factor
    if value.form is Form.FRACTION:
        return value.first / value.second * 100 * factor
    return (value.first + value.second) / 2 * factor


def unit_factor(unit: str, units: Mapping[str, Unit]) -> Decimal | None:
    """What one of `unit` is in its family's base unit: 亿元 → 100000000."""
    if not unit:
        return Decimal(1)
    factor = Decimal(1)
    while unit and unit not in units and unit[0] in _SCALES:
        factor *= _SCALES[unit[0]]
        unit = unit[1:]
    if not unit:
        return factor
    return factor * units[unit].factor if unit in units else None


def date_text(text: str, wording: Wording) -> str:
    """`2025`, `2025-06` or `2025-06-26` in words; text of any other form as it is."""
    parts = text.split("-")
    if not all(part.isdigit() for part in parts) or len(parts) > 3:
        return text
    names = ("year", "month", "day")
    fields = {name: int(part) for name, part in zip(names, parts, strict=False)}
    return wording(f"period.{names[len(parts) - 1]}", **fields)


def period_text(period: str, page_date: str, wording: Wording) -> str:
    """What span a figure covers, in words; a bare state says from when its report is, if that is known."""
    if period == "asof":
        return wording("period.asof_page", date=date_text(page_date, wording)) if page_date else wording("period.asof")
    if period.startswith("asof:"):
        return wording("period.asof_date", date=date_text(period.removeprefix("asof:"), wording))
    first, slash, last = period.partition("/")
    if not slash:
        return date_text(period, wording)
    return _span_text(first, last, wording)


def _span_text(first: str, last: str, wording: Wording) -> str:
    if len(first) == 4:
        return wording("period.years", first=first, last=last)
    if first[:4] == last[:4] and len(first) == len(last) == 7:
        return wording("period.months", year=first[:4], first=int(first[5:]), last=int(last[5:]))
    return wording("period.span", first=date_text(first, wording), last=date_text(last, wording))


def last_day(period: str, page_date: str) -> str:
    """The last day that a figure speaks of, as text that sorts (2025-12-31); a bare state takes its page's date; empty if unknown.

    >>> last_day("2021/2025", ""), last_day("asof", "2025-12"), last_day("asof", "")
    ('2025-12-31', '2025-12-31', '')
    """
    bounds = period_bounds(period) or period_bounds(page_date)
    return bounds[1].isoformat() if bounds else ""


def year_of(period: str, page_date: str) -> str:
    """The year in which the figure's period ends, or empty."""
    return last_day(period, page_date)[:4]
