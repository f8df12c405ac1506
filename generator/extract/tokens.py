"""What the layers of extraction hand to one another. All offsets count characters of one piece of text (a paragraph, a headline)."""

from dataclasses import dataclass
from enum import StrEnum

from generator.model.claim import Kind, Qualifier, Status
from generator.model.quantity import Value


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text, end exclusive."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence up to and with its closing mark; `clauses` are its stretches between ，；： and the like, in order."""

    start: int
    end: int
    clauses: tuple[Span, ...]


class Turn(StrEnum):
    """Whether a number is one end of a change (由15份减至5份)."""

    NONE = "none"
    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class Quantity:
    """One number with its unit.

    `start:end` is the number with its unit as printed (6400多万元, 第86位, 近八成 without 近); `head` is where the words before it that
    belong to it begin (超, 近, 约, 最高不超过), `tail` where the words after it end (以上, 左右): labels keep off `head:tail`.
    `group` numbers the distributive lists of a sentence (分别为A、B和C), `place` the number's place in its list; `group` is -1 outside.
    """

    start: int
    end: int
    head: int
    tail: int
    value: Value
    unit: str
    qualifier: Qualifier
    kind: Kind
    turn: Turn
    group: int
    place: int
    rule: str


@dataclass(frozen=True, slots=True)
class Numeral:
    """A numeral that is no fact: `reason` is its code in the ledger (date, ordinal, name, address, idiom …)."""

    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True)
class PeriodMention:
    """Words that say when (今年1至8月, “十四五”以来), resolved with the page's date; `period` is spelt as model.period has it."""

    start: int
    end: int
    period: str
    rule: str


@dataclass(frozen=True, slots=True)
class StatusMention:
    """A word that says planned or forecast (将, 力争, 预计, 有望), and how far to the right it reaches."""

    start: int
    end: int
    reach: int
    status: Status


class MentionKind(StrEnum):
    """What sort of thing a name names."""

    PARK = "park"
    PLACE = "place"
    COMPANY = "company"
    INSTITUTION = "institution"
    PROJECT = "project"
    PERSON = "person"
    STAND_IN = "stand_in"


@dataclass(frozen=True, slots=True)
class Mention:
    """A name, or a word that stands for one (该区, 园区, 全市, 该公司, 其).

    `name` is the full name as a reader would print it (瑞庆时代 -> 广东瑞庆时代新能源科技有限公司 once 以下简称 said so);
    it is empty for a stand-in that is not yet resolved. `park` is the park's id where the mention is a park.
    """

    start: int
    end: int
    text: str
    kind: MentionKind
    name: str
    park: str | None
