"""Lines that are headings: in a wrapped column by their width and their neighbours, elsewhere by what they say."""

import re

from generator.read.around import LONGEST_PLAIN_HEAD, NARROW, SET_IN, VERY_NARROW, WIDE, Around, has_comma
from generator.read.caption_lines import is_of_other_box
from generator.read.fits import fit_of
from generator.read.lines import Line
from generator.read.sorts import Sort
from generator.read.tools import Tools
from generator.registry.common_words import closing_words

_QUOTES = re.compile("[“”‘’]")
_DIGIT = re.compile(r"\d")
_HALF = re.compile("[一-龥]{4,10}")
_SHORTEST_HEAD = 4
_LONGEST_LOOSE_HEAD = 40
_MANY_PARTS = 3
_LONGEST_BALANCED = 26
_LONGEST_DECK = 24
_LONGEST_BEGINNING = 12
_NO_SENTENCE = 3.0
_LONE = 2.0
_PARTED = -1.0
_OTHER_SET = 16
_SURELY = 3.0


def calls_as_heading(here: Around, tools: Tools) -> bool:
    """Whether one question or call is a heading: over a byline or an opening, under a heading, or with a park and no verb of saying."""
    after, line = here.after, here.line
    if here.open_before or line.text.startswith("“") or "，" in line.text[:-6]:
        return False
    signed = after is not None and (after.lead is not None or (after.byline is not None and after.byline.sure))
    signed = signed or (after is not None and after.text.startswith("——") and not after.gap)
    if signed or (here.before is not None and here.before.sort is Sort.HEAD and here.before.line.number == line.number - line.gap - 1):
        return signed or not here.column
    return not here.column and tools.opens_with_park(line.text)


def heading_in_column(here: Around, tools: Tools) -> bool:
    """In a wrapped column every line of prose but a paragraph's last is full, and the last one ends with a sentence."""
    line, column = here.line, here.column
    if tools.shapes.odd_start(line.text) == 3 or tools.shapes.has_sentence_end(line.text):
        return False
    if _completes_head(here, tools) or _begins_headline(here, tools):
        return True
    if _stops_in_number(line.text) or (here.open_before and tools.shapes.odd_start(line.text)) or _announces(here):
        return False
    if tools.shapes.opens_prose(line.text) or _breaks_quotation(here) or _goes_on_wide(here) or _ends_column(here):
        return False
    if here.open_before:
        return _interrupts(here, tools)
    if _two_halves(line.text) or _stands_over_body(here, tools):
        return True
    if line.width > column + WIDE:
        return not _widens(here)
    if line.width < column - NARROW:
        return _weigh_narrow(here, tools) > 1
    if here.after is not None and here.after.set_in and not line.set_in and not has_comma(line.text):
        return True
    whole = not (_is_listing(line.text) or tools.shapes.never_ends(line.text))
    return (here.broken_after and whole and not _is_cut(here, tools)) or _stands_off(here, tools)


def _ends_column(here: Around) -> bool:
    """Whether a line with a comma stands as close under prose as lines do, and off what follows: all of a paragraph that a cut left."""
    line, before, after = here.line, here.before, here.after
    under = before is not None and before.sort is Sort.TEXT and line.gap <= before.line.gap
    return under and has_comma(line.text) and not balanced(line.text) and after is not None and after.gap > line.gap


def _stands_over_body(here: Around, tools: Tools) -> bool:
    """Whether a full line is a headline by what stands under it: the headline's next line, or a text that cannot go on with it."""
    line, after = here.line, here.after
    if after is None or not _is_bare(line.text, tools):
        return False
    if after.width > here.column + _OTHER_SET:
        return len(line.text) >= _SHORTEST_HEAD
    if _opens_row(line.text, after.text, tools):
        return True
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


def _opens_row(text: str, after: str, tools: Tools) -> bool:
    """Whether two lines without prose's signs open with the names of two parks: headlines that stand together."""
    parks = [found[0].name if (found := tools.parks.find(one[:24])) and not found[0].start else "" for one in (text, after)]
    return all(parks) and parks[0] != parks[1] and _is_bare(after, tools)


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
    return "；" in text or (has_comma(text) and "、" in text and bool(_DIGIT.search(text)))


def _two_halves(text: str) -> bool:
    """Whether white space parts a line in two halves of one length without any other sign (屏幕越做越“薄” 链条越拉越长)."""
    halves = [_QUOTES.sub("", half) for half in text.split()]
    if len(halves) != 2 or not all(_HALF.fullmatch(half) for half in halves):
        return False
    return abs(len(halves[0]) - len(halves[1])) <= 1


def _stops_in_number(text: str) -> bool:
    """Whether the text stops right before or in a number (居第, 腾出工业用地1000), as lines of prose do and headings do not."""
    wants_number = text.endswith(("第", "达", "约", "近", "至")) and text[-2:] not in closing_words()
    return wants_number or (text[-1:].isdecimal() and has_comma(text))


def _announces(here: Around) -> bool:
    """Whether a full line ends with a colon (…算了一笔账：) or the line before does: what is announced goes on."""
    full = here.line.width >= here.column - SET_IN and here.line.text.endswith("：")
    return full or (here.open_before and here.before is not None and here.before.line.text.endswith("："))


def _widens(here: Around) -> bool:
    """Whether a wider column begins or goes on here: the next line or the one before is as wide and the line stops within a sentence."""
    after, before = here.after, here.before
    if before is not None and before.sort is Sort.TEXT and abs(before.line.width - here.line.width) <= SET_IN and has_comma(here.line.text):
        return True
    return after is not None and not after.doubled and abs(after.width - here.line.width) <= NARROW and has_comma(here.line.text)


def _goes_on_wide(here: Around) -> bool:
    """Whether a line with a comma stands right under prose that is much wider than the column reckoned: wide lines beside narrow ones."""
    before, line = here.before, here.line
    under = before is not None and before.sort is Sort.TEXT and not line.gap and before.line.width > here.column + _OTHER_SET
    return under and line.width > here.column and has_comma(line.text)


def _completes_head(here: Around, tools: Tools) -> bool:
    """Whether the line before is a park's name alone: what is said of it follows."""
    before = here.before
    if before is None or before.sort is not Sort.HEAD or tools.shapes.opens_prose(here.line.text):
        return False
    return tools.park_alone(before.line.text) or before.line.text.endswith(("：", ":"))


def _begins_headline(here: Around, tools: Tools) -> bool:
    """Whether a very narrow line with a comma stands right over the headline's next line, printed double or with a park (汽车之外，)."""
    line, after = here.line, here.after
    if here.open_before or after is None or after.gap or after.closed or line.text[-1:] not in "，," or len(line.text) < _SHORTEST_HEAD:
        return False
    narrow = line.width < here.column - VERY_NARROW and after.width < here.column - NARROW
    short = not here.column and len(line.text) <= _LONGEST_BEGINNING and len(after.text) <= _LONGEST_DECK
    return (narrow or short) and (after.doubled or tools.opens_with_park(after.text))


def _weigh_narrow(here: Around, tools: Tools) -> float:
    """How much a narrow line after an end looks like a heading rather than like a paragraph's first line, which is set in."""
    text, after, shapes = here.line.text, here.after, tools.shapes
    weight = 3.0 if here.line.width < here.column - VERY_NARROW else 1.0
    weight -= 3 * shapes.never_ends(text)
    # 平台不求大，只求“接得住”: no first line of a paragraph is as short, for nothing in it had to go to the next line.
    weight += 1.0 if has_comma(text) and balanced(text) and not _DIGIT.search(text) else -2.0 * has_comma(text)
    if here.broken_after or after is None:
        return weight + 2
    if here.line.set_in and not (after.set_in and weight > _LONE):
        return 0.0
    weight += 2.0 * after.set_in
    weight += 1 if after.width <= here.column - SET_IN else -0.5
    weight += 1.5 * (shapes.opens_paragraph(after.text) or tools.opens_with_park(after.text))
    if here.before is None or here.before.sort is Sort.FURNITURE:
        return weight  # at the head of a page no sentence has been cut short
    return weight - 2 * (tools.vocabulary.word_across(text, after.text) > 0) - 3 * shapes.short_rest(after.text)


def _interrupts(here: Around, tools: Tools) -> bool:
    """Whether a line without a stop stands between two lines that belong together."""
    line, before, after, words = here.line, here.before, here.after, tools.vocabulary
    if after is None or before is None or tools.shapes.never_ends(line.text) or has_comma(line.text) or "；" in line.text:
        return False
    if tools.park_across(before.line.text, line.text):
        return False
    if (
        (after.caption or is_of_other_box(after, here.second, here.column))
        and line.gap <= after.gap
        and not tools.opens_with_park(line.text)
    ):
        # The picture that cuts a sentence leaves a short line over its caption.
        return False
    if after.lead or (after.byline and after.byline.sure):
        # What a column's end cuts is full; a narrow line without a stop before 本报讯 is a heading or a column's name.
        narrow = line.width < here.column - VERY_NARROW
        apart = after.lead is not None or fit_of(before.line.text, line.text, tools) <= 0
        return tools.opens_with_park(line.text) or (narrow and apart and _begins_fresh(line.text, tools))
    through = (words.word_across(before.line.text, line.text) > 0) + (words.word_across(line.text, after.text) > 0)
    through += tools.shapes.short_rest(after.text) * 2
    if not here.column - NARROW <= line.width <= here.column + WIDE:
        if here.column - VERY_NARROW <= line.width <= here.column and _opens_new(here, tools):
            return False
        cut = words.word_across(before.line.text, line.text) > 0 and not words.word_across(before.line.text, after.text)
        return through < 2 and not cut and len(line.text) >= _SHORTEST_HEAD and _begins_fresh(line.text, tools)
    if before.line.width < here.column - NARROW:
        # A narrow line without a stop was cut: what stands after it is what cut it, unless it goes on with it better than the next line.
        goes_on = max(fit_of(before.line.text, line.text, tools), fit_of(line.text, after.text, tools))
        return goes_on <= 0.5 and fit_of(before.line.text, after.text, tools) > goes_on
    if abs(line.width - here.column) <= 1 or through:
        return False
    return words.word_across(before.line.text, after.text) > 0 or _fits_far_better(before.line.text, line.text, after.text, tools)


def _fits_far_better(before: str, text: str, after: str, tools: Tools) -> bool:
    """Whether two ends fit together surely and neither fits what stands between them (同比 | 某高新区引来一条产业链 | 增长34%。)."""
    over = fit_of(before, after, tools)
    return over >= _SURELY and over - max(fit_of(before, text, tools), fit_of(text, after, tools)) >= _SURELY


def _begins_fresh(text: str, tools: Tools) -> bool:
    """Whether a line begins with a whole word, a park's name, or a letter that is a word by itself (以“小切口”推动…)."""
    return tools.vocabulary.begins_word(text) or tools.opens_with_park(text) or text[:1] in tools.ends.one_letter_starts


def _opens_new(here: Around, tools: Tools) -> bool:
    """Whether a line that is no narrower than a paragraph's first goes on in the next line at least as well as the line before does."""
    if here.before is None or here.after is None:
        return False
    over = fit_of(here.before.line.text, here.after.text, tools)
    return fit_of(here.line.text, here.after.text, tools) >= over and here.after.width > here.column - SET_IN


def _stands_off(here: Around, tools: Tools) -> bool:
    """Whether a full line between an end and a beginning is a heading: the first line of a paragraph would be set in and so be narrower."""
    after, before = here.after, here.before
    if after is None or before is None or before.sort not in (Sort.HEAD, Sort.BYLINE, Sort.CAPTION, Sort.COLUMN):
        return False
    set_in = here.column - SET_IN - 2 <= after.width <= here.column - SET_IN
    bare = not has_comma(here.line.text) and not tools.shapes.never_ends(here.line.text)
    return here.line.width > here.column - SET_IN and set_in and bare


def heading_loose(here: Around, tools: Tools) -> bool:
    """Where a line is a paragraph, or a column's share of one, a short line without a stop is a heading unless it reads as prose."""
    text, shapes, words = here.line.text, tools.shapes, tools.vocabulary
    if _begins_headline(here, tools):
        return True
    if len(text) > _LONGEST_LOOSE_HEAD or shapes.has_sentence_end(text) or shapes.odd_start(text) == 3 or shapes.never_ends(text):
        return False
    if _completes_head(here, tools):
        return True
    if shapes.opens_prose(text) or (shapes.half_closed(text) and has_comma(text)) or _breaks_quotation(here):
        return False
    if text.count("、") >= _MANY_PARTS or (len(text) > LONGEST_PLAIN_HEAD and " " not in text and not tools.opens_with_park(text)):
        return False
    if here.open_before and here.before is not None and here.after is not None:
        return breaks_sentence(here.before.line.text, text, here.after, tools, broken=here.broken_after)
    across = False
    if here.after is not None and not here.broken_after:
        across = words.word_across(text, here.after.text) > 0 or shapes.short_rest(here.after.text)
    if (
        has_comma(text)
        and not (_over_byline(here) or _over_headline(here, tools))
        and (not balanced(text) or (shapes.opens_paragraph(text) and not text.startswith("“")))
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
    if after is None or after.closed or len(after.text) > LONGEST_PLAIN_HEAD or not _is_bare(after.text, tools):
        return False
    # 高新区现有企业147家，初 | 步形成全产业链: what a column's end left names its park or a number, or stops within a word.
    under_text = here.before is not None and here.before.sort is Sort.TEXT
    cut = not tools.vocabulary.ends_word(text) or (under_text and _DIGIT.search(text))
    told = len(text) > _LONGEST_DECK or tools.parks.find(text) or cut
    return not told and tools.opens_with_park(after.text) and _is_signed(here.second) and not tools.shapes.never_ends(text)


def _is_signed(line: Line | None) -> bool:
    return line is not None and (line.lead is not None or (line.byline is not None and line.byline.sure))


def breaks_sentence(before: str, text: str, after: Line, tools: Tools, *, broken: bool) -> bool:
    """Whether a short line stands within a sentence that goes on after it: the ends around it fit at least as well as those with it."""
    if broken:
        return not has_comma(text)
    through = fit_of(before, text, tools) + fit_of(text, after.text, tools)
    return fit_of(before, after.text, tools) + (_NO_SENTENCE if not has_comma(text) else 0.0) > through


def balanced(text: str) -> bool:
    """Whether the text is two short halves of about one length (磁材打底，终端拔节), as headings are and prose is not."""
    halves = re.split("[：:]", text)[-1].replace(",", "，").split("，")
    return len(text) <= _LONGEST_BALANCED and len(halves) == 2 and abs(len(halves[0]) - len(halves[1])) <= 2
