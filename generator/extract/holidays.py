"""Holidays as times (春节期间, 国庆假期): the month in which one fell, the last time that it had come round by the page's date.

A step of its own, because three of them go by the moon and need a table.
"""

import re

from generator.extract.calendar_dates import Now

_OF_MOON = {
    "春": {
        1: (2017, 2020, 2023, 2025, 2028),
        2: (2015, 2016, 2018, 2019, 2021, 2022, 2024, 2026, 2027, 2029, 2030),
    },
    "端": {5: (2017, 2020, 2025, 2028), 6: (2015, 2016, 2018, 2019, 2021, 2022, 2023, 2024, 2026, 2027, 2029, 2030)},
    "中": {9: (2015, 2016, 2018, 2019, 2021, 2022, 2023, 2024, 2026, 2027, 2029, 2030), 10: (2017, 2020, 2025, 2028)},
}
_OF_SUN = {"元": 1, "清": 4, "五": 5, "劳": 5, "国": 10, "十": 10}
HOLIDAY = re.compile(
    r"(?:(?P<year>20\d\d|今|去)年)?(?P<name>元旦|春节|清明节?|[“\"]五一[”\"]|五一|劳动节|端午节?|中秋节?|国庆节?|[“\"]十一[”\"])(?:小长假|长假|假期|假日|黄金周|期间)"
)
_RELATIVE = {"今": 0, "去": 1}


def month_of(match: re.Match[str], now: Now | None) -> str:
    """The month of a match of HOLIDAY; empty where the year or the month cannot be told.

    >>> [month_of(HOLIDAY.match(words), Now(2025, 9)) for words in ("春节期间", "国庆假期")]
    ['2025-01', '2024-10']
    >>> month_of(HOLIDAY.match("元旦假期"), None)
    ''
    """
    sign = match["name"].strip('“”"')[0]
    written = match["year"]
    if written and written.isdecimal():
        year = int(written)
    elif now is None or not now.month:
        return ""
    else:
        year = now.year - _RELATIVE.get(written or "今", 0)
    month = _month(sign, year)
    if not written and now is not None and month > now.month:
        year -= 1
        month = _month(sign, year)
    return f"{year}-{month:02d}" if month else ""


def _month(sign: str, year: int) -> int:
    if sign in _OF_SUN:
        return _OF_SUN[sign]
    return next((month for month, years in _OF_MOON[sign].items() if year in years), 0)
