"""What span of time a figure covers, as text: the only spellings that fact files and corrections may use.

`2025` a year; `2025-06` a month; `2025-06-26` a day; `2021/2025`, `2025-01/2025-10`, `2025-03-01/2025-05-10` spans;
`asof` a state at the time of writing; `asof:2023-11` a state at a stated date (year, month or day).
"""

import calendar
import re
from datetime import date

_POINT = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def is_period(text: str) -> bool:
    """Whether `text` is one of the spellings above and its dates exist.

    >>> is_period("2021/2025"), is_period("asof:2023-11"), is_period("2023-13"), is_period("2025/2021")
    (True, True, False, False)
    """
    return text == "asof" or period_bounds(text) is not None


def period_bounds(text: str) -> tuple[date, date] | None:
    """First and last day that the period covers; None for a bare `asof` and for what is no period.

    >>> period_bounds("2025-01/2025-10")
    (datetime.date(2025, 1, 1), datetime.date(2025, 10, 31))
    """
    first, slash, last = text.removeprefix("asof:").partition("/")
    if slash and (text.startswith("asof:") or first.count("-") != last.count("-")):
        return None
    start, end = _point_bounds(first), _point_bounds(last or first)
    if (slash and not last) or start is None or end is None or start[0] > end[0]:
        return None
    return start[0], end[1]


def _point_bounds(text: str) -> tuple[date, date] | None:
    match = _POINT.fullmatch(text)
    if not match:
        return None
    year, month, day = int(match[1]), int(match[2] or 0), int(match[3] or 0)
    try:
        first = date(year, month if match[2] else 1, day if match[3] else 1)
    except ValueError:
        return None
    if match[3]:
        return first, first
    last_month = month or 12
    return first, date(year, last_month, calendar.monthrange(year, last_month)[1])
