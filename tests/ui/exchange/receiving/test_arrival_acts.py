"""Packages, guarded ones and checklists, brought by hand: told, looked into, taken in, noted."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from ccb_desktop.domain.submissions.manifest import FileRole
from ccb_desktop.operations.members import people
from ccb_desktop.operations.submissions import received
from ccb_desktop.ui.exchange.receiving.package_dialog import PackageDialog
from ccb_desktop.ui.exchange.receiving.signers_dialog import SignersDialog
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.names_dialog import NamesDialog
from tests import came
from tests.ui import hands, pictures

MESSY = Path(__file__).resolve().parents[5] / "shared" / "samples" / "an-lac" / "messy"
LIST = MESSY / "01-tieu-de-gop-o.xlsx"
FIGURES = {"members_opening": 20, "members_closing": 25, "members_died": 1}


@pytest.fixture
def tab(shown_tab, tmp_path):
    made = shown_tab(hands.make_desk(tmp_path / "drafts"))
    made.places = []
    made.desk.broadcast.wanted.connect(made.places.append)
    return made


def bring(tab, *paths):
    tab.begin_import()
    tab.wizard.begin_with(list(paths))
    hands.settle()


def opened(kind):
    (found,) = (w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible())
    return found


def act(table, text):
    (found,) = (one for one in table.view.actions() if one.text() == text)
    found.trigger()
    hands.settle()


def test_a_package_is_told_taken_in_and_held_against_the_books(tab, store, tmp_path):
    bring(tab, came.with_data(tmp_path / "goi.zip", LIST, figures=FIGURES))
    assert "chưa biết" in tab.wizard._files._told.text()
    for _step in range(2):
        hands.click(hands.button(tab, "Tiếp tục"))
    hands.click(hands.button(tab, "Ghi vào sổ"))
    hands.click(hands.button(hands.open_box(), "Ở lại trang này"))
    assert len(people.list_members(store, date.today())) == 24
    (line,) = tab._table.seen_lines()
    assert (line.sender, line.period) == (
        "Hội CCB phường Thanh Khê",
        "6 tháng đầu năm 2026",
    )
    tab._table.choose_ids([line.id])
    hands.press(tab._table.view, Qt.Key.Key_Return)
    dialog = opened(PackageDialog)
    shown = {one.indicator.code: one for one in dialog.table.seen_lines()}
    assert (shown["members_closing"].theirs, shown["members_closing"].ours) == ("25", "24")
    assert shown["members_closing"].told == "Khác nhau"
    dialog.table.choose_ids(["members_closing"])
    hands.press(dialog.table.view, Qt.Key.Key_Return)
    assert len(opened(NamesDialog).table.seen_lines()) == 24


def unlock(tab, password):
    hands.click(hands.button(tab, "Xem"))
    dialog = opened(FormDialog)
    hands.type_text(dialog.form.fields["password"].line, password)
    hands.click(hands.button(dialog, "Mở gói"))


def test_a_guarded_package_asks_for_its_password(tab, tmp_path):
    bring(tab, came.with_data(tmp_path / "goi.zip", LIST, "Mot 1952"))
    hands.click(hands.button(tab, "Tiếp tục"))
    hands.click(hands.button(hands.open_box(), "Đã hiểu"))
    unlock(tab, "Mot 1925")
    assert "chưa đúng" in hands.open_box().text()
    hands.click(hands.button(hands.open_box(), "Đã hiểu"))
    unlock(tab, "Mot 1952")
    opened(PackageDialog).close()
    assert "Hội CCB phường Thanh Khê" in tab.wizard._files._told.text()
    hands.click(hands.button(tab, "Tiếp tục"))
    assert tab.wizard._steps.currentIndex() == 1


def test_a_package_is_trusted_noted_and_led_to_the_merger(tab, store, tmp_path):
    bring(tab, came.with_data(tmp_path / "goi.zip", LIST))
    hands.click(hands.button(tab, "Xem"))
    dialog = opened(PackageDialog)
    act(dialog.table, "Tin nơi này")
    hands.click(hands.button(hands.open_box(), "Tin nơi này"))
    assert [one.trusted for one in received.list_signers(store)] == [True]
    act(dialog.table, "Ghi nhận đã nhận gói")
    hands.click(hands.button(hands.open_box(), "Đã hiểu"))
    assert [one.told for one in received.list_lines(store)] == [
        "Ghi nhận đã nhận, không nhập vào sổ"
    ]
    hands.click(hands.button(tab, "Xem"))
    act(opened(PackageDialog).table, "Nhập cả phường cũ…")
    (place,) = tab.places
    assert (place.page, place.filters["act"]) == ("units", "ward")
    assert [file.name for file in place.filters["files"]] == [LIST.name]


def test_what_is_no_list_does_not_go_on(tab, tmp_path):
    (tmp_path / "BC.docx").write_bytes(b"x")
    bring(tab, tmp_path / "BC.docx")
    hands.click(hands.button(tab, "Tiếp tục"))
    assert "không có danh sách nào" in hands.open_box().text()
    assert tab.wizard._steps.currentIndex() == 0


def test_signers_are_seen_and_distrusted(tab, store, tmp_path):
    bring(tab, came.with_data(tmp_path / "goi.zip", LIST))
    received.trust(store, tab.wizard._files.known()[0].signer)
    act(tab._table, "Nơi gửi đã biết")
    dialog = opened(SignersDialog)
    dialog.table.choose_ids([dialog.table.seen_lines()[0].id])
    hands.click(hands.button(dialog, "Thôi tin"))
    assert [one.trusted for one in received.list_signers(store)] == [False]


def test_nothing_is_cut_off(tab, look, store, tmp_path):
    (tmp_path / "BC-6T-2026.docx").write_bytes(b"x")
    files = {FileRole.DATA: LIST, FileRole.REPORT: tmp_path / "BC-6T-2026.docx"}
    bring(tab, came.zipped(tmp_path / "goi.zip", files, figures=FIGURES), LIST)
    pictures.take(tab.window(), look, "nhan-tep")
    assert pictures.cut_off(tab.window()) == []
    tab.wizard.see(tab.wizard._files.known()[0])
    dialog = opened(PackageDialog)
    pictures.take(dialog, look, "goi-nhan", size=(1200, 720))
    assert pictures.cut_off(dialog) == []
    assert pictures.nameless(dialog) == []
    dialog.reject()
    received.note_received(store, tab.wizard._files.known()[0])
    hands.click(hands.button(tab, "Thôi, không nhập"))
    pictures.take(tab.window(), look, "so-nhan")
    assert pictures.cut_off(tab.window()) == []
