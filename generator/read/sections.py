"""One report on several parks, a section for each under a sub-heading that looks like a headline (A高新区：…, B高新区：…).

A step of its own after the walk, which takes every such sub-heading for a beginning: that they belong together shows only from a heading
elsewhere that names all of them (——A高新区、B高新区开年见闻) or counts them (三家高新区…).
"""

from generator.read.drafts import Draft, Walk
from generator.read.sorts import Sort
from generator.read.tools import Tools
from generator.read.units import Unit

_FEWEST = 2


def join_sections(walk: Walk, units: tuple[Unit, ...], tools: Tools) -> None:
    """Make one draft of unsigned drafts in a row whose parks a heading names or counts together; `walk.sections` are their sub-headings."""
    drafts = sorted((draft for draft in walk.drafts if draft.texts), key=lambda draft: draft.texts[0])
    for place, unit in enumerate(units):
        run = _run_for(place, drafts, walk, units, tools) if unit.sort is Sort.HEAD else []
        if run:
            _join(run, walk, units, tools)
            return


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


def _join(run: list[Draft], walk: Walk, units: tuple[Unit, ...], tools: Tools) -> None:
    home = run[0]
    for draft in run[1:]:
        home.texts = [*home.texts, *draft.texts]
        home.ended = home.ended or draft.ended
        walk.drafts.remove(draft)
    inside = range(home.texts[0], home.texts[-1])
    walk.sections = frozenset(place for place in inside if _is_section(units[place], tools))


def _main(draft: Draft, walk: Walk) -> str:
    """The park that most of a draft's texts name."""
    counts: dict[str, int] = {}
    for place in (*draft.heads, *draft.texts):
        for name, times in walk.named[place].full:
            counts[name] = counts.get(name, 0) + times
    return max(counts, key=lambda name: counts[name]) if counts else ""
