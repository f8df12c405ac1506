"""The names of what a line can be."""

from dataclasses import dataclass
from enum import StrEnum

from generator.read.lines import Line


class Sort(StrEnum):
    """What a line or a unit is before it is known whose."""

    TEXT = "text"
    HEAD = "head"
    BYLINE = "byline"
    LEAD = "lead"
    CAPTION = "caption"
    COLUMN = "column"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True)
class Sorted:
    """A line with its sort and the width of its column (0: not wrapped)."""

    line: Line
    sort: Sort
    column: int
