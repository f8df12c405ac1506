"""Texts that a page prints before the sentence that they go on with (缩减为9个 … under one article, 由23个 at the end of a later one).

A step of its own after the walk, which only looks back: here every article is known that stops within a sentence.
"""

import re
from dataclasses import dataclass
from itertools import pairwise

from generator.read.cohesion import Named, together
from generator.read.draft import Draft
from generator.read.drafts import Walk
from generator.read.fits import fit_of
from generator.read.persons import introduces
from generator.read.sorts import Sort
from generator.read.tools import Tools
from generator.read.units import Unit

_PROOF = 1.0
_PARK = 2.0
_OTHER_PARK = -4.0
_COLUMN = 2.0
_NAMES_BETWEEN = 1.5
_OTHER_COLUMN = 3
_LONGEST_SECTION = 5
_ODD = 2
_GIVES_NAME = re.compile("[（(]以?下(?:简|统)?称")
_CHINESE = re.compile("[一-龥]{3}")


@dataclass(frozen=True, slots=True)
class _Rest:
    """The texts of a draft from `cut` on, which may go on with another article.

    `before` and `first` are the units at the cut, `kept` and `theirs` the parks named before and after it.
    """

    draft: Draft
    cut: int
    before: Unit
    first: Unit
    kept: Named
    theirs: Named


def call_home(walk: Walk, units: tuple[Unit, ...], tools: Tools) -> None:
    """Move the last texts of an article to the one that they go on with, where both ends and the column or the park say so."""
    for stopped in [draft for draft in walk.drafts if _stops(draft, units, tools)]:
        if not stopped.texts:
            continue
        rests = [rest for draft in walk.drafts if draft is not stopped for rest in _rests(draft, walk, units, tools)]
        mine = together(walk.named[place] for place in stopped.texts)
        found = [(_proof(stopped, mine, rest, walk, units, tools), -at) for at, rest in enumerate(rests)]
        best, at = max(found, default=(0.0, 0))
        if best >= max(_PROOF, _own_rest(stopped, units, tools)):
            _move(rests[-at], stopped)
    _bring_home(walk, units, tools)
    walk.drafts[:] = [draft for draft in walk.drafts if draft.texts]


def _stops(draft: Draft, units: tuple[Unit, ...], tools: Tools) -> bool:
    """Whether a draft stops within a sentence: without names or credit (… 摄) after it, nor a caption right below with the rest of it."""
    unit, below = units[draft.texts[-1]], units[draft.texts[-1] + 1 : draft.texts[-1] + 2]
    text = unit.text.text
    if unit.sort is not Sort.TEXT or unit.closing or tools.shapes.closed(text) or tools.shapes.credited(text):
        return False
    return not any(one.sort is Sort.CAPTION and fit_of(text, one.text.text, tools) >= _PROOF for one in below)


def _own_rest(stopped: Draft, units: tuple[Unit, ...], tools: Tools) -> float:
    """How well one of the article's own texts, printed out of its order, goes on with it: 2000辆 … at its head, 提高到 at its end."""
    texts = [units[place].text.text for place in stopped.texts]
    firsts = [text for at, text in enumerate(texts[:-1]) if not at or tools.shapes.closed(texts[at - 1])]
    fits = (fit_of(texts[-1], text, tools) for text in firsts)
    return max((fit + _PARK for fit in fits if fit >= _PROOF), default=0.0)


def _rests(draft: Draft, walk: Walk, units: tuple[Unit, ...], tools: Tools) -> list[_Rest]:
    """Where a draft may be cut: before a text that begins no paragraph and after one that has ended."""
    out: list[_Rest] = []
    for cut, place in enumerate(draft.texts):
        before, first = units[draft.texts[max(0, cut - 1)]], units[place]
        ended = not cut or tools.shapes.closed(before.text.text)
        if ended and not first.lead and not tools.shapes.opens_paragraph(first.text.text):
            kept, theirs = (together(walk.named[one] for one in texts) for texts in (draft.texts[:cut], draft.texts[cut:]))
            out.append(_Rest(draft, cut, before, first, kept, theirs))
    return out


def _proof(stopped: Draft, mine: Named, rest: _Rest, walk: Walk, units: tuple[Unit, ...], tools: Tools) -> float:
    """How surely a rest goes on with what stopped: a sum of what the ends, the columns, the parks (`mine`) and the names between say."""
    if not rest.cut and not _may_be_rest(rest, units, mine, tools):
        return 0.0
    last = units[stopped.texts[-1]]
    return fit_of(last.text.text, rest.first.text.text, tools) + _by_column(last, rest) + _by_park(mine, rest, walk) + _by_names(rest)


def _may_be_rest(rest: _Rest, units: tuple[Unit, ...], mine: Named, tools: Tools) -> bool:
    """Whether all that a draft has may be the rest of another: one text, or several about no other park that no heading can head."""
    draft = rest.draft
    alone = len(draft.texts) == 1 and not draft.bylines and units[draft.texts[0]].closing is None
    within = tools.shapes.odd_start(rest.first.text.text) > _ODD  # under whatever headline it stands, it begins in a sentence
    return alone or ((within or not draft.heads) and rest.theirs.main in ("", mine.main))


def _by_column(last: Unit, rest: _Rest) -> float:
    """A rest stands in a column as wide as that in which the sentence stopped."""
    here, there = abs(rest.first.column - last.column), abs(rest.first.column - rest.before.column)
    return _COLUMN * ((there >= _OTHER_COLUMN > here) - (here >= _OTHER_COLUMN > there))


def _by_park(mine: Named, rest: _Rest, walk: Walk) -> float:
    """A rest speaks of the park of the article that stopped, and not of the one under which it stands."""
    if rest.kept.main and rest.theirs.count(rest.kept.main):
        return _OTHER_PARK
    named = bool(mine.main and rest.theirs.count(mine.main))
    headed = not rest.cut and bool(mine.main) and together(walk.named[place] for place in rest.draft.heads).count(mine.main) > 0
    return _PARK * (named + headed)


def _by_names(rest: _Rest) -> float:
    """Names that end the article before the rest say that it is none of that article."""
    texts = rest.draft.texts
    between = rest.before.closing is not None or any(texts[rest.cut - 1] < place < texts[rest.cut] for place in rest.draft.bylines)
    return _NAMES_BETWEEN * bool(rest.cut and between)


def _move(rest: _Rest, home: Draft) -> None:
    draft, places = rest.draft, rest.draft.texts[rest.cut :]
    home.heads = home.heads if rest.cut else [*draft.heads, *home.heads]
    home.late = [place for place in places if place < home.texts[-1]]
    home.texts = sorted([*home.texts, *places])
    home.bylines.extend(place for place in draft.bylines if place > places[0])
    home.ended = home.ended or draft.ended
    draft.bylines = [place for place in draft.bylines if place < places[0]]
    draft.texts = draft.texts[: rest.cut]


def _bring_home(walk: Walk, units: tuple[Unit, ...], tools: Tools) -> None:
    """What has neither heading nor author and stands right over the headline of the only other article on its park goes with that one.

    It is the beginning of it, or its end where one paragraph stands over several.
    """
    for draft, after in pairwise(list(walk.drafts)):
        named = together(walk.named[place] for place in draft.texts)
        if not draft.texts or not _is_headless(draft, walk, units) or not named.full or not _stand_off(draft, units):
            continue
        opened = any(unit.lead or unit.note or unit.closing or unit.sort is Sort.CAPTION for unit in (units[at] for at in draft.texts))
        same = [one for one in walk.drafts if one is not draft and _tells_of(named.main, one, walk)]
        if not opened and same == [after] and (after.heads or (units[after.texts[0]].lead and not _has_spare_title(walk, units))):
            after.late = draft.texts if _is_end(draft, after, units, tools) else []
            after.texts = sorted([*draft.texts, *after.texts])
            draft.texts, draft.bylines = [], []


def _has_spare_title(walk: Walk, units: tuple[Unit, ...]) -> bool:
    """Whether names with a sign stand under a heading that no article has taken: there is one more article than openings tell."""
    taken = {place for draft in walk.drafts for place in draft.bylines}
    signed = (place for place, unit in enumerate(units) if unit.sort is Sort.BYLINE and unit.sure and place not in taken)
    return any(place and units[place - 1].sort is Sort.HEAD for place in signed)


def _is_headless(draft: Draft, walk: Walk, units: tuple[Unit, ...]) -> bool:
    """Whether no headline stands over a draft, but at most the few letters of a page's or a section's name (齐鲁园区)."""
    return all(len(units[place].text.text) <= _LONGEST_SECTION and not walk.named[place].names for place in draft.heads)


def _stand_off(draft: Draft, units: tuple[Unit, ...]) -> bool:
    """Whether all names that a draft was given stand farther from its text than from what is above them: they are none of its own."""
    first = draft.texts[0]
    return all(place == first - 1 and units[first].gap > units[place].gap for place in draft.bylines)


def _tells_of(park: str, draft: Draft, walk: Walk) -> bool:
    """Whether a draft's texts name a park, and no other is named as often, by any name: in the texts alone or with the headings.

    Texts that name none (区里, 全区) leave it to the headings.
    """
    texts = together(walk.named[at] for at in draft.texts)
    whole = together(walk.named[at] for at in (*draft.texts, *draft.heads))
    most = max((whole.count(name) for name, _ in (*whole.full, *whole.weak)), default=0)
    told = texts.count(park) > 0 or not texts.names
    return texts.main == park or (told and 0 < whole.count(park) >= most)


def _is_end(draft: Draft, after: Draft, units: tuple[Unit, ...], tools: Tools) -> bool:
    """Whether what stands over a headline is the end of the article: one paragraph is, several are where they alone speak of plans.

    What gives the park its short name (以下简称…) or first says who somebody is is no end, and what follows it no beginning.
    """
    if units[after.texts[0]].lead:
        return True
    named = [any(_GIVES_NAME.search(units[place].text.text) for place in one.texts) for one in (draft, after)]
    if named[0] != named[1]:
        return named[1]
    told = [introduces(_text(one, units), _text(other, units), tools) for one, other in ((draft, after), (after, draft))]
    if told[0] != told[1]:
        return told[1]
    ends = [tools.shapes.plans(units[one.texts[-1]].text.text) for one in (draft, after)]
    return ends[0] if ends[0] != ends[1] else len(draft.texts) <= len(after.texts)


def _text(draft: Draft, units: tuple[Unit, ...]) -> str:
    return "\n".join(units[place].text.text for place in draft.texts)


def adopt(walk: Walk, units: tuple[Unit, ...], tools: Tools) -> None:
    """What has neither heading nor opening, author nor park is no article: it goes on with the one before.

    A step of its own after the sections of reports have been joined: over them an opening may name no park.
    """
    for before, draft in pairwise(list(walk.drafts)):
        named = together(walk.named[place] for place in (*draft.heads, *draft.texts))
        opened = any(units[place].lead or units[place].note or units[place].closing for place in draft.texts)
        photo = any(units[place].sort is Sort.CAPTION for place in draft.texts)
        if not before.texts or not draft.texts or draft.heads or draft.bylines or draft.column or named.names or opened or photo:
            continue
        if _headed_elsewhere(draft, walk, units, tools):
            continue
        home = _of_same_person(draft, walk, units, tools) or before
        home.texts = sorted([*home.texts, *draft.texts])
        draft.texts = []
    walk.drafts[:] = [draft for draft in walk.drafts if draft.texts]


def _headed_elsewhere(draft: Draft, walk: Walk, units: tuple[Unit, ...], tools: Tools) -> bool:
    """Whether a heading over no article names a person of these texts: the headline of an interview that stands apart from it."""
    taken = {place for other in walk.drafts for place in other.heads}
    loose = [unit.text.text for place, unit in enumerate(units) if unit.sort is Sort.HEAD and place not in taken]
    return any(person in text for person in _people(draft, units, tools) for text in loose)


def _of_same_person(draft: Draft, walk: Walk, units: tuple[Unit, ...], tools: Tools) -> Draft | None:
    """The one article before that names a person whom texts without a park name too."""
    people = _people(draft, units, tools)
    before = [other for other in walk.drafts if other is not draft and other.texts and other.texts[0] < draft.texts[0]]
    found = [other for other in before if people & _people(other, units, tools)] if people else []
    return found[0] if len(found) == 1 else None


def _people(draft: Draft, units: tuple[Unit, ...], tools: Tools) -> frozenset[str]:
    """All that looks like a name of three characters."""
    names = tools.shapes.names
    found: list[str] = []
    for place in draft.texts:
        text = units[place].text.text
        runs = (text[at : at + 3] for at in range(len(text) - 2))
        found.extend(run for run in runs if names.likely(run) and _CHINESE.fullmatch(run) and names.no_word(run) and names.no_word(run[1:]))
    return frozenset(found)


__all__ = ["adopt", "call_home"]
