"""What mentions of time make of one another: a month takes the year told before it, 两年来 counts from it, 今年 goes up to 截至9月底.

A step of its own: a mention is first read by itself, and then beside those before it in its text.
"""

import re
from itertools import pairwise

from generator.extract.calendar_dates import Now
from generator.extract.tokens import PeriodMention
from generator.model.numerals import parse_number

_COUNT = re.compile(r"\d+|[一二三四五六七八九十两]+")
_MEANT = re.compile(r"将|拟|要|计划|力争|争取|预计|有望|确保|任务|目标")
_ENDS_OF_YEARS = frozenset({"year", "until", "asof-date", "year-end"})


def read_in_sequence(text: str, now: Now | None, mentions: list[PeriodMention], told_of: str) -> tuple[PeriodMention, ...]:
    """2023年，…，6月投产: a month without a year has the year that its sentence named before; so has 年内 in a review of last year."""
    out: list[PeriodMention] = []
    named: PeriodMention | None = None
    reviewed = ""
    for mention in _beginnings_marked(text, mentions):
        if mention.rule == "within" and _is_reviewed(text, now, reviewed or told_of, mention):
            mention = PeriodMention(mention.start, mention.end, "", "that-year")
        if named is not None and re.search(r"[。！？]", text[named.end : mention.start]):
            named = None
        own_year = "年" in text[mention.start : mention.end] or mention.rule not in {"month", "day"}
        if named is not None and not own_year and mention.period[4:5] == "-" and "/" not in mention.period:
            mention = PeriodMention(mention.start, mention.end, named.period + mention.period[4:], mention.rule)
        if mention.rule == "until" and out and text[mention.end - 1] == "后" and out[-1].rule == "base" and text[out[-1].end - 1] == "前":
            mention = PeriodMention(mention.start, mention.end, "asof", "vague")
        if now is not None and reviewed.isdecimal():
            mention = _from_year_told(text, mention, int(reviewed), now, in_sentence=named is not None)
        if mention.rule == "grown" and out and _ends_growth(text, mention, out[-1]):
            mention = _grown_up_to(mention, out[-1].period)
        if named is not None and mention.rule == "year" and text[mention.start - 1] in "由从":
            mention = _year_before_it(text, mention, named)
        mention = _up_to_month_told(text, mention, out[-1:], now)
        if mention.rule == "year":
            named = mention
            reviewed = mention.period
        out.append(mention)
    return tuple(out)


def _ends_growth(text: str, mention: PeriodMention, last: PeriodMention) -> bool:
    """2021年营收9.8亿元，5年增长了3倍: the years of the growth end with the time named before it in the sentence."""
    if re.search(r"[。！？；]", text[last.end : mention.start]) or text[last.start - 1 : last.start] in {"由", "从"}:
        return False
    return last.rule in _ENDS_OF_YEARS or (last.rule in {"span", "month"} and text.startswith("平均", mention.end))


def _grown_up_to(mention: PeriodMention, period: str) -> PeriodMention:
    """今年1—2月…，两年平均增长13.4%: two years up to the one that was named."""
    first, _, last = mention.period.partition("/")
    year = int(period.removeprefix("asof:")[:4])
    return PeriodMention(mention.start, mention.end, f"{year - int(last) + int(first)}/{year}", mention.rule)


def _beginnings_marked(text: str, mentions: list[PeriodMention]) -> list[PeriodMention]:
    """2013年升级以来: the year is but the beginning of the years up to now, and holds for nothing."""
    out = list(mentions)
    for at, (last, mention) in enumerate(pairwise(mentions)):
        runs = mention.rule == "back" and text[mention.start : mention.end] in {"以来", "以后", "至今", "迄今"}
        if runs and last.rule == "year" and mention.period.startswith(last.period):
            out[at] = PeriodMention(last.start, last.end, last.period, "since")
    return out


def _up_to_month_told(text: str, mention: PeriodMention, before: list[PeriodMention], now: Now | None) -> PeriodMention:
    """截至9月底，该港今年已开行3870列: this year up to the month told before it in the sentence; 今年计划 is the whole."""
    if now is None or not before or before[0].rule != "asof-date" or text[mention.start : mention.end] != "今年":
        return mention
    last, months = before[0], before[0].period.removeprefix("asof:")
    if (
        months[:5] != f"{now.year}-"
        or re.search(r"[。！？；;]", text[last.end : mention.start])
        or _MEANT.search(text, mention.end, mention.end + 6)
    ):
        return mention
    return PeriodMention(mention.start, mention.end, f"{now.year}-01/{months[:7]}", "span")


def _year_before_it(text: str, mention: PeriodMention, named: PeriodMention) -> PeriodMention:
    """2025年…；利用率由上年的54%回升: 上年 is the year before the one that its sentence named, not before the page."""
    if not text.startswith("上", mention.start) or not text.startswith(("19", "20", "去"), named.start):
        return mention
    return PeriodMention(mention.start, mention.end, str(int(named.period) - 1), "year")


def _counted_from(text: str, mention: PeriodMention, year: int, now: Now, *, in_sentence: bool) -> PeriodMention:
    """2015年…；十年后，…: counted from the year named before; a sentence that opens so counts from one before it, if that is over now."""
    then = year + int(mention.period) - now.year
    if not in_sentence and (then > now.year or text[mention.start - 1] not in "。！？"):
        return mention
    return PeriodMention(mention.start, mention.end, str(then), "until" if then > now.year else "year")


def _from_year_told(text: str, mention: PeriodMention, year: int, now: Now, *, in_sentence: bool) -> PeriodMention:
    """2015年…；十年后，… and 2022年…。两年来… count from the year told before; other mentions are as they are."""
    if mention.rule == "until" and text[mention.end - 1] == "后":
        return _counted_from(text, mention, year, now, in_sentence=in_sentence)
    return _since_told(text, mention, year, now) if mention.rule == "back" and text[mention.end - 1] in "来间里" else mention


def _since_told(text: str, mention: PeriodMention, year: int, now: Now) -> PeriodMention:
    """2022年设立种子基金。两年来… on a page of 2024: the years since the one that was told."""
    count = _COUNT.search(text[mention.start : mention.end])
    if count is None or text[mention.start] in "近过最这" or parse_number(count[0]) != now.year - year:
        return mention
    return PeriodMention(mention.start, mention.end, f"{year}/{now.year}", mention.rule)


def _is_reviewed(text: str, now: Now | None, year: str, mention: PeriodMention) -> bool:
    """2021年，…;年内新增服务商16家 on a page of January 2022 is told of 2021; 年内将新增 is meant for this year."""
    if now is None or not 0 < now.month <= 3 or year != str(now.year - 1):
        return False
    return not _MEANT.search(text, max(0, mention.start - 6), mention.end + 6)
