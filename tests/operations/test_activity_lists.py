"""Book 8 and the lists of activities, as the command line asks for them."""

from datetime import date
from decimal import Decimal

import pytest

from ccb_desktop.domain.activities.activities import Activity, ActivityKind
from ccb_desktop.domain.errors import NotFound
from ccb_desktop.operations.activities import activities
from ccb_desktop.operations.papers import ListOrder, list_rows, write_list

DAY = date(2026, 3, 5)


@pytest.fixture
def books(filled):
    """A meeting, a dialogue and a clean-up."""
    for activity in (
        Activity(held_on=DAY, kind="UNIT_MEETING", name="Sinh hoạt", unit_id=1, members_present=7),
        Activity(held_on=date(2026, 4, 1), kind="DIALOGUE", name="Đối thoại", opinions=12),
        Activity(
            held_on=date(2026, 2, 1),
            kind=ActivityKind.COMMUNITY_WORK.value,
            name="Tổng vệ sinh",
            quantity=Decimal(800),
            measure="mét đường",
            unit_id=2,
        ),
    ):
        activities.save_activity(filled, activity)
    return filled


def rows(store, name, on=date(2026, 12, 31), **more):
    return list_rows(store, ListOrder(name=name, on=on, **more))


def test_the_book_is_in_order_of_days_with_sums_by_measure(books):
    paper = rows(books, "activities")
    book, by_kind, by_unit = paper.tables
    assert [row[2] for row in book.rows] == ["Tổng vệ sinh", "Sinh hoạt", "Đối thoại"]
    (total,) = book.totals
    assert total[5:12] == (2, 1, 7, None, None, 12, "800 mét đường")
    assert [row[0] for row in by_kind.rows] == [
        "Đối thoại",
        "Sinh hoạt chi hội",
        "Vệ sinh, cờ, mỹ quan",
    ]
    assert {row[0] for row in by_unit.rows} == {"Hội", "Chi hội 1", "Chi hội 2"}


def test_the_book_of_other_days_or_words_is_another(books):
    assert len(rows(books, "activities", from_on=date(2026, 3, 1)).tables[0].rows) == 2
    assert len(rows(books, "activities", filter="doi thoai").tables[0].rows) == 1
    empty = rows(books, "activities", on=date(2020, 1, 1))
    assert [list(table.rows) for table in empty.tables] == [[]]


def test_attendance_is_of_the_units_that_met_that_day_else_of_all(books):
    (held,) = rows(books, "attendance", on=DAY).tables
    assert held.title.startswith("Chi hội 1: Sinh hoạt")
    titles = [table.title for table in rows(books, "attendance").tables]
    assert [title.split(":")[0] for title in titles] == ["Chi hội 1", "Chi hội 2"]
    (named,) = rows(books, "attendance", filter="CH2").tables
    assert len(named.rows) == 1
    with pytest.raises(NotFound):
        rows(books, "attendance", filter="Chi hội 77")


def test_attendance_before_there_is_a_unit_says_so(store):
    with pytest.raises(NotFound, match="chưa có chi hội nào để in"):
        rows(store, "attendance")
    with pytest.raises(NotFound, match="tên “Chi hội 99”"):
        rows(store, "attendance", filter="Chi hội 99")


def test_meetings_of_the_year_are_told_by_month(books):
    (table,) = rows(books, "meetings", on=date(2026, 5, 1)).tables
    told = {row[1]: row for row in table.rows}
    assert told["Chi hội 1"][2:6] == ("", "", "1", "")
    assert told["Chi hội 1"][14:16] == (1, "7/8 (87,50 %)")
    assert told["Chi hội 2"][-1] == "? Chưa ghi buổi nào"


@pytest.mark.parametrize("name", ["activities", "attendance", "meetings"])
@pytest.mark.parametrize("ending", [".docx", ".xlsx"])
def test_each_is_written_to_word_and_excel(books, tmp_path, name, ending):
    out = write_list(books, ListOrder(name=name, on=DAY), tmp_path / f"{name}{ending}")
    assert out.stat().st_size > 5_000
