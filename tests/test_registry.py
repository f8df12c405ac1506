"""The project's own registry: it loads fast, ids are sound, files fit their schemas; a mistake in one file hides none in another."""

import json
import re
import time
from collections.abc import Callable
from decimal import Decimal

import jsonschema
import pytest
import yaml

from generator.registry.load import ADAPTERS, build_registry
from generator.registry.schema import registry_schemas
from tests.registry_files import project_registry, registry_texts

FILES = dict(registry_texts())
SCHEMAS = {path.rpartition("/")[2].removesuffix(".schema.json"): json.loads(text) for path, text in registry_schemas(project_registry())}

UNKNOWN_CITY = {"id": "a", "name": "b", "official": "c", "kind": "hidz", "city": "肇庆"}


def test_every_file_loads_as_fast_as_the_library_parses_it() -> None:
    """0.1 s on a quiet machine; a busy one slows both sides."""
    parsing = min(_seconds(lambda: [yaml.load(text, Loader=yaml.CSafeLoader) for _, text in registry_texts()]) for _ in range(3))
    assert min(_seconds(lambda: build_registry(registry_texts())) for _ in range(3)) < 1.5 * parsing


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def test_nothing_is_wrong_with_it() -> None:
    assert [problem.text() for problem in build_registry(registry_texts()).problems] == []


def test_ids_of_parks_are_sound_and_unique() -> None:
    parks = project_registry().parks
    assert len({park.id for park in parks}) == len(parks) >= 487
    assert all(re.fullmatch(r"[a-z]+(?:-[a-z]+)*", park.id) for park in parks)
    names = {park.name: park.id for park in parks}
    assert names["肇庆高新区"] == "zhaoqing-gaoxinqu"
    read_twice = {"长治高新区": "changzhi", "漯河经开区": "luohe", "尧都高新区": "yaodu", "闵行经开区": "minhang", "六安经开区": "luan"}
    assert {name: names[name].partition("-")[0] for name in read_twice} == read_twice
    assert {"国家高新区", "国家级经开区", "厦门火炬高新区", "苏州工业园区", "尧都高新区", "准格尔经济开发区"} <= names.keys()


def test_units_are_of_known_families() -> None:
    registry = project_registry()
    families = {unit.family for unit in registry.units}
    for metric in registry.metrics:
        assert any(metric.unit_family == family or metric.unit_family.startswith(family + "-") for family in families), metric.id


def test_units_of_one_base_agree_on_it() -> None:
    units = {unit.name: unit for unit in project_registry().units}
    for unit in units.values():
        base = units.get(unit.base)
        assert base is None or (base.family, base.base, base.factor) == (unit.family, unit.base, Decimal(1)), unit.name


@pytest.mark.parametrize("name", sorted(ADAPTERS))
def test_a_file_fits_its_schema_and_names_it(name: str) -> None:
    text = FILES[f"content/registry/{name}.yaml"]
    assert text.startswith(f"# yaml-language-server: $schema=../schema/{name}.schema.json\n")
    jsonschema.Draft7Validator.check_schema(SCHEMAS[name])
    jsonschema.validate(_as_json(text), SCHEMAS[name])


@pytest.mark.parametrize("path", sorted(path for path in FILES if "/words/" in path))
def test_word_lists_fit_their_schema(path: str) -> None:
    jsonschema.validate(_as_json(FILES[path]), SCHEMAS["words"])


def _as_json(text: str) -> object:
    """As an editor reads it: YAML's own types."""
    return json.loads(json.dumps(yaml.load(text, Loader=yaml.CSafeLoader), default=str))


def test_schemas_refuse_what_the_loader_refuses() -> None:
    for wrong in ({"id": "../a"}, {"id": "a", "nmae": "b"}, {"id": "a", "name": "b", "official": "c", "kind": "d"}, UNKNOWN_CITY):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate([wrong], SCHEMAS["parks"])


def _problems(**changed: str) -> list[str]:
    texts = FILES | {f"content/registry/{name}.yaml": text for name, text in changed.items()}
    return [problem.text() for problem in build_registry(texts.items()).problems]


def test_a_name_with_two_owners_is_refused_naming_both_lines() -> None:
    parks = """\
- {id: a-gaoxinqu, name: 甲高新区, official: 甲高新技术产业开发区, kind: hidz, aliases: [光之谷]}
- id: b-gaoxinqu
  name: 乙高新区
  official: 乙高新技术产业开发区
  kind: hidz
  aliases:
  - 光之谷
"""
    assert _problems(parks=parks) == [
        'content/registry/parks.yaml:7:5: two-owners: "光之谷" already belongs to the park on line 1; it must have one owner.'
    ]


def test_words_of_another_file_are_checked() -> None:
    parks = "- {id: a, name: 甲高新区, official: 甲区, kind: hidz, province: 广东, city: 肇庆}\n"
    metrics = "- {id: m, name: 产值, english: Output, topic: econmy, unit_family: mony, examples: [产值]}\n"
    assert _problems(parks=parks, metrics=metrics) == [
        'content/registry/metrics.yaml:1:45: unknown-word: "econmy" is no topic. Did you mean "economy"?',
        'content/registry/metrics.yaml:1:66: unknown-word: "mony" is no unit_family. Did you mean "money"?',
        'content/registry/parks.yaml:1:59: unknown-word: "广东" is no province. Did you mean "广东省"?',
        'content/registry/parks.yaml:1:69: unknown-word: "肇庆" is no city. Did you mean "肇庆市"?',
    ]


def test_problems_of_all_files_are_told_in_one_run() -> None:
    units = "- {name: 元, family: money, base: 元, factor: many}\n"
    found = _problems(topics="- {id: a\n", pages="- {page: ../x}\n", units=units, metrcs="[]")
    assert {(line.split(":")[0].rpartition("/")[2], line.split(": ")[1]) for line in found} >= {
        ("topics.yaml", "not-yaml"),
        ("pages.yaml", "bad-value"),
        ("units.yaml", "wrong-type"),
        ("metrcs.yaml", "unknown-file"),
    }
    assert 'content/registry/metrcs.yaml: unknown-file: "metrcs.yaml" is no file of the registry. Did you mean "metrics"?' in found


def test_a_missing_file_is_told() -> None:
    texts = {path: text for path, text in FILES.items() if not path.endswith("/units.yaml")}
    problems = build_registry(texts.items()).problems
    assert [problem.text() for problem in problems] == [
        "content/registry/units.yaml: missing-file: this file of the registry is missing.",
    ]


def test_a_missing_word_list_is_named() -> None:
    with pytest.raises(KeyError, match=r"parks\.nothing"):
        project_registry().words("parks.nothing")
