"""Problems for people, for GitHub and for editors."""

import json

import pytest

from generator.correct.report import SHOWN, format_problems
from generator.model.problem import Problem, Severity

ERROR = Problem("content/corrections/a.yaml", 7, 3, Severity.ERROR, "unknown-key", '"reson" is no key.', 'Did you mean "because"?')
WARNING = Problem("seeds/b.txt", 0, 0, Severity.WARNING, "odd-page", "50 % of it\nis <b>|`odd`|", "")


def test_text_has_errors_first_and_names_what_is_no_error() -> None:
    assert format_problems((WARNING, ERROR, ERROR), "text").output.splitlines()[0] == ERROR.text()
    assert format_problems((WARNING,), "text").output.endswith("(warning)")


def test_annotations_are_escaped() -> None:
    lines = format_problems((ERROR, WARNING), "github").output.splitlines()
    assert lines == [
        '::error file=content/corrections/a.yaml,line=7,col=3,title=unknown-key::"reson" is no key. Did you mean "because"?',
        "::warning file=seeds/b.txt,title=odd-page::50 %25 of it%0Ais <b>|`odd`|",
    ]


def test_what_github_would_not_show_is_in_the_summary() -> None:
    problems = [Problem("a.yaml", line, 1, Severity.ERROR, "x", f"mistake {line}") for line in range(1, 24)] + [WARNING]
    report = format_problems(problems, "github")
    assert report.output.count("::error") == SHOWN
    assert report.output.count("::warning") == 1
    assert all(f"mistake {line} " in report.summary for line in range(1, 24))
    assert report.summary.startswith("### parkfacts: 23 error(s), 1 warning(s), 0 note(s)\n")


def test_the_summary_is_a_table_that_nothing_breaks() -> None:
    rows = [line for line in format_problems((ERROR, WARNING), "github").summary.splitlines() if line.startswith("|")]
    assert {row.count("|") for row in rows} == {5}
    assert "<b>" not in format_problems((WARNING,), "github").summary


def test_no_problem_is_no_line() -> None:
    assert [format_problems((), form).output for form in ("text", "github", "json")] == ["", "", "[]"]
    assert not format_problems((), "github").summary


def test_json_has_every_field() -> None:
    (record,) = json.loads(format_problems((ERROR,), "json").output)
    assert record == {
        "path": ERROR.path, "line": 7, "column": 3, "severity": "error", "code": "unknown-key", "message": ERROR.message, "hint": ERROR.hint
    }  # fmt: skip


def test_an_unknown_form_is_refused() -> None:
    with pytest.raises(ValueError, match="xml"):
        format_problems((), "xml")
