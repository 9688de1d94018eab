"""Backups while the window is open: caught up when a stick comes, told at the foot."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ccb_desktop.operations import backups
from ccb_desktop.operations.branch import load_branch, save_branch
from ccb_desktop.ui import backup_keeper
from ccb_desktop.ui.backup_keeper import BackupKeeper
from ccb_desktop.ui.kit.bottom_bar import BottomBar
from tests.books import add_member
from tests.ui import hands


class Window(QWidget):
    """What the keeper knows of the main window."""

    came_back = Signal()

    def __init__(self, desk):
        super().__init__()
        self.bottom = BottomBar(desk.background)


@pytest.fixture
def window(qt_app, desk):
    return Window(desk)


@pytest.fixture
def keeper(desk, store):
    return BackupKeeper(desk, lambda: store)


def reminder(window):
    return window.bottom._reminder


def test_whoever_has_no_second_place_is_reminded_at_the_foot(window, keeper, desk):
    wanted = []
    desk.broadcast.wanted.connect(wanted.append)
    keeper.start(window)
    assert reminder(window).text() == "Chưa sao lưu lần nào: Sao lưu ngay"
    keeper.timer.timeout.emit()
    assert reminder(window).text() == "Chưa chọn nơi sao lưu thứ hai: Chọn nơi thứ hai"
    hands.show(window.bottom)
    hands.click(reminder(window))
    assert wanted[0].filters == {"tab": "backups", "act": "CHOOSE"}
    keeper.stop()
    assert not keeper.timer.isActive()


def test_a_stick_that_comes_is_noticed_when_the_window_is_come_back_to(
    window, keeper, store, tmp_path, monkeypatch
):
    stick = tmp_path / "usb"
    save_branch(store, replace(load_branch(store), backup_folder=str(stick)))
    add_member(store)
    backups.back_up_here(store)
    keeper.start(window)
    stick.mkdir()
    window.came_back.emit()
    assert not list(stick.iterdir())  # it was looked at a moment ago
    monkeypatch.setattr(backup_keeper, "_LOOK_AGAIN_AFTER", 0.0)
    seen = []
    keeper._desk.broadcast.backups_seen.connect(lambda: seen.append(len(list(stick.iterdir()))))
    window.came_back.emit()
    assert seen == [len(list(stick.iterdir()))]  # told when the copy is there
    assert len(list(stick.glob("*.ccbk"))) == 1
    assert window.bottom._news.text() == "Đã chép 1 bản sao lưu sang nơi thứ hai."
    assert not reminder(window).isVisibleTo(window.bottom)


def test_books_that_are_only_seen_are_not_backed_up(window, desk):
    keeper = BackupKeeper(desk, lambda: None)
    keeper.start(window)
    keeper.back_up_soon()
    keeper.look()
    assert not keeper.timer.isActive()
