"""Which time holds for which number: the words nearest before it that govern it, else what the sentences before spoke of.

The text is read in order, as a reader does. Rules, first that fits:
a number at one end of a change takes the time inside its own half (由2019年的35%提高到去年的78%); then the last mention before it in its
sentence, unless that one only compares (比2021年), dates the report (1月6日,记者获悉) or a founding (2022年落户，…); a state in a clause of
its own (累计获得专利86件) is as of now; without a mention the time of the sentence before goes on if this sentence speaks of a flow.
"""

import re
from dataclasses import dataclass, replace

from generator.extract.quantities.lexicon import alternatives
from generator.extract.sentences import clause_at
from generator.extract.status import StatusChoice
from generator.extract.tokens import PeriodMention, Quantity, Sentence, Span, Turn
from generator.model.article import PageDate
from generator.model.claim import Kind, Status
from generator.model.quantity import Form
from generator.registry.registry import Registry

_PHYSICAL = {"公里", "米", "毫米", "厘米", "公斤", "克", "亩", "公顷", "平方公里", "平方米", "千伏", "千瓦", "兆瓦", "层", "微米", "纳米"}
_BUILT = re.compile(r"新建|建设|完成|新增|建成|开工|竣工|复垦|收储|供地|出让|推出|改造|铺设|盘活|交付|贯通|租赁|销售|成交|腾退|开通|投产")
_SPENT = {"天", "个月", "小时", "分钟", "秒", "个工作日", "工作日", "周"}
_GRANT = re.compile(r"给予|奖励|补贴|补助|资助|奖补")
_POLICY = re.compile(r"细则|政策|措施|办法|方案|规定")
_POINTED = {
    "year",
    "month",
    "day",
    "span",
    "year-end",
    "until",
    "within",
    "plan",
    "back",
    "grown",
    "same",
    "same-last-year",
    "that-year",
    "event",
    "asof-date",
    "asof",
    "each",
}
_ASOF = "asof"


@dataclass(frozen=True, slots=True)
class PeriodChoice:
    """The period of one number, the rule and the words that gave it; `sure` is false where it was carried over a distance."""

    period: str
    rule: str
    words: str
    sure: bool = True


@dataclass(frozen=True, slots=True)
class PeriodContext:
    """What the text spoke of last: the time that governs, the last one with a year, the last day; words that named them."""

    governing: str = _ASOF
    words: str = ""
    named: str = ""
    year: str = ""
    day: str = ""
    rule: str = ""
    policy: str = ""
    idle: int = 0


class PeriodResolver:
    """Chooses periods; build it once per registry."""

    def __init__(self, registry: Registry) -> None:
        """Compile the word lists `periods.*` that speak of flows and states."""

        def group(name: str) -> re.Pattern[str]:
            return re.compile(alternatives(registry.words(f"periods.{name}")))

        self._reporting, self._founding = group("reporting"), group("founding")
        self._stock, self._flow, self._strong = group("stock"), group("flow"), group("strong_flow")
        self._connective, self._evaluation = group("connectives"), group("evaluation")

    def resolve(
        self,
        text: str,
        sentences: tuple[Sentence, ...],
        quantities: tuple[Quantity, ...],
        mentions: tuple[PeriodMention, ...],
        published: PageDate,
        statuses: tuple[StatusChoice, ...],
        context: PeriodContext,
    ) -> tuple[tuple[PeriodChoice, ...], PeriodContext]:
        """One choice per quantity, and the context for the next piece of the article."""
        choices: list[PeriodChoice] = []
        for index, sentence in enumerate(sentences):
            inside = [(q, s) for q, s in zip(quantities, statuses, strict=True) if sentence.start <= q.start < sentence.end]
            here, context = _named_in_order(
                text, tuple(m for m in mentions if sentence.start <= m.start < sentence.end), context, published
            )
            reading = _Reading(self, text, sentence, here, published, context, index)
            choices += [reading.choose(q, s) for q, s in inside]
            context = reading.after(inside, choices[len(choices) - len(inside) :])
        return tuple(choices), context

    def reports(self, text: str, start: int, end: int) -> bool:
        """Whether `start:end` speaks of the making of the report."""
        return self._reporting.search(text, start, end) is not None

    def founds(self, text: str, start: int, end: int) -> bool:
        """Whether `start:end` tells of something's beginning."""
        return self._founding.search(text, start, end) is not None

    def is_stock(self, text: str, start: int, end: int) -> bool:
        """Whether `start:end` speaks of a state."""
        return self._stock.search(text, start, end) is not None

    def is_flow(self, text: str, start: int, end: int) -> bool:
        """Whether `start:end` speaks of something that is so much in a span of time."""
        return self._flow.search(text, start, end) is not None

    def is_strong_flow(self, text: str, start: int, end: int) -> bool:
        """Whether it is one of the great sums of a year: 产值, 收入."""
        return self._strong.search(text, start, end) is not None

    def goes_on(self, text: str, start: int, end: int) -> bool:
        """Whether the sentence begins as one that goes on with the time before."""
        return self._connective.match(text, start, end) is not None

    def ranks_by_table(self, text: str, start: int, end: int) -> bool:
        """Whether `start:end` names an evaluation."""
        return self._evaluation.search(text, start, end) is not None


def _named_in_order(
    text: str, mentions: tuple[PeriodMention, ...], context: PeriodContext, published: PageDate
) -> tuple[tuple[PeriodMention, ...], PeriodContext]:
    """The mentions with 同期, 当年, 会上 … resolved by what was named before, and the context with what they name."""
    out: list[PeriodMention] = []
    for mention in mentions:
        period = mention.period
        if mention.rule == "same":
            period = context.named or _ASOF
        elif mention.rule == "that-year":
            whole = text[mention.start : mention.end] == "全年"
            period = context.year or (_last_whole_year(published) if whole else "") or _ASOF
        elif mention.rule == "event":
            period = context.day or _ASOF
        elif not period:
            period = _year_before(context.named) or _ASOF
        out.append(replace(mention, period=period))
        bound = text[mention.start - 1 : mention.start] in {"由", "从"} and text[mention.end : mention.end + 1] == "的"
        if not bound and mention.rule in {"year", "month", "day", "span", "year-end", "back", "plan", "asof-date"} and period != _ASOF:
            plain = period.removeprefix("asof:")
            named = plain if mention.rule != "day" else context.named
            day = period if mention.rule == "day" and "/" not in period else context.day
            context = replace(context, named=named, year=plain.rpartition("/")[2][:4], day=day)
    return tuple(out), context


def _last_whole_year(published: PageDate) -> str:
    """全年 where no year was named: in the first months the year before, later the running one; empty without a date."""
    year, month = published.value[:4], published.value[5:7]
    return str(int(year) - 1) if year and month and int(month) <= 4 else year


def _year_before(period: str) -> str:
    """The same span a year earlier: 2024-01/2024-09 → 2023-01/2023-09."""
    parts = period.removeprefix("asof:").split("/")
    return "/".join(f"{int(part[:4]) - 1}{part[4:]}" for part in parts) if parts[0][:4].isdecimal() else ""


@dataclass(frozen=True, slots=True)
class _Reading:
    """One sentence under reading."""

    words: PeriodResolver
    text: str
    sentence: Sentence
    mentions: tuple[PeriodMention, ...]
    published: PageDate
    context: PeriodContext
    index: int

    def choose(self, quantity: Quantity, status: StatusChoice) -> PeriodChoice:
        """The period of one number of this sentence."""
        clause = clause_at(self.sentence, quantity.start)
        if quantity.turn is Turn.BEFORE:
            return self._old_end(quantity, clause)
        mention = self._governing(quantity, clause, status)
        if quantity.rule in {"digits", "chinese"} and self._is_streak(quantity):
            return self._streak(quantity, mention)
        base = self._base_of(quantity, clause)
        if mention is None:
            return self._carried(quantity, clause, status)
        if status.status is not Status.ACTUAL and self.text[mention.start : mention.end] == "全年":
            return PeriodChoice(max(mention.period, self.published.value[:4]) or _ASOF, mention.rule, "全年")
        period = self._year_of_place(quantity, mention) or self._end_of_span(quantity, mention)
        if base is not None and quantity.kind is Kind.GROWTH and quantity.unit in {"番", "倍"}:
            period = _from_base(base.period, period)
        return PeriodChoice(period, mention.rule, self.text[mention.start : mention.end])

    def after(self, inside: list[tuple[Quantity, StatusChoice]], choices: list[PeriodChoice]) -> PeriodContext:
        """The context after this sentence."""
        policy = [m for m in self.mentions if m.rule == "span" and _POLICY.search(self.text, m.end, min(m.end + 24, self.sentence.end))]
        if policy:
            return replace(self.context, policy=policy[0].period)
        free = [m for m in self.mentions if m.rule in _POINTED and not self._is_bound(m) and m.rule not in {"event", "grown"}]
        reported = [m for m in free if not self._only_reports(m)]
        if reported:
            last = reported[-1]
            governing = _ASOF if last.rule in {"day", "month"} and not inside else last.period
            if last.rule in {"day"}:
                governing = _ASOF
            return replace(self.context, governing=governing, words=self.text[last.start : last.end], rule=last.rule, idle=0)
        if (
            (choices
            and choices[-1].rule not in {"carried", "carried-state"})
            or self.words.is_stock(self.text, self.sentence.start, self.sentence.end)
        ):
            if not self.context.governing.startswith("asof:"):
                return replace(self.context, governing=_ASOF)
        carried = any(choice.rule.startswith("carried") for choice in choices)
        return replace(self.context, idle=0 if carried else self.context.idle + 1)

    def _governing(self, quantity: Quantity, clause: Span, status: StatusChoice) -> PeriodMention | None:
        """The last mention before the number that may hold for it."""
        for mention in reversed(self.mentions):
            if mention.start >= quantity.start or mention.rule in {"base", "since"}:
                continue
            if self._is_bound(mention, quantity) or not self._may_hold(mention, quantity, clause, status):
                continue
            return mention
        return self._behind(quantity, clause)

    def _behind(self, quantity: Quantity, clause: Span) -> PeriodMention | None:
        """131名干部…，全年…: a whole year named later in the sentence holds for what stands before it."""
        for mention in self.mentions:
            if mention.start > quantity.start and self.text[mention.start : mention.end] == "全年":
                return mention
        return None

    def _may_hold(self, mention: PeriodMention, quantity: Quantity, clause: Span, status: StatusChoice) -> bool:
        same_clause = clause.start <= mention.start
        between = (mention.end, quantity.start)
        if status.status is not Status.ACTUAL:
            return self._may_be_planned(mention, quantity, clause, status)
        if mention.rule == "until":
            return False
        if mention.rule in {"day", "month"} and self.words.reports(self.text, *between):
            return False
        if mention.rule == "same-last-year":
            return not re.search(r"[；;]", self.text[mention.end : quantity.start])
        if mention.rule in {"asof-date", "asof", "vague"}:
            return True
        if mention.rule not in {"day"} and self._is_attribute(quantity):
            return False
        if not same_clause and mention.rule in {"day", "month", "year", "that-year"} and self._founded(mention, clause):
            return False
        if (
            quantity.unit.lstrip("万亿") in _PHYSICAL
            and not _BUILT.search(self.text, mention.end, quantity.start)
            and mention.rule != "asof-date"
        ):
            return same_clause and mention.rule in {"year", "month"} and self.text[mention.end : mention.end + 1] != ","
        return same_clause or not self._own_state(mention, quantity, clause)

    def _is_attribute(self, quantity: Quantity) -> bool:
        """总投资31亿元的…项目: the amount belongs to the project, whenever something was done with it."""
        before, after = self.text[max(0, quantity.head - 4) : quantity.head], self.text[quantity.tail : quantity.tail + 1]
        return after == "的" and "元" in quantity.unit and "投资" in before

    def _founded(self, mention: PeriodMention, clause: Span) -> bool:
        """2024年9月投产,设计年产能60万台: the month is that of the start alone."""
        own = clause_at(self.sentence, mention.start)
        told = self.text[mention.end : own.end]
        return own.end <= clause.start and self.words.founds(self.text, own.start, own.end) and not re.search(r"\d", told)

    def _may_be_planned(self, mention: PeriodMention, quantity: Quantity, clause: Span, status: StatusChoice) -> bool:
        """What is planned is for a time that is not over: 今年, 到2027年, 年内; not for last month."""
        same_clause = clause.start <= mention.start
        if status.words.startswith("向") or "每年" in self.text[clause.start : quantity.start]:
            return False
        if mention.rule in {"until", "within"}:
            return True
        if not same_clause and mention.rule in {"month", "span", "day"} and self._founded(mention, clause):
            return False
        if self.text[mention.start : mention.end] == "全年":
            return True
        if mention.rule not in {"year", "span", "year-end", "same", "that-year"} or mention.period == _ASOF:
            return mention.rule == "month" and mention.period >= self.published.value[:7] and bool(self.published.value)
        last = mention.period.removeprefix("asof:").rpartition("/")[2]
        this = self.published.value[:4]
        return not this or last[:4] >= this or (same_clause and mention.rule == "year") or mention.rule == "year"

    def _own_state(self, mention: PeriodMention, quantity: Quantity, clause: Span) -> bool:
        """累计获得专利86件 in a clause of its own is a state of now; 新增18家，累计102家 is one of that year's end."""
        own = self.text[clause.start : quantity.head]
        match = re.search(r"累计(?P<verb>[^\d]*)$|现有|拥有(?!量|的)|共有|设有|已建成|估值|市值", own)
        if match is None or "全年" in self.text[self.sentence.start : quantity.start]:
            return False
        if match[0].startswith("累计") and mention.rule in {"span", "back", "plan"}:
            return False
        return not (match[0].startswith("累计") and len(match["verb"] or "") < 2)

    def _is_bound(self, mention: PeriodMention, quantity: Quantity | None = None) -> bool:
        """Whether a mention belongs to the old end of a change: 由2019年的35%, 从当年的6家."""
        if re.match(r"[^，,。；;]{0,14}基础上", self.text[mention.end : mention.end + 18]):
            return quantity is None or "基础上" in self.text[mention.end : quantity.start]
        before = self.text[max(self.sentence.start, mention.start - 10) : mention.start + 1]
        if not re.search(r"(?:从|由)[^，,。；;]{0,6}.$", before) or mention.rule in {"asof-date"}:
            return False
        after = self.text[mention.end : mention.end + 14]
        return bool(re.match(r"(?:底|末)?的?[^，,。；;]{0,8}\d|的?[^，,。；;]{0,6}[一二三四五六七八九两]", after)) and (
            quantity is None or quantity.turn is not Turn.BEFORE
        )

    def _old_end(self, quantity: Quantity, clause: Span) -> PeriodChoice:
        """The old figure of a change: the time written in its half, else the first year of a span of years, else unknown."""
        for mention in reversed(self.mentions):
            half = self.text[max(self.sentence.start, mention.start - 12) : mention.start]
            if mention.end <= quantity.head and re.search(r"(?:从|由)[^，,。；;]{0,10}$", half) and mention.rule != "base":
                return PeriodChoice(mention.period, mention.rule, self.text[mention.start : mention.end])
        mention = self._last_before(quantity)
        if mention is not None and mention.rule == "span" and len(mention.period) == 9:
            return PeriodChoice(mention.period[:4], "span-start", self.text[mention.start : mention.end])
        return PeriodChoice(_ASOF, "old-end", "", sure=mention is None)

    def _last_before(self, quantity: Quantity) -> PeriodMention | None:
        before = [m for m in self.mentions if m.end <= quantity.start and m.rule not in {"base", "since"}]
        return before[-1] if before else None

    def _end_of_span(self, quantity: Quantity, mention: PeriodMention) -> str:
        """The new figure of a change over a span of years is that of the last year."""
        if quantity.turn is Turn.AFTER and mention.rule == "span" and len(mention.period) == 9:
            return mention.period[5:]
        if quantity.kind is Kind.RANK and mention.rule in {"back", "plan"}:
            return _ASOF
        return mention.period

    def _year_of_place(self, quantity: Quantity, mention: PeriodMention) -> str:
        """2021、2022、2023年分别为A、B和C: the number's own year; empty where no such list is."""
        years = re.findall(r"\d{4}", self.text[mention.start : mention.end]) if mention.rule == "each" else []
        return years[quantity.place] if quantity.group >= 0 and quantity.place < len(years) else ""

    def _is_streak(self, quantity: Quantity) -> bool:
        return quantity.unit in {"年", "个月"} and self.text[max(0, quantity.head - 3) : quantity.head].endswith(("连续", "已连续", "蝉联"))

    def _streak(self, quantity: Quantity, mention: PeriodMention | None) -> PeriodChoice:
        """连续4年 up to 2024 is 2021/2024; with a span named, that span; else as of now."""
        if mention is None or quantity.value.form is not Form.NUMBER or mention.rule in {"asof", "vague", "day"}:
            return PeriodChoice(_ASOF, "streak", "")
        words = self.text[mention.start : mention.end]
        if len(mention.period) == 4 and quantity.unit == "年":
            first = int(mention.period) - int(quantity.value.first) + 1
            return PeriodChoice(f"{first}/{mention.period}" if first < int(mention.period) else mention.period, "streak", words)
        return PeriodChoice(mention.period, "streak", words)

    def _base_of(self, quantity: Quantity, clause: Span) -> PeriodMention | None:
        bases = [m for m in self.mentions if m.rule == "base" and clause.start <= m.start < quantity.start and m.period.isdecimal()]
        return bases[-1] if bases else None

    def _carried(self, quantity: Quantity, clause: Span, status: StatusChoice) -> PeriodChoice:
        """Without a mention of its own: the time of the sentence before, if this number is of the kind that goes on with it."""
        context = self.context
        asof = PeriodChoice(_ASOF, "default", "")
        if context.policy and _GRANT.search(self.text, self.sentence.start, self.sentence.end):
            return PeriodChoice(context.policy, "policy", "", sure=False)
        if (
            any(m.rule == "since" for m in self.mentions)
            or quantity.unit in _SPENT
            or (context.rule == "back" and quantity.kind is not Kind.GROWTH)
        ):
            return asof
        if self.mentions and any(
            m.rule not in {"base", "since"} and m.start < quantity.start and not self._is_bound(m) for m in self.mentions
        ):
            return asof
        if status.status is not Status.ACTUAL:
            going = (
                not status.words.startswith(("已", "规划"))
                and context.rule in {"year", "until", "within"}
                and self.index
                and context.governing[:4] >= self.published.value[:4]
                and context.governing != _ASOF
            )
            return PeriodChoice(context.governing, "carried", context.words, sure=False) if going else asof
        if (
            context.idle
            or context.governing == _ASOF
            or (quantity.unit.lstrip("万亿") in _PHYSICAL and not context.governing.startswith("asof"))
        ):
            return asof
        if context.governing.startswith("asof:"):
            return PeriodChoice(context.governing, "carried-state", context.words, sure=False) if self.index else asof
        return PeriodChoice(context.governing, "carried", context.words, sure=False) if self._goes_on(quantity, clause) else asof

    def _goes_on(self, quantity: Quantity, clause: Span) -> bool:
        start, end = self.sentence.start, quantity.start
        if quantity.unit == "位" and self.words.ranks_by_table(self.text, start, end):
            return False
        if not self.index and not self.words.goes_on(self.text, start, end):
            return (
                quantity.kind is not Kind.SHARE
                and self.words.is_strong_flow(self.text, start, quantity.end)
                and len(self.context.governing) > 4
            )
        if self.words.goes_on(self.text, start, end):
            return True
        if self.words.is_stock(self.text, start, end):
            return False
        return quantity.kind is Kind.GROWTH or self.words.is_flow(self.text, start, end)

    def _only_reports(self, mention: PeriodMention) -> bool:
        return mention.rule in {"day", "month"} and self.words.reports(self.text, mention.end, self.sentence.end)


def _from_base(base: str, period: str) -> str:
    """是2022年的3.1倍 said of 2024 is growth over 2022/2024."""
    last = period.removeprefix("asof:").rpartition("/")[2][:4]
    return f"{base[:4]}/{last}" if last.isdecimal() and base[:4] < last else period
