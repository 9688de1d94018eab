"""What of the visits that are due waits on the first page."""

from datetime import date

from ccb_desktop.domain.partial_dates import PartialDate
from ccb_desktop.domain.visits.commemorative import coming_days, starting_days
from ccb_desktop.domain.visits.due_waiting import (
    anniversaries_waiting,
    days_waiting,
    sick_waiting,
)

TODAY = date(2026, 11, 29)


def test_nothing_waits_where_nobody_is_counted():
    assert sick_waiting(0) == anniversaries_waiting([], TODAY) == ()


def test_the_dead_of_the_week_are_counted_by_the_moon():
    deaths = [
        (PartialDate(2020, 12, 10), ""),
        (PartialDate(2001), "28/10"),
        (None, "29/10"),
        (PartialDate(2001), ""),
    ]
    (found,) = anniversaries_waiting(deaths, TODAY)
    assert found.count == 2
    assert found.filters["kind"] == "LUNAR_DEATH"


def test_only_days_that_are_near_are_told():
    told = days_waiting(coming_days(starting_days(), TODAY), TODAY)
    assert [one.sentence for one in told] == ["Ngày thành lập Hội 6/12: còn 7 ngày"]
    on_it = days_waiting(coming_days(starting_days(), date(2026, 12, 6)), date(2026, 12, 6))
    assert on_it[0].sentence.endswith("hôm nay")
