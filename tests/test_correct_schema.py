"""The JSON Schemas of corrections: what the check takes they take, the keys that it knows they complete."""

import json

import jsonschema
import pytest
import yaml

from generator.correct.load import load_corrections
from generator.correct.schema import articles_schema, corrections_schema
from tests import corrected_world as world
from tests.correction_cases import load_cases

CORRECTIONS = json.loads(corrections_schema(world.REGISTRY, (world.DAWANG,)))
ARTICLES = json.loads(articles_schema(world.REGISTRY))


class TextLoader(yaml.SafeLoader):
    """YAML as an editor's language server types it: version 1.2, no dates, no 12:30 as a number."""


TextLoader.yaml_implicit_resolvers = {
    letter: [(tag, form) for tag, form in resolvers if tag not in ("tag:yaml.org,2002:timestamp", "tag:yaml.org,2002:int")]
    for letter, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def is_valid(text: str, schema: object) -> bool:
    return not list(jsonschema.Draft7Validator(schema).iter_errors(yaml.load(text, Loader=TextLoader)))  # noqa: S506  # a SafeLoader


def test_the_schemas_are_schemas() -> None:
    for schema in (CORRECTIONS, ARTICLES):
        jsonschema.Draft7Validator.check_schema(schema)


@pytest.mark.parametrize("case", load_cases("corrections_fact", "corrections_park"), ids=lambda case: case.label)
def test_what_the_check_takes_the_schema_takes(case: object) -> None:
    text = getattr(case, "text", "")
    path = "content/corrections/zhaoqing-gaoxinqu.yaml"
    assert not load_corrections([(path, text)], world.REGISTRY, parks=(world.DAWANG,)).problems
    assert is_valid(text, CORRECTIONS)


@pytest.mark.parametrize(
    "text",
    [
        "- {fact: 3k2m9qxa7d, drop: true}",
        "- {fact: 3k2m9qxa7d, drop: true, accept: true, because: 甲}",
        "- {fact: 3k2m9qxa7d, was: {value: 1}, set: {valeu: 2}, because: 甲}",
        "- {fact: 3k2m9qxa7d, was: {value: 1}, set: {metric: gdpp}, because: 甲}",
        "- {fact: 3k2m9qxa7d, was: {value: 1}, set: {period: 2023-13}, because: 甲}",
        "- {fact: 3k2m9qxa7d, was: {value: 1}, set: {unit: 佳}, because: 甲}",
        "- {fact: 3k2m9qxall, drop: true, because: 甲}",
        "- {merge: nowhere, because: 甲}",
        "- just words",
    ],
)
def test_what_the_check_refuses_the_schema_refuses(text: str) -> None:
    assert load_corrections([("content/corrections/zhaoqing-gaoxinqu.yaml", text)], world.REGISTRY).problems
    assert not is_valid(text, CORRECTIONS)


def test_an_editor_can_complete_keys_metrics_units_and_parks() -> None:
    text = corrections_schema(world.REGISTRY, (world.DAWANG,))
    for word in ("because", "also_called", "high-tech-enterprises", "亿元", "dawang-gaoxinqu", "高新技术企业"):
        assert f'"{word}"' in text


def test_the_text_is_canonical() -> None:
    assert corrections_schema(world.REGISTRY) == corrections_schema(world.REGISTRY)
    assert corrections_schema(world.REGISTRY).endswith("}\n")
