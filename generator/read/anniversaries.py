"""What tells the year by counting from a year that the text names: 2019年8月揭牌 … 揭牌三周年, 2021年首单 … 三年来."""

import re
from collections.abc import Iterator, Sequence

from generator.model.numerals import parse_number
from generator.read.witnesses import MONTHS, Clue, Witness

_NUMBER = r"\d{1,2}|[一二两三四五六七八九]?十[一二三四五六七八九]?|[一二两三四五六七八九]"
_FOUNDED = re.compile(
    r"(?P<year>(?:19|20)\d\d)\s*年[^，,。；;]{0,14}?"
    r"(?:揭牌|挂牌|成立|设立|获批|批准|建区|建园|开园|创办|投产|(?:开始|启动|开工)建设)"
)
_FOUNDED_IN = re.compile(r"(?:揭牌|挂牌|成立|设立|获批|始建|创办|建)于(?P<year>(?:19|20)\d\d)\s*年")
_FULL_YEARS = re.compile(
    rf"(?P<said>[去今明]年)?[^，,。；;]{{0,4}}?(?:(?P<number>{_NUMBER})(?:周年|周岁)|(?:满|刚过|迎来)(?P<full>{_NUMBER})(?:年|岁))"
)
_SAID = {"去年": 1, "今年": 0, "明年": -1, None: 0}
# What becomes of parks, in words of one meaning each; companies too are founded and begin production.
_PARK_FOUNDED = tuple(
    (
        re.compile(rf"(?P<year>(?:19|20)\d\d)\s*年[^，,。；;]{{0,14}}?(?:{words})(?!的)|(?:{words})于(?P<later>(?:19|20)\d\d)\s*年"),
        re.compile(rf"(?:{words})(?:以来|至今)?的?(?:已有?|走过|将?近|刚?满|整)?了?(?P<number>{_NUMBER})[多余]?年(?![前后内级度])"),
    )
    for words in ("揭牌|挂牌", "获批|批准|批复", "建区|建园|开园", "封关", "升级|晋升")
)
_WALKED = re.compile(rf"(?:走过|历经|跨越)了?第?(?P<number>{_NUMBER})个?(?:年|载|春秋)")
_YEARS_SINCE = re.compile(
    rf"(?P<year>(?:19|20)\d\d)\s*年(?:\d{{1,2}}月)?[^。；;\d]{{0,30}}[，,。；;][^。；;\d]{{0,6}}?(?P<number>{_NUMBER})[多余]?年(?:来|间|后的今天|过去)"
)


def find_counted_years(text: str) -> Iterator[Clue]:
    """The year of an anniversary of what the text dates itself, and the year up to which is counted.

    >>> [(clue.month // 12, clue.text) for clue in find_counted_years("自2019年8月揭牌以来，新设企业2.3万家。8月，将迎来揭牌三周年。")]
    [(2022, '迎来揭牌三周年')]
    >>> [(clue.month // 12, clue.text) for clue in find_counted_years("公司2020年入驻片区，四年来增资两次。")]
    [(2024, '2020年入驻片区，四年来')]
    >>> list(find_counted_years("2019年揭牌，2021年获批，三周年。"))
    []
    """
    yield from _anniversaries(text)
    for match in _YEARS_SINCE.finditer(text):
        year = int(match["year"]) + int(parse_number(match["number"]) or 0)
        yield Clue(Witness.YEARS_SINCE, year * MONTHS, match[0])


def find_years_from_founding(texts: Sequence[str]) -> Iterator[Clue]:
    """揭牌5年来, where the one year in which a park was so founded is told in the paragraph itself or, if it tells none, right before it.

    >>> [clue.month // 12 for clue in find_years_from_founding(["片区2019年8月揭牌。今年出口增长。", "揭牌5年来，新设企业7800余家。"])]
    [2024]
    >>> list(find_years_from_founding(["甲区2019年揭牌，乙区2021年挂牌。", "挂牌3年来，新设企业90家。"]))
    []
    """
    for founded, counted in _PARK_FOUNDED:
        before: set[int] = set()
        for text in texts:
            here = {int(match["year"] or match["later"]) for match in founded.finditer(text)}
            known = here or before
            for match in (*counted.finditer(text), *(_WALKED.finditer(text) if here else ())) if len(known) == 1 else ():
                yield Clue(Witness.YEARS_COUNTED, (min(known) + int(parse_number(match["number"]) or 0)) * MONTHS, match[0])
            before = here


def _anniversaries(text: str) -> Iterator[Clue]:
    """Of a text that dates one founding and counts one number of years; with several of either it is open which belong together."""
    founded = {int(match["year"]) for pattern in (_FOUNDED, _FOUNDED_IN) for match in pattern.finditer(text)}
    told = [
        (int(parse_number(match["number"] or match["full"]) or 0) + _SAID[match["said"]], match[0]) for match in _FULL_YEARS.finditer(text)
    ]
    counted = dict(told)
    if len(founded) == len(counted) == 1:
        ((years, words),) = counted.items()
        yield Clue(Witness.ANNIVERSARY, (founded.pop() + years) * MONTHS, words)
