"""A plan told over several sentences: 今年将引进项目50个。同时，新建厂房40万平方米。 The second is as much a plan as the first.

A step of its own, because the words of status reach to the end of their sentence alone; what goes on from there is weighed here.
"""

import re

from generator.extract.quantities.lexicon import alternatives
from generator.extract.status_words import ASKED, PLANNED_SUM, StatusChoice
from generator.extract.tokens import PeriodMention, Quantity, Sentence, StatusMention, Turn
from generator.model.article import PageDate
from generator.model.claim import Status
from generator.registry.registry import Registry

_AHEAD = frozenset({"until", "within", "base", "since", "same", "that-year", "plan"})
_OPENING = re.compile(r"[“”\"'‘’\s]*(?:(?:与此同时|同时|此外|另外)[，,]?)?(?:还|并)?")


class PlanWords:
    """The words by which a plan goes on, and those that end it; build once per registry."""

    def __init__(self, registry: Registry) -> None:
        """Compile `status.plan_goes_on`, `status.plan_ends` and `status.plan_opens`; KeyError names a list that is missing."""
        self.goes_on = re.compile(alternatives(registry.words("status.plan_goes_on")))
        self.ends = re.compile(alternatives(registry.words("status.plan_ends")))
        self.opens = re.compile(alternatives(registry.words("status.plan_opens")))


def carry_plans(
    text: str,
    sentences: tuple[Sentence, ...],
    quantities: tuple[Quantity, ...],
    choices: tuple[StatusChoice, ...],
    mentions: tuple[StatusMention, ...],
    periods: tuple[PeriodMention, ...],
    published: PageDate,
    plan: PlanWords,
    *,
    asked: bool = False,
) -> tuple[StatusChoice, ...]:
    """The choices, with what stands in the sentences after a plan and goes on with it made planned too.

    `asked` says that the text answers a question for plans: then it goes on wherever nothing is told of what is.
    """
    out = list(choices)
    running = ""
    at = 0
    for sentence in sentences:
        first = at
        while at < len(quantities) and quantities[at].start < sentence.end:
            at += 1
        own = [m for m in mentions if sentence.start <= m.start < sentence.end]
        until = own[0].start if own else sentence.end
        goes_on = (asked or (running and not own)) and _goes_on(text, sentence, periods, published, plan, asked=asked)
        for index in range(first, at) if goes_on else ():
            if quantities[index].start < until and out[index].status is Status.ACTUAL and quantities[index].turn is not Turn.BEFORE:
                out[index] = StatusChoice(Status.PLANNED, running or ASKED)
        if own or not goes_on:
            running = _left_running(text, sentence, out[first:at], own, plan)
    return tuple(out)


def _left_running(text: str, sentence: Sentence, inside: list[StatusChoice], own: list[StatusMention], plan: PlanWords) -> str:
    """The words of the plan that a sentence leaves running: an aim (力争, 到2027年) that reaches its end, not one thing's (建成后)."""
    if inside:
        words = inside[-1].words if inside[-1].status is Status.PLANNED else ""
    else:
        last = own[-1] if own else None
        words = text[last.start : last.end] if last is not None and last.status is Status.PLANNED and last.reach >= sentence.end else ""
    if own and PLANNED_SUM.match(text, own[-1].start):
        return ""  # 开工项目31个，年度计划投资58亿元。其中产业项目22个
    return words if plan.opens.match(words) else ""


def _goes_on(
    text: str, sentence: Sentence, periods: tuple[PeriodMention, ...], published: PageDate, plan: PlanWords, *, asked: bool
) -> bool:
    """Whether a sentence goes on with the plan of the one before: it begins so, and nothing in it is told of what is."""
    start = _OPENING.match(text, sentence.start, sentence.end)
    at = start.end() if start else sentence.start
    same_speech = text.count("“", 0, sentence.start) > text.count("”", 0, sentence.start)
    begins_so = asked or same_speech or plan.goes_on.match(text, at, sentence.end) is not None
    if not begins_so or plan.ends.search(text, sentence.start, sentence.end):
        return False
    inside = (m for m in periods if sentence.start <= m.start < sentence.end)
    return all(m.rule in _AHEAD or m.period[:4] >= published.value[:4] > "" for m in inside)
