"""Where a name begins: everything between the last sure boundary and the name's ending belongs to the name.

Chinese writes no spaces, so 由陕西空天动力研究院有限公司投资 must lose its 由 and 天然成分与生物制造联合实验室 keep
its 与. One scan of a paragraph finds all words that can stand before a name; each of them cuts always, or only where a
place, nation or quotation follows, or not at all.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from generator.extract.mentions.lexicon import HARD_STOPS, NameLexicon
from generator.extract.tokens import Span

LONGEST = 36
_VERB = 2
_LONGEST_AFTER_QUOTATION = 8
_OPENERS = {")": "(", "）": "（"}
_AMOUNT = re.compile(
    r"(?:\d[\d.,]*(?:多|余)?(?:[年月日]|(?:千|万|亿)*(?:多|余)?(?:元|美元|平方米|平方公里|公里|亩|吨|千瓦|兆瓦|人次|家次|[家个座所项条批名处块支位种类栋件台套辆户人米颗枚艘])(?:土地|用地|资金)?)"
    r"|[一二三四五六七八九十百千两几数]+余?(?:家|个|座|所|间|项|条|批|名|处|块|支|栋|大))"
)
_GAP = re.compile("[ \u3000](?![A-Za-z0-9])")
_EXPLAINING = re.compile(r"[(（](?:以下|下称|又|简称|下同|原|也|即|俗)")
_NATION = re.compile(r"国家|中国|全国|\d*[A-Za-z]|“")


@dataclass(frozen=True, slots=True)
class Ground:
    """A text with what is known of it before names are looked for: boundary words, places and parks, all in order."""

    text: str
    boundaries: tuple[tuple[int, int, str], ...]
    places: tuple[Span, ...]
    parks: tuple[Span, ...]

    def place_at(self, offset: int) -> bool:
        """Whether the name of a place begins at `offset`."""
        index = bisect_left(self.places, offset, key=lambda span: span.start)
        return index < len(self.places) and self.places[index].start == offset

    def boundaries_in(self, start: int, end: int) -> Iterator[tuple[int, int, str]]:
        """The boundary words that lie within the stretch, in order."""
        for at in range(bisect_left(self.boundaries, (start,)), len(self.boundaries)):
            boundary = self.boundaries[at]
            if boundary[0] > end:
                return
            if boundary[1] <= end:
                yield boundary

    def runs_out(self, start: int, end: int) -> bool:
        """Whether a word that no name holds begins within the stretch and runs out of it."""
        at = bisect_left(self.boundaries, (start + 1,))
        near = self.boundaries[at : at + 4]
        return any(left < end < right and kind == "cut" for left, right, kind in near)

    def first_cut(self, start: int, stop: int) -> int:
        """Where the first word begins after `start` that no name holds; `stop` if there is none before it."""
        for at in range(bisect_left(self.boundaries, (start + 1,)), len(self.boundaries)):
            left, _, kind = self.boundaries[at]
            if left >= stop or kind == "cut":
                return min(left, stop)
        return stop

    def park_in(self, start: int, end: int) -> Span | None:
        """The last park that lies within the stretch."""
        inside = [span for span in self.parks if start <= span.start and span.end <= end]
        return inside[-1] if inside else None


def find_limit(text: str, end: int) -> int:
    """The farthest to the left that a name whose ending starts at `end` can reach: brackets close, quotations open, punctuation stops.

    >>> find_limit("今年，施耐德电气（西安）有限公司", 12), find_limit("“泰达管家”平台", 6), find_limit("本报讯 政务大厅", 6)
    (3, 0, 4)
    """
    position, floor = end, max(0, end - LONGEST)
    while position > floor:
        sign = text[position - 1]
        if sign in _OPENERS:
            opened = text.rfind(_OPENERS[sign], floor, position - 1)
            if opened < 0 or _EXPLAINING.match(text, opened):
                return position
            position = opened
        elif sign in "”’":
            opened = text.rfind("“" if sign == "”" else "‘", floor, position - 1)
            near = opened >= 0 and end - position <= _LONGEST_AFTER_QUOTATION
            return opened if near and not HARD_STOPS & set(text[opened + 1 : position - 1].replace("+", "")) else position
        elif sign in "—-" and text.startswith("中国", position - 3):
            position -= 1  # 中国—东盟数字经济产业园
        elif sign in HARD_STOPS or sign in "(（“" or _GAP.match(text, position - 1):
            return position
        else:
            position -= 1
    return position


def find_start(ground: Ground, lexicon: NameLexicon, end: int, *, legal: bool) -> int:
    """Where the name begins whose ending starts at `end`; `legal` says that the ending is a company's legal form.

    The answer may equal `end`: then nothing stands before the ending that could be a name.
    """
    start = find_limit(ground.text, end)
    if ground.text[start : start + 1] in ("“", "‘"):
        if not legal:
            return _behind_quotation(ground, start, end)
        start = max(ground.text.rfind(sign, start, end) for sign in "”’") + 1
    for left, right, kind in ground.boundaries[bisect_left(ground.boundaries, (start,)) :]:
        if right > end:
            break
        if left >= start and _cuts(ground, lexicon, (left, right, kind), start, end, legal=legal):
            start = right
    if not legal and ground.text[start:end] in lexicon.bare_verbs:
        return end
    start = _without_park(ground, start, end, legal=legal)
    return start if legal or ground.place_at(start) else _without_verb(ground.text, lexicon, start, end)


def _behind_quotation(ground: Ground, start: int, end: int) -> int:
    """Where the quotation opens that a name begins with; behind the last word that parts the two (“拿地即开工”将覆盖|工业项目)."""
    closed = max(ground.text.rfind(sign, start, end) for sign in "”’") + 1
    cuts = [right for left, right, kind in ground.boundaries_in(closed, end) if kind == "cut" and ground.text[left:right] != "的"]
    return max([start, *cuts])


def _without_verb(text: str, lexicon: NameLexicon, start: int, end: int) -> int:
    """Without the verb that governs a name which no word of the language begins, and everyday words before it.

    一行人参加|鑫丰生物经济产业园, not 牵引电机生产线.
    """
    for own in range(end - _VERB, start + _VERB - 1, -1):
        verb = own - _VERB
        governed = text[verb:own] in lexicon.governing_verbs and lexicon.opens_unknown(text[own:end])
        if governed and lexicon.is_plain(text[start:verb]):
            return own
    return start


def _cuts(ground: Ground, lexicon: NameLexicon, boundary: tuple[int, int, str], start: int, end: int, *, legal: bool) -> bool:
    left, right, kind = boundary
    if kind == "keep" or _inside_brackets(ground.text, start, left):
        return False
    if kind == "cut":
        return True
    if ground.place_at(right) or _NATION.match(ground.text, right) or _park_at(ground, right):
        return True
    if kind == "joint":
        return _named_before(ground, lexicon, start, left) or (legal and _stands_alone(ground.text[right:end], lexicon))
    if kind == "weak-noun":
        return legal and right < end and not lexicon.is_plain(ground.text[right:end])  # 四川中测检测|技术|有限公司 is one name
    return right < end and not legal and (left == start or _named_before(ground, lexicon, start, left, parks_alone=True))


def _stands_alone(stem: str, lexicon: NameLexicon) -> bool:
    """Whether a stem can be a company's without what stands before it: 澜川药业, not the 堂药业 of 参和|堂药业有限公司."""
    return not any(stem.endswith(ending) and len(stem) - len(ending) == 1 for ending in lexicon.words("brand_endings"))


def _inside_brackets(text: str, start: int, offset: int) -> bool:
    before = text[start:offset]
    return before.count("(") > before.count(")") or before.count("（") > before.count("）")


def _park_at(ground: Ground, offset: int) -> bool:
    return any(span.start == offset for span in ground.parks)


def _named_before(ground: Ground, lexicon: NameLexicon, start: int, end: int, *, parks_alone: bool = False) -> bool:
    """Whether a park, a place or some organisation's name ends at `end`, or nothing stands there at all."""
    if start == end or any(span.end == end for span in ground.parks) or ground.text[start:end] in lexicon.bare_parks:
        return True
    before = ground.text[max(start, end - 8) : end]
    if parks_alone:
        return before.endswith((*lexicon.weak_nouns, *lexicon.words("company_forms"), "研究院", "研究所", "大学", "装备所"))
    return any(span.end == end for span in ground.places) or before.endswith(lexicon.ends_of_names)


def _without_park(ground: Ground, start: int, end: int, *, legal: bool) -> int:
    """Without the park that the name only stands behind, and without what stands before a park that the name begins with."""
    park = ground.park_in(start, end)
    if park is None or park.end == end:
        return start
    inside = ground.text[park.end] == "内"
    if legal or inside or ground.place_at(park.end) or _NATION.match(ground.text, park.end):
        return park.end + inside
    return park.start


def amounts(text: str) -> Iterator[tuple[int, int, str]]:
    """Dates, sums and counts: no name runs through one (社会投入95亿元|建设科创园)."""
    for match in _AMOUNT.finditer(text):
        yield match.start(), match.end(), "cut"
