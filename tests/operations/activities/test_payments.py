"""The cost of activities in the cash book: paid, linked, voided, undone."""

from datetime import date

import pytest

from ccb_desktop.domain.activities.activities import Activity, ActivityKind
from ccb_desktop.domain.errors import Conflict, Invalid
from ccb_desktop.operations.activities import activities, payments
from ccb_desktop.operations.funds import vouchers
from ccb_desktop.operations.undo import undo
from tests.ledger import held, open_fund, pay

DAY = date(2026, 3, 5)


@pytest.fixture
def conference(store):
    """A conference that cost two millions; gives its id."""
    add(store, cost_dong=2_000_000)
    return only(store).activity.id


def add(store, **more):
    activities.save_activity(
        store,
        Activity(held_on=DAY, kind=ActivityKind.CONFERENCE.value, name="Hội nghị", **more),
    )


def only(store):
    (line,) = activities.list_activities(store, DAY, DAY)
    return line


def test_the_cost_is_paid_out_of_a_fund_and_undone_by_a_reversal(store, conference):
    fund = open_fund(store, cash=5_000_000)
    change, posted = payments.pay_activity(store, conference, fund_id=fund, payee="Lê Bình")
    assert (posted.category, posted.content) == ("Hội nghị, sinh hoạt", "Hội nghị ngày 05/03/2026")
    assert held(store, fund) == (3_000_000, 0)
    assert only(store).payment_told == posted.number_text
    undo(store, change.action_id)
    assert held(store, fund) == (5_000_000, 0)
    assert only(store).payment_told == "Chưa có phiếu chi"


def test_a_voided_payment_is_told_and_the_cost_can_be_paid_again(store, conference):
    fund = open_fund(store, cash=5_000_000)
    _change, first = payments.pay_activity(store, conference, fund_id=fund, payee="Lê Bình")
    vouchers.void_voucher(store, first.id, "Ghi nhầm quỹ", date(2026, 3, 9))
    line = only(store)
    assert not line.is_paid
    assert line.payment_told == f"{first.number_text} ĐÃ HỦY 09/03/2026"
    _change, second = payments.pay_activity(store, conference, fund_id=fund, payee="Lê Bình")
    assert only(store).payment_told == second.number_text


def test_a_paid_activity_keeps_its_cost_and_its_place_in_the_book(store, conference):
    fund = open_fund(store, cash=5_000_000)
    payments.pay_activity(store, conference, fund_id=fund, payee="Lê Bình")
    known = activities.load_activity(store, conference)
    with pytest.raises(Conflict):
        add(store, id=conference, cost_dong=1)
    with pytest.raises(Conflict):
        activities.remove_activities(store, [conference])
    with pytest.raises(Conflict):
        payments.pay_activity(store, conference, fund_id=fund, payee="Lê Bình")
    add(store, id=conference, cost_dong=2_000_000, result="Đạt")
    assert activities.load_activity(store, conference).voucher_id == known.voucher_id


def test_a_payment_of_the_book_is_linked_and_unlinked(store):
    fund = open_fund(store, cash=5_000_000)
    far = pay(store, fund, 300_000, issued_on=date(2026, 4, 1))
    near = pay(store, fund, 700_000, issued_on=date(2026, 3, 6))
    add(store)
    line = only(store)
    offered = payments.list_payments_near(store, line.activity)
    assert [one.voucher.id for one in offered] == [near.id, far.id]
    payments.link_payment(store, line.activity.id, near.id)
    assert (only(store).activity.cost_dong, only(store).is_paid) == (700_000, True)
    payments.unlink_payment(store, line.activity.id)
    assert not only(store).is_paid
    assert held(store, fund) == (4_000_000, 0)
    activities.remove_activities(store, [line.activity.id])


def test_what_bears_the_same_sum_is_offered_first(store, conference):
    fund = open_fund(store, cash=5_000_000)
    pay(store, fund, 700_000, issued_on=DAY)
    same = pay(store, fund, 2_000_000, issued_on=date(2026, 5, 1))
    gone = pay(store, fund, 2_000_000, issued_on=DAY)
    vouchers.void_voucher(store, gone.id, "Ghi trùng", DAY)
    offered = payments.list_payments_near(store, only(store).activity)
    assert offered[0].voucher.id == same.id
    assert gone.id not in [one.voucher.id for one in offered]
    with pytest.raises(Conflict):
        payments.link_payment(store, conference, gone.id)


def test_nothing_is_paid_without_cost_or_payee(store):
    fund = open_fund(store, cash=5_000_000)
    add(store)
    own = only(store).activity.id
    with pytest.raises(Invalid):
        payments.pay_activity(store, own, fund_id=fund, payee="Lê Bình")
    with pytest.raises(Invalid):
        payments.pay_activity(store, own, fund_id=fund, payee=" ")
    with pytest.raises(Conflict):
        payments.unlink_payment(store, own)
