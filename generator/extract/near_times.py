"""Times told by how near they are: 上个月, 过去18个月, 今明两年, 新的一年, 春节期间.

A step of its own: none of them has a date, all are counted from the page's.
"""

import re
from collections.abc import Callable

from generator.extract.calendar_dates import Now
from generator.extract.holidays import HOLIDAY, month_of
from generator.extract.tokens import PeriodMention
from generator.model.numerals import parse_number

Reader = Callable[[re.Match[str], str, Now | None], PeriodMention | None]

_COMPARED = {"比", "较"}
_THIS_MONTH = re.compile(r"上个?月(?!球)|本月(?!球)")
_TWO_YEARS = re.compile(r"(?P<first>[去今明])(?P<last>[今明后])两年")
_HALF_YEAR = re.compile(r"(?:(?<![^。；;])半年|(?<![^。；;，,])半年来)(?=[，,])")
_NEW_YEAR = re.compile(r"新的?一年(?:里)?(?!级)")
_MONTHS_BACK = re.compile(
    r"(?P<lead>近|过去的?|最近的?)?\s*(?<![\d.一二三四五六七八九十两第])(?P<n>\d{1,2}|[一二三四五六七八九十两]{1,2})\s*个(?P<more>多)?月(?P<suffix>以来|来|间|内|之前|以前|前)?"
)
_TITLED = re.compile(r"(?<=《)(?P<y>20\d\d)(?=[^\d年—－-][^》，。；]{2,24}(?:报告|榜单?|名单|指数|[百千\d]强|排行榜|[蓝白]皮书)》)")
_CLAUSE_BEGINS = ("", "，", ",", "。", "；", ";", "：", "“", "！", "？")


def _read_months_back(match: re.Match[str], text: str, now: Now | None) -> PeriodMention | None:
    """过去18个月 on a page of July are those up to June; 14个月前 is a month; 一个多月来 has no time; other lengths are no mention."""
    number = parse_number(match["n"])
    suffix = match["suffix"] or ""
    if number is None or now is None or not now.month or not (match["lead"] or suffix.endswith(("来", "前"))):
        return None
    if match["lead"] == "近" and not suffix and text[match.start() - 1 : match.start()] not in _CLAUSE_BEGINS:
        return None  # 平均用时减少近两个月
    if match["more"] or (not match["lead"] and suffix.endswith("来")):
        return mention_of(match, "asof", "vague")
    if suffix.endswith("前"):
        compared = text[match.start() - 1 : match.start()] in _COMPARED
        return mention_of(match, _months_before(now, int(number)), "base" if compared else "ago") if not match["lead"] else None
    return mention_of(match, f"{_months_before(now, int(number))}/{_months_before(now, 1)}", "back")


def _read_half_year(match: re.Match[str], text: str, now: Now | None) -> PeriodMention | None:
    """半年，新开工项目22个; 半年来: the six months that are over."""
    return mention_of(match, f"{_months_before(now, 6)}/{_months_before(now, 1)}", "span") if now is not None and now.month else None


def _months_before(now: Now, count: int) -> str:
    year, month = divmod(now.year * 12 + now.month - 1 - count, 12)
    return f"{year}-{month + 1:02d}"


def _read_holiday(match: re.Match[str], text: str, now: Now | None) -> PeriodMention | None:
    period = month_of(match, now)
    return mention_of(match, period, "month") if period else None


def _read_two_years(match: re.Match[str], text: str, now: Now | None) -> PeriodMention | None:
    """今明两年, 去今两年, 明后两年."""
    first = {"去今": -1, "今明": 0, "明后": 1}.get(match["first"] + match["last"])
    if now is None or first is None:
        return None
    return mention_of(match, f"{now.year + first}/{now.year + first + 1}", "span")


def _read_new_year(match: re.Match[str], text: str, now: Now | None) -> PeriodMention | None:
    """新的一年 is the page's year in its first months, the next one in its last."""
    if now is None or not (now.month <= 3 or now.month >= 11):
        return None
    return mention_of(match, str(now.year + (now.month >= 11)), "year")


def _read_titled(match: re.Match[str], text: str, now: Now | None) -> PeriodMention | None:
    """《2024中国独角兽企业发展报告》: the year of a list that leaves 年 out."""
    return mention_of(match, match["y"], "year")


def _read_this_month(match: re.Match[str], text: str, now: Now | None) -> PeriodMention | None:
    """上个月, 本月; 比上月 is a base."""
    if now is None or not now.month:
        return None
    compared = text[match.start() - 1 : match.start()] in _COMPARED
    return mention_of(match, _months_before(now, 0 if match[0][0] == "本" else 1), "base" if compared else "month")


def mention_of(match: re.Match[str], period: str, rule: str) -> PeriodMention:
    """All that a pattern has found as the mention of a period, by this rule."""
    return PeriodMention(match.start(), match.end(), period, rule)


NEAR_TIMES: tuple[tuple[frozenset[str], re.Pattern[str], Reader], ...] = (
    (frozenset("期假黄小长"), HOLIDAY, _read_holiday),
    (frozenset("上本"), _THIS_MONTH, _read_this_month),
    (frozenset("两"), _TWO_YEARS, _read_two_years),
    (frozenset("年"), _NEW_YEAR, _read_new_year),
    (frozenset("半"), _HALF_YEAR, _read_half_year),
    (frozenset("《"), _TITLED, _read_titled),
)
MONTHS_BACK = (frozenset("月"), _MONTHS_BACK, _read_months_back)
