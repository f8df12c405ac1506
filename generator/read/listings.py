"""Boxes that list and tell nothing: tables of figures, and what the paper holds on which page (导读)."""

import re
from dataclasses import replace

from generator.read.sorts import Sort, Sorted

_AMOUNT = r"\d[\d.,]*[余多]?[万亿]?[一-龥%％]{1,3}"
_ROW = re.compile(rf"{_AMOUNT}\s+[一-龥A-Za-z]{{2,14}}|[一-龥A-Za-z]{{2,14}}\s+[一-龥]{{0,2}}{_AMOUNT}")
_APART = re.compile(r"\s{2,}")
_CELL = re.compile(rf"[一-龥]{{0,3}}(?:{_AMOUNT}|[\d.,]+)|[一-龥A-Za-z（）()]{{1,14}}|[—－-]")
_FEWEST_CELLS = 3
_CONTENTS = re.compile("[◆■●□【]?(?:今日|本期|本版|版面|内容)?(?:导读|要目|目录|导览)[】]?")
_TO_PAGE = re.compile(r"(?:[….·]{2,}|\s+|[（(>》→▶／/]|见|转|载于?)\s*第?\s*[A-Z]?\d{1,3}\s*版?[）)]?$")
_PAGE_WORD = re.compile(r"[….·]{3,}|第\s*[A-Z]?\d{1,3}\s*版|[（(>》→]\s*[A-Z]?\d{1,3}\s*版|[A-Z]\d{1,2}版?[）)]?$")


def without_listings(lines: list[Sorted]) -> list[Sorted]:
    """The lines, those of tables and of what the paper holds being furniture."""
    return _without_contents(_without_tables(lines))


def _without_tables(lines: list[Sorted]) -> list[Sorted]:
    """The lines, rows of figures in a box (61.5万吨 货邮吞吐量) and the names over their columns being furniture.

    One row alone may be a headline.
    """
    rows = [_is_row(one) for one in lines]
    beside = [row and _is_beside(at, rows) for at, row in enumerate(rows)]
    named = [_are_cells(one) and at + 1 < len(lines) and beside[at + 1] for at, one in enumerate(lines)]
    return [replace(one, sort=Sort.FURNITURE) if row or name else one for one, row, name in zip(lines, beside, named, strict=True)]


def _is_beside(at: int, rows: list[bool]) -> bool:
    return any(rows[max(0, at - 1) : at]) or any(rows[at + 1 : at + 2])


def _is_row(one: Sorted) -> bool:
    text = one.line.text
    return one.sort in (Sort.HEAD, Sort.TEXT) and (_ROW.fullmatch(text) is not None or (_are_cells(one) and any(map(str.isdecimal, text))))


def _are_cells(one: Sorted) -> bool:
    """Whether wide white space parts a line in three short pieces or more without any sign of prose (指标  数值  同比)."""
    cells = _APART.split(one.line.text)
    return one.sort in (Sort.HEAD, Sort.TEXT) and len(cells) >= _FEWEST_CELLS and all(_CELL.fullmatch(cell) for cell in cells)


def _without_contents(lines: list[Sorted]) -> list[Sorted]:
    """The lines, those under 导读 up to a blank line and those that end with another page's number being furniture."""
    out: list[Sorted] = []
    listed = False
    for one in lines:
        title = _CONTENTS.fullmatch(one.line.text) is not None
        listed = title or (listed and not one.line.gap and one.sort in (Sort.HEAD, Sort.CAPTION))
        told = one.sort is Sort.HEAD and _TO_PAGE.search(one.line.text) and _PAGE_WORD.search(one.line.text)
        out.append(replace(one, sort=Sort.FURNITURE) if listed or told else one)
    return out


__all__ = ["without_listings"]
