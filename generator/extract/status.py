"""Is it so, is it meant, is it expected: words such as 力争, 将, 预计, and how far they reach."""

import re

from generator.extract.quantities.lexicon import alternatives, signs_of
from generator.extract.sentences import clause_at, sentence_at
from generator.extract.status_carry import PlanWords, carry_plans
from generator.extract.status_reach import reach_of
from generator.extract.status_words import OPENS, StatusChoice
from generator.extract.tokens import PeriodMention, Quantity, Sentence, Span, StatusMention, Turn
from generator.model.article import PageDate
from generator.model.claim import Status
from generator.registry.registry import Registry

__all__ = ["StatusChoice", "StatusFinder", "names_event"]

_TOWARDS = re.compile(r"向(?!上|下|前|后|外|社会|企业|全)[^，,。；;]{2,30}?(?:迈进|进军|冲刺|挺进|进发|迈步)")
_AIM = re.compile(
    r"(?:实现|聚焦|瞄准|围绕|锚定|完成|为实现|锁定|确立|定下|订下|设定)[^，,。；;]{2,40}?目标(?!任务)|\d[\d.]*[%％万亿元成][^，,。；;\d]{0,6}目标(?!任务)"
    r"|目标已?[由从]\d[^，,。；;]{1,16}调整?[到至为]\d"
)
_TARGET = re.compile(
    r"目标(?=(?:营收|产值|收入|销售|产量|利润|税收|投资|出口)[^，,。；;]{0,6}\d)|(?:营收|产值|收入|销售额?|产量|利润|税收|投资|出口额?|增速)目标(?=[约为是达到定在]{0,3}\d)|目标(?:锁定|设定|定|调整|[上下]调)[在为到至][^，,。；;\d]{0,4}(?=\d)"
)
_PROPOSED = re.compile(
    r"(?:规划|方案|行动|纲要|目标|蓝图|行动计划)[》”）)]{0,2}[^，,。；;]{0,4}?(?:提出|明确|要求|确定)(?!的)|(?:会议|报告|大会)(?:要求|提出|强调)(?!的)"
    r"|(?:按照?|根据|依据|依照)[^，,。；;]{0,10}(?:规划|计划|目标|方案)[，,]|提出[，,：:]?(?=用[一二两三四五\d]{1,2}年|全年|年内|今年|明年|到20|到[“\"]?十|打造|建设|实现|到|培育|建成|构建|新增|形成)"
)
_AIMING = frozenset("确保冲务奔诺")
_PROPOSING = frozenset("提明要强确定按据照")
_LAID_OUT = re.compile(
    r"(?<![《五业展体控详个专合部案按照据市区年期的])规划(?!馆|展|师|院|局|图|设计|纲要|许可|编制|期|的|》|部|办)(?=[^，,。；;、的“\d]{2,14}\d)|(?<=[今明本]年)规划|(?<=[一二三四]期)规划"
)
_DONE = re.compile(r"以来|已|共(?!同|享|建|赢)|[增降长]了|同比|春节|元旦|春运")
_BASIS_AFTER = re.compile(r"[^，,。；;]{0,10}基础上")
_AGREED = re.compile(r"(?:签约|签下|签订|引进|落地|新?开工)[^，,。；;\d]{0,12}\d+[余多]?[个项][^，,。；;]{0,6}[，,]$")
_INVESTED = re.compile(r"(?:总投资|投资)(?:总?额)?[达为约超近]{0,2}\d")
_ANEW = re.compile(r"[；;]|[，,。](?:到(?:20\d\d|[明后]|“?十)|年底前|年内)")
_DESIGNED = re.compile(r"设计(?:总|年)?(?:产能|产量|年产|库容|能力|规模|处理|吞吐|装机|生产)")
_BEGINS = re.compile(r"开工|动工|奠基|在建|正在建|建设中|开建|破土|签约|打桩|土建|加紧建|正在安装|施工")
_RUNS = re.compile(r"投产|试产|投用|建成|下线|试车|投运|启用|运营|达产|试生产|投料")
_ALMOST_OVER = re.compile(r"过去|结束|收官|走完|逝去|到期")
_IS_SO = re.compile(
    r"[^。；;！？]*?(?:[\u4e00-\u9fff]了[约近超]?[\d一二三四五六七八九十两]"
    r"|[由从][^，,。；;到至]{0,10}\d[^，,。；;到至]{0,8}[\u4e00-\u9fff](?:到|至|为)\d)"
)
_MAY_BE = re.compile(
    r"[^。；;！？]*?(?:将|可(?!比|再生|研|靠)|预计|有望|(?<!产)能(?![源量耗效力])"
    r"|会(?!议|展|计|员)|力争|预期|设计|计划|要(?!求|素))"
)
_UNDER_WAY = re.compile(r"在建的?$|已建成的?$|现有的?$|入库的?$")
_PART_OF_THEM = re.compile(r"[^，,。；;\d]{1,12}中的\d")  # 力促38个在建项目中的15个投产
_ONCE = re.compile(
    r"(?:过去|以前|原来|以往|从前|原先|早先)(?![这近的\d]|[一两几三四五六七八九十]+个?多?(?:年|月|周|季|天|段|半))[^。；;！？]*$"
)
_ENTERED = re.compile("(?:列入|纳入|入选|入围)$")  # 列入今年清单的68个续建项目
_WON = re.compile("到(?![位\\d“今明本后年下次翌十二三五])")  # 园区帮我们争取到贴息412万元
_STILL = re.compile(r"[^，,。；;\d]{0,4}(?:[尚仍还][在未处]|正在|正处)|已(?!由|从)")
_SET_ASIDE = re.compile(r"(?:已|安排|下达|到位|投入|累计|新增|完成)")
_SURE_AIM = re.compile(r"(?:确保|务求|保底|冲击|冲刺|奔着|(?<!兑现)承诺(?![的时制书函]))[^，,。；;、\d]{0,10}\d[^，,。；;]*")
_IT = re.compile(r"[^，,。；;]{0,8}")
_ITS_COST = re.compile(r"(?:(?<!计划)(?<!拟)总|(?<![划拟总]))投资$")
_EVENT = re.compile(
    r"[^，,。；;]{0,24}(?:赛|杯”?|(?<![春环季调细章关情])节(?![能约点省水电气余支拍奏假])|论坛|峰会|博览会|招聘会|运动会|大会|推介会|洽谈会|对接会|交流会|活动|仪式|集中(?:开工|动工|签约|竣工|投产)|签约会|推进会|发布会|招商会)"
)
_NO_DOUBT = re.compile(r"[^，,。；;]{0,6}(?:没有?问题|不成问题|不在话下|不是问题)")
_OF_WORKS = re.compile("的?(?:项目|工程|企业)|[和、与及]")
_OPENED_THEN = re.compile(OPENS + r"(?:[，,][^；;]*)?[；;]")  # 二期9月投用；厂房租金首年全免
_WORKS = re.compile(
    r"(?:每|一)?年[可能][^，,。；;\d]{0,6}(?:发电|发[“\"]|加工|回收|处理|处置|消纳|吃|减排|减少[^，,。；;\d]{0,4}(?:二氧化)?碳)"
)
_MEASURED = re.compile("[值入额量资税口润]$")  # 生产总值预计; 全区预计 covers all that follows
_TO_COME = re.compile(r"预计|有望|(?<!即)将|[产用建行成场营线工达]后|届时|计划|测算|拟|在建|明年|年底")
_STARTING_FROM = r"(?:由|从)[^，,。；;\d]{0,6}\d[\d.]*[%％万亿]?[^，,。；;\d]{0,6}(?:再|往上|进一步)[^，,。；;\d]{0,8}(?=\d)"
_BASIS = re.compile(r"现有[^，,。；;]{0,16}(?:基础上|的基础)|(?:由|从)(?:目前|现有|现在)的?[^，,。；;到至]{0,12}|" + _STARTING_FROM)


class StatusFinder:
    """Finds words of status; build it once per registry."""

    def __init__(self, registry: Registry) -> None:
        """Compile the word lists `status.*`; KeyError names a list that is missing."""

        def group(name: str) -> str:
            return alternatives(registry.words(f"status.{name}"))

        not_noun = "".join(f"(?<!{word}计划)" for word in registry.words("status.plan_names"))
        self._planned = re.compile(
            rf"{group('planned')}|计划(?={group('plan_followers')}|\s*\d){not_noun}|(?<=年度)计划(?=(?:总|完成)?投资)|拟(?<![必虚模比草]拟)(?![人合态物声定稿订真音])"
        )
        self._will = re.compile(
            rf"(?<![即小大名部老干猛健良])将(?!近|军|士|领|官|乐|来|要求|其|它|他们|这|该|此)(?:{group('will_followers')}|(?P<other>))"
        )
        self._moved = re.compile(
            rf"将[^，,。；;]{{2,60}}?(?:{group('moved_verbs')}|由|从)|将[^。；;]{{2,30}}?，由|将[^，,。；;]{{2,30}}[%％成](?:以上|左右|多)?(?:投入|用于|投向|用作|拿)"
        )
        self._granted = re.compile(alternatives(("给予", "减免", *registry.words("label_policies.grants"))))
        self._forecast = re.compile(rf"(?<![于超较])(?<!(?<!占)比)(?<!符合)(?<!比年初)(?<!较年初){group('forecast')}(?!目标)")
        self._can = re.compile(group("can"))
        self._must = re.compile(rf"(?<![主重需必只首次想摘概提紧须简不还就纲])要(?={group('will_followers')})(?!求)")
        self._actual = re.compile(rf"(?<!由)(?<!从)(?<!较)(?<!比){group('actual')}(?![^，,。；;]{{0,16}}基础上)")
        self._coming = re.compile(group("coming_after"))
        self._plans = PlanWords(registry)

    def find(self, text: str, sentences: tuple[Sentence, ...]) -> tuple[StatusMention, ...]:
        """Mentions in order of start; each reaches to the end of its sentence or to a clause that is back in what is so."""
        signs = signs_of(text)
        expected = (m for m in self._forecast.finditer(text) if not _is_at_work(text, sentences, m))
        out = [StatusMention(m.start(), m.end(), 0, Status.FORECAST) for m in expected]
        out += [StatusMention(m.start(), m.end(), 0, Status.PLANNED) for m in self._planned.finditer(text) if self._is_meant(text, m)]
        if "将" in signs:
            wills = (m for m in self._will.finditer(text) if self._means_will(text, m))
            out += [StatusMention(m.start(), m.start() + 1, 0, Status.PLANNED) for m in wills]
        if "要" in signs:
            musts = (m for m in self._must.finditer(text) if not _is_of_old(text, sentences, m))
            out += [StatusMention(m.start(), m.end(), 0, Status.PLANNED) for m in musts]
        if "向" in signs:
            out += [StatusMention(m.start(), m.end(), m.end(), Status.PLANNED) for m in _TOWARDS.finditer(text)]
        if not _AIMING.isdisjoint(signs):
            out += [StatusMention(m.start(), m.end(), m.end(), Status.PLANNED) for m in _SURE_AIM.finditer(text)]
        if not _PROPOSING.isdisjoint(signs):
            out += [StatusMention(m.start(), m.end(), 0, Status.PLANNED) for m in _PROPOSED.finditer(text)]
        if "规" in signs:
            out += [StatusMention(m.start(), m.end(), _clause_end(sentences, m), Status.PLANNED) for m in _LAID_OUT.finditer(text)]
        if "标" in signs:
            out += [StatusMention(m.start(), m.end(), m.end(), Status.PLANNED) for m in _AIM.finditer(text)]
            out += [StatusMention(m.start(), m.end(), 0, Status.PLANNED) for m in _TARGET.finditer(text)]
        if "可" in signs or "能" in signs:
            out += [
                StatusMention(m.start(), m.end(), 0, Status.FORECAST)
                for m in self._can.finditer(text)
                if _is_told_of(text, sentences, m, out) and not _is_at_work(text, sentences, m)
            ]
        reached = [
            m if m.reach else StatusMention(m.start, m.end, reach_of(text, sentence_at(sentences, m.start), m, self._actual), m.status)
            for m in out
        ]
        return tuple(sorted(reached, key=lambda m: (m.start, m.end)))

    def statuses_of(
        self,
        text: str,
        sentences: tuple[Sentence, ...],
        quantities: tuple[Quantity, ...],
        mentions: tuple[StatusMention, ...],
        periods: tuple[PeriodMention, ...],
        published: PageDate,
        *,
        asked: bool = False,
    ) -> tuple[StatusChoice, ...]:
        """One choice per quantity: the nearest mention that reaches it, a time to come, or else actual.

        `asked` says that the text answers a question for plans.
        """
        if not quantities:
            return ()
        basis = tuple(match.span() for match in _BASIS.finditer(text))
        coming = self._coming.search(text) is not None
        choices = tuple(self._choose(text, sentences, q, mentions, periods, published, basis, coming=coming) for q in quantities)
        return carry_plans(text, sentences, quantities, choices, mentions, periods, published, self._plans, asked=asked)

    def _is_meant(self, text: str, match: re.Match[str]) -> bool:
        """已建成后 and 规划面积 inside 《…》 are nothing meant, nor is what was agreed on: 签约项目33个，计划投资总额214亿元."""
        if match[0].startswith("计划") and _AGREED.search(text, max(0, match.start() - 30), match.start()):
            return _INVESTED.match(text, match.start() + 2) is None
        if match[0].endswith("争取") and _WON.match(text, match.end()):
            return False
        if match[0] == "拟建" and _OF_WORKS.match(text, match.end()):
            return False  # 为315个在建和拟建项目配了86名管家
        if match[0] == "即将" and _ALMOST_OVER.match(text, match.end()):
            return False  # 即将过去的2023年
        if match[0].endswith("后") and _IS_SO.match(text, match.end()) and not _MAY_BE.match(text, match.end()):
            return False  # 新线投用后，人均产出提高了三成
        before = text[max(0, match.start() - 1) : match.start()]
        return not (before in {"已", "《", "新"} and match[0].endswith("后"))

    def _means_will(self, text: str, match: re.Match[str]) -> bool:
        """高新区将新建厂房 will; 将审批用时缩减至1个工作日 is 把."""
        if match["other"] is None:
            return True
        return self._moved.match(text, match.start()) is None

    def _choose(
        self,
        text: str,
        sentences: tuple[Sentence, ...],
        quantity: Quantity,
        mentions: tuple[StatusMention, ...],
        periods: tuple[PeriodMention, ...],
        published: PageDate,
        basis: tuple[tuple[int, int], ...],
        *,
        coming: bool,
    ) -> StatusChoice:
        actual = StatusChoice(Status.ACTUAL, "")
        sentence = sentence_at(sentences, quantity.start)
        if quantity.turn is Turn.BEFORE or any(start <= quantity.start < end for start, end in basis):
            return actual
        if _STILL.match(text, quantity.tail) or _PART_OF_THEM.match(text, quantity.tail) or _is_cost_of(text, quantity):
            return actual
        clause = clause_at(sentence, quantity.start)
        nearest = self._nearest(text, sentence, quantity, mentions)
        if nearest is not None and _is_estimate_before(text, sentence, nearest, quantity, periods, published):
            return actual
        granted = nearest is not None and _PROPOSED.match(text, nearest.start) and self._granted.search(text, clause.start, clause.end)
        if nearest is not None and not granted and not _looks_back(text, nearest, clause, quantity, periods, published):
            return StatusChoice(nearest.status, text[nearest.start : nearest.end])
        ahead = self._coming.search(text, quantity.tail, clause.end) if coming and "元" not in quantity.unit else None
        if ahead and "的" not in text[quantity.tail : ahead.start()] and not _UNDER_WAY.search(text, clause.start, quantity.head):
            return StatusChoice(Status.PLANNED, ahead[0])
        if _is_designed(text, sentences, sentence, clause, quantity):
            return StatusChoice(Status.PLANNED, "设计")
        if _NO_DOUBT.match(text, quantity.tail):
            return StatusChoice(Status.FORECAST, "没有问题")
        future = _future(text, sentence, quantity, periods, published)
        return StatusChoice(Status.PLANNED, future) if future and not self._actual.search(text, clause.start, quantity.start) else actual

    def _nearest(self, text: str, sentence: Sentence, quantity: Quantity, mentions: tuple[StatusMention, ...]) -> StatusMention | None:
        """The mention that decides: an aim around the number, else the latest before it; 将 never undoes 预计."""
        best: StatusMention | None = None
        for mention in mentions:
            if mention.start >= sentence.end or mention.start < sentence.start:
                continue
            around = mention.start <= quantity.start < mention.reach and mention.reach == mention.end
            if not around and (mention.start >= quantity.start or mention.reach <= quantity.start or mention.reach == mention.end):
                continue
            weak = text[mention.start : mention.end] in {"将", "还将", "将把", "下一步", "届时", "到时", "建成后", "投产后", "达产后"}
            if best is None or not (weak and best.status is Status.FORECAST) or _is_anew(text, best, mention):
                same_clause = (
                    best is not None and best.status is Status.FORECAST and not re.search(r"[，,；;：:]", text[best.end : mention.start])
                )
                best = best if same_clause else mention
        return best


def _is_designed(text: str, sentences: tuple[Sentence, ...], sentence: Sentence, clause: Span, quantity: Quantity) -> bool:
    """二期开工。…设计库容12万吨 is planned; 去年10月投产，设计年产能24万平方米 is what the thing can do."""
    if not _DESIGNED.search(text, clause.start, quantity.head):
        return False
    at = sentences.index(sentence)
    start = sentences[at - 1].start if at else sentence.start
    return _BEGINS.search(text, start, quantity.head) is not None and _RUNS.search(text, start, quantity.head) is None


def _is_cost_of(text: str, quantity: Quantity) -> bool:
    """今年8月，总投资3.8亿元的分拣中心将投用: what the thing costs is so, whenever it opens; 计划投资10亿元的 is what it is to cost."""
    return (
        "元" in quantity.unit
        and text.startswith("的", quantity.tail)
        and _ITS_COST.search(text, max(0, quantity.head - 5), quantity.head) is not None
    )


def _is_of_old(text: str, sentences: tuple[Sentence, ...], match: re.Match[str]) -> bool:
    """过去，船企的阀门要从外地采购，一批货路上要走5天: what had to be before is no plan; 如今…要 is one."""
    return _ONCE.search(text, sentence_at(sentences, match.start()).start, match.start()) is not None


def _clause_end(sentences: tuple[Sentence, ...], match: re.Match[str]) -> int:
    return clause_at(sentence_at(sentences, match.start()), match.start()).end


def _is_at_work(text: str, sentences: tuple[Sentence, ...], match: re.Match[str]) -> bool:
    """屋顶铺着光伏板,一年可发电1480万千瓦时: what works stands there does so; what is yet to be built (投产后每年可发电) only will."""
    start = sentence_at(sentences, match.start()).start
    return _WORKS.match(text, match.start()) is not None and _TO_COME.search(text, start, match.start()) is None


def _is_told_of(text: str, sentences: tuple[Sentence, ...], match: re.Match[str], mentions: list[StatusMention]) -> bool:
    """Whether what can be is yet to come: 投产后可带动…, or a clause of its own (新建公寓，可提供…), and not 补贴最高可达40%."""
    if text[match.start() - 1 : match.start()] in {"，", ","}:
        return True
    start = sentence_at(sentences, match.start()).start
    return any(start <= mention.start < match.start() for mention in mentions)


def _looks_back(
    text: str, mention: StatusMention, clause: Span, quantity: Quantity, periods: tuple[PeriodMention, ...], published: PageDate
) -> bool:
    """预计可达3200亿元，而2020年是2670亿元: a year that is over; 到2027年要…；今年安排的1.5亿元: a nearer year in a part of its own."""
    year = published.value[:4]
    if text[mention.end - 1] == "后" and any(_is_over(p, published) and _IT.fullmatch(text, p.end, mention.start) for p in periods):
        return _MAY_BE.match(text[mention.end : quantity.end]) is None  # 二期今年3月投产后，总规模达到45万锭
    for p in periods:
        if not mention.end <= p.start < quantity.start:
            continue
        if clause.start <= p.start and p.rule in {"year", "ago"} and p.period < year:
            return True
        if p.rule == "year" and p.period == year and text[p.start - 1] in "；;" and _SET_ASIDE.match(text, p.end, quantity.start):
            return True
    return False


def _is_estimate_before(
    text: str, sentence: Sentence, mention: StatusMention, quantity: Quantity, periods: tuple[PeriodMention, ...], published: PageDate
) -> bool:
    """2024年,全区生产总值预计突破600亿元;固定资产投资248亿元: of a year that is over, what 预计 estimates is the one figure."""
    its_own = _MEASURED.search(text, sentence.start, mention.start)
    if mention.status is not Status.FORECAST or its_own is None or not re.search("[；;]", text[mention.end : quantity.start]):
        return False
    told = [p for p in periods if sentence.start <= p.start < mention.start]
    return bool(told) and told[-1].rule == "year" and told[-1].period < published.value[:4]


def _is_anew(text: str, best: StatusMention, mention: StatusMention) -> bool:
    """Whether something else is told of: past a semicolon or with a time of its own; 该区预计，… covers all that follows."""
    return text[best.end : best.end + 1] not in {"，", ","} and _ANEW.search(text, best.end, mention.start) is not None


def _is_over(mention: PeriodMention, published: PageDate) -> bool:
    """今年3月 on a page of July."""
    last = mention.period.rpartition("/")[2]
    return mention.rule in {"day", "month", "year"} and "" < last < published.value[: len(last)]


def _is_to_come(words: str, period: str, page: str) -> bool:
    """9月 on a page of June; 下半年 on one of July, which has only begun."""
    first = period.partition("/")[0][:7]
    return len(first) == 7 == len(page[:7]) and (first > page[:7] or (first == page[:7] and words.endswith("下半年")))


def names_event(text: str, sentence: Sentence, mention: PeriodMention, periods: tuple[PeriodMention, ...]) -> bool:
    """1月8日，…举行2025年首场集中签约活动: the year names the event, the day before it is when it was."""
    if mention.rule not in {"year", "span", "month"} or not _EVENT.match(text, mention.end):
        return False
    return any(sentence.start <= other.start < mention.start and other.rule in {"day", "month"} for other in periods)


def _future(text: str, sentence: Sentence, quantity: Quantity, periods: tuple[PeriodMention, ...], published: PageDate) -> str:
    """The words of a time to come that govern the number: 到2027年, 2030年 on a page of 2025."""
    year = published.value[:4]
    early = published.value[5:7] in {"01", "02"}
    words = ""
    for mention in periods:
        if not sentence.start <= mention.start < quantity.start or names_event(text, sentence, mention, periods):
            continue
        begins = text[mention.end - 1] == "起"
        bound = (text[mention.start - 1 : mention.start] in {"由", "从"} and not begins) or _BASIS_AFTER.match(text, mention.end)
        entered = _ENTERED.search(text, sentence.start, mention.start)
        if mention.rule not in {"base", "since"} and mention.period and not bound and not entered:
            ends = mention.period.removeprefix("asof:").rpartition("/")[2]
            last = mention.period[:4] if mention.rule == "plan" else ends  # five years that have begun are no time to come
            ahead = (
                mention.rule in {"until", "within"}
                or (mention.rule in {"span", "month"} and _is_to_come(text[mention.start : mention.end], mention.period, published.value))
                or bool(year and last[:4].isdecimal() and last[:4] > year)
                or (early and last == year and not _DONE.search(text, mention.start, quantity.start))
            )
            ahead = ahead and not _OPENED_THEN.match(text, mention.end, quantity.start)
            words = text[mention.start : mention.end] if ahead and last >= published.value[: len(last)] else ""
    return words
