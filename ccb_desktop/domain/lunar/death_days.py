"""Days that come back every lunar year, such as those on which the dead are remembered.

A day of a leap month is kept in the ordinary month of its number, which every year has; a 30th
in a month of 29 days is kept on the last day of the month.
"""

import re
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from ccb_desktop.domain.lunar.calendar import (
    FIRST_YEAR,
    LAST_YEAR,
    LunarDate,
    OutOfCalendar,
    to_lunar,
    to_solar,
)
from ccb_desktop.domain.partial_dates import PartialDate

_WRITTEN = re.compile(r"\s*0?([1-9]|[12][0-9]|30)\s*[/.-]\s*0?([1-9]|1[0-2])(\s+nhuận)?\s*")


class LunarDay(NamedTuple):
    """A day and month of the lunar calendar, of no certain year."""

    day: int
    month: int


def read_lunar_day(text: str) -> LunarDay | None:
    """The day that is written as `15/7` or `15/7 nhuận`; nothing where it is none."""
    found = _WRITTEN.fullmatch(text)
    return LunarDay(int(found[1]), int(found[2])) if found else None


def lunar_day_text(day: date) -> str:
    """A day of the solar calendar as it is written by the lunar one: `15/7`, `15/7 nhuận`.

    Days outside the calendar's years give nothing.
    """
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        return ""
    lunar = to_lunar(day)
    return f"{lunar.day}/{lunar.month}{' nhuận' if lunar.leap else ''}"


def death_day_by_moon(died_on: PartialDate | None, written: str = "") -> LunarDay | None:
    """The lunar day on which somebody is remembered.

    Args:
        died_on: The day of death; only one known to the day tells its lunar date.
        written: The lunar day as the family told it, which goes before what is worked out.
    """
    told = read_lunar_day(written)
    if told is not None or died_on is None or not died_on.is_complete:
        return told
    return read_lunar_day(lunar_day_text(died_on.first_day))


def lunar_returns(day: LunarDay, from_on: date, to_on: date) -> list[date]:
    """The days within two days, both included, on which a lunar day comes back."""
    years = range(from_on.year - 1, to_on.year + 1)
    found = (_kept_on(day, year) for year in years)
    return [one for one in found if one is not None and from_on <= one <= to_on]


def lunar_texts(from_on: date, to_on: date) -> frozenset[str]:
    """How the lunar days are written that come back within two days, both included."""
    found = set()
    day = from_on
    while day <= to_on:
        lunar = to_lunar(day)
        for number in (lunar.day, 30):
            known = LunarDay(number, lunar.month)
            if lunar_returns(known, day, day):
                found |= {f"{number}/{lunar.month}", f"{number}/{lunar.month} nhuận"}
        day += timedelta(days=1)
    return frozenset(found)


def solar_returns(day: int, month: int, from_on: date, to_on: date) -> list[date]:
    """The same of a day of the solar calendar; 29/2 is kept on 28/2 of a common year."""
    found = (_solar_day(day, month, year) for year in range(from_on.year, to_on.year + 1))
    return [one for one in found if from_on <= one <= to_on]


def _solar_day(day: int, month: int, year: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        return date(year, month, 28)


@lru_cache(maxsize=4096)
def _kept_on(day: LunarDay, year: int) -> date | None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    for number in (day.day, 29):
        try:
            return to_solar(LunarDate(number, day.month, year))
        except OutOfCalendar:
            continue
    return None
