"""The window over books whose key ring is gone: every way on, none of it silent."""

import shutil

import pytest
from PySide6.QtWidgets import QLabel

from ccb_desktop.domain.errors import KeysLost
from ccb_desktop.operations import backups, second_place
from ccb_desktop.operations.branch import open_branch
from ccb_desktop.operations.undo import list_actions
from ccb_desktop.ui.settings.users.lost_keys import LostKeys
from tests.office import CHAIRMAN, CLERK, seat_officers, signed
from tests.ui import hands, pictures


@pytest.fixture
def lost(data_folder, tmp_path):
    """Books with users whose ring is on a stick alone, which is not plugged in."""
    (tmp_path / "usb").mkdir()
    with open_branch(data_folder) as store:
        seat_officers(store, CLERK)
        second_place.choose(store, tmp_path / "usb")
        backups.back_up_here(store)
        second_place.catch_up(store)
    data_folder.key_ring.unlink()
    shutil.rmtree(data_folder.backups)
    (tmp_path / "usb").rename(tmp_path / "rut-ra")
    return data_folder


@pytest.fixture
def dialog(qt_app, lost):
    with pytest.raises(KeysLost) as refused:
        open_branch(lost)
    made = LostKeys(None, lost, refused.value)
    made.open()
    hands.settle()
    yield made
    made.close()


def test_it_says_who_had_a_password_and_finds_the_keys_on_a_stick(dialog, lost, tmp_path):
    told = " ".join(one.text() for one in dialog.findChildren(QLabel))
    assert f"{CHAIRMAN.name}, {CLERK.name}" in told
    found = []
    dialog.found.connect(lambda: found.append(True))
    hands.click(hands.button(dialog, "Tìm lại tệp khóa"))
    assert "USB" in hands.open_box().informativeText() + hands.open_box().text()
    hands.click(hands.button(hands.open_box(), "Đã hiểu"))
    (tmp_path / "rut-ra").rename(tmp_path / "usb")
    hands.click(hands.button(dialog, "Tìm lại tệp khóa"))
    assert found == [True]
    with open_branch(lost, signed(lost, CLERK)) as store:
        assert store.user.name == CLERK.name


def test_opening_anew_is_asked_before_told_after_and_stands_in_the_history(dialog):
    opened = []
    dialog.opened.connect(opened.append)
    hands.click(hands.button(dialog, "Mở lại không cần mật khẩu…"))
    assert "Chủ tịch" in hands.open_box().informativeText()
    hands.click(hands.button(hands.open_box(), "Mở lại sổ"))
    assert "không cần mật khẩu" in hands.open_box().text()
    with opened[0] as store:
        assert CHAIRMAN.name in list_actions(store)[0].label


@pytest.mark.parametrize("percent", pictures.SIZES)
def test_every_way_on_is_seen(dialog, look, percent):
    look.set_percent(percent)
    hands.settle()
    dialog.hide()
    dialog.open()
    hands.settle()
    assert pictures.cut_off(dialog) == []
    assert dialog.height() <= pictures.SCREEN[1]
