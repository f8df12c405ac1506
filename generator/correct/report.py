"""Problems in the forms that their readers need: lines for people, annotations for a pull request, JSON for an editor.

A step of its own because GitHub shows no more than ten errors of a step: the rest must go to the job summary or is lost.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass

from generator.model.problem import Problem, Severity

SHOWN = 10  # annotations of one kind that GitHub shows for a step; what is beyond is dropped without a word
_LEVEL = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})
_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})


@dataclass(frozen=True, slots=True)
class Report:
    """What is printed, and what goes to the job summary (Markdown; only for `github`, and only if there are problems)."""

    output: str
    summary: str = ""


def format_problems(problems: Iterable[Problem], form: str) -> Report:
    """All problems by severity, then path and line, each once, as `text`, `github` or `json`; ValueError for another form.

    >>> problem = Problem("content/corrections/a.yaml", 7, 3, Severity.ERROR, "unknown-key", '"reson" is no key, 100 % sure.')
    >>> format_problems((problem,), "github").output
    '::error file=content/corrections/a.yaml,line=7,col=3,title=unknown-key::"reson" is no key, 100 %25 sure.'
    >>> format_problems((), "xml")
    Traceback (most recent call last):
    ValueError: "xml" is no form of problems: text, github or json.
    """
    ordered = tuple(sorted(set(problems), key=_order))
    match form:
        case "text":
            return Report("\n".join(_line(problem) for problem in ordered))
        case "github":
            return _github(ordered)
        case "json":
            return Report(json.dumps([_record(problem) for problem in ordered], ensure_ascii=False, indent=2))
        case _:
            raise ValueError(f'"{form}" is no form of problems: text, github or json.')


def _order(problem: Problem) -> tuple[int, Problem]:
    return list(Severity).index(problem.severity), problem


def _line(problem: Problem) -> str:
    """An error needs no word for itself: it is what stops the build."""
    mark = "" if problem.severity is Severity.ERROR else f" ({problem.severity})"
    return problem.text() + mark


def _github(problems: tuple[Problem, ...]) -> Report:
    shown: list[str] = []
    for severity in Severity:
        same = [problem for problem in problems if problem.severity is severity]
        shown += [_annotation(problem) for problem in same[:SHOWN]]
    return Report("\n".join(shown), _summary(problems))


def _annotation(problem: Problem) -> str:
    place = [f"file={problem.path.translate(_PROPERTY)}"]
    if problem.line:
        place += [f"line={problem.line}", f"col={problem.column}"]
    message = f"{problem.message} {problem.hint}".strip().translate(_DATA)
    return f"::{_LEVEL[problem.severity]} {','.join(place)},title={problem.code.translate(_PROPERTY)}::{message}"


def _summary(problems: tuple[Problem, ...]) -> str:
    """Markdown with every problem, those that are annotated too: a reader should not have to look in two places."""
    if not problems:
        return ""
    counts = ", ".join(f"{sum(problem.severity is severity for problem in problems)} {severity}(s)" for severity in Severity)
    rows = (f"| {problem.severity} | <code>{_place(problem)}</code> | {problem.code} | {_cell(problem)} |" for problem in problems)
    return "\n".join((f"### parkfacts: {counts}", "", "| | where | code | what |", "|---|---|---|---|", *rows, ""))


def _place(problem: Problem) -> str:
    return _escape(problem.path) + (f":{problem.line}:{problem.column}" if problem.line else "")


def _cell(problem: Problem) -> str:
    return _escape(f"{problem.message} {problem.hint}".strip())


def _escape(text: str) -> str:
    """Text on one line that cannot break the table or become markup."""
    plain = " ".join(text.replace("&", "&amp;").split())
    return "".join(f"&#{ord(sign)};" if sign in "<>`|*_[]\\~" else sign for sign in plain)


def _record(problem: Problem) -> dict[str, str | int]:
    return {
        "path": problem.path,
        "line": problem.line,
        "column": problem.column,
        "severity": problem.severity.value,
        "code": problem.code,
        "message": problem.message,
        "hint": problem.hint,
    }
