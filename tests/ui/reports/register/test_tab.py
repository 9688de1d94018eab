"""The register in its window: numbers given and void, what came in answered, by key and mouse."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt

from ccb_desktop.domain.register.documents import Direction, DocumentState, NumberOrder
from ccb_desktop.operations import register
from ccb_desktop.operations.branch import open_branch
from ccb_desktop.ui.kit.broadcast import Place
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.reports.register.tab import RegisterTab
from tests.operations.test_register import ARRIVED, ORDER, TODAY
from tests.ui.hands import button, click, press, settle, show, type_text


def form_of(window):
    """The form that is open."""
    return next(one for one in window.findChildren(FormDialog) if one.isVisible())


@pytest.fixture
def store(data_folder):
    with open_branch(data_folder) as opened:
        yield opened


@pytest.fixture
def tab(desk, store):
    made = RegisterTab(desk, store)
    desk.broadcast.changed.connect(lambda _change: made.refresh())
    show(made, 1180, 640)
    made.refresh()
    return made


def told(table):
    return [row[:4] for row in table.seen().rows]


def test_an_officer_takes_a_number(tab, store):
    tab.out_list.table.view.setFocus()
    press(tab.out_list.table.view, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    form = form_of(tab)
    form.form.field("kind").set_value("BC")
    form.form.field("kind").changed.emit()
    assert "Số sẽ cấp: 01/BC-CCB" in form._told.text()
    type_text(form.form.field("number").line, "17")
    type_text(form.form.field("subject").box, "Kết quả công tác Hội")
    press(form, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)

    document = register.list_lines(store, Direction.OUT)[0].document
    assert (document.symbol, document.subject) == ("17/BC-CCB", "Kết quả công tác Hội")
    assert told(tab.out_list.table)[0][0] == "17/BC-CCB"


def test_a_kept_number_is_issued_and_the_last_one_goes_by_a_key(tab, store, desk):
    kept = register.give_number(store, replace(ORDER, state=DocumentState.RESERVED)).document
    tab.refresh()
    tab.out_list.table.choose_ids([kept.id])
    press(tab.out_list.table.view, Qt.Key.Key_Return)
    assert form_of(tab).windowTitle() == "Ban hành văn bản 01/BC-CCB"
    press(form_of(tab), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert register.load_document(store, kept.id).state is DocumentState.ISSUED

    tab.activateWindow()
    settle()
    tab.out_list.table.view.setFocus()
    press(tab.out_list.table.view, Qt.Key.Key_Delete)
    assert register.list_lines(store, Direction.OUT) == []


def test_what_came_in_is_found_late_and_answered(tab, store):
    late = replace(ARRIVED, arrived_on=TODAY - timedelta(9), due_on=TODAY - timedelta(2))
    came = register.enter_arrival(store, late).document
    tab.show_place(Place("reports", filters={"tab": "register", "show": "waiting"}))
    tab.refresh()
    row = tab.in_list.table.seen().rows[0]
    assert "Quá hạn 2 ngày" in row

    tab.in_list.table.choose_ids([came.id])
    tab.in_list._reply(tab.in_list.table.chosen())
    form = form_of(tab)
    assert form.form.field("answers_id").value() == came.id
    form.form.set_typed({"kind": "CV", "subject": "Trả lời giấy mời"})
    click(form.save_button)

    assert register.load_document(store, came.id).done_on == date.today()
    assert tab.in_list.table.seen().rows == []


def test_somebody_comes_for_one_document(tab, store):
    register.give_number(store, ORDER)
    came = register.enter_arrival(store, ARRIVED).document

    tab.show_place(Place("reports", came.id, {"tab": "register"}))

    assert tab.in_list.isVisible()
    assert [line.document.id for line in tab.in_list.table.chosen()] == [came.id]


@pytest.mark.parametrize("act", ["Lấy số", "Giữ số"])
def test_a_form_that_a_crash_closed_goes_on(tab, store, desk, act):
    click(button(tab, act))
    form = form_of(tab)
    form.form.set_typed({"subject": "Kế hoạch thăm tặng quà"})
    form._keep_draft()
    draft = desk.drafts.left_over()[0]
    form._leave()

    tab.show_place(Place("reports", filters={"draft": draft}))

    assert form_of(tab).form.values()["subject"] == "Kế hoạch thăm tặng quà"
    assert form_of(tab).windowTitle() == f"{act} văn bản"
    form_of(tab)._leave()


def test_void_documents_stay_in_the_list(tab, store):
    given = register.give_number(store, NumberOrder(kind="NQ", on=TODAY, subject="Đại hội"))
    register.cancel(store, given.document.id, "Ghi nhầm loại văn bản")
    tab.refresh()

    assert "Đã hủy: Ghi nhầm loại văn bản" in tab.out_list.table.seen().rows[0]
