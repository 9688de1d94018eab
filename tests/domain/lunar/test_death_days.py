"""Days of the dead come back once in every lunar year, wherever months lack a day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccb_desktop.domain.lunar.calendar import to_lunar
from ccb_desktop.domain.lunar.death_days import (
    LunarDay,
    death_day_by_moon,
    lunar_day_text,
    lunar_returns,
    lunar_texts,
    read_lunar_day,
    solar_returns,
)
from ccb_desktop.domain.partial_dates import PartialDate

LUNAR_DAYS = st.builds(LunarDay, st.integers(1, 30), st.integers(1, 12))
DAYS = st.dates(date(1905, 1, 1), date(2095, 12, 31))


@given(LUNAR_DAYS, DAYS)
def test_it_comes_back_once_in_each_lunar_year_in_the_ordinary_month(day, first):
    found = lunar_returns(day, first, first + timedelta(days=3 * 366))
    moons = [to_lunar(one) for one in found]
    years = [moon.year for moon in moons]
    assert years == list(range(years[0], years[0] + len(years)))
    assert len(years) >= 2
    for one, moon in zip(found, moons, strict=True):
        assert (moon.month, moon.leap) == (day.month, False)
        is_last = to_lunar(one + timedelta(days=1)).day == 1
        assert moon.day == day.day or (day.day == 30 and moon.day == 29 and is_last)


@given(DAYS, DAYS)
def test_the_texts_of_some_days_are_those_that_come_back_in_them(died_on, first):
    last = first + timedelta(days=7)
    text = lunar_day_text(died_on)
    comes = bool(lunar_returns(read_lunar_day(text), first, last))
    assert (text in lunar_texts(first, last)) == comes


def test_who_died_in_a_leap_month_is_remembered_in_the_ordinary_one():
    assert lunar_day_text(date(2025, 8, 1)) == "8/6 nhuận"
    day = death_day_by_moon(PartialDate(2025, 8, 1))
    assert [to_lunar(one) for one in lunar_returns(day, date(2026, 1, 1), date(2026, 12, 31))] == [
        to_lunar(date(2026, 7, 21))
    ]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("15/7", (15, 7)),
        (" 05-07 ", (5, 7)),
        ("30/4 nhuận", (30, 4)),
        ("31/4", None),
        ("15/13", None),
        ("rằm", None),
        ("", None),
    ],
)
def test_lunar_days_are_read(text, day):
    assert read_lunar_day(text) == day


def test_what_the_family_told_goes_before_what_is_worked_out():
    assert death_day_by_moon(PartialDate(2026, 11, 29)) == (21, 10)
    assert death_day_by_moon(PartialDate(2026, 11, 29), "20/10") == (20, 10)
    assert death_day_by_moon(PartialDate(2026, 11)) is None
    assert death_day_by_moon(None) is None


def test_the_29th_of_february_is_kept_on_the_28th():
    assert solar_returns(29, 2, date(2027, 1, 1), date(2028, 12, 31)) == [
        date(2027, 2, 28),
        date(2028, 2, 29),
    ]


def test_outside_the_calendar_nothing_is_told():
    assert lunar_day_text(date(1899, 5, 1)) == ""
    assert lunar_returns(LunarDay(1, 1), date(2102, 1, 1), date(2103, 1, 1)) == []
