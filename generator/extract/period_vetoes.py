"""Why a time said before a number does not hold for it, though the number tells what is so.

Each veto is one small function: it answers whether the mention holds, or None where it has no say. VETOES is the ordered list, and says
on which rules of mentions each may speak; the first answer decides.
"""

import re

from generator.extract.period_candidate import COUNTED, MONTH, SPENT, Candidate, Veto, compares_others, is_ahead
from generator.extract.period_state_vetoes import veto_all_told, veto_going_on, veto_state
from generator.extract.period_thing_vetoes import (
    veto_attribute,
    veto_begun_thing,
    veto_capacity,
    veto_document,
    veto_output,
    veto_pointed,
    veto_price,
    veto_rate,
    veto_size,
    veto_spent,
    veto_staff,
    veto_terms,
    veto_total,
    veto_under_way,
)
from generator.extract.sentences import clause_at
from generator.extract.tokens import Turn
from generator.extract.works import BEGUN, FINISHED
from generator.model.claim import Kind

_WHOLE_YEAR = "全年"
_AFTERWARDS = re.compile("[，,](?:随后|此后|其后|之后)")
_FROM = re.compile(r"[从由]")
_CHANGE = re.compile(r"[从由][^，,。；;]{1,30}?(?:到|至|为|成)")
_RANKED = re.compile(r"度?[^，,。；;\d]{0,24}(?:评价|考核|榜单|评选|测评|评估|排行榜|排名|评比)(?:结果)?(?:中|里|显示)?[，,]")
_ALREADY_SO = re.compile(r"(?<![早业])已经?(?!连续|由|从|是第)")
_HELD = re.compile(r"占有率|市占率")
# 共投出项目173个;失败的有42个
_PART_OF = re.compile(r"\d[余多]?[个家项户条件人名次批][^。]*?[；;](?![在现正待拟尚仍未])[\u4e00-\u9fff]{2,6}的(?:共?有|达|占)[约近超]?\d")
_PUBLISHED = re.compile(r"(?:正式|对外|联合)?(?:公布|发布|揭晓|出炉|公示|印发|下发|通报)")
_DONE_COUNT = re.compile(rf"(?:{FINISHED}|{BEGUN}|签约|落户|落地|办结|解决|新增|入库)(?:项目|企业|事项)?$")
# 上半年…；工业投资132.7亿元: a sum right behind its name is of the same months, a state's or a price is not
_SUM_OF = re.compile(
    r"(?:(?!总投资|资本|资产|资金池|基金|余额|市值|估值|存款|规模|均|价|每|单|月|日|售)[^，,。；;\d])*"
    r"(?:投资|税|费|额|值|收|入|出|口|款|资|润)[约达为近超]{0,2}"
)
# 海铁联运量93万标箱: so is an amount of what was moved or made
_AMOUNT_OF = re.compile(r"[^，,。；;\d]{2,12}(?<![存储容载重质能含数总])(?<![保拥]有)量[约达为近超]{0,2}")
# 生产钛材3.9万吨: so is what was made or sold
_MADE_OF = re.compile(
    r"[^，,。；;\d]{0,8}(?:生产(?!线|基地|车间|能力|企业|厂|规模)|加工|卖出|销售|下线|出货|外销|采购|收购|回收|消纳|发电(?!子|机|站|厂)|处理|发运)[^，,。；;\d]{0,10}"
)
_YEARS_AGO = re.compile(r"[从由][^，,。；;]{0,3}年前")
_NEW_END = re.compile(r"(?:减|缩|短|降|低)[到至为]$")
BY_THIS = re.compile(r"(?:由此|就此|随之)(?:增|达|突破|超过|升|累计)")
_ONCE = re.compile(r"[由从](?:过去|原来|以前|原先|原本|最初|此前|以往|起初|当初|早期)")
_DATED_OLD_END = re.compile(r"[由从][^，,。；;]{0,4}(?:年|同期|月)")
_ALREADY = re.compile(r"已经?[由从]")
_THIS_TIME = re.compile(r"[；;](?:此次|这次|本次|而今|这回)")  # 2020年合作建设100兆瓦；此次扩建200兆瓦
_OPENS_ASIDE = re.compile("[而但]?(?:早?在|回望|回看|放在)?")
_YEARLY = re.compile(r"[，,]?年(?:均|平均|复合)")
_GAINED = re.compile(r"(?:增长|增加|净增)了?[近约超]?$")  # 五年净增684家


def _veto_ahead(c: Candidate) -> bool | None:
    """明年打算把回收率从97%再提1.5个百分点: what is so is of no time to come."""
    return False if is_ahead(c.mention.period, c.published) else None


def _veto_aim(c: Candidate) -> bool | None:
    """到2027年 holds for nothing that is so already."""
    return False


def _veto_report(c: Candidate) -> bool | None:
    """1月6日,记者获悉 dates the report."""
    return False if c.words.reporting.search(c.between) else None


def _veto_past_semicolon(c: Candidate) -> bool | None:
    """上年同期为4.6万件 reaches no further than its own part of the sentence, nor past the figure that it was told for."""
    own = c.text[c.mention.end : clause_at(c.sentence, c.mention.start).end]
    return not (re.search("[；;]", c.between) or (not c.same_clause and re.search(r"\d", own)))


def _veto_published(c: Candidate) -> bool | None:
    """2024年度考评结果近日公布,该区列第3位: the time of the publication is none of the figure."""
    return False if _PUBLISHED.match(c.text, c.mention.end) else None


def _grant_state(c: Candidate) -> bool | None:
    return True


def _grant_reached(c: Candidate) -> bool | None:
    """8月2日,飞机入区,租赁飞机由此达到2500架; 截至当日,累计引进198架: reached on that day."""
    up_to = c.mention.rule == "event" and c.text.startswith("截", c.mention.start)
    return True if up_to or (c.mention.rule == "day" and BY_THIS.search(c.text, c.clause.start, c.quantity.head)) else None


def _veto_aside(c: Candidate) -> bool | None:
    """前三季度平均用时61天,而2023年是96天;白名单企业扩围到88家: a year told for comparison holds in its own clause alone."""
    if not c.aside or c.same_clause:
        return None
    opens = _OPENS_ASIDE.fullmatch(c.text, clause_at(c.sentence, c.mention.start).start, c.mention.start)
    alone = opens and not c.text[c.mention.end : c.clause.start].strip("，, ")
    return None if alone else False  # 产值512亿元,而2020年,这一数字只有86亿元


def veto_founding(c: Candidate) -> bool | None:
    """2024年9月投产,设计年产能60万台: the month is that of the start alone."""
    if c.same_clause:
        return None
    own = clause_at(c.sentence, c.mention.start)
    told = c.text[c.mention.end : own.end].rstrip("，,")
    if not told and c.mention.rule == "that-year":
        return None  # 投产当年,实现产值2.6亿元
    begun = own.end <= c.clause.start and c.words.founding.search(c.text, own.start, own.end)
    return False if begun and not told.endswith("时") and not re.search(r"\d", MONTH.sub("", told)) else None


def _veto_next_part(c: Candidate) -> bool | None:
    """1—9月实现地区生产总值1012亿元;链上企业增加到67家: past a semicolon only what flows is of those months."""
    if _THIS_TIME.search(c.between):
        return False
    if _WHOLE_YEAR in c.between or c.quantity.kind not in {Kind.LEVEL, Kind.GROWTH}:
        return False if c.quantity.kind is Kind.SHARE and _is_apart(c) else None
    opens = clause_at(c.sentence, c.mention.start).start == c.mention.start
    if c.mention.rule == "year" and c.mention.period != c.published.value[:4] and (opens or c.of_house):
        return None  # what is told of a year that is over holds at its end; not 甲产业去年产值86亿元;乙企业发展到72家
    cut = max(c.between.rfind("；"), c.between.rfind(";"))
    if cut < 0 or (c.quantity.kind is Kind.GROWTH and not compares_others(c.text, c.clause, c.quantity)):
        return None
    if c.between.startswith("其中", cut + 1) or _PART_OF.search(c.text, c.mention.end, c.quantity.end):
        return None
    flows = c.words.flow.search(c.between, cut) or c.words.flow.search(c.text, c.quantity.tail, min(c.clause.end, c.quantity.tail + 12))
    if c.quantity.unit in COUNTED and _DONE_COUNT.search(c.text, c.clause.start, c.quantity.head):
        return None
    amounts = (_SUM_OF,) if c.quantity.unit.endswith("元") else (_AMOUNT_OF, _MADE_OF)
    if any(amount.fullmatch(c.text, c.clause.start, c.quantity.head) for amount in amounts):
        return None
    return False if c.quantity.unit in SPENT or not flows else None


def _is_apart(c: Candidate) -> bool:
    """上半年…；再生料已占三成多；覆盖率从两年前的一成升到四成半: a share past a semicolon that tells how far it has come by now."""
    cut = max(c.between.rfind("；"), c.between.rfind(";"))
    if cut < 0 or re.search("[，,]", c.between[cut:]):
        return False
    return _ALREADY_SO.search(c.between, cut) is not None or _YEARS_AGO.search(c.between, cut) is not None


def _veto_end_of_change(c: Candidate) -> bool | None:
    """由1800万元增到去年的7400万元,卖到39个国家: the time of a change's end is that of no later state; 占全县的18% goes with it."""
    if c.same_clause or c.quantity.kind is Kind.GROWTH or c.mention.rule == "asof-date":
        return None
    if c.words.strong_flow.search(c.text, c.clause.start, c.quantity.head):
        return None  # 由41家增加到去年的96家,销售收入31.7亿元
    if c.quantity.kind is not Kind.LEVEL and not c.text.startswith("而", c.clause.start):
        return None
    words = c.text[c.mention.start : c.mention.end + 1]
    own = clause_at(c.sentence, c.mention.start)
    return False if words[0] in "到至" and words[-1] == "的" and _FROM.search(c.text, own.start, c.mention.start) else None


def _veto_afterwards(c: Candidate) -> bool | None:
    """去年6月，园区承接33项权限，随后挑出21个业态试行: what came after it is not of that month."""
    return False if not c.same_clause and _AFTERWARDS.search(c.between) else None


def veto_event_name(c: Candidate) -> bool | None:
    """7月6日,2024年龙舟赛开桨,24支队伍参赛: the year names the race, the day is when it was."""
    return False if c.names_event and c.quantity.kind is not Kind.RANK else None


def _veto_long_span(c: Candidate) -> bool | None:
    """5年间企业由3户变成86户,其中规上企业54户: over years runs what flows, a state is as of now."""
    if c.quantity.kind is Kind.GROWTH:
        return None
    relative = c.mention.rule == "back" and c.text[c.mention.start] in "今去前"
    if relative and _NEW_END.search(c.text, c.clause.start, c.quantity.head) and c.quantity.unit in SPENT:
        return False  # 去年以来,…,审批时限压减到28个工作日
    if c.quantity.turn is Turn.AFTER:
        if c.mention.rule == "plan" and c.mention.period[5:] < c.published.value[:4]:
            return None  # “十三五”期间,企业由312家增加到486家: at its end
        return not relative and bool(c.words.strong_flow.search(c.between))
    if c.quantity.kind is Kind.SHARE and not c.same_clause and _HELD.search(c.text, c.clause.start, c.quantity.head):
        return False
    changed = _CHANGE.search(c.between) and not c.same_clause
    return False if changed and not c.words.flow.search(c.between) and "累计" not in c.between else None


def _veto_changed_already(c: Candidate) -> bool | None:
    """去年销售1.35万台,排名已由2021年的第7位跃居第3位: an end of a change that is told with 已 is as of now."""
    if c.same_clause or c.quantity.turn is not Turn.AFTER:
        return None
    own_old_end = _DATED_OLD_END.search(c.text, c.clause.start, c.quantity.head)
    rate_of_months = c.mention.rule == "span" and c.quantity.kind is not Kind.LEVEL  # 上半年,…,退货率从9%降到4.2%
    if c.of_house and not rate_of_months and c.quantity.kind is not Kind.RANK and "元" not in c.quantity.unit and own_old_end is None:
        return False  # 去年,公司拿到贷款1500万元,员工由85人增至230人
    if c.mention.rule != "year" and _ONCE.search(c.text, c.clause.start, c.quantity.head):
        return False  # 前三季度,…,编组时间由过去的5个多小时压缩到90分钟
    return False if _ALREADY.search(c.text, c.clause.start, c.quantity.head) else None


def veto_grown_alone(c: Candidate) -> bool | None:
    """两年平均增长14.8%,持续6个月居首: the years of an average growth are those of no other number."""
    grown = c.quantity.kind is Kind.GROWTH or _GAINED.search(c.text, c.mention.end, c.quantity.head) is not None
    return c.same_clause and grown


def _veto_yearly_alone(c: Candidate) -> bool | None:
    """2022年营收286亿元,五年来年均增长22%,占全区的53%: the years of a yearly growth told beside are those of no other number."""
    if c.same_clause or c.quantity.kind is Kind.GROWTH or c.mention.start <= c.sentence.start + 1:
        return None
    return False if _YEARLY.match(c.text, c.mention.end) else None


def _grant_ranking(c: Candidate) -> bool | None:
    """在2024年度营商环境评价中,得分92.7分,…;全市共有5家进入前20强: all of the sentence is told of that ranking."""
    return True if _RANKED.match(c.text, c.mention.end) else None


def _veto_told_with_already(c: Candidate) -> bool | None:
    """2021年的回收量约占一成,回收料已供给14家企业: what is told with 已 is as of now, not of a year that is over."""
    if c.same_clause or c.quantity.kind is not Kind.LEVEL:
        return None
    if c.mention.rule == "month":  # 今年6月推出“算力券”,已发放1.2亿元,430家企业受益
        told = clause_at(c.sentence, c.mention.start).end
        if not c.text[c.mention.end : told].strip("，, "):
            told = clause_at(c.sentence, told).end  # 今年1月,该区已有23个项目开工
        return False if c.mention.period < c.published.value[:7] and _ALREADY_SO.search(c.text, told, c.quantity.head) else None
    if c.mention.period >= c.published.value[:4]:
        return None
    return False if _ALREADY_SO.search(c.text, c.clause.start, c.quantity.head) else None


_TIMES = (
    "year",
    "month",
    "day",
    "span",
    "year-end",
    "back",
    "plan",
    "each",
    "grown",
    "ago",
    "within",
    "same",
    "that-year",
    "same-last-year",
    "event",
)
_STATES = ("asof-date", "asof", "vague", "life")
EVERY = (*_TIMES, *_STATES, "until", "then")
VETOES: tuple[tuple[Veto, tuple[str, ...]], ...] = (
    (_veto_aim, ("until", "then")),
    (_veto_ahead, _TIMES),
    (_veto_report, ("day", "month")),
    (_veto_past_semicolon, ("same-last-year",)),
    (_veto_published, ("vague",)),
    (_grant_state, _STATES),
    (_grant_ranking, ("year",)),
    (_grant_reached, ("day", "event")),
    (veto_attribute, _TIMES),
    (veto_pointed, _TIMES),
    (veto_under_way, _TIMES),
    (_veto_told_with_already, ("year", "that-year", "month")),
    (_veto_next_part, ("span", "month", "day", "year", "back", "plan")),
    (_veto_end_of_change, _TIMES),
    (_veto_changed_already, _TIMES),
    (veto_grown_alone, ("grown",)),
    (veto_event_name, ("year", "span", "month")),
    (_veto_yearly_alone, ("back", "plan", "span")),
    (_veto_long_span, ("back", "plan")),
    (_veto_afterwards, ("day", "month")),
    (veto_staff, ("year", "span", "back")),
    (veto_price, _TIMES),
    (veto_rate, _TIMES),
    (veto_output, ("back", "span")),
    (veto_begun_thing, _TIMES),
    (veto_capacity, ("day", "month", "year", "span")),
    (_veto_aside, ("year",)),
    (veto_founding, ("day", "month", "year", "that-year")),
    (veto_document, ("day", "month")),
    (veto_terms, _TIMES),
    (veto_total, ("day", "month", "year")),
    (veto_size, _TIMES),
    (veto_spent, ("day", "month", "year", "that-year")),
    (veto_going_on, _TIMES),
    (veto_state, _TIMES),
    (veto_all_told, _TIMES),
)
