"""A line between its neighbours, and the widths by which lines are told apart (in half characters)."""

from dataclasses import dataclass

from generator.read.lines import Line
from generator.read.sorts import Sort, Sorted

SET_IN = 3
NARROW = 6
VERY_NARROW = 10
WIDE = 8
LONGEST_PLAIN_HEAD = 30


@dataclass(frozen=True, slots=True)
class Around:
    """A line between its neighbours: the one before already sorted, the one after only looked at."""

    line: Line
    column: int
    before: Sorted | None
    after: Line | None
    second: Line | None

    @property
    def open_before(self) -> bool:
        """Whether the line before is prose that ends within a sentence."""
        return self.before is not None and self.before.sort is Sort.TEXT and not self.before.line.closed

    @property
    def broken_after(self) -> bool:
        """Whether what follows cannot go on with a sentence."""
        after = self.after
        if after is None or after.lead or after.byline or after.column_head or after.caption or after.doubled or after.note:
            return True
        if after.closed:
            return False
        signed = self.second is not None and self.second.byline is not None and self.second.byline.sure
        narrow = after.width < self.column - VERY_NARROW and not after.set_in
        return signed or bool(self.column and (after.width > self.column + WIDE or narrow))


def has_comma(text: str) -> bool:
    """Whether a comma of either width stands in the text."""
    return "，" in text or "," in text
