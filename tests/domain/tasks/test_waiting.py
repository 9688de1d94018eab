"""What of the plan waits on the first page."""

from datetime import date, timedelta

from ccb_desktop.domain.tasks.waiting import OVERDUE, SOON, tasks_waiting

TODAY = date(2026, 11, 29)


def test_overdue_and_due_soon_are_told_apart_and_lead_to_the_page():
    days = [TODAY - timedelta(1), TODAY, TODAY + timedelta(14), TODAY + timedelta(15)]
    late, soon = tasks_waiting(days, TODAY, 14)
    assert (late.count, late.filters["show"]) == (1, OVERDUE)
    assert (soon.count, soon.filters["show"], soon.page) == (2, SOON, "tasks")
    assert soon.sentence == "việc đã giao đến hạn trong 14 ngày tới"


def test_nothing_is_told_where_nothing_waits():
    assert tasks_waiting([TODAY + timedelta(60)], TODAY, 14) == ()
