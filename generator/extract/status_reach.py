"""How far a word of status reaches: to the end of its sentence, or to a clause that is back in what is so.

Each ending is one small function that answers whether the mention ends where a later clause of its sentence begins. ENDINGS is the list;
any of them ends it.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from generator.extract.status_words import OPENS, PLANNED_SUM
from generator.extract.tokens import Sentence, Span, StatusMention
from generator.model.claim import Status

_ATTRIBUTE = re.compile(r"(?:计划|拟)(?:总)?投[资入][^，,。；;、的]{1,14}的")
_SIZE = re.compile("(?:总)?规划(?:总|用地|占地)?(?:面积|用地|占地)")
_GATHERED = re.compile("(?:[却就现]|如今)?(?:聚集|集聚|汇聚|汇集|入驻|落户|拥有|挤着|容纳了)")
_MONTHS_OVER = re.compile(r"(?:今年)?(?:前[一二三四五六七八九十\d]+(?:个月|季度)|1[-—至到]\d{1,2}月|上半年)|去年|20\d\d年(?![底末前])")
_OPENS_THEN = re.compile(r"(?:计划|预计|将|拟)(?:[于在]|到)?[^，,。；;]{0,10}[年月季底][前内]?" + OPENS + r"(?![^，,。；;]*\d)")
_OF_THEM = re.compile(r"其中[^，,。；;\d]{0,14}\d+[个项家]")
_SPENT = re.compile(r"(?:完成(?:固定资产|工业)?投资|到位资金)[约近超]?\d")
_OTHER_TIME = re.compile(r"(?:到|至)?(?:20\d\d|[去明后]年|[“\"]?十[一二三四五六]五)")
_TOLD_SOON = 14
_PLAINLY_SO = frozenset({"已", "目前", "眼下", "现有", "截至"})


@dataclass(frozen=True, slots=True)
class Reaching:
    """A mention, and a clause that begins after it in its sentence; `actual` has the words of what is so."""

    text: str
    mention: StatusMention
    clause: Span
    actual: re.Pattern[str]

    @property
    def past_semicolon(self) -> bool:
        """Whether the clause opens a part of the sentence."""
        return self.text[self.clause.start - 1] in "；;"


Ending = Callable[[Reaching], bool]


def reach_of(text: str, sentence: Sentence, mention: StatusMention, actual: re.Pattern[str]) -> int:
    """Where the mention ceases to hold; 计划投资12亿元的 ends with the attribute that it opens."""
    if attribute := _ATTRIBUTE.match(text, mention.start):
        return attribute.end()
    for clause in sentence.clauses:
        if clause.start > mention.start:
            reaching = Reaching(text, mention, clause, actual)
            if any(ends(reaching) for ends in ENDINGS):
                return clause.start
    return sentence.end


def _ends_with_what_gathered(r: Reaching) -> bool:
    """规划面积12.8平方公里，却聚集了企业47家: a planned area says nothing of what is on it."""
    return _GATHERED.match(r.text, r.clause.start, r.clause.end) is not None and _SIZE.match(r.text, r.mention.start) is not None


def _ends_with_what_was_done(r: Reaching) -> bool:
    """规划面积1.8平方公里，前9个月进出口值19.8亿元: of a time that is told to be over."""
    return _MONTHS_OVER.match(r.text, r.clause.start, r.clause.end) is not None and _SIZE.match(r.text, r.mention.start) is not None


def _ends_with_its_part(r: Reaching) -> bool:
    """一期投产后可供热；二期总投资17亿元; 二期计划9月投用；厂房租金首年全免: 投产后, 可 and 计划…投用 tell of one thing."""
    one_thing = r.text[r.mention.end - 1] == "后" or r.text[r.mention.start] == "可" or _OPENS_THEN.match(r.text, r.mention.start)
    return r.past_semicolon and bool(one_thing)


def _ends_with_the_planned_sum(r: Reaching) -> bool:
    """年度计划投资310亿元，其中续建41个、新开工25个: what is counted is there, whatever is to be paid for it."""
    return _OF_THEM.match(r.text, r.clause.start, r.clause.end) is not None and PLANNED_SUM.match(r.text, r.mention.start) is not None


def _ends_with_what_was_spent(r: Reaching) -> bool:
    """计划总投资25亿元，今年完成投资8亿元; not 今年计划投资…，一季度完成投资…, where both are meant."""
    of_year = r.text[r.mention.start - 1 : r.mention.start] in {"年", "内"}
    if of_year or not PLANNED_SUM.match(r.text, r.mention.start):
        return False
    return _SPENT.search(r.text, r.clause.start, r.clause.end) is not None


def _ends_with_a_part_of_what_is(r: Reaching) -> bool:
    """预计年产值85亿元；加上春节前签约的9个，今年已签约24个: a part past a semicolon in which something is told of what is so."""
    if not r.past_semicolon:
        return False
    ends = [at for at in (r.text.find(sign, r.clause.start) for sign in "；;。！？") if at >= 0]
    told = r.actual.search(r.text, r.clause.start, min(ends, default=len(r.text)))
    return told is not None and told[0] in _PLAINLY_SO


def _ends_with_another_time(r: Reaching) -> bool:
    """全年产值预计达到3400亿元；到2027年，产量突破100万辆: 预计 tells of its own time, 该区预计，全年…；到明年底… of all that follows."""
    if not r.past_semicolon or r.mention.status is not Status.FORECAST or _OTHER_TIME.match(r.text, r.clause.start) is None:
        return False
    return r.text[r.mention.end : r.mention.end + 1] not in {"，", ","}


def _ends_with_what_is(r: Reaching) -> bool:
    """预计年产值85亿元，目前已签约24个: a clause that soon says that it is so; not 2022年至2024年…，三年累计盘活1万亩."""
    back = r.actual.search(r.text, r.clause.start, r.clause.end)
    if back is None or (back[0] == "累计" and r.text.endswith("年", 0, back.start())):
        return False
    return back.start() < r.clause.start + _TOLD_SOON


ENDINGS: tuple[Ending, ...] = (
    _ends_with_what_gathered,
    _ends_with_what_was_done,
    _ends_with_its_part,
    _ends_with_the_planned_sum,
    _ends_with_what_was_spent,
    _ends_with_a_part_of_what_is,
    _ends_with_another_time,
    _ends_with_what_is,
)
