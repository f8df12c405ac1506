"""What no single entry of the registry can be blamed for: a name with two owners, a word that another file does not know.

It reads the trees, not the typed records, so that it speaks of what is right in a file whose other entries are wrong.
"""

from collections.abc import Iterable, Iterator, Mapping

from generator.model.problem import Problem, Severity
from generator.yamlio.nodes import Mapping as MappingNode
from generator.yamlio.nodes import Node, Scalar, Sequence, shown
from generator.yamlio.words import suggest

Trees = Mapping[str, tuple[str, Node | None]]

_NAMES = {
    "parks": ("id", "name", "official", "aliases", "former_ids"),
    "metrics": ("id", "name"),
    "units": ("name",),
    "topics": ("id", "name"),
    "pages": ("page",),
    "places": ("province",),
}
_OWNER = {"parks": "park", "metrics": "metric", "units": "unit", "topics": "topic", "pages": "page", "places": "province"}


def find_contradictions(trees: Trees) -> Iterator[Problem]:
    """`trees` has, for each file's name, its path and its tree (None where it is missing or broken)."""
    for name in _NAMES:
        yield from _find_two_owners(*trees[name], _NAMES[name], _OWNER[name])
    path, metrics = trees["metrics"]
    yield from _find_unknown(path, metrics, "topic", _words(trees["topics"][1], "id"))
    yield from _find_unknown(path, metrics, "unit_family", _with_families_below(_words(trees["units"][1], "family"), metrics))
    path, parks = trees["parks"]
    yield from _find_unknown(path, parks, "province", _words(trees["places"][1], "province"))
    yield from _find_unknown(path, parks, "city", _cities(trees["places"][1]))


def _find_two_owners(path: str, tree: Node | None, keys: tuple[str, ...], owner: str) -> Iterator[Problem]:
    """A name that two entries go by, or one entry twice: refused, naming both lines."""
    owners: dict[str, tuple[int, Scalar]] = {}
    for number, scalar in _scalars(tree, keys):
        first_number, first = owners.setdefault(scalar.text, (number, scalar))
        if first_number != number:
            message = f'"{shown(scalar.text)}" already belongs to the {owner} on line {first.line}; it must have one owner.'
            yield Problem(path, scalar.line, scalar.column, Severity.ERROR, "two-owners", message)


def _find_unknown(path: str, tree: Node | None, key: str, words: tuple[str, ...]) -> Iterator[Problem]:
    for _, scalar in _scalars(tree, (key,)):
        if words and scalar.text and scalar.text not in words:
            hint = suggest(scalar.text, words)
            yield Problem(path, scalar.line, scalar.column, Severity.ERROR, "unknown-word", f'"{shown(scalar.text)}" is no {key}.', hint)


def _scalars(tree: Node | None, keys: tuple[str, ...]) -> Iterator[tuple[int, Scalar]]:
    """The texts under `keys` of every entry, with the entry's number."""
    for number, entry in enumerate(tree.items if isinstance(tree, Sequence) else ()):
        for key, value in entry.entries if isinstance(entry, MappingNode) else ():
            if key.text in keys:
                values = value.items if isinstance(value, Sequence) else (value,)
                yield from ((number, item) for item in values if isinstance(item, Scalar))


def _words(tree: Node | None, key: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(scalar.text for _, scalar in _scalars(tree, (key,))))


def _with_families_below(families: Iterable[str], metrics: Node | None) -> tuple[str, ...]:
    """A metric may be of a family that has no unit of its own yet, if one above it has (money-per-head under money)."""
    known = tuple(families)
    below = [word for word in _words(metrics, "unit_family") if any(word.startswith(family + "-") for family in known)]
    return tuple(dict.fromkeys((*known, *below)))


def _cities(places: Node | None) -> tuple[str, ...]:
    """Every city, and every county, since a park may lie in one that stands right under its province."""
    found: list[str] = []
    for entry in places.items if isinstance(places, Sequence) else ():
        cities = entry.get("cities") if isinstance(entry, MappingNode) else None
        found += [key.text for key, _ in cities.entries] if isinstance(cities, MappingNode) else []
    return tuple(dict.fromkeys(found))
