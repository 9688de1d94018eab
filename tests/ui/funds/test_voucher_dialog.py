"""A receipt, a payment and a transfer by key and mouse: posted once, kept, refused."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from ccb_desktop.domain.attached_files import FileOwner
from ccb_desktop.domain.funds.vouchers import VoucherKind
from ccb_desktop.operations import undo
from ccb_desktop.operations.funds import funds, vouchers
from ccb_desktop.operations.funds.voucher_lists import list_vouchers
from ccb_desktop.operations.members import attached_files
from ccb_desktop.ui.funds.vouchers_tab import VouchersTab
from tests.ledger import a_voucher, held
from tests.ui.hands import button, click, no_box, open_box, press, settle
from tests.ui.members.officer import choose, dialog, dialogs, fault, save, write

YEAR = date(2026, 1, 1), date(2026, 12, 31)


@pytest.fixture
def fund_id(store):
    return next(one.id for one in funds.list_funds(store) if one.name == "Quỹ Hội")


@pytest.fixture
def begin(page, fund_id):
    """Begin a voucher of a kind; gives its window."""
    tab = page.tab(VouchersTab)

    def write_one(kind):
        tab._vouchers.write(kind, fund_id)
        settle()
        return dialog()

    return write_one


def written(store, kind):
    lines = list_vouchers(store, *YEAR)
    return [line.voucher for line in lines if line.voucher.kind is kind]


def agree():
    """Press the button of the question that names the act."""
    click(button(open_box(), "Ghi sổ phiếu"))


def test_a_receipt_is_echoed_asked_about_and_posted(begin, store, fund_id):
    form = begin(VoucherKind.RECEIPT)
    write(form, "amount_dong", "250000")
    assert form.form.field("amount_dong").echo.text() == "Hai trăm năm mươi nghìn đồng"
    assert any("còn 1.250.000 đồng" in told.text() for told in form.findChildren(QLabel))
    write(form, "content", "Thu tiền nước")
    save(form)
    assert written(store, VoucherKind.RECEIPT) == []  # nothing before he has agreed
    agree()
    (posted,) = written(store, VoucherKind.RECEIPT)
    assert (posted.number_text, posted.amount_dong) == ("PT-2026-0001", 250_000)
    assert dialogs() == []
    assert held(store, fund_id)[0] == 1_250_000


def test_a_payment_beyond_what_is_there_is_refused_beside_the_amount(begin, store):
    form = begin(VoucherKind.PAYMENT)
    write(form, "amount_dong", "1500000")
    assert any("Thiếu 500.000 đồng" in told.text() for told in form.findChildren(QLabel))
    write(form, "content", "Mua sắm")
    save(form)
    agree()
    assert "không đủ tiền mặt" in fault(form, "amount_dong")
    assert written(store, VoucherKind.PAYMENT) == []


def test_a_person_of_the_roster_is_chosen_and_the_next_voucher_begins_empty(begin, store):
    form = begin(VoucherKind.RECEIPT)
    write(form, "amount_dong", "10000")
    write(form, "content", "Hội phí")
    write(form, "payer", "binh 12")
    press(form.form.field("payer").suggestions.popup(), Qt.Key.Key_Down)
    press(form.form.field("payer").suggestions.popup(), Qt.Key.Key_Return)
    assert form.form.field("payer").value() == "Trần Văn Bình 12"
    choose(form, "category", "Hội phí")
    click(button(form, "Ghi sổ và thêm tiếp"))
    agree()
    (posted,) = written(store, VoucherKind.RECEIPT)
    assert posted.payer == "Trần Văn Bình 12"
    assert posted.person_id is not None
    assert posted.unit_id is not None  # where he stands was filled in
    values = form.form.values()
    assert (values["amount_dong"], values["content"], values["payer"]) == (None, "", "")
    assert (values["fund_id"], values["category"]) == (posted.fund_id, "Hội phí")
    assert form._payer.person_id is None


def test_a_draft_needs_no_amount_and_changes_no_balance(begin, store, fund_id):
    form = begin(VoucherKind.PAYMENT)
    write(form, "content", "Mua hoa")
    click(button(form, "Lưu nháp"))
    assert dialogs() == []
    assert no_box()
    (draft,) = written(store, VoucherKind.PAYMENT)
    assert (draft.is_posted, draft.amount_dong) == (False, 0)
    assert held(store, fund_id)[0] == 1_000_000


def test_a_transfer_moves_cash_to_the_bank(begin, store, fund_id):
    form = begin(VoucherKind.TRANSFER)
    choose(form, "to_fund_id", "Quỹ Hội")
    choose(form, "to_place", "Tiền gửi ngân hàng")
    write(form, "amount_dong", "400000")
    write(form, "content", "Gửi tiền vào ngân hàng")
    save(form)
    agree()
    assert held(store, fund_id) == (600_000, 2_400_000)


def test_papers_come_with_the_voucher_and_are_seen_on_it(begin, store, tmp_path):
    paper = tmp_path / "Hoa don tien hoa.pdf"
    paper.write_bytes(b"%PDF-1.4 thu")
    form = begin(VoucherKind.PAYMENT)
    write(form, "amount_dong", "1000")
    write(form, "content", "Mua hoa")
    form.form.field("papers").add([paper])
    save(form)
    agree()
    (posted,) = written(store, VoucherKind.PAYMENT)
    (kept,) = attached_files.list_papers(store, FileOwner(voucher_id=posted.id))
    assert (kept.title, kept.person_id) == ("Hoa don tien hoa", None)


def test_a_draft_thrown_away_takes_its_papers_and_undo_brings_both_back(store, fund_id, tmp_path):
    paper = tmp_path / "Giay.txt"
    paper.write_bytes(b"x")
    draft = a_voucher(fund_id, 5, content="Nháp")
    vouchers.save_draft(store, draft, papers=attached_files.new_papers([paper]))
    (kept,) = written(store, VoucherKind.RECEIPT)
    owner = FileOwner(voucher_id=kept.id)
    change = vouchers.discard_draft(store, kept.id)
    assert attached_files.list_papers(store, owner) == []
    undo.undo(store, change.action_id)
    assert len(attached_files.list_papers(store, owner)) == 1
    assert written(store, VoucherKind.RECEIPT) == [kept]
