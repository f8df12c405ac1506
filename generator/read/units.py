"""Lines become units: the wraps of a column undone, every heading, byline, caption a unit of its own.

Only lines that follow one another are joined here. What a caption or another article has torn apart is put together later, when it is known
whose it is.
"""

import re
from collections import Counter
from dataclasses import dataclass, replace

from generator.read.fits import fit_of, start_is_fresh
from generator.read.lines import Line
from generator.read.names import Byline
from generator.read.shapes import Shapes
from generator.read.sorts import Sort, Sorted
from generator.read.tools import Tools
from generator.read.tracked import Tracked, join

_LETTER_END = re.compile(r"[A-Za-z]$")
_LETTER_START = re.compile(r"[A-Za-z]")
_SECTION_NUMBER = re.compile(r"0\d(?=\s)")
_REST_OF_CREDIT = re.compile(r"[一-龥]{0,2}\s*(?:摄|供图|摄影报道)[）)]?")
_CUT_CREDIT = re.compile(r"(?:(?:记者|通讯员)\s*[一-龥]{0,2}|[。！？]\s*[（(]?[一-龥]{1,2})$")
_SPACE = re.compile(r"\s+")
_SENTENCES = re.compile("[。！？].*[。！？；]")
_SET_IN = 3
_NARROW = 6
_OTHER_COLUMN = 8
_MISFIT = -1.0
_FITS = 1.0
_FRESH = -1.5
_LONGEST_PICTURE_STORY = 200
_LONGEST_CAPTION = 60
_MOST_BEFORE_CREDIT = 3
_BEGINS_WITH_PARK = 1.5
_MUCH_WIDER = 16
_WIDEST_COLUMN = 84
_UNWRAPPED = 100
_LEAST = 6


@dataclass(frozen=True, slots=True)
class Unit:
    """A stretch of the page that is one thing.

    `gap` counts the blank lines before it, `column` is the width of its column (0: not wrapped); `names` are those of a byline or of the
    opening 本报讯（…）; `closing` are names that stood after its last sentence and end an article.
    """

    sort: Sort
    text: Tracked
    gap: int
    column: int
    names: tuple[str, ...]
    sure: bool
    lead: bool
    note: bool
    doubled: bool
    closing: "Unit | None"

    @property
    def line(self) -> int:
        """The page line of the first character."""
        return self.text.lines[0]

    @property
    def measure(self) -> int:
        """How wide the text is set in half characters: as its column, or wider than any where its lines are no column's."""
        longest = max(Counter(self.text.lines).values())
        return self.column if 2 * longest <= min(2 * self.column, _WIDEST_COLUMN) else _UNWRAPPED


def build_units(lines: tuple[Sorted, ...], tools: Tools) -> tuple[Unit, ...]:
    """All units in the page's order, wraps undone and white space closed up."""
    groups: list[list[Sorted]] = []
    gaps = sorted(one.line.gap for one in lines)
    tight = bool(gaps) and gaps[len(gaps) // 2] == 0
    for one, after in zip(lines, (*lines[1:], None), strict=True):
        if groups and _goes_on(groups[-1][-1], one, tools) and not (tight and _parted(groups[-1][-1], one, tools)):
            sort = groups[-1][0].sort
            groups[-1].append(one if one.sort is sort else replace(one, sort=sort))
        elif groups and (box := _picture_box(groups[-1], one, after, _cut_above(groups[:-1]), tools)):
            whole = groups.pop()
            groups.extend([rest] if (rest := whole[: -len(box)]) else [])
            groups.append([replace(line, sort=Sort.CAPTION) for line in (*box, one)])
        else:
            groups.append([one])
    following = [*(group[0] for group in groups[1:]), None]
    units = tuple(_unit(group, after, tools.shapes) for group, after in zip(groups, following, strict=True))
    captioned = _join_credits(_set_captions_apart(_join_told_pictures(units, tools), tools.shapes), tools.shapes)
    return _trust_names_under_office(_join_closing_names(captioned))


def _goes_on(before: Sorted, after: Sorted, tools: Tools) -> bool:
    """Whether two lines of prose, one after the other, are one paragraph."""
    if before.sort is Sort.CAPTION and after.sort is Sort.CAPTION and after.line.gap == 0:
        return not before.line.caption
    if before.sort is Sort.CAPTION and after.sort is Sort.TEXT and not after.line.lead:
        unfinished = not before.line.closed and not tools.shapes.credited(before.line.text)
        return unfinished and 0 < before.column - _NARROW <= before.line.width
    if before.sort is not Sort.TEXT or after.sort is not Sort.TEXT or after.line.lead or after.line.note or after.line.spoken:
        return False
    return _names_speaker(before.line) or _prose_goes_on(before, after, tools)


def _names_speaker(line: Line) -> bool:
    """Whether a line says who speaks and no more (答：): what is said follows."""
    return line.spoken and line.text.endswith(("：", ":"))


def _prose_goes_on(before: Sorted, after: Sorted, tools: Tools) -> bool:
    """Whether two lines of prose, neither of which opens anything, are one paragraph: by their widths and by how their ends fit."""
    if not before.column:
        return not before.line.closed and after.line.gap == 0 and abs(before.line.width - after.line.width) <= _SET_IN
    names = tools.shapes.closing_names(before.line.text)
    if names and _set_off(before.line.text, *names, tools.shapes):
        return False
    if before.line.closed and (after.line.set_in or abs(before.column - after.column) > _OTHER_COLUMN):
        return False
    if after.line.gap > 0 and after.line.width > max(before.column, before.line.width) + _MUCH_WIDER:
        return False
    if not before.line.closed and after.line.width <= after.column - _SET_IN and fit_of(before.line.text, after.line.text, tools) < _MISFIT:
        return False
    if not before.line.closed:
        column = min(before.column, after.column or before.column)
        return before.line.width >= column - _NARROW or fit_of(before.line.text, after.line.text, tools) > 0
    short = 1 if start_is_fresh(before.line.text, after.line.text, tools) <= _FRESH else _SET_IN
    other = before.line.width > before.column + _MUCH_WIDER and abs(before.line.width - after.line.width) > _NARROW
    full = before.line.width >= before.column - short and not other
    set_in = after.line.width <= after.column - _SET_IN and not after.line.closed
    return full and not set_in


def _parted(before: Sorted, after: Sorted, tools: Tools) -> bool:
    """Whether a blank line on a page without them parts two boxes whose ends do not fit, each a share of some article."""
    blank = before.sort is Sort.TEXT and after.line.gap > before.line.gap
    return blank and (before.line.closed or fit_of(before.line.text, after.line.text, tools) < _FITS)


def _cut_above(groups: list[list[Sorted]]) -> Sorted | None:
    """The line within a sentence at which the prose above a column's name stops, if the name is all that stands between."""
    if len(groups) < 2 or groups[-1][0].sort not in (Sort.COLUMN, Sort.HEAD):
        return None
    line = groups[-2][-1]
    return line if line.sort is Sort.TEXT and not line.line.closed else None


def _picture_box(group: list[Sorted], one: Sorted, after: Sorted | None, above: Sorted | None, tools: Tools) -> list[Sorted]:
    """The lines before one that ends with whose a picture is (…产品销往海外。 某人 摄) that are its caption too; none if it is whole.

    A caption may cut a sentence (… 总规模5亿元的 | 车间内，工人正在调试。 谭波 摄 | “轨道贷” …): it begins where what stands before it goes
    on best with what stands after it. Where nothing goes on after it the whole paragraph is the caption.
    """
    last = group[-1]
    if last.sort is Sort.TEXT and _is_rest_of_credit(last, one) and sum(len(line.line.text) for line in group) <= _LONGEST_PICTURE_STORY:
        return group
    if last.sort is not Sort.TEXT or one.sort is not Sort.CAPTION or last.line.closed or not tools.shapes.credited(one.line.text):
        return []
    if not last.column and last.line.text.endswith(("，", ",")) and tools.shapes.credit(one.line.text):
        return []
    begin = len(group) - 1
    while begin and group[begin].line.gap <= one.line.gap and abs(group[begin].line.width - group[begin - 1].line.width) <= _NARROW:
        begin -= 1
    lines, off = [*group, one], group[begin:]
    goes_on = after is not None and after.sort is Sort.TEXT and not after.line.lead
    if goes_on and after is not None:
        cuts = [at for at in range(max(1, len(group) - _MOST_BEFORE_CREDIT), len(lines)) if not lines[at - 1].line.closed]
        gains = {at: _gain(lines[at - 1], lines[at], after, tools) for at in cuts}
        best = max(cuts, default=0, key=lambda at: (gains[at], at))
        begin = best if best and gains[best] > 0 else 0
        if begin and above is not None and _gain(above, group[0], after, tools) > gains[begin]:
            return group if sum(len(line.line.text) for line in lines) <= _LONGEST_PICTURE_STORY else []
        if not begin and _is_whole_caption(off, one, tools):
            return []
    box = group[begin:]
    return [] if any(line.line.lead for line in box) or sum(len(line.line.text) for line in box) > _LONGEST_PICTURE_STORY else box


def _is_rest_of_credit(before: Sorted, one: Sorted) -> bool:
    """Whether a line has the rest of a photographer's name and no more (…本报记者秦 | 川雨摄)."""
    return bool(_REST_OF_CREDIT.fullmatch(one.line.text) and _CUT_CREDIT.search(before.line.text))


def _is_whole_caption(group: list[Sorted], one: Sorted, tools: Tools) -> bool:
    """Whether a line with a sentence and a credit is all of a caption: off what it cuts, where lines are no column's, under sentences."""
    before = group[-1]
    loose = not before.column and one.line.gap > 0
    apart = one.line.gap > before.line.gap or loose or before.line.width < before.column - _NARROW
    told = _SENTENCES.search("".join(line.line.text for line in group))
    return (apart or told is not None) and tools.shapes.has_sentence_end(one.line.text)


def _gain(before: Sorted, first: Sorted, after: Sorted, tools: Tools) -> float:
    """How much better a line goes on with what stands after the caption than with what would be the caption's first line."""
    begins = _BEGINS_WITH_PARK * tools.opens_with_park(first.line.text)
    return begins + fit_of(before.line.text, after.line.text, tools) - fit_of(before.line.text, first.line.text, tools)


def _join_closing_names(units: tuple[Unit, ...]) -> tuple[Unit, ...]:
    """The second name of two that close an article, where it stands on a line of its own."""
    out: list[Unit] = []
    for unit in units:
        closing = out[-1].closing if out else None
        if closing is not None and unit.sort is Sort.BYLINE and not unit.sure and not unit.gap:
            both = join([closing.text, Tracked.of(" ", unit.line), unit.text])
            out[-1] = replace(out[-1], closing=replace(closing, text=both, names=(*closing.names, *unit.names)))
        else:
            out.append(unit)
    return tuple(out)


def _trust_names_under_office(units: tuple[Unit, ...]) -> tuple[Unit, ...]:
    """Names on a line under an office that stands alone (本报记者 | 王晓 李敏) are as sure as names beside it."""
    out: list[Unit] = []
    for unit in units:
        under = bool(out) and out[-1].sort is Sort.BYLINE and not out[-1].names and unit.sort is Sort.BYLINE
        out.append(replace(unit, sure=True) if under else unit)
    return tuple(out)


def _join_told_pictures(units: tuple[Unit, ...], tools: Tools) -> tuple[Unit, ...]:
    """A picture's story is one where a cut within its sentence left only the end with the credit (… 跨境电商 | 保税仓，… 王晓摄)."""
    out: list[Unit] = []
    for place, unit in enumerate(units):
        at = _over_furniture(out, unit, tools.shapes)
        if at is not None:
            out[at] = replace(out[at], sort=Sort.CAPTION, text=join([out[at].text, unit.text]))
            continue
        before = out[-1] if out else None
        if before is None or unit.sort is not Sort.CAPTION or not _begins_picture_story(out, unit, tools.shapes):
            out.append(unit)
            continue
        after = units[place + 1] if place + 1 < len(units) and units[place + 1].sort is Sort.TEXT else None
        through = fit_of(before.text.text, unit.text.text, tools)
        over = fit_of(before.text.text, after.text.text, tools) if after is not None and not after.lead else 0.0
        if through >= _FITS and through > over:
            out[-1] = replace(before, sort=Sort.CAPTION, text=join([before.text, unit.text]))
        else:
            out.append(unit)
    return tuple(out)


def _over_furniture(before: list[Unit], unit: Unit, shapes: Shapes) -> int | None:
    """Where a sentence stopped over the page's own lines (本版责编 …) that goes on under them in words with a picture's credit."""
    if unit.sort is not Sort.CAPTION or not shapes.credited(unit.text.text) or not shapes.has_sentence_end(unit.text.text):
        return None
    at = len(before) - 1
    while at >= 0 and before[at].sort is Sort.FURNITURE:
        at -= 1
    if not 0 <= at < len(before) - 1 or shapes.caption(unit.text.text[:_LEAST]) or shapes.opens_prose(unit.text.text):
        return None
    text = before[at]
    open_end = text.sort is Sort.TEXT and not (text.lead or text.note or text.closing or shapes.closed(text.text.text))
    return at if open_end and len(text.text.text) + len(unit.text.text) <= _LONGEST_PICTURE_STORY else None


def _begins_picture_story(before: list[Unit], unit: Unit, shapes: Shapes) -> bool:
    """Whether a text right under a heading stops within a sentence over a credit that whole sentences stand before."""
    text = before[-1]
    headed = len(before) > 1 and before[-2].sort in (Sort.HEAD, Sort.COLUMN)
    plain = text.sort is Sort.TEXT and not (text.lead or text.note or text.closing or shapes.closed(text.text.text))
    told = shapes.credited(unit.text.text) and shapes.has_sentence_end(unit.text.text)
    return headed and plain and told and len(text.text.text) + len(unit.text.text) <= _LONGEST_PICTURE_STORY


def _set_captions_apart(units: tuple[Unit, ...], shapes: Shapes) -> tuple[Unit, ...]:
    """A single sentence that shows a scene (在 … 车间，工人正在 …) and stands between headings and captions is a caption.

    Under the names below a headline it opens the report.
    """
    out: list[Unit] = []
    for place, unit in enumerate(units):
        before = out[-1].sort if out else None
        after = units[place + 1].sort if place + 1 < len(units) else None
        alone = before not in (Sort.TEXT, Sort.BYLINE, None) and after is not Sort.TEXT
        scene = unit.sort is Sort.TEXT and not unit.lead and shapes.scene(unit.text.text)
        out.append(replace(unit, sort=Sort.CAPTION) if alone and scene else unit)
    return tuple(out)


def _join_credits(units: tuple[Unit, ...], shapes: Shapes) -> tuple[Unit, ...]:
    """A short sentence within another sentence and over a picture's credit (… 正在调试。 | 园区管委会供图) is its caption."""
    out: list[Unit] = []
    for unit, after in zip(units, (*units[1:], None), strict=True):
        goes_on = after is not None and after.sort is Sort.TEXT and not after.lead
        under = goes_on and unit.sort is Sort.CAPTION and shapes.credit(unit.text.text) and len(out) > 1
        if under and _is_caption_of_credit(out[-2], out[-1], shapes):
            out[-1] = replace(out[-1], sort=Sort.CAPTION, text=join([out[-1].text, unit.text]))
        else:
            out.append(unit)
    return tuple(out)


def _is_caption_of_credit(before: Unit, unit: Unit, shapes: Shapes) -> bool:
    if unit.sort is Sort.CAPTION:
        return shapes.closed(unit.text.text) and shapes.one_sentence(unit.text.text)
    cut = before.sort is Sort.TEXT and not shapes.closed(before.text.text) and unit.gap > 0
    plain = unit.sort is Sort.TEXT and not (unit.lead or unit.note or unit.closing) and shapes.closed(unit.text.text)
    figures = any(sign.isdecimal() for sign in unit.text.text)
    return cut and plain and not figures and len(unit.text.text) <= _LONGEST_CAPTION and shapes.one_sentence(unit.text.text)


def _closing_names(text: str, group: list[Sorted], after: Sorted | None, shapes: Shapes) -> tuple[int, Byline] | None:
    """Names after the last sentence: set off from it, or where nothing goes on after them; elsewhere they are the next one's first word."""
    found = shapes.closing_names(text)
    if found is None:
        return None
    return found if _set_off(text, *found, shapes) or _nothing_follows(found[1], group[-1], after, shapes) else None


def _set_off(text: str, start: int, byline: Byline, shapes: Shapes) -> bool:
    """Whether white space, a bracket or an office sets names off from the last sentence."""
    return byline.sure or text[start - 1].isspace() or text[start] in "（(" or shapes.spaced_name(text[start:])


def _nothing_follows(byline: Byline, last: Sorted, after: Sorted | None, shapes: Shapes) -> bool:
    if last.column and last.line.width >= last.column - _NARROW:
        return False
    ended = after is None or after.sort not in (Sort.TEXT, Sort.CAPTION) or after.line.lead is not None
    return ended and all(shapes.names.no_word(name) for name in byline.names)


def _unit(group: list[Sorted], after: Sorted | None, shapes: Shapes) -> Unit:
    first = group[0]
    line = first.line
    text = _joined(group)
    names: tuple[str, ...] = line.byline.names if line.byline and first.sort is Sort.BYLINE else ()
    lead = shapes.lead(text.text) if line.lead else None
    unit = Unit(
        sort=first.sort,
        text=text,
        gap=line.gap,
        column=first.column,
        names=lead.names if lead else names,
        sure=bool(line.byline and line.byline.sure),
        lead=lead is not None,
        note=line.note,
        doubled=line.doubled,
        closing=None,
    )
    found = _closing_names(text.text, group, after, shapes) if unit.sort is Sort.TEXT else None
    if found:
        unit = _part_closing_names(unit, *found)
    keep = lead.end if lead else _number_of_section(text.text) if unit.sort is Sort.HEAD else 0
    as_printed = unit.sort in (Sort.BYLINE, Sort.FURNITURE)
    closed = close_spaces(unit.text, len(unit.text.text) if as_printed else keep)
    return unit if closed is unit.text else replace(unit, text=closed)


def _number_of_section(text: str) -> int:
    """How long the number is that white space parts from a sub-heading (03 企业1200家), which would else count what it stands before."""
    match = _SECTION_NUMBER.match(text)
    return match.end() if match else 0


def _joined(group: list[Sorted]) -> Tracked:
    """The lines' text in a row; between two Latin words the line's end was a space."""
    pieces: list[Tracked] = []
    for one in group:
        text = one.line.text
        if pieces and _LETTER_END.search(pieces[-1].text) and _LETTER_START.match(text):
            pieces.append(Tracked.of(" ", one.line.number))
        pieces.append(Tracked.of(text, one.line.number))
    return join(pieces)


def _part_closing_names(unit: Unit, start: int, byline: Byline) -> Unit:
    """Names after the last sentence (… 化落地。 王璧瑢), parted from it."""
    return replace(unit, text=unit.text.cut(0, start).strip(), closing=_byline_unit(unit, unit.text.cut(start).strip(), byline))


def _byline_unit(unit: Unit, text: Tracked, byline: Byline) -> Unit:
    return Unit(Sort.BYLINE, text, 0, unit.column, byline.names, byline.sure, lead=False, note=False, doubled=False, closing=None)


def close_spaces(text: Tracked, keep: int = 0) -> Tracked:
    """Without the white space beside Chinese characters; between Latin words one space stays, and so it does before offset `keep`.

    >>> close_spaces(Tracked.of("今年 1 至 7 月，小鹏 MONA M03 与 T/CECA- G0171", 1)).text
    '今年1至7月，小鹏MONA M03与T/CECA-G0171'
    >>> close_spaces(Tracked.of("本报讯 （王鑫 孟煜然）今年 1 月", 1), 13).text
    '本报讯 （王鑫 孟煜然）今年1月'
    """
    gone: list[int] = []
    for match in _SPACE.finditer(text.text):
        kept = match.end() <= keep + 1 or _between_words(text.text[: match.start()][-1:], text.text[match.end() : match.end() + 1])
        gone.extend(range(match.start() + kept, match.end()))
    return text.without(gone) if gone else text


def _between_words(before: str, after: str) -> bool:
    return before.isascii() and after.isascii() and before not in "-/(" and after not in "-/)%,.;:"
