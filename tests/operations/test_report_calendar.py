"""The calendar of reports on a real store, and what the first page says of it."""

from dataclasses import replace
from datetime import date, timedelta

from ccb_desktop.domain.periods import Period
from ccb_desktop.domain.reports.calendar import START
from ccb_desktop.domain.reports.duties import ReportDuty
from ccb_desktop.domain.reports.kinds import ReportKind
from ccb_desktop.operations import register, report_calendar, undo
from ccb_desktop.operations.frozen_reports import FreezeOrder, freeze_report
from tests.operations.test_register import ARRIVED, TODAY

JUNE = date(2026, 6, 1)


def due(store, today=JUNE):
    return [(one.period.code, one.frozen) for one in report_calendar.load_due(store, today)]


def waiting(store, today):
    with store.reading() as session:
        return report_calendar.papers_waiting_in(session, today)


def test_a_branch_without_a_calendar_keeps_to_what_is_usual(store):
    assert tuple(report_calendar.load_duties(store)) == START
    assert due(store) == [("2026-H1", False)]


def test_a_calendar_of_its_own_takes_the_place_of_what_is_usual(store):
    monthly = ReportDuty(
        report_kind=ReportKind.MONTH, day=3, month_offset=1, recipient=" Tỉnh  hội"
    )
    change = report_calendar.save_duties(store, [monthly])

    kept = [one for one in report_calendar.load_duties(store) if not one.retired]
    assert [replace(one, id=None) for one in kept] == [replace(monthly, recipient="Tỉnh hội")]
    assert due(store) == [("2026-04", False), ("2026-05", False)]

    undo.undo(store, change.action_id)
    assert due(store) == [("2026-H1", False)]


def test_a_report_that_is_frozen_is_said_to_be(filled):
    order = FreezeOrder(kind=ReportKind.HALF_YEAR, period=Period.of_half_year(2026, 1))
    freeze_report(filled, order)

    assert due(filled) == [("2026-H1", True)]
    assert due(filled, date(2026, 6, 6)) == []
    assert "đã chốt, chưa gửi" in waiting(filled, JUNE)[0].sentence


def test_documents_to_be_answered_wait_on_the_first_page(store):
    register.enter_arrival(store, ARRIVED)
    late = replace(ARRIVED, arrived_on=TODAY - timedelta(9), due_on=TODAY - timedelta(2))
    register.enter_arrival(store, late)

    (line,) = (one for one in waiting(store, TODAY) if one.count)
    assert (line.count, line.filters) == (2, {"tab": "register", "show": "waiting"})
    assert line.sentence == "văn bản đến phải trả lời, 1 văn bản đã quá hạn"
