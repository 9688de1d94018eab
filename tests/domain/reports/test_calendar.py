"""The calendar of reports: days, what covers what, what is late, what is done."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.periods import Period
from ccb_desktop.domain.reports.calendar import (
    START,
    check_duty,
    due_day,
    due_reports,
    reports_waiting,
)
from ccb_desktop.domain.reports.duties import ReportDuty
from ccb_desktop.domain.reports.kinds import ReportKind

MONTHLY = ReportDuty(report_kind=ReportKind.MONTH, day=31)


def codes(today, duties=START, frozen=(), sent=()):
    return [one.period.code for one in due_reports(duties, frozen, sent, today)]


@pytest.mark.parametrize(
    ("today", "due"),
    [
        (date(2026, 2, 27), []),
        (date(2026, 2, 28), ["2026-Q1"]),
        (date(2026, 5, 16), ["2026-H1"]),
        (date(2026, 6, 20), ["2026-H1"]),
        (date(2026, 9, 1), ["2026-Q3"]),
        (date(2026, 11, 30), ["2026"]),
        (date(2027, 1, 24), ["2026"]),
        (date(2027, 1, 25), []),
    ],
)
def test_the_usual_calendar_asks_for_one_report_at_a_time(today, due):
    assert codes(today) == due


def test_a_report_is_done_when_it_is_sent_and_not_late_when_it_is_frozen():
    half = [("half-year", "2026-H1")]

    assert codes(date(2026, 6, 1), sent=half) == []
    assert codes(date(2026, 6, 1), frozen=half) == ["2026-H1"]
    assert codes(date(2026, 6, 6), frozen=half) == []
    assert codes(date(2026, 6, 6)) == ["2026-H1"]


def test_a_retired_duty_asks_for_nothing_and_covers_nothing():
    retired = ReportDuty(report_kind=ReportKind.YEAR, day=10, retired=True)

    assert codes(date(2026, 11, 30), (*START[:2], retired)) == ["2026-H2"]


@given(st.dates(date(2020, 1, 1), date(2035, 12, 31)), st.integers(1, 31), st.integers(0, 3))
def test_the_last_day_always_exists_and_lies_in_its_month(day, wanted, offset):
    duty = ReportDuty(report_kind=ReportKind.MONTH, day=wanted, month_offset=offset)
    period = Period.of_month(day.year, day.month)

    last = due_day(duty, period)

    assert (12 * last.year + last.month) - (12 * day.year + day.month) == offset
    assert last.day <= wanted


def test_short_months_end_earlier():
    assert due_day(MONTHLY, Period.of_month(2026, 2)) == date(2026, 2, 28)


def test_what_is_due_is_said_with_its_day_and_leads_to_the_desk():
    today = date(2026, 6, 1)
    (line,) = reports_waiting(due_reports(START, (), (), today), today)

    assert line.sentence == "Báo cáo 6 tháng đầu năm 2026: phải nộp 05/06/2026, còn 4 ngày"
    assert line.filters == {"tab": "desk", "kind": "half-year", "period": "2026-H1"}

    today = date(2026, 6, 8)
    (line,) = reports_waiting(due_reports(START, (), (), today), today)
    assert line.sentence.endswith("hạn nộp 05/06/2026, đã quá 3 ngày")


def test_what_is_frozen_and_not_sent_leads_to_its_sending():
    today, frozen = date(2026, 6, 1), {("half-year", "2026-H1")}
    (line,) = reports_waiting(due_reports(START, frozen, (), today), today)
    of = {"kind": "half-year", "period": "2026-H1"}
    assert (line.page, line.filters) == ("exchange", {"tab": "sending", "act": "send", **of})


@pytest.mark.parametrize(
    ("changed", "field"), [({"day": 32}, "day"), ({"month_offset": 9}, "month_offset")]
)
def test_a_duty_that_cannot_be_met_is_refused(changed, field):
    with pytest.raises(Invalid) as refused:
        check_duty(ReportDuty(**{"report_kind": ReportKind.YEAR, "day": 5, **changed}))

    assert set(refused.value.fields) == {field}
