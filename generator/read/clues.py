"""The times that a text names, as witnesses of when it was written: past, planned, a day or two ago, a year that is over.

Cue words stand here and not in the registry, because each is part of one pattern and means nothing by itself.
"""

import re
from collections.abc import Iterator

from generator.model.numerals import parse_number
from generator.read.anniversaries import find_counted_years
from generator.read.plans import find_plan_clues
from generator.read.tense import is_dated_before, is_future, is_open
from generator.read.witnesses import ANIMALS, MONTHS, Clue, Witness

_YEAR = r"(?P<year>20\d\d)\s*年"
_TO = "[-—–~～至到]+"
_EXPLICIT = re.compile(
    _YEAR + r"(?P<total>度)?(?:"
    rf"\s*(?P<first>\d{{1,2}})\s*(?:月份?)?\s*(?:{_TO}\s*(?P<last>\d{{1,2}}))\s*月"
    r"|\s*(?P<month>\d{1,2})\s*月(?:\s*(?P<day>\d{1,2})\s*日)?"
    r"|\s*前(?P<months>[\d一二三四五六七八九十]{1,2})个?月"
    r"|(?:第?(?P<quarter>[一二三四])季度|(?P<half>上半年|前三季度)|(?P<end>年?底|末))"
    r")?"
)
_BARE_DAY = re.compile(rf"(?<![\d年度])(?<!年 )(?P<month>\d{{1,2}})\s*月\s*(?P<day>\d{{1,2}})(?:\s*{_TO}\s*\d{{1,2}})?\s*日")
_BARE_MONTH = re.compile(
    rf"(?:今年以?来?|截至|截止)\s*(?:(?P<first>\d{{1,2}})\s*月?份?\s*{_TO}\s*)?(?P<last>\d{{1,2}})\s*个?(?:月份?)(?!\s*\d{{1,2}}\s*日)(?P<end>底|末)?"
)
_PAST_OR_AHEAD = re.compile(r"\s*(?:交付|投产|投用|启用|完工|竣工|建成|通车)(?!了)")
_PART_ALONE = re.compile(
    rf"(?<![\d年.—至到-])(?:1\s*月?\s*{_TO}\s*(?P<last>\d{{1,2}})\s*月|前(?P<months>\d{{1,2}}|[二三四五六七八九十])个月)(?!内|[以之]?前)"
)
_THIS_PART = re.compile(r"今年(?P<part>上半年|前三季度|第?[一二三]季度)")
_SPRING = re.compile(r"正月|春节|元宵|新春|开年首")
_ANIMAL_YEAR = re.compile(
    rf"(?:农历|新春|金|喜迎)(?P<animal>[{ANIMALS}])年|(?P<named>[{ANIMALS}])年(?:春节|新春|正月|伊始|开工|首个|第一|初[一-十])"
)
_FULL_STOP = re.compile(r"[。！？\n]")
_IS_SPAN = re.compile(rf"\s*年?\s*{_TO}")
_LIST = re.compile(r"[^，。；]{0,20}?(?:名单|入选|申报|认定|立项|培育|入围|[项题]目)")
_RELATIVE_YEAR = re.compile(r"今年(?!以来的)|(?<![比较与同])去年(?!同期|同月|全年|底|末)")
_SEASONS = tuple("春夏秋冬初中")
_NAMED_FOR = re.compile(r"[^，。；\d]{0,4}(?:工作报告|工作会议|工作要点|主要(?:预期)?目标)")
_OF_THE_YEAR = re.compile(r"版|第[二三四五六七八九十\d]+(?:批|期|季|次|轮)")  # 2024年版, 2026年第二批重大项目集中签约
_TITLE_YEAR = re.compile(
    r"(?<![\d—–~～-])20\d\d(?:(?=[》）)”])|(?=[一-龥]{2,14}?(?:大会|峰会|论坛|博览会|交易会|展览会|洽谈会|大赛|锦标赛|马拉松|年会|500强|百强)))"
)
_ENTERED = re.compile(r"(?:进入|步入|跨入|迈入|迈进|踏入|走进)\s*$")
_BESIDE = re.compile(r"[比较与同于]$")  # 与2019年1月相比
_BEGAN = re.compile(
    r"[^，。；]{0,12}?(?:成立|落户|迁|投产|建成|启动|开工|入驻|获批|挂牌|以来|起|引进|设立|第[一二三四五六七八九十\d]+届|首[场个批届]|首次(?!突?破|超|过|达|站|跃|迈|实现)|名单|评价|考核)"
)
_AS_A_WHOLE = re.compile(r"[，,、]|全年|[^，。]{0,10}?(?:完成|实现|达|突破|产值|收入|总额|增加值|新增|引进|签约)|[^，。]{0,12}\d")
_IN_A_TITLE = re.compile(r"[《“（(][^》”）)]*$")
_IN_SPAN = re.compile(rf"20\d\d年?{_TO}$")
_PLAN_OF = re.compile(r"[^，,。；;]{0,8}(?:方案|计划|规划|行动|纲要)")
_UNTIL = ("截至", "截止")
_UP_TO = re.compile(r"(?:[到至]|力争|为|[须需应]在|争取|计划|规划|目标)[于在]?$")
_PARTS = {"上半年": 6, "前三季度": 9, "一季度": 3, "第一季度": 3, "二季度": 6, "第二季度": 6, "三季度": 9, "第三季度": 9}
_QUARTERS = {"一": 1, "二": 4, "三": 7, "四": 10}
_AHEAD = 20  # characters in which what follows a year says what it is
_EARLIEST, _LATEST = 2000, 2099


def find_clues(text: str) -> Iterator[Clue]:
    """All that a text says of when it was written.

    >>> [(clue.kind.name, clue.text) for clue in find_clues("1月22日，记者获悉，园区力争2025年建成。")]
    [('PLANNED', '2025年'), ('SHORTLY_AFTER', '1月22日')]
    """
    for match in _EXPLICIT.finditer(text):
        yield from _explicit(match, text)
    yield from _bare_days(text)
    yield from _this_year(text)
    yield from _signs_of_year(text)
    yield from _years_beside(text)
    yield from find_counted_years(text)
    yield from find_plan_clues(text)


def _bare_days(text: str) -> Iterator[Clue]:
    """Days without a year that are past."""
    for match in _BARE_DAY.finditer(text):
        begins = text[match.end() : match.end() + 1] == "起"  # 自5月1日起施行 may be told before
        fresh = 1 <= int(match["month"]) <= MONTHS and not begins and not is_future(match, text)
        if fresh and not is_dated_before(text, match.start()):
            yield Clue(Witness.SHORTLY_AFTER, int(match["month"]), match[0])


def _this_year(text: str) -> Iterator[Clue]:
    """Months and quarters of this year, past or to come."""
    for match in _BARE_MONTH.finditer(text):
        if 1 <= int(match["last"]) <= MONTHS and not _PAST_OR_AHEAD.match(text, match.end()):
            kind = Witness.MONTH_AHEAD if is_future(match, text) else Witness.MONTH_PAST
            yield Clue(kind, int(match["last"]), match[0])
    for match in _PART_ALONE.finditer(text):
        number = int(parse_number(match["last"] or match["months"]) or 0)
        if 1 <= number <= MONTHS and not is_dated_before(text, match.start()):
            yield Clue(Witness.MONTH_PAST, number, match[0])
    for match in _THIS_PART.finditer(text):
        if not is_future(match, text):
            yield Clue(Witness.MONTH_PAST, _PARTS[match["part"]], match[0])


def _signs_of_year(text: str) -> Iterator[Clue]:
    """What tells the year by the way: a title with its year, the animal of the year, the new year's feast."""
    for match in _TITLE_YEAR.finditer(text):
        yield Clue(Witness.TITLE, int(match[0]) * MONTHS, match[0])
    for match in _ANIMAL_YEAR.finditer(text):
        yield Clue(Witness.ANIMAL_YEAR, ANIMALS.index(match["animal"] or match["named"]), match[0])
    if spring := _SPRING.search(text):
        yield Clue(Witness.SPRING, 1, spring[0])


def _years_beside(text: str) -> Iterator[Clue]:
    """2022年 …，去年 …: who says 去年 or 今年 in the same sentence means another year; a plan says nothing of last year.

    >>> [(clue.kind.name, clue.month // 12) for clue in _years_beside("2020年为14家，去年增至18家，比去年同期多。今年翻番。")]
    [('NOT_LAST_YEAR', 2020)]
    """
    for sentence in _FULL_STOP.split(text):
        said = {match[0] for match in _RELATIVE_YEAR.finditer(sentence)}
        for match in _EXPLICIT.finditer(sentence) if said else ():
            year = int(match["year"]) * MONTHS
            if _IS_SPAN.match(sentence, match.end("year")):
                continue
            if "今年" in said:
                yield Clue(Witness.NOT_THIS_YEAR, year, f"{match[0]}…今年")
            if "去年" in said and not is_future(match, sentence):
                yield Clue(Witness.NOT_LAST_YEAR, year, f"{match[0]}…去年")


def _explicit(match: re.Match[str], text: str) -> Iterator[Clue]:
    """What a time with its year says: past or planned, a span to its end, a bare year as a whole if figures of it are given."""
    year, number = int(match["year"]), _month_number(match)
    if not _EARLIEST <= year <= _LATEST or _IN_A_TITLE.search(text[max(0, match.start() - 12) : match.start()]):
        return
    if number is not None and not 1 <= number <= MONTHS:
        return
    kind = _kind_by_name(match, text, dated=number is not None) or _kind_by_tense(match, text, dated=number is not None)
    if kind is Witness.YEAR_ENDED:
        yield Clue(kind, (year + 1) * MONTHS - 1, match[0])
    elif kind in (Witness.MONTH_OVER, Witness.PART_OVER) and number is not None:
        yield Clue(kind, year * MONTHS + number - 1, match[0])
    else:
        yield Clue(kind, year * MONTHS, match[0])


def _kind_by_name(match: re.Match[str], text: str, *, dated: bool) -> Witness | None:
    """A year that is part of a name or of a plan's."""
    rest = text[match.end() : match.end() + _AHEAD]
    if not dated and _OF_THE_YEAR.match(rest):
        return Witness.LISTED
    if _NAMED_FOR.match(rest):
        return Witness.TITLE
    ends_plan = _IN_SPAN.search(text[max(0, match.start() - 6) : match.start()]) and _PLAN_OF.match(rest)
    if ends_plan or is_future(match, text):
        return _kind_of_plan(match, text, dated=dated or rest[:1] in _SEASONS)
    return None


def _kind_by_tense(match: re.Match[str], text: str, *, dated: bool) -> Witness:
    """A time that is past, or that works were to be done in."""
    if is_open(match, text):
        return Witness.STAGE
    if match["end"]:
        return Witness.YEAR_ENDED
    if dated and _BESIDE.search(text[max(0, match.start() - 2) : match.start()]):
        return Witness.COMPARED
    if dated:
        return Witness.PART_OVER if _is_part(match, text) else Witness.MONTH_OVER
    if _ENTERED.search(text[max(0, match.start() - 4) : match.start()]):
        return Witness.YEAR_IS
    return Witness.SINCE if text[match.start() - 1 : match.start()] in tuple("由于自") else _kind_of_year(match, text[match.end() :])


def _kind_of_year(match: re.Match[str], rest: str) -> Witness:
    """Of a past year without month: reviewed as a whole, with its figures, beside a figure that is compared with it, or only begun."""
    if match["total"]:
        return Witness.LISTED if _LIST.match(rest) else Witness.REVIEWED
    whole = None if _BEGAN.match(rest) else _AS_A_WHOLE.match(rest)
    if whole is None:
        return Witness.SINCE
    return Witness.COMPARED if whole[0][-1:].isdigit() else Witness.YEAR_OVER


def _is_part(match: re.Match[str], text: str) -> bool:
    """2024年1—9月, 截至2024年9月 are told of the running year, or of one just over; what was in a month (2019年8月揭牌) of any."""
    return any(match[part] for part in ("last", "months", "quarter", "half")) or text[max(0, match.start() - 2) : match.start()] in _UNTIL


def _kind_of_plan(match: re.Match[str], text: str, *, dated: bool) -> Witness:
    """到2027年 is the end of a plan of some years, 2025年，力争 … what is to be done in that year: mostly this one or the next."""
    if dated:
        return Witness.DATED_PLAN
    return Witness.PLANNED if _UP_TO.search(text[max(0, match.start() - 6) : match.start()]) else Witness.YEARS_PLAN


def _month_number(match: re.Match[str]) -> int | None:
    """The month in which a time ends, for a quarter the one in which it begins: it may be told early in it. None for a bare year."""
    if match["last"] or match["month"]:
        return int(match["last"] or match["month"])
    if match["months"]:
        return int(parse_number(match["months"]) or 0)
    if match["quarter"]:
        return _QUARTERS[match["quarter"]]
    if match["half"]:
        return _PARTS[match["half"]]
    return MONTHS if match["end"] else None
