"""How exactly a number is stated: the words around it that say about, over, under, up to; and where they begin and end."""

import re
from dataclasses import dataclass

from generator.extract.quantities.found import Found
from generator.extract.quantities.lexicon import Lexicon, alternatives
from generator.model.claim import Qualifier

_BOUNDED = {"元", "美元", "年", "天", "个月", "小时", "个工作日", "倍", "万元/年", "元/年", "元/平方米"}
_FILLER = r"(?:了|达到|达|到|有|为|是|占|增至|的)?"
_SCOPE_FAR = re.compile(
    r"(?P<word>差不多|大约|大概|将近|(?<![节契制预合集条签公特])约|(?<![附靠走邻临])近|不超过|不高于|不低于|不少于|超过|超|不到|不足|接近|逾)"
    r"(?P<scope>[为占是][^，,。；;、\d]{0,20}|[全其总占][^，,。；;、\d占]{0,10}|[^，,。；;、\d占]{1,10}的)$"
)
_STEPPED = re.compile(r"(?:连跨|跨上|跨过|跨越|迈上|迈过|站上|跃上|踏上|突破|冲破|连破|闯过|越过)[^，,。；;]*$")
_STAIRS = re.compile(r"[^，,。；;]{0,24}(?:台阶|大关|关口|门槛)")
# What makes a word of one letter the end of another word: 走过, 附近, 预约; 大约 and 强度超 are none.
_INSIDE = {
    "超": re.compile(r"(?:赶|反|高|最)$"),
    "近": re.compile(r"(?:靠|附|邻|走|临|最|亲)$"),
    "约": re.compile(r"(?:合|条|契|预|节|签|履|集|制|特|公|邀|相|违|毁)$"),
    "过": re.compile(r"(?:赶|走|度|通|(?<!已)经|超|渡|不|跑|透|翻|路|越|穿|胜|难)$"),
}


@dataclass(frozen=True, slots=True)
class Degree:
    """The qualifier, and the edges of the words that made it."""

    qualifier: Qualifier
    head: int
    tail: int


@dataclass(frozen=True, slots=True)
class DegreeWords:
    """The compiled words; `before` holds one group per qualifier, longest word wins.

    `ends` are the signs that the words before a number may end with, `starts` those that the words after it begin with.
    """

    before: re.Pattern[str]
    after: re.Pattern[str]
    ends: frozenset[str]
    starts: frozenset[str]
    meaning: dict[str, Qualifier]
    upto: re.Pattern[str]


def build_degrees(lexicon: Lexicon) -> DegreeWords:
    """Compile once per registry."""
    meaning: dict[str, Qualifier] = {}
    for qualifier in (Qualifier.OVER, Qualifier.ABOUT, Qualifier.UNDER, Qualifier.UPTO):
        for word in lexicon.words(f"{qualifier.value}_before"):
            meaning[word] = qualifier
    for name, qualifier in (("over_after", Qualifier.OVER), ("about_after", Qualifier.ABOUT), ("under_after", Qualifier.UNDER)):
        for word in lexicon.words(name):
            meaning["~" + word] = qualifier
    before = alternatives(tuple(word for word in meaning if not word.startswith("~")))
    after = alternatives(tuple(word[1:] for word in meaning if word.startswith("~")))
    upto = re.compile(r"(?:最高|最多|至多|上限|不高于)(?!的)[^，,。；;、\d]{0,10}$")
    return DegreeWords(
        re.compile(rf"(?P<word>{before}){_FILLER}\s*$"),
        re.compile(rf"\s*(?P<word>{after})(?![一-龥]?部|市场|容|需|涵|外|生)"),
        frozenset([word[-1] for word in meaning if not word.startswith("~")]) | frozenset("了到有为是占至的"),
        frozenset(word[1] for word in meaning if word.startswith("~")),
        meaning,
        upto,
    )


def degree_of(text: str, floor: int, found: Found, words: DegreeWords) -> Degree:
    """The degree of one number; words before `floor` (the clause's start or the number before) are not its own."""
    before = text[floor : found.start]
    qualifier = found.degree
    head, tail = found.start, found.end
    match = None if found.unit == "大" else _before(before, words, text[found.start : found.end])
    if match:
        qualifier, head = words.meaning[match["word"]], floor + match.start()
        head = _extend_upto(text, floor, head)
    elif far := _far(before, found):
        qualifier = words.meaning[far["word"]]
    elif (
        ("最" in before or "上限" in before or "不高于" in before)
        and words.upto.search(before)
        and found.unit.lstrip("万亿") in _BOUNDED
        and "”" not in before
        and re.search(r"(?:最高|最多|至多|上限)(?!人民|法院|检察|楼|气温|温度)", before[-14:])
    ):
        qualifier = Qualifier.UPTO
    follows = text[found.end : found.end + 1]
    if (follows in words.starts or follows.isspace()) and (after := words.after.match(text, found.end)):
        tail = after.end()
        own = words.meaning["~" + after["word"]]
        if qualifier is None or not match:
            qualifier = own
    elif follows == "多" and (found.unit == "倍" or text[found.end - 1] in "倍番"):
        qualifier, tail = Qualifier.OVER, found.end + 1  # 5倍多, 翻了一番多
    if (
        qualifier is None
        and found.unit not in {"个", "大"}
        and _STAIRS.match(text, found.end)
        and _STEPPED.search(text[max(0, found.start - 30) : found.start])
    ):
        qualifier = Qualifier.OVER
    return Degree(qualifier or Qualifier.EXACT, head, tail)


def _before(before: str, words: DegreeWords, number: str) -> re.Match[str] | None:
    last = before[-1:]
    if last not in words.ends and not last.isspace():
        return None
    match = words.before.search(before, max(0, len(before) - 12))
    if match and match["word"].startswith("最") and match[0].rstrip().endswith("的"):
        return None  # 航线9条,最长的86公里: that one is so long
    if match and match["word"] in {"上", "过", "破"} and not re.match(r"[百千万亿十半]", number):
        return None
    inside = _INSIDE.get(match["word"][0]) if match and len(match["word"].rstrip("了")) == 1 else None
    if match and inside and inside.search(before[: match.start()]):
        return None
    return match


def _extend_upto(text: str, floor: int, head: int) -> int:
    """最高奖励不超过10万元: the bound begins with 最高."""
    match = re.search(r"(?:最高|最多|首次|已|再|至)$", text[floor:head])
    return floor + match.start() if match and match[0] in {"最高", "最多"} else head


def _far(before: str, found: Found) -> re.Match[str] | None:
    """约占全国的四分之一, 不到全国的1%: the word of degree stands before the whole; for parts of a whole alone."""
    if found.unit not in {"", "%", "成"}:
        return None
    return _SCOPE_FAR.search(before)
