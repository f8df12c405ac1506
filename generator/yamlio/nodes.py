"""YAML text to a tree that knows its lines. Every scalar stays text: what `010`, `no` or `12:30` means is for the schema to say.

Anchors, aliases, tags and duplicate keys are refused: they make a file say something other than what a person reads in it, and
an alias can make ten lines mean ten million (the "billion laughs").
"""

from dataclasses import dataclass
from typing import TypeAlias

import yaml

from generator.model.problem import Problem, Severity

_DEEPEST = 20
_REFUSED = (
    ("&", yaml.AnchorToken, "anchor", "an anchor (&) is not allowed here: write the value where it is meant."),
    ("*", yaml.AliasToken, "alias", "an alias (*) is not allowed here: write the value where it is meant."),
    ("!", yaml.TagToken, "tag", "a tag (!) is not allowed here: the schema says what a value is."),
)


@dataclass(frozen=True, slots=True)
class Scalar:
    """A value as text; `plain` is False if it stood in quotes or in a block. Line and column count from 1."""

    text: str
    plain: bool
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list of nodes."""

    items: tuple["Node", ...]
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys with their values, in the file's order; no key stands twice."""

    entries: tuple[tuple[Scalar, "Node"], ...]
    line: int
    column: int

    def get(self, key: str) -> "Node | None":
        """The value of a key, or None."""
        return next((value for name, value in self.entries if name.text == key), None)


Node: TypeAlias = Scalar | Sequence | Mapping


@dataclass(frozen=True, slots=True)
class Parsed:
    """The tree (None for an empty file and where the text is no YAML) and what is wrong."""

    node: Node | None
    problems: tuple[Problem, ...]


def parse_yaml(path: str, text: str) -> Parsed:
    """Read one file. `path` is what problems call it.

    >>> parse_yaml("a.yaml", "- 010").node.items[0].text
    '010'
    >>> print(parse_yaml("a.yaml", "a: 1\\nb: 2\\na: 3").problems[0].text())
    a.yaml:3:1: duplicate-key: "a" stands twice; the first is on line 1. One of the two must go.
    """
    problems = list(_find_refused(path, text))
    try:
        root = None if problems else yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        return Parsed(None, (*problems, _syntax(path, error)))
    except (yaml.YAMLError, RecursionError) as error:
        return Parsed(None, (*problems, Problem(path, 1, 1, Severity.ERROR, "not-yaml", f"this is no YAML: {error}")))
    node = None if root is None else _convert(root, path, problems, _DEEPEST)
    return Parsed(None if problems and node is None else node, tuple(problems))


def _find_refused(path: str, text: str) -> list[Problem]:
    """Anchors, aliases and tags, by the scanner's own tokens; texts without their signs are not scanned."""
    suspects = [entry for entry in _REFUSED if entry[0] in text]
    if not suspects:
        return []
    problems = []
    try:
        for token in yaml.scan(text, Loader=yaml.CSafeLoader):
            for _, kind, code, message in suspects:
                if isinstance(token, kind):
                    mark = token.start_mark
                    problems.append(Problem(path, mark.line + 1, mark.column + 1, Severity.ERROR, code, message))
    except yaml.YAMLError:
        return problems  # what is wrong with the rest is reported where the text is composed
    return problems


def _syntax(path: str, error: yaml.MarkedYAMLError) -> Problem:
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    if "tab character" in str(error.problem) or "'\\t'" in str(error.problem):
        return Problem(path, line, column, Severity.ERROR, "tab", "a tab stands where YAML needs spaces.", "Indent with two spaces.")
    message = " ".join(filter(None, (error.context, error.problem)))
    return Problem(path, line, column, Severity.ERROR, "not-yaml", f"this is no YAML: {message}.")


def _convert(node: yaml.Node, path: str, problems: list[Problem], depth: int) -> Node | None:
    line, column = node.start_mark.line + 1, node.start_mark.column + 1
    if isinstance(node, yaml.ScalarNode):
        return Scalar(node.value, not node.style, line, column)
    if depth == 0:
        problems.append(Problem(path, line, column, Severity.ERROR, "too-deep", f"more than {_DEEPEST} levels inside one another."))
        return None
    if isinstance(node, yaml.SequenceNode):
        items = (_convert(item, path, problems, depth - 1) for item in node.value)
        return Sequence(tuple(item for item in items if item is not None), line, column)
    return Mapping(tuple(_entries(node, path, problems, depth)), line, column)


def _entries(node: yaml.Node, path: str, problems: list[Problem], depth: int) -> list[tuple[Scalar, Node]]:
    entries: dict[str, tuple[Scalar, Node]] = {}
    for key_node, value_node in node.value:
        key, value = _convert(key_node, path, problems, depth - 1), _convert(value_node, path, problems, depth - 1)
        line, column = key_node.start_mark.line + 1, key_node.start_mark.column + 1
        if not isinstance(key, Scalar):
            problems.append(Problem(path, line, column, Severity.ERROR, "key", "a key must be one word, not a list or a mapping."))
        elif key.text in entries:
            first = entries[key.text][0].line
            message = f'"{key.text}" stands twice; the first is on line {first}. One of the two must go.'
            problems.append(Problem(path, line, column, Severity.ERROR, "duplicate-key", message))
        elif value is not None:
            entries[key.text] = (key, value)
    return list(entries.values())
