"""Every kind of damage led through in the window: the right offer, and nothing deleted."""

import shutil

import pytest
from PySide6.QtWidgets import QLabel

from ccb_desktop.domain.errors import Damaged
from ccb_desktop.operations import backups, second_place
from ccb_desktop.operations.branch import has_branch, open_branch
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.settings.recovery import RecoveryDialog
from tests.books import add_member, add_unit, names_on_roll
from tests.ui import hands, pictures

PAGE = 4096


@pytest.fixture
def folder(data_folder, tmp_path):
    """Books with a backup in both places, and one act that no backup has."""
    (tmp_path / "usb").mkdir()
    with open_branch(data_folder) as store:
        second_place.choose(store, tmp_path / "usb")
        unit = add_unit(store)
        add_member(store, "Nguyễn Văn Còn", unit)
        backups.back_up_here(store)
        second_place.catch_up(store)
        add_member(store, "Nguyễn Văn Sau", unit)
    return data_folder


def spoil(folder):
    """Damage a page in which no history lies."""
    whole = folder.store.read_bytes()
    for page in range(2, len(whole) // PAGE):
        spoilt = bytearray(whole)
        spoilt[page * PAGE + 9] ^= 1
        folder.store.write_bytes(spoilt)
        dialog = opened(folder)
        told = said(dialog)
        dialog.close()
        if "1 việc ghi sau lúc đó" in told:
            return
    raise AssertionError("no page leaves the history readable")


DAMAGES = {
    "damaged": spoil,
    "empty": lambda folder: folder.store.write_bytes(b""),
    "foreign": lambda folder: folder.store.write_bytes(b"PK\x03\x04 a workbook"),
    "unreadable": lambda folder: folder.store.write_bytes(bytes(range(256)) * 64),
    "missing": lambda folder: folder.store.unlink(),
}
SAID = {
    "damaged": "bị hỏng ở 1 chỗ",
    "empty": "trống, không có gì bên trong",
    "foreign": "một tệp khác đã bị chép đè",
    "unreadable": "bị hỏng hoặc không phải tệp số liệu",
    "missing": "Không thấy tệp số liệu",
}


def opened(folder):
    desk = hands.make_desk(folder.drafts)
    return hands.show(RecoveryDialog(None, folder, Damaged("Tệp hỏng."), desk=desk), 800, 500)


def said(dialog):
    return " ".join(one.text() for one in dialog.findChildren(QLabel) if one.isVisible())


@pytest.mark.parametrize("kind", DAMAGES)
@pytest.mark.parametrize("here", [True, False], ids=["backups here", "backups away"])
def test_the_officer_is_led_to_the_newest_good_backup(qt_app, folder, tmp_path, kind, here):
    DAMAGES[kind](folder)
    before = folder.store.read_bytes() if folder.store.exists() else None
    if not here:
        shutil.rmtree(folder.backups)
    dialog = opened(folder)
    assert SAID[kind] in said(dialog)
    assert ("nơi thứ hai" in said(dialog)) is not here
    assert ("Nguyễn Văn Sau" in str(lost(dialog))) is (kind == "damaged")
    hands.click(next(b for b in ways(dialog) if b.text().startswith("Phục hồi bản")))
    with open_branch(folder) as store:
        assert names_on_roll(store) == ["Nguyễn Văn Còn"]
    kept = [file.read_bytes() for file in folder.set_aside.glob("*.ccb")]
    assert kept == ([] if before is None else [before])


def ways(dialog):
    return [b for b in dialog.findChildren(hands.QPushButton) if b.isVisible()]


def lost(dialog):
    tables = [t for t in dialog.findChildren(RecordTable) if t.isVisible()]
    return [act.label for table in tables for act in table.seen_lines()]


@pytest.mark.parametrize("kind", DAMAGES)
def test_without_any_backup_nothing_is_begun_anew_until_a_stick_is_in(
    qt_app, folder, tmp_path, kind
):
    DAMAGES[kind](folder)
    shutil.rmtree(folder.backups)
    (tmp_path / "usb").rename(tmp_path / "rut-ra")
    dialog = opened(folder)
    assert "Không tìm thấy bản sao lưu nào" in said(dialog)
    assert not [b for b in ways(dialog) if b.text().startswith("Phục hồi bản")]
    with pytest.raises(Damaged):
        open_branch(folder)
    (tmp_path / "rut-ra").rename(tmp_path / "usb")
    hands.click(hands.button(dialog, "Tìm lại"))
    assert [b for b in ways(dialog) if b.text().startswith("Phục hồi bản")]


@pytest.mark.parametrize("percent", pictures.SIZES)
def test_the_acts_to_enter_again_and_every_way_out_are_seen(qt_app, desk, folder, look, percent):
    spoil(folder)
    look.set_percent(percent)
    dialog = RecoveryDialog(None, folder, Damaged("Tệp hỏng."), desk=desk)
    dialog.open()
    hands.settle()
    assert pictures.cut_off(dialog) == []
    assert dialog.height() <= pictures.SCREEN[1]
    assert dialog.focusWidget().text().startswith("Phục hồi bản")


def test_new_books_are_offered_only_where_no_backup_is_left(folder, tmp_path):
    DAMAGES["empty"](folder)
    with pytest.raises(AssertionError):
        hands.button(opened(folder), "Lập sổ mới…")
    shutil.rmtree(folder.backups)
    shutil.rmtree(tmp_path / "usb")
    dialog = opened(folder)
    left = []
    dialog.rejected.connect(lambda: left.append(True))
    hands.click(hands.button(dialog, "Lập sổ mới…"))
    hands.click(hands.button(hands.open_box(), "Cất riêng sổ cũ"))
    assert "Mở lại để lập sổ mới" in hands.open_box().informativeText()
    hands.click(hands.button(hands.open_box(), "Đã hiểu"))
    assert left == [True]
    assert not has_branch(folder)
