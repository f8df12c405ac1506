"""content/registry/ to one Registry: typed, cross-checked, every mistake of every file at its line."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from typing import TypeVar

from pydantic import TypeAdapter

from generator.model.entities import Metric, PageInfo, Park, Topic, Unit
from generator.model.problem import Problem, Severity
from generator.registry.contradictions import find_contradictions
from generator.registry.places import Province
from generator.registry.records import MetricRecord, PageRecord, ParkRecord, PlaceRecord, TopicRecord, UnitRecord
from generator.registry.registry import Registry, WordList
from generator.yamlio.bind import Record, bind
from generator.yamlio.nodes import Node, parse_yaml
from generator.yamlio.words import suggest

FOLDER = "content/registry/"
WORDS = FOLDER + "words/"
_OTHERS = ("wording",)  # of rendering

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
    """Load the files of content/registry/ given as (path, text), in any order; wording.yaml is left to rendering.

    A missing file is an error of its own, and so is one that nobody reads.
    """
    texts = dict(files)
    problems = list(_find_strangers(texts))
    tables = {name: _load_table(name, texts, problems) for name in ADAPTERS}
    word_lists = tuple(_load_words(texts, problems))
    problems += find_contradictions({name: (table.path, table.node) for name, table in tables.items()})
    if problems:
        return Loaded(None, tuple(sorted(set(problems))))
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


def _find_strangers(texts: dict[str, str]) -> Iterator[Problem]:
    known = (*ADAPTERS, *_OTHERS)
    for path in sorted(texts):
        stem = path.removeprefix(FOLDER).removesuffix(".yaml")
        if not path.startswith(WORDS) and stem not in known:
            hint = suggest(stem, known)
            yield Problem(path, 0, 0, Severity.ERROR, "unknown-file", f'"{stem}.yaml" is no file of the registry.', hint)


def _load_table(name: str, texts: dict[str, str], problems: list[Problem]) -> _File:
    path = f"{FOLDER}{name}.yaml"
    if path not in texts:
        problems.append(Problem(path, 0, 0, Severity.ERROR, "missing-file", "this file of the registry is missing."))
        return _File(path, None, ())
    parsed = parse_yaml(path, texts[path])
    problems.extend(parsed.problems)
    if parsed.node is None and parsed.problems:
        return _File(path, None, ())
    bound = bind(path, parsed.node, ADAPTERS[name])
    problems.extend(bound.problems)
    return _File(path, parsed.node, bound.value or ())


def _load_words(texts: dict[str, str], problems: list[Problem]) -> Iterator[WordList]:
    for path in sorted(path for path in texts if path.startswith(WORDS) and path.endswith(".yaml")):
        parsed = parse_yaml(path, texts[path])
        problems.extend(parsed.problems)
        bound = bind(path, parsed.node, WORD_FILE) if parsed.node is not None or not parsed.problems else None
        problems.extend(bound.problems if bound else ())
        stem = path.removeprefix(WORDS).removesuffix(".yaml")
        for name, words in ((bound and bound.value) or {}).items():
            yield WordList(f"{stem}.{name}", words)


def _things(kind: type[_Thing], file: _File) -> tuple[_Thing, ...]:
    """Records as the frozen dataclass of the same fields."""
    names = [field.name for field in fields(kind)]  # type: ignore[arg-type]
    return tuple(kind(**{name: getattr(record, name) for name in names}) for record in file.records)


def _province(record: PlaceRecord) -> Province:
    return Province(record.province, record.short, tuple((city, counties) for city, counties in record.cities.items()))
