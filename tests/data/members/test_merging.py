"""What one person is charged with, attended and was given, handed over to another."""

from datetime import date

import pytest

from ccb_desktop.data.emulation import nominations
from ccb_desktop.data.members.merging import move_work
from ccb_desktop.data.tasks import commitments
from ccb_desktop.domain.activities.activities import Activity, ActivityKind, Presence
from ccb_desktop.domain.emulation.awards import Nomination, NominationStage
from ccb_desktop.domain.tasks.commitments import Commitment, Kept
from ccb_desktop.operations.activities import activities, attendance

DAY = date(2026, 3, 5)
KEPT, OTHER, THIRD = 5, 6, 7
PROPOSED, SENT, AWARDED, REFUSED = (
    NominationStage.PROPOSED,
    NominationStage.SENT,
    NominationStage.AWARDED,
    NominationStage.REFUSED,
)
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


def test_who_signed_twice_for_a_year_has_signed_once_for_both(filled):
    more = {"signed_on": date(2026, 2, 1), "kept": Kept.KEPT}
    wishes = (
        Commitment(person_id=KEPT, year=2026, content="Giúp hộ nghèo", signed_on=DAY),
        Commitment(person_id=OTHER, year=2026, content="Dọn phố; Giúp hộ nghèo", **more),
        Commitment(person_id=OTHER, year=2025, content="Giúp hộ nghèo"),
    )
    with filled.writing("Gộp hồ sơ") as session:
        for wish in wishes:
            commitments.save_commitment(session, wish)
        move_work(session, OTHER, KEPT)
    with filled.reading() as session:
        lines = commitments.list_lines_of(session, [KEPT, OTHER], DAY)
    (latest, before) = (line.commitment for line in lines)
    assert (latest.person_id, before.person_id, before.year) == (KEPT, KEPT, 2025)
    assert latest.content == "Giúp hộ nghèo; Dọn phố"
    assert (latest.signed_on, latest.kept) == (date(2026, 2, 1), Kept.KEPT)


@pytest.mark.parametrize(
    ("kept", "other", "left"),
    [
        (PROPOSED, SENT, {PROPOSED}),
        (PROPOSED, AWARDED, {AWARDED}),
        (AWARDED, SENT, {AWARDED}),
        (REFUSED, SENT, {REFUSED, SENT}),
        (SENT, REFUSED, {REFUSED, SENT}),
    ],
)
def test_who_was_put_forward_twice_is_asked_for_once(filled, kept, other, left):
    wishes = ((KEPT, kept, "Giấy khen"), (OTHER, other, "GIẤY KHEN"), (OTHER, SENT, "Bằng khen"))
    with filled.writing("Đề nghị khen") as session:
        for person_id, stage, form in wishes:
            wish = Nomination(year=2026, person_id=person_id, form=form, giver="Quận", stage=stage)
            nominations.save_nomination(session, wish)
    with filled.writing("Gộp hồ sơ") as session:
        move_work(session, OTHER, KEPT)
    with filled.reading() as session:
        found = nominations.list_nominations(session, 2026)
    assert {one.person_id for one in found} == {KEPT}
    assert sorted(one.stage for one in found) == sorted([*left, SENT])
