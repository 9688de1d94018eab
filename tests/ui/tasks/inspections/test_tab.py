"""Inspections by hand: entered, led to from the first page, mended."""

from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt

from ccb_desktop.domain.activities.activities import Activity
from ccb_desktop.operations.activities import inspections
from ccb_desktop.ui.kit.broadcast import Place
from ccb_desktop.ui.kit.drafts import Draft
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.papers_list import PapersDialog
from ccb_desktop.ui.tasks.inspections.tab import InspectionsTab
from tests.ui.hands import button, click, press, settle, type_text

TODAY = date.today()
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def tab(page):
    page.show_place(Place("tasks", filters={"tab": "inspections"}))
    page.refresh()
    settle()
    return page.tab(InspectionsTab)


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


def test_a_visit_of_another_year_is_led_to_corrected_and_taken_out(tab, store):
    day = date(TODAY.year - 1, 3, 5)
    visit = Activity(held_on=day, kind="SUPERVISION", name="Giám sát vỉa hè")
    inspections.save_inspection(store, visit)
    wanted = inspections.list_inspections(store, day, day)[0].activity.id
    tab.show_place(Place("tasks", wanted, {"tab": "inspections"}))
    settle()
    assert (tab.year, [line.activity.id for line in tab.table.chosen()]) == (day.year, [wanted])
    tab.table.view.setFocus()
    press(tab.table.view, Qt.Key.Key_Return)
    form = form_of(tab)
    type_text(form.form.field("result").box, "Đúng thiết kế")
    press(form, Qt.Key.Key_S, CONTROL)
    (line,) = inspections.list_inspections(store, day, day)
    assert line.activity.result == "Đúng thiết kế"
    click(button(tab, "Biên bản, giấy tờ"))
    papers = next(one for one in tab.findChildren(PapersDialog) if one.isVisible())
    papers.reject()
    settle()
    tab.window().activateWindow()
    tab.table.choose_ids([wanted])
    tab.table.view.setFocus()
    settle()
    press(tab.table.view, Qt.Key.Key_Delete)
    assert inspections.list_inspections(store, day, day) == []


def test_what_a_crash_had_closed_is_gone_on_with(tab, store):
    draft = Draft(
        form_id="f1",
        title="Ghi kiểm tra",
        page="tasks",
        kind="inspection",
        subject=None,
        typed={"name": "Kiểm tra sổ sách"},
        kept_at=datetime.now().astimezone(),
    )
    tab.show_place(Place("tasks", filters={"draft": draft}))
    press(form_of(tab), Qt.Key.Key_S, CONTROL)
    (line,) = inspections.list_inspections(store, TODAY, TODAY)
    assert line.activity.name == "Kiểm tra sổ sách"
