"""The numerals that no rule took: each gets a reason, or is a figure without a unit (评分为91.29)."""

import re

from generator.extract.quantities.found import Found, Sheet
from generator.extract.quantities.leave_out import ORDINAL, ORDINAL_SIGNS
from generator.extract.quantities.lexicon import DIGITS
from generator.extract.quantities.reasons import Reason
from generator.extract.quantities.word_numbers import number
from generator.model.numerals import parse_number

_ANY = re.compile(rf"(?=[\d〇零一二三四五六七八九十百千万亿两])(?:(?:{DIGITS})|[〇零一二三四五六七八九十百千万亿两]+)")
_SIGN = re.compile(r"[\d〇零一二三四五六七八九十百千万亿两]")
_QUOTED = re.compile(r"“[^“”]{1,14}”")
_SCORE = re.compile(r"(?:评分|得分|分值|指数|总分|分数|系数|评价值|均分)[^，,。；;\d]{0,6}(?:为|达到|达|至|到|是|高达|超过|超)$")
_STATED = re.compile(r"[一-龥A-Za-z]{2}(?:为|达到|达|升至|降至|提高到|上升到|下降到|增至|增加到|突破|超过|超|逾)$")
_COUNTED = re.compile(r"(?:数字|总数|数量|人数|户数|家数|辆数|订单|总量)[^，,。；;\d]{0,6}$")
_SCORE_END = re.compile(r"[，,。；;、）)”和与及]|分(?![钟类])|[提上增扩][高升加大][到至为]|[提升增降][到至为]|[下降][降低][到至为]|$")


# 容积率由改造前的0.9提高到2.6: what has no unit, both ends of its change too.
_UNITLESS = re.compile(
    r"(?:容积率|评分|得分|指数|系数)(?:[^，,。；;\d]{0,2}|[^，,。；;\d]{0,8}[由从为到至达是的])(?:\d+(?:\.\d+)?[提升增降上下扩][^，,。；;\d]{0,3}[到至为])?$"
)


def explain_leftovers(sheet: Sheet) -> None:
    """Give every numeral that is left a reason or a figure; after this nothing is unexplained."""
    if not ORDINAL_SIGNS.isdisjoint(sheet.signs):
        for match in ORDINAL.finditer(sheet.left):
            sheet.explain(match.start(), match.end(), Reason.ORDINAL)
    if not _SIGN.search(sheet.left):
        return
    quotes = [match.span() for match in _QUOTED.finditer(sheet.text)]
    for match in list(_ANY.finditer(sheet.left)):
        if _is_score(sheet.text, match):
            value = parse_number(match[0])
            if value is not None:
                sheet.add(Found(match.start(), match.end(), number(value), "", "score"))
                continue
        sheet.explain(match.start(), match.end(), _reason(sheet.text, match, quotes))


def _is_score(text: str, match: re.Match[str]) -> bool:
    if not match[0][0].isdecimal() or not _SCORE_END.match(text, match.end()):
        return False
    before = text[max(0, match.start() - 16) : match.start()]
    named = _UNITLESS.search(before)
    listed = bool(named) or bool(re.search(r"(?:率|比|指数|系数|评分|得分)分别[为达]\d+(?:\.\d+)?[、和与及]$", before))
    return (
        listed
        or bool(_SCORE.search(before))
        or bool(_STATED.search(before) and ("." in match[0] or (len(match[0]) > 2 and _COUNTED.search(before))))
    )


def _reason(text: str, match: re.Match[str], quotes: list[tuple[int, int]]) -> Reason:
    if text.startswith("强", match.end()) or any(start < match.start() and match.end() <= end for start, end in quotes):
        return Reason.NAME
    return Reason.BARE if match[0][0].isdecimal() else Reason.WORD
