"""Figures that are written without a plain number and unit: fractions, halves, 成, 番, 持平, ranks.

Each rule is one expression and one function from its match to a Found (or None, if the words around it say that it is none).
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from math import prod

from generator.extract.quantities.found import Found, Sheet
from generator.extract.quantities.lexicon import CHINESE, DIGITS, Lexicon, alternatives
from generator.model.claim import Kind, Qualifier
from generator.model.numerals import parse_number
from generator.model.quantity import Form, Value

_CN1 = "[一二两三四五六七八九]"
_HALF = Value(Form.FRACTION, Decimal(1), Decimal(2))
_GREAT = "[十百千万]{0,2}[万亿]"  # 百万分之一, 十亿分之一
_STEPS = {"十": Decimal(10), "百": Decimal(100), "千": Decimal(1000), "万": Decimal(10) ** 4, "亿": Decimal(10) ** 8}
_PERCENT_BELOW = {"百": Decimal(100)}
_STEP = re.compile(r"[，,。；;：:！？!?]")


@dataclass(frozen=True, slots=True)
class WordRule:
    """One shape: `read` makes a Found of a match in the text, or refuses it; a text without one of the signs `needs` holds none."""

    name: str
    needs: frozenset[str]
    pattern: re.Pattern[str]
    read: Callable[[re.Match[str], str], Found | None]


def number(value: Decimal | int | str) -> Value:
    """A plain number as a Value."""
    return Value(Form.NUMBER, Decimal(value))


def build_word_rules(lexicon: Lexicon) -> tuple[WordRule, ...]:
    """All shapes in their order; earlier ones blank what they take."""
    return (
        WordRule(
            "fraction", frozenset("之"), re.compile(rf"({_GREAT}|\d+|{CHINESE})分之((?:{DIGITS})|{CHINESE})(多|强)?"), _chinese_fraction
        ),
        WordRule("fraction", frozenset("/"), re.compile(r"(?<![\d/.\-A-Za-z])(\d{1,3})\s*/\s*(\d{1,3})(?![\d/年月.])"), _digit_fraction),
        WordRule("fraction", frozenset("每"), _one_in(), _read_one_in),
        WordRule("tenths", frozenset("成"), _tenths(), _read_tenths),
        WordRule(
            "doubling", frozenset("翻"), re.compile(rf"翻(?:了|上|一)*(近|约|超|逾)?({_CN1}|\d{{1,2}})番|翻(?:了)?番(?!新)"), _doubling
        ),
        WordRule("doubling", frozenset("翻"), re.compile(rf"翻(?:了)?({_CN1})?倍"), _times),
        WordRule("steady", frozenset("持"), re.compile(r"(?:基本)?持平"), _steady),
        WordRule(
            "half", frozenset("半"), re.compile(r"一半|一[多大]半|过?半数|过半(?!数)|近半(?![年月日小天个数])|对半|减半(?!径)"), _half
        ),
        WordRule(
            "half",
            frozenset("半"),
            re.compile(r"(?<![\d一二三四五六七八九十两多几个])半(?=个月|个世纪|年|天|小时)(?:个月|个世纪|年|天|小时)(?!度|报|红|检|审|会)"),
            _half_time,
        ),
        WordRule(
            "digits",
            frozenset("亿"),
            re.compile(
                rf"(?<![\d.])(\d+(?:\.\d+)?|{_CN1}|十[一二三四五六七八九]?)个(多)?亿(?:元(?!以上|及以上|级|项目|企业|村|镇)|(?![元级吨千度平件标次人]|以上))"
            ),
            _read_yi,
        ),
        *_rank_rules(lexicon),
    )


def apply_word_rules(sheet: Sheet, rules: tuple[WordRule, ...]) -> None:
    """Take every figure that a word rule reads."""
    for rule in rules:
        if rule.needs.isdisjoint(sheet.signs):
            continue
        for match in rule.pattern.finditer(sheet.left):
            found = rule.read(match, sheet.text)
            if found is not None:
                sheet.add(found)


def _chinese_fraction(match: re.Match[str], text: str) -> Found | None:
    """四分之一 is 1/4, 万分之三 3/10000, 百万分之一 1/1000000, 百分之三十 30 %."""
    below = prod((_STEPS[sign] for sign in match[1]), start=Decimal(1)) if _STEPS.keys() >= set(match[1]) else parse_number(match[1])
    above = parse_number(match[2])
    if below is None or above is None or not below:
        return None
    degree = Qualifier.OVER if match[3] else None
    if match[1] in _PERCENT_BELOW:
        return Found(match.start(), match.end(), number(above), "%", "fraction", degree)
    return Found(match.start(), match.end(), Value(Form.FRACTION, above, below), "", "fraction", degree)


def _digit_fraction(match: re.Match[str], text: str) -> Found | None:
    above, below = Decimal(match[1]), Decimal(match[2])
    if not above or above >= below:
        return None
    return Found(match.start(), match.end(), Value(Form.FRACTION, above, below), "", "fraction")


def _one_in() -> re.Pattern[str]:
    """每3家企业中就有1家, 每5部手机，就有近2部; 每3家奖励1家 is something else."""
    return re.compile(
        rf"每(?:出口|生产|销售|卖出|制造|交付|下线|消费|进口)?\s*(\d{{1,3}}|{_CN1}|十)\s*([个家户名人件台辆位项部块片枚颗艘支只架座条套])[^，,。；;\d每]{{0,10}}(?:[，,][^，,。；;\d每]{{0,3}})?"
        rf"有(?:(?P<about>[近约])|(?P<over>超过?|至少))?\s*(?P<above>\d{{1,2}}|{_CN1})\s*\2"
    )


def _read_one_in(match: re.Match[str], text: str) -> Found | None:
    below, above = parse_number(match[1]), parse_number(match["above"])
    if above is None or below is None or above >= below:
        return None
    degree = Qualifier.ABOUT if match["about"] else Qualifier.OVER if match["over"] else None
    return Found(match.start(), match.end(), Value(Form.FRACTION, above, below), "", "fraction", degree)


def _read_yi(match: re.Match[str], text: str) -> Found | None:
    """一年投入3个亿, 12个多亿元: so many 亿元, as one says it."""
    value = parse_number(match[1])
    return (
        None if value is None else Found(match.start(), match.end(), number(value), "亿元", "digits", Qualifier.OVER if match[2] else None)
    )


def _tenths() -> re.Pattern[str]:
    """三成五, 六成多, 7成; 三成立 and 一成不变 are something else."""
    return re.compile(
        rf"(?<![\d.])(\d(?:\.\d)?|{_CN1})成(半|{_CN1}(?![个家项成]))?([多余])?(?!立|功|果|员|长|本|就|都|交|熟|品|型|群|效|分|绩|不变|套|语|像)"
    )


def _read_tenths(match: re.Match[str], text: str) -> Found | None:
    whole = parse_number(match[1])
    rest = Decimal(5) if match[2] == "半" else parse_number(match[2]) if match[2] else Decimal(0)
    if whole is None or rest is None:
        return None
    degree = {"多": Qualifier.OVER, "余": Qualifier.ABOUT}.get(match[3])
    return Found(match.start(), match.end(), number(whole + rest / 10), "成", "tenths", degree)


def _doubling(match: re.Match[str], text: str) -> Found | None:
    """翻了近一番: the figure is 一番; a bare 翻番 is one 番."""
    if match[2] is None:
        return Found(match.start(), match.end(), number(1), "番", "doubling", None, Kind.GROWTH)
    value = parse_number(match[2])
    degree = None if match[1] is None else Qualifier.ABOUT if match[1] in "近约" else Qualifier.OVER
    return None if value is None else Found(match.start(2), match.end(), number(value), "番", "doubling", degree, Kind.GROWTH)


def _times(match: re.Match[str], text: str) -> Found | None:
    value = parse_number(match[1]) if match[1] else Decimal(1)
    return None if value is None else Found(match.start(), match.end(), number(value), "倍", "doubling", None, Kind.GROWTH)


def _steady(match: re.Match[str], text: str) -> Found | None:
    """与上年持平 is growth of 0 %; 与对手持平 compares with no earlier time and is nothing."""
    clause = _STEP.split(text[: match.start()])[-1] + match[0]
    if not re.search(r"上年|去年|同期|往年|上月|上季|上一年|前年|\d{4}年|同比|环比", clause):
        return None
    start = match.end() - (4 if match[0].endswith("基本持平") else 2)
    return Found(start, match.end(), number(0), "%", "steady", Qualifier.ABOUT if "基本" in match[0] else None, Kind.GROWTH)


def _half(match: re.Match[str], text: str) -> Found | None:
    word = match[0]
    degree = Qualifier.ABOUT if word.startswith("近") else Qualifier.OVER if word in {"过半", "过半数", "一多半", "一大半"} else None
    kind = Kind.GROWTH if word == "减半" else None
    return Found(match.start(), match.end(), _HALF, "", "half", degree, kind)


def _half_time(match: re.Match[str], text: str) -> Found | None:
    """半年 is 0.5 年; 上半年 and 每半年 were explained before; 。半年，园区… is a time."""
    opens = text[match.start() - 1 : match.start()] in {"", "。", "；", ";"}
    if opens and match[0] == "半年" and text[match.end() : match.end() + 1] in {"，", ","}:
        return None
    if text[match.start() - 1 : match.start()] in {"上", "下", "每", "大", "前", "后", "过", "这", "近", "头"} and match.start():
        return None
    if re.match(r"来|以来|前|后|间|多来|多前|(?:工作|经济|运行|业绩)?(?:成绩|总结|答卷|数据|报告|答案)", text[match.end() :]):
        return None
    return Found(match.start(), match.end(), number("0.5"), match[0][1:], "half")


def _rank_rules(lexicon: Lexicon) -> tuple[WordRule, ...]:
    cue = re.compile(rf"{lexicon.any_of('rank_cues', 'rank_scopes')}")
    entry = re.compile(lexicon.any_of("entry_verbs", "rank_cues"))
    tops = frozenset(word[0] for word in lexicon.words("top_words")) | {"首"}
    counted = rf"(?P<n>\d+|{CHINESE})"
    after = r"(?=[，,。；;：:、！!？?”’）)\s和及并与]|的|且|以|水平|位置|位次|席|$)"

    def ranked(match: re.Match[str], text: str) -> Found | None:
        value = parse_number(match["n"])
        if value is None or not cue.search(_clause_before(text, match.start())[-24:]):
            return None
        return Found(match.start(), match.end(), number(value), "位", "ordinal-rank", None, Kind.RANK)

    def topmost(match: re.Match[str], text: str) -> Found | None:
        return Found(match.start(), match.end(), number(1), "位", "rank-word", None, Kind.RANK)

    def top_group(match: re.Match[str], text: str) -> Found | None:
        value = parse_number(match["n"])
        before = _clause_before(text, match.start())
        if (
            value is None
            or not (match.re.pattern.startswith("前") or entry.search(before))
            or (match["n"] == "百" and not entry.search(before))
        ):
            return None
        return Found(match.start(), match.end(), number(value), "位", "top", Qualifier.UNDER, Kind.RANK)

    return (
        WordRule("rank", frozenset("第"), re.compile(rf"第\s*{counted}\s*[位名](?!员|单|额|义|称|于)"), ranked_any(cue)),
        WordRule("rank", frozenset("第"), re.compile(rf"第\s*{counted}{after}"), ranked),
        WordRule(
            "top",
            frozenset("前"),
            re.compile(rf"前\s*(?:{counted}\s*(?:[甲强位名]|(?=[，,。；;、的”）)！!]|$)))(?!学者|企业家)"),
            top_group,
        ),
        WordRule("top", frozenset("强"), re.compile(rf"(?<!前){counted}强(?!化|大|劲|调|项|县)"), top_group),
        WordRule(
            "rank",
            tops,
            re.compile(
                rf"(?=[{''.join(sorted(tops))}])(?:{alternatives(lexicon.words('top_words'))}(?!度|产业|诗|席)"
                r"|首(?:(?<=[居列]全[国省市]首)(?=[，,。；])|(?<=居首)(?=[，,。；;！])))"
            ),
            topmost,
        ),
        WordRule("rank", frozenset("甲"), re.compile(r"三甲(?!医院|级|基|苯|胺)"), lambda m, t: _three_best(m, t, entry)),
    )


def ranked_any(cue: re.Pattern[str]) -> Callable[[re.Match[str], str], Found | None]:
    """第86位: a rank wherever it stands, unless it counts people (第3名职工)."""

    def read(match: re.Match[str], text: str) -> Found | None:
        value = parse_number(match["n"])
        if value is None or (match[0].endswith("名") and not cue.search(_clause_before(text, match.start()))):
            return None
        return Found(match.start(), match.end(), number(value), "位", "ordinal-rank", None, Kind.RANK)

    return read


def _three_best(match: re.Match[str], text: str, entry: re.Pattern[str]) -> Found | None:
    if not entry.search(_clause_before(text, match.start())):
        return None
    return Found(match.start(), match.end(), number(3), "位", "top", Qualifier.UNDER, Kind.RANK)


def _clause_before(text: str, end: int) -> str:
    """The text of the clause up to `end`."""
    start = end
    while start and text[start - 1] not in "，,。；;：:！？!?":
        start -= 1
    return text[start:end]
