"""The tab Sao lưu: both places told, backups tried, and what a restore costs seen before it."""

import shutil
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QTabWidget

from ccb_desktop.domain.backup_care import Mend
from ccb_desktop.domain.submissions.drives import Drive
from ccb_desktop.operations import backups, second_place
from ccb_desktop.operations.branch import load_branch, open_branch, save_branch
from ccb_desktop.operations.starting import look_at_start
from ccb_desktop.ui.settings import backups_tab
from ccb_desktop.ui.settings.backups_tab import BackupsTab
from ccb_desktop.ui.settings.going_back_dialog import GoingBackDialog
from ccb_desktop.ui.settings.rehearsal_dialog import RehearsalDialog
from tests.books import add_member, add_unit, names_on_roll
from tests.ledger import open_fund, receive
from tests.ui import pictures
from tests.ui.hands import button, click, make_desk, no_box, open_box, press, settle, show


@pytest.fixture
def tab(qt_app, store, tmp_path):
    return show(BackupsTab(make_desk(tmp_path / "drafts"), store), 1180, 700)


def said(widget):
    settle()
    return " ".join(one.text() for one in widget.findChildren(QLabel) if one.isVisible())


def choose(tab, backup):
    tab._table.choose_ids([backup.sha256])
    settle()


def dialog_of(tab, kind):
    settle()
    [found] = [one for one in tab.findChildren(kind) if one.isVisible()]
    return found


def test_the_second_place_is_chosen_and_filled_at_once(tab, store, tmp_path, monkeypatch):
    stick = tmp_path / "usb"
    stick.mkdir()
    monkeypatch.setattr(backups_tab, "choose_folder", lambda _parent, _title, then: then(stick))
    assert "Chưa chọn" in said(tab)
    click(button(tab, "Chọn nơi thứ hai…"))
    assert load_branch(store).backup_folder == str(stick)
    assert len(list(stick.glob("*.ccbk"))) == 1
    assert no_box()
    assert said(tab).count("1 bản, mới nhất") == 2
    assert "Cùng ổ đĩa với sổ" in said(tab)
    tab._forget()
    assert load_branch(store).backup_folder == ""
    assert "Chưa chọn" in said(tab)


def test_a_copy_that_was_made_meanwhile_is_shown_at_once(tab, store, tmp_path):
    stick = tmp_path / "usb"
    save_branch(store, replace(load_branch(store), backup_folder=str(stick)))
    tab.refresh()
    assert "Chưa cắm vào máy" in said(tab)
    stick.mkdir()
    backups.back_up(store, stick)
    tab._desk.broadcast.backups_seen.emit()
    assert "1 bản, mới nhất" in said(tab)


def test_a_stick_with_another_letter_is_taken_by_one_press(tab, store, tmp_path, monkeypatch):
    old, new = tmp_path / "usb", tmp_path / "usb1"
    old.mkdir()
    second_place.choose(store, old)
    tab._back_up()
    old.rename(new)
    drive = Drive(path=new, label="", free=None, file_system="FAT32", read_only=False)
    monkeypatch.setattr(second_place, "list_drives", lambda: [drive])
    tab.refresh()
    settle()
    click(button(tab, "Dùng nơi này"))
    assert load_branch(store).backup_folder == str(new)
    shutil.move(new, old)
    second_place.choose(store, new)
    monkeypatch.setattr(second_place, "list_drives", lambda: [replace(drive, path=old)])
    tab.begin(Mend.MOVE)
    assert load_branch(store).backup_folder == str(old)


def test_reading_again_tells_how_many_are_damaged(tab, store):
    backups.back_up_here(store)
    tab._look_again()
    assert "cả 1 bản đều tốt" in said(tab)
    made = backups.list_backups(store.folder)[0]
    made.path.write_bytes(bytes(made.size_bytes))
    tab._look_again()
    assert "1 bản sao lưu không còn đọc được" in open_box().text()
    click(button(open_box(), "Đã hiểu"))
    assert "1 bản BỊ HỎNG" in said(tab)


def test_a_backup_is_rehearsed_from_the_list(tab, store):
    made = backups.back_up_here(store)
    tab.refresh()
    choose(tab, made)
    click(button(tab, "Diễn tập phục hồi"))
    dialog = dialog_of(tab, RehearsalDialog)
    assert "ĐẠT: bản sao lưu" in said(dialog)
    click(button(dialog, "Đóng"))
    assert "Diễn tập phục hồi gần nhất: ĐẠT" in said(tab)
    made.path.write_bytes(b"x" * made.size_bytes)
    tab.begin(Mend.REHEARSE)
    dialog = dialog_of(tab, RehearsalDialog)
    assert "KHÔNG ĐẠT" in said(dialog)
    assert "bị hỏng" in said(dialog)


@pytest.fixture
def with_later_acts(store):
    """A backup, and after it a new member and a receipt."""
    fund, unit = open_fund(store, cash=100_000), add_unit(store)
    made = backups.back_up_here(store)
    add_member(store, "Nguyễn Văn Mới", unit)
    receive(store, fund, 70_000)
    return made


def test_what_a_restore_costs_is_seen_before_and_nothing_is_done_by_enter(
    tab, store, with_later_acts
):
    tab.refresh()
    choose(tab, with_later_acts)
    click(button(tab, "Phục hồi bản này…"))
    dialog = dialog_of(tab, GoingBackDialog)
    assert "2 việc ghi sau lúc ấy" in said(dialog)
    tabs = dialog.findChild(QTabWidget)
    titles = [tabs.tabText(place) for place in range(tabs.count())]
    assert titles == ["Số liệu lúc ấy và bây giờ", "Việc sẽ mất (2)", "Phiếu sẽ mất (1)"]
    press(dialog.stay, Qt.Key.Key_Return)
    assert not [one for one in tab.findChildren(GoingBackDialog) if one.isVisible()]
    assert names_on_roll(store) == ["Nguyễn Văn Mới"]


def test_going_back_is_done_by_the_button_that_says_it(tab, store, with_later_acts):
    opened = []
    tab.restored.connect(lambda: opened.append(True))
    tab.restore_before(5)
    dialog = dialog_of(tab, GoingBackDialog)
    assert dialog.go.text().startswith("Phục hồi về ")
    click(dialog.go)
    assert opened == [True]
    with open_branch(store.folder) as again:
        assert names_on_roll(again) == []
        assert "Đã phục hồi bản sao lưu lúc" in look_at_start(again).restored


def test_a_damaged_backup_is_told_and_the_books_stay_open(tab, store, with_later_acts):
    spoilt = bytearray(with_later_acts.path.read_bytes())
    spoilt[9000] ^= 1
    with_later_acts.path.write_bytes(spoilt)
    tab._restore([with_later_acts])
    assert "bị hỏng" in open_box().text()
    click(button(open_box(), "Đã hiểu"))
    assert names_on_roll(store) == ["Nguyễn Văn Mới"]


def test_without_a_backup_before_an_act_that_is_told(tab, store):
    tab.restore_before(1)
    assert "Không còn bản sao lưu nào trước việc này" in open_box().text()
    click(button(open_box(), "Đã hiểu"))


@pytest.mark.parametrize("percent", pictures.SIZES)
def test_nothing_is_cut_off(tab, store, look, with_later_acts, percent):
    look.set_percent(percent)
    tab.refresh()
    settle()
    assert pictures.cut_off(tab) == []
    choose(tab, with_later_acts)
    click(button(tab, "Phục hồi bản này…"))
    dialog = dialog_of(tab, GoingBackDialog)
    assert pictures.cut_off(dialog) == []
    assert dialog.height() <= pictures.SCREEN[1]
    dialog.reject()
    tab._rehearse([with_later_acts])
    dialog = dialog_of(tab, RehearsalDialog)
    assert pictures.cut_off(dialog) == []
    assert dialog.height() <= pictures.SCREEN[1]
