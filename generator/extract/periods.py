"""Words that say when (今年1至8月, 截至2024年底, “十四五”以来), read with the page's date.

The rule of a mention says how it may be used: `year`, `month`, `day`, `span` and `asof` hold for figures; `base` (比2021年) is only
compared with; `ago` (三年前只有31%) holds for what its
clause says; `same`, `same-last-year`, `that-year`,
`event`, `then` repeat a time named before and have no period until the text is read in order.
"""

import re
from collections.abc import Callable
from functools import lru_cache

from generator.extract.calendar_dates import DATE, PREFIX, Now, each_year, now_of, parts_of, spell, year_of
from generator.extract.date_roles import Dated, amounts_to, role_of, years_since
from generator.extract.near_times import MONTHS_BACK, NEAR_TIMES, mention_of
from generator.extract.period_sequence import read_in_sequence
from generator.extract.quantities.lexicon import alternatives, first_signs, signs_of
from generator.extract.tokens import PeriodMention
from generator.model.article import PageDate
from generator.model.numerals import parse_number
from generator.model.period import is_period
from generator.registry.registry import Registry

_PLANS = {
    "十一五": "2006/2010",
    "十二五": "2011/2015",
    "十三五": "2016/2020",
    "十四五": "2021/2025",
    "十五五": "2026/2030",
    "十六五": "2031/2035",
}
_BELONGS_TO_DATE = {"截至", "截止到", "截止", "截至到", "到", "至", "自", "比", "较", "相比", "对比"}
_COMPARED = {"比", "较"}
_SPAN_OF_YEARS = re.compile(
    r"(?=[12])(?<![\d.])(?P<a>(?:19|20)\d{2})\s*年?\s*(?:[-—–~～－]{1,2}|至|到)\s*(?P<b>(?:19|20)\d{2})\s*年(?!\s*\d{1,2}\s*月)(?:底|末)?(?P<suffix>期间|间)?"
)
_EACH_YEAR = re.compile(r"(?=[12])(?<![\d.])(?:(?:19|20)\d{2}\s*年?\s*[、和及与]\s*)+(?:(?:19|20)\d{2}\s*年(?:度)?|[去今前]年)")
_PLAN = re.compile(
    r"[“\"'‘]?(?P<plan>十[一二三四五六]五)[”\"'’]?(?P<suffix>期间|以来|时期|末|收官|开局|[前头](?P<n>[一二两三四1-4])年)?(?!规划|纲要)"
)
_BACK = re.compile(
    r"(?=[近过最这未今此再要力争\d一二三四五六七八九十两])(?P<lead>近|过去的?|最近|这|未来|今后|此后|再[用过]|(?:要|力争|争取)[在用])?\s*(?P<n>\d{1,2}|[一二三四五六七八九十两]{1,2})\s*(?:个)?(?P<unit>年)(?P<more>多)?(?P<suffix>以来|下来|来|间|后|之后|内|前(?![移进行])|之前|(?:的?时间)?里)?"
)
_SAME = re.compile(
    r"(?=[比较与和同跟是为上去当那这该次翌全年])(?P<prefix>比|较|与|和|同|跟|[是为](?=[上去]年同[期月季]的[^，,。；;]{0,3}[\d一二两三四五六七八九十]))?"
    r"(?P<word>(?:上年|去年)同(?:期|月|季|一时期)|(?<!\d年)同期|同年|同一年|当年|那年|那一年|该年|这一年(?!来|多|间|内|以)|次年|翌年|全年(?!度?的?[^，,。；;\d]{0,4}(?:目标(?![是为定达])|任务|指标)|计划(?:的|数|任务))"
    r"|年内|当[月季]|同一时期)"
)


_NO_PART_OF_WORD = r"(?<![出体实呈展表发涌显])(?![时当]下[降调滑跌浮])"  # 出现在, 每千瓦时下降
_LIFETIME = 15
_FEBRUARY, _DECEMBER = 2, 12  # months in which people count whole years
_THEN = frozenset({"届时", "到时"})
_MEANT_FOR = re.compile(r"(?:力争|争取|确保|计划|预计|拟|有望|将)[在于到]?$")
_SET_THEN = re.compile(
    r"的?(?:计划|预算|预期|目标|确定|定下|下达|排定|设定)"
)  # 按年初计划: when a plan was made is no time of what it holds
_BEGUN = re.compile(r"(?:自|从)?((?:19|20)\d{2}|[今去前])年(?:(\d{1,2})月)?(?:\d{1,2}日)?[^，,。；;]{0,24}$")
_BEGUN_BEFORE = re.compile(  # 2024年，园区出台计划，…。政策实施以来，已兑现2860万元
    r"((?:19|20)\d{2}|[去前])年(?:(\d{1,2})月)?[^。！？\d]{0,30}(?:出台|推出|印发|设立|启动|推行|揭牌|挂牌|获批|成立)[^。！？]*。(?:政策|计划|办法|机制|片区|基金|制度)?(?:实施|运行|推行|出台|挂牌|揭牌|设立|启动|成立)$"
)
_SINCE = re.compile(r"(?:自|从)((?:19|20)\d{2}|[今去前])年(?:(\d{1,2})月)?(?:\d{1,2}日)?[^，,。；;]{1,30}$")
_LONG = 60
_GROWN = re.compile(r"(?:累计|平均|共|已|就|里|近乎|几乎|接近|实现)?(?:净增|翻|[增成]?长了|涨|增长|增加|提高|提升|跃升|扩大)")
_DONE_SINCE = re.compile(
    r"(?:[就共已]|累计)?(?:培[养训]|引进|招引|新增|新建|建成|投入|孵化|完成|实施|签约|发放|兑现|减免|盘活|腾退|拆除|关停|改造)[^，,。；;\d]{0,10}\d"
)  # 3年培养技工2640人
_YEARLY_SOON = re.compile(r"[，,]?[^，,。；;\d]{0,12}年(?:均|平均|复合)")
_TOOK = re.compile(r"(?:短短|仅|只用|仅用|用了|历时|耗时)$")
_TWO_DIGITS = re.compile(r"[一二三四五六七八九两]{2}")
_RECORD = re.compile(r"[，,]?(?:的?首[次度个]|第一次|最|[的]?新[高低])")  # 三年来首次转负 compares, and holds for nothing else
_LIFE = re.compile(
    r"(?:成立|建成|投产|开业|开港|上市|开行|入驻|落成|创立|创建|建立|组建|设立|挂牌|运营|建区|建园|开园|投运|落户|实施|推行|施行|上线|启用|启动|试点|获批|开通|揭牌)$"
)
_TIMES_THAT = re.compile(r"的?[^，,。；;]{0,6}倍")
_is_period = lru_cache(maxsize=1024)(is_period)

Reader = Callable[[re.Match[str], str, Now | None], PeriodMention | None]


class PeriodFinder:
    """Finds mentions of time; build it once per registry."""

    def __init__(self, registry: Registry) -> None:
        """Compile the word lists `periods.*`; KeyError names a list that is missing."""
        now, vague, event = (alternatives(registry.words(f"periods.{name}")) for name in ("now", "vague", "event"))
        self._readers: tuple[tuple[frozenset[str], re.Pattern[str], Reader], ...] = (
            (frozenset("同当那这该次翌全内"), _SAME, _read_same),
            (frozenset("、和及与"), _EACH_YEAR, _read_each),
            (frozenset("-—–~～－至到"), _SPAN_OF_YEARS, _read_years),
            (frozenset("五"), _PLAN, _read_plan),
            *NEAR_TIMES,
            (frozenset("年月季日"), DATE, _read_date),
            MONTHS_BACK,
            (frozenset("年"), _BACK, _read_back),
            (first_signs(registry.words("periods.now")), re.compile(_NO_PART_OF_WORD + now), _read_now),
            (
                first_signs(registry.words("periods.event")),
                re.compile(rf"{event[: event.index(')') + 1]}(?<![^，,。；;：:“！？]){event}"),
                _read_event,
            ),
            (first_signs(registry.words("periods.vague")), re.compile(vague), _read_vague),
            (frozenset("以"), re.compile(r"以来|以后"), _read_begun),
        )

    def find(self, text: str, published: PageDate, told_of: str = "") -> tuple[PeriodMention, ...]:
        """Mentions in order, none overlapping; `told_of` is the year that the article spoke of before this text.

        Where the page has no date, relative words (今年) are resolved to `asof`.
        """
        now = now_of(published)
        free = text
        out: list[PeriodMention] = []
        signs = signs_of(text)
        for needs, pattern, read in self._readers:
            for match in () if needs.isdisjoint(signs) else pattern.finditer(free):
                mention = read(match, text, now) if match.end() > match.start() else None
                if mention is not None and "\0" not in free[mention.start : mention.end]:
                    out.append(mention)
                    free = free[: mention.start] + "\0" * (mention.end - mention.start) + free[mention.end :]
        return read_in_sequence(text, now, sorted(out, key=lambda mention: mention.start), told_of)


def _read_same(match: re.Match[str], text: str, now: Now | None) -> PeriodMention | None:
    word = match["word"]
    if word == "年内":
        if re.match(r"[\d一二三四五六七八九十两多几半]", text[match.start() - 1 : match.start()]):
            return None
        return PeriodMention(match.start(), match.end(), str(now.year) if now else "asof", "within")
    if word == "同期" and match["prefix"] in {"比", "较", "与", "和"}:
        return PeriodMention(match.start(), match.end(), "asof", "base")
    if word.startswith(("上年", "去年")):
        rule = "base" if match["prefix"] or amounts_to(text, match.start(), match.end()) else "same-last-year"
        return PeriodMention(match.start(), match.end(), "", rule)
    if word in {"次年", "翌年", "当年", "那年", "那一年", "这一年", "该年", "同年", "同一年", "全年"}:
        if word == "全年" and re.search(r"(?:\d年|[今去前明上本]年度?)$", text[max(0, match.start() - 3) : match.start()]):
            return None
        return PeriodMention(match.start(), match.end(), "", "that-year")
    return PeriodMention(match.start(), match.end(), "", "same")


def _read_event(match: re.Match[str], text: str, now: Now | None) -> PeriodMention | None:
    return mention_of(match, "", "event")


def _read_vague(match: re.Match[str], text: str, now: Now | None) -> PeriodMention | None:
    """近年来 names no time; 届时 is the time to come that was named before it."""
    return mention_of(match, "", "then") if match[0] in _THEN else mention_of(match, "asof", "vague")


def _read_now(match: re.Match[str], text: str, now: Now | None) -> PeriodMention | None:
    """目前 is a state; 较目前翻两番 compares with it; 自2021年启用至今 is 2021 up to now."""
    begun = _SINCE.search(text, max(0, match.start() - 40), match.start()) if match[0] in {"至今", "迄今"} else None
    if begun:
        return mention_of(match, _since(begun[1], begun[2], now), "back")
    return mention_of(match, "asof", "base" if text[match.start() - 1 : match.start()] in _COMPARED else "asof")


def _read_begun(match: re.Match[str], text: str, now: Now | None) -> PeriodMention | None:
    """自2021年获批以来 is 2021 up to now; 运营以来 has no year and is as of now."""
    begun = _BEGUN.search(text, max(0, match.start() - 32), match.start()) or _BEGUN_BEFORE.search(text, 0, match.start())
    period = _since(begun[1], begun[2], now) if begun else "asof"
    return mention_of(match, period, "back" if begun else "vague")


def _since(year: str, month: str | None, now: Now | None) -> str:
    """The years or months from a written or relative year (2021, 去) up to now; without a page date, a relative one is as of now."""
    if not year.isdecimal():
        if now is None:
            return "asof"
        year = str(now.year - {"今": 0, "去": 1, "前": 2}[year])
    if month is None or now is None or not now.month or f"{year}-{int(month):02d}" > f"{now.year}-{now.month:02d}":
        return years_since(year, now)
    return f"{year}-{int(month):02d}/{now.year}-{now.month:02d}"


def _read_years(match: re.Match[str], text: str, now: Now | None) -> PeriodMention | None:
    return mention_of(match, f"{match['a']}/{match['b']}", "span")


def _read_each(match: re.Match[str], text: str, now: Now | None) -> PeriodMention | None:
    """2021、2022、2023年分别: a span whose years go to the numbers of a list one by one."""
    years = each_year(match[0], now)
    if years[0] >= years[-1]:
        return None
    return mention_of(match, f"{years[0]}/{years[-1]}", "base" if text[match.start() - 1 : match.start()] in _COMPARED else "each")


def _read_plan(match: re.Match[str], text: str, now: Now | None) -> PeriodMention | None:
    period = _PLANS[match["plan"]]
    if match["n"]:
        return mention_of(match, f"{period[:4]}/{int(period[:4]) + int(parse_number(match['n']) or 1) - 1}", "span")
    before = text[max(0, match.start() - 3) : match.start()]
    multiple = before.endswith(("是", "为", "相当于")) and _TIMES_THAT.match(text, match.end())
    if match["suffix"] not in {"末", "收官", "以来", "开局"} and (before[-1:] in _COMPARED or multiple):
        return mention_of(match, period, "base")
    if match["suffix"] == "以来" and now is not None:
        return mention_of(match, years_since(period[:4], now), "back")
    if match["suffix"] in {"末", "收官"}:
        if before[-1:] in _COMPARED or multiple:
            return mention_of(match, period[5:], "base")
        over = now is not None and int(period[5:]) < now.year
        return mention_of(match, period[5:], "asof-date" if over else "until")
    return mention_of(match, period[:4] if match["suffix"] == "开局" else period, "plan")


def _read_back(match: re.Match[str], text: str, now: Now | None) -> PeriodMention | None:
    """近3年, 5年来, 三年翻了两番, 5年后, 再用三年. A length of time that is a figure (连续4年) is no mention."""
    number = parse_number(match["n"])
    if number is None or now is None or _is_length(match, text) or text[match.start() - 1 : match.start()] == "年":
        return None  # 2022年—2024年三年间 is told by its years
    count, suffix = int(number), match["suffix"] or ""
    if _is_vague(match, text, count):
        return mention_of(match, "asof", "vague")
    if suffix.endswith("来") and _LIFE.search(text, max(0, match.start() - 4), match.start()):
        last = now.year if now.month > _FEBRUARY else now.year - 1
        return mention_of(match, f"{now.year - count}/{last}" if last > now.year - count else str(last), "life")
    if (suffix in {"后", "之后"} or (match["lead"] or "").endswith(("在", "用", "过"))) and count < _LONG:
        return mention_of(match, str(now.year + count), "until")
    if match["lead"] in {"未来", "今后"}:
        first = now.last_full_year + 1
        return mention_of(match, f"{first}/{first + count - 1}" if count > 1 else str(first), "until")
    if suffix in {"前", "之前"}:
        multiple = text[match.start() - 1 : match.start()] in {"是", "为"} and _TIMES_THAT.match(text, match.end())
        if text.startswith("相比", match.end()):
            return PeriodMention(match.start(), match.end() + 2, str(now.year - count), "base")
        return mention_of(
            match, str(now.year - count), "base" if multiple or text[match.start() - 1 : match.start()] in _COMPARED else "ago"
        )
    return _years_up_to_now(match, text, count, now)


def _is_length(match: re.Match[str], text: str) -> bool:
    """仅用了5年, 连续4年, 三年来首次转负: how long, not when."""
    before = text[max(0, match.start() - 4) : match.start()]
    if _TOOK.search(before) or re.search(r"[第连续]\s*$", before):
        return True
    return (match["suffix"] or "").endswith("来") and _RECORD.match(text, match.end()) is not None


def _is_vague(match: re.Match[str], text: str, count: int) -> bool:
    """近两三年, 5年多来; 27年来: all that there ever was."""
    if _TWO_DIGITS.fullmatch(match["n"]) or (match["more"] and match["suffix"]):
        return True
    if not (match["suffix"] or "").endswith("来"):
        return False
    return count >= _LIFETIME


def _years_up_to_now(match: re.Match[str], text: str, count: int, now: Now) -> PeriodMention | None:
    """近3年 and 三年来年均 are whole years up to the last; 三年翻了两番 runs from a year before, 两年来 from the month two years ago."""
    lead, suffix, last = match["lead"] or "", match["suffix"] or "", now.last_full_year
    if not lead and not suffix.endswith("来") and _GROWN.match(text, match.end()):
        return mention_of(match, f"{last - count}/{last}", "grown")
    opens = text[match.start() - 1 : match.start()] in {"", "，", ",", "。", "；", ";"}
    if lead in {"近", "过去", "过去的", "最近"} or (not lead and not suffix and opens and _DONE_SINCE.match(text, match.end())):
        return mention_of(match, _last_years(count, last), "back")
    if suffix in {"来", "以来", "下来", "间"} or (suffix.endswith("里") and count > 1):
        whole = lead or _YEARLY_SOON.match(text, match.end())
        return mention_of(match, _last_years(count, last) if whole else _since_years_ago(count, now), "back")
    return None


def _since_years_ago(count: int, now: Now) -> str:
    """两年来 and 一年来 on a page of September 2024 began two years or twelve months before; near a year's end whole years are meant.

    >>> [_since_years_ago(2, Now(2024, month)) for month in (1, 9, 12)], _since_years_ago(1, Now(2024, 9))
    (['2022/2023', '2022/2024', '2023/2024'], '2023-09/2024-09')
    """
    if not _FEBRUARY < now.month < _DECEMBER:
        return _last_years(count, now.last_full_year)
    return f"{now.year - 1}-{now.month:02d}/{now.year}-{now.month:02d}" if count == 1 else f"{now.year - count}/{now.year}"


def _last_years(count: int, last: int) -> str:
    return str(last) if count == 1 else f"{last - count + 1}/{last}"


def _read_date(match: re.Match[str], text: str, now: Now | None) -> PeriodMention | None:
    """A year with or without a part of it, or a part alone (1至10月, 上半年, 6月5日)."""
    parts = parts_of(match)
    if "y" not in parts and ("whole" in parts or not parts.get("end", "年").startswith("年")):
        return None
    if match[0] == "年初" and (_SET_THEN.match(text, match.end()) or text.endswith(("岁末", "年底", "年末"), 0, match.start())):
        return None  # 按年初计划; 岁末年初，园区晒出2024年账本
    meant = _MEANT_FOR.search(text, max(0, match.start() - 4), match.start()) is not None or parts.get("suffix", "").strip() == "前"
    year = year_of(parts, now, "将" if meant else text[match.end() : match.end() + 12], text[match.end() : match.end() + 40])
    if year is None:
        return mention_of(match, "asof", "vague") if "y" in parts else None
    before = PREFIX.search(text, max(0, match.start() - 5), match.start())
    prefix, suffix = before["prefix"] if before else "", parts.get("suffix", "").strip()
    if prefix.startswith("截") and "y" not in parts and "end" in parts and now is not None and 0 < now.month <= 6:
        year -= 1  # 截至年底 in January
    period, sort = spell(parts, year, now)
    if not _is_period(period):
        return None
    if sort == "year" and suffix in {"底", "末", "年底", "年末"}:
        period, sort = f"{period}-12", "year-end"
    start = before.start() if before and prefix in _BELONGS_TO_DATE else match.start()
    return PeriodMention(start, match.end(), *role_of(Dated(text, start, match.end(), prefix, suffix, period, sort, now)))
