"""Handing out by hand: units chosen, the list typed over and filled down, one step back."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from ccb_desktop.domain.tasks.periods import Recurrence
from ccb_desktop.operations.tasks import plan
from ccb_desktop.ui.tasks.handing_out.assigned_dialog import AssignedDialog
from ccb_desktop.ui.tasks.handing_out.clears_dialog import ClearsDialog
from ccb_desktop.ui.tasks.handing_out.dialog import HandOutDialog
from ccb_desktop.ui.tasks.handing_out.grid_model import DUE, PLACE, TARGET
from ccb_desktop.ui.tasks.plan.tab import PlanTab
from tests.plans import a_task, an_item
from tests.ui.hands import button, click, press, settle, type_text

YEAR = date.today().year
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def tab(page, store):
    task = a_task(store, year=YEAR)
    an_item(store, task, "Vệ sinh đường", recurrence=Recurrence.HALF)
    an_item(store, task, "Kết nạp hội viên", measure="hội viên")
    made = page.tab(PlanTab)
    made.refresh()
    made.table.choose_ids({made.table.seen_lines()[0].key})
    return made


def window(kind):
    settle()
    return next(w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible())


def write(grid, row, column, text):
    grid.setCurrentIndex(grid.rows.index(row, column))
    press(grid, Qt.Key.Key_F2)
    editor = next(one for one in grid.findChildren(QLineEdit) if one.isVisible())
    editor.selectAll()
    type_text(editor, text)
    press(editor, Qt.Key.Key_Return)


def test_an_item_is_handed_to_all_chi_hoi_and_taken_back(page, tab, store):
    click(button(tab, "Giao việc"))
    asked = window(HandOutDialog)
    click(asked.look_button)
    grid = asked.grid
    assert asked.hand_out_button.text() == "Giao 4 việc"
    write(grid, 0, PLACE, "Phố Ga")
    grid.selectColumn(PLACE)
    grid.setCurrentIndex(grid.rows.index(0, PLACE))
    click(button(asked, "Điền cả cột"))
    assert {one.assignment.place for one in grid.rows.proposed} == {"Phố Ga"}
    assert "Trùng việc" in asked._warning.text()
    write(grid, 0, DUE, "31/2/2026")
    assert asked._refused.text()
    write(grid, 0, DUE, f"15/6/{YEAR}")
    write(grid, 1, TARGET, "5,5")
    write(grid, 2, TARGET, "năm")
    assert "năm" in asked._refused.text()
    grid.setCurrentIndex(grid.rows.index(3, PLACE))
    click(button(asked, "Bỏ dòng đang chọn"))
    press(asked, Qt.Key.Key_S, CONTROL)
    lines = plan.list_handed_out(store, YEAR)
    assert len(lines) == 3
    by_key = {(one.unit_code, one.assignment.period.label): one.assignment for one in lines}
    assert by_key["CH1", "6 tháng đầu"].due_on == date(YEAR, 6, 15)
    assert str(by_key["CH1", "6 tháng cuối"].target) == "5.5"
    page.window().activateWindow()
    settle()
    page.undo_bar.undo_last()
    settle()
    assert plan.list_handed_out(store, YEAR) == []


def test_what_lacks_is_found_and_mended(tab, store):
    click(button(tab, "Giao việc"))
    asked = window(HandOutDialog)
    click(asked.look_button)
    click(asked.hand_out_button)
    tab.acts.show_clears()
    counted = window(ClearsDialog)
    assert "rõ địa chỉ 0/4" in str(
        [one.text() for one in counted.findChildren(type(asked._warning))]
    )
    press(counted, Qt.Key.Key_Escape)
    tab.acts.open_assigned("Việc đã giao", lambda _line: True, only_lacking=True)
    seen = window(AssignedDialog)
    assert len(seen.table.seen_lines()) == 4
    seen.table.view.selectAll()
    click(button(seen, "Điền cho nhiều việc"))
    form = next(
        w for w in QApplication.topLevelWidgets() if hasattr(w, "save_button") and w.isVisible()
    )
    line = form.form.field("place").line
    line.setFocus()
    type_text(line, "Phố Chợ")
    press(form, Qt.Key.Key_S, CONTROL)
    settle()
    wanted = [line.lacking for line in plan.list_handed_out(store, YEAR)]
    assert all(len(lacking) <= 1 for lacking in wanted)
    assert {line.assignment.place for line in plan.list_handed_out(store, YEAR)} == {"Phố Chợ"}
