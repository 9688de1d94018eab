"""Vouchers of a real store printed as slips."""

from datetime import date

import pytest
from docx import Document

from ccb_desktop.domain.errors import Invalid, NotFound
from ccb_desktop.domain.funds.vouchers import VoucherKind
from ccb_desktop.operations.funds import vouchers
from ccb_desktop.operations.voucher_slips import (
    suggested_name,
    vouchers_of_period,
    write_receipts,
)
from tests.ledger import open_fund, pay, receive


def texts(path):
    cells = [row.cells[0] for row in Document(path).tables[0].rows]
    return ["\n".join(t.text for t in cell._element.iter() if t.text) for cell in cells]


def test_slips_stand_in_the_order_asked_for_and_voided_ones_are_stamped(store, tmp_path):
    fund_id = open_fund(store, cash=100)
    first, second = receive(store, fund_id, 50), receive(store, fund_id, 70)
    _change, (reversal,) = vouchers.void_voucher(store, first.id, "ghi nhầm")
    out = write_receipts(store, [second.id, first.id, reversal.id], tmp_path / "a.docx")
    found = texts(out)
    assert [number in text for number, text in zip(("0002", "0001", "PH-"), found, strict=True)]
    assert ["ĐÃ HỦY" in text for text in found] == [False, True, False]
    assert "ghi nhầm" in found[2]


def test_what_cannot_be_printed_is_told(store, tmp_path):
    with pytest.raises(Invalid, match="Chưa chọn phiếu nào"):
        write_receipts(store, [], tmp_path / "a.docx")
    with pytest.raises(Invalid, match="docx"):
        write_receipts(store, [1], tmp_path / "a.xlsx")
    with pytest.raises(NotFound):
        write_receipts(store, [999], tmp_path / "a.docx")


def test_the_vouchers_of_a_period_come_by_number_and_kind(store):
    fund_id, other = open_fund(store, cash=100), open_fund(store, "Chân quỹ")
    late = receive(store, fund_id, 50, issued_on=date(2026, 4, 1))
    early = receive(store, fund_id, 50, issued_on=date(2026, 2, 1))
    receive(store, other, 50, issued_on=date(2026, 2, 1))
    pay(store, fund_id, 10)
    year = date(2026, 1, 1), date(2026, 12, 31)
    of_fund = vouchers_of_period(store, VoucherKind.RECEIPT, *year, "Quỹ Hội")
    assert of_fund == [late.id, early.id]
    assert len(vouchers_of_period(store, VoucherKind.RECEIPT, *year)) == 3
    assert suggested_name(store).startswith("Phieu-thu-phieu-chi_Phuong-An-Binh_")
