"""Numerals inside short quotations are names (“三城一岛”, “四上企业”),
unless the quotation is a figure (“100%”) or speech (“今年少说30万元”)."""

import re

from generator.extract.quantities.found import Sheet
from generator.extract.quantities.reasons import Reason

_QUOTED = re.compile(r"“(?P<inside>[^“”，。]{1,14})”|‘(?P<single>[^‘’，。]{1,14})’")
_NUMERAL = re.compile(r"[〇零一二三四五六七八九十百千万亿两\d][〇零一二三四五六七八九十百千万亿两\d.]*")
_SPEECH = re.compile(r"[今去前明]年|现在|如今|上个?月|每[年月天]|[我你他咱]们?|[了吧呢啊吗]$")
_FIGURE = re.compile(r"[\d.,]+(?:[万亿]*[一-龥%％]{1,3})?[+＋]?")


def explain_names(sheet: Sheet) -> None:
    """Explain the numerals of short quotations; a figure alone and what somebody says are left to be measured."""
    for match in list(_QUOTED.finditer(sheet.left)):
        inside = match["inside"] or match["single"]
        if _FIGURE.fullmatch(inside) or _SPEECH.search(inside):
            continue
        for numeral in _NUMERAL.finditer(sheet.left, match.start() + 1, match.end() - 1):
            sheet.explain(numeral.start(), numeral.end(), Reason.NAME)
