"""Beside JioNLP on the same text: what each finds of money, percentages, counts, areas, ranks and periods.

JioNLP (a development dependency, never used by the program) reads money and time; of the rest it offers nothing, which the table says.
The figures are the annotated pages' own; the words of time are in cases/beside_jionlp.yaml.
"""

import contextlib
import io
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest
import yaml

from generator.model.article import PageDate, Precision
from generator.model.period import period_bounds
from tests.number_words import ROOT, finders, read

GOLD = ("000", "001", "002", "003", "004", "x1", "x2")
STEPS = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
AREAS = ("平方公里", "平方米", "亩", "公顷")
PAGE = PageDate("2025-02-10", Precision.DAY, inferred=False, how="")
DEGREES = {"exact": {"accurate"}, "over": {"blur+", "range"}, "under": {"blur-"}, "upto": {"blur-"}, "about": {"blur", "blur-", "range"}}
Row = tuple[str, str, str, str]  # the quote, its value, its unit, its qualifier


def kind_of(fact: dict[str, Any]) -> str:
    """The row of the table that a fact belongs to; empty for the rest."""
    unit = fact["unit"] or ""
    if fact["kind"] == "rank":
        return "rank"
    if unit in {"%", "成", "个百分点"} or "/" in str(fact["value"]):
        return "percentage"
    if unit.endswith("元"):
        return "money"
    return "area" if unit.endswith(AREAS) else "count" if unit else ""


def facts() -> Iterator[tuple[str, Row]]:
    """Every fact of the annotated pages with its row of the table."""
    for name in GOLD:
        for fact in yaml.safe_load((ROOT / "tests/gold" / f"{name}.yaml").read_text("utf-8"))["facts"]:
            value = "[" + ", ".join(map(str, fact["value"])) + "]" if isinstance(fact["value"], list) else str(fact["value"])
            yield kind_of(fact), (fact["quote"], value, fact["unit"] or "", fact["qualifier"])


def amount(value: str, unit: str) -> Decimal:
    """The amount in plain units: 1.8 万亿元 is 1800000000000."""
    number = Decimal(value)
    for sign in unit:
        number *= STEPS.get(sign, 1)
    return number


def ours(row: Row) -> bool:
    """Whether the number, unit and degree that people wrote down are among those found in the quote."""
    return row[1:] in {(q.value.text(), q.unit, q.qualifier.value) for q in read(row[0]).quantities}


def theirs(row: Row, jio: Any) -> bool:
    """Whether JioNLP's reading of money holds the amount (of a range, the lower end) and says as exactly how exact it is.

    Its degrees are generously read: 近 as its blur-, 多 and 余 as its ranges.
    """
    quote, value, unit, qualifier = row
    for one in jio.ner.extract_money(quote, with_parsing=True):
        number, definition = one["detail"]["num"], one["detail"]["definition"]
        degree, first = ("range", number[0]) if isinstance(number, list) else (definition, number)
        if Decimal(first) == amount(value, unit) and degree in DEGREES[qualifier]:
            return True
    return False


def their_time(words: str, jio: Any) -> tuple[str, str] | None:
    """First and last day of the first time that JioNLP finds."""
    found = jio.ner.extract_time(words + "，园区产值12亿元。", time_base={"year": 2025, "month": 2, "day": 10}, with_parsing=True)
    time = found[0]["detail"].get("time") if found else None
    return (time[0][:10], time[1][:10]) if isinstance(time, list) and len(time) == 2 else None


def our_time(words: str) -> tuple[str, str] | None:
    """First and last day of the first mention of time."""
    mentions = finders()[1].find(words + "，园区产值12亿元。", PAGE)
    bounds = period_bounds(mentions[0].period) if mentions else None
    return (bounds[0].isoformat(), bounds[1].isoformat()) if bounds else None


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
def test_ahead_in_every_row(capsys: pytest.CaptureFixture[str]) -> None:
    """The table, and that it is ours in each row."""
    with contextlib.redirect_stdout(io.StringIO()):
        jio = pytest.importorskip("jionlp")
    table: dict[str, list[int]] = {}
    for kind, row in facts():
        if kind:
            counts = table.setdefault(kind, [0, 0, 0])
            counts[0] += 1
            counts[1] += ours(row)
            counts[2] += theirs(row, jio) if kind == "money" else 0
    times = yaml.safe_load((ROOT / "tests/cases/beside_jionlp.yaml").read_text("utf-8"))
    right = [(one["first"], one["last"]) for one in times]
    table["period"] = [
        len(times),
        sum(our_time(one["words"]) == day for one, day in zip(times, right, strict=True)),
        sum(their_time(one["words"], jio) == day for one, day in zip(times, right, strict=True)),
    ]
    with capsys.disabled():
        print("\nkind        of  ours  JioNLP")  # noqa: T201 (the table is what this test is for)
        for kind, (of, mine, other) in sorted(table.items()):
            print(f"{kind:<10} {of:>3}  {mine:>4}  {other:>6}")  # noqa: T201
    assert set(table) == {"money", "percentage", "count", "area", "rank", "period"}
    assert all(mine > other for _, mine, other in table.values())
