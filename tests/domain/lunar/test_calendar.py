"""The lunar calendar on every day from 1900 to 2100, against another computation of the sky."""

import math
from bisect import bisect_left, bisect_right
from datetime import date, timedelta

import ephem
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccb_desktop.domain.lunar.calendar import LunarDate, OutOfCalendar, to_lunar, to_solar

FIRST, LAST = date(1900, 1, 1), date(2100, 12, 31)
HANOI = 7 / 24
EPOCH = date(1899, 12, 31).toordinal()  # of ephem, at noon


def day_in_vietnam(moment):
    return EPOCH + math.floor(float(moment) + 0.5 + HANOI)


def new_moons():
    moment, found = ephem.Date("1898/11/1"), []
    while moment < ephem.Date("2102/3/1"):
        moment = ephem.next_new_moon(moment)
        found.append(day_in_vietnam(moment))
        moment = ephem.Date(moment + 25)
    return found


def longitude(moment):
    """The sun's apparent longitude in degrees."""
    sun = ephem.Sun(ephem.Date(moment))
    return math.degrees(ephem.Ecliptic(ephem.Equatorial(sun.g_ra, sun.g_dec, epoch=moment)).lon)


def principal_terms():
    """Day and longitude of every twelfth of the sun's way."""
    found, moment = [], float(ephem.Date("1898/11/7"))
    wanted = 240
    while moment < float(ephem.Date("2102/3/1")):
        for _ in range(5):
            moment -= ((longitude(moment) - wanted + 180) % 360 - 180) / 360 * 365.2422
        found.append((day_in_vietnam(moment), wanted))
        wanted = (wanted + 30) % 360
        moment += 30.4
    return found


@pytest.fixture(scope="module")
def other_calendar():
    """First day of each month → month, year, leap; worked out from the sky of `ephem`."""
    moons, terms = new_moons(), principal_terms()
    days = [day for day, _ in terms]
    solstices = [day for day, at in terms if at == 270]
    eleventh = [bisect_right(moons, day) - 1 for day in solstices]
    months = {}
    for first, last, solstice in zip(eleventh, eleventh[1:], solstices, strict=False):
        year, number, leap = date.fromordinal(solstice).year, 10, None
        if last - first == 13:
            without = (
                place
                for place in range(first + 1, last)
                if days[bisect_left(days, moons[place])] >= moons[place + 1]
            )
            leap = next(without)
        for place in range(first, last):
            number += place != leap
            months[moons[place]] = ((number - 1) % 12 + 1, year + (number > 12), place == leap)
    return months


def test_every_day_of_two_hundred_years(other_calendar):
    begins = sorted(other_calendar)
    unlike = []
    day = FIRST
    while day <= LAST:
        begun = begins[bisect_right(begins, day.toordinal()) - 1]
        expected = LunarDate(day.toordinal() - begun + 1, *other_calendar[begun])
        lunar = to_lunar(day)
        if lunar != expected or to_solar(lunar) != day:
            unlike.append((day, lunar, expected))
        day += timedelta(days=1)
    assert unlike == []


@pytest.mark.parametrize(
    "day",
    [
        date(1968, 1, 29),
        date(1985, 1, 21),
        date(2007, 2, 17),
        date(2026, 2, 17),
        date(2027, 2, 6),
        date(2030, 2, 2),
    ],
)
def test_new_year_is_where_vietnam_kept_it(day):
    assert to_lunar(day) == LunarDate(1, 1, day.year)
    assert to_solar(LunarDate(1, 1, day.year)) == day


@given(st.dates(FIRST, LAST - timedelta(days=1)))
def test_a_day_follows_another(day):
    today, tomorrow = to_lunar(day), to_lunar(day + timedelta(days=1))
    if tomorrow.day != 1:
        assert tomorrow == LunarDate(today.day + 1, today.month, today.year, today.leap)
    else:
        assert today.day in (29, 30)


@pytest.mark.parametrize("day", [date(1899, 12, 31), date(2101, 1, 1)])
def test_other_centuries_are_not_told(day):
    with pytest.raises(OutOfCalendar):
        to_lunar(day)


@pytest.mark.parametrize(
    "lunar", [LunarDate(31, 1, 2026), LunarDate(0, 1, 2026), LunarDate(1, 6, 2026, leap=True)]
)
def test_a_lunar_date_that_does_not_exist_is_told(lunar):
    with pytest.raises(OutOfCalendar, match="không có ngày"):
        to_solar(lunar)
