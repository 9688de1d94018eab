"""The lines of a cash book: their order, their balance, what was taken back."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from ccb_desktop.domain.funds.cash_book import BookedVoucher, CashBook, cash_book_lines
from ccb_desktop.domain.funds.vouchers import VoucherKind

DAY = date(2026, 3, 1)


def booked(amount, kind=VoucherKind.RECEIPT, on=DAY, **more):
    values = {"voucher_id": 1, "happened_on": on, "kind": kind, "number": "PT-2026-0001"}
    return BookedVoucher(**values, content="Thu", amount_dong=amount, **more)


def book(*found, opening=0):
    lines = cash_book_lines(opening, found)
    ends = date(2026, 12, 31)
    return CashBook(fund_id=1, from_on=DAY, to_on=ends, opening_dong=opening, lines=lines)


def test_what_came_in_stands_before_what_went_out_on_the_same_day():
    made = book(booked(-80, VoucherKind.PAYMENT), booked(100), booked(30, VoucherKind.OPENING))
    assert [line.balance_dong for line in made.lines] == [30, 130, 50]
    assert (made.opened_dong, made.in_dong, made.out_dong, made.closing_dong) == (30, 100, 80, 50)


def test_a_reversal_is_taken_off_the_sum_its_voucher_was_added_to():
    back = {"kind": VoucherKind.REVERSAL, "on": date(2026, 4, 2)}
    made = book(
        booked(100),
        booked(-40, VoucherKind.PAYMENT),
        booked(-100, takes_back=VoucherKind.RECEIPT, **back),
        booked(40, takes_back=VoucherKind.PAYMENT, **back),
        opening=5,
    )
    assert (made.in_dong, made.out_dong, made.closing_dong) == (0, 0, 5)
    april = made.months()[1]
    assert (april.label, april.in_dong, april.out_dong) == ("tháng 4/2026", -100, -40)
    assert [bool(line.receipt_no) for line in april.lines] == [False, True]


def test_a_voided_line_says_by_what():
    line = book(booked(100, voided_by="PH-2026-0001")).lines[0]
    assert line.words == "Thu (ĐÃ HỦY bằng PH-2026-0001)"


kinds = st.sampled_from([VoucherKind.RECEIPT, VoucherKind.OPENING, VoucherKind.TRANSFER])
days = st.dates(DAY, date(2026, 12, 31))


@given(
    st.lists(st.builds(booked, st.integers(-(10**12), 10**12), kinds, days)),
    st.integers(0, 10**12),
)
def test_the_closing_is_the_balance_behind_the_last_line(found, opening):
    made = book(*found, opening=opening)
    assert made.closing_dong == opening + sum(one.amount_dong for one in found)
    last = made.lines[-1].balance_dong if made.lines else opening
    assert made.closing_dong == last
    assert sum(month.in_dong for month in made.months()) == made.in_dong
