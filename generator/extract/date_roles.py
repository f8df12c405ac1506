"""What the words around a date make of it: 截至2024年底 a state, 比2021年 a base, 到2027年 an aim, 自2025年1月起 a beginning.

Each role is one small function; ROLES is the order, the first that answers decides.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from generator.extract.calendar_dates import Now

_MULTIPLE = re.compile(r"的?[^，,。；;]{0,4}(?:倍|\d)|[^，,。；;\d]{0,10}的\d[\d.]*多?倍")
_BOOKED = re.compile(r"(?:排|排期|排产|排满|延续|持续|续签|签|延长|接)(?:期|产|单|满)?[都已经也]{0,2}[到至]?了?$")
_NEARING = re.compile(r"(?:眼看|临近|时近|时至|又到|将近|接近|岁末)$")
_AMOUNTS_TO = re.compile(
    r"(?:超过|超出|超|相当于|抵得上|比得上|顶得上|赶上|等于|接近|不足|不到|不及|达到?|约为?|占|仅为|只有|恢复[到至]?|回升[到至]|回到)了?$"
)  # 已超过去年全年的九成
_PART_OF_IT = re.compile(
    r"(?:全年)?(?:水平)?的(?:近|约|超|不到)?(?:\d[\d.]*[%％倍]|[一二两三四五六七八九][成倍]|一半"
    r"|[一二三四五六七八九十]+分之)"
)
_FROM_TO = re.compile(r"(?<!^)[-—–~～至到]\s*\d")
_WILL = re.compile(r"[^，,。；;\d]{0,4}(?:将|可(?!比)|预计|有望|力争|能(?![源量耗效力]))")
_BASIS = re.compile(r"\s*为(?:基数|基期|基准)")
_ONE_AFTER_ANOTHER = re.compile(r"[^。；;：:\d]{0,40}(?:先后|陆续|累计)")
_REACHED = re.compile(r"[，,]?[^，,。；;\d]{0,10}(?:已|就|便|达到|提[高升]到|[增升降]至|[增升降]到)(?!.{0,4}将)")
_CHANGE_BEFORE = re.compile(r"[从由][^，,。；;]{1,24}$")


@dataclass(frozen=True, slots=True)
class Dated:
    """A date in its text: its period and sort, the words right before and after that belong to it."""

    text: str
    start: int
    end: int
    prefix: str
    suffix: str
    period: str
    sort: str
    now: Now | None

    @property
    def last(self) -> str:
        """The end of the period."""
        return self.period.rpartition("/")[2]

    @property
    def over(self) -> bool:
        """Whether the period ends before the page or in its month; without a page date, nothing is over."""
        if self.now is None:
            return False
        return (int(self.last[:4]), int(self.last[5:7] or 12)) <= (self.now.year, self.now.month or 12)

    @property
    def ahead(self) -> bool:
        """Whether the period begins in a year or month after the page's; without a page date, nothing is ahead."""
        if self.now is None:
            return False
        return (int(self.period[:4]), int(self.period[5:7] or 0)) > (self.now.year, self.now.month or 12)


Role = Callable[[Dated], tuple[str, str] | None]


def role_of(dated: Dated) -> tuple[str, str]:
    """The period and the rule under which it may be used."""
    for role in ROLES:
        answer = role(dated)
        if answer is not None:
            return answer
    return dated.period, dated.sort


def _as_base(dated: Dated) -> tuple[str, str] | None:
    """比2021年翻一番, 与2020年相比, 是2022年的3.1倍, 以2024年为基数, 2021年版政策."""
    after = dated.text[dated.end : dated.end + 12]
    compared = dated.prefix in {"比", "较", "相比", "对比"} or dated.suffix in {"相比", "基础上", "的基础上"}
    multiple = (dated.prefix == "是" and _MULTIPLE.match(after)) or amounts_to(dated.text, dated.start, dated.end)
    return (dated.period, "base") if compared or multiple or _BASIS.match(after) or after.startswith("版") else None


def amounts_to(text: str, start: int, end: int) -> bool:
    """已超过去年全年的九成, 相当于2016年的3倍, 恢复到上年同期的98%: a time that something is measured by."""
    return _AMOUNTS_TO.search(text, max(0, start - 5), start) is not None and _PART_OF_IT.match(text, end) is not None


def _as_state(dated: Dated) -> tuple[str, str] | None:
    return (f"asof:{dated.last}", "asof-date") if dated.prefix.startswith("截") else None


def _as_beginning(dated: Dated) -> tuple[str, str] | None:
    """自2025年1月起; of a year alone, 以来 is a span (2023年以来). What begins after the page (明年起) is meant for then."""
    if dated.suffix == "起" and dated.ahead:
        return dated.period.removesuffix("-01") if dated.sort == "month" else dated.period, "until"
    if dated.suffix == "起" and dated.sort == "year" and _ONE_AFTER_ANOTHER.match(dated.text, dated.end):
        return years_since(dated.period, dated.now), "back"  # 2020年起,先后引进企业37家
    begun = dated.prefix in {"自", "从"} and dated.suffix in {"以来", "后"} and dated.sort != "year"
    return (dated.period, "since") if dated.suffix == "起" or begun or (dated.suffix == "后" and dated.sort in {"month", "day"}) else None


def _as_years_since(dated: Dated) -> tuple[str, str] | None:
    if dated.suffix not in {"以来", "至今", "迄今"}:
        return None
    if dated.sort in {"month", "span", "year-end"} and dated.now is not None and dated.now.month and dated.over:
        first, last = dated.period.partition("/")[0], f"{dated.now.year}-{dated.now.month:02d}"
        return first if first == last else f"{first}/{last}", "back"
    return years_since(dated.period, dated.now), "back"


def _as_end_of_year(dated: Dated) -> tuple[str, str] | None:
    """2024年底: a state where the year is over, an aim where it is not."""
    if dated.sort != "year-end":
        return None
    past = dated.now is not None and int(dated.period[:4]) < dated.now.year
    if _NEARING.search(dated.text, max(0, dated.start - 3), dated.start):
        return "asof", "vague"  # 眼看年底,城东街道完成投资32亿元
    return (f"asof:{dated.period}", "asof-date") if past else (dated.period[:4], "until")


def _as_end_of_month(dated: Dated) -> tuple[str, str] | None:
    """9月底, 三季度末: a state where the month is over, an aim where it is not."""
    if dated.sort not in {"month", "span"} or dated.text[dated.end - 1] not in "底末":
        return None
    if dated.sort == "span" and _FROM_TO.search(dated.text, dated.start, dated.end):
        return None  # 1月底至3月底
    this_month = dated.now is not None and dated.last == f"{dated.now.year}-{dated.now.month:02d}"
    if this_month and _WILL.match(dated.text, dated.end):
        return dated.last, "until"  # 3月底可达15吨 on a page of March
    return (f"asof:{dated.last}", "asof-date") if dated.over else (dated.last, "until")


def _as_end_of_change(dated: Dated) -> tuple[str, str] | None:
    """从2021年1家到今年9家: the date of the new figure, not an aim."""
    change = dated.prefix in {"到", "至"} and _CHANGE_BEFORE.search(dated.text[max(0, dated.start - 26) : dated.start])
    return (dated.period, dated.sort) if change else None


def _as_aim(dated: Dated) -> tuple[str, str] | None:
    """到2027年, 今年9月底前."""
    ahead = dated.now is not None and int(dated.last[:4]) >= dated.now.year
    if dated.prefix in {"到", "至"} and _BOOKED.search(dated.text, max(0, dated.start - 6), dated.start):
        return "asof", "base"  # 订单已经排到今年6月,总额3.2亿元
    if dated.sort == "span" and dated.suffix in {"前", "以前", "之前"}:
        return dated.last, "until"
    if dated.sort not in {"year", "month"}:
        return None
    if dated.prefix in {"到", "至"} and dated.sort == "month" and dated.over and _REACHED.match(dated.text, dated.end):
        return None  # 到3月中旬已提高到4500套
    if dated.prefix in {"到", "至"} and ahead:
        return dated.last, "until"
    return (dated.period, "until") if dated.suffix in {"前", "以前", "之前"} else None


ROLES: tuple[Role, ...] = (
    _as_base,
    _as_state,
    _as_beginning,
    _as_years_since,
    _as_end_of_year,
    _as_end_of_month,
    _as_end_of_change,
    _as_aim,
)


def years_since(period: str, now: Now | None) -> str:
    """2023年以来 on a page of January 2024 is 2023; 2021年以来 is 2021/2023. After its first quarter the running year counts too.

    >>> years_since("2023", Now(2024, 1)), years_since("2021", Now(2024, 1)), years_since("2021", Now(2024, 4)), years_since("2021", None)
    ('2023', '2021/2023', '2021/2024', '2021')
    """
    if now is None or len(period) > 4:
        return period
    last = max(now.year if now.month > 3 else now.last_full_year, int(period))
    return period if last == int(period) else f"{period}/{last}"
