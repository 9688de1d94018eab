"""Going back to a backup: done behind a window that waits, and failures told afterwards."""

import threading

import pytest
from PySide6.QtCore import Qt

from ccb_desktop.app import Program
from ccb_desktop.operations import backups
from ccb_desktop.operations.branch import open_branch
from ccb_desktop.ui.kit.waiting import WaitingDialog
from ccb_desktop.ui.settings.going_back_dialog import GoingBackDialog
from ccb_desktop.ui.settings.restoring import look_and_restore
from tests.books import add_member, names_on_roll
from tests.ui import hands


@pytest.fixture
def program(qt_app, data_folder):
    """The whole program on books of which a backup holds all but the last act."""
    with open_branch(data_folder) as store:
        add_member(store, "Nguyễn Văn Trước")
        backups.back_up_here(store)
        add_member(store, "Nguyễn Văn Sau")
    program = Program(qt_app, data_folder)
    program.begin()
    wait(program)
    yield program
    program.window.close()


def wait(program):
    hands.settle()
    while program.desk.background.is_busy:
        program.desk.background.wait()
        hands.settle()


def looked_back(program):
    """The window that shows what the backup would change, and the backup."""
    kept = backups.list_backups(program.store.folder)[-1].path
    window = program.window
    look_and_restore(window, program.desk, program.store, lambda: kept, program._reopen)
    wait(program)
    return window.findChild(GoingBackDialog), kept


def test_nothing_else_can_be_done_while_books_are_restored(program, monkeypatch):
    go, restore = threading.Event(), backups.restore
    monkeypatch.setattr(backups, "restore", lambda *of, **by: go.wait(60) and restore(*of, **by))
    before = program.window
    dialog, _kept = looked_back(program)
    hands.click(dialog.go)
    waiting = before.findChild(WaitingDialog)
    hands.press(waiting, Qt.Key.Key_Escape)
    before.close()
    program.backups.timer.timeout.emit()
    hands.settle()
    assert waiting.isVisible()
    assert before.isVisible()
    assert not program.desk.background._waiting
    go.set()
    wait(program)
    assert program.window is not before
    assert names_on_roll(program.store) == ["Nguyễn Văn Trước"]


def test_a_restore_that_fails_is_told_when_the_books_are_open_again(program):
    dialog, kept = looked_back(program)
    kept.write_bytes(b"")
    before = program.window
    hands.click(dialog.go)
    wait(program)
    assert program.window is not before
    assert names_on_roll(program.store) == ["Nguyễn Văn Sau", "Nguyễn Văn Trước"]
    hands.click(hands.button(hands.open_box(), "Đã hiểu"))
