"""Whether two ends of prose fit together: small rules, each looking at one thing, their sum the fit."""

import re
from collections.abc import Callable

from generator.read.tools import Tools
from generator.registry.common_words import common_words

_NUMBER_END = re.compile(r"\d$")
_NUMBER_START = re.compile(r"\d|[一二三四五六七八九十]+(?:分之|成)|一半|半数|大半|多半")
_NUMBER_REST = re.compile(r"[%％]|\.\d|\d")
_COUNT_START = re.compile(r"(?:[一-龥]{0,2}?)(\d[\d,.]*[万亿]?)余?多?(平方公里|平方米|[一-龥])")
_NOUN_AND_NUMBER = re.compile(r"(?![近前今每这全第约共去上])[一-龥]{2,4}\d+(?!年|月)")
_COMPANY = re.compile(r"(?!集团|有限|股份|公司)[^，。、]{4,20}(?:公司|集团)")
_SAID = re.compile(r"“[^“”]{6,}[。！？]”")
_IS_PROSE = re.compile("[，。,]")
_VALUE_START = re.compile(r"(?:达到?|突破|超过|超|升至|增至|增加到|提高到|降至|降到|减至)\s*\d")
_VALUE_ALONE = re.compile(r"\d[\d.,]*[万亿]?[余多]?(?:[%％]|[一-龥]{1,3})[。；;]")
_VALUE_END = re.compile(r"\d[^，,；;]{0,4}[，,；;]$")
_CLAUSE = re.compile(r"[^，。；,]+")
_WANTS_NUMBER = re.compile("(?:达到?|升至|增至|降至|减至|增长|下降|高达)$")
_CHANGES_BY = re.compile("(?:[压削缩]?减|增长?|降|省)$")
_YEAR_START = re.compile(r"20\d\d\s*年")
_AMOUNT_START = re.compile("[了到至约近超逾不百千万亿一二三四五六七八九十两几数“]")
_YEAR_END = re.compile(r"(?:[去今明前当同]年|20\d\d\s*年)$")
_MONTH_START = re.compile(r"\s*(?:\d{1,2}\s*(?:月|[至—-]\s*\d{1,2}\s*月)|前\s*\d{1,2}\s*个?月)")
_SINCE_END = re.compile("(?<![来各独亲])(?:自|于|从|至|早在|始于|截至|截止|截至到)$")
_DAY_START = re.compile(r"\s*(?:20\d\d\s*年|\d{1,2}\s*月)")
_FIRST_OF_YEAR = re.compile(r"(?:[去今明]年|20\d\d\s*年|，|、)[前头]$")
_MONTHS_START = re.compile(r"\s*(?:\d{1,2}|[一二两三四五六七八九十]{1,2})\s*(?:个月|个季度|季度|月份?)")
_BY_PLAN = re.compile(
    "(?:按照?|根据|依照|依据)[^，,。；]{0,10}(?:计划|规划|方案|安排|目标|部署|协议|约定)[，,]$|(?:预计|计划|有望|力争|争取|[将拟定]于|截至|截止)$"
)
_COMPARED_END = re.compile("(?:同比|环比|(?:比|较)(?:上年|去年|上月|年初)(?:同期|同月)?)$")
_CHANGE_START = re.compile(r"(?:名义|实际|净|大幅|小幅|略|约|又|再|也|均|分别|基本|平均)*[增降升减翻多少高低提扩缩压长持上下快回]|\d")
_CHANGED_FROM = re.compile(r"[由从](?:20\d\d\s*年的?)?\s*\d[\d.,]*\s*[万亿]?[一-龥%％]{0,4}?[一-龥]{0,4}[到至为]\s*\d")
_OPENER_END = re.compile("(?:[，。；,;]|^)(?:为了?|由于|因为|随着|如果|虽然|尽管|除了|对于|面对|围绕|通过|按照|根据|只要|当)$")
_FIRST_STOP = re.compile("[，。；！？,;!?]")
_PLANNED = re.compile(r"(?:到|至|今后|未来|明年|今年|年内|年底)[^，,。]{0,10}[，,]|将|力争|\s*20\d\d\s*年|\s*\d{1,2}\s*月")
_PAIRS = (("“", "”"), ("（", "）"), ("(", ")"), ("《", "》"), ("‘", "’"))
_TAIL = 12


def words_fit(before: str, after: str, tools: Tools) -> float:
    """A word of the page begins in the one and ends in the other."""
    return min(2.0, 1.0 * tools.vocabulary.word_across(before, after))


def park_across(before: str, after: str, tools: Tools) -> float:
    """A park's name begins in the one and ends in the other (富阳 | 经开区)."""
    return 3.0 if tools.park_across(before, after) else 0.0


def start_is_odd(before: str, after: str, tools: Tools) -> float:
    """The second piece begins as no paragraph does."""
    # 今年前9个月， | 出海，底气在研发: after a comma no word's rest follows.
    rest = before[-1:] not in "，、；：,;:" and tools.shapes.short_rest(after)
    return float(tools.shapes.odd_start(after)) + 3.0 * rest


def start_is_fresh(before: str, after: str, tools: Tools) -> float:
    """The second piece begins as paragraphs begin."""
    if tools.shapes.lead(after) or tools.shapes.editor_note(after) or tools.shapes.speaker(after):
        return -9.0
    if tools.shapes.opens_prose(after):
        return -1.0 if before[-1:] in "，,、" else -2.0
    if _SAID.match(after) and _IS_PROSE.search(before) and before[-1:] not in "，,：:":
        return -2.5
    named = tools.opens_with_park(after) or _COMPANY.match(after)
    if named and not before.endswith(tools.ends.before_names):
        return -1.5
    return -0.5 if tools.shapes.opens_paragraph(after) else 0.0


def marks_close(before: str, after: str, tools: Tools) -> float:
    """A quotation mark or bracket is opened in the one and closed in the other; or closed without having been opened."""
    fit = 0.0
    for opening, closing in _PAIRS:
        left = before.count(opening) - before.count(closing)
        first = after.find(closing)
        right = first >= 0 and opening not in after[:first]
        if left > 0 and right:
            fit += 2.0
        elif left > 0 or right:
            fit -= 0.5
    return fit


def number_goes_on(before: str, after: str, tools: Tools) -> float:
    """A number is parted from its unit, or from the word that wants it: 平均压减 | 1.5天, and not 平均压减 | 2026年底…"""
    if _NUMBER_END.search(before):
        return 2.0 if _NUMBER_REST.match(after) or after.startswith(tools.ends.after_numbers) else -2.0
    if _CHANGES_BY.search(before) and _YEAR_START.match(after):
        return -1.0
    if _NUMBER_START.match(after):
        return 2.0 if before.endswith(tools.ends.before_numbers) else 0.0
    return -1.0 if _WANTS_NUMBER.search(before) and not _AMOUNT_START.match(after) else 0.0


def year_wants_month(before: str, after: str, tools: Tools) -> float:
    """A year stands before its month: 去年 | 11月，东北首单…, 今年前 before how many of them, and 自 before a day."""
    wants = (_YEAR_END.search(before) and _MONTH_START.match(after)) or (_SINCE_END.search(before) and _DAY_START.match(after))
    return 4.0 if wants or (_FIRST_OF_YEAR.search(before) and _MONTHS_START.match(after)) else 0.0


def comparison_wants_change(before: str, after: str, tools: Tools) -> float:
    """What is compared grew or fell: 同比 | 增长34%, and not 同比 | 某高新区引来一条产业链."""
    if not _COMPARED_END.search(before):
        return 0.0
    return 3.0 if _CHANGE_START.match(after) else -3.0


def plan_wants_time(before: str, after: str, tools: Tools) -> float:
    """What is told by a plan or expected is told with its time: 按照计划， | 到2027年，…; 正在安装设备，预计 | 今年9月投产，…"""
    return 3.0 if _BY_PLAN.search(before) and _PLANNED.match(after) else 0.0


def opener_wants_comma(before: str, after: str, tools: Tools) -> float:
    """What opens a clause before the main one goes on to a comma: 为了 | 让他们少跑路，… and not 为了 | 服务换来了投资。"""
    opener = _OPENER_END.search(before)
    first = _FIRST_STOP.search(after) if opener else None
    if opener is None or first is None:
        return 0.0
    aimed = opener[0].endswith("为了") and after.startswith(tools.ends.aims)
    return (1.0 if first[0] in "，," else -2.0) + 3.0 * aimed


def measure_fits(before: str, after: str, tools: Tools) -> float:
    """What is counted after the cut is what the words before it name: 有效专利 | 1420件, and not 高新技术企业 | 1420件."""
    match = _COUNT_START.match(after)
    if not match:
        return 0.0
    tail = before[-_TAIL:]
    known = [(measure, things) for measure, things in tools.counted if tail.endswith(things)]
    if not known:
        return 0.0
    return 2.5 if any(measure == match[2] for measure, _ in known) else -2.0


def cut_words_match(before: str, after: str, tools: Tools) -> float:
    """What is left of a word at one side (校共建联合实验室) wants its rest at the other (等高): there or missing."""
    start_cut = not tools.vocabulary.begins_word(after) and after.lstrip()[:1] not in tools.ends.one_letter_starts
    end_cut = not tools.vocabulary.ends_word(before)
    across = tools.vocabulary.word_across(before, after) > 0
    if across or ((start_cut or end_cut) and tools.vocabulary.any_word_across(before, after)):
        return 1.5 * start_cut + 0.5 * end_cut
    return 0.5 * start_cut - 1.5 * end_cut


def verb_wants_subject(before: str, after: str, tools: Tools) -> float:
    """The second stretch begins with a word that follows a subject (将投资, 已建成), which a paragraph does not."""
    text = after.lstrip()
    return 1.0 if text.startswith(tools.ends.verbs_first) or _NOUN_AND_NUMBER.match(text) else 0.0


def value_wants_noun(before: str, after: str, tools: Tools) -> float:
    """达到1000亿元 and 1.5天。 go on with the noun whose value they are (产业规模 |), hardly with what a comma ends (1874户， |)."""
    if not (_VALUE_START.match(after) or _VALUE_ALONE.match(after)):
        return 0.0
    if before[-1:] not in "，,；;、":
        return 0.0
    return -2.0 if _VALUE_END.search(before) else -1.0


def change_wants_noun(before: str, after: str, tools: Tools) -> float:
    """What changes stands before how much: 试验工位 | 从320个扩充到560个."""
    ends_in_word = any(before[-size:] in common_words() for size in (2, 3, 4))
    return 2.5 if ends_in_word and _CHANGED_FROM.match(after) else 0.0


def office_wants_name(before: str, after: str, tools: Tools) -> float:
    """Who speaks: an office stands before the cut and a name with a verb of speech after it (车间主任 | 田一苇说)."""
    names, text = tools.shapes.names, after.lstrip()
    if not before.rstrip().endswith(tools.ends.offices):
        return 0.0
    speaks = (text[size:].startswith(tools.ends.speech) and names.likely(text[:size]) for size in (3, 2, 4))
    return 3.0 if any(speaks) else 0.0


def list_goes_on(before: str, after: str, tools: Tools) -> float:
    """The one stops after an item of a list, and the other goes on with items or with what closes a list."""
    if not before.endswith("、"):
        return 0.0
    first = _CLAUSE.match(after)
    return 2.0 if first and ("、" in first[0] or "等" in first[0] or "和" in first[0]) else -0.5


RULES: tuple[Callable[[str, str, Tools], float], ...] = (
    words_fit,
    park_across,
    start_is_odd,
    start_is_fresh,
    marks_close,
    number_goes_on,
    year_wants_month,
    comparison_wants_change,
    plan_wants_time,
    opener_wants_comma,
    measure_fits,
    cut_words_match,
    verb_wants_subject,
    value_wants_noun,
    change_wants_noun,
    office_wants_name,
    list_goes_on,
)


def fit_of(before: str, after: str, tools: Tools) -> float:
    """How well the second stretch goes on with the first, wherever they stand: below 0 rather not, from 2 on surely."""
    return sum(rule(before, after, tools) for rule in RULES)
