"""The window of the calendar of reports."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.reports.kinds import ReportKind
from ccb_desktop.operations import report_calendar
from ccb_desktop.ui.reports.desk.calendar_dialog import CalendarDialog
from tests.ui.hands import press, show, type_text


def test_an_officer_changes_what_is_owed(qt_app, store):
    ground = show(QWidget())
    dialog = CalendarDialog(ground, store)
    show(dialog)
    day = dialog.form.field("half-year.day")
    assert (day.value(), dialog.form.field("month.day").isVisible()) == (5, False)
    day.line.selectAll()
    type_text(day.line, "15")
    press(dialog, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)

    kept = {one.report_kind: one for one in report_calendar.load_duties(store) if not one.retired}
    assert kept[ReportKind.HALF_YEAR].day == 15
    assert set(kept) == {ReportKind.QUARTER, ReportKind.HALF_YEAR, ReportKind.YEAR}
