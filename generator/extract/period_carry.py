"""A number without a time of its own: whether the time of the sentence before goes on, and what the next sentence will inherit."""

import re
from dataclasses import replace

from generator.extract.period_candidate import COUNTED, IN_ALL, PHYSICAL, SHORT, SPENT, compares_others, is_ahead, is_old_half, is_terms
from generator.extract.period_context import ASOF, PeriodChoice, PeriodContext, is_not_over, looks_back
from generator.extract.period_listing import is_of_listing, listing_after
from generator.extract.period_place import Place
from generator.extract.sentences import clause_at
from generator.extract.status import StatusChoice, names_event
from generator.extract.status_words import ASKED
from generator.extract.tokens import PeriodMention, Quantity, Turn
from generator.extract.works import BEGUN, FINISHED
from generator.model.claim import Kind, Status

_BROKEN_DOWN = re.compile(r"(?:[从分按][^，,。；;]{1,8}看|具体(?:来看|看|而言))[，,]")
_PARTS = re.compile(r"其中|这些|[这此]次|[这此]批")
_POLICY = re.compile(r"细则|政策|措施|办法|方案|规定")
_GOVERNING = frozenset(
    {
        "year",
        "month",
        "span",
        "year-end",
        "until",
        "within",
        "plan",
        "back",
        "same",
        "same-last-year",
        "that-year",
        "asof-date",
        "asof",
        "each",
        "day",
    }
)
_TAKEN_IN = re.compile(r"(?:实现|完成|达成)(?!年)")
_GROWN = frozenset({"%", "成", "倍", "个百分点", "百分点"})
_REVIEWED = frozenset({"year", "span"})
_AFTER_THAT = re.compile(rf"(?:{FINISHED}|改造|技改|搬迁|迁入|升级|上线|实施|落地|入驻|达产|改革|整合|提速|扩建|运行)后[，,]")
_DEED_AFTER = re.compile(rf"[^，,。；;\d]{{0,8}}(?:集中)?(?:{FINISHED}|{BEGUN}|签约|落地|上市|入规)(?:建设|投产|投用|落地)?[，,。；;]")
_NUMBER = re.compile(r"[\d一二三四五六七八九十百]")
_IS_SO_NOW = re.compile(r"已(?!由|从|经?完成|实现)[^，,。；;\d]{1,4}\d")  # 此外，…，已投出6个项目
_WITH_SO_MUCH = re.compile(r"[超过达]\d*[^，,。；;]{0,8}的(?:企业|公司)?[只仅就已]?(?:有|达|超过)?$")  # 产值过亿元的只有41家
_ON_SO_LITTLE = re.compile(
    r"[用以][^，,。；;\d]{0,8}\d[\d.]*[%％][^，,。；;\d]{0,8}(?:土地|面积|人口)[，,]$"
)  # 用全市0.11%的土地,贡献了12.6%的产值
_STEPS = frozenset({"份", "个环节", "环节", "道", "次", "枚", "趟"})  # 申报材料由23份精简为9份
_BRINGS_WITH_IT = re.compile(r"每(?:增加|投入|生产|新增|投资)")  # 每增加1元产值,能带动上下游增加2.6元
_FOR_THIS = re.compile(r"[“\"]?(?:为(?!期|例|主)|针对)")
_NOTHING = PeriodChoice(ASOF, "default", "")


def carry(place: Place, context: PeriodContext, quantity: Quantity, status: StatusChoice, previous: PeriodChoice | None) -> PeriodChoice:
    """The time of the sentence before, if this number is of the kind that goes on with it; else that of the whole review; else as of now.

    `previous` is the choice for the number before it in the sentence: a share or growth goes with its level.
    """
    if quantity.turn is Turn.AFTER and context.named and _ends_change_since(place, quantity):
        return PeriodChoice(context.named, "same", "", sure=False)
    if context.listing and is_of_listing(place, quantity, status):
        return PeriodChoice(context.listing, "listing", "", sure=False)
    choice = _carried(place, context, quantity, status, previous)
    times = [mention for mention in place.mentions if mention.rule != "base"]
    if choice is not _NOTHING or status.status is not Status.ACTUAL or quantity.turn is Turn.BEFORE:
        return choice
    if context.opening and not any(time.start < quantity.start for time in times) and _is_deed(place, quantity):
        return PeriodChoice(context.opening, "review", "", sure=False)
    if times:
        return choice
    if context.report and not place.first and _is_reported_on(place, quantity):
        return PeriodChoice(context.report, "carried", "", sure=False)
    if not context.frame:
        return choice
    reviewed = quantity.unit not in SPENT and not _is_of_house(place, quantity) and _is_of_review(place, quantity)
    return PeriodChoice(context.frame, "review", "", sure=False) if reviewed else choice


def _ends_change_since(place: Place, quantity: Quantity) -> bool:
    """占比由去年同期的11%升至29%: whether the change began in the same months of an earlier year."""
    clause = clause_at(place.sentence, quantity.start)
    inside = [mention for mention in place.mentions if clause.start <= mention.start < quantity.start]
    return bool(inside) and place.said(inside[-1]).endswith("同期") and is_old_half(place.text, place.sentence, inside[-1], quantity)


def _is_deed(place: Place, quantity: Quantity) -> bool:
    """新签约项目57个, 收储土地3260亩: a clause that begins with what was done, and names nobody else who did it."""
    clause = clause_at(place.sentence, quantity.start)
    return place.words.deeds.match(place.text, clause.start, quantity.start) is not None


def _is_reported_on(place: Place, quantity: Quantity) -> bool:
    """1—9月…。现有企业400家。工业投资增长12%。 What grew, grew in the months reported on, whatever state was told between."""
    clause = clause_at(place.sentence, quantity.start)
    if quantity.kind is Kind.GROWTH and (quantity.unit not in _GROWN or compares_others(place.text, clause, quantity)):
        return False
    if quantity.kind is not Kind.GROWTH and not ("元" in quantity.unit and _TAKEN_IN.search(place.text, clause.start, quantity.start)):
        return False
    if place.words.stock.search(place.text, clause.start, quantity.start) or _AFTER_THAT.search(
        place.text, place.sentence.start, quantity.start
    ):
        return False
    return place.words.flow.search(place.text, clause.start, quantity.start) is not None


def _is_of_review(place: Place, quantity: Quantity) -> bool:
    """晒出2024年成绩单: what flows is of that year all through the article."""
    clause = clause_at(place.sentence, quantity.start)
    if place.words.stock.search(place.text, clause.start, quantity.start) or compares_others(place.text, clause, quantity):
        return False
    return place.words.flow.search(place.text, clause.start, quantity.start) is not None


def _carried(place: Place, context: PeriodContext, quantity: Quantity, status: StatusChoice, previous: PeriodChoice | None) -> PeriodChoice:
    part = max(place.sentence.start, place.text.rfind("；", place.sentence.start, quantity.start))
    if context.policy and place.words.grant.search(place.text, part, place.sentence.end):
        return PeriodChoice(context.policy, "policy", "", sure=False)
    if context.deed and not place.first and _is_of_deed(place, quantity, status):
        return PeriodChoice(context.deed, "carried", "", sure=False)
    if quantity.unit in SPENT or context.governing == ASOF or _has_own_time(place, quantity):
        return _NOTHING
    if context.rule == "back" and "/" in context.governing and quantity.kind is not Kind.GROWTH:
        return _NOTHING
    if status.status is not Status.ACTUAL:
        rule = "carried" if _plan_goes_on(place, context, status) else ""
    elif _is_of_no_past(place, context, quantity) or context.ahead or (context.idle and not _is_reported(place, context, quantity)):
        rule = ""
    elif context.governing.startswith("asof:"):
        rule = "" if place.first else "carried-state"
    elif (
        previous is not None
        and previous.rule == "carried"
        and quantity.kind in {Kind.GROWTH, Kind.SHARE}
        and not _of_capacity(place, quantity)
    ):
        rule = "carried"
    else:
        rule = "carried" if _goes_on(place, context, quantity) else ""
    return PeriodChoice(context.governing, rule, context.words, sure=False) if rule else _NOTHING


def _is_of_no_past(place: Place, context: PeriodContext, quantity: Quantity) -> bool:
    """What a grant comes to holds on; so does what was done for a purpose (为让货车走得快,…), and what a house in the park has or saves.

    What is so already is not of a time to come.
    """
    clause = clause_at(place.sentence, quantity.start)
    if _FOR_THIS.match(place.text, place.sentence.start) or _is_of_house(place, quantity):
        return True
    return is_terms(place.words, place.text, place.sentence, clause) or is_ahead(context.governing, place.published)


def _is_of_house(place: Place, quantity: Quantity) -> bool:
    """Whether a number tells of a house in the park, not of the park, and not what it turned over nor a part of what was told."""
    if _PARTS.match(place.text, place.sentence.start) and "元" not in quantity.unit:
        return False
    turned_over = place.words.strong_flow.search(place.text, place.sentence.start, quantity.end)
    return quantity.start in place.houses and turned_over is None


def _is_of_deed(place: Place, quantity: Quantity, status: StatusChoice) -> bool:
    """7月8日，船完成交付。从提交资料到拿到证书，只用了4个小时; …签约。其中外资项目7个: told of what was done that day."""
    if quantity.unit in SHORT and IN_ALL.search(place.text, place.sentence.start, quantity.head):
        return True
    counted = quantity.unit in COUNTED and status.status is Status.ACTUAL
    return counted and _PARTS.match(place.text, place.sentence.start) is not None


def context_after(place: Place, context: PeriodContext, choices: list[PeriodChoice]) -> PeriodContext:
    """What the next sentence inherits."""
    deed = next((choice.period for choice in reversed(choices) if choice.rule == "day"), "")
    frame = next((m.period for m in place.mentions if m.rule in _REVIEWED and place.words.review.search(place.text, m.end, m.end + 24)), "")
    after = _governing_after(place, context, choices)
    report = _report_after(place, context, after)
    listing = listing_after(place, context)
    opening = _opening_after(place, context)
    if (after.deed, after.frame, after.report, after.listing, after.opening) == (deed, frame or after.frame, report, listing, opening):
        return after
    return replace(after, deed=deed, frame=frame or after.frame, report=report, listing=listing, opening=opening)


def _opening_after(place: Place, context: PeriodContext) -> str | None:
    """2024年，全区地区生产总值突破600亿元。…项目接续有力。新签约项目57个: an article that opens with a year that is over reports on it."""
    if not place.mentions:
        return context.opening
    begins = place.mentions[0]
    if begins.start > place.sentence.start + 1 or not place.first:
        return context.opening or ""
    report = begins.rule in _REVIEWED and context.opening != "" and not is_not_over(begins.period.rpartition("/")[2], place.published)
    return begins.period if report else ""


def _report_after(place: Place, context: PeriodContext, after: PeriodContext) -> str:
    """The months or the year that the paragraph reports on; a new paragraph begins without."""
    if any(mention.rule not in {"base", "asof", "vague"} for mention in place.mentions):
        plain = after.rule in {"span", "month", "year", "that-year"} and not after.ahead and after.governing != ASOF
        return after.governing if plain else ""
    return "" if place.first else context.report


def _governing_after(place: Place, context: PeriodContext, choices: list[PeriodChoice]) -> PeriodContext:
    policy = [m for m in place.mentions if m.rule == "span" and _POLICY.search(place.text, m.end, min(m.end + 24, place.sentence.end))]
    if policy:
        return replace(context, policy=policy[0].period)
    last = _last_governing(place)
    if last is not None:
        ahead = not choices and place.words.meant.search(place.text, last.end, place.sentence.end) is not None
        words = place.text[last.start : last.end]
        lasting = last.rule != "day" and (last.rule != "month" or any(choice.words == words for choice in choices))
        return replace(context, governing=last.period if lasting else ASOF, words=words, rule=last.rule, idle=0, ahead=ahead)
    if choices and choices[-1].rule.startswith("carried"):
        return replace(context, idle=0) if context.idle else context
    if context.governing == ASOF:
        return context
    stock = place.words.stock.search(place.text, place.sentence.start, place.sentence.end)
    if (choices or stock) and not context.governing.startswith("asof:"):
        return replace(context, governing=ASOF)
    return replace(context, idle=context.idle + 1)


def _last_governing(place: Place) -> PeriodMention | None:
    """The last mention that outlives its sentence: not the old half of a change, not the day of the report."""
    for at in range(len(place.mentions) - 1, -1, -1):
        mention = place.mentions[at]
        if looks_back(mention, place.mentions[:at]) or names_event(place.text, place.sentence, mention, place.mentions):
            continue
        reports = mention.rule in {"day", "month"} and place.words.reporting.search(place.text, mention.end, place.sentence.end)
        if mention.rule in _GOVERNING and not reports and not is_old_half(place.text, place.sentence, mention, None):
            return _narrower(place.mentions[:at], mention) if not _has_digit_after(place, mention) else mention
    return None


def _has_digit_after(place: Place, mention: PeriodMention) -> bool:
    return _NUMBER.search(place.text, mention.end, place.sentence.end) is not None


def _narrower(before: tuple[PeriodMention, ...], mention: PeriodMention) -> PeriodMention:
    """今年1—3月，…实现今年“开门红”: a year that comes after its own months, and no figure after it, takes nothing from them."""
    months = [m for m in before if m.rule in {"span", "month"} and m.period[4:5] == "-" and m.period[:4] == mention.period]
    return months[-1] if months and mention.rule == "year" else mention


def _has_own_time(place: Place, quantity: Quantity) -> bool:
    """A mention that was turned away is still a time; what began then (自2025年1月起) ends what went before."""
    if quantity.kind is not Kind.SHARE and _AFTER_THAT.search(place.text, place.sentence.start, quantity.start):
        return True
    return any(
        m.rule == "since" or (m.rule != "base" and m.start < quantity.start and not is_old_half(place.text, place.sentence, m, None))
        for m in place.mentions
    )


def _plan_goes_on(place: Place, context: PeriodContext, status: StatusChoice) -> bool:
    """今年…。… 将…: a plan for the year goes on in the next sentence of the paragraph."""
    if (
        (place.first and status.words != ASKED)
        or status.words.startswith(("已", "规划"))
        or context.rule not in {"year", "until", "within"}
    ):
        return False
    return context.governing[:4] == place.published.value[:4] or context.rule == "until"


def _is_reported(place: Place, context: PeriodContext, quantity: Quantity) -> bool:
    """1—5月…。二是优势产业持续放量。电子产业实现产值142亿元: a remark without a figure does not end a report on months."""
    if context.idle > 2 or context.rule not in {"span", "month"} or len(context.governing) < 7:
        return False
    if place.words.stock.search(place.text, place.sentence.start, quantity.start):
        return False
    return place.words.strong_flow.search(place.text, place.sentence.start, quantity.end) is not None


def _is_done(place: Place, quantity: Quantity) -> re.Match[str] | None:
    """…等17个项目开工建设。 What was begun or finished is counted with the months reported on."""
    return _DEED_AFTER.match(place.text, quantity.tail) if quantity.unit in COUNTED else None


def _is_just_over(place: Place, context: PeriodContext) -> bool:
    """A page of the first months that reports on the year before goes on with it in its next paragraph."""
    year, month = place.published.value[:4], place.published.value[5:7]
    return context.rule in {"year", "that-year"} and "" < month <= "03" and context.governing == str(int(year) - 1)


def _of_capacity(place: Place, quantity: Quantity) -> bool:
    """其中印制电路板产能占全国的一成: what can be made is so as of now."""
    return place.text.find("产能", clause_at(place.sentence, quantity.start).start, quantity.head) >= 0


def _goes_on(place: Place, context: PeriodContext, quantity: Quantity) -> bool:
    start, end = place.sentence.start, quantity.start
    if quantity.unit.lstrip("万亿") in PHYSICAL or (quantity.unit == "位" and place.words.evaluation.search(place.text, start, end)):
        return False
    clause = clause_at(place.sentence, quantity.start)
    if _IS_SO_NOW.match(place.text, clause.start, quantity.end) or _WITH_SO_MUCH.search(place.text, clause.start, quantity.head):
        return False
    if (quantity.turn is Turn.AFTER and quantity.unit in _STEPS) or _ON_SO_LITTLE.search(place.text, start, clause.start):
        return False
    if place.words.connectives.match(place.text, start, end) or _BROKEN_DOWN.match(place.text, start, end):
        return True
    if place.first:
        strong = place.words.strong_flow.search(place.text, start, quantity.end)
        return quantity.kind is not Kind.SHARE and strong is not None and (len(context.governing) > 4 or _is_just_over(place, context))
    if place.text.find("每年", clause.start, end) >= 0 or _BRINGS_WITH_IT.search(place.text, start, end):
        return False
    done = _is_done(place, quantity)
    own = done or place.words.flow.search(place.text, clause.start, end)
    said = max(clause.start, place.text.rfind("的", clause.start, end)) if done else clause.start  # 总投资52亿元的…等17个项目开工
    if place.words.stock.search(place.text, said if own else start, end):
        return False
    if quantity.kind is Kind.GROWTH:
        return not compares_others(place.text, clause, quantity)
    return own is not None or place.words.flow.search(place.text, start, end) is not None
