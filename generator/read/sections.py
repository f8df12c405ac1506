"""One report on several parks, a section for each under a sub-heading that looks like a headline (A高新区：…, B高新区：…).

A step of its own after the walk, which takes every such sub-heading for a beginning: that they belong together shows only from a heading
elsewhere that names all of them (——A高新区、B高新区开年见闻) or counts them (三家高新区…), or from an opening that does (走访了3个园区).
"""

import re
from itertools import takewhile

from generator.read.cohesion import together
from generator.read.draft import Draft
from generator.read.drafts import Walk
from generator.read.sorts import Sort
from generator.read.subjects import PARK_KIND
from generator.read.tools import Tools
from generator.read.units import Unit

_FEWEST = 2
_LONGEST_OPENING = 4
_FEWEST_ALONE = 3
_MANY = re.compile("各地|多地|[两三四五六几]地|[两三四五六几]省|(?:各|多|一批|几)[大家个座]?[^，。]{0,4}(?:园区|高新区|经开区|开发区)")
_PARKS = re.compile("^(?!.*(?:[该全本我]区|该园|表示|介绍|[，”]?[^，。]{2,12}说[，。])).*(?:园区|高新区|经开区|开发区|自贸片区)", re.DOTALL)
_BEFORE_COLON = re.compile("(?P<city>[一-龥]{2,5})[：:].")


def join_sections(walk: Walk, units: tuple[Unit, ...], tools: Tools) -> None:
    """Make one draft of unsigned drafts in a row whose parks a heading names or counts together; `walk.sections` are their sub-headings."""
    drafts = sorted((draft for draft in walk.drafts if draft.texts), key=lambda draft: draft.texts[0])
    for place, unit in enumerate(units):
        run = _run_for(place, drafts, walk, units, tools) if unit.sort is Sort.HEAD else []
        if run:
            _join(run, walk)
            inside = range(run[0].texts[0], run[0].texts[-1])
            walk.sections = {one: "" for one in inside if _is_section(units[one], tools)}
            return
    _join_rows(walk, units, tools)


def _run_for(place: int, drafts: list[Draft], walk: Walk, units: tuple[Unit, ...], tools: Tools) -> list[Draft]:
    """The drafts in a row that a heading speaks of; none where they are not as many or not all unsigned."""
    named = {name for name, _ in walk.named[place].full}
    counted = tools.shapes.several_parks(units[place].text.text)
    number = len(named) if len(named) >= _FEWEST else (counted.least if counted and counted.least == counted.most and not named else 0)
    if number < _FEWEST:
        return []
    for first in range(len(drafts) - number + 1):
        run = drafts[first : first + number]
        parks = [_main(draft, walk) for draft in run]
        told = set(parks) == named if named else len(set(parks)) == number and "" not in parks
        if told and _are_sections(run, units, tools):
            return run
    return []


def _are_sections(run: list[Draft], units: tuple[Unit, ...], tools: Tools) -> bool:
    """Whether each but the first stands under a park's name with a colon, none is signed before the last, and the first has its own too."""
    within = [place for draft in run for place in draft.bylines if run[0].texts[0] < place < run[-1].texts[0]]
    unsigned = not within and all(not any(units[place].closing for place in draft.texts) for draft in run[:-1])
    fresh = all(not any(units[place].lead or units[place].note for place in draft.texts) and not draft.bylines for draft in run[1:])
    headed = all(any(_is_section(units[place], tools) for place in draft.heads) for draft in run[1:])
    inside = range(run[0].texts[0], run[0].texts[-1])
    own = any(_is_section(units[place], tools) for place in inside)
    return unsigned and fresh and headed and own


def _is_section(unit: Unit, tools: Tools) -> bool:
    return unit.sort is Sort.HEAD and (tools.park_and_colon(unit.text.text) or tools.park_alone(unit.text.text))


def _join(run: list[Draft], walk: Walk) -> None:
    home = run[0]
    for draft in run[1:]:
        home.texts = sorted([*home.texts, *draft.texts])
        home.bylines = [*home.bylines, *draft.bylines]
        home.ended = home.ended or draft.ended
        walk.drafts.remove(draft)


def _join_rows(walk: Walk, units: tuple[Unit, ...], tools: Tools) -> None:
    """Make one draft of sections under sub-headings in a row, each with another park, and of the opening over them."""
    parks = {place: park for place in range(len(units)) if (park := _park_of_section(place, walk, units, tools))}
    for row in _rows(tuple(parks), units):
        stretches = (row[first:last] for first in range(len(row)) for last in range(len(row), first + 1, -1))
        any(_join_row(one, parks, walk, units, tools) for one in stretches)


def _join_row(row: list[int], parks: dict[int, str], walk: Walk, units: tuple[Unit, ...], tools: Tools) -> bool:
    """Make one draft of the texts under a row of sub-headings and of their opening; False where they are no sections of one report."""
    below = [next((draft for draft in walk.drafts if _under(place, draft, units)), None) for place in row]
    home = next((draft for draft in walk.drafts if row[0] - 1 in draft.texts), None)
    opening = _opening(home, row, parks, walk, units, tools) if home else []
    if None in below or len({parks[place] for place in row}) < len(row) or not (opening or _have_headline(row, walk, units)):
        return False
    run = [draft for at, draft in enumerate(below) if draft is not None and draft not in below[:at]]
    if home and opening:
        run = [home, *(draft for draft in run if draft is not home)]
    if not _is_unsigned(run, row, units):
        return False
    _join([_cut_off(opening or run[0].texts, run[0], walk), *run[1:]], walk)
    walk.sections.update((place, parks[place]) for place in row)
    return True


def _have_headline(row: list[int], walk: Walk, units: tuple[Unit, ...]) -> bool:
    """Whether three sections or more without an opening have a headline that names no park: right over them, or over names elsewhere."""
    heads = [place for place, unit in enumerate(units) if unit.sort is Sort.HEAD and not walk.named[place].names]
    signed = any(units[place + 1].sort is Sort.BYLINE and units[place + 1].sure for place in heads if place + 1 < len(units))
    return len(row) >= _FEWEST_ALONE and (signed or row[0] - 1 in heads)


def _cut_off(opening: list[int], home: Draft, walk: Walk) -> Draft:
    """The draft that begins with the opening: its own, or one parted from the article over it."""
    if opening[0] == home.texts[0]:
        return home
    above = [place for place in home.texts if place < opening[0]]
    parted = Draft(texts=[place for place in home.texts if place >= opening[0]], ended=home.ended)
    parted.bylines = [place for place in home.bylines if place > opening[0]]
    home.texts, home.bylines, home.ended = above, [place for place in home.bylines if place < opening[0]], True
    walk.drafts.insert(walk.drafts.index(home) + 1, parted)
    return parted


def _park_of_section(place: int, walk: Walk, units: tuple[Unit, ...], tools: Tools) -> str:
    """The park at the head of a sub-heading, or the one that its city alone stands for (荆门：旧电池里淘“新矿”); else nothing."""
    if units[place].sort is not Sort.HEAD:
        return ""
    if _is_section(units[place], tools):
        return walk.named[place].main
    match = _BEFORE_COLON.match(units[place].text.text)
    full = {name for named in walk.named for name, _ in named.full if PARK_KIND.sub("", name) == match["city"]} if match else set()
    return next(iter(full)) if len(full) == 1 else ""


def _rows(places: tuple[int, ...], units: tuple[Unit, ...]) -> list[list[int]]:
    """Sub-headings that no opening, closing or column's name parts."""
    rows: list[list[int]] = []
    for place in places:
        between = units[rows[-1][-1] + 1 : place] if rows else ()
        parted = any(unit.lead or unit.note or unit.closing or unit.sort in (Sort.COLUMN, Sort.LEAD) for unit in between)
        if rows and not parted:
            rows[-1].append(place)
        else:
            rows.append([place])
    return rows


def _under(place: int, draft: Draft, units: tuple[Unit, ...]) -> bool:
    """Whether the text right under a sub-heading, which may have a second line, is the draft's."""
    second = place + 2 < len(units) and units[place + 1].sort is Sort.HEAD
    return place + 1 + second in draft.texts


def _opening(home: Draft, row: list[int], parks: dict[int, str], walk: Walk, units: tuple[Unit, ...], tools: Tools) -> list[int]:
    """The texts over the first sub-heading that speak of all its sections, all that the draft has there or, of a longer one, its last."""
    above = [place for place in home.texts if place < row[0]]
    own = together(walk.named[place] for place in above).full[:1]
    told = (not own or own[0][0] in {parks[place] for place in row}) and _speaks_of_all(above, row, parks, walk, units, tools)
    told = told or (_is_general(above, home, walk, units) and (bool(home.bylines) or len(row) >= _FEWEST_ALONE))
    if told and len(above) <= _LONGEST_OPENING:
        return above
    last = list(takewhile(lambda place: _speaks_generally(place, walk, units, tools), above[:-_LONGEST_OPENING:-1]))[::-1]
    ended = bool(last) and last != above and tools.shapes.closed(units[above[-len(last) - 1]].text.text)
    return last if ended and (len(row) >= _FEWEST_ALONE or _speaks_of_all(last, row, parks, walk, units, tools)) else []


def _speaks_generally(place: int, walk: Walk, units: tuple[Unit, ...], tools: Tools) -> bool:
    """Whether a text names no park and speaks of parks as such (园区各有高招), not of what one of them plans or a person says."""
    text = units[place].text.text
    return not walk.named[place].full and bool(_MANY.search(text) or (_PARKS.search(text) and not tools.shapes.plans(text)))


def _is_general(opening: list[int], home: Draft, walk: Walk, units: tuple[Unit, ...]) -> bool:
    """Whether neither texts nor what stands over them names a park: by themselves they are no article."""
    return not any(walk.named[place].full or units[place].note for place in (*opening, *home.heads))


def _speaks_of_all(opening: list[int], row: list[int], parks: dict[int, str], walk: Walk, units: tuple[Unit, ...], tools: Tools) -> bool:
    """Whether texts name several of the parks, or count as many."""
    named = {name for place in opening for name in walk.named[place].names}
    counts = [tools.shapes.several_parks(units[place].text.text) for place in opening]
    counted = any(one is not None and one.least == one.most == len(row) for one in counts)
    return counted or len(named & {parks[place] for place in row}) >= _FEWEST


def _is_unsigned(run: list[Draft], row: list[int], units: tuple[Unit, ...]) -> bool:
    """Whether none but the last is signed, and names within stand under the headline of them all, right over a sub-heading."""
    closed = any(units[place].closing for draft in run for place in draft.texts if place < row[-1])
    opened = any(units[place].lead or units[place].note for draft in run for place in draft.texts if place > row[0])
    within = [place for draft in run for place in draft.bylines if row[0] < place < row[-1]]
    return not closed and not opened and all(place + 1 in row and units[place - 1].sort is Sort.HEAD for place in within)


def _main(draft: Draft, walk: Walk) -> str:
    """The park that most of a draft's texts name."""
    counts: dict[str, int] = {}
    for place in (*draft.heads, *draft.texts):
        for name, times in walk.named[place].full:
            counts[name] = counts.get(name, 0) + times
    return max(counts, key=lambda name: counts[name]) if counts else ""
