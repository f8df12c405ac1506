"""What is known while hand-written corrections are read: the registry's words, the file at hand, the problems so far."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from generator.model.correction import Place
from generator.model.entities import Metric, Park, Unit
from generator.model.problem import Problem, Severity
from generator.registry.registry import Registry
from generator.yamlio.nodes import Mapping as MappingNode
from generator.yamlio.nodes import Node, Scalar, Sequence

_NONE = ("", "null", "~", "Null", "NULL")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Everything that a correction may name. `pages` empty: pages are not known here and not checked; `is_known` false: nothing is."""

    parks: Mapping[str, Park]
    metrics: Mapping[str, Metric]
    units: Mapping[str, Unit]
    pages: frozenset[str]
    park_names: Mapping[str, str]
    metric_names: Mapping[str, str]
    is_known: bool = True


def build_vocabulary(registry: Registry | None, parks: Iterable[Park], pages: Iterable[str]) -> Vocabulary:
    """The registry's words and those of this build, by id; names lead to their ids. Without a registry every word is taken."""
    if registry is None:
        return Vocabulary({}, {}, {}, frozenset(pages), {}, {}, is_known=False)
    known = {park.id: park for park in (*parks, *registry.parks)}
    metrics = {metric.id: metric for metric in registry.metrics}
    return Vocabulary(
        known,
        metrics,
        {unit.name: unit for unit in registry.units},
        frozenset(pages),
        {name: park.id for park in known.values() for name in (*park.aliases, park.official, park.name)},
        {name: metric.id for metric in registry.metrics for name in (*metric.cues, metric.name)},
    )


@dataclass(slots=True)
class Checker:
    """One file being read; `park` is the park that it is about, empty for articles.yaml."""

    path: str
    park: str
    words: Vocabulary
    problems: list[Problem] = field(default_factory=list)

    def place(self, node: Node) -> Place:
        """Where a node stands."""
        return Place(self.path, node.line, node.column)

    def tell(self, node: Node, code: str, message: str, hint: str = "") -> None:
        """Note an error at a node."""
        self.tell_at(self.place(node), code, message, hint)

    def tell_at(self, place: Place, code: str, message: str, hint: str = "") -> None:
        """Note an error at a place."""
        self.problems.append(Problem(place.path, place.line, place.column, Severity.ERROR, code, message, hint))


def is_none(node: Node) -> bool:
    """Whether a node is nothing: an empty value, `null` or `~` without quotes."""
    return isinstance(node, Scalar) and node.plain and node.text in _NONE


def describe(node: Node) -> str:
    """What a node is, for a message.

    >>> describe(Scalar("x", True, 1, 1)), describe(Scalar("", True, 1, 1)), describe(Sequence((), 1, 1))
    ('"x"', 'empty', 'a list')
    """
    if isinstance(node, MappingNode):
        return "a mapping"
    if isinstance(node, Sequence):
        return "a list"
    return "empty" if is_none(node) else f'"{node.text}"'
