"""Dates and parts of a year as the calendar has them: 2024年前11个月, 今年1至8月份, 去年四季度, 6月5日.

A step of its own: what a date is says nothing yet of what it is used for (截至…, 比…, 自…起), which `date_roles` decides.
"""

import re
from dataclasses import dataclass

from generator.model.article import PageDate
from generator.model.numerals import parse_number

DASH = r"\s*(?:[-—–~～－]{1,2}|至|到)\s*"
_NUMBER = r"(?:\d{1,2}|[一二三四五六七八九十两]{1,3})"
_NO_YEAR_AFTER = "(?<![成产然之以今此最投落营用点])后年(?!产|均|度|内|税|销|收)"  # 建成后年产 holds no 后年
_NEXT_YEAR = "(?<!年)来年(?!均)"  # 五年来年均增长 holds no 来年
_YEAR = (
    rf"(?P<y>(?<![\d.])(?:19|20)\d{{2}}\s*年(?!代)(?:度)?|(?<!如)今年|本年度?|去年|上一年度?|上年|前年|明年|{_NO_YEAR_AFTER}|{_NEXT_YEAR})"
)
_DAY = rf"(?P<d>\d{{1,2}})\s*[日号]?(?:{DASH}(?:(?P<dm>\d{{1,2}})\s*月)?\s*(?P<d2>\d{{1,2}}))?\s*[日号]"
_PART = rf"""
      (?<![之以此目提先后])(?<!投产)(?<!开业)(?<!投用)(?<!上线)(?<!运营)(?<!开园)(?<!上市)(?<!后的)[前头]\s*(?P<nm>{_NUMBER})\s*个?月(?!\s*\d)
    | (?P<m1>{_NUMBER})\s*(?:月份?)?{DASH}(?P<m2>{_NUMBER})\s*月(?:份|底|末)?
    | (?P<m>{_NUMBER})\s*月(?:份|底|末|初|[上中下]旬)?(?:\s*{_DAY})?
    | [前头]\s*(?P<nq>[一二三四两1-4])个?季度
    | 第?\s*(?P<q1>[一二三四1-4]){DASH}(?P<q2>[一二三四1-4])\s*季度
    | 第?\s*(?P<q>[一二三四首1-4])\s*季度(?:末)?
    | (?P<opening>首季)(?!度)
    | (?P<half>[上下])半年
    | (?P<end>年?底|年?末|年?初|年中)
    | (?P<season>[春夏秋冬][天季]?(?=[以起，,到至]))
    | (?P<whole>全年)
"""
_TO = (
    rf"(?:(?!\s*[至到]今(?!年)){DASH}(?:(?P<ty>(?:19|20)\d{{2}}|今|本|去)\s*年)?"
    r"(?:\s*(?P<tm>\d{1,2})\s*月)?(?:\s*(?P<td>\d{1,2})\s*日)?(?:底|末|初)?)?"
)
PREFIX = re.compile(r"(?P<prefix>截至到|截止到|截至|截止|到|至|自|从|由|相比|对比|比|较|是|为|与|和|同|跟|在|于)了?\s*$")
_SUFFIX = r"(?P<suffix>\s*(?:以来|至今|迄今|起(?![步点初源航飞家跑])|前后|前|后|同期|相比|的?基础上|年?底|年?末|期间|内|以前|之前))?"
DATE = re.compile(
    rf"(?=[今本去上前头明来后首下全年第\d一二三四五六七八九十两])(?!\d+[^\d年月季\s\-—–~～－至到])"
    rf"(?:{_YEAR}\s*|(?<![\d.〇一二三四五六七八九十])(?<!个(?!年)))(?:(?:{_PART})(?P<part>))?(?(y)|(?(part)|(?!))){_TO}{_SUFFIX}",
    re.VERBOSE,
)
_RELATIVE = {
    "今年": 0,
    "本年": 0,
    "本年度": 0,
    "去年": -1,
    "上年": -1,
    "上一年": -1,
    "上一年度": -1,
    "前年": -2,
    "明年": 1,
    "来年": 1,
    "后年": 2,
}
_COMING = re.compile(r"将|拟|计划|预计|力争|争取|确保|有望|力促")
_COMING_LATER = re.compile(
    r"[，,]?[^，,。；;已了]{0,30}(?:将(?:于|在)?(?:交付|投产|投用|开工|动工|竣工|完工|建成|落成|启用|开业|投入|封顶|正式))"
)

Parts = dict[str, str]


@dataclass(frozen=True, slots=True)
class Now:
    """The page's date as numbers; `month` is 0 where it is not known."""

    year: int
    month: int

    @property
    def last_full_year(self) -> int:
        """The year that 近3年 ends with: the running one from July on, before that the one that is over."""
        return self.year if self.month > 6 or not self.month else self.year - 1


def now_of(published: PageDate) -> Now | None:
    """The page's date, or None where it has no year.

    >>> from generator.model.article import Precision
    >>> now_of(PageDate("2024-09", Precision.MONTH, True, "")), now_of(PageDate("", Precision.NONE, True, ""))
    (Now(year=2024, month=9), None)
    """
    numbers = [int(part) for part in published.value.split("-") if part.isdecimal()]
    return Now(numbers[0], numbers[1] if len(numbers) > 1 else 0) if numbers else None


def each_year(listed: str, now: Now | None) -> tuple[str, ...]:
    """The years of a list, the last of which may be told from the page's.

    >>> each_year("2014年、2019年和去年", Now(2025, 10)), each_year("2021、2022年", None)
    (('2014', '2019', '2024'), ('2021', '2022'))
    """
    years = re.findall(r"\d{4}", listed)
    last = _RELATIVE.get(listed[-2:])
    return (*years, *([str(now.year + last)] if now is not None and last is not None else []))


def parts_of(match: re.Match[str]) -> Parts:
    """The named parts that a match of DATE holds."""
    return {key: value for key, value in match.groupdict().items() if value}


def year_of(parts: Parts, now: Now | None, after: str, clause: str) -> int | None:
    """The year: as written, by 今年 and 去年, or the one that a bare month belongs to; None where that cannot be told.

    `after` is what stands right behind the date, `clause` what may still be told of it.
    """
    written = parts.get("y")
    if written and written[0].isdecimal():
        return int(written[:4])
    if now is None:
        return None
    return now.year + _RELATIVE[written] if written else _year_of_part(parts, now, after, clause)


def spell(parts: Parts, year: int, now: Now | None) -> tuple[str, str]:
    """The period's spelling (see model.period), and its sort: year, month, day, span or year-end."""
    span = _spell_span(parts, year, now)
    if span is not None:
        return span
    for read in (_spell_day, _spell_months, _spell_quarters):
        spelt = read(parts, year)
        if spelt is not None:
            return spelt
    if parts.get("end", " ")[-1] in "底末":
        return f"{year}-12", "year-end"
    return str(year), "year"


def _year_of_part(parts: Parts, now: Now, after: str, clause: str) -> int:
    """A month or quarter without a year is the last one that had begun (a span: that was over); after 将 it is this year's."""
    if not now.month or _COMING.search(after) or _COMING_LATER.match(clause):
        return now.year
    return now.year if _last_month(parts) <= now.month else now.year - 1


def _last_month(parts: Parts) -> int:
    if "half" in parts:
        return 6 if parts["half"] == "上" else 7  # 下半年 on a page of July is the half that runs
    if "nq" in parts:
        return 3 * _int(parts["nq"])
    if "q" in parts:
        return 3 * _int(parts["q"]) - 2  # a quarter that runs is spoken of as well
    for key in ("m", "m2", "nm"):
        if key in parts:
            return _int(parts[key])
    return 1


def _spell_span(parts: Parts, year: int, now: Now | None) -> tuple[str, str] | None:
    """2021年9月至2022年1月, 去年10月至今年9月, 3月1日至5月10日."""
    if "ty" not in parts and not ("tm" in parts and "m" in parts):
        return None
    last = parts.get("ty", str(year))
    last = str(now.year + _RELATIVE[f"{last}年"]) if now is not None and not last.isdecimal() else last
    if "tm" not in parts:
        return f"{year}/{last}", "span"
    first, until = f"{year}-{_two(parts.get('m', '1'))}", f"{last}-{_two(parts['tm'])}"
    if "d" in parts and "td" in parts:
        return f"{first}-{_two(parts['d'])}/{until}-{_two(parts['td'])}", "span"
    return f"{first}/{until}", "span"


def _spell_day(parts: Parts, year: int) -> tuple[str, str] | None:
    if "d" not in parts:
        return None
    first = f"{year}-{_two(parts['m'])}-{_two(parts['d'])}"
    if "d2" not in parts:
        return first, "day"
    return f"{first}/{year}-{_two(parts.get('dm', parts['m']))}-{_two(parts['d2'])}", "day"


def _spell_months(parts: Parts, year: int) -> tuple[str, str] | None:
    if "m" in parts:
        return f"{year}-{_two(parts['m'])}", "month"
    if "m1" in parts:
        return f"{year}-{_two(parts['m1'])}/{year}-{_two(parts['m2'])}", "span"
    return (f"{year}-01/{year}-{_two(parts['nm'])}", "span") if "nm" in parts else None


def _spell_quarters(parts: Parts, year: int) -> tuple[str, str] | None:
    if "half" in parts:
        months = (1, 6) if parts["half"] == "上" else (7, 12)
    elif "nq" in parts:
        months = (1, 3 * _int(parts["nq"]))
    elif "q1" in parts:
        months = (3 * _int(parts["q1"]) - 2, 3 * _int(parts["q2"]))
    elif "opening" in parts:
        months = (1, 3)
    elif "q" in parts:
        months = (3 * _int(parts["q"]) - 2, 3 * _int(parts["q"]))
    else:
        return None
    return f"{year}-{months[0]:02d}/{year}-{months[1]:02d}", "span"


def _int(written: str) -> int:
    return 1 if written == "首" else int(parse_number(written) or 0)


def _two(written: str) -> str:
    return f"{_int(written):02d}"
