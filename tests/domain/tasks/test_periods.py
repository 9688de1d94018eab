"""Periods cover their year exactly, and are read as officers write them."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccb_desktop.domain.tasks.periods import (
    WHOLE_YEAR,
    Recurrence,
    TaskPeriod,
    period_of_code,
    periods_of,
    read_period,
)

YEARS = st.integers(1990, 2100)
KINDS = st.sampled_from(Recurrence)


@given(kind=KINDS, year=YEARS)
def test_the_periods_of_a_kind_cover_the_year_without_gap(kind, year):
    periods = periods_of(kind)
    assert periods[0].first_on(year) == date(year, 1, 1)
    assert periods[-1].last_on(year) == date(year, 12, 31)
    for one, following in pairwise(periods):
        assert following.first_on(year) == one.last_on(year) + timedelta(days=1)


@given(kind=KINDS, place=st.integers(0, 11))
def test_what_a_period_is_called_is_read_back(kind, place):
    periods = periods_of(kind)
    period = periods[place % len(periods)]
    assert read_period(period.label) == period
    assert read_period(period.label.upper()) == period
    assert period_of_code(period.code) == period


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("", WHOLE_YEAR),
        ("Cả năm", WHOLE_YEAR),
        ("Quý I", TaskPeriod(Recurrence.QUARTER, 1)),
        ("quý iv", TaskPeriod(Recurrence.QUARTER, 4)),
        ("Năm 2026", WHOLE_YEAR),
        ("Cả năm 2026", WHOLE_YEAR),
        ("Quý II/2026", TaskPeriod(Recurrence.QUARTER, 2)),
        ("Tháng 3 năm 2026", TaskPeriod(Recurrence.MONTH, 3)),
        ("6 tháng đầu năm 2026", TaskPeriod(Recurrence.HALF, 1)),
        ("Q.2", TaskPeriod(Recurrence.QUARTER, 2)),
        ("T3", TaskPeriod(Recurrence.MONTH, 3)),
        ("tháng 03", TaskPeriod(Recurrence.MONTH, 3)),
        ("6 tháng đầu năm", TaskPeriod(Recurrence.HALF, 1)),
        ("Sáu tháng cuối", TaskPeriod(Recurrence.HALF, 2)),
        ("tháng 13", None),
        ("quý 5", None),
        ("hằng tuần", None),
    ],
)
def test_periods_are_read_as_officers_write_them(text, period):
    assert read_period(text) == period
