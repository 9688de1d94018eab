"""Rule 4: reports of the exempt, every three months."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccb_desktop.domain.charter_watch.exemptions import EXEMPTION, last_report, report_due
from ccb_desktop.domain.charter_watch.findings import Urgency
from ccb_desktop.domain.members.memberships import Status
from ccb_desktop.domain.partial_dates import PartialDate
from tests.domain.charter_watch.books import ON, a_member, an_event, day, found, names


def exempt(since="1/3/2026", number=1, **more):
    event = an_event("EXEMPTED", since, decision_no="03/QĐ-CCB", **more)
    return a_member(number, event, status=Status.EXEMPT, since=since)


def test_the_first_report_is_due_three_months_after_the_beginning():
    [one] = found(EXEMPTION, exempt(reason="Tuổi cao"))
    assert (one.due_on, one.urgency) == (date(2026, 6, 1), Urgency.OVERDUE)
    assert one.evidence == "Miễn sinh hoạt từ 01/03/2026 (Tuổi cao); chưa có báo cáo nào"
    assert one.paper == ""


def test_a_report_puts_it_off_by_three_months():
    reports = {101: (day("2/1/2026"), day("20/6/2026"))}
    assert names(EXEMPTION, exempt("1/1/2026"), reports=reports) == []
    [one] = found(EXEMPTION, exempt("1/1/2026"), reports=reports, on=date(2026, 9, 21))
    assert (one.due_on, one.urgency) == (date(2026, 9, 20), Urgency.OVERDUE)
    assert "báo cáo gần nhất 20/06/2026" in one.evidence


def test_what_falls_due_within_a_month_is_told_before():
    [one] = found(EXEMPTION, exempt("15/4/2026"))
    assert (one.due_on, one.urgency) == (date(2026, 7, 15), Urgency.DUE)
    assert names(EXEMPTION, exempt("15/5/2026")) == []


def test_a_report_of_an_earlier_exemption_or_of_the_future_does_not_count():
    reports = {101: (day("1/2/2026"), day("5/7/2026"))}
    [one] = found(EXEMPTION, exempt(), reports=reports)
    assert one.due_on == date(2026, 6, 1)


def test_an_exemption_without_a_written_decision_offers_one():
    event = an_event("EXEMPTED", "1/3/2026")
    [one] = found(EXEMPTION, a_member(1, event, status=Status.EXEMPT, since="1/3/2026"))
    assert one.paper == "exemption-decision"
    assert one.evidence.endswith("chưa ghi số quyết định")


@pytest.mark.parametrize("status", [Status.ACTIVE, Status.SUSPENDED, Status.DECEASED])
def test_nobody_else_reports(status):
    event = an_event("EXEMPTED", "1/3/2024")
    assert names(EXEMPTION, a_member(1, event, status=status)) == []


DAYS = st.dates(date(2023, 1, 1), ON)


@given(since=DAYS, reported=st.lists(DAYS.map(PartialDate.of), max_size=6))
def test_the_next_report_is_due_three_months_after_the_last_one(since, reported):
    due_on = report_due(since, reported, ON)
    last = last_report(since, reported)
    begun = last.first_day if last else since
    assert begun >= since
    assert timedelta(days=89) <= due_on - begun <= timedelta(days=92)
