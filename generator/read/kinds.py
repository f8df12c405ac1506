"""What each line is on its page: prose, a heading, a byline, a caption, furniture. Form alone does not say it; the neighbours do."""

import re

from generator.read.around import LONGEST_PLAIN_HEAD, NARROW, Around, has_comma
from generator.read.boxes import regard_boxes
from generator.read.caption_lines import cuts_as_caption
from generator.read.columns import column_widths
from generator.read.cuts import part_captions
from generator.read.fits import fit_of
from generator.read.heading_lines import calls_as_heading, heading_in_column, heading_loose
from generator.read.lines import Line
from generator.read.listings import without_listings
from generator.read.sorts import Sort, Sorted
from generator.read.tools import Tools

_OPEN_BRACKET = re.compile("[。！？”][（(][^（()）。，]{0,24}$")
_REST_OF_BRACKET = re.compile("[^（()）。，！？]{1,24}[）)]")
_LONGEST_HEAD = 45
_LONGEST_HALF = 8


def sort_lines(lines: tuple[Line, ...], tools: Tools) -> tuple[Sorted, ...]:
    """Every line with its sort, decided from the first line to the last: what stands before is known, what follows is looked at."""
    widths = column_widths(lines)
    out: list[Sorted] = []
    for place, line in enumerate(lines):
        following = (*lines[place + 1 : place + 3], None, None)
        around = Around(line, widths[place], out[-1] if out else None, following[0], following[1])
        rest = Sort.TEXT if _closes_bracket(around) or _wraps_opening(around) else None
        out.append(Sorted(line, rest or _sort_by_form(line) or _sort_by_place(around, tools), widths[place]))
    return part_captions(regard_boxes(tuple(without_listings(out)), tools), tools)


def _closes_bracket(here: Around) -> bool:
    """Whether a line has the rest of the bracket with names in which the line before it ends (… 1000亿元。（赵文 | 博）)."""
    before = here.before
    if before is None or before.sort is not Sort.TEXT or here.line.lead or here.line.gap > before.line.gap + 1:
        return False
    opened = _OPEN_BRACKET.search(before.line.text)
    return opened is not None and _REST_OF_BRACKET.fullmatch(here.line.text) is not None


def _wraps_opening(here: Around) -> bool:
    """Whether 本报讯（记者 …） fills the first line of a paragraph in a narrow column: it is set in, and the next line is not."""
    line, after = here.line, here.after
    if not (line.lead_alone and line.set_in and here.column) or after is None or after.set_in or after.gap:
        return False
    return here.column - NARROW <= line.width and after.width >= here.column - NARROW


def _sort_by_form(line: Line) -> Sort | None:
    """What the line's own form settles."""
    if line.lead:
        return Sort.LEAD if line.lead_alone else Sort.TEXT
    if line.note or line.spoken:
        return Sort.TEXT
    if line.column_head:
        return Sort.COLUMN
    if line.byline and line.byline.sure:
        return Sort.BYLINE
    if line.furniture:
        return Sort.FURNITURE
    return Sort.CAPTION if line.caption else None


def _sort_by_place(here: Around, tools: Tools) -> Sort:
    """What only the neighbours settle: prose, a heading, names alone on a line."""
    line = here.line
    if _is_half_of_park(here, tools):
        return Sort.HEAD
    if line.byline and _are_names(here, tools) and not tools.park_alone(line.text):
        return Sort.BYLINE
    if line.closed and tools.shapes.asks_or_calls(line.text) and calls_as_heading(here, tools):
        return Sort.HEAD
    if cuts_as_caption(here, tools):
        return Sort.CAPTION
    if line.closed or len(line.text) > _LONGEST_HEAD:
        return Sort.TEXT
    plain = not has_comma(line.text) and not tools.shapes.has_sentence_end(line.text)
    if tools.shapes.numbered(line.text) and plain and not here.open_before and len(line.text) <= LONGEST_PLAIN_HEAD:
        return Sort.HEAD
    if plain and not here.open_before and len(line.text) <= LONGEST_PLAIN_HEAD and tools.park_and_colon(line.text):
        return Sort.HEAD
    if line.doubled or (tools.park_alone(line.text) and not here.open_before):
        return Sort.HEAD
    heading = heading_in_column(here, tools) if here.column else heading_loose(here, tools)
    return Sort.HEAD if heading else Sort.TEXT


def _is_half_of_park(here: Around, tools: Tools) -> bool:
    """Whether two short lines are one park's name (江西赣州 | 高新区), as large headlines are broken, and this is one of them."""
    line, before, after = here.line, here.before, here.after
    if len(line.text) > _LONGEST_HALF or here.open_before or line.closed or tools.park_alone(line.text):
        return False
    headed = before is not None and before.sort is Sort.HEAD
    above = before.line.text if before is not None and headed and len(before.line.text) <= _LONGEST_HALF else ""
    below = after.text if after is not None and len(after.text) <= _LONGEST_HALF else ""
    return (bool(above) and not tools.park_alone(above) and tools.park_alone(above + line.text)) or (
        bool(below) and not tools.park_alone(below) and tools.park_alone(line.text + below)
    )


def _are_names(here: Around, tools: Tools) -> bool:
    """Whether what looks like names stands where names may: not in a column's run, nor as a sentence's rest (2.4 | 万平方 | 米)."""
    line, before, after = here.line, here.before, here.after
    if here.open_before and before is not None and fit_of(before.line.text, line.text, tools) >= 1:
        return False
    return not here.column or line.width < here.column - NARROW or after is None or after.lead is not None
