"""Checklists by hand: marked on the screen, sent to all units, taken back with a mistake in one."""

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox

from ccb_desktop.domain.submissions.arrivals import Came
from ccb_desktop.domain.tasks.comparing import Found
from ccb_desktop.operations.submissions.recognising import recognise
from ccb_desktop.operations.tasks import plan
from ccb_desktop.ui.kit.broadcast import Place
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.tasks.checklists.return_dialog import ReturnDialog
from ccb_desktop.ui.tasks.checklists.send_dialog import FORM, PAPER, SendDialog
from ccb_desktop.ui.tasks.checklists.tab import ChecklistTab
from tests.filled_checklists import fill_in
from tests.plans import a_task, an_item, hand_out, unit_of
from tests.ui.hands import button, click, press, settle, type_text
from tests.ui.pictures import cut_off
from tests.word_files import word_text

TODAY = date.today()
DAY = date(TODAY.year, 1, 1)
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def tab(page, store):
    task = a_task(store, year=TODAY.year)
    for what, target in (("Sinh hoạt chi hội", Decimal(4)), ("Rà soát hộ nghèo", None)):
        item = an_item(store, task, what)
        for code in ("CH1", "CH2"):
            hand_out(store, item, unit_of(store, code), target=target)
    page.show_place(Place("tasks", filters={"tab": "checklist"}))
    page.refresh()
    settle()
    return page.tab(ChecklistTab)


def seen(tab, kind):
    settle()
    return next(one for one in tab.window().findChildren(kind) if one.isVisible())


def send(tab, kind, written):
    """Send to all units what is chosen, into a file or folder."""
    click(button(tab, "Gửi phiếu…"))
    asked = seen(tab, SendDialog)
    asked.form.field("kind").set_value(kind)
    press(asked, Qt.Key.Key_S, CONTROL)
    chosen = seen(tab, QFileDialog)
    chosen.fileSelected.emit(str(written))
    chosen.close()
    settle()
    seen(tab, QMessageBox).close()


def lines(store):
    return {(line.who, line.item.what): line for line in plan.list_handed_out(store)}


def test_work_of_a_unit_is_marked_done_in_its_checklist(tab, store):
    assert tab._told.text() == f"Chi hội 1, năm {TODAY.year}: xong 0/2 việc."
    tab.unit.setFocus()
    press(tab.unit, Qt.Key.Key_Down)
    assert "Chi hội 2" in tab._told.text()
    tab.table.choose_ids([line.id for line in tab.table.seen_lines()])
    click(button(tab, "Xong hôm nay"))
    assert tab._told.text() == f"Chi hội 2, năm {TODAY.year}: xong 2/2 việc."
    assert lines(store)["Chi hội 2", "Sinh hoạt chi hội"].result_by(TODAY) == 4
    assert lines(store)["Chi hội 1", "Sinh hoạt chi hội"].assignment.done_on is None


def test_forms_go_out_and_come_back_with_a_mistake_in_one(tab, store, tmp_path):
    send(tab, PAPER, tmp_path / "phieu.docx")
    assert "Đơn vị: Chi hội 2" in word_text(tmp_path / "phieu.docx")
    send(tab, FORM, tmp_path / "gui")
    first, second = sorted((tmp_path / "gui").iterdir())
    fill_in(first, {"result": 3, "note": "Còn một buổi"}, {"state": "Đã xong", "done_on": DAY})
    fill_in(second, {"result": "ba buổi"}, {"state": "Đã xong"})
    found = recognise(store, first, lambda *_: None)
    assert (found.came, found.sources) == (Came.CHECKLIST, ())
    tab.show_place(Place("tasks", filters={"files": [first, second]}))
    dialog = seen(tab, ReturnDialog)
    assert dialog._told.text() == "2 phiếu. Sẽ ghi 3 dòng; chưa đúng 1."
    assert "“ba buổi” không phải là số" in dialog._detail.text()
    assert not cut_off(dialog)
    done = next(
        row for row in dialog._rows if row.line.who == "Chi hội 2" and row.found is Found.NEW
    )
    dialog.table.choose_ids([done.place])
    press(dialog.table.view, Qt.Key.Key_Delete)
    assert dialog._told.text() == "2 phiếu. Sẽ ghi 2 dòng; không ghi 1; chưa đúng 1."
    press(dialog, Qt.Key.Key_S, CONTROL)
    settle()
    kept = lines(store)
    assert kept["Chi hội 1", "Sinh hoạt chi hội"].result_by(TODAY) == 3
    assert kept["Chi hội 1", "Rà soát hộ nghèo"].assignment.done_on == DAY
    assert kept["Chi hội 2", "Rà soát hộ nghèo"].assignment.done_on is None


def test_another_day_of_the_figures_is_asked_for(tab, store, tmp_path):
    send(tab, FORM, tmp_path)
    first = next(tmp_path.glob("*Chi-hoi-1*.xlsx"))
    fill_in(first, {}, {"state": "Đã xong"})
    tab.read([first])
    dialog = seen(tab, ReturnDialog)
    click(dialog._day)
    asked = seen(dialog, FormDialog)
    line = asked.form.field("received_on").line
    line.selectAll()
    type_text(line, f"1/1/{TODAY.year}")
    press(asked, Qt.Key.Key_S, CONTROL)
    settle()
    assert f"01/01/{TODAY.year}" in dialog._day.text()
    click(dialog._take)
    assert lines(store)["Chi hội 1", "Rà soát hộ nghèo"].assignment.done_on == DAY
