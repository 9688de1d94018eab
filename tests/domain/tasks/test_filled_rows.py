"""Filled-in rows: whatever is told is reached once, and told again it adds nothing."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from ccb_desktop.domain.exchange.source import ErrorValue
from ccb_desktop.domain.tasks.filled_rows import Marked, RowTrouble, Told, told_by, work_out
from ccb_desktop.domain.tasks.returned import FilledRow
from tests.task_lines import a_line

TODAY = date(2026, 7, 5)
RESULTS = st.none() | st.decimals(0, 10_000, places=1)
TOLD = st.builds(
    Told,
    mark=st.none() | st.sampled_from(Marked),
    result=RESULTS,
    done_on=st.none() | st.dates(date(2025, 11, 1), date(2026, 8, 1)),
    note=st.sampled_from(["", "Còn một buổi"]),
)


def a_row(**cells):
    known = {"state": None, "result": None, "done": None, "note": ""}
    return FilledRow(number=9, key="", what="Việc 1", period="", **(known | cells))


@given(TOLD, RESULTS)
def test_what_is_told_is_reached_and_told_again_adds_nothing(told, before):
    line = a_line(result=before, target=Decimal(5))
    try:
        added = work_out(told, line, TODAY, TODAY)
    except RowTrouble:
        assume(False)
    steps = (*line.progress, *([added.step] if added.step else []))
    done_on = added.done_on or line.assignment.done_on
    after = replace(line, progress=steps, assignment=replace(line.assignment, done_on=done_on))
    if told.result:
        assert after.result_by(date.max) == told.result
    assert (done_on is not None) == (told.mark is Marked.DONE or told.done_on is not None)
    assert bool(added.news) == bool(added.step or added.done_on)
    assert work_out(told, after, TODAY, TODAY).news == ()


@pytest.mark.parametrize(
    ("cells", "column"),
    [
        ({"result": ErrorValue("#REF!")}, "Kết quả đến nay"),
        ({"result": ErrorValue("=")}, "Kết quả đến nay"),
        ({"result": date(2026, 1, 3)}, "Kết quả đến nay"),
        ({"done": ErrorValue("#N/A")}, "Ngày xong"),
        ({"done": "tháng sáu"}, "Ngày xong"),
        ({"state": "?"}, "Tình trạng"),
    ],
)
def test_a_cell_that_cannot_be_understood_is_told_with_its_column(cells, column):
    with pytest.raises(RowTrouble) as trouble:
        told_by(a_row(**cells))
    assert trouble.value.column == column


def test_cells_are_read_as_officers_write_them():
    cells = {"state": "Đã hoàn thành", "result": "1.200", "done": "15-6-2026"}
    told = told_by(a_row(note="  Đủ   cả ", **cells))
    assert told == Told(Marked.DONE, Decimal(1200), date(2026, 6, 15), "Đủ cả")
    assert a_row().is_blank and not a_row(result=0).is_blank


def test_done_without_a_day_takes_that_of_the_figures_and_says_so():
    done = Told(Marked.DONE, Decimal(2), None, "")
    added = work_out(done, a_line(target=Decimal(5)), date(2026, 6, 30), TODAY)
    assert added.done_on == added.step.reported_on == date(2026, 6, 30)
    assert "không ghi ngày xong" in added.remark and "mới đạt 2/5 buổi" in added.remark


def test_what_the_books_have_as_done_is_not_undone_by_a_checklist():
    line = a_line(done_on=date(2026, 6, 1))
    with pytest.raises(RowTrouble, match="sổ đã ghi xong ngày 01/06/2026"):
        work_out(Told(Marked.RUNNING, None, None, ""), line, TODAY, TODAY)
    moved = work_out(Told(None, None, date(2026, 6, 2), ""), line, TODAY, TODAY)
    assert [(one.before, one.after) for one in moved.news] == [("01/06/2026", "02/06/2026")]


def test_begun_work_gets_a_step_only_where_it_has_none():
    begun = Told(Marked.RUNNING, None, None, "")
    assert work_out(begun, a_line(), TODAY, TODAY).step.note == "Đang làm"
    assert work_out(begun, a_line(result=Decimal(1)), TODAY, TODAY).step is None
