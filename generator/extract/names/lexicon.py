"""The word lists of names.yaml and industries.yaml, compiled once."""

import re
from dataclasses import dataclass
from functools import cached_property

from generator.extract.mentions.lexicon import NameLexicon
from generator.extract.mentions.word_table import WordTable, any_of
from generator.registry.registry import Registry


@dataclass(frozen=True)
class ListLexicon:
    """Every list under its own name; `mentions` gives those by which names are found."""

    registry: Registry
    mentions: NameLexicon

    def words(self, name: str) -> tuple[str, ...]:
        """The list `names.<name>`."""
        return self.registry.words(f"names.{name}")

    def any_of(self, *names: str) -> str:
        """One group of all words of the lists."""
        return any_of(tuple(word for name in names for word in self.words(name)))

    def compiled(self, *names: str) -> re.Pattern[str]:
        """The words of the lists as one expression."""
        return re.compile(self.any_of(*names))

    @cached_property
    def known_companies(self) -> WordTable:
        """Companies that everybody knows."""
        return self.mentions.table("known_companies")
