"""A number on its way to becoming a quantity, and the text with everything that is already explained blanked out."""

from dataclasses import dataclass, field

from generator.extract.quantities.lexicon import signs_of
from generator.extract.quantities.reasons import Reason
from generator.extract.tokens import Numeral
from generator.model.claim import Kind, Qualifier
from generator.model.quantity import Value

BLANK = "\0"


@dataclass(frozen=True, slots=True)
class Found:
    """A number with its unit; `degree` is what the number's own form says (多, 余), `kind` what its form alone settles."""

    start: int
    end: int
    value: Value
    unit: str
    rule: str
    degree: Qualifier | None = None
    kind: Kind | None = None


@dataclass(slots=True)
class Sheet:
    """One text under examination: `left` is the text with blanks where a rule has already spoken, `signs` are its characters."""

    text: str
    left: str
    numerals: list[Numeral] = field(default_factory=list)
    found: list[Found] = field(default_factory=list)
    signs: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        """Gather the signs, by which most rules are known to be of no use before they are tried."""
        self.signs = signs_of(self.text)

    def explain(self, start: int, end: int, reason: Reason) -> None:
        """Say why the numerals in `start:end` are no quantities, and blank them."""
        self.numerals.append(Numeral(start, end, reason.value))
        self.blank(start, end)

    def add(self, found: Found) -> None:
        """Take a number, and blank it."""
        self.found.append(found)
        self.blank(found.start, found.end)

    def blank(self, start: int, end: int) -> None:
        """Hide `start:end` from later rules."""
        self.left = self.left[:start] + BLANK * (end - start) + self.left[end:]
