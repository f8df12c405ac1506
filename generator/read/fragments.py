"""Texts that a page prints before the sentence that they go on with (缩减为9个 … under one article, 由23个 at the end of a later one).

A step of its own after the walk, which only looks back: here every article is known that stops within a sentence.
"""

from generator.read.cohesion import together
from generator.read.drafts import Draft, Walk
from generator.read.fits import fit_of
from generator.read.tools import Tools
from generator.read.units import Unit

_PROOF = 2.0
_OTHER_COLUMN = 3


def call_home(walk: Walk, units: tuple[Unit, ...], tools: Tools) -> None:
    """Move the last texts of an article to the one that they go on with, where both ends and the column or the park say so."""
    for stopped in walk.drafts:
        last = stopped.texts[-1]
        if stopped.ended or tools.shapes.closed(units[last].text.text):
            continue
        cuts = [(at, cut) for at, draft in enumerate(walk.drafts) if draft is not stopped for cut in range(1, len(draft.texts))]
        found = [(_proof(stopped, walk.drafts[at], cut, walk, units, tools), at, cut) for at, cut in cuts]
        best = max(found, default=(0.0, 0, 0), key=lambda one: (one[0], -one[1], -one[2]))
        if best[0] >= _PROOF:
            _move(walk.drafts[best[1]], best[2], stopped)


def _proof(stopped: Draft, draft: Draft, cut: int, walk: Walk, units: tuple[Unit, ...], tools: Tools) -> float:
    """How surely the texts of `draft` from `cut` on go on with what stopped; 0 where the text before the cut has not ended."""
    before, first = units[draft.texts[cut - 1]], units[draft.texts[cut]]
    if not tools.shapes.closed(before.text.text) or first.lead or tools.shapes.opens_paragraph(first.text.text):
        return 0.0
    last = units[stopped.texts[-1]]
    proof = fit_of(last.text.text, first.text.text, tools)
    here, there = abs(first.column - last.column), abs(first.column - before.column)
    proof += 2.0 * (there >= _OTHER_COLUMN > here) - 2.0 * (here >= _OTHER_COLUMN > there)
    theirs, mine = together(walk.named[place] for place in draft.texts[cut:]), together(walk.named[place] for place in stopped.texts)
    kept = together(walk.named[place] for place in draft.texts[:cut])
    proof += 2.0 * bool(mine.main and theirs.count(mine.main) and not theirs.count(kept.main))
    return proof - 4.0 * bool(kept.main and theirs.count(kept.main))


def _move(draft: Draft, cut: int, home: Draft) -> None:
    first = draft.texts[cut]
    home.late = [place for place in draft.texts[cut:] if place < home.texts[-1]]
    home.texts = sorted([*home.texts, *draft.texts[cut:]])
    home.bylines.extend(place for place in draft.bylines if place > first)
    home.ended = draft.ended
    draft.bylines = [place for place in draft.bylines if place < first]
    draft.texts = draft.texts[:cut]


__all__ = ["call_home"]
