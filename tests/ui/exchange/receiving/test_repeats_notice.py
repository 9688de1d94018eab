"""Likely repeats of money in the wizard, and the question before a booked import is undone."""

from datetime import date

import openpyxl
import pytest
from PySide6.QtWidgets import QCheckBox

from ccb_desktop.operations import import_workbook
from ccb_desktop.operations.funds import funds
from tests import ledger
from tests.domain.imports.importing import CASH_ROWS
from tests.ui import hands, pictures

ROW = ("5/3/2026", "Thu", "Quỹ Hội", "Ủng hộ", "Ông Bảy", "", "", 900, "", "", "")
OTHER = ("6/3/2026", "Thu", "Quỹ Hội", "Góp", "Ông Tám", "", "Vì đồng đội", 800, "", "", "")


def write(path, *rows):
    workbook = openpyxl.Workbook()
    workbook.active.title = "Thu chi"
    for row in (CASH_ROWS, *rows):
        workbook.active.append(row)
    workbook.save(path)
    return path


@pytest.fixture
def page(shown_tab, store, tmp_path):
    """The page, in a branch whose fund holds what a first file brought."""
    ledger.open_fund(store)
    first = import_workbook.read_files([write(tmp_path / "thang-3.xlsx", ROW)])
    import_workbook.run_import(
        store, import_workbook.understand_files(store, first), date(2026, 6, 30)
    )
    return shown_tab(hands.make_desk(tmp_path / "drafts"))


def total(store):
    return funds.list_balances(store, date(2026, 12, 31))[0].total_dong


def test_a_repeat_is_taken_by_a_tick_and_an_import_is_undone_after_a_question(
    page, store, tmp_path, look
):
    page.begin_import()
    page.wizard.begin_with([write(tmp_path / "quy-1.xlsx", ROW, OTHER)])
    for _step in range(2):
        hands.click(hands.button(page, "Tiếp tục"))
    (box,) = page.findChildren(QCheckBox)
    assert box.text() == "Thu chi: nhập cả 1 dòng trùng"
    pictures.take(page, look, "wizard-repeats")
    assert page.whole_page.height() <= pictures.SCREEN[1]
    assert pictures.cut_off(page) == []
    hands.click(box)
    assert [one.isChecked() for one in page.findChildren(QCheckBox)] == [True]
    hands.click(hands.button(page, "Ghi vào sổ"))
    assert total(store) == 900 + 900 + 800
    hands.click(hands.button(hands.open_box(), "Ở lại trang này"))
    page._table.choose_ids([("batch", import_workbook.list_batches(store)[0].id)])
    hands.settle()
    hands.click(hands.button(page, "Bỏ lần nhập này"))
    box = hands.open_box()
    assert "mỗi phiếu sẽ có một phiếu hủy cùng ngày" in box.informativeText()
    assert total(store) == 900 + 900 + 800
    hands.click(hands.button(box, "Bỏ lần nhập, ghi 2 phiếu hủy"))
    assert total(store) == 900
