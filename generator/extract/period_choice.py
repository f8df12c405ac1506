"""Which time holds for which number: the words before it that govern it, else what the sentences before spoke of.

The text is read in order, as a reader does. The old number of a change takes the time of its own half (`period_old_end`);
others the last mention that may govern them (`period_governing`), from the year on that they are compared with (`period_base`);
without one, the time before may go on (`period_carry`).
"""

import re
from dataclasses import dataclass, replace

from generator.extract.calendar_dates import each_year, now_of
from generator.extract.period_base import YEARLY, base_of, from_base, is_change_from, since_base, since_year_end, told_of_base, yearly_since
from generator.extract.period_candidate import COUNTED, PHYSICAL, Candidate, compares_others, is_ahead
from generator.extract.period_carry import carry, context_after
from generator.extract.period_context import ASOF, PeriodChoice, PeriodContext, looks_back, mark_doubtful, name_in_order
from generator.extract.period_follow import Follower, follows, goes_with_review
from generator.extract.period_governing import governs
from generator.extract.period_old_end import old_end
from generator.extract.period_place import Place
from generator.extract.period_vetoes import BY_THIS
from generator.extract.period_words import PeriodWords, build_period_words
from generator.extract.sentences import clause_at
from generator.extract.status import StatusChoice, names_event
from generator.extract.tokens import PeriodMention, Quantity, Sentence, Span, Turn
from generator.model.article import PageDate
from generator.model.claim import Kind, Status
from generator.model.quantity import Form
from generator.registry.registry import Registry

__all__ = ["PeriodChoice", "PeriodContext", "PeriodResolver"]

_GAINED = re.compile(r"净增|增加|新增|增长|减少|下降|多|少了")
_SUM = re.compile(r"(?:累计|总数|总量|总计)[已达有为到超过突破]{0,3}$|(?:增加?|扩[大围容]|升|发展|壮大)[到至]$")
_MONTHS = re.compile(r"(\d{4})-\d\d/\1-\d\d")
_ONE_THING = re.compile(r"[^。；;、和与及\d]*分别")  # 7—9月产值增速分别为4.2%、7.8%和9.6%; not 1—2月产值、税收分别增长3%和5%
_YEARS = re.compile(r"\d{4}/\d{4}")
_TOTAL = re.compile(r"(?:总数|总量|总计)[已达有为到超过突破]{0,3}$")
_WILL_BE = re.compile(r"[^，,。；;的]{0,10}(?:将|计划|预计|拟|有望|力争)[于在]?")
_PARK_WORDS = re.compile(r"经济(?:技术)?(?:开发)?区|经济技术|工业园区?|投资区")
_OF_YEAR = re.compile(r"(?<!\d)年度(?:计划)?(?:总|完成)?投资额?[约达为近超]{0,2}$")


class PeriodResolver:
    """Chooses periods; build it once per registry."""

    def __init__(self, registry: Registry) -> None:
        """Compile the word lists `periods.*` that speak of flows and states."""
        self._words = build_period_words(registry)

    def open(self, headline: str, mentions: tuple[PeriodMention, ...], published: PageDate) -> PeriodContext:
        """The context in which an article begins: 高新区上半年经济稳中有进 reviews those months; else nothing is named."""
        return PeriodContext(frame=_frame_of(self._words, headline, mentions, published))

    def resolve(
        self,
        text: str,
        sentences: tuple[Sentence, ...],
        quantities: tuple[Quantity, ...],
        mentions: tuple[PeriodMention, ...],
        published: PageDate,
        statuses: tuple[StatusChoice, ...],
        context: PeriodContext,
        houses: frozenset[int] = frozenset(),
    ) -> tuple[tuple[PeriodChoice, ...], PeriodContext]:
        """One choice per quantity, and the context for the next piece of the article; `houses` as a `Place` has them."""
        choices: list[PeriodChoice] = []
        said = 0
        for index, sentence in enumerate(sentences):
            until = said
            while until < len(mentions) and mentions[until].start < sentence.end:
                until += 1
            here, context = name_in_order(text, mentions[said:until], context, published)
            said = until
            if (
                not here
                and context.governing == ASOF
                and not (context.deed or context.listing or context.report)
                and (len(choices) == len(quantities) or quantities[len(choices)].start >= sentence.end)
            ):
                continue  # nothing is told and nothing goes on
            here = tuple(_as_deed(self._words, text, sentence, mention) for mention in here)
            place = Place(self._words, text, sentence, here, published, first=not index, houses=houses)
            inside = _inside(quantities, len(choices), sentence.end)
            reading = _Reading(place, context, inside)
            chosen: list[PeriodChoice] = []
            for quantity in inside:
                chosen.append(reading.choose(quantity, statuses[len(choices) + len(chosen)], chosen[-1] if chosen else None))
            if not here and not context.named and index + 1 < len(sentences):
                chosen = [_lead(place, q, c, mentions[said:], sentences[index + 1]) for q, c in zip(inside, chosen, strict=True)]
            context = context_after(place, context, chosen)
            choices += chosen
        return tuple(mark_doubtful(choice, published) for choice in choices), context


def _frame_of(words: PeriodWords, headline: str, mentions: tuple[PeriodMention, ...], published: PageDate) -> str:
    named = [m for m in mentions if m.rule not in {"vague", "asof", "base"}]
    if len(named) != 1 or named[0].rule not in {"year", "span"} or is_ahead(named[0].period, published) or words.meant.search(headline):
        return ""
    return named[0].period if words.headline.search(_PARK_WORDS.sub("", headline)) else ""


def _as_deed(words: PeriodWords, text: str, sentence: Sentence, mention: PeriodMention) -> PeriodMention:
    """12月底,项目竣工,总投资12.6亿元: the end of a month at which one thing was done is its date, not that of a state."""
    said = text[mention.start : mention.end]
    if (
        mention.rule != "asof-date"
        or said.startswith("截")
        or not said.endswith(("底", "末"))
        or len(mention.period) != len("asof:2024-12")
    ):
        return mention
    clause = clause_at(sentence, mention.end + (text[mention.end : mention.end + 1] in {"，", ","}))
    told = list(words.founding.finditer(text, mention.end, clause.end))
    done = told and (text.startswith("的", told[0].end()) or not text[told[-1].end() : clause.end].strip("，,。；;了"))
    if not done or re.search(r"\d", text[mention.end : told[0].end()]):
        return mention
    return replace(mention, period=mention.period.removeprefix("asof:"), rule="month")


def _lead(place: Place, quantity: Quantity, choice: PeriodChoice, later: tuple[PeriodMention, ...], following: Sentence) -> PeriodChoice:
    """生产总值增长6.1%……2024年，高新区交出成绩单: an article that opens with figures names their time right after them."""
    mention = later[0] if later else None
    if choice.rule != "default" or mention is None or mention.rule not in {"year", "span"}:
        return choice
    if mention.start > following.start + 2 or is_ahead(mention.period, place.published) or quantity.kind is not Kind.GROWTH:
        return choice
    if compares_others(place.text, clause_at(place.sentence, quantity.start), quantity):
        return choice
    return PeriodChoice(mention.period, "lead", place.text[mention.start : mention.end], sure=False)


def _is_due(text: str, quantity: Quantity, due: PeriodMention, status: StatusChoice) -> bool:
    """Whether the time by which something is to be done stands right behind its number, but for 将 or 计划."""
    if due.start == quantity.tail:
        return status.status is not Status.ACTUAL
    return _WILL_BE.fullmatch(text, quantity.tail, due.start) is not None


def _inside(quantities: tuple[Quantity, ...], first: int, end: int) -> tuple[Quantity, ...]:
    """The quantities from number `first` on that stand before `end`."""
    last = first
    while last < len(quantities) and quantities[last].start < end:
        last += 1
    return quantities[first:last]


@dataclass(frozen=True, slots=True)
class _Reading:
    """One sentence with its quantities under reading."""

    place: Place
    context: PeriodContext
    quantities: tuple[Quantity, ...]

    def choose(self, quantity: Quantity, status: StatusChoice, previous: PeriodChoice | None) -> PeriodChoice:
        """The period of one number of this sentence."""
        clause = clause_at(self.place.sentence, quantity.start)
        if quantity.turn is Turn.BEFORE:
            return old_end(self.place, quantity)
        base = told_of_base(self.place, quantity)
        if base is not None:
            return PeriodChoice(base.period, "base", self.place.said(base))
        if status.status is Status.PLANNED and _OF_YEAR.search(self.place.text, clause.start, quantity.head):
            return PeriodChoice(self._year_of_plan(quantity), "year", "年度")
        mention = self._governing(quantity, clause, status)
        if self._is_streak(quantity):
            return self._streak(quantity, mention)
        if previous is not None:
            last = self.quantities[self.quantities.index(quantity) - 1]
            follower = Follower(self.place, last, previous, quantity, status.status, clause, mention)
            reviewed = mention is None and previous.rule == "review" and goes_with_review(follower)
            if reviewed or follows(follower):
                return previous
        if mention is None:
            return since_base(self.place, carry(self.place, self.context, quantity, status, previous), quantity, clause)
        words = self.place.said(mention)
        if words == "全年":
            mention = replace(mention, period=self._whole_year(mention, status))
        one_by_one = self._distributed(quantity, mention) if quantity.group >= 0 else ()
        if one_by_one:
            return PeriodChoice(one_by_one[min(quantity.place, len(one_by_one) - 1)], mention.rule, words)
        sure = not (self._is_loose(quantity, clause, mention, status) or (mention.rule == "same" and quantity.group >= 0))
        return PeriodChoice(self._period(quantity, clause, mention), mention.rule, words, sure=sure)

    def _whole_year(self, mention: PeriodMention, status: StatusChoice) -> str:
        """全年: what is meant is of this year or a later one; what is so is of no year that has only begun."""
        year, month = self.place.published.value[:4], self.place.published.value[5:7]
        if status.status is not Status.ACTUAL:
            told = [m.period for m in self.place.mentions if m.rule == "year" and m.end <= mention.start and m.period.isdecimal()]
            if told and told[-1] > year > "":
                return told[-1]  # 明年，计划…，全年降低成本5000万元
            named = (month <= "03" or mention.period >= year) and any(
                m.rule in {"year", "span"} and m.period[:4] == mention.period and m.end <= mention.start for m in self.place.mentions
            )
            return mention.period if named else max(mention.period, year)
        begun = mention.period == year and "" < month <= "03"
        return str(int(year) - 1) if begun else mention.period

    def _is_loose(self, quantity: Quantity, clause: Span, mention: PeriodMention, status: StatusChoice) -> bool:
        """7月2日,…,3.6万块光伏板倒映水面: a count two clauses after a day, where nothing flows, may as well be of now."""
        if mention.rule not in {"day", "month"} or mention.start >= clause.start or quantity.kind is not Kind.LEVEL:
            return False
        return status.status is Status.ACTUAL and not self.place.words.flow.search(self.place.text, mention.end, quantity.tail)

    def _governing(self, quantity: Quantity, clause: Span, status: StatusChoice) -> PeriodMention | None:
        """The last mention before the number that governs it; a 全年 behind it does where none stands before."""
        place = self.place
        if not place.mentions:
            return None
        before = [mention for mention in place.mentions if mention.start < quantity.start]
        due = place.mentions[len(before)] if len(before) < len(place.mentions) else None
        if due is not None and due.rule == "until" and _is_due(place.text, quantity, due, status):
            return due  # 今年…,余下34公里将于11月底前完工; 四季度…,其中12个年底前要交付
        turned_away = False
        for at in range(len(before) - 1, -1, -1):
            dated = before[at].rule in {"month", "day"}
            if turned_away and dated:
                continue  # 5月安装设备,7月投产,年产值将达10亿元: what is not of July is not of May
            turned_away = turned_away or dated
            named = names_event(place.text, place.sentence, before[at], place.mentions)
            aside = looks_back(before[at], tuple(before[:at]))
            if governs(
                Candidate(
                    place.words,
                    place.text,
                    place.sentence,
                    place.published,
                    before[at],
                    quantity,
                    clause,
                    status,
                    named,
                    aside,
                    quantity.start in place.houses,
                )
            ):
                return before[at]
        behind = place.mentions[len(before)] if len(before) < len(place.mentions) else None
        return behind if behind is not None and self._governs_from_behind(behind, quantity, clause, status) else None

    def _governs_from_behind(self, mention: PeriodMention, quantity: Quantity, clause: Span, status: StatusChoice) -> bool:
        """有284家今年追加了投资, 12个须在年底前交付, and a 全年 in the clause."""
        if self.place.said(mention) == "全年":
            if "每" in self.place.text[clause.start : quantity.head] or self.place.text.startswith("的", quantity.tail):
                return False  # 国家标准每项奖励50万元，单个企业全年不超过300万元; 总投资52亿元的工厂开工，全年…
            size = quantity.unit.lstrip("万亿") in PHYSICAL and not self.place.words.flow.search(
                self.place.text, clause.start, quantity.head
            )
            return quantity.turn is Turn.NONE and not size
        if mention.start >= clause.end:
            return False
        if mention.rule in {"month", "span", "day"} and _WILL_BE.fullmatch(self.place.text, quantity.tail, mention.start):
            return mention.period >= self.place.published.value[:7] > ""  # 二期8万平方米将于9月交付
        if mention.rule == "until":
            return status.status is not Status.ACTUAL and status.words.startswith(("须", "要", "将"))
        return mention.start == quantity.tail and mention.rule in {"year", "span", "month"} and "元" not in quantity.unit

    def _period(self, quantity: Quantity, clause: Span, mention: PeriodMention) -> str:
        """The mention's period, narrowed: the year of a place in a list, the last year of a change, from the base year on."""
        over = mention.rule == "span" or (mention.rule == "plan" and mention.period[5:] < self.place.published.value[:4])
        if quantity.turn is Turn.AFTER and over and _YEARS.fullmatch(mention.period):
            return mention.period[5:]
        if mention.rule == "life" and self._is_of_whole_life(quantity, mention):
            return ASOF
        total = quantity.unit in COUNTED and _TOTAL.search(self.place.text, clause.start, quantity.head)
        if mention.rule in {"back", "plan"} and (quantity.kind is Kind.RANK or (total and mention.period >= "2")):
            return ASOF  # 过去五年新增上市公司9家,总数达15家
        since, last = yearly_since(self.place, quantity, clause), mention.period.removeprefix("asof:")[:4]
        if since and "/" not in mention.period and mention.rule in {"year", "asof-date", "year-end", "until"} and since < last:
            return f"{since}/{last}"
        if mention.rule == "until" and quantity.kind is Kind.GROWTH and YEARLY.search(self.place.text, clause.start, quantity.head):
            return self._years_up_to(mention.period)
        if mention.rule in {"event", "day"} and self._is_reached(quantity, clause, mention):
            return f"asof:{mention.period.removeprefix('asof:')}"
        if mention.rule == "asof-date" and self._is_deed(mention):
            return mention.period.removeprefix("asof:")
        base = base_of(self.place, quantity, clause)
        if (
            base is not None
            and mention.rule == "asof-date"
            and base.period[4:] in {"", "-12"}
            and _GAINED.search(self.place.text, base.end, quantity.head)
        ):
            return since_year_end(base.period, mention.period, new_year=self.place.said(base).endswith("年初"))
        if mention.rule in {"span", "month"} and self._is_sum_of_all(quantity, clause):
            return f"asof:{mention.period.rpartition('/')[2]}"
        return self._from_base(base, quantity, mention) if base is not None else mention.period

    def _is_of_whole_life(self, quantity: Quantity, mention: PeriodMention) -> bool:
        """制度实施一年来,企业扩大到67家 and 近6年来 are as of now; 实验室成立3年来,转化成果68项 is of those years, so is 年均增长22%."""
        if quantity.kind is Kind.GROWTH and YEARLY.search(self.place.text, mention.end, quantity.head):
            return False
        reached = quantity.turn is Turn.AFTER or self.place.text.endswith(("到", "至"), 0, quantity.head)
        return reached or quantity.kind is Kind.RANK or self.place.text[mention.start] == "近"

    def _from_base(self, base: PeriodMention, quantity: Quantity, mention: PeriodMention) -> str:
        """到2030年…比2024年下降18% and 目前…比2022年提高31个百分点 run from the year compared with."""
        if (mention.rule == "until" and self.place.said(base).endswith("基础上")) or not is_change_from(self.place, base, quantity):
            return mention.period
        now = self.place.published.value[:4] if mention.period == ASOF else mention.period
        return from_base(base.period[:4], now) if now else mention.period

    def _is_reached(self, quantity: Quantity, clause: Span, mention: PeriodMention) -> bool:
        """8月2日,飞机入区,片区租赁飞机由此达到2500架; 截至当日: all that there is by that day."""
        if mention.rule == "event":
            return self.place.said(mention).startswith("截") and mention.period != ASOF
        return BY_THIS.search(self.place.text, clause.start, quantity.head) is not None

    def _is_sum_of_all(self, quantity: Quantity, clause: Span) -> bool:
        """上半年新增上市公司3家,小巨人企业累计达40家: all that there are at the end of June; 累计签约40个 are those of the half year."""
        if quantity.kind is Kind.RANK or quantity.unit not in COUNTED or not _SUM.search(self.place.text, clause.start, quantity.head):
            return False
        return not self.place.words.flow.search(self.place.text, clause.start, quantity.head)

    def _year_of_plan(self, quantity: Quantity) -> str:
        """下半年实施项目56个,年度计划投资146亿元: of the year told before it, else of the page's."""
        told = [m.period[:4] for m in self.place.mentions if m.end <= quantity.head and m.period[:4].isdecimal()]
        return (told[-1] if told else self.place.published.value[:4]) or ASOF

    def _years_up_to(self, aim: str) -> str:
        """到2030年…年均增长15%以上 on a page of November 2025 is growth of 2026/2030."""
        now = now_of(self.place.published)
        first = now.last_full_year + 1 if now else 0
        return f"{first}/{aim}" if aim.isdecimal() and 0 < first < int(aim) else aim

    def _is_deed(self, mention: PeriodMention) -> bool:
        """8月底,经开区牵头成立联盟: something was done at the month's end; 截至8月底 tells a state."""
        words, text = self.place.said(mention), self.place.text
        if words.startswith("截") or not words.endswith(("月底", "月末")):
            return False
        at = mention.end + (text[mention.end : mention.end + 1] in {"，", ","})
        return self.place.words.founding.search(text, at, clause_at(self.place.sentence, at).end) is not None

    def _distributed(self, quantity: Quantity, mention: PeriodMention) -> tuple[str, ...]:
        """The times that go to the numbers of a list one by one: 2021、2022年分别…, 2016年至2018年分别…, 同一时期分别…."""
        size = sum(other.group == quantity.group for other in self.quantities)
        if mention.rule == "each":
            return each_year(self.place.said(mention), now_of(self.place.published))
        if mention.rule == "span" and _MONTHS.fullmatch(mention.period) and _ONE_THING.match(self.place.text, mention.end):
            year, first, last = mention.period[:4], int(mention.period[5:7]), int(mention.period[-2:])
            return tuple(f"{year}-{month:02d}" for month in range(first, last + 1)) if size == last - first + 1 else ()
        if mention.rule == "span" and _YEARS.fullmatch(mention.period):
            first, last = int(mention.period[:4]), int(mention.period[5:])
            return tuple(str(year) for year in range(first, last + 1)) if size == last - first + 1 else ()
        if mention.rule == "same" and _ONE_THING.match(self.place.text, mention.end):
            named = [other.period for other in self.place.mentions if other.end <= mention.start and other.rule not in {"base", "since"}]
            return tuple(named) if size == len(named) > 1 else ()
        return ()

    def _is_streak(self, quantity: Quantity) -> bool:
        return quantity.unit in {"年", "个月"} and self.place.text.endswith(("连续", "蝉联"), 0, quantity.head)

    def _streak(self, quantity: Quantity, mention: PeriodMention | None) -> PeriodChoice:
        """连续4年 up to 2024 is 2021/2024, so is 自2021年起连续四年; with a span named, that span; else as of now."""
        begun = [m for m in self.place.mentions if m.rule == "since" and m.end <= quantity.head and m.period.isdecimal()]
        if begun and quantity.unit == "年":
            year = int(begun[-1].period)
            return PeriodChoice(f"{year}/{year + int(quantity.value.first) - 1}", "streak", self.place.said(begun[-1]))
        if mention is None or quantity.value.form is not Form.NUMBER or mention.rule in {"asof", "vague", "day"}:
            return PeriodChoice(ASOF, "streak", "")
        at_year_end = mention.rule == "asof-date" and mention.period.endswith("-12")
        period = mention.period.removeprefix("asof:")[:4] if at_year_end else mention.period
        if period.isdecimal() and quantity.unit == "年" and quantity.value.first > 1:
            period = f"{int(period) - int(quantity.value.first) + 1}/{period}"
        return PeriodChoice(period, "streak", self.place.said(mention))
