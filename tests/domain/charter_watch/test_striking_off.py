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
    assert one.evidence == ("Đóng hội phí lần cuối: 30/06/2025; dự sinh hoạt lần cuối: 03/02/2025")
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


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({}, "sổ hội phí và sổ sinh hoạt"),
        ({"paid_on": {}}, "sổ sinh hoạt"),
        ({"attended_on": {}}, "sổ hội phí"),
    ],
)
def test_while_a_book_is_missing_it_says_so_and_finds_nobody(more, said):
    assert names(STRIKING_OFF, a_member(), **more) == []
    assert f"chưa có {said}," in STRIKING_OFF.lacks(books(**more))


def test_with_both_books_nothing_is_missing():
    assert STRIKING_OFF.lacks(books(paid_on={}, attended_on={})) == ""
