"""The tab Sinh hoạt of a person's file: where he was, and the way to the book."""

from datetime import date

from PySide6.QtCore import Qt

from ccb_desktop.domain.activities.activities import Activity, ActivityKind, Presence
from ccb_desktop.operations.activities import activities, attendance
from ccb_desktop.operations.members.people import load_person_file
from ccb_desktop.ui.kit.broadcast import Place
from ccb_desktop.ui.members.attended_tab import AttendedTab
from tests.ui.hands import press
from tests.ui.members.officer import click_row, open_file

DAY = date(2026, 3, 1)


def test_meetings_are_told_and_led_to(page, store, desk):
    activity = Activity(held_on=DAY, kind=ActivityKind.UNIT_MEETING.value, name="Họp", unit_id=1)
    own = activities.record_activity(store, activity)[1].id
    attendance.save_roll_call(store, own, {1: Presence.EXCUSED})
    wanted = []
    desk.broadcast.wanted.connect(wanted.append)
    form = open_file(page, load_person_file(store, 1).person.full_name, "Sinh hoạt")
    tab = form.findChild(AttendedTab)
    (line,) = tab.meetings.seen_lines()
    assert (line.held_on, line.presence) == (DAY, Presence.EXCUSED)
    assert "chưa dự buổi nào" in tab.told.text()
    click_row(tab.meetings, 0)
    press(tab.meetings.view, Qt.Key.Key_Return)
    assert wanted == [Place("activities", own, {"tab": "book"})]
