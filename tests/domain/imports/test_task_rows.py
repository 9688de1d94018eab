"""Rows of *Nhiệm vụ*: to whom, for which period, what comes together, what a later line does."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccb_desktop.domain.tasks.periods import Recurrence
from tests.domain.imports.importing import TASKS, TWO_UNITS, no_books, outcomes, problems, take


def task(unit="CH1", *, year=2025, item="Vệ sinh đường phố", period="Quý 1", **more):
    """A row of the sheet."""
    return (
        *(year, more.get("task", "Giữ gìn an ninh"), item, unit, more.get("who", "")),
        *(more.get("place", ""), more.get("target"), more.get("measure", ""), period),
        *(more.get("due", ""), more.get("result"), more.get("done", ""), more.get("note", "")),
    )


def plan(*rows, books=None):
    books = books or no_books()
    return books, take(books, TWO_UNITS, (TASKS, *rows))


def handed(books):
    """Item, unit, period and done day of every assignment."""
    work = books.work
    return [
        (work.items[one.item_id].what, books.units[one.unit_id].code, one.period.label, one.done_on)
        for one in work.assignments.by_id.values()
    ]


def results(books):
    work = books.work
    return [work.result_of(one) for one in work.assignments.by_id.values()]


def test_all_chi_hoi_are_those_in_being_in_the_year_each_with_its_own_target():
    row = task("Tất cả chi hội", target=20, measure="cờ", due="25/3/2025")
    books, done = plan(row, task("Tất cả CLB"), task("Tất cả các chi hội", year=2026))
    assert [(what, code) for what, code, *_rest in handed(books)] == [
        ("Vệ sinh đường phố", "CH1"),
        ("Vệ sinh đường phố", "CH2"),
        ("Vệ sinh đường phố", "CLB1"),
        ("Vệ sinh đường phố", "CH1"),
    ]
    assert [one.target for one in books.work.assignments.by_id.values()][:3] == [20, 20, None]
    assert outcomes(done)[1] == ["CREATED"] * 3
    assert {one.title for one in books.work.key_tasks.by_id.values()} == {"Giữ gìn an ninh"}


def test_one_item_serves_many_units_and_shows_the_target_they_share():
    books, _done = plan(
        task(target=3, measure="buổi"),
        task("Chi hội 2", target=3),
        task(item="Treo cờ", target=10, measure="cờ", period="Năm"),
        task("CH2", item="treo  CỜ", target=20, period="Năm"),
    )
    found = list(books.work.items.by_id.values())
    assert [(one.number, one.what, one.measure, one.target) for one in found] == [
        (1, "Vệ sinh đường phố", "buổi", 3),
        (2, "Treo cờ", "cờ", None),
    ]
    assert [one.recurrence for one in found] == [Recurrence.QUARTER, Recurrence.YEAR]


def test_a_later_line_with_the_same_five_updates_and_blanks_leave_what_was_told():
    books, _done = plan(task(target=3, measure="buổi", who="Lê Văn An", result=2, due="31/3/2025"))
    again = take(books, (TASKS, task(result=3, done="25/3/2025"), task()))
    assert outcomes(again) == [["CHANGED", "SKIPPED"]]
    (one,) = books.work.assignments.by_id.values()
    assert (one.responsible, one.target, one.done_on) == ("Lê Văn An", 3, date(2025, 3, 25))
    steps = books.work.progress.by_id.values()
    assert [(step.amount, step.reported_on) for step in steps] == [
        (2, None),
        (1, date(2025, 3, 25)),
    ]
    (changed, _skipped) = again.sheets[0].rows
    assert [(c.field, c.before, c.after) for c in changed.changes] == [
        ("Ngày hoàn thành", "", "25/03/2025"),
        ("Kết quả", "2", "3"),
    ]


def test_the_same_again_is_unchanged():
    rows = [task("Tất cả chi hội", result=1, target=1, measure="buổi"), task("CLB1", result=0)]
    books, _done = plan(*rows)
    before = list(books.work.progress.by_id.values())
    assert outcomes(take(books, (TASKS, *rows))) == [["UNCHANGED", "UNCHANGED"]]
    assert list(books.work.progress.by_id.values()) == before
    assert results(books) == [1, 1, 0]


@pytest.mark.parametrize(
    ("row", "column", "said"),
    [
        (task(period="lúc nào cũng được"), "Kỳ", "không phải là kỳ"),
        (task(period="Quý I/2027"), "Kỳ", "không phải là kỳ của năm 2025"),
        (task(year="hai nghìn"), "Năm", "không phải là năm"),
        (task("Hội"), "Đơn vị thực hiện", "không phải là đơn vị"),
        (task("Tất cả CLB", year=2025, item="Tuần tra"), "Đơn vị thực hiện", "chưa có đơn vị"),
        (task("Phân hội 9"), "Đơn vị thực hiện", "Không tìm thấy"),
    ],
)
def test_what_cannot_be_handed_gives_nothing(row, column, said):
    books = no_books()
    done = take(books, TWO_UNITS[:3], (TASKS, row))
    ((_row, where, sentence),) = problems(done)
    assert (where, outcomes(done)[1]) == (column, ["SKIPPED"])
    assert said in sentence
    assert not books.work.assignments.by_id
    assert not books.work.key_tasks.by_id


def test_a_cell_that_cannot_be_is_told_and_the_row_comes_in_without_it():
    row = task(target=0, measure="buổi", result=2, done="1/1/2099")
    other = task("CH2", measure="mét")
    books, done = plan(row, other)
    assert [column for _row, column, _text in problems(done)] == [
        "Chỉ tiêu",
        "Ngày hoàn thành",
        "Đơn vị tính",
    ]
    first = books.work.assignments[1]
    assert (first.target, first.done_on, results(books)[0]) == (None, None, Decimal(2))
    assert books.work.items[1].measure == "buổi"


def test_a_target_with_too_many_noughts_is_left_out():
    books, done = plan(task(target=10**12 + 1), task("CH2", target=10**12))
    assert [(column, said[:10]) for _row, column, said in problems(done)] == [
        ("Chỉ tiêu", "Số quá lớn")
    ]
    assert [one.target for one in books.work.assignments.by_id.values()] == [None, 10**12]


def test_a_phan_hoi_is_named_by_its_whole_name_and_a_new_chi_hoi_is_made():
    books, done = plan(task("Phân hội 1 - Chi hội 2"), task("Chi hội 7"))
    assert [code for _what, code, *_rest in handed(books)] == ["CH2-PH1", "CH7"]
    assert done.sheets[1].new_units == ["Chi hội 7"]


@given(st.lists(st.decimals(0, 1000, places=1, allow_nan=False), min_size=1, max_size=6))
def test_the_result_is_what_was_told_last_whatever_was_told_before(told):
    books = no_books()
    for value in told:
        take(books, TWO_UNITS, (TASKS, task(result=float(value))))
    assert results(books) == [told[-1]]
