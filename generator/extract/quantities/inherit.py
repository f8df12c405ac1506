"""Numbers of a list that leave the unit to the last one: 分别为3、5和8家, 高于全市、全区3.2个、2.1个百分点."""

import itertools
import re
from dataclasses import replace
from decimal import Decimal

from generator.extract.quantities.found import Found, Sheet
from generator.extract.quantities.word_numbers import number

_BEFORE = re.compile(r"(?<![\d.第])(?P<n>\d+(?:\.\d+)?)(?P<mag>万亿|万|亿)?\s*(?:[、和及与]|以及)\s*$")
_BETWEEN = re.compile(r"\s*(?:[、和及与]|以及)\s*")
_GREAT = re.compile(r"^(?:万亿|万|亿)")


def inherit_units(sheet: Sheet) -> None:
    """Give bare numbers right before a measure in a list that measure's unit, and 个 before 个百分点 the whole of it."""
    for found in list(sheet.found):
        if found.rule == "digits" and found.unit:
            _take_bare(sheet, found)
    in_order = sorted(sheet.found, key=lambda one: one.start)
    for left, right in reversed(list(itertools.pairwise(in_order))):
        if left.unit == "个" and right.unit == "个百分点" and _BETWEEN.fullmatch(sheet.text[left.end : right.start]):
            sheet.found[sheet.found.index(left)] = replace(left, unit=right.unit)


def _take_bare(sheet: Sheet, found: Found) -> None:
    """Walk left from a measure over bare numbers of its list."""
    at, unit = found.start, found.unit
    while match := _BEFORE.search(sheet.left, max(0, at - 16), at):
        own = (match["mag"] or "") + _GREAT.sub("", unit) if match["mag"] else unit
        sheet.add(Found(match.start("n"), match.end("mag") if match["mag"] else match.end("n"), number(Decimal(match["n"])), own, "digits"))
        at = match.start("n")
