"""Texts that a page prints before the sentence that they go on with (缩减为9个 … under one article, 由23个 at the end of a later one).

A step of its own after the walk, which only looks back: here every article is known that stops within a sentence.
"""

from itertools import pairwise

from generator.read.cohesion import together
from generator.read.drafts import Draft, Walk
from generator.read.fits import fit_of
from generator.read.sorts import Sort
from generator.read.tools import Tools
from generator.read.units import Unit

_PROOF = 2.0
_OTHER_COLUMN = 3


def call_home(walk: Walk, units: tuple[Unit, ...], tools: Tools) -> None:
    """Move the last texts of an article to the one that they go on with, where both ends and the column or the park say so."""
    for stopped in walk.drafts:
        if not stopped.texts:
            continue
        last = stopped.texts[-1]
        if tools.shapes.closed(units[last].text.text):
            continue
        cuts = [(at, cut) for at, draft in enumerate(walk.drafts) if draft is not stopped for cut in range(len(draft.texts))]
        found = [(_proof(stopped, walk.drafts[at], cut, walk, units, tools), at, cut) for at, cut in cuts]
        best = max(found, default=(0.0, 0, 0), key=lambda one: (one[0], -one[1], -one[2]))
        if best[0] >= _PROOF:
            _move(walk.drafts[best[1]], best[2], stopped)
    _adopt(walk, units)
    walk.drafts[:] = [draft for draft in walk.drafts if draft.texts]


def _adopt(walk: Walk, units: tuple[Unit, ...]) -> None:
    """What has neither heading nor opening, author nor park is no article: it goes on with the one before."""
    for before, draft in pairwise(list(walk.drafts)):
        named = together(walk.named[place] for place in (*draft.heads, *draft.texts))
        opened = any(units[place].lead or units[place].note or units[place].closing for place in draft.texts)
        photo = any(units[place].sort is Sort.CAPTION for place in draft.texts)
        if not before.texts or not draft.texts or draft.heads or draft.bylines or draft.column or named.names or opened or photo:
            continue
        before.texts = sorted([*before.texts, *draft.texts])
        draft.texts = []


def _proof(stopped: Draft, draft: Draft, cut: int, walk: Walk, units: tuple[Unit, ...], tools: Tools) -> float:
    """How surely the texts of `draft` from `cut` on go on with what stopped; 0 where the text before the cut has not ended."""
    before, first, last = units[draft.texts[max(0, cut - 1)]], units[draft.texts[cut]], units[stopped.texts[-1]]
    if first.lead or tools.shapes.opens_paragraph(first.text.text) or (cut and not tools.shapes.closed(before.text.text)):
        return 0.0
    if not cut and (len(draft.texts) > 1 or draft.bylines or units[draft.texts[0]].closing):
        return 0.0  # a whole article with its author is no rest of another
    proof = fit_of(last.text.text, first.text.text, tools)
    here, there = abs(first.column - last.column), abs(first.column - before.column)
    proof += 2.0 * (there >= _OTHER_COLUMN > here) - 2.0 * (here >= _OTHER_COLUMN > there)
    theirs, mine = together(walk.named[place] for place in draft.texts[cut:]), together(walk.named[place] for place in stopped.texts)
    kept = together(walk.named[place] for place in draft.texts[:cut])
    proof += 2.0 * bool(mine.main and theirs.count(mine.main) and not theirs.count(kept.main))
    headed = together(walk.named[place] for place in draft.heads)
    proof += 2.0 * bool(not cut and mine.main and headed.count(mine.main))
    return proof - 4.0 * bool(kept.main and theirs.count(kept.main))


def _move(draft: Draft, cut: int, home: Draft) -> None:
    first = draft.texts[cut]
    home.heads = home.heads if cut else [*draft.heads, *home.heads]
    home.late = [place for place in draft.texts[cut:] if place < home.texts[-1]]
    home.texts = sorted([*home.texts, *draft.texts[cut:]])
    home.bylines.extend(place for place in draft.bylines if place > first)
    home.ended = home.ended or draft.ended
    draft.bylines = [place for place in draft.bylines if place < first]
    draft.texts = draft.texts[:cut]


__all__ = ["call_home"]
