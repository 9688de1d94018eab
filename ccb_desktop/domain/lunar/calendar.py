"""Vietnam's lunar calendar, both ways, from 1900 to 2100 (time zone UTC+7 throughout).

A month begins on the day of a new moon; the month that holds the winter solstice is the 11th;
where thirteen months lie between two such months, the first without a principal term is the
leap month. Hồ Ngọc Đức describes the calendar; sun and moon are worked out by `sun` and `moons`.
"""

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from math import floor

from ccb_desktop.domain.lunar.moons import new_moon
from ccb_desktop.domain.lunar.sun import sun_longitude

FIRST_YEAR, LAST_YEAR = 1900, 2100
_HANOI_DAYS = 7 / 24
_JULIAN_DAY_OF_ORDINAL_0 = 1721424.5
_MEAN_MONTH = 29.530588861


class OutOfCalendar(ValueError):  # noqa: N818 (it is what the officer reads, not a failure)
    """A day or year before 1900 or after 2100, or a lunar date that does not exist."""


@dataclass(frozen=True, slots=True, order=True)
class LunarDate:
    """A day of the lunar calendar.

    Attributes:
        year: The lunar year, named by the solar year in which it begins.
        month: 1 to 12.
        leap: Whether it is the leap month that follows the month of its number.
        day: 1 to 30.
    """

    day: int
    month: int
    year: int
    leap: bool = False


@dataclass(frozen=True, slots=True)
class _Month:
    """One lunar month: where it begins, and what it is."""

    begins_on: date
    month: int
    year: int
    leap: bool


def to_lunar(day: date) -> LunarDate:
    """The lunar date of a day.

    Raises:
        OutOfCalendar: The day is not from 1900 to 2100.
    """
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise OutOfCalendar(f"Lịch âm chỉ tính được từ năm {FIRST_YEAR} đến năm {LAST_YEAR}.")
    months = _months_around(day.year)
    place = bisect_right(months, day, key=lambda month: month.begins_on) - 1
    month = months[place]
    return LunarDate((day - month.begins_on).days + 1, month.month, month.year, month.leap)


def to_solar(lunar: LunarDate) -> date:
    """The day of a lunar date.

    Raises:
        OutOfCalendar: There is no such date: no such leap month, or a month of 29 days.
    """
    months = _months_around(lunar.year + 1) if lunar.year < LAST_YEAR else ()
    of_year = [*_months_around(lunar.year), *months]
    wanted = (lunar.month, lunar.year, lunar.leap)
    begins_on = next((m.begins_on for m in of_year if (m.month, m.year, m.leap) == wanted), None)
    if begins_on is not None:
        day = begins_on + timedelta(days=lunar.day - 1)
        if lunar.day >= 1 and to_lunar(day) == lunar:
            return day
    leap = " nhuận" if lunar.leap else ""
    raise OutOfCalendar(
        f"Năm âm lịch {lunar.year} không có ngày {lunar.day} tháng {lunar.month}{leap}."
    )


@lru_cache(maxsize=512)
def _months_around(year: int) -> tuple[_Month, ...]:
    """The lunar months that any day of a solar year can belong to, in their order."""
    return (*_sui(year), *_sui(year + 1))


@lru_cache(maxsize=512)
def _sui(year: int) -> tuple[_Month, ...]:
    """The months from the 11th before a year to the one before its own 11th."""
    first, last = _eleventh_month(year - 1), _eleventh_month(year)
    count = last - first
    leap = _leap_place(first, count) if count == 13 else count
    months = []
    for place in range(count):
        number = 11 + place - (place >= leap)
        months.append(
            _Month(
                begins_on=_first_day(first + place),
                month=(number - 1) % 12 + 1,
                year=year if number > 12 else year - 1,
                leap=place == leap,
            )
        )
    return tuple(months)


def _leap_place(first: int, count: int) -> int:
    """Which month after the 11th holds no principal term."""
    terms = [_term_at(_first_day(first + place)) for place in range(count + 1)]
    return next(place for place in range(1, count) if terms[place] == terms[place + 1])


@lru_cache(maxsize=512)
def _eleventh_month(year: int) -> int:
    """The number of the new moon whose month holds the winter solstice of a year."""
    near = floor((_julian_day(date(year, 12, 31)) - 2451550.1) / _MEAN_MONTH)
    # The solstice is behind the day on which the sun has passed 270 degrees.
    while _term_at(_first_day(near)) >= 9:
        near -= 1
    return near


_TOO_NEAR_TO_MIDNIGHT = {-402: date(1967, 7, 8)}
"""New moon → its day in Vietnam, where the moment lies nearer to midnight than `new_moon` can
tell: that of July 1967 came 4 seconds after it, by the ephemeris DE421."""


def _first_day(number: int) -> date:
    """The day in Vietnam on which a moon is new."""
    if number in _TOO_NEAR_TO_MIDNIGHT:
        return _TOO_NEAR_TO_MIDNIGHT[number]
    moment = new_moon(number)
    julian = moment - delta_t(2000 + number / 12.3685) / 86400 + _HANOI_DAYS
    return date.fromordinal(floor(julian - _JULIAN_DAY_OF_ORDINAL_0))


def _term_at(day: date) -> int:
    """How many thirds of a right angle the sun has gone at the beginning of a day in Vietnam."""
    moment = _julian_day(day) - 0.5 - _HANOI_DAYS + delta_t(day.year) / 86400
    return floor(sun_longitude(moment) / 30)


def _julian_day(day: date) -> float:
    """The Julian day of noon, as if in Greenwich."""
    return day.toordinal() + _JULIAN_DAY_OF_ORDINAL_0 + 0.5


def delta_t(year: float) -> float:
    """Terrestrial time less universal time in seconds, in the mean of a decade."""
    place = min(max((year - 1900) / 10, 0), len(_DELTA_T) - 1.000001)
    before = floor(place)
    share = place - before
    return _DELTA_T[before] * (1 - share) + _DELTA_T[before + 1] * share


_DELTA_T = (
    *(-2.8, 10.4, 21.2, 24.0, 24.3, 29.1, 33.2, 40.2, 50.5, 56.9, 63.8),
    *(66.1, 69.4, 73.0, 80.0, 93.0, 112.0, 134.0, 156.0, 179.0, 203.0),
)
"""Seconds by ten years from 1900, observed and then as foretold (Espenak, Meeus)."""
