"""The order of an article's pieces: sentences that a column's end, a caption or a heading cut are put together again.

A piece that stops within a sentence goes on in the piece that fits it best; all such pieces of an article are decided together, so that a
paragraph printed before the one it continues is moved only when both ends fit.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise, takewhile

from generator.read.fits import fit_of
from generator.read.sorts import Sort
from generator.read.tools import Tools
from generator.read.units import Unit

_NONE = -3.0
_NEXT = 2.5
# The last piece stops within a sentence: the one before it, if nothing says that it begins a paragraph, is its end.
_JUST_BEFORE = -1.5
_OVER_CAPTION = 2.0
# What stands under an article's headline in the middle of it may come from anywhere in it.
_OVER_HEADLINE = 1.0
_OVER_SUBHEAD = 0.5
_MOST_OPEN = 7
_CANDIDATES = 5


@dataclass(frozen=True, slots=True)
class Piece:
    """One unit of an article: its place in the page, its text, and whether it is prose that stops within a sentence."""

    place: int
    index: int
    text: str
    prose: bool
    open: bool


def put_in_order(places: tuple[int, ...], units: tuple[Unit, ...], tools: Tools) -> tuple[tuple[int, ...], ...]:
    """Paragraphs in reading order, each the places of the units that it is joined from."""
    pieces = tuple(piece_of(place, index, units[place], tools) for index, place in enumerate(places))
    following = _choose(pieces, units, tools)
    continued = set(following.values())
    paragraphs = []
    for piece in pieces:
        if piece.index in continued:
            continue
        chain = [piece.index]
        while chain[-1] in following:
            chain.append(following[chain[-1]])
        paragraphs.append(tuple(pieces[index].place for index in chain))
    return tuple(paragraphs)


def carried(groups: tuple[tuple[int, ...], ...], within: Sequence[int]) -> dict[int, int]:
    """For each place of a stretch that goes on, at its head, with a text further down, the paragraph that the stretch follows.

    A column printed over the one before it (rest, further paragraphs | headline | … the sentence's beginning) moves as a whole.
    Where no headline parts the two stretches, but sub-headings and captions `within` at most, only the piece moves.

    >>> carried(((1,), (5, 2), (3,)), ()), carried(((1,), (3, 2)), ())
    ({3: 5}, {})
    """
    own = {*chain.from_iterable(groups), *within}
    out: dict[int, int] = {}
    for group in groups:
        for before, after in pairwise(group):
            stretch = list(takewhile(own.__contains__, range(after + 1, max(before, after) + 1)))
            if before > after and before not in stretch:
                out.update(dict.fromkeys(stretch, group[0]))
    return out


def piece_of(place: int, index: int, unit: Unit, tools: Tools) -> Piece:
    """The unit as a piece; `index` is its place in the article."""
    text = unit.text.text
    prose = unit.sort is Sort.TEXT
    open_end = prose and not tools.shapes.closed(text) and not text.endswith(("：", ":")) and unit.closing is None
    return Piece(place, index, text, prose, open_end)


def _choose(pieces: tuple[Piece, ...], units: tuple[Unit, ...], tools: Tools) -> Mapping[int, int]:
    """For each piece that stops within a sentence the piece that it goes on in, the sum of all fits being greatest."""
    open_pieces = [piece for piece in pieces if piece.open]
    options = {piece.index: _options(piece, pieces, units, tools) for piece in open_pieces}
    if len(open_pieces) > _MOST_OPEN:
        options = {index: tuple(one for one in found if one[1] == index + 1) for index, found in options.items()}
        return {index: found[0][1] for index, found in options.items() if found and found[0][0] > 0}
    return _search([piece.index for piece in open_pieces], options, {})[1]


def _search(left: list[int], options: Mapping[int, tuple[tuple[float, int], ...]], chosen: dict[int, int]) -> tuple[float, dict[int, int]]:
    """The best choice for all open pieces: each goes on in one piece or in none, no piece is gone on in twice, and none in a ring."""
    if not left:
        return 0.0, dict(chosen)
    index, rest = left[0], left[1:]
    none = _search(rest, options, chosen)
    best = (none[0] + _NONE, none[1])
    for fit, after in options[index]:
        if after in chosen.values() or _reaches(after, index, chosen):
            continue
        found = _search(rest, options, {**chosen, index: after})
        if found[0] + fit > best[0]:
            best = (found[0] + fit, found[1])
    return best


def _reaches(start: int, goal: int, chosen: Mapping[int, int]) -> bool:
    while start in chosen:
        start = chosen[start]
        if start == goal:
            return True
    return start == goal


def _options(piece: Piece, pieces: tuple[Piece, ...], units: tuple[Unit, ...], tools: Tools) -> tuple[tuple[float, int], ...]:
    """The pieces that may go on with `piece`, best first, with their fit."""
    found = []
    for other in pieces:
        if other.index == piece.index or not other.prose:
            continue
        fit = fit_of(piece.text, other.text, tools)
        place = _by_place(piece, other, pieces, units, tools, fit)
        if place is not None and fit + place > _NONE:
            found.append((fit + place, other.index))
    return tuple(sorted(found, key=lambda one: (-one[0], one[1]))[:_CANDIDATES])


def _over(between: list[Unit], units: tuple[Unit, ...], tools: Tools) -> float:
    """How likely a sentence goes on over what stands between: over a picture's caption, hardly over a sub-heading."""
    heads = [unit for unit in between if unit.sort is Sort.HEAD]
    if not heads:
        return _NEXT
    if any(tools.parks.find(unit.text.text) for unit in heads):
        return _OVER_HEADLINE
    gaps = sorted(unit.gap for unit in units)
    apart = any(unit.gap > gaps[len(gaps) // 2] for unit in heads)
    return _OVER_CAPTION if apart else _OVER_SUBHEAD


def _by_place(piece: Piece, other: Piece, pieces: tuple[Piece, ...], units: tuple[Unit, ...], tools: Tools, fit: float) -> float | None:
    """How likely the place of the other piece is; None if it cannot be: what follows an ended paragraph is moved up only with proof."""
    steps = other.index - piece.index
    if steps == 1:
        return _over([units[place] for place in range(piece.place + 1, other.place)], units, tools)
    before = pieces[other.index - 1] if other.index else None
    beside_cut = before is not None and before.open
    if steps > 0:
        after_cut = beside_cut or pieces[other.index - 2].open
        return 1.0 - 0.3 * steps if after_cut or fit >= 2 else None
    if steps == -1 and piece is pieces[-1] and fit >= 0 and sum(one.open for one in pieces) == 1:
        return _JUST_BEFORE
    return 0.3 * steps if beside_cut or fit >= 1 else None
