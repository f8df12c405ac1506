"""On a page without blank lines between lines a blank line parts boxes: a headline's, a caption's, a column's share of an article."""

from dataclasses import replace

from generator.read.around import has_comma
from generator.read.fits import fit_of
from generator.read.heading_lines import balanced, breaks_sentence
from generator.read.sorts import Sort, Sorted
from generator.read.tools import Tools

_MOST_LINES = 5
_LONGEST_HEAD = 70
_LONGEST_CAPTION = 60
_CLEARLY = 1.5
_SET_IN = 3
_NO_START = 3
_FEWEST_SPACED = 4
_MOST_HEAD_LINES = 3


def regard_boxes(lines: tuple[Sorted, ...], tools: Tools) -> tuple[Sorted, ...]:
    """The lines, small boxes sorted as wholes: one without any sentence is a heading, one that ends with a picture's credit a caption."""
    gaps = sorted(one.line.gap for one in lines)
    if not gaps or gaps[len(gaps) // 2] > 0:
        return lines
    out: list[Sorted] = []
    boxes = _boxes(lines)
    spaced = _spaced(boxes)
    for at, box in enumerate(boxes):
        if at in spaced:
            out.extend(box)
            continue
        box = _headed(box, tools)
        ended = not out or out[-1].sort is not Sort.TEXT or out[-1].line.closed
        sort = Sort.HEAD if ended and _is_head_line(box, tools) else _sort_of(box, tools)
        if sort is None and not ended and at + 1 < len(boxes) and _cuts_sentence(out[-1], box, boxes[at + 1][0], tools):
            sort = Sort.CAPTION
        elif sort is None and not ended and at + 1 < len(boxes) and _cuts_as_head(out[-1], box, boxes[at + 1][0], tools):
            sort = Sort.HEAD
        out.extend(box if sort is None else (one if one.sort is sort else replace(one, sort=sort) for one in box))
    return tuple(out)


def _headed(box: list[Sorted], tools: Tools) -> list[Sorted]:
    """The box, its first lines a headline where they hold no sentence and stand right over names with an office or over an opening.

    A headline broken in two is as wide as its column: the rest of a paragraph would end with a sentence there.
    """
    over = next((at for at, one in enumerate(box) if one.sort in (Sort.LEAD, Sort.BYLINE) or one.line.lead), 0)
    lines = box[:over]
    byline = box[over].line.byline
    opens = over and (box[over].line.lead is not None or (byline is not None and byline.sure))
    plain = all(one.sort in (Sort.TEXT, Sort.HEAD) and not one.line.set_in for one in lines)
    text = "".join(one.line.text for one in lines)
    bare = len(text) <= _LONGEST_HEAD and not (tools.shapes.has_sentence_end(text) or has_comma(text))
    if not (opens and plain and bare and over <= _MOST_HEAD_LINES and not tools.shapes.odd_start(text)):
        return box
    return [*(replace(one, sort=Sort.HEAD) for one in lines), *box[over:]]


def _boxes(lines: tuple[Sorted, ...]) -> list[list[Sorted]]:
    boxes: list[list[Sorted]] = []
    for one in lines:
        if one.line.gap or not boxes:
            boxes.append([])
        boxes[-1].append(one)
    return boxes


def _spaced(boxes: list[list[Sorted]]) -> frozenset[int]:
    """The boxes that are lines of a column printed with blank lines between: rows of single lines, most of them prose and about as wide.

    Here and there such a column leaves a blank line out.
    """
    out: list[int] = []
    row: list[int] = []
    for at in range(len(boxes) + 1):
        if at < len(boxes) and _may_be_spaced(boxes[at]):
            row.append(at)
            continue
        lines = [line.line for one in row for line in boxes[one]]
        widths = sorted(line.width for line in lines)
        full = [line for line in lines if abs(line.width - widths[len(widths) * 2 // 3]) <= _SET_IN and not line.doubled]
        prose = [line for line in lines if line.closed or has_comma(line.text) or "、" in line.text]
        if len(row) >= _FEWEST_SPACED and len(full) * 2 >= len(row) and len(prose) * 2 >= len(row):
            out.extend(row)
        row = []
    return frozenset(out)


def _may_be_spaced(box: list[Sorted]) -> bool:
    """Whether a box is one line, or two of prose that go on with one another."""
    if len(box) == 1:
        return box[0].sort in (Sort.TEXT, Sort.HEAD)
    return len(box) == 2 and all(one.sort is Sort.TEXT for one in box) and has_comma(box[0].line.text + box[1].line.text)


def _is_head_line(box: list[Sorted], tools: Tools) -> bool:
    """Whether a box is one line that stops without a stop: a paragraph would fill more lines or end, and what a cut leaves is full.

    A paragraph's first line, which is set in, may be all of it that stands before a cut.
    """
    one, shapes = box[0], tools.shapes
    if len(box) > 1 or one.sort is not Sort.TEXT or one.line.closed or one.line.lead or one.line.note:
        return False
    text = one.line.text
    if text.count("“") > text.count("”") or (has_comma(text) and not balanced(text) and _is_prose(text, tools)):
        return False
    wide = one.line.width >= one.column - _SET_IN
    narrow = one.line.width < one.column - _SET_IN - 1 and not one.line.set_in
    return (
        one.column > 0
        and (wide or narrow)
        and len(text) <= _LONGEST_HEAD
        and not (
            shapes.has_sentence_end(text) or shapes.opens_prose(text) or shapes.never_ends(text) or shapes.odd_start(text) == _NO_START
        )
    )


def _is_prose(text: str, tools: Tools) -> bool:
    """Whether a line has figures or stops within a word."""
    return any(sign.isdecimal() for sign in text) or not tools.vocabulary.ends_word(text)


def _cuts_sentence(before: Sorted, box: list[Sorted], after: Sorted, tools: Tools) -> bool:
    """Whether a box of one sentence without figures stands within a sentence that goes on after it far better: a picture's caption."""
    text = "".join(one.line.text for one in box)
    plain = all(one.sort in (Sort.TEXT, Sort.HEAD) and not one.line.lead for one in box) and after.sort is Sort.TEXT and not after.line.lead
    if not plain or len(text) > _LONGEST_CAPTION or any(sign.isdecimal() for sign in text):
        return False
    if not (box[-1].line.closed and tools.shapes.one_sentence(text)):
        return False
    over = fit_of(before.line.text, after.line.text, tools)
    return over >= 1 and over - fit_of(before.line.text, text, tools) >= _CLEARLY


def _cuts_as_head(before: Sorted, box: list[Sorted], after: Sorted, tools: Tools) -> bool:
    """Whether a small box without any sentence stands within a sentence that goes on after it: a headline, set off on both sides."""
    text = "".join(one.line.text for one in box)
    plain = all(one.sort in (Sort.TEXT, Sort.HEAD) and not one.line.lead for one in box) and after.sort is Sort.TEXT
    if not plain or len(box) > _MOST_HEAD_LINES or len(text) > _LONGEST_HEAD or tools.shapes.has_sentence_end(text):
        return False
    if tools.shapes.odd_start(text) or tools.shapes.never_ends(text) or not tools.vocabulary.ends_word(text):
        return False
    return breaks_sentence(before.line.text, text, after.line, tools, broken=False)


def _sort_of(box: list[Sorted], tools: Tools) -> Sort | None:
    """What a small box is as a whole, or None."""
    plain = all(one.sort in (Sort.TEXT, Sort.HEAD) for one in box)
    text = "".join(one.line.text for one in box)
    if not 1 < len(box) <= _MOST_LINES or any(one.line.lead for one in box):
        return None
    bare = not (tools.shapes.has_sentence_end(text) or has_comma(text)) and tools.vocabulary.ends_word(text)
    if plain and len(text) <= _LONGEST_HEAD and bare:
        return Sort.HEAD
    if len(box) > 2 and has_comma(box[-2].line.text) and not box[-2].line.closed and tools.shapes.credit(box[-1].line.text):
        # A credit under what stops within a sentence (… 今年前9个月， | （资料图片）) stands apart from its caption.
        return None
    return Sort.CAPTION if box[-1].sort is Sort.CAPTION and all(one.sort in (Sort.TEXT, Sort.HEAD) for one in box[:-1]) else None
