"""What tells the year by counting: 2019年8月揭牌 … 揭牌三周年, 2021年首单 … 三年来, and the five-year plan that is spoken of."""

import re
from collections.abc import Iterator

_CHINESE = {sign: number for number, sign in enumerate("一二三四五六七八九十", 1)} | {"两": 2}
_NUMBER = r"\d{1,2}|[一二两三四五六七八九]?十[一二三四五六七八九]?|[一二两三四五六七八九]"
_FOUNDED = re.compile(r"(?P<year>(?:19|20)\d\d)\s*年[^，,。；;]{0,14}?(?:揭牌|挂牌|成立|设立|获批|批准|建区|建园|开园|创办|投产)")
_FOUNDED_IN = re.compile(r"(?:揭牌|挂牌|成立|设立|获批|始建|创办|建)于(?P<year>(?:19|20)\d\d)\s*年")
_FULL_YEARS = re.compile(rf"(?P<number>{_NUMBER})(?:周年|周岁)|满(?P<full>{_NUMBER})(?:年|岁)")
_YEARS_SINCE = re.compile(r"(?P<year>20\d\d)\s*年[^。；;\d]{0,30}[，,。；;][^。；;\d]{0,6}?(?P<number>[一二两三四五六七八九]|\d)年来")
_PLAN = re.compile(r"十(?P<number>[一二三四五六])五(?=[”\"’']|时期|期间|以来|末|规划|开局|收官)")
_FIRST_PLAN = 2001  # of the tenth, 十五; each of the later ones begins five years on


def read_count(number: str) -> int:
    """A count of years up to 99.

    >>> [read_count(number) for number in ("9", "两", "十", "十五", "四十", "二十一")]
    [9, 2, 10, 15, 40, 21]
    """
    if number.isdecimal():
        return int(number)
    tens, ten, ones = number.rpartition("十")
    return (_CHINESE.get(tens, 1) * 10 if ten else 0) + _CHINESE.get(ones, 0)


def find_anniversary_years(text: str) -> Iterator[tuple[int, str]]:
    """The year of an anniversary of what the text dates itself, with its words; nothing where it dates or counts several.

    >>> list(find_anniversary_years("自2019年8月揭牌以来，新设企业2.3万家。8月，将迎来揭牌三周年。"))
    [(2022, '三周年')]
    >>> list(find_anniversary_years("2019年揭牌，2021年获批，三周年。"))
    []
    """
    founded = {int(match["year"]) for pattern in (_FOUNDED, _FOUNDED_IN) for match in pattern.finditer(text)}
    counted = {read_count(match["number"] or match["full"]): match[0] for match in _FULL_YEARS.finditer(text)}
    if len(founded) == len(counted) == 1:
        ((years, words),) = counted.items()
        yield founded.pop() + years, words


def find_years_since(text: str) -> Iterator[tuple[int, str]]:
    """The year up to which is counted: 2021年享受首单政策，三年来….

    >>> list(find_years_since("公司2021年享受首单政策，三年来免征税款6200万元。"))
    [(2024, '2021年享受首单政策，三年来')]
    """
    for match in _YEARS_SINCE.finditer(text):
        yield int(match["year"]) + read_count(match["number"]), match[0]


def find_plans(text: str) -> Iterator[tuple[int, str]]:
    """The first year of each five-year plan that is named.

    >>> list(find_plans("“十三五”期间投资412亿元；“十五五”规划正在编制。"))
    [(2016, '十三五'), (2026, '十五五')]
    """
    for match in _PLAN.finditer(text):
        yield _FIRST_PLAN + 5 * _CHINESE[match["number"]], match[0]
