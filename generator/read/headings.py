"""Headlines to bodies, over the whole page at once: wherever a headline stands, the body that it fits best as a whole is its own.

A score is the sum of the features in FEATURES; a headline that fits no body stays an orphan.
"""

from collections import Counter
from dataclasses import replace

from generator.read.assign import share_out
from generator.read.cohesion import Rarity, named_in, numbers_of, pairs_of, together
from generator.read.crossings import who_answers
from generator.read.draft import Draft
from generator.read.drafts import Walk
from generator.read.heading_features import FEATURES, Body, Heading, Scene, cut_at
from generator.read.homeless import is_new_kind
from generator.read.sorts import Sort
from generator.read.titles import SHORTEST_DECK, Title, is_subtitle, title_of
from generator.read.tools import Tools
from generator.read.units import Unit

_FITS = 2.5
_CLEAR = 1.5


def match_headings(walk: Walk, units: tuple[Unit, ...], tools: Tools) -> tuple[Title | None, ...]:
    """For each article in the making its title, or None."""
    headings = _headings(units, walk, tools)
    bodies = tuple(_body(draft, headings, walk, units, tools) for draft in walk.drafts)
    scene = _scene(headings, bodies, units, tools)
    scores = tuple(tuple(sum(rule(one, body, scene) for rule in FEATURES) for body in bodies) for one in headings)
    whole = tuple(tools.park_and_colon(one.text) for one in headings)
    owners = share_out(tuple(one.run for one in headings), tuple(bool(one.named.names) for one in headings), scores, whole)
    titles: list[Title | None] = [None] * len(bodies)
    for body in range(len(bodies)):
        group = tuple(heading for heading, owner in enumerate(owners) if owner == body)
        if group:
            titles[body] = title_of(group, headings, bodies[body], scene)
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
        between=frozenset(one.places[0] for one, body in inside if not cut_at(one, body, units, tools)),
        about=Counter(body.named.main for body in bodies),
        tight=sum(unit.gap > 0 for unit in units) * 2 <= len(units),
    )


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
        if len(heading.text) >= SHORTEST_DECK and not foreign and not tools.shapes.numbered(heading.text):
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
        if unit.gap and run + 1 < place and not units[place - 1].gap:
            # What a blank line parts from two lines without one between them is another title, or its kicker.
            run = place
        before = out[-1] if out and out[-1].run == run else None
        rest = tools.park_alone(before.text + unit.text.text) if before is not None else False
        rest = rest or (not unit.gap and _is_cut_off(unit.text.text, tools))
        last = place + 1 == len(units) or units[place + 1].sort is not Sort.HEAD
        under = (place,) if before is not None and last and not before.under and is_subtitle(unit.text.text, tools) else ()
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


def _incomplete(text: str, tools: Tools) -> bool:
    return text.endswith(("：", ":", "，", ",", "、")) or tools.park_alone(text) or is_new_kind(text)


def _is_cut_off(text: str, tools: Tools) -> bool:
    """Whether a short line begins with no word (一颗果子“滚” | 出十亿产业), so that the headline's line above it goes on in it."""
    fresh = tools.vocabulary.begins_word(text) or text[:1] in tools.ends.one_letter_starts or not "一" <= text[:1] <= "龥"
    return len(text) <= SHORTEST_DECK and not fresh and not tools.opens_with_park(text)


def _body(draft: Draft, headings: tuple[Heading, ...], walk: Walk, units: tuple[Unit, ...], tools: Tools) -> Body:
    text = "\n".join(units[place].text.text for place in draft.texts)
    has_byline = bool(draft.bylines) or any(units[place].closing or units[place].names for place in draft.texts)
    named = together(walk.named[place] for place in draft.texts)
    in_sections = any(draft.texts[0] < place < draft.texts[-1] for place in walk.sections)
    answers = who_answers((text,), tools)
    above = next((one.run for one in reversed(headings) if one.places[-1] in draft.heads), -1)
    return Body(
        draft, text, named, pairs_of(text), numbers_of(text), has_byline, in_sections, answers, above, draft.texts[0], draft.texts[-1]
    )
