"""Heading lines shared out among bodies, over the whole page at once: the choice with the greatest sum of scores.

Lines of one title stand in a row and go together, so that a kicker without a park follows its headline; a body has one title.
"""

from collections.abc import Sequence

_TITLE = 1.6
_LINE = 0.05
_COMPLETES = 0.3
_HOPELESS = -2.5
_APART = -100.0
_WIDTH = 400
# No line is weighed for more bodies than these: the cost of a page then grows with its lines alone.
_MOST_BODIES = 8


# What one line was given, and what the lines before it were: many are made for one that stands, so a plain pair.
_Choice = tuple[int, "_Choice | None"]

# Bodies that have a title already as bits, the body of the line before in the same row (-1: none), the gain so far, the choices.
_State = tuple[int, int, float, _Choice | None]


def share_out(
    rows: Sequence[int], naming: Sequence[bool], scores: Sequence[Sequence[float]], whole: Sequence[bool] = ()
) -> tuple[int, ...]:
    """For each line the number of its body, or -1.

    `rows` numbers the row in which each line stands, `naming` says whether it names a park, `scores` has a score for each body.
    A line without a park between two headlines is rather the kicker of the second than the end of the first; two lines in a row that are
    `whole` headlines (某高新区：…) are never one title.

    A title counts only by what its lines score above a floor together, so that a line that fits nothing well is left an orphan.

    >>> share_out((0, 0, 0), (False, False, True), ((4.0, 0.5), (0.1, 6.5), (5.0, 5.0)))
    (0, 1, 1)
    >>> share_out((0, 1), (False, True), ((1.0,), (-7.0,)))
    (-1, -1)
    >>> share_out((0, 0), (True, True), ((8.0, 9.0), (2.0, 9.0)), (True, True))
    (0, 1)
    """
    states: list[_State] = [(0, -1, 0.0, None)]
    for line, row in enumerate(rows):
        fresh = line == 0 or rows[line - 1] != row
        completes = not fresh and naming[line] and not naming[line - 1]
        apart = bool(whole) and not fresh and whole[line] and whole[line - 1]
        states = _given(states, scores[line], fresh=fresh, joined=_APART if apart else _COMPLETES if completes else _LINE)
    choices: list[int] = []
    choice = states[0][3]
    while choice:
        choices.append(choice[0])
        choice = choice[1]
    return tuple(reversed(choices))


def _given(states: list[_State], scores: Sequence[float], *, fresh: bool, joined: float) -> list[_State]:
    """The states after one more line, the best first: it may go to none, to the body of the line before, or to one without a title."""
    likeliest = sorted((body for body, score in enumerate(scores) if score > _HOPELESS), key=lambda body: -scores[body])[:_MOST_BODIES]
    fitting = [(body, 1 << body, scores[body] + joined, scores[body] + _LINE - _TITLE) for body in sorted(likeliest)]
    found: dict[tuple[int, int], tuple[float, _Choice | None]] = {}
    for used, last, total, before in states:
        if (used, -1) not in found or total > found[used, -1][0]:
            found[used, -1] = (total, before)
        for body, bit, goes_on, begins in fitting:
            if body == last and not fresh:
                gain = goes_on
            elif used & bit:
                continue
            else:
                gain = begins
            key = (used | bit, body)
            best = found.get(key)
            if best is None or total + gain > best[0]:
                found[key] = (total + gain, before)
    kept = sorted(found.items(), key=lambda one: -one[1][0])[:_WIDTH]
    return [(used, body, total, (body, before)) for (used, body), (total, before) in kept]
