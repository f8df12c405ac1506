"""Headlines to bodies, over the whole page at once: wherever a headline stands, the body that it fits best as a whole is its own.

A score is the sum of the features in FEATURES; a headline that fits no body stays an orphan.
"""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace

from generator.read.assign import share_out
from generator.read.cohesion import Named, Rarity, named_in, numbers_of, pairs_of, together
from generator.read.drafts import Draft, Walk
from generator.read.sorts import Sort
from generator.read.tools import Tools
from generator.read.units import Unit

_SHORT = 16
_ABOUT = 5
_SHORTEST_DECK = 7
_LONG_LINE = 12
_QUOTES = re.compile("[“”‘’]")
_COMMA = re.compile("[，,]")
_BEGINS_DECK = re.compile(r"前\s*\d|[上下]半年|前三季度|[一二三四]季度|[今去]年|\d{1,2}月|从.{2,10}到.")
_NAME_OF_COLUMN = 5
_FITS = 2.5
_CLEAR = 1.5


@dataclass(frozen=True, slots=True)
class Heading:
    """One or more heading lines that are read as one; `run` numbers the row of headings in which it stands.

    `under` are the last of its places where they are a subtitle (——访某高新区管委会主任); `pairs` are those of its characters,
    names of parks left out.
    """

    places: tuple[int, ...]
    text: str
    named: Named
    run: int
    byline_after: bool
    pairs: frozenset[str]
    numbers: frozenset[str]
    under: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Body:
    """What the features look at of an article in the making."""

    draft: Draft
    text: str
    named: Named
    pairs: frozenset[str]
    numbers: frozenset[str]
    has_byline: bool
    in_sections: bool
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Scene:
    """The page as the features see it.

    `between` are the places of headings that stand between two whole paragraphs of a body, `about` says how many bodies are about a park,
    `tight` that no blank lines stand within columns.
    """

    units: tuple[Unit, ...]
    bodies: tuple[Body, ...]
    rarity: Rarity
    tools: Tools
    named_rows: frozenset[int]
    between: frozenset[int]
    about: Counter[str]
    tight: bool


def stands_above(heading: Heading, body: Body, scene: Scene) -> float:
    """Right before the body's first text."""
    return 4.0 if any(place in body.draft.heads for place in heading.places) else 0.0


def stands_below(heading: Heading, body: Body, scene: Scene) -> float:
    """Glued to the body's last line and parted by a blank line from what follows, on a page that has none within its columns."""
    first, units = heading.places[0], scene.units
    if not scene.tight or body.draft.heads:
        return 0.0
    while first - 1 > body.last and units[first - 1].sort is Sort.HEAD and not units[first].gap:
        first -= 1
    below = heading.places[-1] + 1
    while below < len(units) and units[below].sort is Sort.HEAD and not units[below].gap:
        below += 1
    ended = below == len(units) or units[below].gap > 0
    return 2.5 if first - 1 == body.last and not units[first].gap and ended else 0.0


def stands_inside(heading: Heading, body: Body, scene: Scene) -> float:
    """Between two texts of the body: within a sentence it is a headline or a caption, after one a sub-heading as often."""
    if not body.first < heading.places[0] < body.last:
        return 0.0
    if _over_own_byline(heading, body, scene):
        return 2.0
    if any(scene.tools.parks.find(scene.units[place].text.text) for place in body.draft.heads):
        return -4.0
    if _cut_at(heading, body, scene.units, scene.tools) or heading.named.names:
        return 1.0
    return -3.0 if len(heading.text) <= _SHORT or body.draft.heads else -1.0


def _over_own_byline(heading: Heading, body: Body, scene: Scene) -> bool:
    """Whether the row of headings ends over names that are the body's and stand within it: the headline in the middle of a round-up."""
    below = heading.places[-1] + 1
    while below < len(scene.units) and scene.units[below].sort is Sort.HEAD:
        below += 1
    return body.first < below < body.last and below in body.draft.bylines and scene.units[below].sure


def stands_in_other(heading: Heading, body: Body, scene: Scene) -> float:
    """Between two whole paragraphs of another body, in a row that names no park: a sub-heading of that one."""
    if heading.run in scene.named_rows or body.first < heading.places[0] < body.last or stands_above(heading, body, scene):
        return 0.0
    return -3.0 if heading.places[0] in scene.between else 0.0


def same_park(heading: Heading, body: Body, scene: Scene) -> float:
    """The park that the heading names is the body's; or the body names others and never it. A body may leave it to the headline."""
    if not heading.named.names or not body.named.names or (heading.named.full and not body.named.full):
        return 0.0
    if body.named.main in heading.named.names or _all_of_a_kind(heading, body):
        return 5.0
    return 1.0 if any(body.named.count(name) for name in heading.named.names) else -7.0


def _all_of_a_kind(heading: Heading, body: Body) -> bool:
    """Whether both speak of all parks of a kind together (国家级经开区), the body more than of any single one."""
    if heading.named.full:
        return False
    most = max((times for _, times in body.named.full), default=0)
    return any(body.named.count(name) > most for name, _ in heading.named.weak)


def only_body_of_park(heading: Heading, body: Body, scene: Scene) -> float:
    """No other body is about the park that the heading names."""
    if body.named.main not in heading.named.names:
        return 0.0
    return 2.0 if scene.about[body.named.main] == 1 else 0.0


def shared_words(heading: Heading, body: Body, scene: Scene) -> float:
    """How much of the heading's rarer pairs of characters the body has, names of parks left out."""
    shared = heading.pairs & body.pairs
    return 5.0 * scene.rarity.weigh(shared) / scene.rarity.weigh(heading.pairs) if shared else 0.0


def shared_numbers(heading: Heading, body: Body, scene: Scene) -> float:
    """Numbers that both print."""
    return min(3.0, 1.5 * len(heading.numbers & body.numbers))


def byline_beside(heading: Heading, body: Body, scene: Scene) -> float:
    """A byline under the heading goes with a body that has none."""
    if not heading.byline_after or any(place in body.draft.heads for place in heading.places) or _over_own_byline(heading, body, scene):
        return 0.0
    return -2.0 if body.has_byline else 1.0


def is_name_of_column(heading: Heading, body: Body, scene: Scene) -> float:
    """A few characters over an opening that name no park and share nothing with the body (海岸新声) are a column's name."""
    short = len(heading.text) <= _NAME_OF_COLUMN and not heading.named.names and scene.units[body.first].lead
    return -4.0 if short and heading.pairs.isdisjoint(body.pairs) and not stands_below(heading, body, scene) else 0.0


def counts_parks(heading: Heading, body: Body, scene: Scene) -> float:
    """The heading of a round-up names no park but says how many there are (三家高新区), and the body names as many."""
    several = scene.tools.shapes.several_parks(heading.text)
    if heading.named.full or not several or len(body.named.full) < max(2, several.least):
        return 0.0
    return 4.0 if several.most >= len(body.named.full) else 2.0


def heads_sections(heading: Heading, body: Body, scene: Scene) -> float:
    """Lines that name no park head a report in sections on several rather than one on a single park."""
    return 2.5 if body.in_sections and heading.run not in scene.named_rows else 0.0


def is_numbered(heading: Heading, body: Body, scene: Scene) -> float:
    """The number of a section opens a sub-heading."""
    return -9.0 if scene.tools.shapes.numbered(heading.text) else 0.0


def printed_double(heading: Heading, body: Body, scene: Scene) -> float:
    """Glyphs printed twice are the big letters of a headline, where the lines over the body are not."""
    if not any(scene.units[place].doubled for place in heading.places) or stands_above(heading, body, scene):
        return 0.0
    inside = body.first < heading.places[0] < body.last
    return 10.0 if inside and not any(scene.units[place].doubled for place in body.draft.heads) else 0.0


def is_report(heading: Heading, body: Body, scene: Scene) -> float:
    """The editors' own word (编者按) has no headline."""
    return -20.0 if scene.units[body.first].note else 0.0


FEATURES: tuple[Callable[[Heading, Body, Scene], float], ...] = (
    stands_above,
    stands_below,
    stands_inside,
    stands_in_other,
    same_park,
    only_body_of_park,
    shared_words,
    shared_numbers,
    byline_beside,
    is_name_of_column,
    counts_parks,
    heads_sections,
    is_numbered,
    printed_double,
    is_report,
)


@dataclass(frozen=True, slots=True)
class Title:
    """The headline of an article and its deck, as places of units; the headline's places in order are its lines."""

    headline: tuple[int, ...]
    deck: tuple[tuple[int, ...], ...]


def match_headings(walk: Walk, units: tuple[Unit, ...], tools: Tools) -> tuple[Title | None, ...]:
    """For each article in the making its title, or None."""
    headings = _headings(units, walk, tools)
    bodies = tuple(_body(draft, walk, units) for draft in walk.drafts)
    scene = _scene(headings, bodies, units, tools)
    scores = tuple(tuple(sum(rule(one, body, scene) for rule in FEATURES) for body in bodies) for one in headings)
    owners = share_out(tuple(one.run for one in headings), tuple(bool(one.named.names) for one in headings), scores)
    titles: list[Title | None] = [None] * len(bodies)
    for body in range(len(bodies)):
        group = tuple(heading for heading, owner in enumerate(owners) if owner == body)
        if group:
            titles[body] = _title(group, headings, bodies[body], scene)
    for place, body in _far_decks(headings, owners, scores, titles, bodies):
        title = titles[body]
        titles[body] = replace(title, deck=(*title.deck, headings[place].places)) if title else None
    for place, body in _upper_decks(headings, owners, titles, bodies, tools):
        title = titles[body]
        titles[body] = replace(title, deck=(headings[place].places, *title.deck)) if title else None
    return tuple(titles)


def _scene(headings: tuple[Heading, ...], bodies: tuple[Body, ...], units: tuple[Unit, ...], tools: Tools) -> Scene:
    inside = [(one, body) for one in headings for body in bodies if body.first < one.places[0] < body.last]
    return Scene(
        units,
        bodies,
        Rarity(body.pairs for body in bodies),
        tools,
        named_rows=frozenset(one.run for one in headings if one.named.names),
        between=frozenset(one.places[0] for one, body in inside if not _cut_at(one, body, units, tools)),
        about=Counter(body.named.main for body in bodies),
        tight=sum(unit.gap > 0 for unit in units) * 2 <= len(units),
    )


def _cut_at(heading: Heading, body: Body, units: tuple[Unit, ...], tools: Tools) -> bool:
    """Whether the heading stands within a sentence of the body."""
    before = [place for place in body.draft.texts if place < heading.places[0]]
    return bool(before) and not tools.shapes.closed(units[before[-1]].text.text)


def _upper_decks(
    headings: tuple[Heading, ...], owners: tuple[int, ...], titles: list[Title | None], bodies: tuple[Body, ...], tools: Tools
) -> list[tuple[int, int]]:
    """The one line right over a body whose headline stands elsewhere and has no deck."""
    found = []
    for at, body in enumerate(bodies):
        over = [place for place, heading in enumerate(headings) if heading.places[0] in body.draft.heads]
        title = titles[at]
        if len(over) != 1 or owners[over[0]] >= 0 or title is None or title.deck:
            continue
        heading = headings[over[0]]
        foreign = heading.named.full and body.named.main not in heading.named.names
        if len(heading.text) >= _SHORTEST_DECK and not foreign and not tools.shapes.numbered(heading.text):
            found.append((over[0], at))
    return found


def _far_decks(
    headings: tuple[Heading, ...],
    owners: tuple[int, ...],
    scores: tuple[tuple[float, ...], ...],
    titles: list[Title | None],
    bodies: tuple[Body, ...],
) -> list[tuple[int, int]]:
    """Lines over a byline that stand alone and fit, far before all others, an article that has a headline, no deck and no byline."""
    found = []
    for place, (heading, owner) in enumerate(zip(headings, owners, strict=True)):
        if owner >= 0 or not bodies or not heading.byline_after or heading.named.full:
            continue
        best, second = (*sorted(range(len(bodies)), key=lambda body: -scores[place][body]), -1)[:2]
        title = titles[best] if scores[place][best] >= _FITS else None
        clear = second < 0 or scores[place][best] - scores[place][second] >= _CLEAR
        if title and clear and not title.deck and not bodies[best].has_byline:
            found.append((place, best))
    return found


def _headings(units: tuple[Unit, ...], walk: Walk, tools: Tools) -> tuple[Heading, ...]:
    """All heading lines; a park's name alone and a line that ends with a colon or a comma are one with the next line."""
    out: list[Heading] = []
    spaced = sum(unit.gap > 0 for unit in units) * 2 > len(units)
    run = 0
    for place, unit in enumerate(units):
        if unit.sort is not Sort.HEAD or place in walk.sections:
            run = place + 1
            continue
        if not spaced and unit.gap and run and run < place and not units[run].gap and units[run - 1].sort is Sort.TEXT:
            # Under a headline that is glued to the foot of its text a blank line begins another.
            run = place
        before = out[-1] if out and out[-1].run == run else None
        rest = tools.park_alone(before.text + unit.text.text) if before is not None else False
        rest = rest or (not unit.gap and _is_cut_off(unit.text.text, tools))
        last = place + 1 == len(units) or units[place + 1].sort is not Sort.HEAD
        under = (place,) if before is not None and last and not before.under and _is_subtitle(unit.text.text, tools) else ()
        glued = before is not None and (_incomplete(before.text, tools) or rest or bool(under))
        places = (*before.places, place) if before is not None and glued else (place,)
        text = "".join(units[one].text.text for one in places)
        byline = place + 1 < len(units) and units[place + 1].sort is Sort.BYLINE and units[place + 1].sure
        named = named_in(text, tools.parks)
        pairs = pairs_of(text) - pairs_of("".join(named.names))
        heading = Heading(places, text, named, run, byline, pairs, numbers_of(text), under)
        if glued:
            out[-1] = heading
        else:
            out.append(heading)
    return tuple(out)


def _is_whole(heading: Heading) -> bool:
    """Whether a park and what is said of it are both there (榆林高新区：…): lines below are deck."""
    return len(heading.places) > 1 or re.search("[：:].", heading.text) is not None


def _begins_title(text: str, tools: Tools) -> bool:
    """Whether a line is a headline of its own (株洲高新区：轨道上跑出新动能): the line above it is its deck."""
    return tools.opens_with_park(text) and re.search("[：:].", text) is not None


def _incomplete(text: str, tools: Tools) -> bool:
    return text.endswith(("：", ":", "，", ",", "、")) or tools.park_alone(text)


def _is_cut_off(text: str, tools: Tools) -> bool:
    """Whether a short line begins with no word (一颗果子“滚” | 出十亿产业), so that the headline's line above it goes on in it."""
    fresh = tools.vocabulary.begins_word(text) or text[:1] in tools.ends.one_letter_starts or not "一" <= text[:1] <= "龥"
    return len(text) <= _SHORTEST_DECK and not fresh and not tools.opens_with_park(text)


def _body(draft: Draft, walk: Walk, units: tuple[Unit, ...]) -> Body:
    text = "\n".join(units[place].text.text for place in draft.texts)
    has_byline = bool(draft.bylines) or any(units[place].closing or units[place].names for place in draft.texts)
    named = together(walk.named[place] for place in draft.texts)
    in_sections = any(draft.texts[0] < place < draft.texts[-1] for place in walk.sections)
    return Body(draft, text, named, pairs_of(text), numbers_of(text), has_byline, in_sections, draft.texts[0], draft.texts[-1])


def _first_of_pair(lines: list[int], headings: tuple[Heading, ...], scene: Scene) -> int:
    """Where the headline begins among lines that name no park: with the last, or with the one right over it that is about as long."""
    last = len(lines) - 1
    if not last:
        return last
    upper, lower = headings[lines[last - 1]], headings[lines[last]]
    beside = lower.places[0] - upper.places[-1] == 1 and scene.units[lower.places[0]].gap == 0
    lengths = [len(_QUOTES.sub("", one.text)) for one in (upper, lower)]
    alike = abs(lengths[0] - lengths[1]) <= _ABOUT and max(lengths) <= _SHORT
    return last - 1 if beside and alike and not (upper.numbers or lower.numbers) else last


def _tells_more(upper: str, lower: str) -> bool:
    """Whether a line under a headline as long as one is tells of a time or of a way (前7个月同比增长近两成), which no rest of one does."""
    return len(upper) >= _LONG_LINE and _BEGINS_DECK.match(lower) is not None


def _is_subtitle(text: str, tools: Tools) -> bool:
    """Whether a line stands after a dash, or says what sort of report this is."""
    return text.startswith(("—", "－", "-")) or tools.shapes.subtitle(text)


def _title(group: tuple[int, ...], headings: tuple[Heading, ...], body: Body, scene: Scene) -> Title:
    """Headline and deck of a row: the headline begins with the line that names the body's park and takes the lines after it.

    A series' name and a line after a dash are deck wherever they stand; where no line names a park the last is the headline.
    """
    tools = scene.tools
    deck = [one for one in group if tools.shapes.series(headings[one].text) or _is_subtitle(headings[one].text, tools)]
    lines = [one for one in group if one not in deck] or list(group)
    deck = [one for one in deck if one not in lines]
    naming = [one for one in lines if headings[one].named.names and body.named.main in headings[one].named.names]
    naming = naming or [one for one in lines if headings[one].named.names]
    naming = [one for one in naming if _begins_title(headings[one].text, tools)] or naming
    start = lines.index(naming[0]) if naming else _first_of_pair(lines, headings, scene)
    end = start + 1 if _is_whole(headings[lines[start]]) else len(lines)
    while end < len(lines) and len(headings[lines[end]].text) <= _SHORTEST_DECK and not headings[lines[end]].named.names:
        end += 1
    # 某经开区综合水平居全国第14位 | 产值过百亿元企业达6家，形成产业集群: two clauses under a line without a comma are deck.
    below = [one for one in range(start + 1, end) if _COMMA.search(headings[lines[one]].text)]
    end = below[0] if below and not _COMMA.search(headings[lines[start]].text) else end
    end = start + 1 if end == start + 2 and _tells_more(headings[lines[start]].text, headings[lines[start + 1]].text) else end
    deck = sorted([*deck, *lines[:start], *lines[end:]])
    under = tuple(headings[one].under for one in group if headings[one].under)
    main = tuple(place for one in lines[start:end] for place in headings[one].places if (place,) not in under)
    return Title(main, (*(headings[one].places for one in deck), *under))
