"""What a text spoke of last when it speaks of time, and the words that repeat it: 同期, 当年, 上年同期, 会上."""

import re
from dataclasses import dataclass, replace

from generator.extract.tokens import PeriodMention
from generator.model.article import PageDate

ASOF = "asof"
_YEAR_TOLD = re.compile(r"\d年|[今去前]年|年度|五[”\"]?|这一年|[一二三四五六七八九十]年[前后]")
_ENDS = re.compile(r"[。；;！？]")
_TELLS_YEAR = re.compile(r"20\d\d|十[一二三四五六七]五")
_NAMING = {"year", "month", "day", "span", "year-end", "back", "plan", "asof-date", "each"}


@dataclass(frozen=True, slots=True)
class PeriodChoice:
    """The period of one number, the rule and the words that gave it.

    `sure` is false where it was carried over a distance, `dated` where its year is the page's and that one is doubtful.
    """

    period: str
    rule: str
    words: str
    sure: bool = True
    dated: bool = True


@dataclass(frozen=True, slots=True)
class PeriodContext:
    """What the text spoke of last: the time that governs with its words and rule, the last time with a year, the last year, the last day.

    `policy` is the time of the policy that the article is about; `idle` counts the sentences since the governing time held for anything;
    `ahead` says that only a plan was told of it (今年，公司计划扩大生产). `deed` is the day of what the last sentence told,
    `frame` the time that the article as a whole reviews (晒出2024年成绩单), `report` the one that the paragraph reports on,
    `listing` the year of the ranking or list whose publication the paragraph tells (公布2025年考核评价结果);
    `opening` the year or months with which the article or its last part opens, None before any time was told.
    """

    governing: str = ASOF
    words: str = ""
    rule: str = ""
    named: str = ""
    year: str = ""
    day: str = ""
    policy: str = ""
    idle: int = 0
    ahead: bool = False
    deed: str = ""
    frame: str = ""
    report: str = ""
    listing: str = ""
    opening: str | None = None


def name_in_order(
    text: str, mentions: tuple[PeriodMention, ...], context: PeriodContext, published: PageDate
) -> tuple[tuple[PeriodMention, ...], PeriodContext]:
    """The mentions with 同期, 当年, 会上 … given the period that was named before them, and the context with what they name."""
    out: list[PeriodMention] = []
    if not mentions:
        return (), context
    for at, mention in enumerate(mentions):
        period = (
            _same_months(text, mention, context)
            or mention.period
            or _aside_year(text, mention, tuple(out))
            or _state_year_before(text, mention, tuple(out))
            or _time_to_come(mention, tuple(out), context, published)
            or _repeated(text, mention, context, published)
            or _year_before_next(mention, mentions[at + 1 :])
            or ASOF
        )
        out.append(mention if period == mention.period else replace(mention, period=period))
        old_end = text[mention.start - 1 : mention.start] in {"由", "从"} and text[mention.end : mention.end + 1] == "的"
        back = looks_back(mention, mentions[:at])
        part = text.startswith("其中", mention.start - 2) and mention.rule == "span"  # 前三季度…；其中三季度当季增长9.2%。同期…
        if not old_end and not back and not part and mention.rule in _NAMING and period != ASOF:
            context = _with_named(context, mention.rule, period)
    return tuple(out), context


def _same_months(text: str, mention: PeriodMention, context: PeriodContext) -> str:
    """前8个月…，占比由2023年同期的11%升至29%: the months that were named, of that year; empty for other words."""
    if mention.rule not in {"year", "base"} or not mention.period.isdecimal() or not text.endswith("同期", mention.start, mention.end):
        return ""
    return "/".join(mention.period + part[4:] for part in context.named.split("/")) if context.named[4:5] == "-" else ""


def looks_back(mention: PeriodMention, before: tuple[PeriodMention, ...]) -> bool:
    """上半年…占37.6%,2020年才4%: an aside on an earlier year; what follows is not of that year."""
    named = [m.period for m in before if m.rule in {"year", "month", "span"} and m.period[:4].isdecimal()]
    return bool(named) and mention.rule == "year" and mention.period < named[-1][:4]


def _repeated(text: str, mention: PeriodMention, context: PeriodContext, published: PageDate) -> str:
    """The period that a repeating word stands for; empty where nothing was named."""
    if mention.rule == "same":
        return _quarter_of(context.named) if text.startswith("当季", mention.start) else context.named
    if mention.rule == "then":
        return ""
    if mention.rule == "event":
        return context.day
    if mention.rule == "that-year" and text[mention.start] in "当次翌那" and not _YEAR_TOLD.search(text, 0, mention.start):
        return ""  # 企业投产当年即实现产值3亿元,次年翻番: of no year that this paragraph names
    if mention.rule == "that-year" and text[mention.start] in "全次翌" and "首年" in text[max(0, mention.start - 20) : mention.start]:
        return ""  # 开通首年,全年只开行96列
    if mention.rule == "that-year" and text[mention.start] in "次翌":
        return str(int(context.year) + 1) if context.year else ""
    if mention.rule == "that-year":
        whole = text[mention.start : mention.end] == "全年"
        ahead = whole and context.year > published.value[:4] > ""
        return context.year if context.year and not ahead else _last_whole_year(published) if whole else ""
    return _year_before(context.named)


def mark_doubtful(choice: PeriodChoice, published: PageDate) -> PeriodChoice:
    """The choice, marked where its year rests on a page's date that another year fits nearly as well.

    >>> from generator.model.article import Precision
    >>> page = PageDate("2024-07", Precision.MONTH, inferred=True, how="", sure=False)
    >>> [mark_doubtful(PeriodChoice("2023", "year", words), page).dated for words in ("去年", "2023年")]
    [False, True]
    """
    doubtful = not published.sure and choice.period != ASOF and not _TELLS_YEAR.search(choice.words)
    return replace(choice, dated=False) if doubtful else choice


def _quarter_of(period: str) -> str:
    """一季度末…,当季新登记2680户: the quarter that the month closes."""
    year, _, month = period.partition("-")
    return f"{year}-{int(month) - 2:02d}/{period}" if month in {"03", "06", "09", "12"} else period


def _aside_year(text: str, mention: PeriodMention, before: tuple[PeriodMention, ...]) -> str:
    """今年一季度…；而在2020年,公司全年营收4.36亿元: the whole of the year told right before it."""
    last = before[-1] if before else None
    if last is None or last.rule != "year" or text[mention.start : mention.end] not in {"全年", "当年"}:
        return ""
    return last.period if looks_back(last, before[:-1]) and not _ENDS.search(text, last.end, mention.start) else ""


def _state_year_before(text: str, mention: PeriodMention, before: tuple[PeriodMention, ...]) -> str:
    """截至6月底,撬动订单7.3亿元,而去年同期累计还只有2.8亿元: a state as well, a year before."""
    last = before[-1] if before else None
    if last is None or mention.rule != "same-last-year" or last.rule != "asof-date" or _ENDS.search(text, last.end, mention.start):
        return ""
    return f"asof:{_year_before(last.period.removeprefix('asof:'))}"


def _time_to_come(mention: PeriodMention, before: tuple[PeriodMention, ...], context: PeriodContext, published: PageDate) -> str:
    """明年6月投产,届时…: the last time that was named, if it is not over; empty for other words."""
    if mention.rule == "same" and before and before[-1].end == mention.start:
        return before[-1].period  # 三季度当季
    if mention.rule == "event" and not context.day:
        return next((m.period for m in reversed(before) if m.rule == "month"), "")
    if mention.rule != "then":
        return ""
    named = [m.period for m in before if m.rule in _NAMING or m.rule in {"until", "within"}]
    last = named[-1] if named else context.governing
    plain = last.removeprefix("asof:")
    return plain if plain[:4].isdecimal() and is_not_over(plain.rpartition("/")[2], published) else ASOF


def is_not_over(last: str, published: PageDate) -> bool:
    """Whether the year or month that a time ends with is the page's or a later one."""
    page = published.value[: min(7, len(last))]
    return last >= page > ""


def _year_before_next(mention: PeriodMention, following: tuple[PeriodMention, ...]) -> str:
    """上年同期…；今年一季度…: what the text names only afterwards."""
    spans = [later.period for later in following if later.rule in {"span", "month"}]
    return _year_before(spans[0]) if spans and mention.rule == "same-last-year" else ""


def _with_named(context: PeriodContext, rule: str, period: str) -> PeriodContext:
    plain = period.removeprefix("asof:")
    day = period if rule == "day" else context.day
    named = context.named if rule == "day" else plain
    year = plain.rpartition("/")[2][:4]
    if (named, year, day) == (context.named, context.year, context.day):
        return context
    return replace(context, named=named, year=year, day=day)


def _last_whole_year(published: PageDate) -> str:
    """全年 where no year was named: in the first months the year before, later the running one; empty without a date."""
    year, month = published.value[:4], published.value[5:7]
    return str(int(year) - 1) if year and month and int(month) <= 4 else year


def _year_before(period: str) -> str:
    """The same span a year earlier: 2024-01/2024-09 → 2023-01/2023-09."""
    parts = period.split("/")
    return "/".join(f"{int(part[:4]) - 1}{part[4:]}" for part in parts) if parts[0][:4].isdecimal() else ""
