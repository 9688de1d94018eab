"""Public holidays and working days, by example and by property."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.holidays import (
    Holiday,
    WorkCalendar,
    announced_holidays,
    check_holiday,
    fixed_holidays,
    run_of,
)

CALENDAR = WorkCalendar.of(announced_holidays())
DAYS = st.dates(date(2020, 1, 1), date(2035, 12, 31))
CALENDARS = st.frozensets(DAYS, max_size=40).map(WorkCalendar)


def off(year):
    return {holiday.day_on for holiday in fixed_holidays(year)}


def test_the_fixed_holidays_of_a_year():
    assert off(2026) == {date(2026, 1, 1), date(2026, 4, 30), date(2026, 5, 1), date(2026, 9, 2)}


def test_a_holiday_at_a_weekend_is_made_up_for():
    assert date(2023, 1, 2) in off(2023)  # 1/1 was a Sunday
    assert {date(2022, 5, 2), date(2022, 5, 3)} <= off(2022)  # 30/4 Saturday, 1/5 Sunday


@pytest.mark.parametrize(
    ("new_year", "kings"),
    [
        (date(2025, 1, 29), date(2025, 4, 7)),
        (date(2026, 2, 17), date(2026, 4, 26)),
        (date(2027, 2, 6), date(2027, 4, 16)),
    ],
    ids=str,
)
def test_days_off_lie_where_the_lunar_calendar_of_vietnam_has_them(new_year, kings):
    around = [new_year + timedelta(days=count) for count in range(-1, 3)]
    assert not any(CALENDAR.is_working_day(day) for day in around)
    before, after = new_year - timedelta(days=12), new_year + timedelta(days=12)
    off_for_tet = {day for day in CALENDAR.days_off if before < day < after}
    assert len(off_for_tet) == 5
    instead = next(day for day in (kings, kings + timedelta(days=1)) if day.weekday() < 5)
    assert instead in CALENDAR.days_off


@given(st.integers(2000, 2100))
def test_every_year_has_four_days_off_beside_the_weekends(year):
    assert sum(day.weekday() < 5 for day in off(year)) == 4


def test_new_year_days_that_the_program_brings_along():
    for year in (2025, 2026, 2027):
        assert CALENDAR.knows_new_year_of(year)
        new_year = [d for d in CALENDAR.days_off if d.year == year and d.month < 3]
        assert len(new_year) == 5
    assert not CALENDAR.is_working_day(date(2026, 2, 17))
    assert CALENDAR.is_working_day(date(2026, 2, 23))
    assert CALENDAR.unknown_new_years(date(2027, 11, 1)) == [2028]


def test_a_term_over_new_year_is_longer():
    assert WorkCalendar().working_day_after(date(2026, 2, 6), 30) == date(2026, 3, 20)
    assert CALENDAR.working_day_after(date(2026, 2, 6), 30) == date(2026, 3, 27)


@given(CALENDARS, DAYS, st.integers(1, 200))
def test_there_are_just_so_many_working_days_between(calendar, day, count):
    last = calendar.working_day_after(day, count)
    between = [day + timedelta(days=step) for step in range(1, (last - day).days + 1)]
    assert sum(map(calendar.is_working_day, between)) == count
    assert calendar.is_working_day(last)


@given(CALENDARS, DAYS, st.integers(0, 100), st.integers(0, 100))
def test_terms_add_up(calendar, day, first, second):
    middle = calendar.working_day_after(day, first)
    assert calendar.working_day_after(middle, second) == calendar.working_day_after(
        day, first + second
    )


@given(CALENDARS, DAYS, st.integers(1, 100), DAYS)
def test_one_more_day_off_never_shortens_a_term(calendar, day, count, holiday):
    more = WorkCalendar(calendar.days_off | {holiday})
    assert more.working_day_after(day, count) >= calendar.working_day_after(day, count)


@given(DAYS)
def test_weekends_are_never_working_days(day):
    assert not (CALENDAR.is_working_day(day) and day.weekday() >= 5)


@pytest.mark.parametrize(
    ("holiday", "field"),
    [
        (Holiday(day_on=date(2028, 1, 26), name=" "), "name"),
        (Holiday(day_on=date(2028, 9, 2), name="Lễ"), "day_on"),
        (Holiday(day_on=date(2026, 2, 17), name="Tết"), "day_on"),
    ],
)
def test_a_holiday_has_a_name_and_a_day_of_its_own(holiday, field):
    with pytest.raises(Invalid) as found:
        check_holiday(holiday, announced_holidays())
    assert list(found.value.fields) == [field]


def test_a_holiday_may_be_corrected_on_its_own_day():
    kept = Holiday(id=5, day_on=date(2028, 1, 26), name="Tết")
    check_holiday(kept, [kept])


def test_a_run_leaves_weekends_out():
    assert run_of(date(2028, 1, 28), date(2028, 1, 31)) == [date(2028, 1, 28), date(2028, 1, 31)]


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (date(2028, 1, 31), date(2028, 1, 28)),
        (date(2028, 1, 29), date(2028, 1, 30)),
        (date(2028, 1, 1), date(2029, 1, 1)),
    ],
    ids=["backwards", "weekend", "a year"],
)
def test_a_run_that_cannot_be(first, last):
    with pytest.raises(Invalid):
        run_of(first, last)
