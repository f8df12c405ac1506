"""Heading lines shared out among bodies, over the whole page at once: the choice with the greatest sum of scores.

Lines of one title stand in a row and go together, so that a kicker without a park follows its headline; a body has one title.
"""

from collections.abc import Sequence
from dataclasses import dataclass

_TITLE = 1.6
_LINE = 0.05
_COMPLETES = 0.3
_HOPELESS = -2.5
_WIDTH = 400


@dataclass(frozen=True, slots=True)
class _State:
    """Bodies that have a title already, the body of the line before in the same row (-1: none), and the choices so far."""

    used: frozenset[int]
    last: int
    choices: tuple[int, ...]


def share_out(rows: Sequence[int], naming: Sequence[bool], scores: Sequence[Sequence[float]]) -> tuple[int, ...]:
    """For each line the number of its body, or -1.

    `rows` numbers the row in which each line stands, `naming` says whether it names a park, `scores` has a score for each body.
    A line without a park between two headlines is rather the kicker of the second than the end of the first.

    A title counts only by what its lines score above a floor together, so that a line that fits nothing well is left an orphan.

    >>> share_out((0, 0, 0), (False, False, True), ((4.0, 0.5), (0.1, 6.5), (5.0, 5.0)))
    (0, 1, 1)
    >>> share_out((0, 1), (False, True), ((1.0,), (-7.0,)))
    (-1, -1)
    """
    states = {_State(frozenset(), -1, ()): 0.0}
    for line, row in enumerate(rows):
        fresh = line == 0 or rows[line - 1] != row
        found: dict[tuple[frozenset[int], int], tuple[float, _State]] = {}
        for state, total in states.items():
            completes = not fresh and naming[line] and not naming[line - 1]
            for body, gain in _options(state, -1 if fresh else state.last, scores[line], _COMPLETES if completes else _LINE):
                used = state.used if body < 0 else state.used | {body}
                best = found.get((used, body))
                if best is None or total + gain > best[0]:
                    found[used, body] = (total + gain, _State(used, body, (*state.choices, body)))
        kept = sorted(found.values(), key=lambda one: -one[0])[:_WIDTH]
        states = {state: total for total, state in kept}
    return max(states, key=lambda state: states[state]).choices


def _options(state: _State, last: int, scores: Sequence[float], joined: float) -> list[tuple[int, float]]:
    """The bodies that a line may go to, with what is gained: nothing by going to none."""
    options = [(-1, 0.0)]
    for body, score in enumerate(scores):
        if score <= _HOPELESS:
            continue
        if body == last:
            options.append((body, score + joined))
        elif body not in state.used:
            options.append((body, score + _LINE - _TITLE))
    return options
