"""What a question or a heading asks of the paragraphs under it: 今年有哪些打算？ asks for plans."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.extract.period_context import ASOF, PeriodChoice
from generator.extract.status import StatusChoice
from generator.extract.tokens import PeriodMention
from generator.model.claim import Status

_PLANS = re.compile(
    r"打算|怎么干|怎么走|干什么|下一步|往后|接下来|新的一年|今后[^，,]{0,4}年|未来[^，,]{0,4}年|[有是][哪什][些么][^，,？]{0,4}(?:计划|规划|安排|目标|部署)"
)
_TOLD = re.compile(r"[。；;]")
_YEAR = re.compile(r"20\d\d")
_LONGEST = 40


@dataclass(frozen=True, slots=True)
class Asked:
    """What a question or a heading asked for: plans, and of which year where it names one."""

    plans: bool = False
    year: str = ""


NOTHING_ASKED = Asked()


def asked_by(text: str, mentions: Sequence[PeriodMention], before: Asked) -> Asked:
    """What is asked for once this paragraph is read; what is no question and no heading leaves it as it was.

    >>> asked_by("记者：今年有哪些打算？", (PeriodMention(3, 5, "2025", "year"),), Asked())
    Asked(plans=True, year='2025')
    >>> asked_by("贺延川：就三件事。", (), Asked(True, "2025")), asked_by("记者：去年干得怎么样？", (), Asked(True, "2025"))
    (Asked(plans=True, year='2025'), Asked(plans=False, year=''))
    >>> asked_by("园区下一步引进企业50家。", (), Asked())
    Asked(plans=False, year='')
    """
    if len(text) > _LONGEST or _TOLD.search(text):
        return before
    if not _PLANS.search(text):
        return NOTHING_ASKED
    return Asked(plans=True, year=next((mention.period for mention in mentions if _YEAR.fullmatch(mention.period)), ""))


def planned_for(year: str, periods: tuple[PeriodChoice, ...], statuses: Sequence[StatusChoice]) -> tuple[PeriodChoice, ...]:
    """Plans that tell no time of their own are those of the year that was asked for, if one was."""
    pairs = zip(periods, statuses, strict=True)
    return tuple(
        replace(one, period=year, rule="asked", words="") if year and one.period == ASOF and status.status is not Status.ACTUAL else one
        for one, status in pairs
    )
