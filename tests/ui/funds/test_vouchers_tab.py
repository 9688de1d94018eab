"""The tab Phiếu thu – chi by key and mouse: drafts posted together, vouchers seen and voided."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from ccb_desktop.domain.funds.vouchers import VoucherKind
from ccb_desktop.operations.funds import funds, vouchers
from ccb_desktop.operations.funds.voucher_lists import list_vouchers
from ccb_desktop.ui.kit.broadcast import Place
from tests.ledger import a_voucher, held, pay
from tests.ui.hands import button, click, open_box, press, settle
from tests.ui.members.officer import click_row, dialog, save, seen, write

YEAR = date(2026, 1, 1), date(2026, 12, 31)


@pytest.fixture
def fund_id(store):
    return next(one.id for one in funds.list_funds(store) if one.name == "Quỹ Hội")


@pytest.fixture
def tab(page, store, fund_id):
    """Two drafts and a posted payment, seen in the list of the year."""
    for amount in (100, 200):
        vouchers.save_draft(store, a_voucher(fund_id, amount, content=f"Nháp {amount}"))
    pay(store, fund_id, 300, content="Mua hoa")
    page.show_place(Place("funds", filters={"tab": "vouchers"}))
    made = page._tabs.currentWidget()
    made._span.set_span(*YEAR)
    made.refresh()
    return made


def row_of(tab, content):
    return seen(tab.table, 3).index(content)


def test_many_drafts_are_posted_as_one_act_after_asking(tab, store, fund_id):
    click_row(tab.table, row_of(tab, "Nháp 200"))  # above the other one
    press(tab.table.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    click(button(tab, "Ghi sổ phiếu"))
    click(button(open_box(), "Ghi sổ phiếu"))
    posted = [line.voucher for line in list_vouchers(store, *YEAR) if not line.is_draft]
    receipts = [one for one in posted if one.kind is VoucherKind.RECEIPT]
    assert sorted(one.number_text for one in receipts) == ["PT-2026-0001", "PT-2026-0002"]
    assert held(store, fund_id)[0] == 1_000_000


def test_a_posted_voucher_cannot_be_posted_or_thrown_away(tab):
    click_row(tab.table, row_of(tab, "Mua hoa"))
    assert not button(tab, "Ghi sổ phiếu").isEnabled()
    assert not button(tab, "Bỏ nháp").isEnabled()
    assert button(tab, "Hủy phiếu").isEnabled()


def test_a_voucher_is_voided_with_a_reason_and_leads_to_its_reversal(tab, store, fund_id):
    click_row(tab.table, row_of(tab, "Mua hoa"))
    click(button(tab, "Hủy phiếu"))
    form = dialog("Hủy phiếu PC-2026-0001")
    write(form, "reason", "Ghi nhầm")
    save(form)
    assert held(store, fund_id)[0] == 1_000_000
    click_row(tab.table, row_of(tab, "Mua hoa"))
    assert "ĐÃ HỦY, phiếu PH-2026-0001" in seen(tab.table, 7)
    press(tab.table.view, Qt.Key.Key_Return)
    click(button(dialog("PC-2026-0001"), "Xem phiếu PH-2026-0001"))
    assert dialog("PH-2026-0001")


def test_a_draft_is_thrown_away_by_key(tab, store):
    click_row(tab.table, row_of(tab, "Nháp 200"))
    press(tab.table.view, Qt.Key.Key_Delete)
    assert "Nháp 200" not in [line.voucher.content for line in list_vouchers(store, *YEAR)]


def test_sums_count_what_is_posted_only(tab):
    assert tab.table._totals.accessibleName() == "Cộng. Thu: 0; Chi: 300; Khác: 3.800.000"


def test_chosen_vouchers_are_printed_into_one_file(tab, tmp_path):
    click_row(tab.table, row_of(tab, "Mua hoa"))
    click(button(tab, "In phiếu"))
    out = tmp_path / "phieu.docx"
    chooser = next(w for w in QApplication.topLevelWidgets() if isinstance(w, QFileDialog))
    chooser.fileSelected.emit(str(out))
    settle()
    assert out.exists()
    assert "Đã ghi xong" in open_box().text()


def test_the_papers_behind_a_voucher_open_from_it(tab, tmp_path):
    paper = tmp_path / "Hoa don.pdf"
    paper.write_bytes(b"%PDF-1.4 thu")
    click_row(tab.table, row_of(tab, "Mua hoa"))
    click(button(tab, "Xem, sửa nháp"))
    click(button(dialog("PC-2026-0001"), "Chứng từ kèm theo (0)"))
    window = dialog("Chứng từ của phiếu PC-2026-0001")
    window.papers.attach([paper])
    save(dialog("Lưu giấy tờ"))
    assert seen(window.papers.table) == ["Hoa don"]
