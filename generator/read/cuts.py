"""Captions within a sentence on a page without blank lines: … 每天 | 车间里，工人正在 | 检查托盘。 | 记者 王晓 摄 | 可生产1400件。

What was cut leaves a line that is not full, and what goes on with it is not set in as a paragraph is: both sides belong together.
"""

import re
from dataclasses import replace

from generator.read.fits import fit_of
from generator.read.sorts import Sort, Sorted
from generator.read.tools import Tools

_DAY = re.compile(r"\d{1,2}\s*月\s*\d{1,2}\s*日")
_MOST_LINES = 4
_LONGEST = 80
_NARROW = 6
# A sentence that shows a scene (车间里，工人正在 …) is a caption wherever it stands.
_SCENE = 2.0


def part_captions(lines: tuple[Sorted, ...], tools: Tools) -> tuple[Sorted, ...]:
    """The lines, those between a sentence that was cut and the credit of a picture being its caption where the sentence goes on below."""
    out = list(lines)
    for at in range(2, len(lines) - 1):
        if lines[at].sort is Sort.CAPTION and tools.shapes.credit(lines[at].line.text):
            for place in _caption_over(at, lines, tools):
                out[place] = replace(lines[place], sort=Sort.CAPTION)
    return tuple(out)


def _caption_over(credit: int, lines: tuple[Sorted, ...], tools: Tools) -> range:
    """The lines of the caption that a credit stands under, if they cut a sentence; else none."""
    after = lines[credit + 1]
    if after.sort is not Sort.TEXT or after.line.lead or after.line.set_in or tools.shapes.opens_prose(after.line.text):
        return range(0)
    best: tuple[float, range] = (0.0, range(0))
    for first in range(credit - 1, max(0, credit - 1 - _MOST_LINES), -1):
        if lines[first].sort not in (Sort.TEXT, Sort.HEAD) or lines[first].line.lead or lines[first].line.byline:
            break
        text = "".join(one.line.text for one in lines[first:credit])
        scene = tools.shapes.scene(text)
        cut = _was_cut(lines[first - 1]) or (scene and _is_open(lines[first - 1]) and _was_cut(replace(lines[first], sort=Sort.TEXT)))
        if cut and _is_caption(text, tools):
            gain = _SCENE * scene + _gain(lines[first - 1], lines[first], after, tools)
            best = max(best, (gain, range(first, credit)), key=lambda one: (one[0], len(one[1])))
    return best[1]


def _was_cut(before: Sorted) -> bool:
    """Whether a line stops within a sentence short of its column's edge."""
    return _is_open(before) and 0 < before.line.width < before.column - _NARROW


def _is_open(before: Sorted) -> bool:
    return before.sort is Sort.TEXT and not before.line.closed


def _is_caption(text: str, tools: Tools) -> bool:
    figures = any(sign.isdecimal() for sign in _DAY.sub("", text))
    return tools.shapes.closed(text) and tools.shapes.one_sentence(text) and not figures and len(text) <= _LONGEST


def _gain(before: Sorted, first: Sorted, after: Sorted, tools: Tools) -> float:
    """How much better a line goes on below the caption than in the caption's own first line."""
    return fit_of(before.line.text, after.line.text, tools) - fit_of(before.line.text, first.line.text, tools)
