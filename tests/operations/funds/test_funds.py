"""Funds opened, corrected, closed and taken out, on a real store."""

from dataclasses import replace
from datetime import date

import pytest

from ccb_desktop.domain.errors import Conflict, Invalid, Locked, NotFound
from ccb_desktop.domain.funds.funds import Fund, FundPurpose, MoneyPlace
from ccb_desktop.domain.funds.vouchers import VoucherKind
from ccb_desktop.operations.funds import funds, locks, vouchers
from ccb_desktop.operations.undo import list_actions, undo
from tests.ledger import a_voucher, held, open_fund, pay, receive


def the_fund(store, fund_id):
    return next(fund for fund in funds.list_funds(store) if fund.id == fund_id)


def test_a_fund_begins_with_what_it_held(store):
    fund_id = open_fund(store, cash=300, bank=700)
    (line,) = funds.list_balances(store, date(2026, 1, 1))
    assert (line.fund.id, line.total_dong) == (fund_id, 1000)
    assert line.by_place == {MoneyPlace.CASH: 300, MoneyPlace.BANK: 700}
    assert funds.list_balances(store, date(2025, 12, 31)) == []


def test_two_funds_do_not_share_a_name(store):
    open_fund(store, "Quỹ tình nghĩa")
    with pytest.raises(Invalid) as raised:
        open_fund(store, "quỹ TÌNH nghĩa ")
    assert set(raised.value.fields) == {"name"}
    assert len(funds.list_funds(store)) == 1


def test_funds_of_the_branch_stand_first(store):
    open_fund(store, "Quỹ của chi hội", unit_id=None)
    assert [fund.unit_id for fund in funds.list_funds(store)] == [None]


def test_a_fund_is_not_opened_after_its_first_voucher(store):
    fund_id = open_fund(store, "Quỹ Hội", cash=500_000)
    with pytest.raises(Invalid, match="Quỹ đã có phiếu từ ngày 01/01/2026"):
        funds.save_fund(store, replace(the_fund(store, fund_id), opened_on=date(2026, 1, 2)))
    funds.save_fund(store, replace(the_fund(store, fund_id), opened_on=date(2025, 12, 1)))


def test_a_fund_is_closed_only_when_it_is_empty(store):
    fund_id, other = open_fund(store, cash=100), open_fund(store, "Quỹ khác")
    closed = replace(the_fund(store, fund_id), closed_on=date(2026, 6, 30))
    with pytest.raises(Invalid, match="còn 100 đồng"):
        funds.save_fund(store, closed)
    goes = {"to_fund_id": other, "to_place": MoneyPlace.CASH}
    vouchers.post_voucher(store, a_voucher(fund_id, 100, VoucherKind.TRANSFER, **goes))
    funds.save_fund(store, closed)
    with pytest.raises(Invalid, match="đã đóng"):
        pay(store, fund_id, 1, issued_on=date(2026, 7, 1))
    assert held(store, other) == (100, 0)


def test_what_is_booked_before_a_fund_was_closed_leaves_it_empty(store):
    fund_id = open_fund(store, cash=100)
    spent = pay(store, fund_id, 100, issued_on=date(2026, 3, 1))
    closing = funds.save_fund(store, replace(the_fund(store, fund_id), closed_on=date(2026, 6, 30)))
    for add in (
        lambda: receive(store, fund_id, 1, issued_on=date(2026, 2, 1)),
        lambda: vouchers.void_voucher(store, spent.id, "Ghi nhầm", date(2026, 3, 1)),
    ):
        with pytest.raises(Invalid, match="đã đóng ngày 30/06/2026 khi hết tiền"):
            add()
    undo(store, closing.action_id)
    receive(store, fund_id, 1, issued_on=date(2026, 2, 1))
    assert held(store, fund_id) == (1, 0)


def test_a_closing_is_not_put_back_over_later_vouchers(store):
    fund_id = open_fund(store)
    funds.save_fund(store, replace(the_fund(store, fund_id), closed_on=date(2026, 2, 1)))
    undo(store, list_actions(store, limit=1)[0].id)
    reopening = list_actions(store, limit=1)[0].id
    receive(store, fund_id, 100)
    with pytest.raises(Invalid, match="còn phiếu ghi sau"):
        undo(store, reopening)
    assert the_fund(store, fund_id).closed_on is None


def test_a_fund_with_vouchers_stays(store):
    booked, unused = open_fund(store, cash=1), open_fund(store, "Quỹ lập nhầm")
    with pytest.raises(Conflict):
        funds.remove_fund(store, booked)
    funds.remove_fund(store, unused)
    with pytest.raises(NotFound):
        funds.remove_fund(store, unused)


def test_undo_of_an_opening_leaves_the_fund_with_its_reversed_voucher(store):
    change = funds.open_fund(
        store,
        Fund(name="Quỹ", purpose=FundPurpose.BASE, opened_on=date(2026, 1, 1)),
        {MoneyPlace.CASH: 50},
    )
    undo(store, change.action_id)
    (fund,) = funds.list_funds(store)
    assert held(store, fund.id) == (0, 0)


def test_undo_of_an_opening_without_money_takes_the_fund_out(store):
    change = funds.open_fund(
        store, Fund(name="Quỹ", purpose=FundPurpose.BASE, opened_on=date(2026, 1, 1)), {}
    )
    undo(store, change.action_id)
    assert funds.list_funds(store) == []


def test_a_locked_month_takes_no_new_fund(store):
    locks.lock_period(store, 2026, 1)
    with pytest.raises(Locked):
        open_fund(store, cash=50)
    assert funds.list_funds(store) == []
