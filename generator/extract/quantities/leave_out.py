"""Numerals that are no figures: dates, ordinals, names, codes, idioms. They are blanked before anything is measured.

One rule, one expression; RULES is the order. An earlier rule's match is invisible to the later ones.
"""

import re
import string
from dataclasses import dataclass

from generator.extract.quantities.found import Sheet
from generator.extract.quantities.lexicon import Lexicon, alternatives, first_signs
from generator.extract.quantities.reasons import Reason

_CN = "〇零一二三四五六七八九十百千万亿两"
_SMALL = r"(?:\d{1,3}|[一二三四五六七八九十两]{1,3})"
_YEAR = r"(?<![\d.])(?:(?:19|20)\d{2}|[一二][九〇零][〇零一二三四五六七八九]{2})"
_DASH = r"\s*(?:[-—–~～－]{1,2}|至|到|、|和)\s*"
_MONTHS = rf"(?:前\s*)?{_SMALL}(?:月?{_DASH}{_SMALL})?\s*个?月(?:份|底|末|初|[上中下]旬)?"
_DAYS = rf"\d{{1,2}}[日号]?(?:{_DASH}(?:\d{{1,2}}\s*月\s*)?\d{{1,2}})?\s*[日号]"
_QUARTER = rf"(?:前\s*[一二三四两1-4]个?季度|第?\s*[一二三四1-4](?:{_DASH}[一二三四1-4])?\s*季度|[上下]半年)"

# The signs that a match may begin with: tried first, they spare the long expressions most of the text.
_DATE_STARTS = rf"(?=[\d{_CN}前第首上下本初廿“\"'‘])"
_AFTER_DIGITS = r"\d年月日号个季世代后./\-—–~～－至到、和)）〕\]》”版财赛\s"
DATE = re.compile(
    _DATE_STARTS
    + rf"(?!\d{{1,4}}(?![{_AFTER_DIGITS}]|$)(?!\d))(?:"
    + "|".join(
        (
            rf"{_YEAR}\s*年?{_DASH}{_YEAR}\s*年?(?:度|底|末|初)?",
            rf"{_YEAR}\s*年(?:度|底|末|初)?(?:\s*(?:{_MONTHS}(?:\s*{_DAYS})?|{_QUARTER}))?",
            rf"{_YEAR}\s*[./-]\s*\d{{1,2}}(?:\s*[./-]\s*\d{{1,2}})?(?![\d%万亿])",
            rf"{_YEAR}(?=[)）〕\]》”]|\s|版|财年|赛季|$)",
            rf"(?<![\d{_CN}.提])前\s*{_SMALL}\s*个月",
            rf"(?<![\d{_CN}.个])\d{{1,2}}(?:\s*月份?)?{_DASH}\d{{1,2}}\s*月(?:份|底|末|初)?(?!球|饼)",
            rf"(?<![\d{_CN}.个])(?:\d{{1,2}}|十[一二]?|[一二三四五六七八九])\s*月(?:份|底|末|初|[上中下]旬)?(?:\s*{_DAYS})?(?!球|饼)",
            rf"(?<![\d{_CN}.])\d{{1,2}}日(?:{_DASH}\d{{1,2}}日)?(?!内|均|产|常|后|前)",
            rf"(?<=[正腊冬]月)(?:初|廿)?[{_CN}]{{1,3}}",
            rf"(?<![\d{_CN}]){_QUARTER}",
            rf"(?:上|本|\d{{2}}|[{_CN}]{{2,3}})世纪(?:(?:\d0|[{_CN}]{{1,2}})年代)?(?:[初中末]期?)?",
            rf"(?<![\d{_CN}])(?:\d0|[{_CN}]{{1,2}})(?:年代|后(?=[、，,。”’的]|青年|创业))",
            r"[“\"'‘]?十[一二三四五六七]五[”\"'’]?(?:[”\"'’])?(?=期间|以来|规划|时期|末|初|开局|收官|启程|已|时|[，,。、”’的]|$|\D)",
        )
    )
    + ")"
)
CLOCK = re.compile(r"(?<!\d)\d{1,2}[:：]\d{2}(?:[:：]\d{2})?(?!\d)|(?<=[午晚早晨夜])\d{1,2}[时点](?:\d{1,2}分|半|整|许)?")
PHONE = re.compile(
    r"(?<=热线)\d{3,11}(?!\d|[万亿家个次条])|(?<![\d.])(?:\d{3,4}-\d{7,8}|\d{3}-\d{3,4}-\d{4}|\d{3,11}(?=(?:[”’]|便民|政务|服务|监督|举报|咨询|市民)*热线))(?!\d)"
)
MOBILE = re.compile(r"1\d{10}(?!\d)(?<![\d.]\d{11})")
FORMULA = re.compile(
    r"(?<=比例)[为达是]?\d{1,3}\s*[:：∶]\s*\d{1,3}(?:\.\d+)?|(?<=比例[为达是])\d{1,3}\s*[:：∶]\s*\d{1,3}(?:\.\d+)?|(?<![\d.])\d{1,2}(?:\s*\+\s*(?:\d{1,2}|[NnXx]))+(?![\d.%])"
)
FROM_NOTHING = re.compile(r"[从由]0到1|(?<=[“‘])0到1")
DOCUMENT = re.compile(r"《[^《》]{1,60}》|〔\d{4}〕\d+号|第\d+号(?:令|公告|文)")
LISTING = re.compile(
    r"(?=[\d一二三四五六七八九十（(其第])(?:"
    r"(?:(?<![^。；：！？])|(?<=[。；：！？]\s))(?:\d{1,2}[.．、](?!\d)|[一二三四五六七八九十]{1,3}、|[（(](?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）])"
    r"|(?<![^，,。；;：:！？、”])其?[一二三四五六七八九](?=[是要][^，]|，|则|来)|其[一二三四](?=[，是为])"
    r"|(?<![^，,。；;：:！？])第[一二三四五六](?=[，,：]))"
)
SECTION = re.compile(r"^0[1-9](?=\s)")  # 03 企业1200家: the number of a sub-heading
ADDRESS = re.compile(
    rf"(?<![\d.月])(?:\d+|[{_CN}]{{1,3}})号(?:楼|院|线|馆|桥|库|厂房|车间|门|路|地块|机组)?(?!召)|\d+(?:楼|室|弄|单元)(?!宇|经济|盘)"
)
SERVICE = re.compile(r"\d\s*[×xX*✕]\s*\d{1,2}(?:小时)?|(?<![\d.至到了用])24\s*(?:个)?小时(?!内|以内|之内|左右|压|缩)|全天候24小时")
CIRCLE = re.compile(r"(?:\d+|[一二三四五两]|半)\s*个?(?:小时|分钟|公里)[一-龥]{0,4}圈")
_GROWN = "翻|增长|增加|提高|提升|跃升|跨越|跨上"
ORDINAL = re.compile(
    rf"(?=[第首一二三四五六\d])(?:第\s*(?:\d+|[{_CN}]+)(?!\d|[{_CN}]|[万亿])(?P<counted>[一-龥])?"
    r"|首(?=[车线站家个批次届条款台座期创发辆项位套例单艘列架支次度款店只件枚颗张名])"
    rf"|(?<![\d{_CN}])[一二三四五六](?=[期级等]|阶段|标段|厂|分厂|车间|号)(?!期间)|(?<![\d.])\d(?=期(?!间|货)|标段|阶段|代(?!表)))"
)
ORDINAL_SIGNS = frozenset("第首期级等阶标厂分车号代")


_NUMERAL = re.compile(rf"\d+(?:[-—.]\d+)*|[{_CN}]+")
PER = re.compile(
    r"每(?:[百千万亿]|半|(?:\d+|[一二三四五六七八九十两]{1,2})(?=年|个?月|天|周|季|小时))(?:个?[人名户家亩月年吨元辆台]|平方公里|立方米|小时|天)?"
)


@dataclass(frozen=True, slots=True)
class Rule:
    """What to look for, and the reason that explains it; a text without one of the signs `needs` holds no match."""

    pattern: re.Pattern[str]
    reason: Reason
    needs: frozenset[str]


def build_rules(lexicon: Lexicon) -> tuple[Rule, ...]:
    """All rules in their order."""
    return (
        Rule(FORMULA, Reason.FORMULA, frozenset("例+")),
        Rule(FROM_NOTHING, Reason.FORMULA, frozenset("0")),
        Rule(PHONE, Reason.PHONE, frozenset("热-")),
        Rule(MOBILE, Reason.PHONE, frozenset("1")),
        Rule(_code(lexicon), Reason.CODE, frozenset(string.ascii_letters)),
        Rule(CLOCK, Reason.CLOCK, frozenset(":：午晚早晨夜")),
        Rule(SERVICE, Reason.SERVICE, frozenset("×xX*✕时")),
        Rule(CIRCLE, Reason.SERVICE, frozenset("圈")),
        Rule(LISTING, Reason.LISTING, frozenset(".．、)）是要，,：:则来")),
        Rule(SECTION, Reason.LISTING, frozenset("0")),
        Rule(DATE, Reason.DATE, frozenset("年月日号季代纪后”\"'’五" + string.digits)),
        Rule(ADDRESS, Reason.ADDRESS, frozenset("号楼室弄单")),
        Rule(PER, Reason.PER, frozenset("每")),
        Rule(_grade(lexicon), Reason.NAME, frozenset("类级")),
        Rule(_period(lexicon), Reason.PERIOD, frozenset("年月季天周星")),
        Rule(_idiom(lexicon), Reason.IDIOM, first_signs(lexicon.words("idioms"))),
    )


def apply_rules(sheet: Sheet, rules: tuple[Rule, ...]) -> None:
    """Explain and blank every match of every rule, in order."""
    signs = sheet.signs
    for title in DOCUMENT.finditer(sheet.text) if "《" in signs or "号" in signs else ():
        for inside in _NUMERAL.finditer(sheet.text, title.start(), title.end()):
            sheet.explain(inside.start(), inside.end(), Reason.NAME)
    for rule in rules:
        if rule.needs.isdisjoint(signs):
            continue
        for match in rule.pattern.finditer(sheet.left):
            start, end = match.span()
            if end > start:
                sheet.explain(start, end, rule.reason)


def _grade(lexicon: Lexicon) -> re.Pattern[str]:
    """1类新药, 二类医疗器械 name a grade; 3类企业 counts."""
    return re.compile(rf"(?<![\d.{_CN}])[1-5一二三四五](?=类{lexicon.any_of('graded_by_class')})")


def _period(lexicon: Lexicon) -> re.Pattern[str]:
    """近3年, 5年来, 三年前, 5年后; 三年翻了两番 and 四年增长了近8倍 speak of a time as well. 历时近3年 and 提前30天 do not."""
    amount = r"(?:\d{1,3}|[一二三四五六七八九十两数几]{1,3})"
    length = rf"(?<![\d{_CN}.第]){amount}\s*[多余几]?\s*(?:个[半多]?)?(?:年|月|季度|天|周|星期)(?:半|多)?"
    before = lexicon.any_of("period_before")
    after = lexicon.any_of("period_after")
    unless = "".join(f"(?<!{word})" for word in lexicon.words("duration_before"))
    starts = "".join(sorted({word[0] for word in lexicon.words("period_before")}))
    return re.compile(
        rf"(?=[\d{_CN}几数{starts}])(?:(?={before}\s*{length}){unless}(?<![提目之当以])(?<![从由](?=过去的)){before}\s*{length}(?:{after})?"
        rf"|{length}(?:以来|来)|(?={length}){unless}(?:{length}(?!内|前[进移列三十\d]){after}|{length}(?=(?:累计|平均|年均|共|已|就|里)?(?:{_GROWN}))))"
    )


def _code(lexicon: Lexicon) -> re.Pattern[str]:
    """5G, V2X, EH216-S, T/CECA-G0171-2022; not 68万KWh, not GDP1200亿元."""
    latin = alternatives(tuple(w for name in ("measures", "parts") for w in lexicon.words(name) if w[0].isascii() and w[0].isalpha()))
    return re.compile(
        r"[A-Za-z][A-Za-z/._&]*+-?[A-Z]?\d[A-Za-z0-9./-]*+(?![\d万亿%％家个元])"
        rf"|(?<![\d.])\d+(?:\.\d+)?(?!{latin}(?![A-Za-z]))[A-Za-z][A-Za-z0-9-]*"
    )


def _idiom(lexicon: Lexicon) -> re.Pattern[str]:
    """A set phrase, unless a numeral runs into it (十二元 holds no 二元) or it is the whole of a fraction (十分之一)."""
    starts = "".join(sorted({word[0] for word in lexicon.words("idioms")}))
    return re.compile(rf"(?=[{starts}])(?<![\d{_CN}第分]){lexicon.any_of('idioms')}(?!之[一二三四五六七八九])")
