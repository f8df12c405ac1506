"""What a figure is compared with (比2021年, 较年初), and the stretch of time that a change from there covers."""

import re

from generator.extract.period_candidate import is_old_half
from generator.extract.period_context import PeriodChoice
from generator.extract.period_place import Place
from generator.extract.tokens import PeriodMention, Quantity, Span
from generator.model.claim import Kind

_GAINED = re.compile(r"(?:净增|增加|减少|多出|少了|多了)[了近约]?$")  # 比2019年增加310亿元
_OF_BASE = re.compile(r"[^，,。；;\d]{0,10}的")  # 是2018年落户当年的6倍
_ONE_GROWTH = re.compile(r"[^，,。；;]{0,10}(?:增长|下降|提高|提升|降低|减少|增加)了?[约近超]?\d[\d.]*[^，,。；;\d]{1,4}[，,]")
_GROWN_TOO = re.compile(
    r"(?!.*(?:同比|环比|年均|年平均|平均(?:每年|增|下)))[^，,。；;\d]{2,16}(?:增长|下降|提高|提升|降低|减少|增加)了?[约近超]?"
)
_YEARS_TOLD = frozenset({"year", "asof-date", "year-end"})
_LAST_YEAR = re.compile(r"同比|[；;]")
YEARLY = re.compile(r"年均|年平均|年复合")


def base_of(place: Place, quantity: Quantity, clause: Span) -> PeriodMention | None:
    """What the number is compared with in its clause."""
    if not place.mentions:
        return None
    bases = [m for m in place.mentions if m.rule == "base" and m.start < quantity.start and m.period[:4].isdecimal()]
    near = [m for m in bases if clause.start <= m.start or (m.end + 1 == clause.start and place.said(m).endswith("相比"))]
    return near[-1] if near else _base_of_all(place, bases, quantity) or _base_beside(place, bases, quantity, clause)


def told_of_base(place: Place, quantity: Quantity) -> PeriodMention | None:
    """比去年同期的4.1亿元增加了四成: the base whose own figure the number is; 是去年同期的1.4倍 is no figure of that time."""
    if quantity.kind is not Kind.LEVEL or quantity.unit == "倍" or not place.text.startswith("的", quantity.head - 1):
        return None
    bases = (m for m in place.mentions if m.rule == "base" and m.end == quantity.head - 1 and m.period[:4].isdecimal())
    return next((m for m in bases if place.said(m)[0] in "比较" or place.text[m.start - 1] in "比较"), None)


def _base_beside(place: Place, bases: list[PeriodMention], quantity: Quantity, clause: Span) -> PeriodMention | None:
    """能耗比2020年下降23.8%,产值却增长38%: what has grown beside it is compared with the same year."""
    last = bases[-1] if bases else None
    if last is None or quantity.kind is not Kind.GROWTH or place.said(last)[0] not in "比较" or place.said(last).endswith("同期"):
        return None
    between = place.text[last.end : clause.start]
    if not _ONE_GROWTH.fullmatch(between) or any(last.end <= m.start < quantity.start for m in place.mentions):
        return None
    return last if _GROWN_TOO.fullmatch(place.text, clause.start, quantity.head) else None


def _base_of_all(place: Place, bases: list[PeriodMention], quantity: Quantity) -> PeriodMention | None:
    """与2020年相比,企业增长56%,税收增长1.4倍: what the sentence opens with is the base of all that has grown."""
    first = bases[0] if bases else None
    if first is None or len(bases) > 1 or quantity.kind is not Kind.GROWTH or not place.said(first).endswith("相比"):
        return None
    if place.text[place.sentence.start : first.start].strip("与和同跟“") or _LAST_YEAR.search(place.text, first.end, quantity.head):
        return None
    return first


def since_base(place: Place, choice: PeriodChoice, quantity: Quantity, clause: Span) -> PeriodChoice:
    """比三年前翻了一番 without another time is growth from then on."""
    base = base_of(place, quantity, clause)
    year = place.published.value[:4]
    if base is None or not year or (quantity.unit.endswith("百分点") and place.said(base).endswith(("底", "末"))):
        return choice  # 占52%,较2021年底提高17个百分点 is told of now
    if not is_change_from(place, base, quantity) or int(base.period[:4]) + 1 >= int(year):
        return choice
    return PeriodChoice(from_base(base.period[:4], year), "since-base", place.said(base))


def yearly_since(place: Place, quantity: Quantity, clause: Span) -> str:
    """2018年财政收入12.1亿元,比1992年翻了117倍;年均增长20%: a yearly growth runs from the year compared with, or changed from."""
    if quantity.kind is not Kind.GROWTH or not YEARLY.search(place.text, clause.start, quantity.head):
        return ""
    olds = [m for m in place.mentions if m.end <= clause.start and (m.rule == "base" or _is_old(place, m))]
    if olds:
        return olds[-1].period[:4] if olds[-1].period[:4].isdecimal() else ""
    years = [m.period.removeprefix("asof:")[:4] for m in place.mentions if m.end <= clause.start and m.rule in _YEARS_TOLD]
    return years[0] if len(years) == 2 and years[0] < years[1] else ""  # 2018年500亿元,到2022年底超1300亿元,年均增长25%


def _is_old(place: Place, mention: PeriodMention) -> bool:
    """由2020年的120家…: the year of a change's old end."""
    return mention.rule == "year" and is_old_half(place.text, place.sentence, mention, None)


def is_change_from(place: Place, base: PeriodMention, quantity: Quantity) -> bool:
    """Whether the number tells the change since a year before last (比2018年提升11个百分点): its time runs from there."""
    multiple = quantity.unit == "倍" and _OF_BASE.fullmatch(place.text, base.end, quantity.head) is not None
    gained = _GAINED.search(place.text, base.end, quantity.head) is not None
    if place.said(base).endswith("同期"):
        return False  # 1—2月…,比2019年同期增长28.6%: of these months
    if not (multiple or gained or quantity.kind is Kind.GROWTH) or base.period[4:] not in {"", "-12"}:
        return False
    return quantity.unit in {"番", "倍"} or base.period[:4] in place.said(base) or place.said(base)[-1] in "末"


def since_year_end(base: str, state: str, *, new_year: bool) -> str:
    """较上年底净增19家 said of June 2024 is growth of 2024-01/2024-06; 比年初新增 or 较上年 said of a year's end is growth of that year.

    >>> since_year_end("2023-12", "asof:2024-06", new_year=False), since_year_end("2023", "asof:2023-12", new_year=False)
    ('2024-01/2024-06', '2023')
    >>> since_year_end("2020", "asof:2024-06", new_year=False), since_year_end("2023", "asof:2024-06", new_year=False)
    ('2020/2024', 'asof:2024-06')
    """
    last = state.removeprefix("asof:")
    if last[4:] == "-12" and (new_year or (len(base) == 4 and int(base) + 1 >= int(last[:4]))):
        return last[:4]
    first = int(base[:4]) + (len(base) > 4)
    if len(last) == 7 and int(last[:4]) == first:
        return f"{first}-01/{last}"
    return from_base(base, state) if len(base) == 4 else state


def from_base(base: str, period: str) -> str:
    """是2022年的3.1倍 said of 2024 is growth over 2022/2024; against the year before it is that of 2024."""
    last = period.removeprefix("asof:").rpartition("/")[2][:4]
    return f"{base}/{last}" if last.isdecimal() and int(base) + 1 < int(last) else period
