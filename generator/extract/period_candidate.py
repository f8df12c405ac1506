"""A mention of time before a number of its sentence, and what the grammar around the two says.

A step of its own, because the vetoes, the choice and the carrying of time all ask it.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from generator.extract.period_words import PeriodWords
from generator.extract.status import StatusChoice
from generator.extract.tokens import PeriodMention, Quantity, Sentence, Span, Turn
from generator.model.article import PageDate

PHYSICAL = frozenset(
    {"公里", "米", "毫米", "厘米", "公斤", "克", "亩", "公顷", "平方公里", "平方米", "千伏", "千瓦", "兆瓦", "层", "微米", "纳米"}
)
SPENT = frozenset({"天", "个月", "小时", "分钟", "秒", "个工作日", "工作日", "周"})
SHORT = frozenset({"小时", "分钟", "秒", "个工作日", "工作日"})
COUNTED = frozenset({"个", "家", "户", "项", "条", "座", "名", "人", "件", "位"})
IN_ALL = re.compile(
    r"从[^。；;]{2,30}到[^。；;]{2,30}(?:[只仅才]?[花用][了时]?|历时)(?:不到|不足|近)?$"
    r"|前后(?:不到|只|仅|不足|才|总共|一共)?[花用]?了?$|全程(?:只|仅)[花用]了?时?$"
)
_OLD_HALF = re.compile(r"(?:从|由)[^，,。；;\d]{0,6}.$")
_BASIS = re.compile(r"[^，,。；;]{0,14}基础上")
MONTH = re.compile(r"\d{1,2}月(?:\d{1,2}日|[初底末])?")
_NUMBER_SOON = re.compile(r"(?:底|末)?的?[^，,。；;]{0,8}\d|的?[^，,。；;]{0,6}[一二三四五六七八九两]")
_AGAINST_OTHERS = re.compile(
    r"(?<![同环占])比(?!例|重|值|率|[上去前今]年|同期|上月|\d|年初|[一二三四五六七八九十两]+年前|[“\"‘]?十[一二三四五六]五[”\"’]?末)[^，,。；;\d]{1,14}$|(?:高于|低于|高出|快于|超出)(?![上去前今]年|同期|[“\"‘]?十[一二三四五六]五[”\"’]?末)[^，,。；;\d]{1,14}$"
)

_RELIEF = re.compile(r"支持|扶持|减免|免收|免除|免租|让利|引导基金|设立[^，,。；;]{0,8}基金|风投")
_TERMS = re.compile(
    r"最高|最多|最长|上限|封顶|每[人家户个台年月][^，,。；;]{0,8}(?:给予|补|奖|发|贴)|按[^，,。；;]{1,20}\d[\d.]*[%％][^，,。；;]{0,8}(?:给予|补|奖|贴|资助|获得)"
    r"|(?:单个|单家|单户|每个|每家|每人|每户|每名)[^，,。；;]{0,12}\d|(?:给予|奖励|补助|补贴|资助|发放)[^，,。；;]{0,6}每[人家户个年月]"
    r"|(?:对|为)[^，,。；;\d]{2,40}(?:给予|予以)(?!了)[^，,。；;\d]{0,6}\d"
    r"|一次性(?:给予|奖励|补助|补贴|资助)|每[年月](?:分别)?(?:发放|补贴|补助|给予|资助)"
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """One mention before one number of one sentence."""

    words: PeriodWords
    text: str
    sentence: Sentence
    published: PageDate
    mention: PeriodMention
    quantity: Quantity
    clause: Span
    status: StatusChoice
    names_event: bool
    aside: bool
    of_house: bool = False

    @property
    def same_clause(self) -> bool:
        """Whether both stand in one clause."""
        return self.clause.start <= self.mention.start

    @property
    def between(self) -> str:
        """The text between them."""
        return self.text[self.mention.end : self.quantity.start]


Veto = Callable[[Candidate], bool | None]


def is_old_half(text: str, sentence: Sentence, mention: PeriodMention, quantity: Quantity | None) -> bool:
    """Whether a mention belongs to the old end of a change or to a basis: 由2019年的35%, 从当年的6家, 在现有31家的基础上."""
    if _BASIS.match(text, mention.end):
        return quantity is None or "基础上" in text[mention.end : quantity.start]
    if mention.rule == "asof-date" or text[mention.end - 1] == "起":
        return False
    before = text[max(sentence.start, mention.start - 10) : mention.start + 1]
    if (
        ("从" not in before and "由" not in before)
        or not _OLD_HALF.search(before)
        or not _NUMBER_SOON.match(text[mention.end : mention.end + 14])
    ):
        return False
    return quantity is None or quantity.turn is not Turn.BEFORE


def is_terms(words: PeriodWords, text: str, sentence: Sentence, clause: Span) -> bool:
    """Whether a clause tells what a grant comes to (单个项目最高奖励20万元), not what was paid."""
    given = (kind.search(text, sentence.start, sentence.end) for kind in (words.grant, _RELIEF))
    return _TERMS.search(text, clause.start, clause.end) is not None and any(given)


def compares_others(text: str, clause: Span, quantity: Quantity) -> bool:
    """比普通蟹塘低8% compares with others, 比上年低8% with an earlier time."""
    return _AGAINST_OTHERS.search(text, clause.start, quantity.head) is not None


def is_ahead(period: str, published: PageDate) -> bool:
    """Whether a time begins after the page: what is so already is not of then."""
    first = period.removeprefix("asof:").partition("/")[0]
    return first[:4].isdecimal() and first[: len(published.value)] > published.value[: len(first)] > ""
