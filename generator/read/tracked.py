"""Text whose every character knows its page line: what the steps of reading cut and join without losing a character's origin."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain

from generator.model.article import LineRun, Paragraph, Role


@dataclass(frozen=True, slots=True)
class Tracked:
    """A text and, for each of its characters, the line of the page that it was printed on.

    >>> Tracked.of("产值", 3).text
    '产值'
    """

    text: str
    lines: tuple[int, ...]

    @staticmethod
    def of(text: str, line: int) -> "Tracked":
        """All of `text` from one line."""
        return Tracked(text, (line,) * len(text))

    def cut(self, start: int, end: int | None = None) -> "Tracked":
        """The characters from `start` to before `end`."""
        return Tracked(self.text[start:end], self.lines[start:end])

    def strip(self) -> "Tracked":
        """Without white space at either end."""
        start = len(self.text) - len(self.text.lstrip())
        return self.cut(start, len(self.text.rstrip()))

    def without(self, gone: Iterable[int]) -> "Tracked":
        """Without the characters at the offsets `gone`."""
        out = frozenset(gone)
        kept = [place for place in range(len(self.text)) if place not in out]
        return Tracked("".join(self.text[place] for place in kept), tuple(self.lines[place] for place in kept))

    def paragraph(self, role: Role) -> Paragraph:
        """The text as a paragraph of the model, a run for each change of line."""
        runs = tuple(LineRun(place, line) for place, line in enumerate(self.lines) if place == 0 or line != self.lines[place - 1])
        return Paragraph(self.text, runs, role)


def join(pieces: Iterable[Tracked]) -> Tracked:
    """One text out of several, in order, nothing between them."""
    listed = tuple(pieces)
    return Tracked("".join(piece.text for piece in listed), tuple(chain.from_iterable(piece.lines for piece in listed)))
