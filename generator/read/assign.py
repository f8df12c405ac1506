"""The best matching of two sides as a whole: which pairs, each side used once, have the greatest sum."""

from collections.abc import Sequence

_NEVER = float("inf")


def best_pairs(scores: Sequence[Sequence[float]], floor: float) -> tuple[tuple[int, int], ...]:
    """(row, column) pairs with the greatest sum of scores above `floor`; a pair not above it is none.

    >>> best_pairs(((5, 4), (4, 0)), 1)
    ((0, 1), (1, 0))
    >>> best_pairs(((1, 1),), 1)
    ()
    """
    rows = len(scores)
    columns = len(scores[0]) if rows else 0
    size = rows + columns
    # A row may stay alone in a column of its own and a column in a row of its own: both cost nothing.
    costs = [[0.0] * size for _ in range(size)]
    for row in range(rows):
        for column in range(columns):
            costs[row][column] = -max(0.0, scores[row][column] - floor)
    taken = _assign(costs)
    return tuple((row, taken[row]) for row in range(rows) if taken[row] < columns and scores[row][taken[row]] > floor)


def _assign(costs: list[list[float]]) -> list[int]:
    """The column of each row at the least cost (Kuhn 1955, in the form with potentials of Jonker and Volgenant 1987)."""
    size = len(costs)
    of_row, of_column = [0.0] * (size + 1), [0.0] * (size + 1)
    owner = [0] * (size + 1)
    for row in range(1, size + 1):
        _augment(row, costs, of_row, of_column, owner)
    taken = [0] * size
    for column in range(1, size + 1):
        taken[owner[column] - 1] = column - 1
    return taken


def _augment(row: int, costs: list[list[float]], of_row: list[float], of_column: list[float], owner: list[int]) -> None:
    """Find a column for `row`, moving rows that have one already along the cheapest path."""
    size = len(costs)
    owner[0] = row
    slack, came = [_NEVER] * (size + 1), [0] * (size + 1)
    done = [False] * (size + 1)
    column = 0
    while owner[column]:
        done[column] = True
        here, least, following = owner[column], _NEVER, 0
        for other in range(1, size + 1):
            if done[other]:
                continue
            reduced = costs[here - 1][other - 1] - of_row[here] - of_column[other]
            if reduced < slack[other]:
                slack[other], came[other] = reduced, column
            if slack[other] < least:
                least, following = slack[other], other
        for other in range(size + 1):
            if done[other]:
                of_row[owner[other]] += least
                of_column[other] -= least
            else:
                slack[other] -= least
        column = following
    while column:
        owner[column] = owner[came[column]]
        column = came[column]
