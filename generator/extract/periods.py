"""Words that say when (今年1至8月, 截至2024年底, “十四五”以来), read with the page's date.

The rule of a mention says how it may be used: `year`, `month`, `day`, `span` and `asof` hold for figures; `base` (比2021年) is only
compared with; `same`, `same-last-year`, `that-year`, `event` repeat a time named before and have no period until the text is read in order.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from generator.extract.numerals import parse_number
from generator.extract.quantities.lexicon import alternatives
from generator.extract.tokens import PeriodMention
from generator.model.article import PageDate
from generator.model.period import is_period
from generator.registry.registry import Registry

_DASH = r"\s*(?:[-—–~～－]{1,2}|至|到)\s*"
_NUMBER = r"(?:\d{1,2}|[一二三四五六七八九十两]{1,3})"
_YEAR = r"(?P<y>(?<![\d.])(?:19|20)\d{2}\s*年(?:度)?|今年|本年度?|去年|上年|前年|明年|来年|(?<![成产然之以今此最投落营用点])后年(?!产|均|度|内|税|销|收))"
_PLANS = {"十一五": "2006/2010", "十二五": "2011/2015", "十三五": "2016/2020", "十四五": "2021/2025", "十五五": "2026/2030", "十六五": "2031/2035"}
_RELATIVE = {"今年": 0, "本年": 0, "本年度": 0, "去年": -1, "上年": -1, "前年": -2, "明年": 1, "来年": 1, "后年": 2}
_QUARTERS = {1: ("01", "03"), 2: ("04", "06"), 3: ("07", "09"), 4: ("10", "12")}

_SUB = rf"""
      (?P<first>前)\s*(?P<nm>{_NUMBER})\s*个月
    | (?P<m1>{_NUMBER})\s*(?:月份?)?{_DASH}(?P<m2>{_NUMBER})\s*月(?:份|底|末)?
    | (?P<m>{_NUMBER})\s*月(?:份|底|末|初|[上中下]旬)?(?:\s*(?P<d>\d{{1,2}})\s*[日号]?(?:{_DASH}(?:(?P<dm>\d{{1,2}})\s*月)?\s*(?P<d2>\d{{1,2}}))?\s*[日号])?
    | 前\s*(?P<nq>[一二三四两1-4])个?季度
    | 第?\s*(?P<q1>[一二三四1-4]){_DASH}(?P<q2>[一二三四1-4])\s*季度
    | 第?\s*(?P<q>[一二三四首1-4])\s*季度(?:末)?
    | (?P<half>[上下])半年
    | (?P<end>年?底|年?末|年?初|年中)
    | (?P<whole>全年)
"""
_TO = rf"(?:{_DASH}(?:(?P<ty>(?:19|20)\d{{2}})\s*年)?(?:\s*(?P<tm>\d{{1,2}})\s*月)?(?:\s*(?P<td>\d{{1,2}})\s*日)?(?P<tend>底|末|初)?)?"
_PREFIX = r"(?P<prefix>截至|截止到|截止|截至到|到|至|自|从|由|比|较|相比|对比|是|为|与|和|同|跟|在|于)?\s*"
_SUFFIX = r"(?P<suffix>\s*(?:以来|起|前后|前|后|同期|相比|的?基础上|年?底|年?末|期间|内|以前|之前))?"

_DATE = re.compile(
    rf"{_PREFIX}(?:{_YEAR}\s*|(?<![\d.个〇一二三四五六七八九十]))(?:(?:{_SUB})(?P<part>))?(?(y)|(?(part)|(?!))){_TO}{_SUFFIX}",
    re.VERBOSE,
)
_SPAN_OF_YEARS = re.compile(r"(?<![\d.])(?P<a>(?:19|20)\d{2})\s*年?\s*(?:[-—–~～－]{1,2}|至|到)\s*(?P<b>(?:19|20)\d{2})\s*年(?:底|末)?(?P<suffix>期间|间)?")
_PLAN = re.compile(r"[“\"'‘]?(?P<plan>十[一二三四五六]五)[”\"'’]?(?P<suffix>期间|以来|时期|末|收官|开局)?(?!规划|纲要)")
_BACK = re.compile(
    rf"(?P<lead>近|过去的?|最近|这|未来|今后|此后)?\s*(?P<n>\d{{1,2}}|[一二三四五六七八九十两]{{1,2}})\s*(?:个)?(?P<unit>年|月)(?:多|间)?(?P<suffix>以来|来|间|后|之后|内|前|之前)?"
)
_SAME = re.compile(r"(?P<prefix>比|较|与|和|同|跟)?(?P<word>上年同期|去年同期|同期|同年|同一年|当年|那年|该年|全年|年内|同一时期)")


@dataclass(frozen=True, slots=True)
class _Now:
    """The page's date as numbers; `month` is 0 where it is not known."""

    year: int
    month: int
    day: int


class PeriodFinder:
    """Finds mentions of time; build it once per registry."""

    def __init__(self, registry: Registry) -> None:
        """Compile the word lists `periods.*`; KeyError names a list that is missing."""
        self._now = re.compile(alternatives(registry.words("periods.now")))
        self._vague = re.compile(alternatives(registry.words("periods.vague")))
        self._event = re.compile(rf"(?:^|(?<=[，,。；;：:“！？])){alternatives(registry.words('periods.event'))}")
        self._begun = re.compile(r"以来|以后")

    def find(self, text: str, published: PageDate) -> tuple[PeriodMention, ...]:
        """Mentions in order, none overlapping. Where the page has no date, relative words (今年) are resolved to `asof`."""
        now = _now_of(published)
        free = text
        out: list[PeriodMention] = []
        readers: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], str, _Now | None], PeriodMention | None]], ...] = (
            (_SAME, _read_same),
            (_SPAN_OF_YEARS, _read_years),
            (_PLAN, _read_plan),
            (_DATE, _read_date),
            (_BACK, _read_back),
            (self._now, lambda m, t, n: PeriodMention(m.start(), m.end(), "asof", "asof")),
            (self._event, lambda m, t, n: PeriodMention(m.start(), m.end(), "", "event")),
            (self._vague, lambda m, t, n: PeriodMention(m.start(), m.end(), "asof", "vague")),
            (self._begun, lambda m, t, n: PeriodMention(m.start(), m.end(), "asof", "vague")),
        )
        for pattern, read in readers:
            for match in list(pattern.finditer(free)):
                mention = read(match, text, now) if match.end() > match.start() else None
                if mention is not None and "\0" not in free[mention.start : mention.end]:
                    out.append(mention)
                    free = free[: mention.start] + "\0" * (mention.end - mention.start) + free[mention.end :]
        return _with_year_of_sentence(text, sorted(out, key=lambda mention: mention.start))


def _with_year_of_sentence(text: str, mentions: list[PeriodMention]) -> tuple[PeriodMention, ...]:
    """2023年，…，6月投产: a month without a year has the year that its sentence named before."""
    out: list[PeriodMention] = []
    named: PeriodMention | None = None
    for mention in mentions:
        if named is not None and re.search(r"[。！？]", text[named.end : mention.start]):
            named = None
        own_year = "年" in text[mention.start : mention.end] or mention.rule not in {"month", "day"}
        if named is not None and not own_year and mention.period[4:5] == "-" and "/" not in mention.period:
            mention = PeriodMention(mention.start, mention.end, named.period + mention.period[4:], mention.rule)  # noqa: PLW2901
        if mention.rule == "year":
            named = mention
        out.append(mention)
    return tuple(out)


def _now_of(published: PageDate) -> _Now | None:
    parts = [int(part) for part in published.value.split("-") if part.isdecimal()]
    if not parts or parts[0] < 1000:
        return None
    return _Now(parts[0], parts[1] if len(parts) > 1 else 0, parts[2] if len(parts) > 2 else 0)


def _read_same(match: re.Match[str], text: str, now: _Now | None) -> PeriodMention | None:
    word = match["word"]
    if word == "年内":
        if text[match.start() - 1 : match.start()].isdecimal() or text[match.start() - 1 : match.start()] in "一二三四五六七八九十两多几半":
            return None
        return PeriodMention(match.start(), match.end(), str(now.year) if now else "asof", "within")
    if word == "同期" and match["prefix"] in {"比", "较", "与", "和"}:
        return PeriodMention(match.start(), match.end(), "asof", "base")
    if word in {"上年同期", "去年同期"}:
        rule = "base" if match["prefix"] else "same-last-year"
        return PeriodMention(match.start(), match.end(), "", rule)
    if word in {"当年", "那年", "该年", "同年", "同一年", "全年"}:
        if word == "全年" and re.search(r"(?:\d年|[今去前明上本]年度?)$", text[max(0, match.start() - 3) : match.start()]):
            return None
        return PeriodMention(match.start(), match.end(), "", "that-year")
    return PeriodMention(match.start(), match.end(), "", "same")


def _read_years(match: re.Match[str], text: str, now: _Now | None) -> PeriodMention | None:
    return _mention(match, f"{match['a']}/{match['b']}", "span")


def _read_plan(match: re.Match[str], text: str, now: _Now | None) -> PeriodMention | None:
    period = _PLANS[match["plan"]]
    if match["suffix"] in {"末", "收官"}:
        return _mention(match, period[5:], "until")
    return _mention(match, period[:4] if match["suffix"] == "开局" else period, "plan")


def _read_back(match: re.Match[str], text: str, now: _Now | None) -> PeriodMention | None:
    """近3年, 5年来, 三年翻了两番, 5年后. A length of time that is a figure (连续4年) is no mention."""
    number = parse_number(match["n"])
    lead, suffix = match["lead"] or "", match["suffix"] or ""
    grown = re.match(r"(?:累计|平均|共|已|就|里)?(?:翻|增长|增加|提高|提升|跃升)", text[match.end() :])
    if number is None or now is None or match["unit"] == "月" or re.search(r"[第连续]\s*$", text[max(0, match.start() - 2) : match.start()]):
        return None
    count = int(number)
    if suffix in {"后", "之后"} and count < 30:
        return _mention(match, str(now.year + count), "until")
    if lead in {"未来", "今后"}:
        return _mention(match, f"{now.year}/{now.year + count}" if suffix == "内" else str(now.year + count), "until")
    if suffix in {"前", "之前"}:
        return _mention(match, "asof", "base")
    last = now.year if now.month > 6 or not now.month else now.year - 1
    if grown and not lead and not suffix.endswith("来"):
        return _mention(match, f"{last - count}/{last}", "grown")
    if suffix in {"来", "以来"} or lead in {"近", "过去", "过去的", "最近"}:
        return _mention(match, str(last) if count == 1 else f"{last - count + 1}/{last}", "back")
    return None


def _read_date(match: re.Match[str], text: str, now: _Now | None) -> PeriodMention | None:
    """A year with or without a part of it, or a part alone (1至10月, 上半年, 6月5日)."""
    parts = {key: value for key, value in match.groupdict().items() if value is not None}
    year = _year_of(parts.get("y"), now)
    has_part = any(key in parts for key in ("nm", "m1", "m", "nq", "q1", "q", "half", "end", "whole"))
    if year is None and ("y" in parts or now is None):
        return _mention(match, "asof", "vague") if "y" in parts else None
    if "y" not in parts and (not has_part or "whole" in parts or ("end" in parts and not parts["end"].startswith("年"))):
        return None
    if "y" not in parts and now is not None:
        year = _year_for_part(parts, now, text[match.end() : match.end() + 12])
    if year is None:
        return None
    period, rule = _period_of_parts(parts, year)
    start = match.start() if parts.get("prefix") not in {"是", "为", "在", "于", "与", "和", "同", "跟", "由", "从"} else match.end("prefix")
    return _qualified(match, parts, start, period, rule, now, text)


def _year_of(written: str | None, now: _Now | None) -> int | None:
    if written is None:
        return None
    plain = re.sub(r"\s|年度?$", "", written) if written[0].isdecimal() else written
    if plain.isdecimal():
        return int(plain)
    return None if now is None else now.year + _RELATIVE[plain]


def _year_for_part(parts: dict[str, str], now: _Now, after: str) -> int:
    """A month or a quarter without a year is the last one that had begun; after 将 the next one."""
    month = _first_month(parts)
    if not now.month or month is None or re.search(r"将|拟|计划|预计", after):
        return now.year
    ends = _last_month(parts)
    return now.year if (ends or month) <= now.month or month <= now.month and "half" not in parts and "nq" not in parts else now.year - 1


def _first_month(parts: dict[str, str]) -> int | None:
    for key in ("m", "m1"):
        if key in parts:
            value = parse_number(parts[key])
            return None if value is None else int(value)
    if "half" in parts:
        return 1 if parts["half"] == "上" else 7
    if "q" in parts:
        return int(_QUARTERS[_quarter(parts["q"])][0])
    return 1


def _last_month(parts: dict[str, str]) -> int | None:
    if "half" in parts:
        return 6 if parts["half"] == "上" else 12
    if "nq" in parts:
        return 3 * _quarter(parts["nq"])
    if "q" in parts:
        return int(_QUARTERS[_quarter(parts["q"])][1])
    for key in ("m2", "nm"):
        if key in parts:
            value = parse_number(parts[key])
            return None if value is None else int(value)
    return None


def _quarter(written: str) -> int:
    return 1 if written == "首" else int(parse_number(written) or 1)


def _two(written: str) -> str:
    value = parse_number(written)
    return f"{int(value):02d}" if value is not None else "00"


def _period_of_parts(parts: dict[str, str], year: int) -> tuple[str, str]:
    """The period's spelling, and what sort it is."""
    if "ty" in parts or ("tm" in parts and "m" in parts):
        last_year = int(parts.get("ty", year))
        if "m" in parts and "tm" in parts:
            if "d" in parts and "td" in parts:
                return f"{year}-{_two(parts['m'])}-{_two(parts['d'])}/{last_year}-{_two(parts['tm'])}-{_two(parts['td'])}", "span"
            return f"{year}-{_two(parts['m'])}/{last_year}-{_two(parts['tm'])}", "span"
        return f"{year}/{last_year}", "span"
    if "d" in parts:
        first = f"{year}-{_two(parts['m'])}-{_two(parts['d'])}"
        if "d2" in parts:
            return f"{first}/{year}-{_two(parts.get('dm', parts['m']))}-{_two(parts['d2'])}", "day"
        return first, "day"
    if "m" in parts:
        return f"{year}-{_two(parts['m'])}", "month"
    if "m1" in parts:
        return f"{year}-{_two(parts['m1'])}/{year}-{_two(parts['m2'])}", "span"
    if "nm" in parts:
        return f"{year}-01/{year}-{_two(parts['nm'])}", "span"
    return _quarters_and_halves(parts, year)


def _quarters_and_halves(parts: dict[str, str], year: int) -> tuple[str, str]:
    if "nq" in parts:
        return f"{year}-01/{year}-{_QUARTERS[_quarter(parts['nq'])][1]}", "span"
    if "q1" in parts:
        return f"{year}-{_QUARTERS[_quarter(parts['q1'])][0]}/{year}-{_QUARTERS[_quarter(parts['q2'])][1]}", "span"
    if "q" in parts:
        first, last = _QUARTERS[_quarter(parts["q"])]
        return f"{year}-{first}/{year}-{last}", "span"
    if "half" in parts:
        return (f"{year}-01/{year}-06", "span") if parts["half"] == "上" else (f"{year}-07/{year}-12", "span")
    if "end" in parts and parts["end"][-1] in "底末":
        return f"{year}-12", "year-end"
    return str(year), "year"


def _qualified(
    match: re.Match[str], parts: dict[str, str], start: int, period: str, rule: str, now: _Now | None, text: str
) -> PeriodMention | None:
    """What the words before and after the date make of it: 截至 a state, 比 a base, 到2027年 an aim, 自…起 a beginning."""
    prefix, suffix = parts.get("prefix", ""), parts.get("suffix", "").strip()
    if not is_period(period):
        return None
    if suffix in {"底", "末", "年底", "年末"} and rule == "year":
        period, rule = f"{period}-12", "year-end"
    last = period.rpartition("/")[2]
    if prefix.startswith("截"):
        return PeriodMention(start, match.end(), f"asof:{last}", "asof-date")
    if prefix in {"比", "较", "相比", "对比"} or suffix in {"相比", "基础上", "的基础上"}:
        return PeriodMention(start, match.end(), period.partition("/")[0] if rule != "span" else period, "base")
    if prefix == "是" and re.match(r"的?[^，,。；;]{0,4}(?:倍|\d)", text[match.end() :]):
        return PeriodMention(start, match.end(), period, "base")
    if suffix == "起" or (prefix in {"自", "从"} and suffix in {"起", "以来", "后"} and rule != "year"):
        return PeriodMention(start, match.end(), period, "since")
    if suffix == "以来":
        return PeriodMention(start, match.end(), _since(period, now), "back")
    if rule == "year-end":
        year = period[:4]
        past = now is not None and int(year) < now.year
        if past and prefix in {"到", "至", ""}:
            return PeriodMention(start, match.end(), f"asof:{period}", "asof-date")
        return PeriodMention(start, match.end(), year, "until")
    if prefix in {"到", "至"} and re.search(r"[从由][^，,。；;]{1,24}$", text[max(0, start - 26) : start]):
        return PeriodMention(match.end("prefix"), match.end(), period, rule)
    if prefix in {"到", "至"} and now is not None and int(last[:4]) >= now.year and rule in {"year", "month"}:
        return PeriodMention(start, match.end(), last, "until")
    if suffix in {"前", "以前", "之前"} and rule in {"year", "month"}:
        return PeriodMention(start, match.end(), period, "until")
    if suffix in {"后"} and rule in {"month", "day"}:
        return PeriodMention(start, match.end(), period, "since")
    return PeriodMention(start, match.end(), period, rule)


def _since(period: str, now: _Now | None) -> str:
    """2023年以来 on a page of January 2024 is 2023; 2021年以来 is 2021/2023."""
    year = int(period[:4])
    if now is None or len(period) > 4:
        return period
    last = now.year if now.month > 6 or not now.month or year == now.year else now.year - 1
    return period if last <= year else f"{year}/{last}"


def _mention(match: re.Match[str], period: str, rule: str) -> PeriodMention:
    return PeriodMention(match.start(), match.end(), period, rule)
