"""When the old figure of a change held (由15份减至5份, 从2019年的8家到…), which is seldom when the new one does."""

import re

from generator.extract.period_carry import Place
from generator.extract.period_context import ASOF, PeriodChoice
from generator.extract.sentences import clause_at
from generator.extract.tokens import PeriodMention, Quantity

_OLD_HALF = re.compile(r"(?:从|由)[^，,。；;]{0,10}$")
_AT_FIRST = re.compile(r"(?:从|由)刚?(?P<began>[\u4e00-\u9fff]{2})(?:之初|初期|时|伊始)的?[^，,。；;]{0,8}$")
_PARTED = re.compile(r"[；;]")
_YEARS = re.compile(r"\d{4}/\d{4}")


def old_end(place: Place, quantity: Quantity) -> PeriodChoice:
    """The old figure of a change: the time written in its half, else the first year of a span of years, else unknown."""
    before = [m for m in place.mentions if m.end <= quantity.head and m.rule != "base"]
    for mention in reversed(before):
        if _OLD_HALF.search(place.text[max(place.sentence.start, mention.start - 12) : mention.start]):
            words = place.said(mention)
            new_year = words.endswith("年初") and mention.period.isdecimal()
            return PeriodChoice(f"asof:{mention.period}-01" if new_year else mention.period, mention.rule, words)
    if before and (before[-1].rule == "ago" or _is_in_clause_of(place, before[-1], quantity)):
        return PeriodChoice(before[-1].period, before[-1].rule, place.said(before[-1]))
    year_before = next((m for m in reversed(place.mentions) if m.rule == "base" and m.end <= quantity.head), None)
    if (
        year_before is not None
        and place.said(year_before).endswith("同期")
        and "/" in year_before.period
        and not _PARTED.search(place.text, year_before.end, quantity.head)
    ):
        return PeriodChoice(year_before.period, "base", place.said(year_before))  # 是去年同期的2.4倍,占比由9%上升到21%
    at_first = _when_it_began(place, quantity, before)
    if at_first:
        return at_first
    if before and before[-1].rule == "back" and place.text[before[-1].start] in "今去前":
        return PeriodChoice(ASOF, "old-end", "", sure=False)  # 去年以来,…由47份减至16份
    base = next((m for m in reversed(place.mentions) if m.rule == "base" and m.end <= quantity.head), None)
    if base is not None and place.said(base).endswith("相比") and base.period[:4].isdecimal():
        return PeriodChoice(base.period, "base", place.said(base))
    begun = before[-1].period[:4] <= place.published.value[:4] if before else False
    if before and (before[-1].rule == "back" or (before[-1].rule == "plan" and begun)):
        return PeriodChoice(_first_year(place, before[-1]), "span-start", place.said(before[-1]))
    if before and before[-1].rule == "span" and _YEARS.fullmatch(before[-1].period):
        return PeriodChoice(before[-1].period[:4], "span-start", place.said(before[-1]))
    years = [m for m in before if m.rule == "year"]
    if len(years) == 2 and years[0].period < years[1].period and before[-1] is years[1]:
        return PeriodChoice(years[0].period, "old-end", place.said(years[0]), sure=False)  # 2019年…；去年…,份额由6%升为29%
    return PeriodChoice(ASOF, "old-end", "", sure=not before)


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
    """Where a stretch of years begins: 2021年以来 in 2021, 5年间 (2020/2024) before its first."""
    first, _, last = mention.period.partition("/")
    if first in place.text[place.sentence.start : mention.end] or not last.isdecimal():
        return first
    return str(int(first) - 1)
