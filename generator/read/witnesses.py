"""What a mention of a time can say of when a page was written: the kinds of witnesses, and one witness as it is found."""

from dataclasses import dataclass
from enum import StrEnum

MONTHS = 12  # of a year
ANIMALS = "鼠牛虎兔龙蛇马羊猴鸡狗猪"  # of the years by the moon, in their order


class Witness(StrEnum):
    """What a mention of a time says of the page."""

    YEAR_OVER = "figures of the whole year"
    COMPARED = "a year beside a figure"
    SINCE = "something was in this year"
    YEAR_ENDED = "at the end of the year"
    MONTH_OVER = "after the month"
    PART_OVER = "after the months of the figures"
    REVIEWED = "what was reviewed for the year"
    LISTED = "on a list of the year"
    TITLE = "in a title"
    EVENT = "in the year of an event or after it"
    PLANNED = "a year ahead"
    YEARS_PLAN = "what is to be done in this year"
    DATED_PLAN = "a month ahead"
    PLAN_STAGE = "in this year or soon"
    YEAR_IS = "in this year"
    NOT_THIS_YEAR = "another year than 今年"
    NOT_LAST_YEAR = "a year before 去年"
    STAGE = "before or after a stage of works"
    ANNIVERSARY = "so many years after"
    YEARS_COUNTED = "so many years after, or in the year after"
    YEARS_SINCE = "about so many years after"
    FIVE_YEARS = "in the years of a plan that begins then"
    MOON = "in one of the years in which a day has this date by the moon too"
    DAY_NAME = "in one of the years in which a day has this name too"
    ANIMAL_YEAR = "in a year of this animal"
    SHORTLY_AFTER = "shortly after the day"
    MONTH_PAST = "after this year's month"
    MONTH_AHEAD = "before this year's month"
    SPRING = "in spring"


@dataclass(frozen=True, slots=True)
class Clue:
    """One witness; `text` is what the page says.

    `month` counts months from the year 0, or is 1 to 12 where no year is named; of an animal it is the place in the cycle, 0 to 11.
    """

    kind: Witness
    month: int
    text: str
