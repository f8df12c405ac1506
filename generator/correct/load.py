"""Hand-written corrections, text to typed: every mistake of every file in one pass.

An entry with a mistake is left out and the rest still counts; so does the rest of a file whose YAML is broken in one entry.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from generator.correct.build import ARTICLE_KINDS, SHEET_KINDS, EntryKind
from generator.correct.checker import Checker, build_vocabulary, describe
from generator.correct.forms import bind_form
from generator.model.correction import (
    Correction,
    JoinArticles,
    OrderParagraphs,
    ReadingCorrection,
    SetArticle,
    SetPage,
    SheetCorrection,
    SplitArticle,
)
from generator.model.entities import Park
from generator.model.problem import Problem, Severity
from generator.registry.registry import Registry
from generator.yamlio.nodes import Mapping, Node, Sequence, parse_yaml
from generator.yamlio.words import suggest

ARTICLES = "articles"
_TAKEN_OUT = ("anchor", "alias", "tag", "duplicate-key", "key")  # what these are said of is missing from its entry


@dataclass(frozen=True, slots=True)
class Loaded:
    """What is right in the files, in their order, and what is wrong."""

    sheets: tuple[SheetCorrection, ...]
    reading: tuple[ReadingCorrection, ...]
    problems: tuple[Problem, ...]


def load_corrections(
    files: Iterable[tuple[str, str]], registry: Registry | None, *, parks: Iterable[Park] = (), pages: Iterable[str] = ()
) -> Loaded:
    """Read content/corrections/: `files` are (path, text), of any order.

    `parks` are those that no registry has; `pages` the ids of all pages, empty where they are not known and need not be checked. Without a
    registry (it is broken itself) only what needs none is checked, and no correction of a sheet comes back.
    """
    words = build_vocabulary(registry, parks, pages)
    sheets: list[SheetCorrection] = []
    reading: list[ReadingCorrection] = []
    problems: list[Problem] = []
    for path, text in sorted(files):
        name = PurePosixPath(path)
        checker = Checker(path, "" if name.stem == ARTICLES else name.stem, words)
        _check_name(name, checker)
        for correction in _read_file(text, checker):
            if isinstance(correction, SetPage | SetArticle | OrderParagraphs | SplitArticle | JoinArticles):
                reading.append(correction)
            elif checker.park in words.parks:
                sheets.append(correction)
        problems += checker.problems
    return Loaded(tuple(sheets), tuple(reading), tuple(sorted(set(problems))))


def _check_name(name: PurePosixPath, checker: Checker) -> None:
    """A file is named after its park; under any other name it would be passed over without a word."""
    if name.suffix != ".yaml":
        message = f'the file is named "{name.name}"; it must end in .yaml.'
        checker.problems.append(Problem(str(name), 0, 0, Severity.ERROR, "bad-file-name", message, f"Rename it to {name.stem}.yaml."))
    if checker.park and checker.words.is_known and checker.park not in checker.words.parks:
        meant = checker.words.park_names.get(checker.park)
        hint = f'Did you mean "{meant}"?' if meant else suggest(checker.park, checker.words.parks, 0)
        message = f'the file is named "{name.name}"; its name must be the id of a park, or articles.yaml.'
        checker.problems.append(Problem(str(name), 0, 0, Severity.ERROR, "unknown-park", message, hint))


def _read_file(text: str, checker: Checker) -> Iterator[Correction]:
    parsed = parse_yaml(checker.path, text)
    checker.problems += parsed.problems
    node, kinds = parsed.node, SHEET_KINDS if checker.park else ARTICLE_KINDS
    if isinstance(node, Sequence):
        for entry in _find_whole(node, [(problem.line, problem.column) for problem in parsed.problems if problem.code in _TAKEN_OUT]):
            yield from _read_entry(entry, kinds, checker)
    elif node is not None and not parsed.problems:
        checker.tell(node, "wrong-type", f"the file is {describe(node)}; it must be a list of corrections.", 'Begin each with "- ".')


def _find_whole(node: Sequence, broken: list[tuple[int, int]]) -> Iterator[Node]:
    """The entries whose YAML is whole: what is missing from a broken one would be told as forgotten."""
    starts = [(entry.line, entry.column) for entry in node.items]
    for entry, start, end in zip(node.items, starts, (*starts[1:], None), strict=False):
        if not any(start <= place and (end is None or place < end) for place in broken):
            yield entry


def _read_entry(node: Node, kinds: tuple[EntryKind, ...], checker: Checker) -> Iterator[Correction]:
    if not isinstance(node, Mapping):
        checker.tell(node, "wrong-type", f"the correction is {describe(node)}; it must be a mapping such as {kinds[0].form.example}.")
        return
    kind = _find_kind(node, kinds, checker)
    bound = None if kind is None else bind_form(node, kind.form, checker)
    if kind is not None and bound is not None:
        yield from kind.build(bound, checker)


def _find_kind(node: Mapping, kinds: tuple[EntryKind, ...], checker: Checker) -> EntryKind | None:
    """The kind whose key the entry has, or was meant to have."""
    names = [name for name, _ in node.entries]
    present = [(name, kind) for name in names for kind in kinds if kind.key == name.text]
    if len(present) > 1:
        one, other = present[0][0], present[1][0]
        message = f'"{one.text}" and "{other.text}" stand in one correction; it must have one of them.'
        checker.tell(other, "two-kinds", message, "Write two corrections.")
        return None
    if present:
        return present[0][1]
    for name in names:
        for kind in kinds:
            if kind.form.key(name.text) is None and kind.form.meant(name.text) == kind.key:
                return kind
    keys = ", ".join(kind.key for kind in kinds)
    elsewhere = ", ".join(name.text for name in names if all(kind.form.key(name.text) is None for kind in kinds))
    hint = f"This file has no place for {elsewhere}." if elsewhere else ""
    checker.tell(node, "no-kind", f"the correction does not say of what: it must have one of the keys {keys}.", hint)
    return None
