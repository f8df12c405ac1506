"""When the old figure of a change held (由15份减至5份, 从2019年的8家到…), which is seldom when the new one does."""

import re

from generator.extract.period_candidate import is_old_half
from generator.extract.period_context import ASOF, PeriodChoice
from generator.extract.period_place import Place
from generator.extract.sentences import clause_at
from generator.extract.tokens import PeriodMention, Quantity
from generator.model.numerals import parse_number

_OLD_HALF = re.compile(r"(?:从|由)[^，,。；;]{0,10}$")
_AT_FIRST = re.compile(r"(?:从|由)刚?(?P<began>[\u4e00-\u9fff]{2})(?:之初|初期|时|伊始)的?[^，,。；;]{0,8}$")
_TOO = re.compile(r"[也亦则][由从]$")
_PARTED = re.compile(r"[；;]")
_COUNT = re.compile(r"(?P<years>\d+|[一二三四五六七八九十两]+)个?年")
_YEARS = re.compile(r"\d{4}/\d{4}")


def old_end(place: Place, quantity: Quantity) -> PeriodChoice:
    """The old figure of a change: the time written in its half, else the first year of a span of years, else unknown."""
    before = [m for m in place.mentions if m.end <= quantity.head and m.rule != "base"]
    for read in (_in_its_half, _beside_it, _compared_with, _where_a_span_begins, _first_of_two):
        choice = read(place, quantity, before)
        if choice is not None:
            return choice
    return PeriodChoice(ASOF, "old-end", "", sure=not before)


def _in_its_half(place: Place, quantity: Quantity, before: list[PeriodMention]) -> PeriodChoice | None:
    """由2019年的35%; 三年前只有31%,如今…."""
    half = clause_at(place.sentence, quantity.start)
    for mention in reversed(before):
        if mention.rule == "span" and _YEARS.fullmatch(mention.period):
            continue  # 从2015年到2020年,…从58亿元增长到260亿元
        if mention.start < half.start and not is_old_half(place.text, place.sentence, mention, None):
            break  # 由园区2024年3月上线的平台，…，到账时间由45天…
        if _OLD_HALF.search(place.text[max(place.sentence.start, mention.start - 12) : mention.start]):
            words = place.said(mention)
            new_year = words.endswith("年初") and mention.period.isdecimal()
            return PeriodChoice(f"asof:{mention.period}-01" if new_year else mention.period, mention.rule, words)
    if before and before[-1].rule == "same":
        return PeriodChoice(ASOF, "old-end", "", sure=False)  # 2020年到2024年…；同期由120家增加到402家
    if before and (before[-1].rule == "ago" or _is_in_clause_of(place, before[-1], quantity)):
        return PeriodChoice(before[-1].period, before[-1].rule, place.said(before[-1]))
    return None


def _beside_it(place: Place, quantity: Quantity, before: list[PeriodMention]) -> PeriodChoice | None:
    """是去年同期的2.4倍,占比由9%上升到21%; 去年10月投产,…,由投产之初的35%…."""
    base = _last_base(place, quantity)
    of_months = base is not None and place.said(base).endswith("同期") and "/" in base.period
    if base is not None and of_months and not _PARTED.search(place.text, base.end, quantity.head):
        return PeriodChoice(base.period, "base", place.said(base))
    return _as_what_went_before(place, quantity, before) or _when_it_began(place, quantity, before)


def _as_what_went_before(place: Place, quantity: Quantity, before: list[PeriodMention]) -> PeriodChoice | None:
    """企业比2020年多了74家;配套率也由52%提高到71%; 2018年…64家,如今117家,员工也由38人变成412人: 也 tells of the same change."""
    if not _TOO.search(place.text, clause_at(place.sentence, quantity.start).start, quantity.head):
        return None
    first = _last_base(place, quantity) or next((m for m in before if m.rule == "year" and before[-1].rule == "asof"), None)
    return PeriodChoice(first.period, first.rule, place.said(first)) if first is not None and first.period.isdecimal() else None


def _compared_with(place: Place, quantity: Quantity, before: list[PeriodMention]) -> PeriodChoice | None:
    """去年以来,…由47份减至16份 has no time; 与2020年相比,…由12.8万元提高到21.5万元 has that year."""
    if before and before[-1].rule == "back" and place.text[before[-1].start] in "今去前":
        return PeriodChoice(ASOF, "old-end", "", sure=False)
    base = _last_base(place, quantity)
    if base is not None and place.said(base).endswith("相比") and base.period[:4].isdecimal():
        return PeriodChoice(base.period, "base", place.said(base))
    return None


def _where_a_span_begins(place: Place, quantity: Quantity, before: list[PeriodMention]) -> PeriodChoice | None:
    """5年间, “十三五”期间, 2016年至2020年: the first year of them, or the one before."""
    if not before:
        return None
    last = before[-1]
    begun = last.rule == "plan" and last.period[:4] <= place.published.value[:4]
    if last.rule == "back" or begun:
        return PeriodChoice(_first_year(place, last), "span-start", place.said(last))
    if last.rule == "span" and _YEARS.fullmatch(last.period):
        return PeriodChoice(last.period[:4], "span-start", place.said(last))
    return None


def _first_of_two(place: Place, quantity: Quantity, before: list[PeriodMention]) -> PeriodChoice | None:
    """2019年…；去年…,份额由6%升为29%: what was so in the earlier of the two years told."""
    years = [m for m in before if m.rule == "year"]
    if len(years) != 2 or years[0].period >= years[1].period or before[-1] is not years[1]:
        return None
    return PeriodChoice(years[0].period, "old-end", place.said(years[0]), sure=False)


def _last_base(place: Place, quantity: Quantity) -> PeriodMention | None:
    return next((m for m in reversed(place.mentions) if m.rule == "base" and m.end <= quantity.head), None)


def _when_it_began(place: Place, quantity: Quantity, before: list[PeriodMention]) -> PeriodChoice | None:
    """去年10月投产,…,由投产之初的35%…: the time that the sentence gave for the beginning."""
    first = _AT_FIRST.search(place.text, clause_at(place.sentence, quantity.start).start, quantity.head)
    if first is None:
        return None
    for mention in reversed(before):
        if place.text.find(first["began"], mention.end, min(mention.end + 24, first.start())) >= 0 and mention.period[:4].isdecimal():
            return PeriodChoice(mention.period, mention.rule, place.said(mention))
    return None


def _is_in_clause_of(place: Place, mention: PeriodMention, quantity: Quantity) -> bool:
    """三年前只有31%,如今提高到47%: the old figure has a clause and a time of its own, not 今年由15份减至5份."""
    start = clause_at(place.sentence, quantity.start).start
    alone = mention.end + 1 == start and mention.rule in {"year", "span", "month"}  # 去年,占比13.8%,今年上升到15.2%
    return (mention.start >= start or alone) and not re.search(r"[从由]", place.text[mention.end : quantity.start])


def _first_year(place: Place, mention: PeriodMention) -> str:
    """Where a stretch of years begins: 2021年以来 in 2021, 5年间 five years before its end, “十三五”期间 before its first."""
    first, _, last = mention.period.partition("/")
    if first in place.text[place.sentence.start : mention.end] or not last.isdecimal():
        return first
    count = _COUNT.search(place.said(mention))
    return str(int(last) - int(parse_number(count["years"]) or 0)) if count else str(int(first) - 1)
