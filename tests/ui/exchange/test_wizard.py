"""The import wizard by mouse and keyboard, from the files to the books and back."""

from datetime import date
from pathlib import Path

import openpyxl
import pytest

from ccb_desktop.operations import import_workbook
from ccb_desktop.operations.members import people
from ccb_desktop.ui.exchange.page import ExchangePage
from ccb_desktop.ui.exchange.preview_step import Tell, preview_lines
from ccb_desktop.ui.kit.choice_fields import CalmComboBox
from tests.ui import hands, pictures

SAMPLES = Path(__file__).resolve().parents[4] / "shared" / "samples" / "an-lac"


@pytest.fixture
def page(qt_app, store, tmp_path):
    desk = hands.make_desk(tmp_path / "drafts")
    page = hands.show(ExchangePage(desk, store), 1180, 700)
    page.sent = []
    desk.broadcast.changed.connect(page.sent.append)
    return page


def go_on(page):
    hands.click(hands.button(page, "Tiếp tục"))


def test_an_import_from_files_to_books_and_undone(page, store):
    page.begin_import()
    hands.settle()
    assert not hands.button(page, "Tiếp tục").isEnabled()
    page.wizard.begin_with([SAMPLES / "messy" / "01-tieu-de-gop-o.xlsx"])
    hands.settle()
    go_on(page)
    go_on(page)
    assert people.list_members(store, date.today()) == []
    hands.click(hands.button(page, "Ghi vào sổ"))
    assert len(people.list_members(store, date.today())) == 24
    assert [change.label for change in page.sent] == ["Nhập từ Excel: 01-tieu-de-gop-o.xlsx"]
    box = hands.open_box()
    assert "24 dòng mới" in box.text() + box.informativeText()
    hands.click(hands.button(box, "Ở lại trang này"))
    page._table.choose_ids([import_workbook.list_batches(store)[0].id])
    hands.settle()
    hands.click(hands.button(page, "Bỏ lần nhập này"))
    assert people.list_members(store, date.today()) == []
    assert len(page._table.seen_lines()) == 0


def test_several_files_at_once(page, store):
    files = sorted((SAMPLES / "messy").glob("0[123]-*.xlsx"))
    page.begin_import()
    page.wizard.begin_with(files)
    for _step in range(2):
        go_on(page)
    hands.click(hands.button(page, "Ghi vào sổ"))
    assert len(people.list_members(store, date.today())) == 24 + 26 + 27


def test_a_wrong_file_is_told_and_the_wizard_stays(page, store, tmp_path):
    picture = tmp_path / "anh.xlsx"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(500))
    page.begin_import()
    page.wizard.begin_with([picture])
    go_on(page)
    box = hands.open_box()
    assert "anh.xlsx" in box.text() + box.informativeText()
    hands.click(hands.button(box, "Đã hiểu"))
    assert hands.button(page, "Tiếp tục").isEnabled()


def test_columns_are_matched_by_hand(page, store, tmp_path):
    workbook = openpyxl.Workbook()
    for row in (["Đồng chí", "Năm", "Thuộc"], ["Lê Văn Bình", 1950, "Chi hội 1"]):
        workbook.active.append(row)
    workbook.save(tmp_path / "la.xlsx")
    page.begin_import()
    page.wizard.begin_with([tmp_path / "la.xlsx"])
    go_on(page)
    choose(page, "Bảng này là danh sách gì", "Hội viên")
    for header, field in (("Đồng chí", "Họ và tên"), ("Năm", "Ngày sinh"), ("Thuộc", "Chi hội")):
        choose(page, f"Cột {header} là gì", field)
    go_on(page)
    hands.click(hands.button(page, "Ghi vào sổ"))
    assert [line.full_name for line in people.list_members(store, date.today())] == ["Lê Văn Bình"]
    sources = import_workbook.read_files([tmp_path / "la.xlsx"])
    assert import_workbook.understand_files(store, sources)[0].sheets[0].kind == "members"


def choose(page, name, text):
    box = next(
        box
        for box in page.findChildren(CalmComboBox)
        if box.accessibleName() == name and box.isVisible()
    )
    place = box.findText(text)
    assert place >= 0, [box.itemText(i) for i in range(box.count())]
    box.setCurrentIndex(place)
    box.activated.emit(place)
    hands.settle()


def test_the_preview_tells_problems_first(store):
    workbooks = import_workbook.understand_files(
        store, import_workbook.read_files([SAMPLES / "messy" / "04-ngay-thang.xlsx"])
    )
    lines = preview_lines(import_workbook.preview_import(store, workbooks, date(2026, 6, 30)))
    assert [line.tells for line in lines[:3]] == [Tell.PROBLEM] * 3
    assert "31/02/1950" in lines[0].detail
    assert sum(line.tells is Tell.NEW for line in lines) == 25


def test_leaving_writes_nothing(page, store):
    page.begin_import()
    page.wizard.begin_with([SAMPLES / "messy" / "01-tieu-de-gop-o.xlsx"])
    go_on(page)
    hands.click(hands.button(page, "Thôi, không nhập"))
    assert people.list_members(store, date.today()) == []
    assert import_workbook.list_batches(store) == []


def test_nothing_is_cut_off(page, look):
    files = [SAMPLES / "so-lieu-an-lac.xlsx", SAMPLES / "messy" / "05-tcvn3.xlsx"]
    page.begin_import()
    page.wizard.begin_with(files)
    for step in range(3):
        pictures.take(page, look, f"import-{step + 1}", size=(1180, 700))
        look.set_percent(150)
        hands.settle()
        assert pictures.cut_off(page) == []
        look.set_percent(100)
        if step < 2:
            go_on(page)
