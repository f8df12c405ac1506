"""Repairs of single lines: what a PDF-to-text step does to glyphs, undone by small pure functions in one ordered list.

Full NFKC is wrong here (10³ -> 103, ㎡ -> m2): only the width of digits, letters and a few signs is mapped. Punctuation stays as printed.
"""

import re
from collections.abc import Callable
from operator import add, eq

from generator.model.article import Repair

_WIDE = {code: code - 0xFEE0 for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B), ord("％"))}
_WIDE |= {0x3000: 0x20, 0xA0: 0x20}
_WIDE_SIGN = re.compile("[０-９Ａ-Ｚａ-ｚ％\u3000\u00a0]|(?<=[0-9０-９])[．－](?=[0-9０-９])")
_SIGNS = {"．": ".", "－": "-"}
_LETTERS = re.compile(r"(?:(?<=\s)|(?<![^\s]))[\u3400-\u9fffA-Za-z0-9](?: [\u3400-\u9fffA-Za-z0-9]){3,}(?![^\s\u3000-\u303f\uff00-\uffef])")
# A line of few letters may be names of two letters each (苏 和 雍 默); closing it up would lose where one ends.
_NAMES = re.compile(r"[一-龥](?: [一-龥]){1,7}")
_ANY_SQUARE = re.compile(r"(\S{2,})\s?\1|(.)\2\s?(.)\3")
_LONG_SQUARE = re.compile(r"([^\W\d]{5,14})\1")
_SQUARE = re.compile(r"(\S{4,}?)\1")
_LONGEST_SHORT_LINE = 90
_SHORTEST_WHOLE = 6
_TELLING = 4


def remove_nul(line: str) -> str:
    """NUL bytes, which no file format behind us can hold, shown as the sign for broken text.

    >>> remove_nul("高\\x00新"), remove_nul("高\\x1b[31m新")
    ('高\ufffd新', '高\\x1b[31m新')
    """
    return line.replace("\x00", "\ufffd")


def map_width(line: str) -> str:
    """Full-width digits, letters, per cent signs and spaces as narrow ones; all other signs stay.

    >>> map_width("２０２３年增长７．１％，面积１０³㎡"), map_width("（一）、“区”")
    ('2023年增长7.1%，面积10³㎡', '（一）、“区”')
    """
    if not _WIDE_SIGN.search(line):
        return line
    return _WIDE_SIGN.sub(lambda match: _SIGNS.get(match[0]) or match[0].translate(_WIDE), line)


def close_letters(line: str) -> str:
    """Letters spaced out one by one, closed up; words and names with spaces between them stay.

    >>> close_letters("2 0 2 3 年 厂 区"), close_letters("小鹏 MONA M03"), close_letters("雍 默 本报记者 戚晚晴")
    ('2023年厂区', '小鹏 MONA M03', '雍 默 本报记者 戚晚晴')
    """
    if _NAMES.fullmatch(line):
        return line
    return _LETTERS.sub(lambda match: match[0].replace(" ", ""), line)


def undouble(line: str) -> str:
    """A line printed twice glyph by glyph, word by word or as a whole, printed once.

    >>> undouble("首家首家““零碳工厂零碳工厂””诞生诞生"), undouble("肇庆高新区肇庆高新区产业开新局")
    ('首家“零碳工厂”诞生', '肇庆高新区产业开新局')
    >>> undouble("新华社记者 张晓摄新华社记者 张晓摄")
    '新华社记者 张晓摄'
    >>> undouble("年年岁岁花相似"), undouble("研究研究再研究")
    ('年年岁岁花相似', '研究研究再研究')
    """
    half = len(line) // 2
    if len(line) >= 2 * _SHORTEST_WHOLE and line[:half] == line[-half:] and not line[half:-half].strip():
        return line[:half] if len(set(re.findall(r"[^\W\d]", line[:half]))) >= _TELLING else line
    if len(line) <= _LONGEST_SHORT_LINE and not _has_square(line):
        return line
    while True:
        once = _undouble_once(line)
        if once == line:
            return line
        line = once


def _has_square(line: str) -> bool:
    """Whether anything stands twice in a row; where no two neighbours come twice and no sign doubled, there is no need to look."""
    pairs = list(map(add, line, line[1:]))
    return (len(set(pairs)) < len(pairs) or any(map(eq, line, line[1:]))) and _ANY_SQUARE.search(line) is not None


def _undouble_once(line: str) -> str:
    if len(line) > _LONGEST_SHORT_LINE:
        return _LONG_SQUARE.sub(lambda match: match[1] if len(set(match[1])) >= _TELLING else match[0], line)
    compact = re.sub(r"\s", "", line)
    whole = _halve(compact, whole=True)
    if whole is not None and len(compact) >= _SHORTEST_WHOLE:
        by_words = [_halve(word, whole=True) for word in line.split()]
        return whole if any(word is None for word in by_words) else " ".join(filter(None, by_words))
    if not any(len(set(re.findall(r"[^\W\d]", match[1]))) >= _TELLING - 1 for match in _SQUARE.finditer(line)):
        return line
    return _halve(line, whole=False) or line


def _halve(text: str, *, whole: bool) -> str | None:
    """Every stretch that is printed twice in a row, once; None if `whole` is asked and some of the text is printed once only."""
    best: list[tuple[int, str] | None] = [None] * (len(text) + 1)
    best[len(text)] = (0, "")
    for start in range(len(text) - 1, -1, -1):
        options = [] if whole else [(best[start + 1] or (0, ""), 0, text[start])]
        for size in range(1, (len(text) - start) // 2 + 1):
            half, rest = text[start : start + size], best[start + 2 * size]
            if rest is not None and text[start + size : start + 2 * size] == half and (whole or size > 1 or not half.isalnum()):
                options.append((rest, 2 * size, half))
        if options:
            best[start] = max(((rest[0] + gain, half + rest[1]) for rest, gain, half in options), key=lambda option: option[0])
    found = best[0]
    return found[1] if found else None


REPAIRS: tuple[Callable[[str], str], ...] = (remove_nul, map_width, undouble, close_letters)


def repair_line(number: int, line: str) -> tuple[str, tuple[Repair, ...]]:
    """The line after all repairs, in order, and a record of each that changed it."""
    records = []
    for rule in REPAIRS:
        after = rule(line)
        if after != line:
            records.append(Repair(number, rule.__name__, line, after))
            line = after
    return line, tuple(records)
