"""What one person is charged with, attended and was given, handed over to another."""

from datetime import date

import pytest

from ccb_desktop.data.members.merging import move_work
from ccb_desktop.domain.activities.activities import Activity, ActivityKind, Presence
from ccb_desktop.operations.activities import activities, attendance

DAY = date(2026, 3, 5)
KEPT, OTHER, THIRD = 5, 6, 7
PRESENT, EXCUSED, ABSENT = Presence.PRESENT, Presence.EXCUSED, Presence.ABSENT


@pytest.fixture
def meeting(filled):
    """A meeting of Chi hội 1 in the branch of `books.fill`; gives its id."""
    activity = Activity(
        held_on=DAY, kind=ActivityKind.UNIT_MEETING.value, name="Sinh hoạt tháng 3", unit_id=1
    )
    activities.save_activity(filled, activity)
    return activities.list_activities(filled, DAY, DAY)[0].activity.id


@pytest.mark.parametrize(
    ("kept", "other", "now", "members"),
    [
        (PRESENT, PRESENT, PRESENT, 2),
        (PRESENT, ABSENT, PRESENT, 2),
        (EXCUSED, PRESENT, PRESENT, 2),
        (EXCUSED, ABSENT, EXCUSED, 1),
    ],
)
def test_who_stood_twice_on_one_roll_is_counted_once(filled, meeting, kept, other, now, members):
    attendance.save_roll_call(filled, meeting, {KEPT: kept, OTHER: other, THIRD: PRESENT})
    with filled.writing("Gộp hồ sơ") as session:
        move_work(session, OTHER, KEPT)
    roll = attendance.load_roll_call(filled, meeting)
    marked = {one.person_id: one.presence for one in roll.called if one.presence}
    assert marked == {KEPT: now, THIRD: PRESENT}
    assert roll.line.activity.members_present == members


def test_who_stood_on_the_roll_once_changes_nothing_but_the_name(filled, meeting):
    attendance.save_roll_call(filled, meeting, {OTHER: PRESENT, THIRD: ABSENT})
    with filled.writing("Gộp hồ sơ") as session:
        move_work(session, OTHER, KEPT)
    roll = attendance.load_roll_call(filled, meeting)
    marked = {one.person_id: one.presence for one in roll.called if one.presence}
    assert (marked, roll.line.activity.members_present) == ({KEPT: PRESENT, THIRD: ABSENT}, 1)
