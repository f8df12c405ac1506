"""What the walk asks about one place of the page: whether a word, a talk or a sentence crosses it, and which title stands over it."""

import re
from collections.abc import Iterable, Sequence

from generator.read.cohesion import Named, together
from generator.read.fits import fit_of
from generator.read.sorts import Sort
from generator.read.tools import Tools
from generator.read.units import Unit

_SPEAKER = re.compile("(?:^|(?<=[？?]))([一-龥]{2,4})[：:]", re.MULTILINE)
_QUESTION = re.compile("(?:问|记者|本报记者|主持人)[：:]")
_SURELY = 2.0
_FAR_BETTER = 3.0
_OTHER_BOX = 12
_OTHER_WIDTH = 6
_SLACK = 2


def splits_word(last: str, text: str, tools: Tools) -> bool:
    """Whether a word or number begins in the one text and ends in the other: a headline between them is the head of neither."""
    if tools.shapes.opens_paragraph(text):
        return False
    joined = tools.vocabulary.word_across(last, text) > 0 or tools.shapes.odd_start(text) > 1
    return joined and fit_of(last, text, tools) >= _SURELY


def who_answers(texts: Iterable[str], tools: Tools) -> frozenset[str]:
    """The persons before whose words their names stand (石兴贵：…), those who ask left out."""
    return frozenset(who for text in texts for who in _SPEAKER.findall(text) if tools.shapes.names.likely(who))


def talks_on(told: Iterable[str], place: int, units: tuple[Unit, ...], tools: Tools) -> bool:
    """Whether somebody who has answered questions in the texts told answers one at `place` or right after it."""
    asked = who_answers(told, tools)
    return bool(asked) and not asked.isdisjoint(who_answers(_next_texts(place, units), tools))


def _next_texts(place: int, units: tuple[Unit, ...]) -> list[str]:
    return [unit.text.text for unit in units[place : place + 2] if unit.sort is Sort.TEXT]


def opens_talk(told: Sequence[int], place: int, units: tuple[Unit, ...], named: Sequence[Named], tools: Tools) -> bool:
    """Whether the first question stands at `place`, and a headline names who answers it and a park that the texts before do not."""
    texts = [units[one].text.text for one in told]
    if not _QUESTION.match(units[place].text.text) or any(_QUESTION.match(text) for text in texts):
        return False
    answers = who_answers(_next_texts(place, units), tools)
    headed = [at for at, unit in enumerate(units) if unit.sort is Sort.HEAD and any(who in unit.text.text for who in answers)]
    before = together(named[one] for one in told)
    return any(named[at].full and not any(before.count(park) for park in named[at].names) for at in headed)


def goes_on_below(last: int, place: int, units: tuple[Unit, ...], tools: Tools) -> bool:
    """Whether a sentence goes on far better in a text further down, which follows an ended one, than in the one at `place`."""
    text = units[last].text.text
    here = fit_of(text, units[place].text.text, tools)
    if here >= 1:
        return False
    below = [at for at in range(place + 1, len(units)) if units[at].sort is Sort.TEXT and not units[at].lead]
    fits = (fit_of(text, units[at].text.text, tools) for at in below if tools.shapes.closed(units[at - 1].text.text))
    return max(fits, default=0.0) >= here + _FAR_BETTER


def heralds(place: int, units: tuple[Unit, ...], named: Sequence[Named], tools: Tools) -> bool:
    """Whether a whole paragraph stands right over the headline of the park that it speaks of."""
    below = place + 1
    if not tools.shapes.closed(units[place].text.text) or below == len(units) or units[below].sort is not Sort.HEAD:
        return False
    return bool(named[place].full) and named[place].main in named[below].names


def second_title(between: Sequence[int], units: tuple[Unit, ...], named: Sequence[Named]) -> int | None:
    """The first heading of a headline under the names that end another one, which names no park or others; a sub-heading names none."""
    for at, place in enumerate(between):
        above, below = ([other for other in row if units[other].sort is Sort.HEAD] for row in (between[:at], between[at + 1 :]))
        if not (units[place].sure and above and below and units[below[0]].gap):
            continue
        upper, lower = (together(named[other] for other in row) for row in (above, below))
        if lower.full and not any(upper.count(name) for name in lower.names):
            return below[0]
    return None


def headed_apart(between: Sequence[int], last: int, place: int, units: tuple[Unit, ...]) -> int | None:
    """The first heading right over the text at `place` that a blank line parts from another heading, which is glued to the text `last`."""
    heads = [other for other in between if units[other].sort is Sort.HEAD]
    apart = [other for other in heads[1:] if units[other].gap]
    foot = bool(apart) and heads[0] == last + 1 and not units[heads[0]].gap
    return apart[-1] if foot and heads[-1] == place - 1 and not units[place].gap else None


def between_title_and_text(place: int, units: tuple[Unit, ...]) -> bool:
    """Whether a unit stands right under a heading and right over a text."""
    return [unit.sort for unit in (*units[max(0, place - 1) : place], *units[place + 1 : place + 2])] == [Sort.HEAD, Sort.TEXT]


def set_anew(place: int, units: tuple[Unit, ...]) -> bool:
    """Whether a text under a blank line is set much wider or narrower than the text right before it."""
    before, here = units[place - 1], units[place]
    return before.sort is Sort.TEXT and here.gap > 0 and abs(before.measure - here.measure) >= _OTHER_BOX


def in_other_box(last: int, place: int, units: tuple[Unit, ...], tools: Tools) -> bool:
    """Whether a text is set much wider or narrower than the one before it, which has come to its end."""
    return abs(units[last].measure - units[place].measure) >= _OTHER_BOX and tools.shapes.closed(units[last].text.text)


def told_below(park: str, place: int, units: tuple[Unit, ...], named: Sequence[Named]) -> bool:
    """Whether a headline or a text further down speaks of a park."""
    below = ((units[at].sort, named[at]) for at in range(place + 1, len(units)))
    return any(sort in (Sort.HEAD, Sort.TEXT) and park in {name for name, _ in one.full} for sort, one in below)


def in_other_column(last: int, place: int, units: tuple[Unit, ...]) -> bool:
    """Whether two texts are wrapped, the one in columns much wider than the other."""
    widths = units[last].column, units[place].column
    return all(widths) and abs(widths[0] - widths[1]) >= _OTHER_WIDTH


def set_as(last: int, place: int, between: int, units: tuple[Unit, ...]) -> bool:
    """Whether a text under a blank line is set in a column as wide as that of one text, and not as that of another between them."""
    here, there, other = units[place].column, units[last].column, units[between].column
    return units[place].gap > 0 and all((here, there, other)) and abs(here - there) <= _SLACK < abs(here - other)
