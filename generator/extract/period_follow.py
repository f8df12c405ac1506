"""Whether a number has the time of the one told right before it in its sentence: a share of it, what it costs, what it grew by.

Each rule is one small function that answers, or None where it has no say. RULES is the order; the first that answers decides.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from generator.extract.period_base import base_of
from generator.extract.period_candidate import COUNTED, compares_others
from generator.extract.period_context import PeriodChoice
from generator.extract.period_place import Place
from generator.extract.tokens import PeriodMention, Quantity, Span, Turn
from generator.model.claim import Kind, Status

_PART = re.compile(r"[^，,。；;]{0,8}[，,]其中")
_GOES_ON_ALL = re.compile(r"[^，,。；;]{0,6}[，,][^，,。；;\d]{0,10}累计[^，,。；;\d]*")
_EXPECTED = re.compile(r"有望|预计|将|后[，,]")
_ITS_GROWTH = re.compile(
    r"[，,、]?(?:同比|比上年|较上年)?(?:增长|下降|提高|增加)[约近超]?|[，,、][^，,。；;\d]{2,14}(?:预计|有望)(?:同比)?(?:增长|下降|提高|增加)[约近超]?"
)
_ITS_COST = re.compile(r"[^，,。；;\d]{0,8}[、，,]计划(?:总)?投资(?:总)?额?[为达约]?")
_ITS_SUM = re.compile(r"[，,](?:协议|合同|计划|完成)?(?:总投资|投资|总?金额)(?:总?额)?[约达超近]{0,2}|(?:以[上下])?的")
_LISTED = re.compile(r"[、和及与][^，,。；;\d]{1,16}")
_ITS_RANK = re.compile(r"[，,](?:位居|居|列|位列|排名?|稳居|均居)")
_PLACES = frozenset({"位", "名", "个位次"})


@dataclass(frozen=True, slots=True)
class Follower:
    """A number, the one before it with the time that was chosen for that, and the time that would govern this one else."""

    place: Place
    last: Quantity
    previous: PeriodChoice
    quantity: Quantity
    status: Status
    clause: Span
    mention: PeriodMention | None

    @property
    def between(self) -> str:
        """The text between the two numbers."""
        return self.place.text[self.last.tail : self.quantity.head]

    @property
    def after_state(self) -> bool:
        """Whether the number before is a state."""
        return self.previous.period.startswith("asof")


Rule = Callable[[Follower], bool | None]


def follows(follower: Follower) -> bool:
    """Whether the number has the time of the one before it."""
    for rule in RULES:
        answer = rule(follower)
        if answer is not None:
            return answer
    return False


def goes_with_review(follower: Follower) -> bool:
    """新签约项目57个,协议总投资413亿元; 利用外资3亿美元，列全省第五位: what more is told of a deed of the year reviewed."""
    between = follower.between
    if follower.quantity.turn is not Turn.NONE or re.search("[。；;]", between):
        return False
    return follower.quantity.kind is not Kind.LEVEL or between[1:3] == "其中" or _ITS_SUM.fullmatch(between) is not None


def _grant_listed(f: Follower) -> bool | None:
    """外资项目7个、台资项目4个."""
    alike = f.mention is None and f.last.turn is f.quantity.turn and f.last.unit == f.quantity.unit
    return True if alike and _LISTED.fullmatch(f.between) else None


def _grant_its_cost(f: Follower) -> bool | None:
    """去年签约项目61个、计划总投资388亿元."""
    planned = f.status is Status.PLANNED and f.quantity.unit.endswith("元")
    return True if planned and _ITS_COST.fullmatch(f.between) else None


def _grant_its_growth(f: Follower) -> bool | None:
    """上半年,预计完成营业收入2210亿元,同比增长8.5%."""
    meant = f.mention is None and f.status is not Status.ACTUAL
    return True if meant and _ITS_GROWTH.fullmatch(f.between) else None


def _grant_its_sum(f: Follower) -> bool | None:
    """1月18日…。其中，开工项目17个,总投资51亿元: the sum of what was counted with the day or the months told before."""
    counted = f.mention is None and f.previous.rule == "carried" and f.last.unit in COUNTED and f.quantity.unit.endswith("元")
    return True if counted and _ITS_SUM.fullmatch(f.between) else None


def _veto_own_time(f: Follower) -> bool | None:
    """A time told after the number before, and the old end of a change before, lead to nothing."""
    told = f.mention is not None and f.mention.end > f.last.start
    return False if told or f.last.turn is Turn.BEFORE else None


def _grant_part(f: Follower) -> bool | None:
    """去年…,拥有平台86个,其中国家级12个."""
    return True if f.after_state and f.quantity.kind is Kind.LEVEL and _PART.match(f.between) else None


def _grant_places(f: Follower) -> bool | None:
    """列第28位,比上年提升9位."""
    moved = f.last.kind is Kind.RANK and f.quantity.unit in _PLACES and f.quantity.kind in {Kind.GROWTH, Kind.LEVEL}
    return True if moved and base_of(f.place, f.quantity, f.clause) is None else None


def _grant_rank(f: Follower) -> bool | None:
    """去年…；年产能3200吨（as of now）,位居西北第一."""
    ranked = f.after_state and f.mention is not None and f.quantity.kind is Kind.RANK
    return True if ranked and _ITS_RANK.match(f.between) else None


def _judge_share(f: Follower) -> bool | None:
    """建成公寓1850套（as of now）,入住率超过九成: a share goes with the state before it unless something flows between."""
    if not f.after_state or f.mention is None or f.quantity.kind is not Kind.SHARE:
        return None
    return not re.search(r"[；;]", f.between) and not f.place.words.flow.search(f.between)


def _grant_total(f: Follower) -> bool | None:
    """聚集企业180多家,累计服务超110万人次."""
    return True if f.after_state and _GOES_ON_ALL.fullmatch(f.between) else None


def _judge_comparison(f: Follower) -> bool | None:
    """快于全省5.2个百分点: what is more than elsewhere, unless it is expected."""
    if _EXPECTED.search(f.between):
        return False
    return f.quantity.kind is Kind.GROWTH and compares_others(f.place.text, f.clause, f.quantity)


RULES: tuple[Rule, ...] = (
    _grant_listed,
    _grant_its_cost,
    _grant_its_growth,
    _grant_its_sum,
    _veto_own_time,
    _grant_part,
    _grant_places,
    _grant_rank,
    _judge_share,
    _grant_total,
    _judge_comparison,
)
