"""YAML text to a tree that knows its lines. Every scalar stays text: what `010`, `no` or `12:30` means is for the schema to say.

Anchors, aliases, tags and duplicate keys are refused: they make a file say something other than what a person reads in it, and
an alias can make ten lines mean ten million (the "billion laughs"). The tree is built from libyaml's events, since its own composer
calls itself for every level and a file of brackets alone would bring down the process.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from typing import Any, NamedTuple, TypeAlias

import yaml
from yaml.reader import ReaderError

from generator.model.problem import Problem, Severity

_DEEPEST = 20
_LARGEST = 8 * 1024 * 1024
_ENTRY = re.compile(r"^(?:- |-$|[^\s#\-\[\]{}\"'][^#\n]*:(?:\s|$))", re.MULTILINE)
_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
_UNPRINTABLE = re.compile(r"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|(?<!^)\ufeff")
_UNCLOSED = re.compile("while (?:parsing a flow|scanning a quoted)")
_WHY = "write the value where it is meant."


class Scalar(NamedTuple):
    """A value as text; `plain` is False if it stood in quotes or in a block. Line and column count from 1."""

    text: str
    plain: bool
    line: int
    column: int


class Sequence(NamedTuple):
    """A list of nodes."""

    items: tuple["Node", ...]
    line: int
    column: int


class Mapping(NamedTuple):
    """Keys with their values, in the file's order; no key stands twice."""

    entries: tuple[tuple[Scalar, "Node"], ...]
    line: int
    column: int

    def get(self, key: str) -> "Node | None":
        """The value of a key, or None."""
        return next((value for name, value in self.entries if name.text == key), None)


Node: TypeAlias = Scalar | Sequence | Mapping


class Parsed(NamedTuple):
    """The tree (None for an empty file and where nothing is YAML) and what is wrong; where something is, the tree lacks those parts."""

    node: Node | None
    problems: tuple[Problem, ...]


def parse_yaml(path: str, text: str) -> Parsed:
    """Read one file. `path` is what problems call it. Where the YAML of one entry is broken, the other entries are read all the same.

    >>> parse_yaml("a.yaml", "- 010").node.items[0].text
    '010'
    >>> print(parse_yaml("a.yaml", "a: 1\\nb: 2\\na: 3").problems[0].text())
    a.yaml:3:1: duplicate-key: "a" stands twice; the first is on line 1. One of the two must go.
    >>> [problem.line for problem in parse_yaml("a.yaml", "- [1\\n- 2\\n- {3").problems]
    [1, 3]
    """
    if len(text) > _LARGEST:
        message = f"the file has {len(text)} characters; {_LARGEST} is the most."
        return Parsed(None, (Problem(path, 1, 1, Severity.ERROR, "too-large", message),))
    parsed, broken = _parse_part(path, text, 0)
    if not broken:
        return parsed
    parts = [_parse_part(path, part, before)[0] for before, part in _split_entries(text)]
    told = tuple(problem for part in parts for problem in part.problems)
    if len(parts) < 2 or not told:
        return parsed
    problems = list(told)
    return Parsed(_join(path, [part.node for part in parts if part.node is not None], problems), tuple(problems))


def _parse_part(path: str, text: str, lines_before: int) -> tuple[Parsed, bool]:
    """The tree of a text that begins after so many lines of its file, and whether its syntax is broken."""
    composer = _Composer(path, text, lines_before)
    try:
        node = composer.compose()
    except yaml.MarkedYAMLError as error:
        return Parsed(None, (*composer.problems, _syntax(path, text, error, lines_before))), True
    except ReaderError as error:
        return Parsed(None, (_unprintable(path, text, error, lines_before),)), True
    except _TooDeepError as error:
        message = f"more than {_DEEPEST} levels inside one another."
        return Parsed(None, (*composer.problems, Problem(path, error.line, error.column, Severity.ERROR, "too-deep", message))), True
    return Parsed(node, tuple(composer.problems)), False


class _TooDeepError(Exception):
    def __init__(self, line: int, column: int) -> None:
        super().__init__(f"too deep at {line}:{column}")
        self.line = line
        self.column = column


class _Composer:
    """libyaml's events to nodes."""

    def __init__(self, path: str, text: str, lines_before: int) -> None:
        self._next: Callable[[], Any] = yaml.CSafeLoader(text).get_event  # Any: the stubs let every mark and event be None
        self._path = path
        self._first_line = lines_before + 1
        self.problems: list[Problem] = []

    def compose(self) -> Node | None:
        """The first document's tree; a second document is a problem."""
        node: Node | None = None
        documents = 0
        while not isinstance(event := self._next(), yaml.StreamEndEvent):
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._tell(event, "second-document", "a second document (---) begins here; a file has one.")
            elif isinstance(event, yaml.NodeEvent):
                found = self._node(event, _DEEPEST)
                node = found if documents == 1 else node
        return None if isinstance(node, Scalar) and node.plain and not node.text else node

    def _node(self, event: Any, depth: int) -> Node | None:
        """The node that an event begins; None for what is refused."""
        mark = event.start_mark
        line, column = mark.line + self._first_line, mark.column + 1
        if event.anchor is not None and not isinstance(event, yaml.AliasEvent):
            self._tell(event, "anchor", f"an anchor (&) is not allowed here: {_WHY}")
        if isinstance(event, yaml.ScalarEvent):
            if event.tag is not None:
                self._tell_tag(event)
            return Scalar(event.value, not event.style, line, column)
        if isinstance(event, yaml.AliasEvent):
            self._tell(event, "alias", f"an alias (*) is not allowed here: {_WHY}")
            return None
        if depth == 0:
            raise _TooDeepError(line, column)
        if event.tag is not None:
            self._tell_tag(event)
        if isinstance(event, yaml.SequenceStartEvent):
            return Sequence(tuple(self._items(depth - 1)), line, column)
        return Mapping(tuple(self._entries(depth - 1)), line, column)

    def _items(self, depth: int) -> Iterator[Node]:
        while isinstance(event := self._next(), yaml.NodeEvent):
            node = self._node(event, depth)
            if node is not None:
                yield node

    def _entries(self, depth: int) -> Iterable[tuple[Scalar, Node]]:
        entries: dict[str, tuple[Scalar, Node]] = {}
        while isinstance(event := self._next(), yaml.NodeEvent):
            key = self._node(event, depth)
            following = self._next()
            assert isinstance(following, yaml.NodeEvent), "libyaml gives a value to every key"  # noqa: S101
            value = self._node(following, depth)
            if not isinstance(key, Scalar):
                if key is not None:
                    self._tell(event, "key", "a key must be one word, not a list or a mapping.")
            elif key.text in entries:
                self.problems.append(duplicate_key(self._path, key, entries[key.text][0]))
            elif value is not None:
                entries[key.text] = (key, value)
        return entries.values()

    def _tell_tag(self, event: Any) -> None:
        self._tell(event, "tag", "a tag (!) is not allowed here: the schema says what a value is.")

    def _tell(self, event: Any, code: str, message: str) -> None:
        mark = event.start_mark
        self.problems.append(Problem(self._path, mark.line + self._first_line, mark.column + 1, Severity.ERROR, code, message))


def shown(text: str) -> str:
    """A text as a message may print it: what cannot be seen, or would paint a terminal, is spelt out.

    >>> shown("园\\0\\x1b[31m")
    '园\\\\x00\\\\x1b[31m'
    """
    return _UNSEEN.sub(lambda match: match[0].encode("unicode_escape").decode(), text)


def duplicate_key(path: str, key: Scalar, first: Scalar) -> Problem:
    """What is said of a key that stands a second time in one mapping."""
    message = f'"{shown(key.text)}" stands twice; the first is on line {first.line}. One of the two must go.'
    return Problem(path, key.line, key.column, Severity.ERROR, "duplicate-key", message)


def _split_entries(text: str) -> Iterator[tuple[int, str]]:
    """One text for each list item or key at the beginning of a line, with the number of lines before it."""
    starts = sorted({0, *(match.start() for match in _ENTRY.finditer(text)), len(text)})
    line = 0
    for start, end in pairwise(starts):
        part = text[start:end]
        yield line, part
        line += part.count("\n")


def _join(path: str, nodes: list[Node], problems: list[Problem]) -> Node | None:
    """The trees of a file's entries as the file's tree, if all are of one sort."""
    if not nodes:
        return None
    line, column = nodes[0].line, nodes[0].column
    lists, mappings = ([node for node in nodes if isinstance(node, kind)] for kind in (Sequence, Mapping))
    if len(lists) == len(nodes):
        return Sequence(tuple(item for node in lists if isinstance(node, Sequence) for item in node.items), line, column)
    if len(mappings) < len(nodes):
        return None
    entries: dict[str, tuple[Scalar, Node]] = {}
    for key, value in (entry for node in mappings if isinstance(node, Mapping) for entry in node.entries):
        if key.text in entries:
            problems.append(duplicate_key(path, key, entries[key.text][0]))
        else:
            entries[key.text] = (key, value)
    return Mapping(tuple(entries.values()), line, column)


def _syntax(path: str, text: str, error: yaml.MarkedYAMLError, lines_before: int) -> Problem:
    """What libyaml says, at the place where the thing began that it misses the end of."""
    found, began = error.problem_mark, error.context_mark
    if found and text[found.index : found.index + 1] == "\t":
        line, column = found.line + 1 + lines_before, found.column + 1
        return Problem(path, line, column, Severity.ERROR, "tab", "a tab stands where YAML needs spaces.", "Indent with two spaces.")
    mark = began if began and (not found or found.line > began.line) and _UNCLOSED.match(str(error.context)) else found or began
    line, column = (mark.line + 1 + lines_before, mark.column + 1) if mark else (lines_before + 1, 1)
    message = " ".join(filter(None, (error.context, error.problem)))
    return Problem(path, line, column, Severity.ERROR, "not-yaml", f"this is no YAML: {message}.")


def _unprintable(path: str, text: str, error: ReaderError, lines_before: int) -> Problem:
    """libyaml says of a forbidden character only its byte; its line is looked up here."""
    found = _UNPRINTABLE.search(text)
    if found is None:
        return Problem(path, lines_before + 1, 1, Severity.ERROR, "not-yaml", f"this is no YAML: {error.reason}.")
    line = text.count("\n", 0, found.start()) + 1 + lines_before
    column = found.start() - (text.rfind("\n", 0, found.start()) + 1) + 1
    message = f"a character that no text has (U+{ord(found[0]):04X}) stands here."
    return Problem(path, line, column, Severity.ERROR, "bad-character", message, "Delete it; it cannot be seen.")
