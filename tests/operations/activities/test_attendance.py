"""Attendance lists on a real store: called, kept, corrected, and what follows from them."""

from datetime import date

import pytest

from ccb_desktop.domain.activities.activities import Activity, ActivityKind, Presence
from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.members.memberships import Status
from ccb_desktop.operations import charter_watch
from ccb_desktop.operations.activities import activities, attendance
from ccb_desktop.operations.undo import undo
from tests.books import contents

DAY = date(2026, 3, 5)
PRESENT, EXCUSED, ABSENT = Presence.PRESENT, Presence.EXCUSED, Presence.ABSENT


@pytest.fixture
def meeting(filled):
    """A meeting of Chi hội 1 in the branch of `books.fill`; gives its id."""
    activity = Activity(
        held_on=DAY, kind=ActivityKind.UNIT_MEETING.value, name="Sinh hoạt tháng 3", unit_id=1
    )
    activities.save_activity(filled, activity)
    return activities.list_activities(filled, DAY, DAY)[0].activity.id


def keep(store, meeting, **presences):
    marks = {int(name.removeprefix("p")): presence for name, presence in presences.items()}
    return attendance.save_roll_call(store, meeting, marks)


def test_the_roll_names_the_members_of_the_unit_on_that_day(filled, meeting):
    roll = attendance.load_roll_call(filled, meeting)
    assert [one.person_id for one in roll.called] == [10, 11, 12, 2, 5, 6, 7, 8, 9]
    assert [one.person_id for one in roll.called if one.status is Status.EXEMPT] == [2]
    assert not roll.is_kept


def test_the_number_present_follows_from_the_list_and_comes_back_with_undo(filled, meeting):
    before = contents(filled)
    change = keep(filled, meeting, p2=EXCUSED, p5=PRESENT, p6=PRESENT, p7=ABSENT)
    assert change.kinds == {"activities", "attendances"}
    line = activities.load_line(filled, meeting)
    assert (line.activity.members_present, line.listed, line.present) == (2, 4, 2)
    roll = attendance.load_roll_call(filled, meeting)
    assert (roll.quorum.summoned, roll.quorum.present) == (3, 2)
    undo(filled, change.action_id)
    for table in ("activities", "attendances"):
        assert contents(filled)[table] == before[table]


def test_a_list_is_corrected_line_by_line(filled, meeting):
    keep(filled, meeting, p5=PRESENT, p6=PRESENT, p7=ABSENT)
    keep(filled, meeting, p5=EXCUSED, p7=ABSENT, p8=PRESENT)
    roll = attendance.load_roll_call(filled, meeting)
    marked = {one.person_id: one.presence for one in roll.called if one.presence}
    assert marked == {5: EXCUSED, 7: ABSENT, 8: PRESENT}


def test_somebody_of_another_unit_stays_on_the_list(filled, meeting):
    keep(filled, meeting, p1=PRESENT, p5=PRESENT)
    roll = attendance.load_roll_call(filled, meeting)
    guest = next(one for one in roll.called if one.person_id == 1)
    assert (guest.status, guest.presence) == (None, PRESENT)


def test_a_list_of_nobody_is_not_kept_and_one_can_be_dropped(filled, meeting):
    with pytest.raises(Invalid):
        attendance.save_roll_call(filled, meeting, {})
    keep(filled, meeting, p5=PRESENT)
    attendance.drop_roll_call(filled, meeting)
    assert not attendance.load_roll_call(filled, meeting).is_kept
    assert activities.load_activity(filled, meeting).members_present == 1


def test_taking_out_a_meeting_takes_its_list_along(filled, meeting):
    keep(filled, meeting, p5=PRESENT)
    activities.remove_activities(filled, [meeting])
    assert contents(filled)["attendances"] == []


def test_a_person_sees_where_he_was(filled, meeting):
    keep(filled, meeting, p5=PRESENT, p6=ABSENT)
    (line,) = attendance.list_attended(filled, 6)
    assert (line.held_on, line.unit_name, line.presence) == (DAY, "Chi hội 1", ABSENT)
    assert attendance.list_attended(filled, 7) == []


def test_the_charter_watch_reads_meetings_and_lists(filled, meeting):
    on = date(2026, 6, 6)
    keep(filled, meeting, p5=PRESENT)
    found = charter_watch.watch(filled, on).of("meeting").findings
    assert {one.name: one.due_on for one in found} == {
        "Chi hội 1": date(2026, 6, 5),
        "Chi hội 2": None,
        "Ban Chấp hành Hội": None,
    }
    assert charter_watch.watch(filled, on).of("striking-off").lacks
    before = charter_watch.watch(filled, date(2026, 3, 4))
    assert list(before.of("meeting").findings) == []
