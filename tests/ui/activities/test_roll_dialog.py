"""The roll called by the keyboard: one key each, many at once, the number follows."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ccb_desktop.domain.activities.activities import Activity, ActivityKind, Presence
from ccb_desktop.operations.activities import activities, attendance
from ccb_desktop.ui.kit.broadcast import Place
from tests.ui.hands import press, settle
from tests.ui.members.officer import CTRL, click_row, dialog, save

DAY = date(2026, 3, 5)


@pytest.fixture
def meeting(store):
    """A meeting of Chi hội 1: nine members, one of them exempt."""
    activity = Activity(
        held_on=DAY, kind=ActivityKind.UNIT_MEETING.value, name="Sinh hoạt tháng 3", unit_id=1
    )
    return activities.record_activity(store, activity)[1].id


@pytest.fixture
def roll(meeting, tab, page):
    """The dialog on it, opened by Ctrl+D."""
    page.show_place(Place("activities", meeting, {"tab": "book"}))
    tab.table.view.setFocus()
    QTest.keyClick(tab.table.view, Qt.Key.Key_D, CTRL)
    return dialog("Điểm danh")


def marks(store, meeting):
    called = attendance.load_roll_call(store, meeting).called
    return [one.presence for one in called]


def test_everybody_is_there_until_a_key_says_otherwise(roll, store, meeting):
    view = roll.roll.table.view
    view.setFocus()
    press(view, Qt.Key.Key_3)
    press(view, Qt.Key.Key_2)
    assert "Triệu tập 7, đã trừ 2; có mặt 6: đủ quá nửa (4)" in roll._intro.text()
    save(roll)
    excused, absent, there = Presence.EXCUSED, Presence.ABSENT, Presence.PRESENT
    assert marks(store, meeting) == [absent, excused, there, excused, *[there] * 5]
    assert activities.load_activity(store, meeting).members_present == 6


def test_the_last_row_stays_chosen_after_its_mark(roll):
    view = roll.roll.table.view
    click_row(roll.roll.table, 8)
    press(view, Qt.Key.Key_3)
    press(view, Qt.Key.Key_1)
    assert view.chosen_rows() == [8]
    assert list(roll.roll.value().values()).count(Presence.ABSENT) == 0


def test_many_are_marked_at_once(roll, store, meeting):
    view = roll.roll.table.view
    view.setFocus()
    view.selectAll()
    press(view, Qt.Key.Key_3)
    assert ": chưa đủ quá nửa" in roll._intro.text()
    click_row(roll.roll.table, 1)
    press(view, Qt.Key.Key_1)
    save(roll)
    there = [presence is Presence.PRESENT for presence in marks(store, meeting)]
    assert there == [False, True, *[False] * 7]


def test_marks_come_back_after_a_crash(roll, page, desk, store, meeting):
    roll.roll.table.view.setFocus()
    press(roll.roll.table.view, Qt.Key.Key_3)
    roll._keep_draft()
    (draft,) = desk.drafts.left_over()
    roll.form.settle()
    roll.close()
    settle()
    page.show_place(Place("activities", filters={"draft": draft}))
    again = dialog("Điểm danh")
    assert next(iter(again.roll.value().values())) is Presence.ABSENT
    save(again)
    assert marks(store, meeting)[0] is Presence.ABSENT
