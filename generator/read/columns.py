"""How wide the column is in which a line was set: the page says so itself, for most lines of a column are full."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from generator.read.lines import Line

_AROUND = 8
_SLACK = 3
_FEWEST = 4
_WIDEST = 84
_FEWEST_PROSE = 2
_PROSE_SIGNS = frozenset("，。、；,")


@dataclass(frozen=True, slots=True)
class _Tally:
    """For each width how many lines of the window are about as wide, and how many of these are prose and end within a sentence.

    Kept while the window moves: counting its lines anew for each line would take their number squared.
    """

    near: list[int] = field(default_factory=lambda: [0] * (_WIDEST + 2 * _SLACK + 1))
    prose: list[int] = field(default_factory=lambda: [0] * (_WIDEST + 2 * _SLACK + 1))
    unclosed: list[int] = field(default_factory=lambda: [0] * (_WIDEST + 2 * _SLACK + 1))

    def add(self, line: Line, by: int) -> None:
        """Count the line in (`by` 1) or out (`by` -1)."""
        prose = by if not _PROSE_SIGNS.isdisjoint(line.text) else 0
        unclosed = 0 if line.closed else by
        for width in range(line.width, line.width + 2 * _SLACK + 1):
            self.near[width] += by
            self.prose[width] += prose
            self.unclosed[width] += unclosed

    def wrapped(self, width: int) -> int:
        """How many lines are about as wide, if they are prose cut by an edge: some have commas, most end within a sentence."""
        at = width + _SLACK
        near = self.near[at]
        return near if self.prose[at] >= _FEWEST_PROSE and self.unclosed[at] * 2 > near else 0


def column_widths(lines: tuple[Line, ...]) -> tuple[int, ...]:
    """For each line the width of its column in half characters; 0 where lines are not wrapped (a line is a paragraph or a part of one)."""
    # A line between two that no column holds, or such a line itself, stands in none, however many short lines of one width are around.
    return tuple(0 if _beside_long(lines, place) else width for place, width in enumerate(_widths(lines)))


def _beside_long(lines: tuple[Line, ...], place: int) -> bool:
    around = (lines[place],) if lines[place].width > _WIDEST else (*lines[max(0, place - 1) : place], *lines[place + 1 : place + 2])
    return bool(around) and all(line.width > _WIDEST for line in around)


def _widths(lines: tuple[Line, ...]) -> Iterator[int]:
    """The widths of all lines: of each stretch by itself, for what is set above a long line says nothing of what is set below it."""
    bounds = [at for at, line in enumerate(lines) if line.width > _WIDEST and not line.doubled]
    for first, last in pairwise([0, *bounds, len(lines)]):
        yield from _widths_of(lines[first:last])


def _widths_of(lines: tuple[Line, ...]) -> Iterator[int]:
    tally = _Tally()
    counted = [line.width <= _WIDEST and not (line.doubled or line.byline) for line in lines]
    for place in range(-_AROUND, len(lines)):
        first, last = place - _AROUND, place + _AROUND
        if last < len(lines) and counted[last]:
            tally.add(lines[last], 1)
        if first > 0 and counted[first - 1]:
            tally.add(lines[first - 1], -1)
        if place >= 0:
            around = range(max(0, first), min(len(lines), last + 1))
            yield _width_at(lines[place].width, [lines[other].width for other in around if counted[other]], tally)


def _width_at(own: int, wide: list[int], tally: _Tally) -> int:
    """The width that most lines around have, if enough of them have it and are prose."""
    best, best_count = 0, 0
    for width in dict.fromkeys(wide):
        if tally.near[width + _SLACK] < max(best_count, _FEWEST):
            continue
        count = tally.wrapped(width)
        # Of two widths equally frequent the nearer column counts: the line's own.
        closer = abs(width - own) < abs(best - own)
        if count > best_count or (count == best_count and count and closer):
            best, best_count = width, count
    return _full_width(best, wide) if best_count else 0


def _full_width(width: int, wide: list[int]) -> int:
    """The middle width of the lines that count as full."""
    near = sorted([one for one in wide if abs(one - width) <= _SLACK])
    return near[len(near) // 2]
