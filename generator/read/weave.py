"""Two columns that the page prints line by line (a line of the left one, a line of the right one …), put one after the other.

A step of its own before lines are sorted: no line of such columns stands beside its neighbours. Where the next line but one goes on with
a line far better than the next line does, again and again, two columns were woven together.
"""

import re
from dataclasses import replace
from itertools import pairwise

from generator.read.fits import fit_of
from generator.read.lines import Line
from generator.read.tools import Tools

_FEWEST = 8
_LEAST_GAIN = 8.0
_LEAST_A_LINE = 0.8
_WORST, _BEST = -2.0, 3.0
_WINDOW = 10
_SIGNS_IN_WINDOW = 2
_MOST_BEHIND = 5
_SHORTEST_COLUMN = 4
_AHEAD = 14
_FRESH = 0.5
_TURNS = 2.0
_ENDED = 1.5
_LONGEST_TAIL = 20
_MOST_AFTER = 16
_MOST_BEFORE = 3
_PROSE = re.compile("[，。；]")

_State = tuple[float, tuple[bool, ...]]


def part_columns(lines: tuple[Line, ...], tools: Tools) -> tuple[Line, ...]:
    """The lines, two columns that were woven together one after the other; any other page as it is."""
    signs = _signs(lines, tools)
    if not signs:
        return lines
    segment = _segment(lines, max(0, signs[0] - _WINDOW), min(len(lines), signs[-1] + _WINDOW), tools)
    if segment is None:
        return lines
    first, last = segment
    blank = _most_blank(lines)
    last += next((at for at, line in enumerate(lines[last : last + _MOST_AFTER]) if _ends(line) or line.gap > blank), _MOST_AFTER)
    while first and segment[0] - first < _MOST_BEFORE and _may_begin(lines, first - 1, tools):
        first -= 1
    right = _right(lines[first:last], tools)
    columns = [tuple(line for line, of_right in zip(lines[first:last], right, strict=True) if of_right is side) for side in (False, True)]
    if min(map(len, columns)) < _SHORTEST_COLUMN:
        return lines
    if _goes_on_below(columns, lines[last : last + _AHEAD], tools):
        columns.reverse()
    parted = [replace(line, gap=max(line.gap, 1) if not at else 0) for column in columns for at, line in enumerate(column)]
    after = lines[last:]
    if after:
        after = (replace(after[0], gap=max(after[0].gap, 1)), *after[1:])
    return (*lines[:first], *parted, *after)


def _signs(lines: tuple[Line, ...], tools: Tools) -> list[int]:
    """Lines that stand close together and whose last word ends in the next line but one and not in the next."""
    across = tools.vocabulary.word_across
    loose = [not line.closed and not (line.doubled or line.byline) and not across(line.text, after.text) for line, after in pairwise(lines)]
    found = [
        at
        for at in range(len(lines) - 3)
        if loose[at] and (loose[at + 1] or lines[at + 1].closed) and across(lines[at].text, lines[at + 2].text)
    ]
    return [at for at in found if sum(abs(at - other) <= _WINDOW for other in found) > _SIGNS_IN_WINDOW]


def _segment(lines: tuple[Line, ...], start: int, end: int, tools: Tools) -> tuple[int, int] | None:
    """The stretch in which going on over a line fits best as a whole, if it is long and fits much better; the end is exclusive."""
    best, best_gain = (start, start), 0.0
    begin, gain = start, 0.0
    for at in range(start, end - 2):
        if gain <= 0 or lines[at].lead is not None or _ends(lines[at]):
            begin, gain = at, 0.0
        if _ends(lines[at + 1]) or _ends(lines[at + 2]):
            gain = 0.0
            continue
        gain += _score(lines[at], lines[at + 2], tools) - _score(lines[at], lines[at + 1], tools)
        if gain > best_gain:
            best, best_gain = (begin, at + 3), gain
    length = best[1] - best[0]
    if length < _FEWEST or best_gain < max(_LEAST_GAIN, _LEAST_A_LINE * length):
        return None
    return best


def _most_blank(lines: tuple[Line, ...]) -> int:
    """How many blank lines may stand within a column: one where most lines stand apart, none where few do."""
    gaps = sorted(line.gap for line in lines)
    return min(1, gaps[len(gaps) // 2])


def _may_begin(lines: tuple[Line, ...], at: int, tools: Tools) -> bool:
    """Whether a line of prose goes on at least as well in the next line but one as in the next."""
    line = lines[at]
    over, through = _score(line, lines[at + 2], tools), _score(line, lines[at + 1], tools)
    return _PROSE.search(line.text) is not None and not (line.doubled or line.byline or line.furniture) and over >= through


def _ends(line: Line) -> bool:
    """Whether a line can be none of a column's."""
    return bool(line.lead or line.doubled or line.byline or line.furniture or line.column_head or line.gap > 1)


def _score(before: Line, after: Line, tools: Tools) -> float:
    """How well one line goes on with another; after a sentence's end only what begins none tells against it."""
    if before.closed:
        rest = tools.shapes.odd_start(after.text) or tools.shapes.short_rest(after.text)
        return _WORST if rest else (_FRESH if tools.vocabulary.begins_word(after.text) else -1.0)
    return max(_WORST, min(_BEST, fit_of(before.text, after.text, tools)))


def _right(lines: tuple[Line, ...], tools: Tools) -> tuple[bool, ...]:
    """For each line whether it is of the second column, so that all lines go on with the one before in their column as well as they can.

    The columns take turns, but the longer one ends alone.
    """
    states: dict[int, _State] = {-1: (0.0, (False,))}
    for at in range(1, len(lines)):
        found: dict[int, _State] = {}
        for other, (total, sides) in states.items():
            _keep(found, other, (total + _score(lines[at - 1], lines[at], tools), (*sides, sides[-1])))
            switched = 0.0 if other < 0 else _score(lines[other], lines[at], tools)
            _keep(found, at - 1, (total + switched + _TURNS, (*sides, not sides[-1])))
        states = {other: state for other, state in found.items() if other < 0 or at - other <= _MOST_BEHIND}
    sides = max(states.values())[1]
    tails = [(*sides[:at], *[sides[at - 1]] * (len(sides) - at)) for at in range(max(1, len(sides) - _LONGEST_TAIL), len(sides))]
    return max([sides, *tails], key=lambda one: _sum(lines, one, tools))


def _sum(lines: tuple[Line, ...], sides: tuple[bool, ...], tools: Tools) -> float:
    """How well all lines go on with the one before in their column, and whether both columns end with a sentence."""
    total, last = 0.0, dict[bool, Line]()
    for line, side in zip(lines, sides, strict=True):
        total += _score(last[side], line, tools) if side in last else 0.0
        last[side] = line
    return total + _ENDED * sum(line.closed for line in last.values())


def _keep(found: dict[int, _State], other: int, state: _State) -> None:
    if other not in found or state > found[other]:
        found[other] = state


def _goes_on_below(columns: list[tuple[Line, ...]], below: tuple[Line, ...], tools: Tools) -> bool:
    """Whether what stands below speaks first of a park of the first column and not of the second."""
    here = next((one.name for line in below for one in tools.parks.find(line.text)), "")
    named = [{one.name for one in tools.parks.find("".join(line.text for line in column))} for column in columns]
    return bool(here) and here in named[0] and here not in named[1]
