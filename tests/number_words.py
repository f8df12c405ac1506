"""What the tests of numbers share: the word lists as a registry, the cases of a file, and one text read through all finders."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import yaml

from generator.extract.period_choice import PeriodChoice, PeriodContext, PeriodResolver
from generator.extract.periods import PeriodFinder
from generator.extract.quantities import QuantityFinder
from generator.extract.sentences import split_sentences
from generator.extract.status import StatusChoice, StatusFinder
from generator.extract.tokens import Numeral, Quantity
from generator.model.article import PageDate, Precision
from generator.registry.registry import Registry, WordList

ROOT = Path(__file__).resolve().parent.parent
WORDS = ("quantities", "periods", "status", "label_policies")


@dataclass(frozen=True, slots=True)
class Case:
    """One case of a file: `expected` are its lists by name."""

    label: str
    origin: str
    text: str
    published: str
    expected: dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class Read:
    """All that the finders of numbers say of one text."""

    quantities: tuple[Quantity, ...]
    numerals: tuple[Numeral, ...]
    periods: tuple[PeriodChoice, ...]
    statuses: tuple[StatusChoice, ...]


@lru_cache(maxsize=1)
def words() -> Registry:
    """A registry that holds nothing but the word lists of numbers, time, status and grants."""
    lists = []
    for name in WORDS:
        content = yaml.safe_load((ROOT / "content/registry/words" / f"{name}.yaml").read_text("utf-8"))
        lists += [WordList(f"{name}.{key}", tuple(map(str, value))) for key, value in content.items()]
    return Registry((), (), (), (), (), tuple(lists))


@lru_cache(maxsize=1)
def finders() -> tuple[QuantityFinder, PeriodFinder, StatusFinder, PeriodResolver]:
    """Every finder, built once."""
    return QuantityFinder(words()), PeriodFinder(words()), StatusFinder(words()), PeriodResolver(words())


def read(text: str, published: str = "2025-03") -> Read:
    """`text` read alone, as one paragraph of a page of that month."""
    quantity_finder, period_finder, status_finder, resolver = finders()
    date = PageDate(published, Precision.MONTH if published else Precision.NONE, inferred=True, how="")
    sentences = split_sentences(text)
    quantities, numerals = quantity_finder.find(text, sentences)
    mentions = period_finder.find(text, date)
    statuses = status_finder.statuses_of(text, sentences, quantities, status_finder.find(text, sentences), mentions, date)
    periods, _ = resolver.resolve(text, sentences, quantities, mentions, date, statuses, PeriodContext())
    return Read(quantities, numerals, periods, statuses)


def printed(text: str, quantity: Quantity) -> str:
    """The number with its words of degree, as the text prints it."""
    return text[quantity.head : quantity.tail]


def load_cases(name: str) -> list[Case]:
    """The cases of tests/cases/<name>.yaml in their order; a label stands once."""
    rows = yaml.safe_load((ROOT / "tests/cases" / f"{name}.yaml").read_text("utf-8"))
    cases = []
    for row in rows:
        plain = {key: row.pop(key) for key in ("label", "origin", "text")}
        cases.append(Case(**plain, published=row.pop("published", "2025-03"), expected=row))
    labels = [case.label for case in cases]
    assert len(labels) == len(set(labels)), f"a label of {name}.yaml stands twice"
    return cases
