"""What the five-year plans tell of when a page was written: “十五五”开局, “十四五”收官之年, 去年是“十三五”的最后一年.

A page speaks most of the plan in whose years it stands, and near its ends of the plan before or after it.
"""

import re
from collections.abc import Iterator

from generator.read.tense import FUTURE, is_dated_before
from generator.read.witnesses import MONTHS, Clue, Witness

_YEARS = 5
_FIRST_YEARS = {"十": 2001, "十一": 2006, "十二": 2011, "十三": 2016, "十四": 2021, "十五": 2026, "十六": 2031, "十七": 2036}
_NAME = r"(?P<plan>十[一二三四五六七])五"
_NAMED = re.compile(r"(?P<plan>十[一二三四五六])五(?=[”\"’']|时期|期间|以来|末|规划|开局|收官)")
_BEGUN = re.compile(r"[“\"]?十五五[”\"]?(?:已|开局(?!之?年)|元年)")
_BEGUN_SINCE = 2025 * MONTHS + 9  # the plan was proposed in October, before its first year
_STAGE = re.compile(
    rf"(?P<said>去年|今年|明年)?[^，,。；;\d]{{0,8}}[“\"‘']?{_NAME}[”\"’']?(?:规划)?的?"
    r"(?:(?P<last>收官之年|收官年|最后一年|决胜之年)|开局之年|开局年|第一年|起步之年)"
)
_ENDS = re.compile(
    rf"{_NAME}[”\"’']?(?:规划)?(?:(?:即将|行将|就要|将要|正在|圆满|顺利)?收官(?!之?年)"
    r"|(?:即将|行将|就要|将要)(?:画上句号|结束|落幕)|进入(?:尾声|倒计时))"
)
_SOON = re.compile("即将|行将|就要|将要|正在")
_SAID_BEFORE = re.compile(r"(?P<said>[今去明]年)(?!底|末)[^。；;今去明]*$")
_YEARS_AGO = {"去年": 1, "今年": 0, "明年": -1}
_NEAR_BEFORE, _NEAR_AFTER = 30, 14  # characters in which a word says whose year it is, or that it is to come


def find_plan_clues(text: str) -> Iterator[Clue]:
    """What a text says of five-year plans, as witnesses of its year.

    >>> [(clue.kind.name, clue.month // 12) for clue in find_plan_clues("去年是“十四五”收官之年，产值达300亿元。")]
    [('YEAR_IS', 2026), ('FIVE_YEARS', 2021)]
    >>> list(find_plan_clues("三五家企业收官。"))
    []
    """
    if "五" not in text:
        return
    yield from _ends(text)
    if begun := _BEGUN.search(text):
        yield Clue(Witness.PART_OVER, _BEGUN_SINCE, begun[0])
    yield from _stages(text)
    for match in _NAMED.finditer(text):
        yield Clue(Witness.FIVE_YEARS, _FIRST_YEARS[match["plan"]] * MONTHS, match[0])


def _ends(text: str) -> Iterator[Clue]:
    """“十四五”即将收官: in its last year or later; with 今年 or 去年 before it, in a year that is known."""
    for match in _ENDS.finditer(text):
        said = _SAID_BEFORE.search(text[max(0, match.start() - _NEAR_BEFORE) : match.start()])
        year = _last_year(match["plan"]) + (_YEARS_AGO[said["said"]] if said else 0)
        soon = _SOON.search(match[0]) is not None
        yield Clue(Witness.YEAR_IS if said or soon else Witness.TITLE, year * MONTHS, match[0])


def _stages(text: str) -> Iterator[Clue]:
    """A plan's first or last year: the year told beside it, else this one, or soon if it is to come (“十三五”收官之年将再建10个)."""
    for match in _STAGE.finditer(text):
        year = _last_year(match["plan"]) if match["last"] else _FIRST_YEARS[match["plan"]]
        if not match["said"] and FUTURE.search(text, match.end(), match.end() + _NEAR_AFTER):
            yield Clue(Witness.PLAN_STAGE, year * MONTHS, match[0])
        elif not is_dated_before(text, match.start("plan")):
            yield Clue(Witness.YEAR_IS, (year + _YEARS_AGO[match["said"] or "今年"]) * MONTHS, match[0])


def _last_year(plan: str) -> int:
    return _FIRST_YEARS[plan] + _YEARS - 1
