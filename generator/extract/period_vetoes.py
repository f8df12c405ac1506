"""Why a time said before a number does not hold for it, though the number tells what is so.

Each veto is one small function: it answers whether the mention holds, or None where it has no say. VETOES is the ordered list, and says
on which rules of mentions each may speak; the first answer decides.
"""

import re

from generator.extract.period_candidate import COUNTED, PHYSICAL, SPENT, Candidate, Veto, compares_others, is_ahead, is_terms
from generator.extract.sentences import clause_at
from generator.extract.tokens import Turn
from generator.model.claim import Kind

_WHOLE_YEAR = "全年"
_BUILT = re.compile(
    r"新建|建设|完成|新增|建成|开工|竣工|复垦|收储|供地|出让|推出|改造|铺设|盘活|交付|贯通|租赁|销售|成交|腾退|开通|投产|辟出|划出|腾出|征收|流转|开辟|拆除|修建|绿化|修复|整备|整理|清理|供应|报批|回收"
)
_STATE = re.compile(r"累计(?P<verb>[^\d]*)$|现有|在手|拥有(?!量|的)|共有|设有|已建成|估值|市值|[也还仍另]有$")
_GOING_ON = re.compile(r"[^，,。；;\d]{0,2}(?:[尚仍还][在未处]|正在|正处)")
_FROM = re.compile(r"[从由]")
_BEGUN = re.compile(r"签|开工|动工|奠基|启动")
_CAPACITY = re.compile(r"设计|年产|产能|(?<!许)可(?!比|再生|研|靠)")
_CHANGE = re.compile(r"[从由][^，,。；;]{1,30}?(?:到|至|为|成)")
_OF_PROJECT = re.compile(r"项目(?:概算|估算)?总?投资额?[约达为近超]{0,2}$")
_RANKED = re.compile(r"度?[^，,。；;\d]{0,24}(?:评价|考核|榜单|评选|测评|评估|排行榜|排名|评比)(?:结果)?(?:中|里|显示)?[，,]")
_ALREADY_SO = re.compile(r"(?<![早业])已经?(?!连续|由|从|是第)")
_POINTED = re.compile(r"(?:[^，,。；;]{0,4}[，,])?(?:这|该|那)[个家座条处所片栋款支只][^，,。；;]*$")
_HELD = re.compile(r"占有率|市占率")
# 共投出项目173个;失败的有42个
_PART_OF = re.compile(r"\d[余多]?[个家项户条件人名次批][^。]*?[；;](?![在现正待拟尚仍未])[\u4e00-\u9fff]{2,6}的(?:共?有|达|占)[约近超]?\d")
_PUBLISHED = re.compile(r"(?:正式|对外|联合)?(?:公布|发布|揭晓|出炉|公示|印发|下发|通报)")
_DONE_COUNT = re.compile(r"(?:开工|投产|动工|竣工|签约|落户|落地|建成|完工|封顶|投用|办结|解决|新增|入库)(?:项目|企业|事项)?$")
# 上半年…；工业投资132.7亿元: a sum right behind its name is of the same months, a state's or a price is not
_SUM_OF = re.compile(
    r"(?:(?!总投资|资本|资产|资金池|基金|余额|市值|估值|存款|规模|均|价|每|单|月|日|售)[^，,。；;\d])*"
    r"(?:投资|税|费|额|值|收|入|出|口|款|资|润)[约达为近超]{0,2}"
)
_YEARS_AGO = re.compile(r"[从由][^，,。；;]{0,3}年前")
_MONTH = re.compile(r"\d{1,2}月(?:\d{1,2}日|[初底末])?")
_NEW_END = re.compile(r"(?:减|缩|短|降|低)[到至为]$")
_TOOK = re.compile(r"(?:仅|只|才)(?:仅)?[用花需]|历时|耗时")
BY_THIS = re.compile(r"(?:由此|就此|随之)(?:增|达|突破|超过|升|累计)")
_GOT_DONE = re.compile(
    r"(?:内|里)?[就便]?(?:办[完好妥结]|拿到|领到|完成|收到|走完|办下来)[^，,。；;]{0,10}了|[就便](?:办完|拿到|领到|走完)"
)
_ONCE = re.compile(r"[由从](?:过去|原来|以前|原先|原本|最初|此前|以往|起初|当初|早期)")
_ALREADY = re.compile(r"已经?[由从]")
_PAID = re.compile(r"兑现|兑付|发放了|累计|落实|拨付|下达|惠及|共(?:发放|奖励|获)|发放[^，,。；;\d]{0,12}(?:资金|补贴|奖金)\d|获得?奖")
_BROUGHT_IN = re.compile(r"出台|印发|推出|发布|升级|修订|制定|实施")
_TOTAL = re.compile(
    r"(?:其中|[一二三四首]期|项目|全部)?(?:总|计划|计划总)?投资(?!者)|(?:总)?建筑面积|全长|总长|设站|配车|占地|设计|年产能?|布局|建有|设有|配有|配备|拥有(?!量)|规划"
)
_GROUND = re.compile(r"(?:占地|用地|建筑)(?:面积)?[约达为近超]{0,2}$")
_THIS_TIME = re.compile(r"[；;](?:此次|这次|本次|而今|这回)")  # 2020年合作建设100兆瓦；此次扩建200兆瓦
_SEVERAL = re.compile(r"\d[余多]?[个项]")
_COMPARED_AFTER = re.compile(r"[^，,。；;]{0,6}[，,](?:同比|[比较][去上]年同期|增长|下降|增幅)")
_OF_THING = re.compile(r"\d[\d.]*[^，,。；;\d]{1,8}的")
_MONTHLY = re.compile(r"[日月](?:产(?!值)|处理|加工|供|投片|发电|吞吐)(?:量|能|能力)?[已约达为近超]{0,3}$")
_OPENS_ASIDE = re.compile("[而但]?(?:早?在|回望|回看|放在)?")
_YEARLY = re.compile(r"[，,]?年(?:均|平均|复合)")
_OF_CAPACITY = re.compile(r"[投兴新共]?建[^，,。；;\d]{0,6}的[^，,。；;\d]{0,4}年产$")  # 2023年投建的年产29GW电池项目
_GAINED = re.compile(r"(?:增长|增加|净增)了?[近约超]?$")  # 五年净增684家
_LASTING = re.compile(r"(?:发放|补贴|补助|支持|资助|为期|期限|有效期|工期|租期|免租|周期|质保)[约达为]?$")
_RATE = re.compile(r"每(?:天|日|周|月|小时|分钟|班|趟|吨|公斤|斤|千克|只|台|件|箱|亩|辆|平方米|立方米|人)|平均每|一天能|日均|月均")


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
    """上年同期为4.6万件 reaches no further than its own part of the sentence."""
    return "；" not in c.between and ";" not in c.between


def _veto_published(c: Candidate) -> bool | None:
    """2024年度考评结果近日公布,该区列第3位: the time of the publication is none of the figure."""
    return False if _PUBLISHED.match(c.text, c.mention.end) else None


def _grant_state(c: Candidate) -> bool | None:
    return True


def _grant_reached(c: Candidate) -> bool | None:
    """8月2日,飞机入区,租赁飞机由此达到2500架; 截至当日,累计引进198架: reached on that day."""
    up_to = c.mention.rule == "event" and c.text.startswith("截", c.mention.start)
    return True if up_to or (c.mention.rule == "day" and BY_THIS.search(c.text, c.clause.start, c.quantity.head)) else None


def _veto_attribute(c: Candidate) -> bool | None:
    """总投资31亿元的…项目: the amount belongs to the project, whenever something was done with it, unless the deal was made that day."""
    before, after = c.text[max(0, c.quantity.head - 4) : c.quantity.head], c.text[c.quantity.tail : c.quantity.tail + 1]
    attribute = after == "的" and "元" in c.quantity.unit and "投资" in before
    if not c.same_clause and _OF_PROJECT.search(c.text, c.clause.start, c.quantity.head):
        return False  # 3月26日,…开工,该项目总投资120亿元
    signed = c.mention.rule == "day" and _BEGUN.search(c.text, c.mention.end, c.clause.end) is not None
    return False if attribute and not signed else None


def _veto_begun_thing(c: Candidate) -> bool | None:
    """8月投产的项目总投资22亿元: the date is in the thing's description; what is counted (8月开工的12个项目) is of it."""
    told = c.words.founding.search(c.text, c.mention.end, min(c.mention.end + 6, c.sentence.end))
    described = told is not None and c.text[told.end() : told.end() + 1] == "的"
    return False if described and c.quantity.unit not in COUNTED and c.quantity.kind is Kind.LEVEL else None


def _veto_capacity(c: Candidate) -> bool | None:
    """7月2日,冻干线试车,设计年产1200吨: what a thing can do has no date."""
    if c.same_clause:
        return False if _OF_CAPACITY.search(c.between) else None
    if c.mention.rule == "year":
        return None
    return False if _CAPACITY.search(c.text, c.clause.start, c.quantity.head) else None


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
    return False if begun and not told.endswith("时") and not re.search(r"\d", _MONTH.sub("", told)) else None


def _veto_size(c: Candidate) -> bool | None:
    """2021年,水泥厂被改建为产业园,占地1,150亩: a size is a state, unless something of that size was built."""
    if c.mention.rule == "day" and not c.same_clause and _GROUND.search(c.text, c.clause.start, c.quantity.head):
        return False
    if c.text[c.mention.end : clause_at(c.sentence, c.mention.start).end].rstrip("，,").endswith(("时", "时候")) and not re.search(
        r"\d", c.text[c.mention.end : c.clause.start]
    ):
        return None  # 2012年公司搬来时,只租了200平方米
    if c.quantity.unit.lstrip("万亿") not in PHYSICAL or _BUILT.search(c.between):
        return None
    return c.same_clause and c.mention.rule in {"year", "month", "span"} and c.text[c.mention.end : c.mention.end + 1] != ","


def _veto_next_part(c: Candidate) -> bool | None:
    """1—9月实现地区生产总值1012亿元;链上企业增加到67家: past a semicolon only what flows is of those months."""
    if _THIS_TIME.search(c.between):
        return False
    if _WHOLE_YEAR in c.between or c.quantity.kind not in {Kind.LEVEL, Kind.GROWTH}:
        return False if c.quantity.kind is Kind.SHARE and _is_apart(c) else None
    if c.mention.rule == "year" and c.mention.period != c.published.value[:4]:
        return None  # what is told of a year that is over holds at its end
    cut = max(c.between.rfind("；"), c.between.rfind(";"))
    if cut < 0 or (c.quantity.kind is Kind.GROWTH and not compares_others(c.text, c.clause, c.quantity)):
        return None
    if _PART_OF.search(c.text, c.mention.end, c.quantity.end):
        return None
    flows = c.words.flow.search(c.between, cut) or c.words.flow.search(c.text, c.quantity.tail, min(c.clause.end, c.quantity.tail + 12))
    if c.quantity.unit in COUNTED and _DONE_COUNT.search(c.text, c.clause.start, c.quantity.head):
        return None
    if c.quantity.unit.endswith("元") and _SUM_OF.fullmatch(c.text, c.clause.start, c.quantity.head):
        return None
    return False if c.quantity.unit in SPENT or not flows else None


def _is_apart(c: Candidate) -> bool:
    """上半年…；再生料已占三成多；覆盖率从两年前的一成升到四成半: a share past a semicolon that tells how far it has come by now."""
    cut = max(c.between.rfind("；"), c.between.rfind(";"))
    if cut < 0 or re.search("[，,]", c.between[cut:]):
        return False
    return _ALREADY_SO.search(c.between, cut) is not None or _YEARS_AGO.search(c.between, cut) is not None


def _veto_end_of_change(c: Candidate) -> bool | None:
    """由1800万元增到去年的7400万元,卖到39个国家: the time of a change's end is that of no later level; 占全县的18% goes with it."""
    if c.same_clause or c.quantity.kind is Kind.GROWTH or c.mention.rule == "asof-date":
        return None
    if c.quantity.kind is not Kind.LEVEL and not c.text.startswith("而", c.clause.start):
        return None
    words = c.text[c.mention.start : c.mention.end + 1]
    own = clause_at(c.sentence, c.mention.start)
    return False if words[0] in "到至" and words[-1] == "的" and _FROM.search(c.text, own.start, c.mention.start) else None


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


def _veto_pointed(c: Candidate) -> bool | None:
    """6月28日,这个由8家企业合股的中心完成了第1万双样鞋: the number describes the thing, whenever it did something."""
    if c.quantity.kind not in {Kind.LEVEL, Kind.SHARE} or "的" not in c.text[c.quantity.tail : c.clause.end]:
        return None
    return False if _POINTED.match(c.text, c.clause.start, c.quantity.head) else None


def _veto_rate(c: Candidate) -> bool | None:
    """10月,新开的专列每周发3班: what happens each week is no figure of October."""
    if c.same_clause:
        return None
    rate = _RATE.search(c.text, c.clause.start, c.quantity.head)
    if rate and rate[0] in {"日均", "月均"} and c.quantity.unit.lstrip("万亿") in c.between:
        return None  # 9月,申报单量突破210万票,日均7万票
    return False if rate else None


def _veto_output(c: Candidate) -> bool | None:
    """今年以来,6条生产线满负荷运行,月产量3600吨: what a thing makes each month is as of now."""
    if c.same_clause or c.quantity.kind is not Kind.LEVEL:
        return None
    return False if _MONTHLY.search(c.text, c.clause.start, c.quantity.head) else None


def _veto_terms(c: Candidate) -> bool | None:
    """去年，高新区出台办法，对新进规企业最高奖励20万元: the terms of a grant hold on; 兑现奖励 is of its year."""
    if c.same_clause and not _BROUGHT_IN.search(c.between):
        return None
    return False if is_terms(c.words, c.text, c.sentence, c.clause) and not _PAID.search(c.between) else None


def _veto_total(c: Candidate) -> bool | None:
    """今年4月,中试基地建成投用,建筑面积5.6万平方米,总投资12亿元: what one thing is and cost is not of the month of its start."""
    begun = None if c.same_clause else c.words.founding.search(c.text, c.mention.end, c.clause.start)
    if begun is None or not _TOTAL.match(c.text, c.clause.start):
        return None
    told = c.text[c.mention.end : clause_at(c.sentence, begun.start()).end]
    if _SEVERAL.search(c.between):
        return None  # 举行集中开工仪式,开工项目31个,总投资186亿元
    return None if re.search(r"\d", _OF_THING.sub("", _MONTH.sub("", told))) else False


def _veto_spent(c: Candidate) -> bool | None:
    """1月3日,项目开工,建设工期18个月: a length of time is not of that day."""
    if c.quantity.unit in {"年", "个月"} and _LASTING.search(c.text, c.clause.start, c.quantity.head):
        return False  # 去年升级政策,…生活补贴,连续发放3年
    if c.mention.rule == "that-year" and c.quantity.unit in SPENT and _TOOK.search(c.text, c.clause.start, c.quantity.head):
        return False
    if c.same_clause or c.quantity.unit not in SPENT:
        return None
    if c.mention.rule == "day" and _GOT_DONE.match(c.text, c.quantity.tail):
        return None  # 7月10日,在大厅,企业主管用20分钟就办完了证照
    took = c.mention.rule in {"day", "month"} or _TOOK.search(c.text, c.clause.start, c.quantity.head)
    return False if took else None


def _veto_own_state(c: Candidate) -> bool | None:
    """累计获得专利86件 in a clause of its own is a state of now; 新增18家，累计102家 is one of that year's end."""
    if not c.same_clause and _GOING_ON.match(c.text, c.quantity.tail):
        return False  # 近两年…,其余2个尚在论证
    match = None if c.same_clause else _STATE.search(c.text[c.clause.start : c.quantity.head])
    if match is None or _WHOLE_YEAR in c.text[c.sentence.start : c.quantity.start]:
        return None
    if match[0].startswith("累计") and _COMPARED_AFTER.match(c.text, c.quantity.tail):
        return None  # 今年接卸第18船,累计接卸量达44万吨,同比增长21%
    if match[0] == "共有" and c.mention.rule in {"span", "back", "plan"}:
        return None  # 自2021年实施以来，共有49家企业试点
    if not match[0].startswith("累计"):
        return False
    if match["verb"] and match["verb"] in c.text[c.mention.end : c.clause.start]:
        return False  # 今年完成投资8亿元,累计完成投资16.5亿元
    if c.mention.rule in {"span", "back", "plan"} or "元" in c.quantity.unit:
        return None  # 累计兑现5.8亿元 is the money of that year
    return None if len(match["verb"] or "") < 2 else False


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
    (_veto_attribute, _TIMES),
    (_veto_pointed, _TIMES),
    (_veto_told_with_already, ("year", "that-year", "month")),
    (_veto_next_part, ("span", "month", "day", "year", "back", "plan")),
    (_veto_end_of_change, _TIMES),
    (_veto_changed_already, _TIMES),
    (veto_grown_alone, ("grown",)),
    (veto_event_name, ("year", "span", "month")),
    (_veto_yearly_alone, ("back", "plan", "span")),
    (_veto_long_span, ("back", "plan")),
    (_veto_rate, ("day", "month")),
    (_veto_output, ("back", "span")),
    (_veto_begun_thing, _TIMES),
    (_veto_capacity, ("day", "month", "year")),
    (_veto_aside, ("year",)),
    (veto_founding, ("day", "month", "year", "that-year")),
    (_veto_terms, _TIMES),
    (_veto_total, ("day", "month")),
    (_veto_size, _TIMES),
    (_veto_spent, ("day", "month", "year", "that-year")),
    (_veto_own_state, _TIMES),
)
