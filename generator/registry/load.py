"""content/registry/ to one Registry: typed, cross-checked, every mistake of every file at its line."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from typing import TypeVar

from pydantic import TypeAdapter

from generator.model.entities import Metric, PageInfo, Park, Topic, Unit
from generator.model.problem import Problem, Severity
from generator.registry.places import Province
from generator.registry.records import MetricRecord, PageRecord, ParkRecord, PlaceRecord, TopicRecord, UnitRecord
from generator.registry.registry import Registry, WordList
from generator.yamlio.bind import Record, bind, nearest
from generator.yamlio.nodes import Mapping, Node, Scalar, Sequence, parse_yaml

FOLDER = "content/registry/"
WORDS = FOLDER + "words/"

ADAPTERS: dict[str, TypeAdapter[tuple[Record, ...]]] = {
    "parks": TypeAdapter(tuple[ParkRecord, ...]),
    "metrics": TypeAdapter(tuple[MetricRecord, ...]),
    "units": TypeAdapter(tuple[UnitRecord, ...]),
    "topics": TypeAdapter(tuple[TopicRecord, ...]),
    "pages": TypeAdapter(tuple[PageRecord, ...]),
    "places": TypeAdapter(tuple[PlaceRecord, ...]),
}
WORD_FILE: TypeAdapter[dict[str, tuple[str, ...]]] = TypeAdapter(dict[str, tuple[str, ...]])
_Thing = TypeVar("_Thing")


@dataclass(frozen=True, slots=True)
class Loaded:
    """The registry (None if any file is wrong) and every problem of every file."""

    registry: Registry | None
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class _File:
    path: str
    node: Node | None
    records: tuple[Record, ...]


def build_registry(files: Iterable[tuple[str, str]]) -> Loaded:
    """Load the files of content/registry/ given as (path, text); those it does not know by name are left to others.

    A missing file is an error of its own.
    """
    texts = dict(files)
    problems: list[Problem] = []
    tables = {name: _load_table(name, texts, problems) for name in ADAPTERS}
    word_lists = tuple(_load_words(texts, problems))
    problems.extend(_find_double(tables["parks"]))
    problems.extend(_find_unknown_topics(tables["metrics"], tables["topics"], tables["units"]))
    if problems:
        return Loaded(None, tuple(sorted(problems)))
    registry = Registry(
        parks=_things(Park, tables["parks"]),
        metrics=_things(Metric, tables["metrics"]),
        units=_things(Unit, tables["units"]),
        topics=_things(Topic, tables["topics"]),
        pages=_things(PageInfo, tables["pages"]),
        word_lists=word_lists,
        provinces=tuple(_province(record) for record in tables["places"].records if isinstance(record, PlaceRecord)),
    )
    return Loaded(registry, ())


def _load_table(name: str, texts: dict[str, str], problems: list[Problem]) -> _File:
    path = f"{FOLDER}{name}.yaml"
    if path not in texts:
        problems.append(Problem(path, 0, 0, Severity.ERROR, "missing-file", "this file of the registry is missing."))
        return _File(path, None, ())
    parsed = parse_yaml(path, texts[path])
    if parsed.problems:
        problems.extend(parsed.problems)
        return _File(path, parsed.node, ())
    bound = bind(path, parsed.node, ADAPTERS[name])
    problems.extend(bound.problems)
    return _File(path, parsed.node, bound.value or ())


def _load_words(texts: dict[str, str], problems: list[Problem]) -> Iterator[WordList]:
    for path in sorted(path for path in texts if path.startswith(WORDS) and path.endswith(".yaml")):
        parsed = parse_yaml(path, texts[path])
        bound = bind(path, parsed.node, WORD_FILE)
        problems.extend(parsed.problems or bound.problems)
        stem = path.removeprefix(WORDS).removesuffix(".yaml")
        for name, words in (bound.value or {}).items():
            yield WordList(f"{stem}.{name}", words)


def _things(kind: type[_Thing], file: _File) -> tuple[_Thing, ...]:
    """Records as the frozen dataclass of the same fields."""
    names = [field.name for field in fields(kind)]  # type: ignore[arg-type]
    return tuple(kind(**{name: getattr(record, name) for name in names}) for record in file.records)


def _province(record: PlaceRecord) -> Province:
    return Province(record.province, record.short, tuple((city, counties) for city, counties in record.cities.items()))


def _find_double(parks: _File) -> Iterator[Problem]:
    """An id, name or alias with two owners: refused, naming both lines."""
    owners: dict[str, tuple[int, Scalar]] = {}
    for number, scalar in _names(parks.node):
        first = owners.setdefault(scalar.text, (number, scalar))
        if first[0] != number:
            message = f'"{scalar.text}" already belongs to the park on line {first[1].line}. A name must have one owner.'
            yield Problem(parks.path, scalar.line, scalar.column, Severity.ERROR, "two-owners", message)


def _names(node: Node | None) -> Iterator[tuple[int, Scalar]]:
    """Every name by which a park goes, with the park's number in the file."""
    for number, park in enumerate(node.items if isinstance(node, Sequence) else ()):
        for key, value in park.entries if isinstance(park, Mapping) else ():
            if isinstance(value, Scalar) and key.text in ("id", "name"):
                yield number, value
            if isinstance(value, Sequence) and key.text in ("aliases", "former_ids"):
                yield from ((number, item) for item in value.items if isinstance(item, Scalar))


def _find_unknown_topics(metrics: _File, topics: _File, units: _File) -> Iterator[Problem]:
    valid = {
        "topic": tuple(sorted({record.id for record in topics.records if isinstance(record, TopicRecord)})),
        "unit_family": tuple(sorted({record.family for record in units.records if isinstance(record, UnitRecord)})),
    }
    for metric in metrics.node.items if isinstance(metrics.node, Sequence) else ():
        for key, value in metric.entries if isinstance(metric, Mapping) else ():
            words = valid.get(key.text)
            if words and isinstance(value, Scalar) and value.text not in words:
                message = f'"{value.text}" is no {key.text}.'
                yield Problem(metrics.path, value.line, value.column, Severity.ERROR, "unknown-word", message, nearest(value.text, words))
