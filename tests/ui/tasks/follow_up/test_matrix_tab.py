"""The matrix by hand: walked through with the keyboard, cells opened, marked done, printed."""

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QFileDialog, QMenu

from ccb_desktop.domain.tasks.periods import Recurrence, TaskPeriod
from ccb_desktop.domain.tasks.progress import ProgressReport
from ccb_desktop.operations.tasks import plan, progress
from ccb_desktop.ui.kit.broadcast import Place
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.papers_list import PapersDialog
from ccb_desktop.ui.tasks.follow_up.cell_dialog import CellDialog
from ccb_desktop.ui.tasks.follow_up.matrix_tab import MatrixTab
from ccb_desktop.ui.tasks.follow_up.review_dialog import ReviewDialog
from ccb_desktop.ui.tasks.follow_up.steps_dialog import StepsDialog
from tests.plans import a_task, an_item, hand_out, unit_of
from tests.ui.hands import button, click, press, settle, type_text
from tests.word_files import word_text

YEAR = date.today().year
CONTROL = Qt.KeyboardModifier.ControlModifier
QUARTER = TaskPeriod(Recurrence.QUARTER, 1)


@pytest.fixture
def tab(page, store):
    task = a_task(store, year=YEAR)
    units = [unit_of(store, code) for code in ("CH1", "CH2")]
    for what, target in (("Sinh hoạt chi hội", Decimal(4)), ("Rà soát hộ nghèo", None)):
        item = an_item(store, task, what)
        for unit in units:
            hand_out(store, item, unit, period=QUARTER, target=target, due_on=date(YEAR, 1, 2))
    page.show_place(Place("tasks", filters={"tab": "matrix"}))
    page.refresh()
    settle()
    return page.tab(MatrixTab)


def seen(tab, kind):
    settle()
    return next(one for one in tab.window().findChildren(kind) if one.isVisible())


def texts(tab):
    cells = tab.grid.cells
    rows, columns = range(cells.rowCount()), range(cells.columnCount())
    return [[cells.data(cells.index(row, column)) for column in columns] for row in rows]


def test_several_cells_are_marked_done_at_once(tab, store):
    assert texts(tab) == [["✘ 0/4", "✘ 0/2", "✘ 0/2"], *[["✘ 0/2", "✘ 0/1", "✘ 0/1"]] * 2]
    tab.grid.setFocus()
    tab.grid.setCurrentIndex(tab.grid.cells.index(1, 1))
    press(tab.grid, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    press(tab, Qt.Key.Key_D, CONTROL)
    press(seen(tab, FormDialog), Qt.Key.Key_S, CONTROL)
    assert [row[1] for row in texts(tab)] == ["✔ 2/2", "✔ 1/1", "✔ 1/1"]
    done = [line for line in plan.list_handed_out(store) if line.assignment.done_on]
    assert [line.result_by(date.today()) for line in done] == [4, 4]
    tab.shown.setCurrentIndex(1)
    tab.shown.activated.emit(1)
    assert [row[1] for row in texts(tab)] == ["✔ 8/8", "✔ 4/4", "✔ 4/4"]
    assert "Chi hội 2, Sinh hoạt chi hội. Xong muộn" in tab.grid.cells.told(
        tab.grid.cells.index(2, 1)
    )


def test_a_cell_leads_to_its_tasks_and_their_steps(tab, store):
    tab.grid.setFocus()
    tab.grid.setCurrentIndex(tab.grid.cells.index(2, 1))
    press(tab.grid, Qt.Key.Key_Return)
    cell = seen(tab, CellDialog)
    assert cell.windowTitle() == "Chi hội 2, Sinh hoạt chi hội"
    press(cell.table.view, Qt.Key.Key_Return)
    steps = seen(cell, StepsDialog)
    click(button(steps.table.view, "Thêm tiến độ"))
    form = seen(steps, FormDialog)
    type_text(form.form.field("amount").line, "1,5")
    press(form, Qt.Key.Key_S, CONTROL)
    (line,) = steps.table.seen_lines()
    assert line.step.amount == Decimal("1.5")
    assert cell.table.seen().rows[0][5] == "1,5/4 buổi"
    steps.table.choose_ids({line.step.id})
    steps.activateWindow()
    steps.table.view.setFocus()
    settle()
    press(steps.table.view, Qt.Key.Key_Delete)
    assert progress.list_steps(store, cell.table.seen_lines()[0].id) == []


def test_another_period_is_empty_and_a_quarter_is_printed(tab, tmp_path):
    tab.span.period.setCurrentIndex(tab.span.period.findData("M12"))
    tab.span.period.activated.emit(0)
    settle()
    assert tab.grid.cells.rowCount(QModelIndex()) == 0
    assert not button(tab, "Mở ô").isEnabled()
    tab.span.set_span(YEAR, QUARTER)
    tab.refresh()
    settle()
    click(button(tab, "In"))
    menu = next(one for one in tab.findChildren(QMenu) if one.isVisible())
    next(one for one in menu.actions() if one.text() == "Kết quả kỳ, Word").trigger()
    menu.close()
    settle()
    out = tmp_path / "quy.docx"
    tab.findChild(QFileDialog).fileSelected.emit(str(out))
    settle()
    assert f"NHIỆM VỤ QUÝ I NĂM {YEAR}" in word_text(out)


def test_a_period_is_reviewed_by_item_and_by_unit(tab):
    tab.span.set_span(YEAR, QUARTER)
    tab.refresh()
    settle()
    click(button(tab, "Xem kết quả kỳ"))
    review = seen(tab, ReviewDialog)
    assert review.windowTitle() == f"Kết quả thực hiện nhiệm vụ quý I năm {YEAR}"
    rows = review.table.seen().rows
    assert [(row[0], row[1], row[5]) for row in rows] == [
        ("Sinh hoạt chi hội", "2", "2"),
        ("Rà soát hộ nghèo", "2", "2"),
    ]
    assert rows[0][4] == "0/8 (0,00 %)"
    review.table.filters.choose("Xem theo", "unit")
    assert [row[0] for row in review.table.seen().rows] == ["Chi hội 1", "Chi hội 2"]
    review.table.choose_ids([("unit", 1)])
    press(review.table.view, Qt.Key.Key_Return)
    assert seen(tab, CellDialog).windowTitle() == "Chi hội 2"


def test_a_step_is_corrected_and_its_evidence_seen(tab, store):
    line = plan.list_handed_out(store)[0]
    report = ProgressReport(reported_on=date(YEAR, 1, 1), amount=Decimal(2))
    progress.report_progress(store, [line.id], report)
    steps = StepsDialog(tab, tab.desk, store, progress.load_line(store, line.id))
    steps.open()
    settle()
    steps.table.choose_ids({steps.table.seen_lines()[0].step.id})
    press(steps.table.view, Qt.Key.Key_Return)
    form = seen(steps, FormDialog)
    amount = form.form.field("amount").line
    amount.selectAll()
    type_text(amount, "3")
    press(form, Qt.Key.Key_S, CONTROL)
    assert progress.load_line(store, line.id).result_by(date.today()) == 3
    click(button(steps.table, "Minh chứng"))
    assert seen(steps, PapersDialog).windowTitle() == f"Minh chứng 01/01/{YEAR}"
