"""What a roster says of unit and status, held against the events (`exchange.md`, meaning 3)."""

from datetime import date

import pytest

from ccb_desktop.domain.members.memberships import EventKind, Status
from tests.domain.imports.importing import (
    AS_OF,
    EVENTS,
    ROSTER,
    events,
    no_books,
    outcomes,
    standing,
    take,
    unit_of,
)

NAME = "Nguyễn Văn An"
AN = ("1", NAME, "1952", "Chi hội 1", "1990", "")
WITH_STATUS = (*ROSTER, "Trạng thái")
KINDS = {"Miễn sinh hoạt": Status.EXEMPT, "Đình chỉ": Status.SUSPENDED}


def event(day, kind, unit="", elsewhere=""):
    return (day, NAME, "1952", "1", unit, kind, elsewhere)


def books_of(*rows):
    books = no_books()
    take(books, [ROSTER, *rows])
    return books


@pytest.mark.parametrize("wanted", KINDS)
def test_a_status_without_an_event_holds_from_the_day_of_the_list(wanted):
    books = books_of()
    take(books, [WITH_STATUS, (*AN, wanted)])
    assert standing(books, NAME, date(2025, 12, 30)).status is Status.ACTIVE
    assert standing(books, NAME).status is KINDS[wanted]
    assert outcomes(take(books, [WITH_STATUS, (*AN, wanted)])) == [["UNCHANGED"]]


def test_a_status_with_its_event_adds_nothing():
    books = no_books()
    exempt = event("10/3/2025", "Miễn sinh hoạt")
    take(books, [WITH_STATUS, (*AN, "Miễn sinh hoạt")], [EVENTS, exempt])
    assert events(books) == [("EXEMPTED", "10/03/2025")]


def test_an_exemption_with_a_last_day_ends_by_itself():
    books = books_of(AN)
    header = (*EVENTS, "Đến ngày")
    take(books, [header, (*event("10/3/2025", "Miễn sinh hoạt"), "30/4/2025")])
    assert standing(books, NAME, date(2025, 4, 30)).status is Status.EXEMPT
    assert standing(books, NAME, date(2025, 5, 1)).status is Status.ACTIVE


def test_active_again_in_a_later_list_is_a_resumption():
    books = books_of(AN)
    take(books, [EVENTS, event("10/3/2025", "Miễn sinh hoạt")])
    later = date(2026, 2, 1)
    result = take(books, [WITH_STATUS, (*AN, "Đang sinh hoạt")], as_of=later)
    assert outcomes(result) == [["CHANGED"]]
    assert events(books)[-1] == (EventKind.RESUMED.value, "01/02/2026")
    assert standing(books, NAME, later).status is Status.ACTIVE


def test_the_status_of_one_who_left_says_nothing():
    books = books_of(AN)
    take(books, [EVENTS, event("10/3/2025", "Từ trần")])
    result = take(books, [WITH_STATUS, (*AN, "Đang sinh hoạt")], as_of=AS_OF)
    assert outcomes(result) == [["UNCHANGED"]]
    assert standing(books, NAME).status is Status.DECEASED


# Unit


def test_the_unit_of_the_roster_holds_where_an_entry_named_another():
    books = no_books()
    roster = [ROSTER, (*AN[:3], "Chi hội 2", "", "")]
    admitted = [EVENTS, event("1/3/2025", "Kết nạp", "Chi hội 1")]
    take(books, roster, admitted)
    assert unit_of(books, NAME, date(2025, 3, 1)) == "Chi hội 1"
    assert unit_of(books, NAME, AS_OF) == "Chi hội 2"
    assert outcomes(take(books, roster, admitted)) == [["UNCHANGED"], ["UNCHANGED"]]


def test_a_move_told_in_the_same_file_is_one_move():
    books = books_of(AN)
    moved = event("1/3/2025", "Chuyển chi hội", "Chi hội 1", "Chi hội 2")
    take(books, [ROSTER, (*AN[:3], "Chi hội 2", "", "")], [EVENTS, moved])
    assert events(books) == [("MOVED_UNIT", "01/03/2025")]
    assert unit_of(books, NAME, AS_OF) == "Chi hội 2"
