"""Why a time said before a number does not hold for it, where the number tells what a thing is, holds, can do, takes or costs.

A thing opened in May is none of May's: its size, its price and its capacity are so as of now.
"""

import re

from generator.extract.period_candidate import COUNTED, IN_ALL, MONTH, PHYSICAL, SHORT, SPENT, Candidate, compares_others, is_terms
from generator.extract.sentences import clause_at
from generator.extract.tokens import Turn
from generator.model.claim import Kind

_BUILT = re.compile(
    r"[扩增]大?[到至]|租了|租下|买下|购[得置]|负荷|新建|建设|完成|新增|建成|开工|竣工|复垦|收储|供地|出让|推出|改造|铺设|盘活|交付|贯通|租赁|销售|成交|腾退|开通|投产|辟出|划出|腾出|征收|流转|开辟|拆除|修建|绿化|修复|整备|整理|清理|供应|报批|回收"
)
_MADE = re.compile(r"(?:生产|出厂|出货|发货|种植|播种|推广|示范)(?!线|基地|车间|能力|规模|企业|中心|厂|园)|(?<!均)(?:产量|销量)|削减")
_SINCE_THEN = re.compile(r"已(?!由|从)|如今|目前")
_MADE_KNOWN = re.compile(r"(?:出台|印发|发布|公布|推出|制定)了?《[^《》]*(?:措施|办法|政策|细则|意见|方案|规定|条)[^《》]*》")
_BEGUN = re.compile(r"签|开工|动工|奠基|启动")
_CAPACITY = re.compile(r"设计|年产|产能|(?<!许)可(?!比|再生|研|靠)")
_CAN_MAKE = re.compile(
    r"(?:(?!新增|新建|建成|形成|释放|淘汰|压减|扩|增至|提升)[^，,。；;\d])*(?:(?:年|月|日|设计)产能|(?:年|月|日)[^，,。；;\d年月日]{2,6}能力)[已达约为超近]{0,3}"
)
_STAFF = re.compile("员工|职工|研发人员|技术人员|科研人员|从业人员|科研团队|研发团队")
_STAFF_BEFORE = re.compile(r"(?:员工|职工|人员|团队)(?:总数|人数)?(?:[里中]|[共已达有约近超为]{0,3}$)")
_STAFF_DEED = re.compile("新|增|培|招|聘|帮|惠|吸|带动|派|奖|补|返|发|裁|减|送|组织|服务|引进|为[^，]{0,6}员工")
_PRICE = re.compile(r"(?:费率|年化利率|月租金?|租金)[^，,。；;\d]{0,6}$")
_LENGTH = re.compile("(?:全长|总长|长|宽|高|直径|占地|面积)[约达为近超]{0,2}$")
_NEW_CAPACITY = re.compile(r"(?:新增|形成|释放)[^，,。；;\d]{0,6}产能")
_EACH_ONE = re.compile(r"平均每|每[列趟班台件吨单票辆箱家人]")  # 今年以来已开行87列,平均每列比海运节省20天
_EARLIER = ("提前", "提前了", "提早", "提早了", "早了")
_EACH_YEAR = re.compile("每年|一年(?![来间内多后前比度里以])")
_OF_PROJECT = re.compile(r"(?:项目|工程|[一二三四首]期)(?:概算|估算)?总?投资额?[约达为近超]{0,2}$")
_POINTED = re.compile(r"(?:[^，,。；;]{0,4}[，,])?(?:这|该|那)[个家座条处所片栋款支只][^，,。；;]*$")
_TOOK = re.compile(r"(?:仅|只|才)(?:仅)?[用花需]|历时|耗时")
_GOT_DONE = re.compile(
    r"(?:内|里)?[就便]?(?:办[完好妥结]|拿到|领到|完成|收到|走完|办下来)[^，,。；;]{0,10}了|[就便](?:办完|拿到|领到|走完)"
)
_PAID = re.compile(r"兑现|兑付|发放了|累计|落实|拨付|下达|惠及|共(?:发放|奖励|获)|发放[^，,。；;\d]{0,12}(?:资金|补贴|奖金)\d|获得?奖")
_BROUGHT_IN = re.compile(r"出台|印发|推出|发布|升级|修订|制定|实施")
_TOTAL = re.compile(
    r"(?:其中|[一二三四首]期|项目|全部)?(?:总|计划|计划总)?投资(?!者)|(?:总)?建筑面积|全长|总长|设站|配车|占地|设计|年产能?|布局|带动|惠及|辐射|建有|设有|配有|配备|拥有(?!量)|规划"
)
_AGREED = re.compile(r"(?:协议|合同|签约)(?:总?投资|总?金额|引资)(?:总?额)?[约达为超近]{0,2}$")
_GROUND = re.compile(r"(?:占地|用地|建筑)(?:面积)?[约达为近超]{0,2}$")
_SEVERAL = re.compile(r"\d[余多]?[个项]")
_OF_THING = re.compile(r"\d[\d.]*[^，,。；;\d]{1,8}的|年产\d[\d.]*[^，,。；;\d]")
_MONTHLY = re.compile(r"[日月](?:产(?!值)|处理|加工|供|投片|发电|吞吐)(?:量|能|能力)?[已约达为近超]{0,3}$")
_OF_CAPACITY = re.compile(r"[投兴新共]?建[^，,。；;\d]{0,6}的[^，,。；;\d]{0,4}年产$")  # 2023年投建的年产29GW电池项目
_LASTING = re.compile(r"(?:连[发补奖]|发放|补贴|补助|支持|资助|为期|期限|有效期|工期|租期|免租|周期|质保)[约达为]?$")
_RATE = re.compile(r"每(?:天|日|周|月|小时|分钟|班|趟|吨|公斤|斤|千克|只|台|件|箱|亩|辆|平方米|立方米|人)|平均每|一天能|日均|月均")


def veto_attribute(c: Candidate) -> bool | None:
    """总投资31亿元的…项目: the amount belongs to the project, whenever something was done with it, unless the deal was made that day."""
    before, after = c.text[max(0, c.quantity.head - 4) : c.quantity.head], c.text[c.quantity.tail : c.quantity.tail + 1]
    attribute = after == "的" and "元" in c.quantity.unit and "投资" in before
    if not c.same_clause and _OF_PROJECT.search(c.text, c.clause.start, c.quantity.head):
        return False  # 3月26日,…开工,该项目总投资120亿元
    signed = c.mention.rule == "day" and _BEGUN.search(c.text, c.mention.end, c.clause.end) is not None
    return False if attribute and not signed else None


def veto_begun_thing(c: Candidate) -> bool | None:
    """8月投产的项目总投资22亿元, 今年上线的平台已接入企业58家: the date describes the thing; 8月开工的12个项目 are of it."""
    told = c.words.founding.search(c.text, c.mention.end, min(c.mention.end + 6, c.sentence.end))
    if told is None or c.text[told.end() : told.end() + 1] != "的" or c.quantity.kind is not Kind.LEVEL:
        return None
    if _AGREED.search(c.text, told.end(), c.quantity.head) and _SEVERAL.search(c.text, told.end(), c.quantity.head):
        return None  # 去年落户的37个项目协议投资173亿元; 总投资 is what they cost
    return False if c.quantity.unit not in COUNTED or _SINCE_THEN.search(c.text, told.end(), c.quantity.head) else None


def veto_capacity(c: Candidate) -> bool | None:
    """7月2日,冻干线试车,设计年产1200吨: what a thing can do has no date."""
    if c.same_clause:
        return False if _OF_CAPACITY.search(c.between) else None
    if c.mention.rule in {"year", "span"}:  # 去年打通管网,一年可回收蒸汽21万吨; 去年,产值187亿元;药材年产能3200吨
        held = _EACH_YEAR.match(c.text, c.clause.start) or _CAN_MAKE.fullmatch(c.text, c.clause.start, c.quantity.head)
        return False if held else None
    if _NEW_CAPACITY.search(c.text, c.clause.start, c.quantity.head):
        return None  # 今年4月,三期投产,新增产能12吉瓦时
    return False if _CAPACITY.search(c.text, c.clause.start, c.quantity.head) else None


def veto_size(c: Candidate) -> bool | None:
    """2021年,水泥厂被改建为产业园,占地1,150亩: a size is a state, unless something of that size was built."""
    if c.mention.rule == "day" and not c.same_clause and _GROUND.search(c.text, c.clause.start, c.quantity.head):
        return False
    if c.text.startswith("的", c.quantity.tail) and _LENGTH.search(c.text, c.clause.start, c.quantity.head):
        return False  # 2023年建成全长37公里的管网
    if c.text[c.mention.end : clause_at(c.sentence, c.mention.start).end].rstrip("，,").endswith(("时", "时候")) and not re.search(
        r"\d", c.text[c.mention.end : c.clause.start]
    ):
        return None  # 2012年公司搬来时,只租了200平方米
    if c.quantity.unit.lstrip("万亿") not in PHYSICAL or _BUILT.search(c.between) or _MADE.search(c.text, c.clause.start, c.quantity.head):
        return None
    return (
        c.same_clause
        and c.mention.rule in {"year", "month", "span", "same", "same-last-year", "that-year"}
        and c.text[c.mention.end : c.mention.end + 1] != ","
    )


def veto_pointed(c: Candidate) -> bool | None:
    """6月28日,这个由8家企业合股的中心完成了第1万双样鞋: the number describes the thing, whenever it did something."""
    if c.quantity.kind not in {Kind.LEVEL, Kind.SHARE} or "的" not in c.text[c.quantity.tail : c.clause.end]:
        return None
    return False if _POINTED.match(c.text, c.clause.start, c.quantity.head) else None


def veto_under_way(c: Candidate) -> bool | None:
    """下半年,力促38个在建项目中的15个投产; 四季度,在建的38个项目: what is being built is so as of now."""
    before, after = c.text[c.clause.start : c.quantity.head], c.text[c.quantity.tail : c.quantity.tail + 2]
    return False if before.endswith(("在建", "在建的")) or after == "在建" else None


def veto_staff(c: Candidate) -> bool | None:
    """去年营收5亿元,86名员工中博士占三成: who works there does so as of now; 去年…,培训员工86名 and 2016年创办时,23名员工 are of then."""
    counted = c.quantity.kind is Kind.SHARE or (c.quantity.kind is Kind.LEVEL and c.quantity.unit in {"名", "人"})
    if c.same_clause or c.quantity.turn is not Turn.NONE or not counted or c.words.founding.search(c.between) or "时" in c.between:
        return None
    of_staff = _STAFF.match(c.text, c.quantity.tail) or _STAFF_BEFORE.search(c.text, c.clause.start, c.quantity.head)
    return False if of_staff and not _STAFF_DEED.search(c.text, c.clause.start, c.clause.end) else None


def veto_price(c: Candidate) -> bool | None:
    """上半年提供贷款9.3亿元,年化费率不超过1%: what a service costs is so as of now."""
    return False if not c.same_clause and _PRICE.search(c.text, c.clause.start, c.quantity.head) else None


def veto_rate(c: Candidate) -> bool | None:
    """10月,新开的专列每周发3班: what happens each week is no figure of October."""
    if c.same_clause:
        return None
    if c.mention.rule not in {"day", "month"}:
        compared = compares_others(c.text, c.clause, c.quantity)
        return False if compared and _EACH_ONE.search(c.text, c.clause.start, c.quantity.head) else None
    rate = _RATE.search(c.text, c.clause.start, c.quantity.head)
    if rate and rate[0] in {"日均", "月均"} and c.quantity.unit.lstrip("万亿") in c.text[c.mention.end : c.clause.start]:
        return None  # 9月,申报单量突破210万票,日均7万票
    return False if rate else None


def veto_output(c: Candidate) -> bool | None:
    """今年以来,6条生产线满负荷运行,月产量3600吨: what a thing makes each month is as of now."""
    if c.same_clause or c.quantity.kind is not Kind.LEVEL:
        return None
    return False if _MONTHLY.search(c.text, c.clause.start, c.quantity.head) else None


def veto_document(c: Candidate) -> bool | None:
    """7月10日,园区印发《若干措施》,拿出15条措施: what a policy made known that day holds is so as of now."""
    if c.same_clause or c.quantity.kind is not Kind.LEVEL:
        return None
    return False if _MADE_KNOWN.search(c.between) else None


def veto_terms(c: Candidate) -> bool | None:
    """去年，高新区出台办法，对新进规企业最高奖励20万元: the terms of a grant hold on; 兑现奖励 is of its year."""
    if c.same_clause and not _BROUGHT_IN.search(c.between):
        return None
    return False if is_terms(c.words, c.text, c.sentence, c.clause) and not _PAID.search(c.between) else None


def veto_total(c: Candidate) -> bool | None:
    """今年4月,中试基地建成投用,建筑面积5.6万平方米,总投资12亿元: what one thing is and cost is not of the month of its start."""
    begun = None if c.same_clause else c.words.founding.search(c.text, c.mention.end, c.clause.start)
    if begun is None or not _TOTAL.match(c.text, c.clause.start):
        return None
    told = c.text[c.mention.end : clause_at(c.sentence, begun.start()).end]
    if _SEVERAL.search(c.text, c.mention.end, c.clause.start):
        return None  # 举行集中开工仪式,开工项目31个,总投资186亿元
    return None if re.search(r"\d", _OF_THING.sub("", MONTH.sub("", told))) else False


def veto_spent(c: Candidate) -> bool | None:
    """1月3日,项目开工,建设工期18个月: a length of time is not of that day."""
    if c.quantity.unit in {"年", "个月"} and _LASTING.search(c.text, c.clause.start, c.quantity.head):
        return False  # 去年升级政策,…生活补贴,连续发放3年
    if c.mention.rule == "that-year" and c.quantity.unit in SPENT and _TOOK.search(c.text, c.clause.start, c.quantity.head):
        return False
    if c.same_clause or c.quantity.unit not in SPENT or c.text.endswith(_EARLIER, 0, c.quantity.head):
        return None  # 6月中旬,项目拿地,比承诺时限提前了25天
    if c.mention.rule == "day" and _GOT_DONE.match(c.text, c.quantity.tail):
        return None  # 7月10日,在大厅,企业主管用20分钟就办完了证照
    if c.mention.rule == "day" and c.quantity.unit in SHORT and IN_ALL.search(c.text, c.mention.end, c.quantity.head):
        return None  # 8月28日,货物验放,从卸船到装车只用了50分钟
    took = c.mention.rule in {"day", "month"} or _TOOK.search(c.text, c.clause.start, c.quantity.head)
    return False if took else None
