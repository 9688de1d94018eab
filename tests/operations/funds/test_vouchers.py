"""Vouchers written, posted, refused and voided, on a real store."""

from datetime import date

import pytest
from sqlalchemy import text, update

from ccb_desktop.data.tables import VoucherRow
from ccb_desktop.domain.errors import AlreadyDone, Conflict, Invalid, Locked, NotFound
from ccb_desktop.domain.funds.funds import MoneyPlace
from ccb_desktop.domain.funds.vouchers import VoucherKind
from ccb_desktop.operations.funds import locks, vouchers
from ccb_desktop.operations.undo import list_actions, undo
from tests.books import add_unit
from tests.ledger import a_voucher, held, open_fund, pay, receive


def numbers(store):
    with store.reading() as session:
        rows = session.query(VoucherRow).order_by(VoucherRow.id)
        return [(row.kind.name, row.number) for row in rows]


def test_numbers_are_given_at_posting_without_gaps(store):
    fund_id = open_fund(store, cash=100)
    assert receive(store, fund_id, 50).number_text == "PT-2026-0001"
    assert receive(store, fund_id, 50).number_text == "PT-2026-0002"
    assert pay(store, fund_id, 10).number_text == "PC-2026-0001"
    with pytest.raises(Invalid):
        pay(store, fund_id, 10_000)
    assert pay(store, fund_id, 10).number_text == "PC-2026-0002"


def test_a_payment_below_zero_is_refused_on_any_later_day_too(store):
    fund_id = open_fund(store, cash=100)
    receive(store, fund_id, 500, issued_on=date(2026, 2, 1))
    pay(store, fund_id, 550, issued_on=date(2026, 4, 1))
    with pytest.raises(Invalid, match="01/04/2026 sẽ thiếu 50 đồng"):
        pay(store, fund_id, 100, issued_on=date(2026, 3, 1))
    assert held(store, fund_id) == (50, 0)


def test_a_transfer_is_one_voucher_for_both_sides(store):
    fund_id, other = open_fund(store, cash=100), open_fund(store, "Quỹ khác")
    goes = {"to_fund_id": other, "to_place": MoneyPlace.BANK}
    vouchers.post_voucher(store, a_voucher(fund_id, 70, VoucherKind.TRANSFER, **goes))
    assert (held(store, fund_id), held(store, other)) == ((30, 0), (0, 70))


def test_a_draft_changes_nothing_until_it_is_posted(store):
    fund_id = open_fund(store)
    vouchers.save_draft(store, a_voucher(fund_id, 80))
    assert (numbers(store), held(store, fund_id)) == ([("RECEIPT", None)], (0, 0))
    _change, posted = vouchers.post_drafts(store, [1])
    assert (posted[0].number_text, held(store, fund_id)) == ("PT-2026-0001", (80, 0))
    with pytest.raises(Conflict):
        vouchers.discard_draft(store, 1)
    with pytest.raises(Conflict):
        vouchers.save_draft(store, posted[0])


def test_a_form_posts_once(store):
    fund_id = open_fund(store)
    vouchers.post_voucher(store, a_voucher(fund_id, 80), "form-1")
    with pytest.raises(AlreadyDone):
        vouchers.post_voucher(store, a_voucher(fund_id, 80), "form-1")
    assert held(store, fund_id) == (80, 0)


def test_a_voucher_is_voided_once_with_a_reason(store):
    fund_id = open_fund(store)
    wrong = receive(store, fund_id, 80)
    with pytest.raises(Invalid):
        vouchers.void_voucher(store, wrong.id, " ")
    _change, (reversal,) = vouchers.void_voucher(store, wrong.id, "Ghi nhầm", date(2026, 5, 2))
    assert reversal.number_text == "PH-2026-0001"
    assert held(store, fund_id, date(2026, 5, 1)) == (80, 0)
    assert held(store, fund_id, date(2026, 5, 2)) == (0, 0)
    for voucher_id in (wrong.id, reversal.id):
        with pytest.raises(Conflict):
            vouchers.void_voucher(store, voucher_id, "lần nữa")


def test_money_that_was_spent_is_not_voided_away(store):
    fund_id = open_fund(store)
    receipt = receive(store, fund_id, 80)
    pay(store, fund_id, 50)
    with pytest.raises(Invalid, match="sẽ thiếu 50 đồng"):
        vouchers.void_voucher(store, receipt.id, "Ghi nhầm")
    assert held(store, fund_id) == (30, 0)


def test_undo_of_a_posting_reverses_it(store):
    fund_id = open_fund(store)
    change, _posted = vouchers.post_voucher(store, a_voucher(fund_id, 80))
    undone = undo(store, change.action_id)
    assert numbers(store) == [("RECEIPT", 1), ("REVERSAL", 1)]
    assert held(store, fund_id) == (0, 0)
    with pytest.raises(Conflict):
        undo(store, undone.action_id)


def test_what_is_voided_already_is_not_undone_once_more(store):
    fund_id = open_fund(store)
    receipt = receive(store, fund_id, 100)
    posting = list_actions(store, limit=1)[0].id
    vouchers.void_voucher(store, receipt.id, "Ghi nhầm")
    with pytest.raises(Conflict, match="không còn gì để hoàn tác"):
        undo(store, posting)
    assert held(store, fund_id) == (0, 0)


def test_undoing_a_draft_leaves_what_was_posted_of_it(store):
    fund_id = open_fund(store)
    saved = vouchers.save_draft(store, a_voucher(fund_id, 100)).action_id
    vouchers.post_drafts(store, [2 if numbers(store)[0][1] else 1])
    with pytest.raises(Conflict, match="sửa tiếp"):
        undo(store, saved)
    assert held(store, fund_id) == (100, 0)


def test_undoing_a_moved_link_reverses_nothing(store):
    unit_id, other = add_unit(store), add_unit(store, "CH2", "Chi hội 2")
    fund_id = open_fund(store)
    receipt = receive(store, fund_id, 100, unit_id=unit_id)
    with store.writing("Chuyển phiếu sang chi hội khác") as session:
        session.execute(update(VoucherRow).values(unit_id=other))
    undo(store, session.change.action_id)
    assert held(store, fund_id) == (100, 0)
    assert vouchers.voucher_of_number(store, receipt.number_text).unit_id == unit_id


def test_a_locked_month_takes_nothing(store):
    fund_id = open_fund(store, cash=100)
    locks.lock_period(store, 2026, 3)
    with pytest.raises(Locked, match="tháng 3/2026"):
        receive(store, fund_id, 80, issued_on=date(2026, 3, 31))
    receive(store, fund_id, 80, issued_on=date(2026, 4, 1))
    (lock,) = locks.list_locks(store)
    with pytest.raises(Invalid):
        locks.unlock_period(store, lock.id, "")
    locks.unlock_period(store, lock.id, "Bổ sung chứng từ")
    receive(store, fund_id, 80, issued_on=date(2026, 3, 31))


def test_the_store_itself_keeps_what_is_posted(store):
    fund_id = open_fund(store)
    receive(store, fund_id, 80)
    locks.lock_period(store, 2026, 2)
    breaches = [
        "UPDATE vouchers SET amount_dong=1",
        "UPDATE vouchers SET note='x'",
        "DELETE FROM vouchers",
        "INSERT OR REPLACE INTO vouchers SELECT * FROM vouchers",
        "UPDATE ledger_entries SET amount_dong=1",
        "DELETE FROM ledger_entries",
        "REPLACE INTO ledger_entries SELECT * FROM ledger_entries",
        "INSERT INTO vouchers (kind, number_year, number, issued_on, posted_at, fund_id, place, "
        "amount_dong, payer, address, content, category, reason, old_number, note) VALUES "
        "('RECEIPT', 2026, 9, '2026-02-03', '2026-02-03', 1, 'CASH', 5, '', '', '', '', '', '',"
        " '')",
    ]
    for breach in breaches:
        with pytest.raises(Exception, match=r"never changed|locked"), store.writing("x") as session:
            session.execute(text(breach))


def test_a_number_leads_to_its_voucher(store):
    fund_id = open_fund(store)
    receipt = receive(store, fund_id, 80)
    assert vouchers.voucher_of_number(store, "pt-2026-0001") == receipt
    with pytest.raises(NotFound):
        vouchers.voucher_of_number(store, "PC-2026-0001")
    with pytest.raises(Invalid):
        vouchers.voucher_of_number(store, "phiếu 1")


def test_a_draft_can_be_thrown_away_and_leaves_no_gap(store):
    fund_id = open_fund(store)
    vouchers.save_draft(store, a_voucher(fund_id, 80))
    vouchers.discard_draft(store, 1)
    assert numbers(store) == []
    assert receive(store, fund_id, 50).number_text == "PT-2026-0001"
