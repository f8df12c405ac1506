"""The numerals that no rule took: each gets a reason, or is a figure without a unit (评分为91.29)."""

import re

from generator.extract.numerals import parse_number
from generator.extract.quantities.found import Found, Sheet
from generator.extract.quantities.leave_out import ORDINAL
from generator.extract.quantities.lexicon import DIGITS
from generator.extract.quantities.reasons import Reason
from generator.extract.quantities.word_numbers import number

_ANY = re.compile(rf"(?:{DIGITS})|[〇零一二三四五六七八九十百千万亿两]+")
_QUOTED = re.compile(r"“[^“”]{1,14}”")
_SCORE = re.compile(r"(?:评分|得分|分值|指数|总分|分数|系数|评价值|均分)[^，,。；;\d]{0,6}(?:为|达到|达|至|到|是|高达|超过|超)$")
_SCORE_END = re.compile(r"[，,。；;、）)”]|分(?![钟类])|$")


def explain_leftovers(sheet: Sheet) -> None:
    """Give every numeral that is left a reason or a figure; after this nothing is unexplained."""
    for match in list(ORDINAL.finditer(sheet.left)):
        sheet.explain(match.start(), match.end(), Reason.ORDINAL)
    quotes = [match.span() for match in _QUOTED.finditer(sheet.text)]
    for match in list(_ANY.finditer(sheet.left)):
        if _is_score(sheet.text, match):
            value = parse_number(match[0])
            if value is not None:
                sheet.add(Found(match.start(), match.end(), number(value), "", "score"))
                continue
        sheet.explain(match.start(), match.end(), _reason(match, quotes))


def _is_score(text: str, match: re.Match[str]) -> bool:
    if not match[0][0].isdecimal() or not _SCORE_END.match(text, match.end()):
        return False
    return bool(_SCORE.search(text[max(0, match.start() - 16) : match.start()]))


def _reason(match: re.Match[str], quotes: list[tuple[int, int]]) -> Reason:
    if any(start < match.start() and match.end() <= end for start, end in quotes):
        return Reason.NAME
    return Reason.BARE if match[0][0].isdecimal() else Reason.WORD
