"""Lines that are a picture's caption by where they stand: too wide for their column, or within a sentence that goes on after them."""

from generator.read.around import NARROW, SET_IN, WIDE, Around
from generator.read.fits import fit_of
from generator.read.lines import Line
from generator.read.tools import Tools

_LONGEST_CAPTION = 60
_CLEARLY = 1.5


def is_of_other_box(line: Line, after: Line | None, column: int) -> bool:
    """Whether a sentence without figures stands on one line too wide for the column that goes on after it: a picture's caption."""
    wide = line.closed and bool(column) and line.width > column + WIDE and len(line.text) <= _LONGEST_CAPTION
    return (
        wide and not any(sign.isdecimal() for sign in line.text) and after is not None and not after.lead and after.width <= column + SET_IN
    )


def cuts_as_caption(here: Around, tools: Tools) -> bool:
    """Whether such a line stands within a sentence that goes on after it at least as well as in the line itself."""
    line, before, after = here.line, here.before, here.after
    if not here.open_before or before is None or after is None:
        return False
    if not is_of_other_box(line, after, here.column):
        return _shows_in_cut(here, tools)
    over = fit_of(before.line.text, after.text, tools)
    return tools.shapes.one_sentence(line.text) and over >= fit_of(before.line.text, line.text, tools)


def _shows_in_cut(here: Around, tools: Tools) -> bool:
    """Whether one short sentence stands between a line that was cut within a word (narrow in a column) and the line with its rest."""
    line, before, after = here.line, here.before, here.after
    if before is None or after is None or after.lead or not line.closed:
        return False
    narrow = (not here.column or before.line.width < here.column - NARROW) and len(line.text) <= _LONGEST_CAPTION
    if not narrow or any(sign.isdecimal() for sign in line.text) or not tools.shapes.one_sentence(line.text):
        return False
    over, through = fit_of(before.line.text, after.text, tools), fit_of(before.line.text, line.text, tools)
    return over >= 1 and over - through >= _CLEARLY
