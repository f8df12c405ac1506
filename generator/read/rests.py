"""Texts that begin within a sentence, by the sentence that they end: one above a headline, or one further down."""

from collections.abc import Sequence

from generator.read import crossings
from generator.read.cohesion import together
from generator.read.draft import Draft
from generator.read.sorts import Sort
from generator.read.view import View

_LONGEST_SCRAP = 20
_SURELY_ODD = 2
# A fit in which more counts than that the text begins as none does.
_WHOLLY = 5.0


def is_scrap(draft: Draft, place: int, view: View) -> bool:
    """Whether a text has a few words only that may go on with the sentence in which the article stopped (占比则 | 升至29%。)."""
    short = len(view.text(place)) <= _LONGEST_SCRAP and not view.text(place).startswith("“")
    return short and view.open(draft.texts[-1]) and view.fit(draft.texts[-1], place) >= 0


def waits_for_title(draft: Draft, between: Sequence[int], place: int, view: View) -> bool:
    """Whether an article without headline and names stopped within a sentence that may go on here, below the title that cut it."""
    last, opened = draft.texts[-1], view.units[draft.texts[0]]
    untitled = not (draft.heads or draft.bylines or draft.ended or opened.names) and view.open(last)
    if not untitled or view.tools.shapes.opens_prose(view.text(place)):
        return False
    theirs = together(view.named[other] for other in between)
    mine = together(view.named[other] for other in draft.texts)
    fits = view.fit(last, place) >= 0 and not crossings.goes_on_below(last, place, view.units, view.tools)
    return fits and (not theirs.names or mine.main in theirs.names)


def begins_below(place: int, between: Sequence[int], drafts: Sequence[Draft], view: View) -> bool:
    """Whether a text under a headline begins within a sentence that stops further down, though all before it have ended."""
    headed = bool(drafts) and any(view.units[other].sort is Sort.HEAD for other in between)
    odd = headed and view.tools.shapes.odd_start(view.text(place)) > _SURELY_ODD
    if not odd or any(view.open(draft.texts[-1]) for draft in drafts):
        return False
    below = (at for at in range(place + 1, len(view.units)) if view.units[at].sort is Sort.TEXT and view.open(at))
    return any(view.fit(at, place) >= _WHOLLY for at in below)
