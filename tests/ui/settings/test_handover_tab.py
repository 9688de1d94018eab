"""The kit of a handover in the window: asked, written, received at the first start."""

import threading
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from shiboken6 import isValid

from ccb_desktop.domain.reports.handover_minutes import Sides
from ccb_desktop.operations import handover_kit, protection
from ccb_desktop.operations.branch import load_branch, open_branch
from ccb_desktop.operations.handover_kit import write_kit
from ccb_desktop.paths import DataFolder
from ccb_desktop.ui.kit.background import Background
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.waiting import WaitingDialog, is_waiting
from ccb_desktop.ui.settings.handover_tab import HandoverTab
from ccb_desktop.ui.settings.receiving_kit import choose_and_receive
from tests.books import contents
from tests.office import CODE, seat_officers, signed
from tests.ui import hands

PASSWORD = "giao-ca-2026"


def choose(parent, place):
    """Answer the question for a folder."""
    hands.settle()
    dialog = parent.findChildren(QFileDialog)[-1]
    dialog.fileSelected.emit(str(place))
    dialog.close()
    hands.settle()


@pytest.fixture
def tab(qt_app, desk, filled):
    return hands.show(HandoverTab(desk, filled))


def test_a_kit_is_written_and_received(tab, filled, tmp_path):
    before = contents(filled)
    hands.click(hands.button(tab, "Lập bộ bàn giao…"))
    dialog = tab.findChildren(FormDialog)[-1]
    hands.type_text(dialog.form.field("receiver").line, "Trần Thị Nhận")
    hands.type_text(dialog.form.field("password").line, PASSWORD)
    hands.type_text(dialog.form.field("again").line, "khác")
    dialog._keep_draft()
    hands.click(hands.button(dialog, "Chọn nơi ghi…"))
    assert "chưa giống nhau" in dialog.form.field("again").shown_problem
    assert PASSWORD not in "".join(
        file.read_text() for file in tab._desk.drafts._folder.glob("*.json")
    )
    dialog.form.field("again").line.clear()
    hands.type_text(dialog.form.field("again").line, PASSWORD)
    hands.click(hands.button(dialog, "Chọn nơi ghi…"))
    choose(tab, tmp_path)
    box = hands.open_box()
    assert "đọc lại thấy đúng" in box.text()
    hands.click(hands.button(box, "Đóng"))
    [kit] = tmp_path.glob("Bo-ban-giao*")

    folder, done = DataFolder(tmp_path / "new"), []
    choose_and_receive(tab, tab._desk, folder, lambda: done.append(True))
    choose(tab, kit)
    asked = tab.findChildren(FormDialog)[-1]
    hands.type_text(asked.form.field("password").line, "không phải")
    hands.click(hands.button(asked, "Mở"))
    assert "Mật khẩu chưa đúng" in asked.form.field("password").shown_problem
    asked.form.field("password").line.clear()
    hands.type_text(asked.form.field("password").line, PASSWORD)
    hands.click(hands.button(asked, "Mở"))
    assert done == [True]
    hands.click(hands.button(hands.open_box(), "Đã hiểu"))
    with open_branch(folder) as received:
        assert contents(received) == before
        assert load_branch(received).name == load_branch(filled).name


def test_a_kit_on_a_slow_stick_holds_no_window(tab, filled, tmp_path, monkeypatch):
    kit = write_kit(filled, Sides(), tmp_path, on=date(2026, 6, 30), password=PASSWORD)
    slow = {name: threading.Event() for name in ("check_kit", "look_into_kit", "receive_kit")}
    for name, go in slow.items():
        act = getattr(handover_kit, name)
        waits = lambda *of, go=go, act=act: go.wait(60) and act(*of)  # noqa: E731 (one line each)
        monkeypatch.setattr(handover_kit, name, waits)
    desk = replace(tab._desk, background=Background())
    done = []
    choose_and_receive(tab, desk, DataFolder(tmp_path / "new"), lambda: done.append(True))
    choose(tab, kit.folder)
    let_go(slow["check_kit"])
    hands.wait_until(lambda: [one for one in tab.findChildren(FormDialog) if one.isVisible()])
    asked = tab.findChildren(FormDialog)[-1]
    hands.type_text(asked.form.field("password").line, PASSWORD)
    hands.click(hands.button(asked, "Mở"))
    let_go(slow["look_into_kit"])
    hands.wait_until(is_waiting)
    let_go(slow["receive_kit"])
    hands.wait_until(lambda: done)
    hands.click(hands.button(hands.open_box(), "Đã hiểu"))
    assert DataFolder(tmp_path / "new").store.exists()


def let_go(go):
    """What is waited for goes on; until then Esc and the cross stop nothing."""
    [waiting] = [w for w in QApplication.topLevelWidgets() if is_shown(w)]
    hands.press(waiting, Qt.Key.Key_Escape)
    waiting.close()
    assert waiting.isVisible()
    go.set()
    hands.wait_until(lambda: not isValid(waiting) or not waiting.isVisible())


def is_shown(window):
    return isinstance(window, WaitingDialog) and window.isVisible()


def test_a_folder_that_is_no_kit_is_told(tab, tmp_path):
    choose_and_receive(tab, tab._desk, DataFolder(tmp_path / "new"), lambda: None)
    choose(tab, tmp_path)
    box = hands.open_box()
    assert "không có bộ bàn giao" in box.text()
    hands.click(hands.button(box, "Đã hiểu"))


def test_the_kit_of_encrypted_books_asks_for_a_password_of_theirs(tab, filled, tmp_path):
    seat_officers(filled)
    protection.encrypt(filled)
    kit = write_kit(filled, Sides(), tmp_path, on=date(2026, 6, 30), password=PASSWORD)
    folder, done = DataFolder(tmp_path / "new-pc"), []
    choose_and_receive(tab, tab._desk, folder, lambda: done.append(True))
    choose(tab, kit.folder)
    sealed = tab.findChildren(FormDialog)[-1]
    hands.type_text(sealed.form.field("password").line, PASSWORD)
    hands.click(hands.button(sealed, "Mở"))
    asked = tab.findChildren(FormDialog)[-1]
    hands.type_text(asked.form.field("secret").line, CODE[:-1])
    hands.click(hands.button(asked, "Mở"))
    assert asked.isVisible()
    asked.form.set_values({"secret": CODE})
    hands.click(hands.button(asked, "Mở"))
    hands.settle()
    assert done
    with open_branch(folder, signed(folder)) as received:
        assert protection.is_encrypted(received)
