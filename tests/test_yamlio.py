"""YAML with its places: texts survive to the character, mistakes are told at their line."""

from decimal import Decimal
from typing import Literal

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from generator.model.claim import Claim, Evidence, Kind, Level, Qualifier, Reason, Status
from generator.model.quantity import Form, Value
from generator.yamlio.bind import Id, Record, bind, to_plain
from generator.yamlio.dump import dump_yaml
from generator.yamlio.nodes import parse_yaml
from generator.yamlio.records import from_record, to_record

TEXTS = st.text(st.characters(codec="utf-8"), max_size=30)
TREES = st.recursive(TEXTS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4), max_leaves=20)


@given(TREES)
def test_what_is_dumped_loads_back_to_the_character(tree: object) -> None:
    dumped = dump_yaml(tree)  # type: ignore[arg-type]
    parsed = parse_yaml("t.yaml", dumped)
    assert parsed.problems == ()
    assert parsed.node is not None
    assert to_plain(parsed.node) == tree


@given(TEXTS)
def test_other_readers_of_yaml_read_the_same_text(text: str) -> None:
    assert yaml.load(dump_yaml({"a": text}), Loader=yaml.CSafeLoader) == {"a": text}


def test_numbers_stay_as_written() -> None:
    assert dump_yaml({"value": Decimal("7.70"), "line": 3}) == "value: 7.70\nline: 3\n"


class Thing(Record):
    """A record to bind to."""

    id: Id
    because: str
    kind: Literal["level", "growth"] = "level"
    value: Decimal | None = None


MISTAKES = [
    ("- id: a\n  because: x\n  reson: y\n", 't.yaml:3:3: unknown-key: "reson" is no key here.'),
    ("- id: a\n  because: x\n  kind: grwth\n", 't.yaml:3:3: unknown-word: "kind" is "grwth". Did you mean "growth"?'),
    ("- id: ../a\n  because: x\n", 't.yaml:1:3: bad-value: "id" is "../a": an id must be small letters, digits, - and _ alone'),
    ("- id: a\n", 't.yaml:1:3: missing-key: the key "because" is missing.'),
    ("- id: a\n  because:\n", 't.yaml:2:3: wrong-type: "because" is empty; it must be text.'),
    ("- id: a\n  because: [x]\n", 't.yaml:2:3: wrong-type: "because" is a list; it must be text.'),
    ("- id: &a b\n  because: *a\n", "t.yaml:1:7: anchor: an anchor (&) is not allowed here: write the value where it is meant."),
    ("- !!python/object:os.system id\n", "t.yaml:1:3: tag: a tag (!) is not allowed here: the schema says what a value is."),
    ("- id: a\n\tbecause: x\n", "t.yaml:2:1: tab: a tab stands where YAML needs spaces. Indent with two spaces."),
    ("- id: a\n  id: b\n  because: x\n", 't.yaml:2:3: duplicate-key: "id" stands twice; the first is on line 1. One of the two must go.'),
]


@pytest.mark.parametrize(("text", "expected"), MISTAKES, ids=[case[1].split(": ")[1] + str(n) for n, case in enumerate(MISTAKES)])
def test_a_mistake_is_told_at_its_line_with_what_must_be(text: str, expected: str) -> None:
    parsed = parse_yaml("t.yaml", text)
    problems = parsed.problems or bind("t.yaml", parsed.node, TypeAdapter(list[Thing])).problems
    assert problems[0].text().startswith(expected)


def test_plain_scalars_are_never_silently_something_else() -> None:
    node = parse_yaml("t.yaml", "[010, 12:30, no, 7.70, 2023-13-01, ~]").node
    assert node is not None
    assert to_plain(node) == ["010", "12:30", "no", "7.70", "2023-13-01", None]


def test_a_yaml_bomb_is_refused_without_being_unfolded() -> None:
    bomb = "a: &a [x, x]\n" + "".join(f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)}, *{chr(97 + n)}]\n" for n in range(20))
    parsed = parse_yaml("t.yaml", bomb)
    assert {problem.code for problem in parsed.problems} == {"anchor", "alias"}
    assert parsed.node is not None
    assert len(str(to_plain(parsed.node))) < 400  # the tree is as long as the file, not as what the aliases stand for


TOWERS = {"lists": "[" * 200_000, "mappings": "{a: " * 100_000, "dashes": "- " * 50_000, "keys": "? " * 50_000}


@pytest.mark.parametrize("text", TOWERS.values(), ids=TOWERS)
def test_a_tower_of_levels_is_refused_at_once(text: str) -> None:
    assert [problem.code for problem in parse_yaml("t.yaml", text).problems] == ["too-deep"]


def test_an_enormous_file_is_refused() -> None:
    assert [problem.code for problem in parse_yaml("t.yaml", "a" * 9_000_000).problems] == ["too-large"]


def test_each_broken_entry_is_told_and_the_others_are_read() -> None:
    parsed = parse_yaml("t.yaml", '# x\n- a: 1\n- b: [2\n- c: "3\n- d: 4\n- e: {5\n')
    assert [(problem.code, problem.line) for problem in parsed.problems] == [("not-yaml", 3), ("not-yaml", 4), ("not-yaml", 6)]
    assert parsed.node is not None
    assert to_plain(parsed.node) == [{"a": "1"}, {"d": "4"}]


def test_a_key_that_stands_twice_is_told_across_broken_entries() -> None:
    parsed = parse_yaml("t.yaml", "a: 1\nb: [2\na: 3\n")
    assert [problem.code for problem in parsed.problems] == ["not-yaml", "duplicate-key"]


def test_a_character_that_no_text_has_is_told_at_its_place() -> None:
    problem = parse_yaml("t.yaml", "a: 1\nb: x\x00y\n").problems[0]
    assert (problem.code, problem.line, problem.column) == ("bad-character", 2, 5)


def test_a_second_document_is_told() -> None:
    problems = parse_yaml("t.yaml", "a: 1\n---\nb: 2\n").problems
    assert [(problem.code, problem.line) for problem in problems] == [("second-document", 2)]


@given(st.text(max_size=60))
def test_no_text_brings_the_parser_down(text: str) -> None:
    parsed = parse_yaml("t.yaml", text)
    assert all(problem.line >= 1 and problem.column >= 1 for problem in parsed.problems)


def test_a_record_comes_back_as_it_was() -> None:
    value = Value(Form.RANGE, Decimal(10), Decimal(50))
    evidence = Evidence("p", "p-1", "body", 0, 0, 4, 3, "10到50")
    claim = Claim(
        "0123456789", None, "某园", Level.PARK, "占有率", None, Kind.SHARE, value, "%", Qualifier.EXACT, "asof", Status.ACTUAL, evidence,
        None, (Reason("label", "before", "占有率"),),
    )  # fmt: skip
    node = parse_yaml("t.yaml", dump_yaml(to_record(claim))).node
    assert node is not None
    assert from_record(Claim, node) == claim


def test_a_record_with_a_field_missing_is_refused() -> None:
    node = parse_yaml("t.yaml", "page: p\n").node
    assert node is not None
    with pytest.raises(ValueError, match="a int is missing"):
        from_record(Evidence, node)


def test_a_misspelt_key_is_not_missing_as_well() -> None:
    parsed = parse_yaml("t.yaml", "- id: a\n  becuase: x\n")
    problems = bind("t.yaml", parsed.node, TypeAdapter(list[Thing])).problems
    assert [problem.text() for problem in problems] == ['t.yaml:2:3: unknown-key: "becuase" is no key here. Did you mean "because"?']


def test_a_message_paints_no_terminal() -> None:
    parsed = parse_yaml("t.yaml", '- id: "\\e[31m"\n  because: x\n')
    assert "\x1b" not in bind("t.yaml", parsed.node, TypeAdapter(list[Thing])).problems[0].text()


def test_what_is_not_closed_is_told_where_it_opens() -> None:
    problem = parse_yaml("t.yaml", "- a: 1\n- b: [1,\n  2\n").problems[0]
    assert (problem.code, problem.line, problem.column) == ("not-yaml", 2, 6)
