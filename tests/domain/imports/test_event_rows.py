"""Rows of events, and what a status without an event means (`exchange.md`, meanings 2 to 4)."""

from datetime import date

import pytest

from ccb_desktop.domain.members.memberships import Status
from tests.domain.imports.importing import (
    EVENTS,
    ROSTER,
    duplicates,
    events,
    no_books,
    outcomes,
    people,
    person,
    problems,
    standing,
    take,
    unit_of,
)

AN = ("1", "Nguyễn Văn An", "1952", "Chi hội 1", "1990", "")
WITHOUT_DAY = ("1", "Nguyễn Văn An", "1952", "Chi hội 1", "", "")
NAME = "Nguyễn Văn An"


def event(day, kind, unit="", elsewhere=""):
    return (day, NAME, "1952", "1", unit, kind, elsewhere)


def books_of(*rows):
    books = no_books()
    take(books, [ROSTER, *rows])
    return books


KINDS = {
    "Chuyển đi": Status.TRANSFERRED_OUT,
    "Miễn sinh hoạt": Status.EXEMPT,
    "Đình chỉ": Status.SUSPENDED,
    "Xóa tên": Status.STRUCK_OFF,
    "Xin ra khỏi Hội": Status.RESIGNED,
    "Khai trừ": Status.EXPELLED,
    "Từ trần": Status.DECEASED,
}


@pytest.mark.parametrize("kind", KINDS)
def test_an_event_holds_from_its_day(kind):
    books = books_of(AN)
    row = event("10/3/2025", kind)
    assert outcomes(take(books, [EVENTS, row])) == [["CREATED"]]
    assert standing(books, NAME, date(2025, 3, 9)).status is Status.ACTIVE
    assert standing(books, NAME, date(2025, 3, 10)).status is KINDS[kind]
    assert outcomes(take(books, [EVENTS, row])) == [["UNCHANGED"]]


def test_events_count_by_their_day_not_by_that_of_the_decision():
    books = books_of(AN)
    header = (*EVENTS, "Số quyết định", "Ngày quyết định")
    take(books, [header, (*event("10/3/2025", "Khai trừ"), "5", "1/2/2025")])
    assert standing(books, NAME, date(2025, 3, 9)).status is Status.ACTIVE
    (kept,) = books.events.by_id.values()
    assert (kept.decision_no, str(kept.decision_on)) == ("5", "01/02/2025")


def test_whoever_has_an_entry_is_a_member_from_it():
    books = books_of(AN)
    take(books, [EVENTS, event("5/3/2025", "Chuyển đến", "Chi hội 1", "Hội CCB xã Đông")])
    assert standing(books, NAME, date(2025, 3, 4)) is None
    assert standing(books, NAME, date(2025, 3, 5)).status is Status.ACTIVE


def test_joining_and_being_admitted_on_one_day_is_one_admission():
    books = books_of(("1", NAME, "1952", "Chi hội 1", "5/3/2025", ""))
    take(books, [EVENTS, event("5/3/2025", "Kết nạp", "Chi hội 1")])
    course = books.standings_of(books.hoi_membership(person(books, NAME)))
    assert [(s.from_on, s.status) for s in course] == [(date(2025, 3, 5), Status.ACTIVE)]


def test_away_and_back_again():
    books = books_of(AN)
    rows = [
        event("9/2025", "Chuyển đến", "Chi hội 1", "xã Đông"),  # the sheet need not be in order
        event("1/3/2025", "Chuyển đi", "Chi hội 2", "xã Đông"),
    ]
    assert outcomes(take(books, [EVENTS, *rows])) == [["CREATED", "CREATED"]]
    found = [standing(books, NAME, date(2025, month, 1)) for month in (2, 3, 9)]
    assert [one.status for one in found] == [
        Status.ACTIVE,
        Status.TRANSFERRED_OUT,
        Status.ACTIVE,
    ]
    assert [unit_of(books, NAME, date(2025, m, 1)) for m in (2, 9)] == ["Chi hội 2", "Chi hội 1"]


def test_a_move_leaves_the_unit_of_its_column_for_the_place_named():
    books = books_of(("1", NAME, "1952", "Chi hội 2", "1990", ""))
    take(books, [EVENTS, event("1/7/2025", "Chuyển chi hội", "Chi hội 1", "CH 2")])
    assert unit_of(books, NAME, date(2025, 6, 30)) == "Chi hội 1"
    assert unit_of(books, NAME, date(2025, 7, 1)) == "Chi hội 2"


def test_a_move_to_nowhere_is_a_problem():
    books = books_of(AN)
    result = take(books, [EVENTS, event("1/7/2025", "Chuyển chi hội", "Chi hội 1")])
    assert outcomes(result) == [["SKIPPED"]]
    assert problems(result)[0][1] == "Nơi đi/đến"


@pytest.mark.parametrize(
    "rows",
    [
        [event("1/2/2025", "Từ trần"), event("2/3/2025", "Xóa tên")],
        [event("1/2/2025", "Từ trần"), event("2/3/2025", "Miễn sinh hoạt")],
        [event("1/2/1985", "Miễn sinh hoạt")],
        [event("1/2/2025", "Miễn sinh hoạt"), event("2/3/2025", "Kết nạp lại")],
    ],
)
def test_an_event_that_cannot_follow_the_others_is_a_problem(rows):
    result = take(books_of(AN), [EVENTS, *rows])
    assert outcomes(result)[0][-1] == "SKIPPED"
    assert [found[1] for found in problems(result)] == ["Ngày"]


@pytest.mark.parametrize("kind", ["Từ trần", "Chuyển đi", "Miễn sinh hoạt"])
def test_what_happened_before_the_day_of_a_list_shows_a_member_before_it(kind):
    books = books_of(WITHOUT_DAY)
    row = event("10/3/2025", kind)
    assert outcomes(take(books, [EVENTS, row])) == [["CREATED"]]
    assert standing(books, NAME, date(2025, 3, 9)).status is Status.ACTIVE
    assert standing(books, NAME).status is KINDS[kind]
    again = take(books, [ROSTER, WITHOUT_DAY], [EVENTS, row])
    assert outcomes(again) == [["UNCHANGED"], ["UNCHANGED"]]


def test_a_death_is_noted_on_the_person_as_well_as_it_is_known():
    books = books_of(AN)
    take(books, [EVENTS, event("3/2025", "Từ trần")])
    assert str(person(books, NAME).died_on) == "3/2025"
    assert outcomes(take(books, [EVENTS, event("10/3/2025", "Từ trần")])) == [["CHANGED"]]
    assert events(books) == [("DECEASED", "10/03/2025")]
    assert outcomes(take(books, [EVENTS, event("2025", "Từ trần")])) == [["UNCHANGED"]]
    assert events(books) == [("DECEASED", "10/03/2025")]


def test_a_row_that_says_the_same_again_is_a_duplicate():
    row = event("10/3/2025", "Miễn sinh hoạt")
    result = take(books_of(AN), [EVENTS, row, row])
    assert outcomes(result) == [["CREATED", "SKIPPED"]]
    assert duplicates(result) == [(3, 2)]


def test_somebody_of_a_club_enters_the_hoi_by_an_event():
    books = no_books()
    take(books, [("Họ và tên", "Ngày sinh", "CLB"), (NAME, "1952", "CLB CQN 1")])
    entry = event("1/3/2025", "Kết nạp", "Chi hội 1")
    assert outcomes(take(books, [EVENTS, entry])) == [["CREATED"]]
    assert unit_of(books, NAME) == "Chi hội 1"
    assert len(people(books)) == 1


def test_somebody_of_a_club_cannot_leave_the_hoi():
    books = no_books()
    take(books, [("Họ và tên", "Ngày sinh", "CLB"), (NAME, "1952", "CLB CQN 1")])
    result = take(books, [EVENTS, event("1/3/2025", "Từ trần", "Chi hội 1")])
    assert "chưa có trong danh sách hội viên" in problems(result)[0][2]
