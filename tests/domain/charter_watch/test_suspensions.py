"""Rule 7: suspensions that run out, or run too long."""

from datetime import date, timedelta

import pytest

from ccb_desktop.domain.charter_watch.findings import Urgency
from ccb_desktop.domain.charter_watch.suspensions import SUSPENSION
from ccb_desktop.domain.members.memberships import Status
from tests.domain.charter_watch.books import CALENDAR, a_member, an_event, day, found, names


def suspended(*events):
    since = str(events[-1].happened_on)
    return a_member(1, *events, status=Status.SUSPENDED, since=since)


BEGUN = an_event("SUSPENDED", "2/3/2026")
USUAL_END = CALENDAR.working_day_after(date(2026, 3, 2), 90)
LONGEST_END = CALENDAR.working_day_after(date(2026, 3, 2), 180)


def test_the_end_is_told_three_weeks_before():
    [one] = found(SUSPENSION, suspended(BEGUN), on=USUAL_END - timedelta(days=21))
    assert (one.due_on, one.urgency) == (USUAL_END, Urgency.DUE)
    assert names(SUSPENSION, suspended(BEGUN), on=USUAL_END - timedelta(days=22)) == []


def test_past_90_working_days_it_is_overdue():
    [one] = found(SUSPENSION, suspended(BEGUN), on=USUAL_END + timedelta(days=1))
    assert (one.due_on, one.urgency) == (USUAL_END, Urgency.OVERDUE)
    assert "gia hạn không quá 180" in one.advice


def test_an_extension_runs_from_the_first_day_and_not_past_180():
    longer = an_event("SUSPENDED", str(day("15/7/2026")), 2)
    assert names(SUSPENSION, suspended(BEGUN, longer), on=USUAL_END) == []
    [one] = found(SUSPENSION, suspended(BEGUN, longer), on=LONGEST_END + timedelta(days=1))
    assert (one.since, one.due_on, one.urgency) == (
        day("2/3/2026"),
        LONGEST_END,
        Urgency.OVERDUE,
    )


def test_a_written_end_beyond_180_is_told_at_once():
    event = an_event("SUSPENDED", "2/3/2026", until_on=day("1/3/2027"))
    [one] = found(SUSPENSION, suspended(event), on=date(2026, 3, 3))
    assert one.urgency is Urgency.OVERDUE
    assert "quá 180 ngày làm việc" in one.evidence


def test_an_earlier_suspension_that_had_ended_does_not_count():
    earlier = an_event("SUSPENDED", "1/3/2025", until_on=day("1/6/2025"))
    now = an_event("SUSPENDED", "1/6/2026", 2)
    assert names(SUSPENSION, suspended(earlier, now)) == []


@pytest.mark.parametrize("status", [Status.ACTIVE, Status.EXPELLED])
def test_nobody_else_is_found(status):
    assert names(SUSPENSION, a_member(1, BEGUN, status=status), on=date(2027, 6, 1)) == []
