"""Rows without their key, and sheets that do not say whose they are."""

from dataclasses import replace
from datetime import date

from ccb_desktop.domain.tasks.checklists import row_key
from ccb_desktop.domain.tasks.comparing import Books, FilledFile, Found, compare
from ccb_desktop.domain.tasks.returned import FilledRow, FilledSheet
from tests.task_lines import a_line

TODAY = date(2026, 7, 5)
MARK = "abcdef"


def with_id(line, own):
    return replace(line, assignment=replace(line.assignment, id=own))


LINES = [
    with_id(a_line(month=4), 1),
    with_id(a_line(month=5), 2),
    with_id(a_line(item=2), 3),
    with_id(a_line(unit=2), 4),
]


def a_row(number, what, period="", key="", note="xong việc"):
    return FilledRow(number, key, what, period, None, None, None, note)


def compared(*rows, unit="chi hội 1", lacking=()):
    sheet = FilledSheet(rows=rows, unit=unit, lacking=lacking)
    books = Books(MARK, 2026, LINES, TODAY)
    return compare([FilledFile("p.xlsx", "", sheet)], books, TODAY)


def test_rows_without_a_key_are_known_by_words_and_period():
    rows = compared(a_row(8, "Việc 1", "Tháng 5"), a_row(9, "VIỆC 2"), a_row(10, "Việc 1"))
    assert [row.line.id for row in rows[:2]] == [2, 3]
    assert rows[2].found is Found.PROBLEM and "không biết là việc nào" in rows[2].problem


def test_words_parted_from_their_key_by_sorting_are_told():
    key = str(row_key(LINES[0], MARK))
    (row,) = compared(a_row(8, "Việc 2", "Tháng 6", key=key))
    assert "lệch cột" in row.problem and row.column == "Việc phải làm"
    (row,) = compared(a_row(8, "Việc 1", "Tháng 5", key=key))
    assert "Tháng 5, mà mã dòng là của “Việc 1”, Tháng 4" in row.problem
    (row,) = compared(a_row(8, "Việc 1 (đã sửa lời)", key=key))
    assert row.found is Found.NEW


def test_a_sheet_that_does_not_say_whose_it_is_is_refused():
    (row,) = compared(a_row(8, "Việc 2"), unit="")
    assert row.place == (0, 0) and "đơn vị nào" in row.problem
    rows = compared(a_row(8, "Việc 2"), lacking=("Ghi chú",))
    assert "“Ghi chú”" in rows[0].problem and rows[1].found is Found.NEW
    assert compared()[0].found is Found.PROBLEM
