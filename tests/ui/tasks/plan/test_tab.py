"""The plan by hand: a key task and its items entered, put in order and taken out again."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from ccb_desktop.operations.tasks import plan
from ccb_desktop.ui.kit.broadcast import Place
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.tasks.plan.tab import PlanTab
from tests.plans import a_task, an_item, hand_out
from tests.ui.hands import button, click, press, settle, type_text

YEAR = date.today().year
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def tab(page):
    return page.tab(PlanTab)


def dialog():
    settle()
    seen = QApplication.topLevelWidgets()
    return next(w for w in seen if isinstance(w, FormDialog) and w.isVisible())


def write(form, **texts):
    for name, text in texts.items():
        line = form.field(name).line
        line.setFocus()
        line.selectAll()
        type_text(line, text)


def test_a_plan_is_written_and_put_in_order(tab, store):
    click(button(tab, "Ghi nhiệm vụ trọng tâm đầu tiên"))
    asked = dialog()
    write(asked.form, title="Xây dựng Hội vững mạnh")
    press(asked, Qt.Key.Key_S, CONTROL)
    settle()
    click(button(tab, "Thêm việc"))
    asked = dialog()
    write(asked.form, what="Sinh hoạt chi hội", target="4")
    press(asked, Qt.Key.Key_S, CONTROL)
    assert asked.form.field("measure").shown_problem
    write(asked.form, measure="buổi")
    press(asked, Qt.Key.Key_S, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    write(asked.form, what="Kết nạp hội viên")
    press(asked, Qt.Key.Key_S, CONTROL)
    settle()
    assert [line.item.what for line in tab.table.seen_lines()] == [
        "Sinh hoạt chi hội",
        "Kết nạp hội viên",
    ]
    tab.table.choose_ids({tab.table.seen_lines()[1].key})
    tab.window().activateWindow()
    settle()
    tab.table.view.setFocus()
    press(tab.table.view, Qt.Key.Key_Up, CONTROL)
    assert plan.list_plan(store, YEAR)[0].item.what == "Kết nạp hội viên"
    press(tab.table.view, Qt.Key.Key_Delete)
    assert [line.item.what for line in plan.list_plan(store, YEAR)] == ["Sinh hoạt chi hội"]


def test_the_plan_of_the_year_before_is_copied(tab, store):
    task = a_task(store, f"Đại hội năm {YEAR - 1}", YEAR - 1)
    item = an_item(store, task)
    hand_out(store, item, 1)
    tab.refresh()
    click(button(tab, f"Chép kế hoạch năm {YEAR - 1}"))
    asked = dialog()
    assert "1 nhiệm vụ trọng tâm, 1 việc, giao lại thành 1 việc" in asked._told.text()
    press(asked, Qt.Key.Key_S, CONTROL)
    settle()
    assert [line.key_task.title for line in tab.table.seen_lines()] == [f"Đại hội năm {YEAR}"]
    assert len(plan.list_handed_out(store, YEAR)) == 1


def test_a_place_leads_to_an_item_of_another_year(page, tab, store):
    item = an_item(store, a_task(store, year=YEAR - 1), "Vệ sinh đường")
    page.show_place(Place("tasks", item.id, {"tab": "plan"}))
    settle()
    assert tab.year == YEAR - 1
    assert [line.item.what for line in tab.table.chosen()] == ["Vệ sinh đường"]
