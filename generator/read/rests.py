"""What a text right under a headline may be other than its article's first: the rest of a sentence, of an article, a picture's story."""

import re
from collections.abc import Sequence

from generator.read import crossings
from generator.read.cohesion import pairs_of, together
from generator.read.draft import Draft
from generator.read.sorts import Sort
from generator.read.view import View

_LONGEST_SCRAP = 20
_SURELY_ODD = 2
# A fit in which more counts than that the text begins as none does.
_WHOLLY = 5.0
_LONGEST_PICTURE = 200
_TELLS = re.compile("报道$")


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


def heads_above(heads: Sequence[int], place: int, drafts: Sequence[Draft], view: View) -> bool:
    """Whether headings tell of what an article above does that nobody has signed, and hardly of what the text at a place does."""
    names = "".join(name for other in heads for name in view.named[other].names)
    told = frozenset().union(*(pairs_of(view.text(other)) for other in heads)) - pairs_of(names)
    waiting = [draft for draft in drafts[:-1] if not (draft.bylines or draft.ended or view.units[draft.texts[0]].lead)]
    if not told or not waiting:
        return False
    here = told & pairs_of(view.text(place))
    above = max(len(told & pairs_of("\n".join(map(view.text, draft.texts)))) for draft in waiting)
    return above * 2 >= len(told) and len(here) * 2 <= above


def is_picture(place: int, current: Draft | None, view: View) -> bool:
    """Whether a short text that opens with a day stands over whose the picture is (… 摄影报道), behind an article that names opened."""
    below = view.units[place + 1 : place + 2]
    signed = current is not None and bool(view.units[current.texts[0]].names) and not view.open(current.texts[-1])
    fresh = len(view.text(place)) <= _LONGEST_PICTURE and view.tools.shapes.opens_prose(view.text(place))
    return (
        signed and fresh and any(unit.sort is Sort.BYLINE and view.tools.shapes.credited(_TELLS.sub("", unit.text.text)) for unit in below)
    )
