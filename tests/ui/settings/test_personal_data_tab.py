"""The tab of personal data: what left, who has consented, and erasing by real hands."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from ccb_desktop.domain.members.memberships import EventKind
from ccb_desktop.operations import papers
from ccb_desktop.operations.papers import ListOrder
from ccb_desktop.operations.personal_data import erasing
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.settings.page import SettingsPage
from tests.books import add_event, add_member
from tests.ui import hands, pictures

NAME = "Vũ Đình Kim Tước"


@pytest.fixture
def store(filled, tmp_path):
    """Books with somebody who has left, and from which a list was taken out."""
    add_member(filled, NAME)
    add_event(filled, 14, EventKind.TRANSFERRED_OUT, "2/9/2025", elsewhere="xã Đông Hà")
    order = ListOrder(name="roster", on=date(2025, 6, 30))
    papers.write_list(filled, order, tmp_path / "danh-sach.xlsx")
    return filled


@pytest.fixture
def page(qt_app, store, tmp_path, look):
    desk = hands.make_desk(tmp_path / "drafts")
    made = hands.show(SettingsPage(desk, store, look), 1180, 700)
    made.tabs.show_tab("personal")
    hands.settle()
    return made


@pytest.fixture
def tab(page):
    return page._personal


def opened(tab):
    hands.click(hands.button(tab, "Xóa dữ liệu người đã rời Hội"))
    hands.wait_until(lambda: tab.findChildren(FormDialog))
    return tab.findChildren(FormDialog)[-1]


def choose(dialog, name):
    picker = dialog.form.field("person")
    hands.type_text(picker.line, name)
    picker.leave()
    hands.settle()


def test_what_left_and_how_members_stand_is_seen(tab):
    [line] = tab.table.seen_lines()
    assert (line.what, line.file_name) == ("Danh sách hội viên", "danh-sach.xlsx")
    assert "10 chưa đồng ý" in tab._standing.text()


def test_somebody_who_has_left_is_erased_after_all_was_told(tab, store):
    dialog = opened(tab)
    choose(dialog, NAME)
    told = " ".join(one.text() for one in dialog.findChildren(QLabel))
    assert "MẤT HẲN" in told and "GIỮ LẠI" in told and "chứng từ kế toán" in told
    dialog.form.set_typed({"decision_no": "15/QĐ-CCB", "reason": "Theo đề nghị của gia đình"})
    hands.click(hands.button(dialog, "Xóa dữ liệu, không lấy lại được"))
    [erasure] = erasing.list_erasures(store)
    assert erasure.decision_no == "15/QĐ-CCB"
    assert "Đã xóa dữ liệu của 1 người" in tab._standing.text()
    assert all(one.name != NAME for one in erasing.list_departed(store))


def test_without_a_decision_nothing_is_erased(tab, store):
    dialog = opened(tab)
    choose(dialog, NAME)
    hands.click(hands.button(dialog, "Xóa dữ liệu, không lấy lại được"))
    assert dialog.isVisible()
    assert erasing.list_erasures(store) == []


def test_leaving_with_esc_and_enter_erases_nobody(tab, store):
    dialog = opened(tab)
    choose(dialog, NAME)
    dialog.form.set_typed({"decision_no": "15/QĐ-CCB", "reason": "Theo đề nghị của gia đình"})
    hands.press(dialog, Qt.Key.Key_Escape)
    box = hands.open_box()
    assert {one.text() for one in box.buttons()} == {"Bỏ những gì vừa gõ", "Gõ tiếp"}
    hands.press(box, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert erasing.list_erasures(store) == []


def test_pictures(page, tab, look):
    pictures.take(page, look, "personal-data")
    look.set_percent(100)
    dialog = opened(tab)
    choose(dialog, NAME)
    pictures.take(dialog, look, "personal-data-erasing", size=(900, 700))
    assert pictures.cut_off(dialog) == []
    assert pictures.nameless(dialog) == []
