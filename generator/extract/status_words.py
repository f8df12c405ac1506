"""What the layers of status hand to one another."""

import re
from dataclasses import dataclass

from generator.extract.works import BEGUN, FINISHED
from generator.model.claim import Status

ASKED = "打算"  # the words of a plan that a question or a heading asked for
OPENS = rf"(?:正式|全面|全部|整体)?(?:{FINISHED}|{BEGUN}|试产)"  # what one thing does on a day to come
PLANNED_SUM = re.compile(r"(?:年度)?计划(?:总|完成)?投资")  # what a thing is to cost, or what is to be paid for it in a year


@dataclass(frozen=True, slots=True)
class StatusChoice:
    """The status of one number and the words that made it so (empty for actual)."""

    status: Status
    words: str
