"""What is due, by hand: led to from the first page, checked, reminded of earlier."""

from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from ccb_desktop.operations.branch import load_branch
from ccb_desktop.operations.tasks import plan, progress
from ccb_desktop.ui.kit.broadcast import Place
from ccb_desktop.ui.kit.drafts import Draft
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.tasks.follow_up.schedule_tab import ScheduleTab
from tests.plans import a_task, an_item, hand_out, unit_of
from tests.ui.hands import button, click, press, settle, type_text

TODAY = date.today()
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def tab(page, store):
    item, unit = an_item(store, a_task(store, year=TODAY.year)), unit_of(store)
    for days in (-5, 3, 200):
        hand_out(store, item, unit, due_on=TODAY + timedelta(days))
    hand_out(store, item, unit, due_on=TODAY, done_on=TODAY)
    page.show_place(Place("tasks", filters={"tab": "schedule", "show": "overdue"}))
    page.refresh()
    settle()
    return page.tab(ScheduleTab)


def states(tab):
    return [row[1] for row in tab.table.seen().rows]


def run(tab, group, act):
    """Choose an act of a button with a menu, and give the form that opens."""
    click(button(tab, group))
    menu = next(one for one in tab.findChildren(QMenu) if one.isVisible())
    next(one for one in menu.actions() if one.text() == act).trigger()
    menu.close()
    settle()
    return next(one for one in tab.findChildren(FormDialog) if one.isVisible())


def test_the_first_page_leads_to_what_it_counts(tab):
    assert states(tab) == ["✘ Quá hạn 5 ngày"]
    tab.show_place(Place("tasks", filters={"tab": "schedule", "show": "soon"}))
    assert states(tab) == ["! Sắp đến hạn"]
    tab.table.show_all()
    assert states(tab) == ["✘ Quá hạn 5 ngày", "✔ Đã xong", "! Sắp đến hạn", "– Chưa làm"]


def test_who_looked_is_kept_and_days_of_reminding_are_set(tab, store):
    tab.table.choose_ids({tab.table.seen_lines()[0].id})
    form = run(tab, "Việc khác", "Ghi kiểm tra")
    type_text(form.form.field("checked_by").line, "Trần Bình")
    press(form, Qt.Key.Key_S, CONTROL)
    kept = plan.list_handed_out(store)[0].assignment
    assert (kept.checked_by, kept.checked_on) == ("Trần Bình", TODAY)
    form = run(tab, "Việc khác", "Số ngày nhắc trước…")
    line = form.form.field("task_soon_days").line
    line.selectAll()
    type_text(line, "2")
    press(form, Qt.Key.Key_S, CONTROL)
    assert load_branch(store).task_soon_days == 2
    tab.refresh()
    tab.show_place(Place("tasks", filters={"tab": "schedule", "show": "soon"}))
    assert states(tab) == []


def test_a_report_that_a_crash_had_closed_is_gone_on_with(tab, store):
    line = tab.table.seen_lines()[0]
    draft = Draft(
        form_id="f1",
        title="Ghi tiến độ",
        page="tasks",
        kind="task_progress",
        subject=line.id,
        typed={"amount": "2"},
        kept_at=datetime.now().astimezone(),
    )
    tab.show_place(Place("tasks", filters={"draft": draft}))
    settle()
    form = next(one for one in tab.findChildren(FormDialog) if one.isVisible())
    press(form, Qt.Key.Key_S, CONTROL)
    assert progress.load_line(store, line.id).result_by(TODAY) == 2
