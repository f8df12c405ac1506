"""Why a time said before a number that is meant or expected does or does not hold for it.

PLANNED is the ordered list, as VETOES is for what is so: a plan takes a time to come, which what is so must not.
"""

import re

from generator.extract.period_candidate import Candidate, Veto
from generator.extract.period_context import ASOF
from generator.extract.period_vetoes import EVERY, veto_event_name, veto_founding, veto_grown_alone
from generator.extract.tokens import Turn
from generator.extract.works import FINISHED
from generator.model.claim import Status

_WHOLE_YEAR = "全年"
_OF_YEAR = re.compile(r"年(?:产|销|营|均|可|新增|收入|税)|每[年月]|全年|后")
_YEARS = re.compile(r"\d{4}/\d{4}")
_BESIDES = re.compile(r"还[将要]|(?:将|拟|计划)(?:设立|组建|成立|出资)")
_COMPLETED = re.compile(rf"(?:{FINISHED}|达产|满产|达效|运营|使用|改造|实施|上市|获批|改造完成)后(?!的)")


def _veto_timeless_aim(c: Candidate) -> bool | None:
    """向千亿元产业集群迈进 and 每年可服务 have no year."""
    if c.mention.rule in {"span", "until"} and _YEARS.fullmatch(c.mention.period):
        return None  # 2022年至2024年，每年改造3000亩
    yearly = "每年" in c.text[c.clause.start : c.quantity.start] and c.quantity.turn is not Turn.AFTER  # not 从每年30台扩大到100台
    return False if c.status.words.startswith("向") or yearly else None


def _veto_after_that(c: Candidate) -> bool | None:
    """明年底建成后,可省80万元; 明年底前建成后可储存5万吨: what holds from then on has no year; 建成后,年产能将由4万吨升至7万吨 has."""
    completed = _COMPLETED.search(c.between)
    if completed is None:
        return None
    timeless = c.between.startswith("可", completed.end()) if c.same_clause else c.quantity.turn is not Turn.AFTER
    return False if timeless else None


def _veto_other_plan(c: Candidate) -> bool | None:
    """到2027年,企业有望超过40家；园区还将设立总规模100亿元的基金: what is meant besides has no year."""
    cut = max(c.between.rfind("；"), c.between.rfind(";"))
    return False if cut >= 0 and _BESIDES.search(c.between, cut) else None


def _grant_aim(c: Candidate) -> bool | None:
    whole = c.text[c.mention.start : c.mention.end] == _WHOLE_YEAR
    return True if c.mention.rule in {"until", "within", "then"} or whole else None


def _grant_not_over(c: Candidate) -> bool | None:
    """What is planned is for a time that is not over: 今年, 2027年; not for last month. A year may be just over (2024年预计)."""
    mention, page = c.mention, c.published.value
    if mention.rule == "year" and mention.period != ASOF:
        early = page[5:7] <= "03" and c.status.status is Status.FORECAST
        return c.same_clause or early or mention.period >= page[:4]  # 去年投入1.9亿元,新药有望便宜三成
    if mention.rule == "month":
        return bool(page) and mention.period >= page[:7]
    last = mention.period.removeprefix("asof:").rpartition("/")[2]
    if not c.same_clause and len(last) > 4 and last < page[: len(last)]:
        return c.status.status is Status.FORECAST and mention.rule == "span" and _opens_clause(c)  # 1—8月已销售1.1亿元,…,预计年销售5亿元
    return mention.rule in {"grown", "span", "year-end", "same", "that-year", "plan"} and mention.period != ASOF and last[:4] >= page[:4]


def _opens_clause(c: Candidate) -> bool:
    """上半年,该区预计完成营业收入2210亿元: the time stands right before the clause, and what is expected there is of no year."""
    return c.clause.start == c.mention.end + 1 and _OF_YEAR.search(c.text, c.clause.start, c.quantity.head) is None


PLANNED: tuple[tuple[Veto, tuple[str, ...]], ...] = (
    (_veto_timeless_aim, EVERY),
    (_veto_after_that, EVERY),
    (veto_grown_alone, ("grown",)),
    (_veto_other_plan, ("until", "year")),
    (_grant_aim, EVERY),
    (veto_founding, ("month", "span", "day")),
    (veto_event_name, ("year",)),
    (_grant_not_over, EVERY),
)
