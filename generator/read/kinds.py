"""What each line is on its page: prose, a heading, a byline, a caption, furniture. Form alone does not say it; the neighbours do."""

import re
from dataclasses import dataclass, replace

from generator.read.boxes import regard_boxes
from generator.read.columns import column_widths
from generator.read.cuts import part_captions
from generator.read.fits import fit_of
from generator.read.lines import Line
from generator.read.sorts import Sort, Sorted
from generator.read.tools import Tools
from generator.registry.common_words import closing_words


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
        narrow = after.width < self.column - _VERY_NARROW and not after.set_in
        return signed or bool(self.column and (after.width > self.column + _WIDE or narrow))


_AMOUNT = r"\d[\d.,]*[余多]?[万亿]?[一-龥%％]{1,3}"
_ROW = re.compile(rf"{_AMOUNT}\s+[一-龥A-Za-z]{{2,14}}|[一-龥A-Za-z]{{2,14}}\s+[一-龥]{{0,2}}{_AMOUNT}")
_QUOTES = re.compile("[“”‘’]")
_DIGIT = re.compile(r"\d")
_HALF = re.compile("[一-龥]{4,10}")
_OPEN_BRACKET = re.compile("[。！？”][（(][^（()）。，]{0,24}$")
_REST_OF_BRACKET = re.compile("[^（()）。，！？]{1,24}[）)]")
_SHORTEST_HEAD = 4
_LONGEST_HEAD = 45
_LONGEST_LOOSE_HEAD = 40
_LONGEST_PLAIN_HEAD = 30
_MANY_PARTS = 3
_SET_IN = 3
_NARROW = 6
_VERY_NARROW = 10
_WIDE = 8
_LONGEST_BALANCED = 26
_LONGEST_DECK = 24
_LONGEST_CAPTION = 60
_NO_SENTENCE = 3.0
_CLEARLY = 1.5
_LONE = 2.0
_PARTED = -1.0
_OTHER_SET = 16
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
    return part_captions(regard_boxes(_without_tables(out), tools), tools)


def _without_tables(lines: list[Sorted]) -> tuple[Sorted, ...]:
    """The lines, rows of figures in a box (61.5万吨 货邮吞吐量) being furniture; one alone may be a headline."""
    rows = [one.sort in (Sort.HEAD, Sort.TEXT) and _ROW.fullmatch(one.line.text) is not None for one in lines]
    beside = [row and ((at > 0 and rows[at - 1]) or (at + 1 < len(rows) and rows[at + 1])) for at, row in enumerate(rows)]
    return tuple(replace(one, sort=Sort.FURNITURE) if row else one for one, row in zip(lines, beside, strict=True))


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
    return here.column - _NARROW <= line.width and after.width >= here.column - _NARROW


def _sort_by_form(line: Line) -> Sort | None:
    """What the line's own form settles."""
    if line.lead:
        return Sort.LEAD if line.lead_alone else Sort.TEXT
    if line.note:
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
    if line.closed and tools.shapes.asks_or_calls(line.text) and _calls_as_heading(here, tools):
        return Sort.HEAD
    if _cuts_as_caption(here, tools):
        return Sort.CAPTION
    if line.closed or len(line.text) > _LONGEST_HEAD:
        return Sort.TEXT
    plain = not _comma(line.text) and not tools.shapes.has_sentence_end(line.text)
    if tools.shapes.numbered(line.text) and plain and not here.open_before and len(line.text) <= _LONGEST_PLAIN_HEAD:
        return Sort.HEAD
    if plain and not here.open_before and len(line.text) <= _LONGEST_PLAIN_HEAD and tools.park_and_colon(line.text):
        return Sort.HEAD
    if line.doubled or (tools.park_alone(line.text) and not here.open_before):
        return Sort.HEAD
    heading = _heading_in_column(here, tools) if here.column else _heading_loose(here, tools)
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
    return not here.column or line.width < here.column - _NARROW or after is None or after.lead is not None


def _is_of_other_box(line: Line, after: Line | None, column: int) -> bool:
    """Whether a sentence without figures stands on one line too wide for the column that goes on after it: a picture's caption."""
    wide = line.closed and bool(column) and line.width > column + _WIDE and len(line.text) <= _LONGEST_CAPTION
    return (
        wide
        and not any(sign.isdecimal() for sign in line.text)
        and after is not None
        and not after.lead
        and after.width <= column + _SET_IN
    )


def _cuts_as_caption(here: Around, tools: Tools) -> bool:
    """Whether such a line stands within a sentence that goes on after it at least as well as in the line itself."""
    line, before, after = here.line, here.before, here.after
    if not here.open_before or before is None or after is None:
        return False
    if not _is_of_other_box(line, after, here.column):
        return _shows_in_cut(here, tools)
    over = fit_of(before.line.text, after.text, tools)
    return tools.shapes.one_sentence(line.text) and over >= fit_of(before.line.text, line.text, tools)


def _shows_in_cut(here: Around, tools: Tools) -> bool:
    """Whether one short sentence stands between a line that was cut within a word (narrow in a column) and the line with its rest."""
    line, before, after = here.line, here.before, here.after
    if before is None or after is None or after.lead or not line.closed:
        return False
    narrow = (not here.column or before.line.width < here.column - _NARROW) and len(line.text) <= _LONGEST_CAPTION
    if not narrow or any(sign.isdecimal() for sign in line.text) or not tools.shapes.one_sentence(line.text):
        return False
    over, through = fit_of(before.line.text, after.text, tools), fit_of(before.line.text, line.text, tools)
    return over >= 1 and over - through >= _CLEARLY


def _calls_as_heading(here: Around, tools: Tools) -> bool:
    """Whether one question or call is a heading: over a byline or an opening, under a heading, or with a park and no verb of saying."""
    after, line = here.after, here.line
    if here.open_before or line.text.startswith("“") or "，" in line.text[:-6]:
        return False
    signed = after is not None and (after.lead is not None or (after.byline is not None and after.byline.sure))
    if signed or (here.before is not None and here.before.sort is Sort.HEAD and here.before.line.number == line.number - line.gap - 1):
        return signed or not here.column
    return not here.column and tools.opens_with_park(line.text)


def _heading_in_column(here: Around, tools: Tools) -> bool:
    """In a wrapped column every line of prose but a paragraph's last is full, and the last one ends with a sentence."""
    line, column = here.line, here.column
    if tools.shapes.odd_start(line.text) == 3 or tools.shapes.has_sentence_end(line.text):
        return False
    if _completes_head(here, tools):
        return True
    if _stops_in_number(line.text) or (here.open_before and tools.shapes.odd_start(line.text)) or _announces(here):
        return False
    if tools.shapes.opens_prose(line.text) or _breaks_quotation(here) or _goes_on_wide(here):
        return False
    if here.open_before:
        return _interrupts(here, tools)
    if _two_halves(line.text) or _stands_over_body(here, tools):
        return True
    if line.width > column + _WIDE:
        return not _widens(here)
    if line.width < column - _NARROW:
        return _weigh_narrow(here, tools) > 1
    if here.after is not None and here.after.set_in and not line.set_in and not _comma(line.text):
        return True
    return (here.broken_after and not _is_listing(line.text) and not _is_cut(here, tools)) or _stands_off(here, tools)


def _stands_over_body(here: Around, tools: Tools) -> bool:
    """Whether a full line is a headline by what stands under it: the headline's next line, or a text that cannot go on with it."""
    line, after = here.line, here.after
    if after is None or not _is_bare(line.text, tools):
        return False
    if after.width > here.column + _OTHER_SET:
        return len(line.text) >= _SHORTEST_HEAD
    if not tools.vocabulary.ends_word(line.text):
        return False
    if tools.park_alone(after.text) or (tools.park_and_colon(after.text) and _is_bare(after.text, tools)):
        return True
    if tools.opens_with_park(line.text):
        under_deck = here.before is not None and here.before.sort is Sort.HEAD
        return fit_of(line.text, after.text, tools) <= (0.0 if under_deck else _PARTED)
    if here.second is None or not (tools.opens_with_park(after.text) and _is_bare(after.text, tools)):
        return False
    signed = here.second.byline is not None or here.second.lead is not None
    return fit_of(line.text, after.text, tools) <= _PARTED and (signed or fit_of(after.text, here.second.text, tools) <= 0)


def _is_bare(text: str, tools: Tools) -> bool:
    """Whether a line has none of prose's signs and stops where a headline may."""
    return not any(sign in text for sign in "，,。；;、") and not tools.shapes.never_ends(text)


def _is_cut(here: Around, tools: Tools) -> bool:
    """Whether a line goes on in the next (…设立了总规模5亿 | 元的“轨道贷”风险), narrow as that one is."""
    after = here.after
    if after is None or after.lead or after.byline or after.column_head or after.caption or after.note or after.doubled:
        return False
    return fit_of(here.line.text, after.text, tools) >= 1


def _is_listing(text: str) -> bool:
    """Whether a line has the signs of a sentence in full swing: a semicolon, or a comma beside a list."""
    return "；" in text or (_comma(text) and "、" in text and bool(_DIGIT.search(text)))


def _two_halves(text: str) -> bool:
    """Whether white space parts a line in two halves of one length without any other sign (屏幕越做越“薄” 链条越拉越长)."""
    halves = [_QUOTES.sub("", half) for half in text.split()]
    if len(halves) != 2 or not all(_HALF.fullmatch(half) for half in halves):
        return False
    return abs(len(halves[0]) - len(halves[1])) <= 1


def _stops_in_number(text: str) -> bool:
    """Whether the text stops right before or in a number (居第, 腾出工业用地1000), as lines of prose do and headings do not."""
    wants_number = text.endswith(("第", "达", "约", "近", "至")) and text[-2:] not in closing_words()
    return wants_number or (text[-1:].isdecimal() and _comma(text))


def _announces(here: Around) -> bool:
    """Whether a full line ends with a colon (…算了一笔账：) or the line before does: what is announced goes on."""
    full = here.line.width >= here.column - _SET_IN and here.line.text.endswith("：")
    return full or (here.open_before and here.before is not None and here.before.line.text.endswith("："))


def _widens(here: Around) -> bool:
    """Whether a wider column begins or goes on here: the next line or the one before is as wide and the line stops within a sentence."""
    after, before = here.after, here.before
    if before is not None and before.sort is Sort.TEXT and abs(before.line.width - here.line.width) <= _SET_IN and _comma(here.line.text):
        return True
    return after is not None and not after.doubled and abs(after.width - here.line.width) <= _NARROW and _comma(here.line.text)


def _goes_on_wide(here: Around) -> bool:
    """Whether a line with a comma stands right under prose that is much wider than the column reckoned: wide lines beside narrow ones."""
    before, line = here.before, here.line
    under = before is not None and before.sort is Sort.TEXT and not line.gap and before.line.width > here.column + _OTHER_SET
    return under and line.width > here.column and _comma(line.text)


def _completes_head(here: Around, tools: Tools) -> bool:
    """Whether the line before is a park's name alone: what is said of it follows."""
    before = here.before
    if before is None or before.sort is not Sort.HEAD or tools.shapes.opens_prose(here.line.text):
        return False
    return tools.park_alone(before.line.text) or before.line.text.endswith(("：", ":"))


def _weigh_narrow(here: Around, tools: Tools) -> float:
    """How much a narrow line after an end looks like a heading rather than like a paragraph's first line, which is set in."""
    text, after, shapes = here.line.text, here.after, tools.shapes
    weight = 3.0 if here.line.width < here.column - _VERY_NARROW else 1.0
    weight -= 3 * shapes.never_ends(text)
    # 平台不求大，只求“接得住”: no first line of a paragraph is as short, for nothing in it had to go to the next line.
    weight += 1.0 if _comma(text) and _balanced(text) and not _DIGIT.search(text) else -2.0 * _comma(text)
    if here.broken_after or after is None:
        return weight + 2
    if here.line.set_in and not (after.set_in and weight > _LONE):
        return 0.0
    weight += 2.0 * after.set_in
    weight += 1 if after.width <= here.column - _SET_IN else -0.5
    weight += 1.5 * (shapes.opens_paragraph(after.text) or tools.opens_with_park(after.text))
    return weight - 2 * (tools.vocabulary.word_across(text, after.text) > 0) - 3 * shapes.short_rest(after.text)


def _interrupts(here: Around, tools: Tools) -> bool:
    """Whether a line without a stop stands between two lines that belong together."""
    line, before, after, words = here.line, here.before, here.after, tools.vocabulary
    if after is None or before is None or tools.shapes.never_ends(line.text) or _comma(line.text) or "；" in line.text:
        return False
    if tools.park_across(before.line.text, line.text):
        return False
    if (
        (after.caption or _is_of_other_box(after, here.second, here.column))
        and line.gap <= after.gap
        and not tools.opens_with_park(line.text)
    ):
        # The picture that cuts a sentence leaves a short line over its caption.
        return False
    if after.lead or (after.byline and after.byline.sure):
        # What a column's end cuts is full; a narrow line without a stop before 本报讯 is a heading or a column's name.
        return tools.opens_with_park(line.text) or (after.lead is not None and line.width < here.column - _VERY_NARROW)
    through = (words.word_across(before.line.text, line.text) > 0) + (words.word_across(line.text, after.text) > 0)
    through += tools.shapes.short_rest(after.text) * 2
    if not here.column - _NARROW <= line.width <= here.column + _WIDE:
        if here.column - _VERY_NARROW <= line.width <= here.column and _opens_new(here, tools):
            return False
        cut = words.word_across(before.line.text, line.text) > 0 and not words.word_across(before.line.text, after.text)
        return through < 2 and not cut and len(line.text) >= _SHORTEST_HEAD and _begins_fresh(line.text, tools)
    if before.line.width < here.column - _NARROW:
        # A narrow line without a stop was cut: what stands after it is what cut it, unless it goes on with it better than the next line.
        goes_on = max(fit_of(before.line.text, line.text, tools), fit_of(line.text, after.text, tools))
        return goes_on <= 0.5 and fit_of(before.line.text, after.text, tools) > goes_on
    return words.word_across(before.line.text, after.text) > 0 and through == 0 and abs(line.width - here.column) > 1


def _begins_fresh(text: str, tools: Tools) -> bool:
    """Whether a line begins with a whole word, a park's name, or a letter that is a word by itself (以“小切口”推动…)."""
    return tools.vocabulary.begins_word(text) or tools.opens_with_park(text) or text[:1] in tools.ends.one_letter_starts


def _opens_new(here: Around, tools: Tools) -> bool:
    """Whether a line that is no narrower than a paragraph's first goes on in the next line at least as well as the line before does."""
    if here.before is None or here.after is None:
        return False
    over = fit_of(here.before.line.text, here.after.text, tools)
    return fit_of(here.line.text, here.after.text, tools) >= over and here.after.width > here.column - _SET_IN


def _stands_off(here: Around, tools: Tools) -> bool:
    """Whether a full line between an end and a beginning is a heading: the first line of a paragraph would be set in and so be narrower."""
    after, before = here.after, here.before
    if after is None or before is None or before.sort not in (Sort.HEAD, Sort.BYLINE, Sort.CAPTION, Sort.COLUMN):
        return False
    set_in = here.column - _SET_IN - 2 <= after.width <= here.column - _SET_IN
    bare = not _comma(here.line.text) and not tools.shapes.never_ends(here.line.text)
    return here.line.width > here.column - _SET_IN and set_in and bare


def _heading_loose(here: Around, tools: Tools) -> bool:
    """Where a line is a paragraph, or a column's share of one, a short line without a stop is a heading unless it reads as prose."""
    text, shapes, words = here.line.text, tools.shapes, tools.vocabulary
    if len(text) > _LONGEST_LOOSE_HEAD or shapes.has_sentence_end(text) or shapes.odd_start(text) == 3 or shapes.never_ends(text):
        return False
    if _completes_head(here, tools):
        return True
    if shapes.opens_prose(text) or (shapes.half_closed(text) and _comma(text)) or _breaks_quotation(here):
        return False
    if text.count("、") >= _MANY_PARTS or (len(text) > _LONGEST_PLAIN_HEAD and " " not in text and not tools.opens_with_park(text)):
        return False
    if here.open_before and here.before is not None and here.after is not None:
        return _breaks_sentence(here.before.line.text, text, here.after, tools, broken=here.broken_after)
    across = False
    if here.after is not None and not here.broken_after:
        across = words.word_across(text, here.after.text) > 0 or shapes.short_rest(here.after.text)
    if (
        _comma(text)
        and not (_over_byline(here) or _over_headline(here, tools))
        and (not _balanced(text) or (shapes.opens_paragraph(text) and not text.startswith("“")))
    ):
        return False
    return not across or tools.opens_with_park(text)


def _breaks_quotation(here: Around) -> bool:
    """Whether a quotation mark is opened and not closed here nor in the next line (“一块电池带不动了，还能点亮): a headline closes it."""
    left = here.line.text.count("“") - here.line.text.count("”")
    return left > 0 and (here.after is None or here.after.text.count("”") - here.after.text.count("“") < left)


def _over_byline(here: Around) -> bool:
    """Whether a line stands right over names that a sign or an office makes sure, or over an opening."""
    return _is_signed(here.after)


def _over_headline(here: Around, tools: Tools) -> bool:
    """Whether a line stands over a park's headline that names or an opening follow: a deck may have two clauses (一辆车，串起大产业)."""
    after, text = here.after, here.line.text
    if after is None or after.closed or len(after.text) > _LONGEST_PLAIN_HEAD or not _is_bare(after.text, tools):
        return False
    # 高新区现有企业147家，初 | 步形成全产业链: what a column's end left names its park or a number, or stops within a word.
    under_text = here.before is not None and here.before.sort is Sort.TEXT
    cut = not tools.vocabulary.ends_word(text) or (under_text and _DIGIT.search(text))
    told = len(text) > _LONGEST_DECK or tools.parks.find(text) or cut
    return not told and tools.opens_with_park(after.text) and _is_signed(here.second) and not tools.shapes.never_ends(text)


def _is_signed(line: Line | None) -> bool:
    return line is not None and (line.lead is not None or (line.byline is not None and line.byline.sure))


def _breaks_sentence(before: str, text: str, after: Line, tools: Tools, *, broken: bool) -> bool:
    """Whether a short line stands within a sentence that goes on after it: the ends around it fit at least as well as those with it."""
    if broken:
        return not _comma(text)
    through = fit_of(before, text, tools) + fit_of(text, after.text, tools)
    return fit_of(before, after.text, tools) + (_NO_SENTENCE if not _comma(text) else 0.0) > through


def _comma(text: str) -> bool:
    return "，" in text or "," in text


def _balanced(text: str) -> bool:
    """Whether the text is two short halves of about one length (磁材打底，终端拔节), as headings are and prose is not."""
    halves = re.split("[：:]", text)[-1].replace(",", "，").split("，")
    return len(text) <= _LONGEST_BALANCED and len(halves) == 2 and abs(len(halves[0]) - len(halves[1])) <= 2
