"""Two articles that no opening and no byline part, parted where the page begins to speak of another park.

A step of its own after the walk: it needs all headings of the page, for a headline left over is what proves that there are two.
"""

from generator.read.cohesion import Named, Rarity, pairs_of, together
from generator.read.draft import Draft
from generator.read.drafts import Walk
from generator.read.homeless import opens_with_new_kind
from generator.read.sorts import Sort
from generator.read.tools import Tools
from generator.read.units import Unit

_FEWEST_TEXTS = 2
_OFTEN = 3
_BESIDE = 4
_OTHER_COLUMN = 3
_PULL = 5.0
_NEAR = 6
_LONGEST_STORY = 400


def split_drafts(walk: Walk, units: tuple[Unit, ...], tools: Tools) -> None:
    """Part every draft that holds two articles; the second part becomes a draft of its own or goes on with an interrupted one."""
    waiting = list(walk.drafts)
    while waiting:
        draft = waiting.pop(0)
        cut = _find_cut(draft, walk, units, tools)
        if cut is None:
            continue
        first = draft.texts[cut]
        rest = Draft(texts=draft.texts[cut:], ended=draft.ended)
        rest.bylines = [place for place in draft.bylines if place > first]
        draft.bylines = [place for place in draft.bylines if place < first]
        draft.texts, draft.ended = draft.texts[:cut], True
        goal = _waiting(rest, draft, walk, units, tools)
        if goal is None:
            walk.drafts.insert(walk.drafts.index(draft) + 1, rest)
            waiting[:0] = [draft, rest]
        else:
            goal.texts = sorted([*goal.texts, *rest.texts])
            goal.bylines.extend(rest.bylines)


def _waiting(rest: Draft, draft: Draft, walk: Walk, units: tuple[Unit, ...], tools: Tools) -> Draft | None:
    """The one draft of the same park that no names have ended."""
    main = _named(rest.texts, walk).main
    same = [one for one in walk.drafts if one is not draft and not one.ended and _named(one.texts, walk).main == main]
    cut = [one for one in same if one.texts[-1] < rest.texts[0] and not tools.shapes.closed(units[one.texts[-1]].text.text)]
    return cut[0] if len(cut) == 1 else None


def _find_cut(draft: Draft, walk: Walk, units: tuple[Unit, ...], tools: Tools) -> int | None:
    """The text with which the second article begins, or None."""
    if len(draft.texts) < _FEWEST_TEXTS:
        return None
    cuts = [cut for cut in range(1, len(draft.texts)) if _may_cut(cut, draft, walk, units, tools)]
    if not cuts:
        return None
    zone = range(cuts[0] - 1, cuts[-1] + 1)
    likeness = _likeness(draft, units)
    return max(cuts, key=lambda cut: (_start(cut, draft, units, tools) + _held(cut, zone, likeness), -cut))


def _may_cut(cut: int, draft: Draft, walk: Walk, units: tuple[Unit, ...], tools: Tools) -> bool:
    """Whether two parks share the texts so that one has all before the cut and the other all after it, and something else says so too."""
    before, after = units[draft.texts[cut - 1]], units[draft.texts[cut]]
    open_before = not tools.shapes.closed(before.text.text)
    if tools.shapes.odd_start(after.text.text) or (open_before and not tools.shapes.opens_prose(after.text.text)):
        return False
    left, right = _named(draft.texts[:cut], walk), _named(draft.texts[cut:], walk)
    if not left.names and right.full and walk.named[draft.texts[cut]].full:
        boxed = after.gap > 0 and sum(unit.gap > 0 for unit in units) * 2 <= len(units)
        return (boxed and _signed_twice(cut, draft, walk, units)) or _headed_anew(cut, draft, right.main, walk, units)
    of_a_kind = bool(right.main) and not right.full and not left.count(right.main)  # 国家级经开区, all of a kind together
    if of_a_kind and tools.shapes.opens_prose(after.text.text) and _signed_twice(cut, draft, walk, units):
        return True
    if not (_told(left, walk, units) and _told(right, walk, units)) or not (_rare(right.main, left) and _rare(left.main, right)):
        return False
    first, last = walk.named[draft.texts[cut]], walk.named[draft.texts[cut - 1]]
    if (first.count(left.main) and not first.count(right.main)) or (last.count(right.main) and not last.count(left.main)):
        return False
    if left.count(right.main) or right.count(left.main):
        return _headed(left.main, right.main, draft, walk, units)
    if _photo_story(cut, draft, right.main, walk, units, tools):
        return True
    if _next_article(cut, draft, walk) == right.main or _signed_twice(cut, draft, walk, units):
        return True
    if _headed(left.main, right.main, draft, walk, units):
        return abs(before.measure - after.measure) >= _OTHER_COLUMN or right.count(right.main) > 1
    columns = abs(before.column - after.column) >= _OTHER_COLUMN
    return columns and right.count(right.main) >= _OFTEN


def _signed_twice(cut: int, draft: Draft, walk: Walk, units: tuple[Unit, ...]) -> bool:
    """Whether names open the texts before the cut and others close or stand within those after it: no report has both."""
    texts, first = draft.texts, draft.texts[cut]
    opened = any(place < texts[0] for place in draft.bylines) or bool(units[texts[0]].names)
    others = {place for one in walk.drafts if one is not draft for place in one.bylines}
    within = (place for place in range(first, min(len(units), texts[-1] + 2)) if units[place].sort is Sort.BYLINE and place not in others)
    signed = any(units[place].sure or place in draft.bylines for place in within)
    return opened and (signed or any(units[place].closing for place in texts[cut:]))


def _headed_anew(cut: int, draft: Draft, park: str, walk: Walk, units: tuple[Unit, ...]) -> bool:
    """Whether a heading names the park of the texts after the cut, and another one a new kind of park that those before it tell of."""
    heads = [place for place, unit in enumerate(units) if unit.sort is Sort.HEAD]
    before = "".join(units[place].text.text for place in draft.texts[:cut])
    apart = [place for place in heads if not any(walk.named[one].full for one in (place - 1, place) if one in heads)]
    anew = any(opens_with_new_kind(units[place].text.text, before) for place in apart)
    return anew and any(walk.named[place].count(park) for place in heads)


def _told(texts: Named, walk: Walk, units: tuple[Unit, ...]) -> bool:
    """Whether texts name a park in full, or again and again one that a heading names: by a place (光谷, 中国医药城), or a small one."""
    if texts.full:
        return True
    headed = {name for place, unit in enumerate(units) if unit.sort is Sort.HEAD for name in walk.named[place].names}
    return texts.main in headed and texts.count(texts.main) > 1


def _next_article(cut: int, draft: Draft, walk: Walk) -> str:
    """The park of the article whose headline stands right under the texts from a cut on, if it is the only one on it; else nothing."""
    below = sorted((one.texts[0], at) for at, one in enumerate(walk.drafts) if one.texts and one.texts[0] > draft.texts[cut])
    if not below or below[0][0] < draft.texts[-1] or not walk.drafts[below[0][1]].heads:
        return ""
    park = _named(walk.drafts[below[0][1]].texts, walk).main
    return park if sum(_named(one.texts, walk).main == park for one in walk.drafts if one is not draft) == 1 else ""


def _rare(park: str, texts: Named) -> bool:
    """Whether texts name the park not at all, or only beside their own."""
    return texts.main != park and _BESIDE * texts.count(park) <= texts.count(texts.main)


def _headed(one: str, other: str, draft: Draft, walk: Walk, units: tuple[Unit, ...]) -> bool:
    """Whether headings name both parks, and no other article is about the second."""
    taken = {_named(rival.texts, walk).main for rival in walk.drafts if rival is not draft}
    headed = {name for place, unit in enumerate(units) if unit.sort is Sort.HEAD for name in walk.named[place].names}
    return {one, other} <= headed and other not in taken


def _photo_story(cut: int, draft: Draft, park: str, walk: Walk, units: tuple[Unit, ...], tools: Tools) -> bool:
    """Whether the text after the cut is the last and the story of a picture: it says so, or a credit of its park follows."""
    story = draft.texts[cut:]
    text = "".join(units[place].text.text for place in story)
    if len(text) > _LONGEST_STORY or any(units[place].lead for place in story):
        return False
    last = story[-1]
    beside = units[last + 1] if last + 1 < len(units) and units[last + 1].sort is Sort.CAPTION else None
    credit = beside is not None and (walk.named[last + 1].count(park) > 0 or tools.shapes.credit(beside.text.text))
    return credit or tools.shapes.shows_picture(text)


def _likeness(draft: Draft, units: tuple[Unit, ...]) -> list[list[float]]:
    """For each two texts how much of the first one's pairs of characters, the rarer the more, the second one has too."""
    pairs = [pairs_of(units[place].text.text) for place in draft.texts]
    rarity = Rarity(pairs)
    weights = [rarity.weigh(own) or 1.0 for own in pairs]
    near = range(-_NEAR, _NEAR + 1)
    return [
        [rarity.weigh(own & pairs[at + step]) / weights[at] if step and 0 <= at + step < len(pairs) else 0.0 for step in near]
        for at, own in enumerate(pairs)
    ]


def _held(cut: int, zone: range, likeness: list[list[float]]) -> float:
    """How well each text of the zone is held by the nearest like it on its own side of the cut."""
    total = 0.0
    for at in zone:
        steps = range(-_NEAR, _NEAR + 1)
        total += max(one for step, one in zip(steps, likeness[at], strict=True) if (at + step < cut) == (at < cut) or not step)
    return _PULL * total


def _start(cut: int, draft: Draft, units: tuple[Unit, ...], tools: Tools) -> float:
    """How much the text after a cut looks like a beginning."""
    after, before = units[draft.texts[cut]], units[draft.texts[cut - 1]]
    text = after.text.text
    column = min(1.0, abs(after.measure - before.measure) / 4)
    ending = 0.5 * tools.shapes.looks_ahead(before.text.text)
    return 0.5 * tools.shapes.opens_prose(text) + 0.5 * text.startswith("“") + column + ending


def _named(places: list[int], walk: Walk) -> Named:
    return together(walk.named[place] for place in places)
