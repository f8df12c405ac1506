"""Why a time said before a number does not hold for it, where the number tells a state in a clause of its own: 拥有, 在手, 累计."""

import re

from generator.extract.period_candidate import Candidate

_WHOLE_YEAR = "全年"
_ALL_TOLD = re.compile(r"累计(?P<verb>[^\d]*)$")
_STATE = re.compile(r"现有|在手|拥有(?!量|的)|共有|设有|已建成|估值|市值|[也还仍另]有$")
_GOING_ON = re.compile(r"[^，,。；;\d]{0,2}(?:[尚仍还][在未处]|正在|正处)")
_HELD_AT = re.compile(r"(?:举行|举办|召开)[^，,。；;]{0,24}(?:活动|仪式|大会|会)[，,]")
_COMPARED_AFTER = re.compile(r"[^，,。；;]{0,6}[，,](?:同比|[比较][去上]年同期|增长|下降|增幅)")
_HELD_THEN = frozenset({"拥有", "共有", "在手", "设有"})
_STRETCHES = frozenset({"span", "back", "plan"})


def veto_going_on(c: Candidate) -> bool | None:
    """近两年…,其余2个尚在论证: what goes on does so now."""
    return False if not c.same_clause and _GOING_ON.match(c.text, c.quantity.tail) else None


def veto_state(c: Candidate) -> bool | None:
    """去年，产值90亿元,拥有企业12家 is so as of now; 2019年，园区拥有企业12家 was so then."""
    state = None if c.same_clause else _STATE.search(c.text, c.clause.start, c.quantity.head)
    if state is None or _is_of_whole_year(c) or _is_of_then(c, state[0]):
        return None
    return False


def veto_all_told(c: Candidate) -> bool | None:
    """累计获得专利86件 in a clause of its own is a state of now; 新增18家，累计102家 and 累计兑现5.8亿元 are that year's."""
    told = None if c.same_clause else _ALL_TOLD.search(c.text, c.clause.start, c.quantity.head)
    if told is None or _is_of_whole_year(c) or _COMPARED_AFTER.match(c.text, c.quantity.tail):
        return None  # 今年接卸第18船,累计接卸量达44万吨,同比增长21%
    verb = told["verb"]
    if verb and verb in c.text[c.mention.end : c.clause.start]:
        return False  # 今年完成投资8亿元,累计完成投资16.5亿元
    if c.mention.rule in {"month", "day"} and verb.startswith("投资"):
        return False  # 今年4月,三期项目投产,累计投资达21.3亿美元
    return None if c.mention.rule in _STRETCHES or "元" in c.quantity.unit or len(verb) < 2 else False


def _is_of_whole_year(c: Candidate) -> bool:
    return c.text.find(_WHOLE_YEAR, c.sentence.start, c.quantity.start) >= 0


def _is_of_then(c: Candidate, state: str) -> bool:
    """Whether the state is of the year that opens the sentence, of a round of money, of the years counted or of an event that was held."""
    at_once = c.mention.start <= c.sentence.start + 1 and not re.search(r"\d", c.between)
    if at_once and c.mention.rule == "year" and state in _HELD_THEN and c.mention.period < c.published.value[:4]:
        return True
    if state == "估值":
        return "融资" in c.between  # 今年10月获得B轮融资2.3亿元,估值升至18亿元
    counted = c.mention.rule in _STRETCHES or _HELD_AT.search(c.between) is not None
    return state == "共有" and counted  # 自2021年实施以来，共有49家企业试点; 1月18日，举行集中开工活动，共有项目28个
