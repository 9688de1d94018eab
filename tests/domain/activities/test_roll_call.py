"""The roll of a meeting: who counts, and whether enough are there (rule 11)."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as some

from ccb_desktop.domain.activities.activities import Presence
from ccb_desktop.domain.activities.roll_call import (
    AttendedLine,
    Called,
    Quorum,
    attended_told,
    everybody_present,
    quorum,
)
from ccb_desktop.domain.members.memberships import Status

ACTIVE, EXEMPT, SUSPENDED = Status.ACTIVE, Status.EXEMPT, Status.SUSPENDED
PRESENT, EXCUSED, ABSENT = Presence.PRESENT, Presence.EXCUSED, Presence.ABSENT


def called(*lines):
    return [
        Called(person_id=place, full_name=f"Người {place}", status=status, presence=presence)
        for place, (status, presence) in enumerate(lines)
    ]


def test_the_exempt_suspended_and_excused_who_are_absent_are_left_out():
    found = quorum(
        called(
            (ACTIVE, PRESENT),
            (ACTIVE, ABSENT),
            (ACTIVE, EXCUSED),
            (EXEMPT, ABSENT),
            (EXEMPT, PRESENT),
            (SUSPENDED, ABSENT),
        )
    )
    assert (found.on_list, found.left_out, found.summoned, found.present) == (6, 3, 3, 2)


@pytest.mark.parametrize(
    ("summoned", "majority", "two_thirds"),
    [(1, 1, 1), (2, 2, 2), (3, 2, 2), (4, 3, 3), (9, 5, 6), (10, 6, 7), (12, 7, 8)],
)
def test_how_many_it_takes(summoned, majority, two_thirds):
    found = Quorum(summoned, 0, 0)
    assert (found.majority, found.two_thirds) == (majority, two_thirds)


@given(some.integers(1, 400), some.data())
def test_bounds_are_the_least_numbers_that_are_enough(summoned, data):
    present = data.draw(some.integers(0, summoned))
    found = Quorum(summoned, 0, present)
    assert found.is_majority == (Fraction(present, summoned) > Fraction(1, 2))
    assert found.is_two_thirds == (Fraction(present, summoned) >= Fraction(2, 3))
    assert not found.is_two_thirds or found.is_majority


@given(
    some.lists(
        some.tuples(some.sampled_from([ACTIVE, EXEMPT, SUSPENDED]), some.sampled_from(Presence))
    )
)
def test_nobody_is_there_who_was_not_summoned(lines):
    found = quorum(called(*lines))
    assert 0 <= found.present <= found.summoned <= found.on_list


def test_a_list_begins_with_everybody_there_but_those_who_need_not_come():
    began = everybody_present(called((ACTIVE, None), (EXEMPT, None), (ACTIVE, ABSENT)))
    assert [one.presence for one in began] == [PRESENT, EXCUSED, ABSENT]


def test_the_sentence_tells_numbers_and_verdict():
    told = Quorum(30, 5, 15).told
    assert told.startswith("Triệu tập 25 hội viên (đã trừ 5 người")
    assert "có mặt 15. Đủ quá nửa (cần 13), chưa đủ hai phần ba (cần 17)." in told
    assert "Đủ quá nửa (cần 2) và đủ hai phần ba (cần 2)." in Quorum(3, 0, 2).told
    assert Quorum(4, 0, 2).verdict == "Chưa đủ quá nửa (cần 3), chưa đủ hai phần ba (cần 3)."
    assert Quorum(30, 5, 15).brief == (
        "Triệu tập 25, đã trừ 5; có mặt 15: đủ quá nửa (13), chưa đủ hai phần ba (17)."
    )
    assert Quorum(2, 2, 0).told == Quorum(2, 2, 0).brief == "Chưa có ai được tính là triệu tập."


def test_how_somebody_came_is_told_of_twelve_months():
    def line(held_on, presence):
        return AttendedLine(
            activity_id=1, held_on=held_on, name="", kind_name="", unit_name="", presence=presence
        )

    on = date(2026, 6, 30)
    lines = [
        line(date(2026, 7, 1), PRESENT),
        line(date(2026, 5, 1), ABSENT),
        line(date(2025, 7, 1), PRESENT),
        line(date(2025, 6, 30), PRESENT),
    ]
    assert attended_told(lines, on) == (
        "Mười hai tháng qua dự 1/2 (50,00 %) buổi điểm danh; lần cuối 01/07/2025."
    )
    assert attended_told(lines[3:], on) == (
        "Mười hai tháng qua không điểm danh; lần cuối 30/06/2025."
    )
    assert attended_told([], on) == ""
