"""The list beside the books, chosen by keyboard and mouse."""

from datetime import date

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ccb_desktop.operations import import_workbook
from ccb_desktop.operations.members import people
from tests.ui import hands, pictures

_HEADER = ("Họ và tên", "Ngày sinh", "Chi hội", "Điện thoại", "Cấp bậc")
_OLD = (
    ("Lê Văn An", "1950", "Chi hội 1", "0901000111", "Thượng úy"),
    ("Đỗ Văn Bé", "1951", "Chi hội 1", "0901000222", "Đại úy"),
)
_NEW = (
    ("Lê Văn An", "1950", "Chi hội 1", "0902000111", "Thiếu tá"),
    ("Đỗ Văn Bé", "1951", "Chi hội 1", "0902000222", "Thiếu tá"),
    ("Vũ Văn Cả", "1952", "Chi hội 1", "", ""),
)


@pytest.fixture
def list_of(tmp_path):
    def write(rows, name):
        workbook = openpyxl.Workbook()
        for row in (_HEADER, *rows):
            workbook.active.append(row)
        workbook.save(tmp_path / name)
        return tmp_path / name

    return write


@pytest.fixture
def tab(shown_tab, store, list_of, tmp_path):
    """The tab with an import of the new list at its preview; the old one is in the books."""
    sources = import_workbook.read_files([list_of(_OLD, "cu.xlsx")])
    known = import_workbook.understand_files(store, sources)
    import_workbook.run_import(store, known, date(2025, 12, 31))
    made = shown_tab(hands.make_desk(tmp_path / "drafts"))
    made.begin_import()
    made.wizard.begin_with([list_of(_NEW, "moi.xlsx")])
    for _step in range(2):
        hands.click(hands.button(made, "Tiếp tục"))
    return made


def compare(tab):
    hands.click(hands.button(tab, "So với sổ: lấy mới hay giữ cũ"))
    return tab.wizard._comparison


def pick(step, text):
    """An act of the menu of many lines."""
    (found,) = (one for one in step.table.view.actions() if one.text() == text)
    found.trigger()
    hands.settle()


def said(step):
    return {(line.who, line.field): step._said(line)[2:] for line in step.table.seen_lines()}


def books(store):
    with store.reading():
        lines = people.list_members(store, date.today())
    return {line.full_name: (line.phone, line.rank) for line in lines}


def test_one_field_is_kept_by_keyboard_and_the_rest_written(tab, store):
    step = compare(tab)
    assert step.table.view.hasFocus()
    assert list(said(step)) == [
        *(("Lê Văn An", "Điện thoại"), ("Lê Văn An", "Cấp bậc")),
        *(("Đỗ Văn Bé", "Điện thoại"), ("Đỗ Văn Bé", "Cấp bậc"), ("Vũ Văn Cả", "Dòng mới")),
    ]
    QTest.keyClick(step.table.view, Qt.Key.Key_Return)
    assert said(step)["Lê Văn An", "Điện thoại"] == "Giữ cũ"
    assert step._count.text() == ("Lấy mới 3 chỗ, giữ cũ 1 chỗ, ghi thêm 1 dòng mới.")
    hands.click(hands.button(tab, "Xong, xem lại"))
    hands.click(hands.button(tab, "Ghi vào sổ"))
    assert books(store) == {
        "Lê Văn An": ("0901000111", "Thiếu tá"),
        "Đỗ Văn Bé": ("0902000222", "Thiếu tá"),
        "Vũ Văn Cả": ("", ""),
    }


def test_a_field_of_all_rows_and_a_whole_row(tab, store):
    step = compare(tab)
    step.table.choose_ids([step.table.seen_lines()[1].id])
    pick(step, "Giữ cũ mục này ở mọi dòng")
    assert [key for key, word in said(step).items() if word == "Giữ cũ"] == [
        *(("Lê Văn An", "Cấp bậc"), ("Đỗ Văn Bé", "Cấp bậc"))
    ]
    step.table.choose_ids([step.table.seen_lines()[4].id])
    QTest.keyClick(step.table.view, Qt.Key.Key_Delete)
    assert said(step)["Vũ Văn Cả", "Dòng mới"] == "Để lại"
    hands.click(hands.button(tab, "Xong, xem lại"))
    assert len(compare(tab).table.seen_lines()) == 5  # what was left can be taken again
    assert said(step)["Vũ Văn Cả", "Dòng mới"] == "Để lại"
    hands.click(hands.button(tab, "Xong, xem lại"))
    hands.click(hands.button(tab, "Ghi vào sổ"))
    assert books(store) == {
        "Lê Văn An": ("0902000111", "Thượng úy"),
        "Đỗ Văn Bé": ("0902000222", "Đại úy"),
    }


def test_nothing_is_cut_off(tab, look):
    compare(tab)
    pictures.take(tab.window(), look, "so-voi-so", sizes=(150,))
    assert pictures.cut_off(tab.window()) == []
    assert pictures.nameless(tab.window()) == []
