"""The ledger accounts for every numeral."""

import pytest

from generator.extract.ledger import build_ledger
from tests.number_words import read

TEXT = "2024年，园区高新技术企业达293家，首家“三链”实验室投用，占全市四分之一。"


def test_every_numeral_has_its_entry() -> None:
    """Facts with their ids, the rest with reasons, in order."""
    found = read(TEXT)
    entries = build_ledger("a-1", "body", 0, TEXT, found.quantities, ("3k2m9qxa7d", None), found.numerals)
    assert [(e.text, e.fact, e.reason) for e in entries] == [
        ("2024年", None, "date"),
        ("293家", "3k2m9qxa7d", None),
        ("首", None, "ordinal"),
        ("三", None, "name"),
        ("四分之一", None, "no-subject"),
    ]


def test_exactly_one_of_fact_and_reason() -> None:
    """An entry never has both, nor neither."""
    found = read(TEXT)
    assert all(
        (e.fact is None) != (e.reason is None) for e in build_ledger("a", "body", 0, TEXT, found.quantities, ("x", None), found.numerals)
    )


def test_what_nobody_explained_shows() -> None:
    """A numeral that extraction forgot is entered as such."""
    assert [(e.text, e.reason) for e in build_ledger("a", "body", 0, "有3家", (), (), ())] == [("3", "unexplained")]


def test_facts_must_fit_quantities() -> None:
    """One fact or None per quantity."""
    with pytest.raises(ValueError, match="2 quantities, but 1 facts"):
        build_ledger("a", "body", 0, TEXT, read(TEXT).quantities, ("x",), ())
