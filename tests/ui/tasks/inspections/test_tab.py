"""Inspections by hand: entered, led to from the first page, mended."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from ccb_desktop.operations.activities import inspections
from ccb_desktop.ui.kit.broadcast import Place
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.tasks.inspections.tab import InspectionsTab
from tests.ui.hands import button, click, press, settle, type_text

TODAY = date.today()
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def tab(page):
    page.show_place(Place("tasks", filters={"tab": "inspections"}))
    page.refresh()
    settle()
    return page.findChild(InspectionsTab)


def form_of(tab):
    settle()
    return next(one for one in tab.findChildren(FormDialog) if one.isVisible())


def test_a_visit_is_called_after_its_unit_and_shown_until_it_is_mended(tab, store):
    click(button(tab.table.view, "Ghi kiểm tra, giám sát"))
    form = form_of(tab)
    unit = form.form.field("unit_id")
    unit.box.setFocus()
    press(unit.box, Qt.Key.Key_Down)
    assert form.form.field("name").value() == "Kiểm tra Chi hội 1"
    type_text(form.form.field("fix_by_on").line, f"{TODAY:%d/%m/%Y}")
    press(form, Qt.Key.Key_S, CONTROL)
    assert form.form.field("lessons").shown_problem
    type_text(form.form.field("lessons").box, "Lập lại sổ")
    press(form, Qt.Key.Key_S, CONTROL)
    tab.show_place(Place("tasks", filters={"tab": "inspections", "state": "open"}))
    (line,) = tab.table.seen_lines()
    assert tab.table.seen().rows[0][4] == f"Chưa xong, hạn {TODAY:%d/%m/%Y}"
    tab.table.choose_ids({line.activity.id})
    click(button(tab, "Đã khắc phục"))
    press(form_of(tab), Qt.Key.Key_S, CONTROL)
    assert tab.table.seen_lines() == []
    (kept,) = inspections.list_inspections(store, TODAY, TODAY)
    assert kept.activity.fixed_on == TODAY
