"""Two articles whose paragraphs a page prints in turn, under two headlines that stand together over the first of them.

A step of its own after the walk, which takes them for one: that there are two shows only from the whole row of texts, each of which speaks
of the one park or of the other, by its name or by its kind alone (高新区 … 经开区 … 高新区).
"""

import re
from itertools import pairwise

from generator.read.draft import Draft
from generator.read.drafts import Walk
from generator.read.tools import Tools
from generator.read.units import Unit

_FEWEST = 4
_FEWEST_TURNS = 3
_KIND = re.compile("高新区|经开区|自贸片区|自贸区|综保区|新区$")


def untangle(walk: Walk, units: tuple[Unit, ...], tools: Tools) -> None:
    """Part every draft whose texts tell of the parks of its two headlines in turn."""
    for draft in list(walk.drafts):
        heads = _two_heads(draft, walk)
        if heads is None or len(draft.texts) < _FEWEST:
            continue
        parks = (walk.named[heads[0]].main, walk.named[heads[1]].main)
        sides = _sides(draft, parks, walk, units, tools)
        if sides is not None:
            _part(draft, heads, sides, walk, units)


def _two_heads(draft: Draft, walk: Walk) -> tuple[int, int] | None:
    """The places of two headlines over a draft that name one park each, if no more do."""
    naming = [place for place in draft.heads if walk.named[place].full]
    if len(naming) != 2 or any(len(walk.named[place].full) != 1 for place in naming):
        return None
    first, second = naming
    return (first, second) if walk.named[first].main != walk.named[second].main else None


def _sides(draft: Draft, parks: tuple[str, str], walk: Walk, units: tuple[Unit, ...], tools: Tools) -> tuple[int, ...] | None:
    """For each text 0 or 1, the park that it is about; None where the texts do not take turns or one speaks of both parks.

    A text that says neither goes on with the sentence that is still open, else it keeps the turn.
    """
    told = [_side(place, parks, walk, units) for place in draft.texts]
    known = [(at, side) for at, side in enumerate(told) if side is not None]
    turns = sum(one != other for (_, one), (_, other) in pairwise(known))
    both = any(all(walk.named[place].count(park) for park in parks) for place in draft.texts)
    if turns < _FEWEST_TURNS or both or any((at + known[0][0]) % 2 != (side + known[0][1]) % 2 for at, side in known):
        return None
    out: list[int] = []
    last_open = [False, False]
    for at, place in enumerate(draft.texts):
        side = told[at]
        if side is None:
            keeps = (at + known[0][0] + known[0][1]) % 2
            side = last_open.index(True) if sum(last_open) == 1 else keeps
        out.append(side)
        last_open[side] = not tools.shapes.closed(units[place].text.text)
    return tuple(out)


def _side(place: int, parks: tuple[str, str], walk: Walk, units: tuple[Unit, ...]) -> int | None:
    """Which of two parks a text names, or which one's kind it alone speaks of."""
    named = [walk.named[place].count(park) > 0 for park in parks]
    if any(named):
        return named.index(True)
    kinds = [match[0] if (match := _KIND.search(park)) else "" for park in parks]
    if kinds[0] == kinds[1] or not all(kinds) or walk.named[place].full:
        return None
    spoken = [kind in units[place].text.text for kind in kinds]
    return spoken.index(True) if sum(spoken) == 1 else None


def _part(draft: Draft, heads: tuple[int, int], sides: tuple[int, ...], walk: Walk, units: tuple[Unit, ...]) -> None:
    """Two drafts for one: each with its headline's lines, names under both headlines with the one that has no others."""
    texts = [[place for place, side in zip(draft.texts, sides, strict=True) if side == one] for one in (0, 1)]
    signed = [any(units[place].closing or units[place].names for place in places) for places in texts]
    over = [place for place in draft.bylines if place < draft.texts[0]]
    under = [place for place in draft.bylines if place > draft.texts[0]]
    bylines = [over, under] if not signed[0] else [[], [*over, *under]]
    upper = [place for place in draft.heads if place < heads[1]]
    lower = [place for place in draft.heads if place >= heads[1]]
    parted = [Draft(texts[0], upper, bylines[0], ended=True), Draft(texts[1], lower, bylines[1], ended=True)]
    at = walk.drafts.index(draft)
    walk.drafts[at : at + 1] = sorted(parted, key=lambda one: one.texts[0])
