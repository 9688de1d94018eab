"""Rows of *Hoạt động*: what is counted, and which record a row tells of again."""

from dataclasses import replace
from decimal import Decimal

from ccb_desktop.domain.activities.activities import ActivityRole
from ccb_desktop.domain.imports.stored_work import StoredWork
from ccb_desktop.domain.imports.work_books import WorkBooks
from tests.domain.imports.importing import (
    ACTIVITIES,
    TWO_UNITS,
    no_books,
    outcomes,
    problems,
    take,
)


def activity(name="Sinh hoạt tháng 3", *, kind="Sinh hoạt chi hội", day="5/3/2025", unit="", **m):
    """A row of the sheet."""
    return (
        *(day, kind, name, unit, m.get("role", ""), m.get("sessions"), m.get("members")),
        *(m.get("youth"), m.get("people"), m.get("opinions"), m.get("quantity")),
        *(m.get("measure", ""), m.get("cost"), m.get("result", "")),
    )


def held(books):
    return list(books.work.activities.by_id.values())


def test_a_row_is_an_activity_and_blank_sessions_are_one():
    books = no_books()
    rows = [
        activity(unit="CH1", members=20, opinions=4),
        activity(
            "Tổng vệ sinh", kind="Vệ sinh, cờ, mỹ quan", role="Phối hợp", sessions=2, quantity=1.5,
            measure="km đường", cost="1.200.000", unit="CLB cựu quân nhân 1",
        ),
    ]  # fmt: skip
    done = take(books, TWO_UNITS, (ACTIVITIES, *rows))
    assert not problems(done)
    meeting, cleaning = held(books)
    assert (meeting.sessions, meeting.members_present, meeting.opinions) == (1, 20, 4)
    assert (meeting.kind, books.units[meeting.unit_id].code) == ("UNIT_MEETING", "CH1")
    assert (cleaning.role, cleaning.sessions) == (ActivityRole.TAKING_PART, 2)
    assert (cleaning.quantity, cleaning.measure) == (Decimal("1.5"), "km đường")
    assert (cleaning.cost_dong, books.units[cleaning.unit_id].code) == (1_200_000, "CLB1")


def test_two_rows_alike_are_two_and_the_same_file_again_changes_nothing():
    books = no_books()
    rows = [activity(members=20), activity(members=20), activity(unit="CH1")]
    assert outcomes(take(books, TWO_UNITS, (ACTIVITIES, *rows)))[1] == ["CREATED"] * 3
    assert outcomes(take(books, (ACTIVITIES, *rows))) == [["UNCHANGED"] * 3]
    assert len(held(books)) == 3


def test_what_is_told_later_fills_in_and_blanks_leave_what_was_told():
    books = no_books()
    take(books, (ACTIVITIES, activity(members=20, result="Bàn việc hè")))
    again = take(books, (ACTIVITIES, activity(members=22)))
    (row,) = again.sheets[0].rows
    assert [(c.field, c.before, c.after) for c in row.changes] == [("Lượt hội viên", "20", "22")]
    assert held(books)[0].result == "Bàn việc hè"


def test_what_cannot_be_counted_is_told_and_left_out():
    books = no_books()
    rows = [
        activity("A", sessions=0, members=2.5, quantity=-1),
        activity("B", day="1/1/2099"),
        activity("C", kind="Đá bóng trên trời"),
    ]
    done = take(books, (ACTIVITIES, *rows))
    assert sorted((row, column) for row, column, _text in problems(done)) == [
        (2, "Lượt hội viên"),
        (2, "Số buổi"),
        (2, "Số lượng"),
        (3, "Ngày"),
        (4, "Loại"),
    ]
    (kept,) = held(books)
    assert (kept.sessions, kept.members_present, kept.quantity) == (1, None, None)


def test_where_the_roll_was_called_its_list_alone_tells_who_came():
    books = no_books()
    take(books, (ACTIVITIES, activity(members=20)))
    (known,) = held(books)
    books.work = WorkBooks(StoredWork(activities=[known], with_roll=frozenset({known.id})))
    done = take(books, (ACTIVITIES, activity(members=22, opinions=3)))
    assert [column for _row, column, _text in problems(done)] == ["Lượt hội viên"]
    (kept,) = held(books)
    assert (kept.members_present, kept.opinions) == (20, 3)
    assert not problems(take(books, (ACTIVITIES, activity(members=20))))


def test_a_cost_that_left_the_cash_book_is_not_changed_by_a_list():
    books = no_books()
    take(books, (ACTIVITIES, activity(cost=500_000)))
    (known,) = held(books)
    for paid, kept, columns in ((True, 500_000, ["Kinh phí"]), (False, 700_000, [])):
        ids = frozenset({known.id} if paid else ())
        books.work = WorkBooks(StoredWork(activities=[replace(known, voucher_id=4)], paid=ids))
        done = take(books, (ACTIVITIES, activity(cost=700_000)))
        assert [column for _row, column, _text in problems(done)] == columns
        assert held(books)[0].cost_dong == kept
