"""What funds did over a period adds up to what they hold, whatever was moved or taken back."""

from datetime import date

import pytest

from ccb_desktop.data.funds.turnovers import load_turnovers
from ccb_desktop.domain.funds.funds import MoneyPlace
from ccb_desktop.domain.funds.turnovers import NOTHING, Turnover, together
from ccb_desktop.domain.funds.vouchers import VoucherKind
from ccb_desktop.operations.funds import vouchers
from tests.ledger import a_voucher, held, open_fund, pay, receive

JULY = (date(2026, 7, 1), date(2026, 7, 31))
FIRST_HALF = (date(2026, 1, 1), date(2026, 6, 30))


def turnovers(store, days=FIRST_HALF):
    with store.reading() as session:
        return load_turnovers(session, *days)


def move(store, fund_id, amount, to_fund_id, to_place=MoneyPlace.CASH):
    more = {"to_fund_id": to_fund_id, "to_place": to_place}
    return vouchers.post_voucher(store, a_voucher(fund_id, amount, VoucherKind.TRANSFER, **more))[1]


@pytest.fixture
def busy(store):
    """Two funds; the first is paid in, out, moved within itself and to the second."""
    first, second = open_fund(store, cash=900), open_fund(store, "Quỹ tình nghĩa")
    receive(store, first, 500)
    pay(store, first, 120)
    move(store, first, 300, first, MoneyPlace.BANK)
    move(store, first, 200, second)
    return store, first, second


def test_in_out_and_moved_stand_apart(busy):
    store, first, second = busy
    found = turnovers(store)
    assert found[first] == Turnover(opened_dong=900, in_dong=500, out_dong=120, moved_out_dong=200)
    assert found[second] == Turnover(moved_in_dong=200)
    for fund_id in (first, second):
        assert found[fund_id].closing_dong == sum(held(store, fund_id, FIRST_HALF[1]))


def test_a_later_period_begins_with_what_was_left(busy):
    store, first, second = busy
    found = turnovers(store, JULY)
    assert found == {first: Turnover(opening_dong=1080), second: Turnover(opening_dong=200)}


def test_a_reversal_is_taken_off_where_its_voucher_stood(busy):
    store, first, second = busy
    for voucher in (receive(store, first, 70), pay(store, first, 30)):
        vouchers.void_voucher(store, voucher.id, "Ghi nhầm", date(2026, 7, 2))
    vouchers.void_voucher(store, move(store, first, 50, second).id, "Nhầm", date(2026, 7, 2))
    assert turnovers(store)[first].in_dong == 570
    found = turnovers(store, JULY)
    assert found[first] == Turnover(
        opening_dong=1070, in_dong=-70, out_dong=-30, moved_out_dong=-50
    )
    assert found[second].moved_in_dong == -50
    assert found[first].closing_dong == sum(held(store, first))


def test_several_make_one(busy):
    store, *_funds = busy
    whole = together(turnovers(store).values())
    assert (whole.begun_dong, whole.closing_dong) == (900, 1280)
    assert together([]) == NOTHING
