"""What is told in the window when books were opened: the clock, and a copy gone astray."""

import shutil
from datetime import datetime

import pytest

from ccb_desktop.domain.clock import ClockDoubt, ClockFault
from ccb_desktop.operations import backups, starting
from ccb_desktop.operations.branch import open_branch
from ccb_desktop.ui.kit import messages
from ccb_desktop.ui.kit.look import Look
from ccb_desktop.ui.kit.window_state import WindowState
from ccb_desktop.ui.main_window import MainWindow
from ccb_desktop.ui.settings.going_back_dialog import GoingBackDialog
from ccb_desktop.ui.settings.start_notices import ClockNotice, StartNotices
from tests.books import add_member, names_on_roll
from tests.ui import hands
from tests.ui.pictures import cut_off

WRONG = ClockDoubt(ClockFault.BEHIND, datetime(2019, 5, 6, 7, 8), datetime(2026, 6, 5, 9, 30))


@pytest.fixture(autouse=True)
def this_pc(tmp_path, monkeypatch):
    monkeypatch.setattr(starting, "machine_file", lambda: tmp_path / "pc")
    yield
    messages.caution_by(lambda: "")


@pytest.fixture
def window(qt_app, desk, tmp_path):
    """The main window without pages."""
    made = MainWindow(
        "Sổ Hội CCB",
        [],
        desk,
        Look(qt_app, WindowState(None)),
        undo=lambda _act: None,
        search=lambda _typed: [],
        help_folder=tmp_path,
    )
    yield hands.show(made)
    made.close()


def test_a_wrong_clock_stands_above_the_pages_until_it_is_mended(window, desk, filled, monkeypatch):
    told = [WRONG]
    monkeypatch.setattr(starting, "doubt_clock", lambda _store: told[0])
    StartNotices(window, desk, filled, lambda: None)
    hands.settle()
    notice = window.findChild(ClockNotice)
    assert notice.isVisible()
    assert cut_off(window) == []
    box = messages.ask(window, "Ghi sổ phiếu?", [("Ghi sổ phiếu", lambda: None)], posts=True)
    assert "07:08 ngày 06/05/2019" in box.informativeText()
    assert box.defaultButton().text() == "Thôi, để nguyên"
    box.close()
    told[0] = None
    hands.click(hands.button(notice, "Xem lại đồng hồ"))
    assert not notice.isVisible()
    box = messages.ask(window, "Ghi sổ phiếu?", [("Ghi sổ phiếu", lambda: None)], posts=True)
    assert "Chú ý" not in box.informativeText()
    box.close()


def test_an_officer_who_knows_better_is_left_in_peace(window, desk, filled, monkeypatch):
    monkeypatch.setattr(starting, "doubt_clock", lambda _store: WRONG)
    notices = StartNotices(window, desk, filled, lambda: None)
    hands.settle()
    notice = window.findChild(ClockNotice)
    hands.click(hands.button(notice, "Đồng hồ đúng, làm tiếp"))
    notices.look_at_clock()
    assert not notice.isVisible()


@pytest.mark.parametrize("answer", ["Lấy bản sao lưu ấy", "Dùng số liệu đang mở"])
def test_books_that_fell_behind_are_told_with_both_ways_on(
    window, desk, filled_folder, tmp_path, answer
):
    old = shutil.copyfile(filled_folder.store, tmp_path / "old.ccb")
    with open_branch(filled_folder) as store:
        add_member(store, "Nguyễn Văn Mới")
        backups.back_up_here(store)
    shutil.copyfile(old, filled_folder.store)
    store = open_branch(filled_folder)
    reopened = []
    StartNotices(window, desk, store, lambda: reopened.append(True))
    hands.settle()
    box = hands.open_box()
    assert "thiếu 1 việc" in box.text()
    hands.click(hands.button(box, answer))
    if answer == "Lấy bản sao lưu ấy":
        hands.settle()
        hands.click(window.findChild(GoingBackDialog).go)
        assert reopened == [True]
        with open_branch(filled_folder) as brought:
            assert "Nguyễn Văn Mới" in names_on_roll(brought)
    else:
        assert starting.newer_backup(store) is None
        store.close()


def test_that_they_were_restored_is_told_once(window, desk, data_folder):
    with open_branch(data_folder) as store:
        file = backups.back_up_here(store).path
    backups.restore(data_folder, file)
    with open_branch(data_folder) as store:
        StartNotices(window, desk, store, lambda: None)
        hands.settle()
        assert "Đã phục hồi bản sao lưu lúc" in hands.open_box().text()
        hands.click(hands.button(hands.open_box(), "Đã hiểu"))
        StartNotices(window, desk, store, lambda: None)
        hands.settle()
        assert hands.no_box()
