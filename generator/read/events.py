"""Events whose year everybody knows, as witnesses of when a page was written: 今年的杭州亚运会, “一带一路”倡议提出10周年, 第八届进博会.

The names and years are data (`read.events`, `read.anniversaries`, `read.series`).
"""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.numerals import parse_number
from generator.read.double_dates import find_double_dates
from generator.read.moon import Moon, build_moon
from generator.read.witnesses import MONTHS, Clue, Witness
from generator.registry.registry import Registry

_NUMBER = r"(?P<number>\d{1,3}|[一二三四五六七八九十百]{1,4})"
_CLAUSE = re.compile(r"[^，,。；;！？]*")
_NEAR = 14  # characters before the event in which 今年 or 去年 says whose year it is
# 距离北京冬奥会开幕还有不到一年
_FROM = re.compile(r"距离?[^，,。；;]{0,4}$")
_LEFT = re.compile(r"[^，,。；;]{0,4}?(?:还有|不到|不足|只剩|仅剩|倒计时)")
_SAID = (("今年", 0), ("去年", 1), ("明年", -1))


@dataclass(frozen=True, slots=True)
class Events:
    """Compiled names; `years` has the year of an event, from which an anniversary counts, or the one before the first of a series.

    `times` is how often a year a series is held, where that is more than once.
    """

    once: re.Pattern[str]
    anniversary: re.Pattern[str]
    series: re.Pattern[str]
    years: dict[str, int]
    times: dict[str, int]
    moon: Moon


def build_events(registry: Registry) -> Events:
    """Read the three lists, lines `name year` or `name year/times`; ValueError for a line of another form."""
    years: dict[str, int] = {}
    times: dict[str, int] = {}

    def any_of(name: str) -> str:
        rows = [line.rsplit(" ", 1) for line in registry.words(f"read.{name}")]
        years.update({event: int(year.split("/")[0]) for event, year in rows})
        times.update({event: int(year.split("/")[1]) for event, year in rows if "/" in year})
        return "|".join(re.escape(event) for event, _ in sorted(rows, key=lambda row: -len(row[0]))) or "(?!)"

    return Events(
        re.compile(f"(?P<event>{any_of('events')})"),
        re.compile(rf"(?P<event>{any_of('anniversaries')})[^，,。；;]{{0,8}}?{_NUMBER}周年"),
        re.compile(rf"第{_NUMBER}届(?:中国(?:国际)?|全国|国际)?(?P<event>{any_of('series')})"),
        years,
        times,
        build_moon(registry),
    )


def find_events(text: str, events: Events) -> Iterator[Clue]:
    """What the events that a text names say of its year: with 今年 its year, else that the page is no older."""
    for match in events.once.finditer(text):
        yield _witness(text, match, events.years[match["event"]])
    yield from find_double_dates(text, events.moon)
    for pattern in (events.anniversary, events.series):
        for match in pattern.finditer(text):
            counted, event = int(parse_number(match["number"]) or 0), match["event"]
            yield _witness(text, match, events.years[event] + math.ceil(counted / events.times.get(event, 1)))


def _witness(text: str, match: re.Match[str], year: int) -> Clue:
    rest = _CLAUSE.match(text, match.end())
    clause = re.split("[，,。；;！？]", text[max(0, match.start() - _NEAR) : match.start()])[-1] + (rest[0][:_NEAR] if rest else "")
    if _FROM.search(text[max(0, match.start() - _NEAR) : match.start()]) and _LEFT.match(text, match.end()):
        return Clue(Witness.YEARS_PLAN, year * MONTHS, match[0])
    said = next((years for word, years in _SAID if word in clause), None)
    if said is None:
        return Clue(Witness.EVENT, year * MONTHS, match[0])
    return Clue(Witness.YEAR_IS, (year + said) * MONTHS, match[0])


__all__ = ["Events", "build_events", "find_events"]
