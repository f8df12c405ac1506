"""Does to clean articles what a PDF-to-text step does to a newspaper page, so that reading can be measured on more pages than there are.

A page is a list of columns of items (a headline, a paragraph, a caption …); each kind of damage is a function on it, chosen and aimed by a
`random.Random`, so that a seed gives the same page for ever and hypothesis can choose the seed.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random

import yaml
from rapidfuzz.distance import Indel

from generator.model.article import Page

FOLDER = Path(__file__).parent / "clean_articles"
_STOPS = "。！？"
_FEWEST_TO_PART = 4
_NEVER_LAST = _STOPS + "“（《 "
_NEVER_FIRST = _STOPS + "，、；：”）》,;:) "
_WIDE_CODES = (*range(0x30, 0x3A), *range(0x41, 0x5B), *range(0x61, 0x7B))
_NARROW = str.maketrans("，：；！？（）％", ",:;!?()%") | {code + 0xFEE0: code for code in _WIDE_CODES}


@dataclass(frozen=True, slots=True)
class Clean:
    """An article as a reader would print it. `signed` says where its byline stands: line, end, glued, within or nowhere."""

    name: str
    headline: tuple[str, ...]
    deck: tuple[str, ...]
    signed: str
    byline_text: str
    byline: tuple[str, ...]
    parks: tuple[str, ...]
    paragraphs: tuple[tuple[str, str], ...]
    captions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """One printed thing of article number `article`: `kind` is head, deck, byline, para, subhead, caption or furniture."""

    kind: str
    text: str
    article: int


@dataclass(slots=True)
class Sheet:
    """A page before it is printed.

    `wrap` is the column's width in characters (0: a line is a paragraph), `blanks` says how many blank lines stand between two lines.
    """

    articles: tuple[Clean, ...]
    items: list[Item]
    wrap: int = 0
    blanks: int = 1
    indent: bool = False
    edits: list[Callable[[str], str]] = field(default_factory=list)


def load_clean() -> tuple[Clean, ...]:
    """All clean articles, by file name."""
    return tuple(_load(path) for path in sorted(FOLDER.glob("*.yaml")))


def _load(path: Path) -> Clean:
    record = yaml.safe_load(path.read_text("utf-8"))
    signed = next((where for where in ("line", "end", "glued") if f"byline_{where}" in record), "within" if record["byline"] else "nowhere")
    paragraphs = tuple(("subhead", text[2:]) if text.startswith("# ") else ("para", text) for text in record["paragraphs"])
    headline = record.get("headline_lines") or ([record["headline"]] if record["headline"] else [])
    names = tuple(record.get("byline_names") or record["byline"])
    text = record.get(f"byline_{signed}", "")
    deck, parks, captions = (tuple(record[key]) for key in ("deck", "parks", "captions"))
    return Clean(path.stem, tuple(headline), deck, signed, text, names, parks, paragraphs, captions)


def lay_out(articles: Sequence[Clean]) -> Sheet:
    """The articles one after the other, undamaged: deck, headline, byline, body, captions at the end."""
    items: list[Item] = []
    for number, article in enumerate(articles):
        items.extend(Item("deck", text, number) for text in article.deck)
        items.extend(Item("head", text, number) for text in article.headline)
        if article.signed == "line":
            items.append(Item("byline", article.byline_text, number))
        items.extend(Item(kind, text, number) for kind, text in article.paragraphs)
        if article.signed == "glued":
            items[-1] = replace(items[-1], text=f"{items[-1].text} {article.byline_text}")
        if article.signed == "end":
            items.append(Item("byline", article.byline_text, number))
        if not article.headline:
            items.extend(Item("caption", text, number) for text in article.captions)
    return Sheet(tuple(articles), items)


def print_page(sheet: Sheet) -> str:
    """The page's text."""
    lines: list[str] = []
    for item in sheet.items:
        for edit in sheet.edits:
            item = replace(item, text=edit(item.text)) if item.kind != "byline" else item
        lines.extend(_set_item(item, sheet))
    return ("\n" * (sheet.blanks + 1)).join(lines) + "\n"


def _set_item(item: Item, sheet: Sheet) -> list[str]:
    """The lines of an item: prose is wrapped, everything else stands on a line of its own."""
    if item.kind != "para" or not sheet.wrap:
        return [item.text]
    lines: list[str] = []
    line, room = ("　　" if sheet.indent else ""), 2 * sheet.wrap - 4
    fresh = not item.text.startswith("\x02")
    if not fresh:
        line, room = "", 2 * sheet.wrap
    # Names at the end are set as one piece; they do not part at a column's edge.
    for word in re.findall(r"(?<=。) [一-龥 ]{2,9}$|[A-Za-z]+|[\d.,%]+|.", item.text.lstrip("\x02")):
        size = sum(2 if ord(sign) >= 0x1100 or sign in "“”…—" else 1 for sign in word)
        hangs = word in "，。、；：！？”）》,.;:!?)" and room > -3
        if size > room and not hangs and (not word[0].isdigit() or room < 1):
            lines.append(line)
            line, room = "", 2 * sheet.wrap
        line += word
        room -= size
    return [*lines, line] if line.strip() else lines


def blank_lines(sheet: Sheet, random: Random) -> None:
    """More blank lines between lines."""
    sheet.blanks = random.choice([2, 3])


def wrap(sheet: Sheet, random: Random) -> None:
    """Columns of 13 to 26 characters, a blank line after every line."""
    sheet.wrap = random.choice([13, 15, 16, 17, 18, 20, 22, 26])


def wrap_tight(sheet: Sheet, random: Random) -> None:
    """Columns without blank lines, paragraphs set in or not."""
    sheet.wrap, sheet.blanks = random.choice([14, 16, 17, 19, 24]), 0
    sheet.indent = random.random() < 0.5


def double_heads(sheet: Sheet, random: Random) -> None:
    """Headlines printed twice: glyph by glyph, word by word or as a whole, or in their first part alone."""
    way = random.choice(["glyph", "word", "whole", "part"])
    for place, item in enumerate(sheet.items):
        if item.kind in ("head", "subhead", "deck"):
            sheet.items[place] = replace(item, text=_double(item.text, way, random))


def _double(text: str, way: str, random: Random) -> str:
    if way == "glyph":
        return "".join(sign * 2 for sign in text)
    if way == "whole":
        return text * 2
    pieces = [piece for piece in re.split(r"([“”：、，！？ ])", text) if piece]
    if way == "word":
        return "".join(piece * 2 for piece in pieces)
    cut = max(4, len(text) // 2)
    return text[:cut] * 2 + text[cut:]


def heads_to_end(sheet: Sheet, random: Random) -> None:
    """All headlines with decks and the bylines under them at the end of the page, in another order."""
    groups = [_take_title(sheet, number) for number in range(len(sheet.articles))]
    random.shuffle(groups)
    sheet.items.extend(item for group in groups for item in group)


def _take_title(sheet: Sheet, number: int) -> list[Item]:
    title = [item for item in sheet.items if item.article == number and item.kind in ("head", "deck")]
    byline = [item for item in sheet.items if item.article == number and item.kind == "byline" and sheet.articles[number].signed == "line"]
    group = title + byline if title else []
    sheet.items = [item for item in sheet.items if not any(item is one for one in group)]
    return group


def head_into_middle(sheet: Sheet, random: Random) -> None:
    """The headline of an article that 本报讯 opens stands within its body: between paragraphs or within a sentence."""
    for number, article in enumerate(sheet.articles):
        if article.signed == "line" or not article.headline or random.random() < 0.3:
            continue
        group = _take_title(sheet, number)
        places = [place for place, item in enumerate(sheet.items) if item.article == number and item.kind == "para"]
        place = random.choice(places[:-1] or places)
        cut = random.random() < 0.5 and _cut(sheet, place, random)
        at = place + 1 if cut or place != places[-1] else place
        sheet.items[at:at] = group


def head_into_other(sheet: Sheet, random: Random) -> None:
    """The headline of one article stands within a sentence of another."""
    able = [number for number, article in enumerate(sheet.articles) if article.signed != "line" and article.headline]
    if not able or len(sheet.articles) < 2:
        return
    number = random.choice(able)
    group = _take_title(sheet, number)
    places = [place for place, item in enumerate(sheet.items) if item.article != number and item.kind == "para" and len(item.text) > 60]
    random.shuffle(places)
    place = next((one for one in places if _cut(sheet, one, random)), None)
    at = len(sheet.items) if place is None else place + 1
    sheet.items[at:at] = group


def caption_into_sentence(sheet: Sheet, random: Random) -> None:
    """Captions within sentences of their articles."""
    for number, article in enumerate(sheet.articles):
        if not article.captions or not article.headline:
            continue
        places = _long_paragraphs(sheet, number, 50)
        random.shuffle(places)
        place = next((one for one in places if _cut(sheet, one, random)), None)
        if place is not None:
            sheet.items[place + 1 : place + 1] = [Item("caption", text, number) for text in article.captions]


def column_breaks(sheet: Sheet, random: Random) -> None:
    """Two paragraphs of every article cut within a sentence by a column's end."""
    for number in range(len(sheet.articles)):
        for _ in range(2):
            places = _long_paragraphs(sheet, number, 60)
            if places:
                _cut(sheet, random.choice(places), random)


def displaced_paragraph(sheet: Sheet, random: Random) -> None:
    """In one article the end of a paragraph stands before its beginning."""
    number = random.randrange(len(sheet.articles))
    places = _long_paragraphs(sheet, number, 50)
    places = [place for place in places if place != _first(sheet, number)]
    random.shuffle(places)
    place = next((one for one in places if _cut(sheet, one, random)), None)
    if place is not None:
        sheet.items[place], sheet.items[place + 1] = sheet.items[place + 1], sheet.items[place]
        glued = sheet.articles[number].signed == "glued" and sheet.articles[number].byline_text in sheet.items[place].text
        if glued:
            sheet.items[place], sheet.items[place + 1] = sheet.items[place + 1], sheet.items[place]


def interleaved(sheet: Sheet, random: Random) -> None:
    """The second half of an article stands behind the next article; cut within a sentence."""
    if len(sheet.articles) < 2:
        return
    number = random.randrange(len(sheet.articles) - 1)
    places = _long_paragraphs(sheet, number, 50)
    random.shuffle(places)
    place = next((one for one in places if _cut(sheet, one, random)), None)
    if place is None:
        return
    tail = [item for item in sheet.items[place + 1 :] if item.article == number]
    sheet.items = [item for at, item in enumerate(sheet.items) if at <= place or item.article != number]
    last = max(at for at, item in enumerate(sheet.items) if item.article == number + 1)
    sheet.items[last + 1 : last + 1] = tail


def second_column_first(sheet: Sheet, random: Random) -> None:
    """An article's second column stands before its first: cut within a sentence, the rest before headline and opening."""
    number = random.randrange(len(sheet.articles))
    places = [place for place in _long_paragraphs(sheet, number, 50) if place != _first(sheet, number)]
    random.shuffle(places)
    place = next((one for one in places if _cut(sheet, one, random)), None)
    if place is None:
        return
    tail = [item for item in sheet.items[place + 1 :] if item.article == number]
    sheet.items = [item for at, item in enumerate(sheet.items) if at <= place or item.article != number]
    first = min(at for at, item in enumerate(sheet.items) if item.article == number)
    sheet.items[first:first] = tail


def tails_together(sheet: Sheet, random: Random) -> None:
    """The last paragraphs of an article stand behind the last ones of the next, with no cut within a sentence to tell of it."""
    if len(sheet.articles) < 2:
        return
    number = random.randrange(len(sheet.articles) - 1)
    places = [place for place, item in enumerate(sheet.items) if item.article == number and item.kind == "para"]
    if len(places) < _FEWEST_TO_PART:
        return
    first = random.choice(places[2:])
    tail = [item for item in sheet.items[first:] if item.article == number]
    sheet.items = [item for at, item in enumerate(sheet.items) if at < first or item.article != number]
    last = max(at for at, item in enumerate(sheet.items) if item.article == number + 1)
    sheet.items[last + 1 : last + 1] = tail


def spaced_letters(sheet: Sheet, random: Random) -> None:
    """Spaces around digits and letters, and stretches of text spaced out."""

    def space(text: str) -> str:
        text = re.sub(r"(?<=[一-龥])(?=\d)|(?<=\d)(?=[一-龥])", lambda _: random.choice(["", " "]), text)
        if len(text) > 30 and random.random() < 0.5:
            at = random.randrange(10, len(text) - 15)
            text = text[:at] + " ".join(text[at : at + 10]) + text[at + 10 :]
        return text

    for place, item in enumerate(sheet.items):
        if item.kind in ("para", "head"):
            head, sign, rest = item.text.partition("）") if item.text[:12].find("（") >= 0 else ("", "", item.text)
            tail = ""
            if sheet.articles[item.article].signed == "glued" and rest.endswith(sheet.articles[item.article].byline_text):
                size = len(sheet.articles[item.article].byline_text) + 1
                rest, tail = rest[:-size], rest[-size:]
            sheet.items[place] = replace(item, text=head + sign + space(rest) + tail)


def punctuation_width(sheet: Sheet, random: Random) -> None:
    """Commas, colons and brackets of one width in one article, of the other in the next; full stops stay."""
    table = str.maketrans("，：；！？（）", ",:;!?()")
    chosen = {number for number in range(len(sheet.articles)) if random.random() < 0.6}
    sheet.items = [replace(item, text=item.text.translate(table)) if item.article in chosen else item for item in sheet.items]


def wide_digits(sheet: Sheet, random: Random) -> None:
    """Digits and letters of full width."""
    table = {code: code + 0xFEE0 for code in (*range(0x30, 0x3A), *range(0x41, 0x5B))}
    sheet.items = [replace(item, text=item.text.translate(table)) if item.kind != "byline" else item for item in sheet.items]


_RUNNING_HEADS = (
    "2025年6月12日 星期四",
    "A07",
    "第3版",
    "3 园区观察 2025年6月12日 星期四 责编/林 一 版式/周小舟",
    "产经·园区 │ 5",
    "第07版：要闻",
    "04 园区 PARK",
)
_FEET = ("责任编辑：林 一 版式：周小舟", "一版编辑/林 一 电话：（010）88661234", "新闻热线：010-88661234", "来源：光明网 2025-06-12 16:02")


def furniture(sheet: Sheet, random: Random) -> None:
    """Date line, page number and editors' names around the articles, a column's name over one."""
    sheet.items[:0] = [Item("furniture", random.choice(_RUNNING_HEADS), -1)]
    sheet.items.append(Item("furniture", random.choice(_FEET), -1))
    number = random.randrange(len(sheet.articles))
    first = min(at for at, item in enumerate(sheet.items) if item.article == number)
    if sheet.items[first].kind in ("deck", "head"):
        sheet.items[first:first] = [Item("furniture", random.choice(["园镜头", "要闻速递", "高新动态"]), -1)]


DAMAGE: tuple[Callable[[Sheet, Random], None], ...] = (
    blank_lines,
    wrap,
    wrap_tight,
    double_heads,
    heads_to_end,
    head_into_middle,
    head_into_other,
    caption_into_sentence,
    column_breaks,
    displaced_paragraph,
    interleaved,
    second_column_first,
    spaced_letters,
    punctuation_width,
    wide_digits,
    furniture,
    tails_together,
)


def _long_paragraphs(sheet: Sheet, number: int, longer: int) -> list[int]:
    """The places of an article's paragraphs of more than that many characters."""
    return [place for place, item in enumerate(sheet.items) if item.article == number and item.kind == "para" and len(item.text) > longer]


def _first(sheet: Sheet, number: int) -> int:
    return min(at for at, item in enumerate(sheet.items) if item.article == number and item.kind == "para")


def _cut(sheet: Sheet, place: int, random: Random) -> bool:
    """Part the paragraph at `place` within a sentence; False if it has no place for it."""
    text = sheet.items[place].text
    low, high = len(text) // 4, len(text) - len(text) // 4
    able = [at for at in range(low, high) if text[at - 1] not in _NEVER_LAST and text[at] not in _NEVER_FIRST and not _in_number(text, at)]
    able = [at for at in able if "（" not in text[:24] or at > text.find("）")]
    if not able:
        return False
    at = random.choice(able)
    item = sheet.items[place]
    sheet.items[place : place + 1] = [replace(item, text=text[:at]), replace(item, text="\x02" + text[at:])]
    return True


def _in_number(text: str, at: int) -> bool:
    return text[at - 1].isascii() and text[at].isascii()


@dataclass(frozen=True, slots=True)
class Damaged:
    """A page with what should be read from it: for each article the characters of its body in order."""

    text: str
    articles: tuple[Clean, ...]
    bodies: tuple[str, ...]


def damage(articles: Sequence[Clean], kinds: Sequence[Callable[[Sheet, Random], None]], random: Random) -> Damaged:
    """A page of those articles after those kinds of damage, layout last."""
    sheet = lay_out(articles)
    for kind in sorted(kinds, key=lambda one: _ORDER.index(one)):
        kind(sheet, random)
    text = print_page(sheet).replace("\x02", "")
    bodies = tuple(bare("".join(body for _, body in article.paragraphs)) for article in articles)
    return Damaged(text, tuple(articles), bodies)


def damaged_page(clean: Sequence[Clean], kinds: Sequence[Callable[[Sheet, Random], None]], seed: int) -> Damaged:
    """A page of two to four of those articles after those kinds of damage: of one seed always the same."""
    random = Random(seed)  # noqa: S311 -- nothing secret; the same page for ever
    return damage(random.sample(clean, random.choice([2, 3, 3, 4])), kinds, random)


def three_of(number: int, seed: int) -> tuple[int, ...]:
    """Three different numbers below `number`."""
    return tuple(Random(seed).sample(range(number), 3))  # noqa: S311 -- nothing secret; the same three for ever


# What changes texts comes after what moves them, and what sets them comes last.
_ORDER = (
    head_into_other,
    head_into_middle,
    heads_to_end,
    interleaved,
    tails_together,
    second_column_first,
    displaced_paragraph,
    caption_into_sentence,
    column_breaks,
    furniture,
    punctuation_width,
    spaced_letters,
    wide_digits,
    double_heads,
    blank_lines,
    wrap,
    wrap_tight,
)


def bare(text: str) -> str:
    """A text without white space and without differences of width."""
    return re.sub(r"\s", "", text).translate(_NARROW)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was read of one article: whole if its body is, right if headline, byline and parks are too."""

    name: str
    whole: bool
    right: bool


def judge(damaged: Damaged, page: Page) -> tuple[Outcome, ...]:
    """Each clean article beside the read article that is most like it."""
    read = [(bare("".join(one.text for one in article.paragraphs)), article) for article in page.articles]
    outcomes = []
    for clean, body in zip(damaged.articles, damaged.bodies, strict=True):
        best = max(read, key=lambda one: Indel.normalized_similarity(body, one[0]), default=None)
        whole = best is not None and Indel.normalized_similarity(body, best[0]) >= 0.97
        right = False
        if best is not None:
            headline = bare(best[1].headline.text) if best[1].headline else ""
            right = whole and headline == bare("".join(clean.headline)) and best[1].byline == clean.byline and best[1].parks == clean.parks
        outcomes.append(Outcome(clean.name, whole, right))
    return tuple(outcomes)
