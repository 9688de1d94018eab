"""Commemorative days: the usual ones, when each comes next, what cannot be kept."""

from dataclasses import replace
from datetime import date

import pytest

from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.visits.care import CommemorativeDay
from ccb_desktop.domain.visits.commemorative import (
    check_commemorative_day,
    coming_days,
    next_on,
    starting_days,
)

OWN = CommemorativeDay(id=1, name="Ngày truyền thống", day=15, month=5)


def test_the_usual_days_come_in_their_order():
    found = coming_days(starting_days(), date(2026, 11, 29))
    assert [one.on for one in found] == [
        date(2026, 12, 6),
        date(2026, 12, 22),
        date(2027, 2, 6),
        date(2027, 4, 30),
        date(2027, 7, 27),
        date(2027, 9, 2),
    ]
    assert found[0].days_left(date(2026, 11, 29)) == 7


def test_today_counts_and_past_the_calendar_there_is_none():
    assert next_on(OWN, date(2026, 5, 15)) == date(2026, 5, 15)
    assert next_on(replace(OWN, lunar=True), date(2101, 1, 1)) is None


@pytest.mark.parametrize(
    ("day", "field"),
    [
        (replace(OWN, name=" "), "name"),
        (CommemorativeDay(name="ngày TRUYỀN thống", day=1, month=1), "name"),
        (replace(OWN, month=13), "month"),
        (replace(OWN, day=31, month=4), "day"),
        (replace(OWN, day=31, month=1, lunar=True), "day"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(day, field):
    with pytest.raises(Invalid) as refused:
        check_commemorative_day(day, [OWN])
    assert set(refused.value.fields) == {field}


def test_a_day_may_be_corrected_under_its_own_name():
    check_commemorative_day(replace(OWN, day=16), [OWN])
    check_commemorative_day(replace(OWN, day=30, month=2, lunar=True), [OWN])
