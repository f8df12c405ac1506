"""When a page appeared, inferred from its text: most pages have no date line.

Every mention of a time is a witness: what is past must lie before the page, what is planned after it, a bare day (1月29日) shortly before it.
For each month that comes into question the witnesses are asked how ill it fits; the month that fits best is the page's.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from generator.model.article import PageDate, Precision

_YEAR = r"(?P<year>20\d\d)\s*年"
_EXPLICIT = re.compile(
    _YEAR + r"(?P<total>度)?(?:\s*(?P<first>\d{1,2})\s*(?:月份?)?\s*(?:[-—–~～至到]+\s*(?P<last>\d{1,2}))\s*月|\s*(?P<month>\d{1,2})\s*月(?:\s*(?P<day>\d{1,2})\s*日)?"
    r"|\s*前(?P<months>[\d一二三四五六七八九十]{1,2})个?月|(?:第?(?P<quarter>[一二三四])季度|(?P<half>上半年|前三季度)|(?P<end>年?底|末)))?"
)
_BARE_DAY = re.compile(r"(?<![\d年度])(?<!年 )(?P<month>\d{1,2})\s*月\s*(?P<day>\d{1,2})(?:\s*[-—–~～至]\s*\d{1,2})?\s*日")
_BARE_SPAN = re.compile(r"(?:今年以?来?|截至|截止|前)\s*(?:(?P<first>\d{1,2})\s*月?份?\s*[-—–~～至到]+\s*)?(?P<last>\d{1,2})\s*个?(?:月份?)(?P<end>底|末)?")
_THIS_PART = re.compile(r"今年(?P<part>上半年|前三季度|一季度|第一季度|二季度|第二季度|三季度|第三季度)")
_SPRING = re.compile(r"正月|春节|元宵|新春|开年首")
_PLAN_BEGUN = re.compile(r"[“\"]?十五五[”\"]?(?:已|开局|元年)")
_THEN_THIS_YEAR = re.compile(_YEAR + r"(?:(?!20\d\d)[^。]){0,40}今年(?!以来的)")
_TITLE_YEAR = re.compile(r"(?<![\d—–~～-])20\d\d(?=[》）)”])")
_FUTURE = re.compile(r"将|力争|预计|计划|有望|目标|规划|拟|届时|争取|即将|未来|打造到|确保|为实现|为[^，。]{0,8}$|(?<![截从年月])[到至]$")
_BEGAN = re.compile(r"[^，。；]{0,12}?(?:成立|落户|迁|投产|建成|启动|开工|入驻|获批|挂牌|以来|起|引进|设立|第[一二三四五六七八九十\d]+届|名单|评价|考核)")
_NOT_THE_PAGE = re.compile(r"[《“（(][^》”）)]*$")
_PARTS = {"上半年": 6, "前三季度": 9, "一季度": 3, "第一季度": 3, "二季度": 6, "第二季度": 6, "三季度": 9, "第三季度": 9}
_QUARTERS = {"一": 1, "二": 4, "三": 7, "四": 10}
_CHINESE = {sign: number for number, sign in enumerate("一二三四五六七八九十", 1)}
_MASTHEAD = re.compile(_YEAR + r"\s*(?P<month>\d{1,2})\s*月\s*(?P<day>\d{1,2})\s*日")
_EARLIEST, _LATEST = 2000, 2099
_MONTHS = 12
UNKNOWN = PageDate("", Precision.NONE, inferred=True, how="the text names no year")


class Witness(StrEnum):
    """What a mention of a time says of the page."""

    AFTER = "after"
    BEFORE = "before"
    SHORTLY_AFTER = "shortly after"
    YEAR_OVER = "after the whole of"
    YEAR_AFTER = "in the year after"
    MONTH_PAST = "after this year's month"
    MONTH_AHEAD = "before this year's month"
    SPRING = "in spring"


@dataclass(frozen=True, slots=True)
class Clue:
    """One witness: `month` counts months from the year 0, or is 1 to 12 where no year is named; `text` is what the page says."""

    kind: Witness
    month: int
    text: str
    sure: bool


def infer_date(texts: Iterable[str], headers: Iterable[str] = ()) -> PageDate:
    """The page's date to the month, to the year, or to the day where a line of the page itself (`headers`) gives it.

    >>> infer_date(["截至2023年12月29日，企业达56家。", "1月2日，记者从高新区获悉，2024年将新增10家。"]).value
    '2024-01'
    >>> infer_date(["高新区聚焦主导产业。"]).precision
    <Precision.NONE: 'none'>
    """
    for header in headers:
        match = _MASTHEAD.search(header)
        if match and _MONTHS >= int(match["month"]) >= 1:
            value = f"{match['year']}-{int(match['month']):02}-{int(match['day']):02}"
            return PageDate(value, Precision.DAY, inferred=True, how=f"the page's own line says {match[0]}")
    clues = tuple(clue for text in texts for clue in _clues(text))
    dated = [clue.month for clue in clues if clue.kind in (Witness.AFTER, Witness.YEAR_OVER, Witness.BEFORE)]
    if not dated:
        return UNKNOWN
    past = [clue.month for clue in clues if clue.kind in (Witness.AFTER, Witness.YEAR_OVER)] or dated
    months = range(max(past) - 3 * _MONTHS, max(past) + 2 * _MONTHS + 1)
    best = min(months, key=lambda month: (_misfit(month, clues, max(past)), month))
    return _dated(best, clues)


def _dated(month: int, clues: tuple[Clue, ...]) -> PageDate:
    year, number = divmod(month, _MONTHS)
    near = [clue for clue in clues if _tells_month(clue, month)]
    words = tuple(dict.fromkeys(clue.text for clue in (near or clues)))[-4:]
    how = "no date line; fits best with " + "、".join(words)
    if near:
        return PageDate(f"{year}-{number + 1:02}", Precision.MONTH, inferred=True, how=how)
    return PageDate(str(year), Precision.YEAR, inferred=True, how=how)


def _tells_month(clue: Clue, month: int) -> bool:
    """Whether the witness tells more than the year."""
    if clue.kind in (Witness.SHORTLY_AFTER, Witness.MONTH_PAST):
        return (month % _MONTHS + 1 - clue.month) % _MONTHS <= 3
    return clue.kind is Witness.AFTER and clue.sure and 0 <= month - clue.month <= 3


def _misfit(month: int, clues: tuple[Clue, ...], latest: int) -> float:
    """How ill a month fits all witnesses; later than the latest of them costs a little for each month."""
    recent = [_lag(clue.month, month) for clue in clues if clue.kind is Witness.SHORTLY_AFTER]
    total = 0.08 * abs(month - latest) + (min(recent) + 0.3 * sum(min(2.0, lag) for lag in recent) / len(recent) if recent else 0.0)
    parts = [clue.month for clue in clues if clue.kind is Witness.MONTH_PAST]
    if parts:
        # Figures of a month are out when it is over; they are news for the month after.
        after = month % _MONTHS + 1 - max(parts)
        total += 0.5 if after == 0 else 0.15 * abs(after - 1)
    return total + sum(_misfit_of(clue, month) for clue in clues)


def _lag(number: int, month: int) -> float:
    """How ill a bare day in month `number` fits a page of `month`: days of the same month and of the one before are fresh."""
    lag = (month % _MONTHS + 1 - number) % _MONTHS
    return (0.0, 0.5, 1.5, 2.5)[lag] if lag <= 3 else 4.0


def _misfit_of(clue: Clue, month: int) -> float:
    number = month % _MONTHS + 1
    match clue.kind:
        case Witness.AFTER:
            return (4.0 if clue.sure else 1.5) if month < clue.month else 0.0
        case Witness.BEFORE:
            return 1.5 if month > clue.month + _MONTHS - 1 else 0.0
        case Witness.YEAR_OVER:
            if month < clue.month:
                return 4.0
            return (1.5 if clue.sure else 0.8) if month < clue.month + _MONTHS - 1 else 0.0
        case Witness.YEAR_AFTER:
            return 0.0 if month // _MONTHS == clue.month // _MONTHS else 1.0
        case Witness.MONTH_PAST:
            return 2.0 if number < clue.month else 0.0
        case Witness.MONTH_AHEAD:
            return 1.5 if number > clue.month else 0.0
        case Witness.SPRING:
            return 0.0 if number <= 3 else 0.5
        case Witness.SHORTLY_AFTER:
            return 0.0


def _clues(text: str) -> Iterator[Clue]:
    """All that a text says of when it was written."""
    for match in _EXPLICIT.finditer(text):
        yield from _explicit(match, text)
    for match in _BARE_DAY.finditer(text):
        if 1 <= int(match["month"]) <= _MONTHS and not _is_future(match, text):
            if re.search(r"20\d\d\s*年[^。；]{0,14}$", text[: match.start()]) is None:
                yield Clue(Witness.SHORTLY_AFTER, int(match["month"]), match[0], sure=True)
    for match in _BARE_SPAN.finditer(text):
        if 1 <= int(match["last"]) <= _MONTHS and not match[0].startswith("前"):
            kind = Witness.MONTH_AHEAD if _is_future(match, text) else Witness.MONTH_PAST
            yield Clue(kind, int(match["last"]), match[0], sure=True)
    for match in _THIS_PART.finditer(text):
        if not _is_future(match, text):
            yield Clue(Witness.MONTH_PAST, _PARTS[match["part"]], match[0], sure=True)
    for match in _THEN_THIS_YEAR.finditer(text):
        yield Clue(Witness.YEAR_AFTER, (int(match["year"]) + 1) * _MONTHS, match[0][:5] + "…今年", sure=False)
    for match in _TITLE_YEAR.finditer(text):
        yield Clue(Witness.AFTER, int(match[0]) * _MONTHS, match[0], sure=False)
    if _PLAN_BEGUN.search(text):
        yield Clue(Witness.AFTER, 2025 * _MONTHS + 9, "“十五五”已启程", sure=False)
    if _SPRING.search(text):
        yield Clue(Witness.SPRING, 1, "春节", sure=False)


def _explicit(match: re.Match[str], text: str) -> Iterator[Clue]:
    """What a time with its year says: past or planned, a span to its end, a bare year as a whole if figures of it are given."""
    year = int(match["year"])
    if not _EARLIEST <= year <= _LATEST or _NOT_THE_PAGE.search(text[max(0, match.start() - 12) : match.start()]):
        return
    number = _month_number(match)
    if number is not None and not 1 <= number <= _MONTHS:
        return
    if _is_future(match, text):
        yield Clue(Witness.BEFORE, year * _MONTHS, match[0], sure=number is not None)
    elif number is not None:
        sure = match["quarter"] is None
        yield Clue(Witness.AFTER, year * _MONTHS + number - 1, match[0], sure=sure)
    else:
        whole = match["total"] is None and not _BEGAN.match(text[match.end() :]) and re.match(r"[，,、]|全年|[^，。]{0,12}\d", text[match.end() :])
        kind = Witness.YEAR_OVER if whole else Witness.AFTER
        yield Clue(kind, year * _MONTHS, match[0], sure=bool(kind is Witness.AFTER or (whole and not whole[0][-1:].isdigit())))


def _month_number(match: re.Match[str]) -> int | None:
    """The month in which a time ends; None for a bare year."""
    if match["last"] or match["month"]:
        return int(match["last"] or match["month"])
    if match["months"]:
        return _CHINESE.get(match["months"]) or (int(match["months"]) if match["months"].isdecimal() else 11)
    if match["quarter"]:
        return _QUARTERS[match["quarter"]]
    if match["half"]:
        return _PARTS[match["half"]]
    return _MONTHS if match["end"] else None


def _is_future(match: re.Match[str], text: str) -> bool:
    """Whether the clause of a time speaks of what is to come."""
    before = re.split(r"[。；！？]", text[max(0, match.start() - 16) : match.start()])[-1]
    after = re.split(r"[。；！？]", text[match.end() : match.end() + 24])[0]
    clause = re.split(r"[，,]", before)[-1]
    return bool(_FUTURE.search(clause) or _FUTURE.search(re.split(r"[，,]", after + "，")[0]) or (_FUTURE.search(after) and after[:1] in "，,"))
