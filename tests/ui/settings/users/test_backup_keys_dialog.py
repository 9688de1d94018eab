"""A backup that the passwords of now do not open is opened by those of then, and restored."""

import shutil

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from ccb_desktop.operations import backups, protection
from ccb_desktop.operations.branch import open_branch
from ccb_desktop.paths import DataFolder
from ccb_desktop.ui.settings import recovery
from ccb_desktop.ui.settings.going_back_dialog import GoingBackDialog
from ccb_desktop.ui.settings.restoring import look_and_restore
from ccb_desktop.ui.settings.users.backup_keys_dialog import BackupKeys
from tests.books import add_member, names_on_roll
from tests.office import CHAIRMAN, CODE, PASSWORD, seat_officers, signed
from tests.ui import hands


@pytest.fixture
def secret_backup(filled_template, tmp_path):
    """A backup of encrypted books, as it comes from another PC, and whom they name."""
    other = DataFolder(tmp_path / "may-khac")
    shutil.copytree(filled_template.root, other.root)
    with open_branch(other) as store:
        seat_officers(store)
        protection.encrypt(store)
        return backups.back_up(store, tmp_path / "usb"), names_on_roll(store)


def seen(kind):
    found = [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]
    assert len(found) < 2
    return found[0] if found else None


def give(dialog, secret):
    dialog.password.line.clear()
    hands.type_text(dialog.password.line, secret)
    hands.press(dialog.password.line, Qt.Key.Key_Return)


def test_a_first_start_restores_it_by_the_code_on_paper(desk, secret_backup, tmp_path, monkeypatch):
    file, names = secret_backup
    folder, done = DataFolder(tmp_path / "may-moi"), []
    monkeypatch.setattr(recovery, "choose_files", lambda *given: given[-1]([file]))
    window = hands.show(QWidget())
    recovery.choose_and_restore(window, folder, lambda: done.append(True), desk=desk)
    dialog = seen(BackupKeys)
    give(dialog, "không phải câu này")
    assert "không mở được" in dialog.told.text()
    dialog.name.set_value("")
    give(dialog, CODE[:-1])
    assert "26 ký tự" in dialog.told.text()
    assert not done
    give(dialog, CODE)
    assert done == [True]
    with open_branch(folder, signed(folder)) as store:
        assert names_on_roll(store) == names


def test_open_books_show_what_it_would_change_before_they_give_way(
    desk, store, secret_backup, monkeypatch
):
    file, names = secret_backup
    add_member(store, "Nguyễn Văn Riêng")
    page, done = hands.show(QWidget()), []
    look_and_restore(page, desk, store, lambda: file, lambda: done.append(True))
    give(seen(BackupKeys), PASSWORD[CHAIRMAN.name])
    change = seen(GoingBackDialog)
    assert names_on_roll(store) == ["Nguyễn Văn Riêng"]
    hands.click(change.go)
    assert done == [True]
    with open_branch(store.folder, signed(store.folder)) as restored:
        assert names_on_roll(restored) == names


def test_leaving_it_changes_nothing(desk, store, secret_backup):
    file, _names = secret_backup
    page = hands.show(QWidget())
    look_and_restore(page, desk, store, lambda: file, lambda: pytest.fail("restored"))
    hands.click(hands.button(seen(BackupKeys), "Thôi, để nguyên"))
    assert seen(GoingBackDialog) is None
    add_member(store, "Nguyễn Văn Riêng")
