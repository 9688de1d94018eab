"""Rule 5: candidates for striking off, once the books can tell."""

from datetime import date

import pytest

from ccb_desktop.domain.charter_watch.striking_off import STRIKING_OFF
from ccb_desktop.domain.members.memberships import Status
from tests.domain.charter_watch.books import a_member, books, found, names

LONG_AGO, LATELY = date(2025, 6, 30), date(2025, 7, 1)


def test_who_neither_paid_nor_attended_for_twelve_months():
    [one] = found(
        STRIKING_OFF, a_member(), paid_on={101: LONG_AGO}, attended_on={101: date(2025, 2, 3)}
    )
    assert one.evidence == ("Hội phí đã đóng đến: 30/06/2025; dự sinh hoạt lần cuối: 03/02/2025")
    assert one.paper == "strike-off-decision"


@pytest.mark.parametrize(("paid_on", "attended_on"), [(LATELY, LONG_AGO), (LONG_AGO, LATELY)])
def test_either_of_both_within_twelve_months_is_enough(paid_on, attended_on):
    more = {"paid_on": {101: paid_on}, "attended_on": {101: attended_on}}
    assert names(STRIKING_OFF, a_member(), **more) == []


@pytest.mark.parametrize(
    "member", [a_member(status=Status.EXEMPT), a_member(since="1/1/2026")], ids=["exempt", "new"]
)
def test_the_exempt_and_the_new_are_no_candidates(member):
    assert names(STRIKING_OFF, member, paid_on={}, attended_on={}) == []


def test_without_a_book_of_dues_it_says_so_and_finds_nobody():
    assert names(STRIKING_OFF, a_member(), attended_on={}) == []
    assert "chưa ghi lần nộp hội phí nào" in STRIKING_OFF.lacks(books(attended_on={}))


def test_without_attendance_it_goes_by_dues_alone_and_says_so():
    [one] = found(STRIKING_OFF, a_member(), paid_on={101: LONG_AGO})
    assert one.evidence.endswith("dự sinh hoạt lần cuối: chi hội chưa điểm danh, phải hỏi chi hội")
    assert "phải hỏi chi hội" in STRIKING_OFF.lacks(books(paid_on={}))


def test_since_when_the_roll_is_called_is_told_of_who_was_never_there():
    since = {a_member().unit_id: date(2025, 9, 1)}
    more = {"paid_on": {101: LONG_AGO}, "attended_on": {}}
    [one] = found(STRIKING_OFF, a_member(), roll_since=since, **more)
    assert one.evidence.endswith("không có buổi nào từ khi chi hội điểm danh (01/09/2025)")
    [other] = found(STRIKING_OFF, a_member(), roll_since={99: date(2025, 9, 1)}, **more)
    assert other.evidence.endswith("chi hội chưa điểm danh, phải hỏi chi hội")


def test_nothing_before_the_book_of_dues_is_held_against_anybody():
    assert names(STRIKING_OFF, a_member(), paid_on={}, dues_since=date(2025, 7, 1)) == []
    assert names(STRIKING_OFF, a_member(), paid_on={}, dues_since=date(2025, 6, 30)) != []


def test_with_both_books_nothing_is_missing():
    assert STRIKING_OFF.lacks(books(paid_on={}, attended_on={})) == ""
