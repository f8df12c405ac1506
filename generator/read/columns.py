"""How wide the column is in which a line was set: the page says so itself, for most lines of a column are full."""

from generator.read.lines import Line

_AROUND = 8
_SLACK = 3
_FEWEST = 4
_WIDEST = 84
_FEWEST_PROSE = 2
_PROSE_SIGNS = frozenset("，。、；,")


def column_widths(lines: tuple[Line, ...]) -> tuple[int, ...]:
    """For each line the width of its column in half characters; 0 where lines are not wrapped (a line is a paragraph or a part of one)."""
    prose = tuple(bool(_PROSE_SIGNS.intersection(line.text)) for line in lines)
    return tuple(_width_at(place, lines, prose) for place in range(len(lines)))


def _width_at(place: int, lines: tuple[Line, ...], prose: tuple[bool, ...]) -> int:
    """The width that most lines around have, if enough of them have it and are prose."""
    around = range(max(0, place - _AROUND), min(len(lines), place + _AROUND + 1))
    wide = [other for other in around if lines[other].width <= _WIDEST and not (lines[other].doubled or lines[other].byline)]
    best, best_count = 0, 0
    for other in wide:
        near = [one for one in wide if abs(lines[one].width - lines[other].width) <= _SLACK]
        count = len(near) if _is_wrapped(near, lines, prose) else 0
        # Of two widths equally frequent the nearer column counts: the line's own.
        closer = abs(lines[other].width - lines[place].width) < abs(best - lines[place].width)
        if count > best_count or (count == best_count and count and closer):
            best, best_count = lines[other].width, count
    return _full_width(best, wide, lines) if best_count >= _FEWEST else 0


def _is_wrapped(near: list[int], lines: tuple[Line, ...], prose: tuple[bool, ...]) -> bool:
    """Whether lines of one width are prose cut by the column's edge: some have commas, and most end within a sentence."""
    return sum(prose[one] for one in near) >= _FEWEST_PROSE and sum(not lines[one].closed for one in near) * 2 > len(near)


def _full_width(width: int, wide: list[int], lines: tuple[Line, ...]) -> int:
    """The middle width of the lines that count as full."""
    near = sorted(lines[one].width for one in wide if abs(lines[one].width - width) <= _SLACK)
    return near[len(near) // 2]
