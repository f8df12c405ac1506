"""Numbers of a list that leave the unit to the last one: 分别为3、5和8家, 高于全市、全区3.2个、2.1个百分点."""

import re
from dataclasses import replace
from decimal import Decimal

from generator.extract.quantities.found import Found, Sheet
from generator.extract.quantities.word_numbers import number

_BEFORE = re.compile(r"(?<![\d.第])(?P<n>\d+(?:\.\d+)?)(?P<mag>万亿|万|亿)?\s*(?:[、和及与]|以及)\s*$")
_JOINTS = frozenset("、和及与 \n")
_BETWEEN = re.compile(r"\s*(?:[、和及与]|以及)\s*")
# 高于全国3.3个、全省1.5个百分点
_POINTS = re.compile(r"\s*(?:[、和及与]|以及)\s*(?:[高低快慢好]于|比)?(?:全[国省市区县州球]|[一-龥]{1,4}[省市区县州])?(?:平均)?")
_GREAT = re.compile(r"^(?:万亿|万|亿)")


def inherit_units(sheet: Sheet) -> None:
    """Give bare numbers right before a measure in a list that measure's unit, and a shortened unit (个 of 个百分点) the whole of it."""
    for found in list(sheet.found):
        if found.rule == "digits" and found.unit:
            _take_bare(sheet, found)
    in_order = sorted(sheet.found, key=lambda one: one.start)
    for at in range(len(in_order) - 2, -1, -1):
        left, right = in_order[at], in_order[at + 1]
        joint = _POINTS if right.unit == "个百分点" else _BETWEEN
        if _is_shortened(left.unit, right.unit) and joint.fullmatch(sheet.text, left.end, right.start):
            in_order[at] = replace(left, unit=right.unit)
    sheet.found[:] = in_order


def _is_shortened(unit: str, whole: str) -> bool:
    """3.2个、2.1个百分点 and 0.58吨和0.53吨标准煤 name the whole unit once; 3个、5个月 do not."""
    return (unit, whole) == ("个", "个百分点") or (len(unit) < len(whole) and unit != "个" and bool(unit) and whole.startswith(unit))


def _take_bare(sheet: Sheet, found: Found) -> None:
    """Walk left from a measure over bare numbers of its list."""
    at, unit = found.start, found.unit
    if sheet.left[at - 1 : at] not in _JOINTS:
        return
    while match := _BEFORE.search(sheet.left, max(0, at - 16), at):
        own = (match["mag"] or "") + _GREAT.sub("", unit) if match["mag"] else unit
        sheet.add(Found(match.start("n"), match.end("mag") if match["mag"] else match.end("n"), number(Decimal(match["n"])), own, "digits"))
        at = match.start("n")
