"""A diff of facts for people on a terminal, for a pull request, for programs."""

import json
from itertools import groupby

from generator.correct.diff import Cause, FactChange, FactDiff, Fate

_TITLES = {
    Cause.PAGE: "Pages that are new, gone or changed",
    Cause.RULE: "Rules",
    Cause.CORRECTION: "Corrections by hand",
    Cause.REGISTRY: "Registry",
}
_SIGNS = {Fate.ADDED: "+", Fate.GONE: "-", Fate.CHANGED: "~"}


def render_diff(diff: FactDiff, form: str) -> str:
    """The diff as `text`, `markdown` or `json`; ValueError for another form.

    >>> render_diff(FactDiff((), 3), "text")
    'No fact is different (3 unchanged).'
    >>> render_diff(FactDiff((), 3), "html")
    Traceback (most recent call last):
    ValueError: "html" is no form of a diff: text, markdown or json.
    """
    match form:
        case "text":
            return _text(diff)
        case "markdown":
            return _markdown(diff)
        case "json":
            return _json(diff)
        case _:
            raise ValueError(f'"{form}" is no form of a diff: text, markdown or json.')


def count_line(diff: FactDiff) -> str:
    """How many facts came, went, changed and stayed."""
    counts = ", ".join(f"{sum(change.fate is fate for change in diff.changes)} {fate}" for fate in Fate)
    return f"{counts}, {diff.unchanged} unchanged"


def _text(diff: FactDiff) -> str:
    if not diff.changes:
        return f"No fact is different ({diff.unchanged} unchanged)."
    lines = [count_line(diff)]
    for cause, group in groupby(diff.changes, key=lambda change: change.cause):
        lines += ["", f"{_TITLES[cause]}:", *(f"  {_SIGNS[change.fate]} {describe_change(change)}" for change in group)]
    return "\n".join(lines)


def describe_change(change: FactChange) -> str:
    """One line: id, park, the figure, what is different, the sentence."""
    claim = change.claim
    amount = f"{claim.value.text()}{claim.unit}"
    said = "; ".join(f"{field.field}: {field.before or 'null'} → {field.after or 'null'}" for field in change.fields)
    figure = f"{claim.id} {change.park}: {claim.label} {amount} ({claim.period})"
    return f"{figure}{f' [{said}]' if said else ''} “{claim.evidence.quote}”"


def _markdown(diff: FactDiff) -> str:
    lines = [f"### Facts: {count_line(diff)}"]
    for cause, group in groupby(diff.changes, key=lambda change: change.cause):
        changes = tuple(group)
        rows = (_row(change) for change in changes)
        lines += ["", f"<details><summary>{_TITLES[cause]}: {len(changes)}</summary>", ""]
        lines += ["| | fact | park | figure | different | sentence |", "|---|---|---|---|---|---|", *rows, "", "</details>"]
    return "\n".join(lines) + "\n"


def _row(change: FactChange) -> str:
    claim = change.claim
    said = "; ".join(f"{field.field}: {field.before or 'null'} → {field.after or 'null'}" for field in change.fields)
    figure = f"{claim.label} {claim.value.text()}{claim.unit} ({claim.period})"
    cells = (_SIGNS[change.fate], claim.id, change.park, figure, said, claim.evidence.quote)
    return f"| {' | '.join(_cell(cell) for cell in cells)} |"


def _cell(text: str) -> str:
    """Text on one line that cannot break the table or become markup."""
    plain = " ".join(text.split())
    return "".join(f"&#{ord(sign)};" if sign in "&<>`|*_[]\\~" else sign for sign in plain)


def _json(diff: FactDiff) -> str:
    return json.dumps({"unchanged": diff.unchanged, "changes": [_record(change) for change in diff.changes]}, ensure_ascii=False, indent=2)


def _record(change: FactChange) -> dict[str, object]:
    claim = change.claim
    return {
        "cause": change.cause.value,
        "fate": change.fate.value,
        "fact": claim.id,
        "park": change.park,
        "label": claim.label,
        "value": claim.value.text(),
        "unit": claim.unit,
        "period": claim.period,
        "page": claim.evidence.page,
        "quote": claim.evidence.quote,
        "fields": {field.field: [field.before, field.after] for field in change.fields},
    }
