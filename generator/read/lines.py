"""The page as lines: repaired, measured, and looked at one by one. What a line is beside its neighbours is the next step's business."""

import re
from dataclasses import dataclass

from generator.model.article import Repair
from generator.read.glyphs import repair_line
from generator.read.names import Byline
from generator.read.shapes import Lead, Shapes, width_of

_CHINESE_GAP = re.compile(r"(?<=[^\x00-\x7f])\s+|\s+(?=[^\x00-\x7f])")
_LONGEST_HEAD = 45
_SET_IN = 3
_SHORTEST_REPEATED = 5


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank.

    `gap` counts the blank lines before it, `width` half characters without the white space beside Chinese ones; `doubled` if its glyphs
    were printed twice; `set_in` if white space stands before its text, `closed` if a sentence or the names after one end with it,
    `spoken` if it opens with who speaks (答：…).
    """

    number: int
    text: str
    gap: int
    width: int
    doubled: bool
    set_in: bool
    closed: bool
    lead: Lead | None
    byline: Byline | None
    column_head: bool
    caption: bool
    furniture: bool
    note: bool
    spoken: bool

    @property
    def lead_alone(self) -> bool:
        """Whether 本报讯（…） is all that stands on the line."""
        return self.lead is not None and not self.text[self.lead.end :].strip()


@dataclass(frozen=True, slots=True)
class Lines:
    """A page's lines that are not blank, and what was repaired in them."""

    lines: tuple[Line, ...]
    repairs: tuple[Repair, ...]


def read_lines(text: str, shapes: Shapes) -> Lines:
    """Every line of the page that is not blank; a form feed ends no line and counts as white space."""
    lines: list[Line] = []
    repairs: list[Repair] = []
    gap = 0
    for number, raw in enumerate(text.split("\n"), 1):
        if not raw.strip():
            gap += 1
            continue
        repaired, records = repair_line(number, raw.strip())
        repairs.extend(records)
        if lines and _repeats(lines[-1], repaired):
            repairs.append(Repair(number, "drop_repeated_line", repaired, ""))
            gap = 0
            continue
        doubled = any(record.rule == "undouble" for record in records)
        for piece in shapes.turned(repaired.strip()):
            lines.append(look_at(number, piece, gap, shapes, doubled=doubled, set_in=_is_set_in(raw)))
            gap = 0
    return Lines(tuple(lines), tuple(repairs))


def _repeats(before: Line, text: str) -> bool:
    """Whether a heading is printed a second time on a line of its own; sentences and short words may well come twice."""
    return text.strip() == before.text and len(before.text) >= _SHORTEST_REPEATED and not before.closed and "，" not in text


def _is_set_in(raw: str) -> bool:
    """Whether white space two characters wide stands before the text; a single space is where a box of text began."""
    return width_of(raw[: len(raw) - len(raw.lstrip())]) >= _SET_IN


def look_at(number: int, text: str, gap: int, shapes: Shapes, *, doubled: bool, set_in: bool) -> Line:
    """One line with all that its own form says."""
    bare = text.strip()
    short = len(bare) <= _LONGEST_HEAD
    lead = shapes.lead(bare)
    return Line(
        number=number,
        text=bare,
        gap=gap,
        width=width_of(_CHINESE_GAP.sub("", bare)),
        doubled=doubled,
        set_in=set_in,
        closed=shapes.closed(bare) or _ends_signed(bare, shapes),
        lead=lead,
        byline=None if lead else shapes.names.byline(bare),
        column_head=short and shapes.column_head(bare),
        caption=(len(bare) <= 120 and shapes.caption(bare)) or (short and shapes.credit(bare)),
        furniture=shapes.furniture(bare),
        note=shapes.editor_note(bare),
        spoken=shapes.speaker(bare),
    )


def _ends_signed(text: str, shapes: Shapes) -> bool:
    """Whether names set off by white space or brackets follow the last sentence."""
    found = shapes.closing_names(text)
    if found is None:
        return False
    return found[1].sure or text[found[0] - 1].isspace() or text[found[0]] in "（(" or shapes.spaced_name(text[found[0] :])
