"""Payments for which money lacks: never too few refused, never one too many."""

from datetime import date, timedelta
from itertools import accumulate

from hypothesis import given
from hypothesis import strategies as st

from ccb_desktop.domain.funds.vouchers import Voucher, VoucherKind
from ccb_desktop.domain.imports.money_books import Booking
from ccb_desktop.domain.imports.money_settling import lacking
from tests.domain.imports.importing import CASH_ROWS, a_fund, booked, no_books, problems, take

FIRST = date(2025, 1, 1)
MOVES = st.lists(st.tuples(st.integers(0, 8), st.integers(-9, 9).filter(bool)), max_size=25)
HELD = st.lists(st.integers(0, 12), min_size=9, max_size=9)


def bookings_of(moves):
    return [
        Booking(
            -number - 1,
            Voucher(
                kind=VoucherKind.RECEIPT if amount > 0 else VoucherKind.PAYMENT,
                issued_on=FIRST + timedelta(days=day),
                fund_id=1,
                amount_dong=abs(amount),
                content="Thử",
            ),
        )
        for number, (day, amount) in enumerate(moves)
    ]


def held_by_day(held, moves):
    sums = [after - before for before, after in zip([0, *held], held, strict=False)]
    for day, amount in moves:
        sums[day] += amount
    return list(accumulate(sums))


@given(moves=MOVES, held=HELD)
def test_what_is_left_is_never_below_nothing_and_each_refused_would_be(moves, held):
    changes = [after - before for before, after in zip([0, *held], held, strict=False)]
    stored = {FIRST + timedelta(days=n): change for n, change in enumerate(changes)}
    refused = {b.stand_in: lack for b, _day, lack in lacking(bookings_of(moves), stored)}
    kept = [move for n, move in enumerate(moves) if -n - 1 not in refused]
    assert min(held_by_day(held, kept)) >= 0
    for stand_in, lack in refused.items():
        place = -stand_in - 1
        day = moves[place][0]
        earlier = [
            move
            for n, move in enumerate(moves)
            if -n - 1 not in refused and (move[1] > 0 or (move[0], n) < (day, place))
        ]
        with_it = held_by_day(held, [*earlier, moves[place]])
        assert -lack in with_it[day:]


def test_a_payment_too_large_is_told_with_the_day_and_the_sum_and_the_rest_comes_in():
    books = no_books()
    rows = [
        ("5/3/2025", "Chi", "Quỹ A", "Lớn", "", "", "", 1200, "", "", ""),
        ("5/3/2025", "Thu", "Quỹ A", "Cùng ngày", "", "", "", 300, "", "", ""),
        ("5/3/2025", "Chi", "Quỹ A", "Vừa", "", "", "", 800, "", "", ""),
        ("9/3/2025", "Thu", "Quỹ A", "Sau này", "", "", "", 900, "", "", ""),
    ]
    done = take(books, a_fund(cash=500), (CASH_ROWS, *rows))
    ((row, column, said),) = problems(done)
    assert (row, column) == (2, "Số tiền")
    assert "đến hết ngày 05/03/2025 sẽ thiếu 400 đồng" in said
    assert [amount for _kind, _place, amount in booked(books)] == [500, 300, 800, 900]
