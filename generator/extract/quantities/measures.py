"""Plain numbers with a unit: 293家, 6400多万元, 百余家, 1-2家, 千亿级, 第20万辆.

One expression finds number, great step (万, 亿), words of vagueness and unit; small functions judge what it found.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

from generator.extract.quantities.found import Found, Sheet
from generator.extract.quantities.lexicon import CHINESE, DIGITS, GREAT, Lexicon
from generator.extract.quantities.reasons import Reason
from generator.extract.quantities.word_numbers import number
from generator.model.claim import Qualifier
from generator.model.numerals import parse_number
from generator.model.quantity import Form, Value

_BETWEEN = r"\s*(?:[-—–~～－]{1,2}|至|到)\s*"
_FROM_HERE = re.compile(r"[从由自][^，,。；;\d]{0,14}$")
_ON_TO = re.compile(r"[^，,。；;\d〇零一二三四五六七八九十百千两]{0,14}(?:到|至|为|成)[^，,。；;]{0,10}?[\d一二三四五六七八九十百千两半]")
_ENDS_WITH_DEGREE = re.compile(r"(?:超|破|过|近|逾|上|达|约|足|于|数|几|满|余)$")
_OFTEN = re.compile(r"每(?:半|个|一|两|三|\d)?(?:天|日|周|个?月|季度?|年|学期|旬)[^，,。；;]{0,24}$")
_ONLY_WHEN = re.compile("(?:近|过去|最近|前)$")  # 近3.5年; 5.6年 without is a length of time
_YEAR = re.compile(r"(?:19|20)\d\d")
_BOUND_AFTER = re.compile(r"以[上下](?:的)?(?:企业|项目|园区|产业|集群|工程|订单|合同|大项目|工业项目)[^，,。；;、]{0,8}?\d")
_BOUND_BEFORE = re.compile(r"(?:超|过|破|逾)$")
_BOUND_THINGS = re.compile(r"的\d|的?(?:企业|项目|园区|产业|集群)[^，,。；;]{0,6}\d")
_PLACED = re.compile(r"第\s*(?:\d+|[一二三四五六七八九十]+)[个家座]$")
_DEGREES = {
    "多": Qualifier.OVER,
    "几": Qualifier.OVER,
    "余": Qualifier.ABOUT,
    "来": Qualifier.ABOUT,
    "+": Qualifier.OVER,
    "＋": Qualifier.OVER,
}
_PLAIN_GREAT = {None, "万", "亿", "万亿"}
_VAGUE = ("vague", "more", "more2", "more3", "more4", "plus", "scale")
_NOT_AFTER_YI = frozenset("项园区市县省国镇乡村街校院港城链企级大地家个种类门块座面站道方")
_YEARS = {
    "年头": "年",
    "个年头": "年",
    "秒钟": "秒",
    "度电": "千瓦时",
    "人民币元": "元",
    "块钱": "元",
    "分钱": "分",
    "毛钱": "角",
    "角钱": "角",
    "平米": "平方米",
    "个人": "人",
    "元人民币": "元",
    "％": "%",
    "千度": "千度",
    "个小时": "小时",
    "个百分比": "个百分点",
    "百分点": "个百分点",
    "个位次": "位",
    "个名次": "位",
}


@dataclass(frozen=True, slots=True)
class Measures:
    """The compiled expression, and the units that a lone Chinese numeral may carry."""

    pattern: re.Pattern[str]
    single: re.Pattern[str]
    strong: frozenset[str]
    durations: frozenset[str]
    spent: re.Pattern[str]


def build_measures(lexicon: Lexicon) -> Measures:
    """Compile once per registry."""
    one = rf"(?:{DIGITS}|{CHINESE})"
    same = rf"(?P<aunit>[%％]|个?百分点|{lexicon.unit}(?={_BETWEEN}))?"
    span = rf"(?P<a>{one})\s*(?P<amag>{GREAT})?{same}(?P<between>{_BETWEEN})(?P<b>{one}) |"
    nothing = "(?P<a>(?!))(?P<b>(?!))(?P<amag>(?!))(?P<aunit>(?!))(?P<between>(?!)) |"
    names = ("times",)
    spent = re.compile(lexicon.any_of("duration_before") + r"(?:了|约|近|超|已|有)?$")
    durations = frozenset(word for name in names for word in lexicon.words(name))
    shape, single = (re.compile(_shape(one, part, lexicon.unit), re.VERBOSE) for part in (span, nothing))
    return Measures(shape, single, lexicon.strong_after_chinese, durations, spent)


def _shape(one: str, span: str, unit: str) -> str:
    return rf"""
        (?=[第数几好\d〇零一二三四五六七八九十百千两万亿])(?P<nth>第\s*)?
        (?P<vague>(?<![人户总家个件指系次参位度倍分])数(?=[十百千万亿])|好?几(?=[十百千万亿]))?
        (?:
          {span}
           (?P<approx>(?<![{"〇零一二三四五六七八九十百千万亿两"}])(?:一两|两三|二三|三四|三五|四五|五六|六七|七八|八九)(?=[十百千万个家项名人天年次位成倍]))(?P<astep>[十百千])?
          | (?P<n>{one})
          | (?P<bare>(?<![\d〇零一二三四五六七八九十百千两])(?=[万亿]))
        )\s*
        (?P<more>[多余几来])?\s*
        (?P<mag>{GREAT})?\s*
        (?P<more2>余|[多几](?!功能|层次|领域|元化|部门|方|样|种|云|维|语))?
        (?P<scale>级)?\s*
        (?P<unit>个半(?:月|小时)|个(?P<more4>多)(?:月|小时|星期|百分点|季度|工作日)|{unit})?
        (?P<plus>[+＋](?!\d|[一-龥A-Z“]))?
        (?P<more3>(?<=[年月时天周])[多余半])?
    """


def apply_measures(sheet: Sheet, measures: Measures) -> None:
    """Take every plain number with its unit; explain those that are an article, a threshold or part of a word."""
    at = 0
    while match := measures.pattern.search(sheet.left, at):
        if match["a"] and _is_change(match, sheet.text):
            match = measures.single.match(sheet.left, match.start()) or match
        at = max(match.end(), match.start() + 1)
        if _has_number(match):
            _judge(sheet, match, measures)


def _is_change(match: re.Match[str], text: str) -> bool:
    """由58%到66% is a change, not a range; 2至3家 is a range, and so is what a change starts from (从18至24个月缩短到1年).

    What is no rising pair is neither.
    """
    first, second = parse_number(match["a"]), parse_number(match["b"])
    if first is None or second is None or first >= second:
        return True
    if match["aunit"] and (match["aunit"] != match["unit"] or match["amag"] != match["mag"]):
        return match["unit"] is not None
    leads_on = match["between"].strip() in {"至", "到"} and _FROM_HERE.search(text[: match.start()])
    return bool(leads_on) and not _ON_TO.match(text, match.end())


def _has_number(match: re.Match[str]) -> bool:
    return bool(match["n"] or match["a"] or match["approx"] or match["mag"])


def _judge(sheet: Sheet, match: re.Match[str], measures: Measures) -> None:
    written = match["n"] or match["a"] or match["approx"] or ""
    unit = match["unit"] or ""
    if match["nth"]:
        _judge_nth(sheet, match)
    elif not written:
        _judge_great(sheet, match)
    elif not (match["mag"] or unit or match["amag"] or match["aunit"]):
        return
    elif written[0].isdecimal():
        _judge_digits(sheet, match, measures)
    else:
        _judge_chinese(sheet, match, measures)


def _judge_nth(sheet: Sheet, match: re.Match[str]) -> None:
    """第20万辆 counts up to 200,000; 第六批 is an ordinal and left to a later rule."""
    if match["n"] and match["mag"] and match["unit"]:
        found = _found(match, "running-count", match.start("n"))
        if found is not None:
            sheet.add(found)


def _judge_great(sheet: Sheet, match: re.Match[str]) -> None:
    """超万亿元 is over 1 万亿元; 亿元以上项目 is a bound; 万户 alone is a word."""
    start = match.start("mag")
    before, after = sheet.text[max(0, start - 6) : start], sheet.text[match.end() :]
    if _is_class_of_counted(before, after):
        sheet.explain(start, match.end(), Reason.THRESHOLD)
        return
    vague = match["vague"] or match["more"] or match["more2"] or _ENDS_WITH_DEGREE.search(before)
    if (
        (match["unit"] or match["scale"])
        and re.match(r"\s*(?:及|\(含\)|（含）)?以[上下]的?[一-龥]", after)
        and not _ENDS_WITH_DEGREE.search(before)
    ):
        sheet.explain(start, match.end(), Reason.THRESHOLD)
        return
    if not (vague and (match["unit"] or "亿" in match["mag"])) and not (match["scale"] and "亿" in match["mag"]):
        return
    found = _found(match, "scale" if match["scale"] else "chinese", match.start("vague") if match["vague"] else start)
    if found is not None:
        sheet.add(found)


def _judge_digits(sheet: Sheet, match: re.Match[str], measures: Measures) -> None:
    unit = match["unit"] or ""
    start, end = match.span()
    if unit == "年" and not match["mag"]:
        year = _YEAR.fullmatch(match["n"] or "") is not None
        parted = "." in (match["n"] or "") and not _ONLY_WHEN.search(sheet.text[:start])
        if year or not (parted or _is_duration(sheet.text[max(0, start - 8) : start], sheet.text[end : end + 8], unit, measures)):
            sheet.explain(start, end, Reason.DATE if year else Reason.PERIOD)
            return
    if "元" in unit and _is_class_of_counted(sheet.text[max(0, start - 6) : start], sheet.text[end : end + 24]):
        sheet.explain(match.start(), match.end(), Reason.THRESHOLD)
        return
    found = _found(match, "digits", match.start())
    if found is not None:
        sheet.add(found)


def _judge_chinese(sheet: Sheet, match: re.Match[str], measures: Measures) -> None:
    unit, written = match["unit"] or "", match["n"] or match["a"] or match["approx"] or ""
    before = sheet.text[: match.start()]
    vague = bool(match["vague"] or match["more"] or match["more2"] or match["more3"] or match["more4"]) or bool(
        _ENDS_WITH_DEGREE.search(before[-1:])
    )
    if written == "一" and unit in {"期", "届", "星级"}:
        sheet.explain(match.start(), match.end(), Reason.ORDINAL)
        return
    if written == "一" and not match["mag"] and not match["more3"] and not _counts_one(sheet.text, match, measures):
        sheet.explain(match.start(), match.end(), Reason.INDEFINITE)
        return
    if unit in {"期", "届"} and not vague:
        sheet.explain(match.start(), match.end(), Reason.ORDINAL)
        return
    if unit == "星级":
        sheet.explain(match.start(), match.end(), Reason.NAME)
        return
    if unit in measures.durations and unit in {"年", "周", "天", "载"} and not match["mag"]:
        if not _is_duration(before, sheet.text[match.end() :], unit, measures) and not match["more3"]:
            sheet.explain(match.start(), match.end(), Reason.PERIOD)
            return
    elif not _counts(match, measures, vague, written, unit, sheet.text):
        return
    if "亿" in (match["mag"] or "") and (_PLACED.search(before[-6:]) or _is_class_of_counted(before, sheet.text[match.end() :])):
        sheet.explain(match.start(), match.end(), Reason.THRESHOLD)
        return
    found = _found(match, "chinese", match.start())
    if found is not None:
        sheet.add(found)


def _is_class_of_counted(before: str, after: str) -> bool:
    """超百亿元企业5家, 50亿元以上项目9个: the amount says which firms are counted."""
    if _BOUND_AFTER.match(after):
        return True
    return bool(_BOUND_BEFORE.search(before)) and bool(_BOUND_THINGS.match(after))


def _counts_one(text: str, match: re.Match[str], measures: Measures) -> bool:
    """Whether 一 counts: 快一倍, 短短一年间, 每周一次, 4个部门减为一个窗口; 一家企业 and 来到一个村 do not."""
    before, unit = text[max(0, match.start() - 40) : match.start()], match["unit"] or ""
    if unit in {"倍", "个百分点", "万亿元", "亿元", "万元"} or unit.startswith("个半") or match["more"] or match["more2"]:
        return True
    if unit in {"次", "场"}:
        return bool(_OFTEN.search(before))
    if unit in measures.durations:
        return bool(re.search(r"(?:只用|仅用|用了|耗时|历时|仅|短短|不到|不足|缩短至|压缩至|提前|只隔了|缩短到|压缩到)$", before))
    old = rf"(?:\d+|[两三四五六七八九十]+){unit}[^。；;]{{0,24}}(?:到|至|为|成)$"
    return bool(unit) and bool(re.search(old, before))


def _counts(match: re.Match[str], measures: Measures, vague: bool, written: str, unit: str, text: str) -> bool:  # noqa: FBT001 (a judgement, not an option)
    """Whether a Chinese numeral with this unit is a count: 两家 yes, 三方 no, 百家 no but 百余家 yes, 千亿 yes."""
    mag = match["mag"] or ""
    if "亿" in mag or unit.startswith("个半"):
        return True
    if mag:
        return (bool(unit) and (vague or len(written) > 1 or written not in "百千十" or unit in {"元", "美元"})) or vague
    if unit == "大" and (written not in "两二三四五六七八九" or re.match(r"[队于概多型小学]", text[match.end() :])):
        return False
    if unit == "地":
        return written in "两三四五" and not re.match(r"[块产区段方理点]", text[match.end() :])
    if not vague and written in {"百", "千"}:
        return False
    return unit in measures.strong or vague or len(written) > 1


def _is_duration(before: str, after: str, unit: str, measures: Measures) -> bool:
    """Whether a length of time is a figure: 连续4年, 历时3年, 20年历史; 30年 alone is not."""
    if unit in {"年头", "个年头"} or measures.spent.search(before[-8:]):
        return True
    return bool(re.match(r"(?:的)?(?:历史|经验|时间|周期|期限|质保|免|以上|以内|内|左右|租期|建设期|工期|保质)", after))


def _plain_found(match: re.Match[str], rule: str, start: int) -> Found | None:
    """293家, 1.2亿元: digits with a unit and nothing else, as most numbers are; None where there is more to weigh."""
    n, mag, unit = match.group("n", "mag", "unit")
    if not n or not unit or not n[0].isdecimal() or mag not in _PLAIN_GREAT or unit.startswith("个半") or any(match.group(*_VAGUE)):
        return None
    value = parse_number(n)
    return None if value is None else Found(start, _trimmed_end(match), number(value), (mag or "") + _YEARS.get(unit, unit), rule)


def _found(match: re.Match[str], rule: str, start: int) -> Found | None:
    """The Found of a match; None where its numerals do not parse."""
    if plain := _plain_found(match, rule, start):
        return plain
    value = _value(match)
    if value is None:
        return None
    mag, unit = match["mag"] or match["amag"] or "", match["unit"] or match["aunit"] or ""
    unit = _YEARS.get(unit, unit)
    end = _trimmed_end(match)
    if match["scale"] or (mag.endswith("亿") and unit in _NOT_AFTER_YI and not (match["n"] or "0")[0].isdecimal()):
        end, unit = (match.start("unit") if match["unit"] else end), ""
    if match["n"] and not match["n"][0].isdecimal() and not unit and mag and not match["more"]:
        rule = "scale"
    if match["scale"]:
        rule = "scale"
    if mag in {"千万", "百万", "十万", "十亿", "百亿", "千亿"} and value.form is Form.NUMBER:
        value, mag = number(value.first * {"千": 1000, "百": 100, "十": 10}[mag[0]]), mag[1]
    if match["more4"]:
        unit = unit.replace("多", "").replace("个小时", "小时")
    if unit.startswith("个半"):
        unit = "个" + unit[2:] if unit != "个半小时" else "小时"
    if match["more3"] == "半" or (match["unit"] or "").startswith("个半"):
        value = number(value.first + Decimal("0.5"))
    return Found(start, end, value, mag + unit, rule, _degree(match))


def _value(match: re.Match[str]) -> Value | None:
    if match["a"]:
        first, second = parse_number(match["a"]), parse_number(match["b"])
        if first is None or second is None or first >= second:
            return None
        return Value(Form.RANGE, first, second)
    if match["approx"]:
        first, second = parse_number(match["approx"][0]), parse_number(match["approx"][1])
        if first is None or second is None:
            return None
        step = Decimal({"十": 10, "百": 100, "千": 1000}.get(match["astep"] or "", 1))
        return Value(Form.RANGE, first * step, second * step)
    if not match["n"]:
        return number(1)
    value = parse_number(match["n"])
    return None if value is None else number(value)


def _trimmed_end(match: re.Match[str]) -> int:
    """The end without trailing white space that the optional parts may have eaten."""
    return match.start() + len(match[0].rstrip())


def _degree(match: re.Match[str]) -> Qualifier | None:
    if match["vague"]:
        return Qualifier.OVER
    for name in ("more", "more2", "plus", "more3", "more4"):
        if match[name] in _DEGREES:
            return _DEGREES[match[name]]
    return None
