"""What vouchers do to funds, for all vouchers there can be."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.funds.funds import Fund, FundPurpose, MoneyPlace
from ccb_desktop.domain.funds.ledger import (
    DayBalance,
    PeriodLock,
    check_not_below_zero,
    check_open,
    entries_of,
    lock_on,
    running,
)
from ccb_desktop.domain.funds.vouchers import Voucher, VoucherKind

DAY = date(2026, 3, 15)
FUND = Fund(
    id=1,
    name="Chân quỹ",
    purpose=FundPurpose.BASE,
    opened_on=date(2026, 1, 1),
    closed_on=date(2026, 6, 30),
)
PLAIN = (VoucherKind.RECEIPT, VoucherKind.PAYMENT, VoucherKind.TRANSFER, VoucherKind.OPENING)


def a_voucher(kind=VoucherKind.RECEIPT, amount=100, **more):
    to = {"to_fund_id": 2, "to_place": MoneyPlace.BANK} if kind is VoucherKind.TRANSFER else {}
    values = {"issued_on": DAY, "fund_id": 1, "content": "thử", **to, **more}
    return Voucher(kind=kind, amount_dong=amount, **values)


@pytest.mark.parametrize(
    ("kind", "amounts"),
    [
        (VoucherKind.RECEIPT, [100]),
        (VoucherKind.OPENING, [100]),
        (VoucherKind.PAYMENT, [-100]),
        (VoucherKind.TRANSFER, [-100, 100]),
    ],
)
def test_what_each_kind_does(kind, amounts):
    assert [entry.amount_dong for entry in entries_of(a_voucher(kind))] == amounts


@given(st.sampled_from(PLAIN), st.integers(1, 10**12))
def test_a_reversal_takes_back_everything_on_its_own_day(kind, amount):
    voucher = a_voucher(kind, amount)
    later = date(2026, 5, 1)
    reversal = a_voucher(VoucherKind.REVERSAL, amount, issued_on=later, voids_id=1)
    back = entries_of(reversal, voucher)
    sums = {}
    for entry in (*entries_of(voucher), *back):
        sums[entry.account] = sums.get(entry.account, 0) + entry.amount_dong
    assert set(sums.values()) == {0}
    assert {entry.happened_on for entry in back} == {later}


def test_a_reversal_cannot_stand_alone():
    with pytest.raises(ValueError, match="needs the voucher"):
        entries_of(a_voucher(VoucherKind.REVERSAL))


def test_a_transfer_neither_makes_nor_loses_money():
    assert sum(entry.amount_dong for entry in entries_of(a_voucher(VoucherKind.TRANSFER))) == 0


@given(st.integers(0, 10**9), st.lists(st.integers(-(10**9), 10**9)))
def test_the_last_balance_is_the_sum_of_all(opening, amounts):
    days = [(DAY, amount) for amount in amounts]
    found = [day.balance_dong for day in running(opening, days)]
    assert found[-1:] == ([opening + sum(amounts)] if amounts else [])


def test_a_fund_is_never_below_nothing():
    days = [DayBalance(date(2026, 3, 1), 0), DayBalance(date(2026, 4, 2), -250_000)]
    check_not_below_zero(FUND, MoneyPlace.CASH, days[:1])
    with pytest.raises(Invalid, match=r"02/04/2026 sẽ thiếu 250\.000 đồng") as raised:
        check_not_below_zero(FUND, MoneyPlace.CASH, days)
    assert set(raised.value.fields) == {"amount_dong"}


@pytest.mark.parametrize("day", [date(2025, 12, 31), date(2026, 7, 1)])
def test_nothing_is_booked_before_a_fund_opens_or_after_it_closes(day):
    check_open(FUND, date(2026, 1, 1))
    check_open(FUND, date(2026, 6, 30))
    with pytest.raises(Invalid) as raised:
        check_open(FUND, day)
    assert set(raised.value.fields) == {"issued_on"}


def test_a_lock_holds_its_month_or_its_year():
    month = PeriodLock(year=2026, month=2, locked_on=DAY)
    year = PeriodLock(year=2025, month=None, locked_on=DAY)
    assert lock_on([month, year], date(2026, 2, 28)) == month
    assert lock_on([month, year], date(2025, 7, 1)) == year
    assert lock_on([month, year], date(2026, 3, 1)) is None
    assert (month.label, year.label) == ("tháng 2/2026", "năm 2025")
