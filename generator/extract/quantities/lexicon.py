"""The word lists of quantities, compiled once into the expressions that the rules share."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache

from generator.registry.registry import Registry

DIGITS = r"\d+(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:[.．]\d+)?"
CHINESE = r"[〇零一二三四五六七八九十百千两](?:[〇零一二三四五六七八九十百千两]|点(?=[〇零一二三四五六七八九]))*"
GREAT = r"万亿|千万|百万|十万|十亿|百亿|千亿|亿|万"


def alternatives(words: tuple[str, ...]) -> str:
    """The words as one group of an expression, longest first, so that 不超过 wins over 超过.

    The signs that they begin with are asked for first, and words of one first sign stand together: `re` tries the words of an
    alternation one by one at every place.
    """
    groups: dict[str, list[str]] = {}
    for word in sorted(dict.fromkeys(words), key=lambda w: (-len(w), w)):
        groups.setdefault(word[0], []).append(word[1:])
    starts = "".join(re.escape(sign) for sign in sorted(groups))
    branches = (re.escape(sign) + _rests(rests) for sign, rests in sorted(groups.items()))
    return f"(?=[{starts}])(?:" + "|".join(branches) + ")"


def _rests(rests: list[str]) -> str:
    """What may follow a first sign, longest first."""
    return re.escape(rests[0]) if len(rests) == 1 else "(?:" + "|".join(re.escape(rest) for rest in rests) + ")"


@lru_cache(maxsize=8)
def signs_of(text: str) -> frozenset[str]:
    """The characters of a text: most expressions are known to find nothing in it before they are tried."""
    return frozenset(text)


def first_signs(words: Iterable[str]) -> frozenset[str]:
    """The signs that words begin with: a text without one of them holds none of the words."""
    return frozenset(word[0] for word in words)


@dataclass(frozen=True)
class Lexicon:
    """Every list of quantities.yaml under its own name; expressions are compiled when first asked for."""

    registry: Registry

    def words(self, name: str) -> tuple[str, ...]:
        """The list `quantities.<name>`."""
        return self.registry.words(f"quantities.{name}")

    def any_of(self, *names: str) -> str:
        """One group of all words of the lists."""
        return alternatives(tuple(word for name in names for word in self.words(name)))

    @cached_property
    def unit(self) -> str:
        """Any unit that digits may carry, with its 'per' part: 亿元, 台(套), 辆/年, 元/平方米."""
        one = self.any_of("money", "measures", "parts", "times", "classifiers", "bare_counted")
        return rf"(?:(?<=\d)两(?=[，,。；;、：:)）的以左\s])|{one})(?:[(（](?:套|册|家|件|组|次|户|人|只|个)[)）]|[/／](?:{one}|套))?"

    @cached_property
    def strong_after_chinese(self) -> frozenset[str]:
        """Units that make a count of a Chinese numeral wherever they stand: 两家, 四项, 三大."""
        weak = set(self.words("weak_after_chinese"))
        names = ("money", "measures", "parts", "times", "classifiers", "bare_counted")
        return frozenset(word for name in names for word in self.words(name) if word not in weak)
