"""What went wrong, where, and what would be right: the one form in which every room reports."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a problem matters: an error stops the build, a warning shows, a note informs."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One finding at one place of one file.

    `path` is relative to the project, with forward slashes; `line` and `column` count from 1, and 0 means the whole file.
    `code` is stable (`unknown-key`); `message` says what is and what must be; `hint` offers the nearest valid word or step.

    >>> Problem("content/corrections/a.yaml", 7, 3, Severity.ERROR, "unknown-key", '"reson" is no key of a correction.',
    ...         'Did you mean "because"?').text()
    'content/corrections/a.yaml:7:3: unknown-key: "reson" is no key of a correction. Did you mean "because"?'
    """

    path: str
    line: int
    column: int
    severity: Severity
    code: str
    message: str
    hint: str = ""

    def text(self) -> str:
        """The problem as one line: path:line:column: code: message hint."""
        place = self.path if not self.line else f"{self.path}:{self.line}:{self.column}"
        return f"{place}: {self.code}: {self.message}" + (f" {self.hint}" if self.hint else "")
