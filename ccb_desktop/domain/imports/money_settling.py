"""Which payments of an import a fund cannot make, worked out when all of its rows are in."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from itertools import accumulate

from ccb_desktop.domain.funds.funds import MoneyPlace
from ccb_desktop.domain.funds.labels import PLACE_OF_MONEY
from ccb_desktop.domain.funds.ledger import Account, entries_of
from ccb_desktop.domain.imports.context import Context
from ccb_desktop.domain.imports.money_books import Booking
from ccb_desktop.domain.imports.outcome import Outcome, SheetResult
from ccb_desktop.domain.money import format_dong

_AMOUNT_CELLS = ("amount_dong", "principal_dong")
_LOAN_GONE = (
    "Khoản vay này không nhập được, nên lần trả cũng chưa nhập. Sửa dòng khoản vay rồi nhập lại."
)


def settle_money(context: Context) -> None:
    """Refuse the payments for which money lacks (rule 25), and what hangs on them.

    Payments are looked at in the order of days, each against all that the books and the import
    bring in and take out, receipts of a day before its payments. A loan that cannot be paid out
    takes its repayments along, and their money may lack elsewhere; so it is done again until
    nothing more falls.
    """
    places: dict[int, dict[int, int]] = {}
    found = True
    while found:
        found = False
        for account, bookings in _by_account(context.books.money.bookings).items():
            stored = context.books.money.stored.days.get(account, {})
            for booking, day, lacking_dong in lacking(bookings, stored):
                found = True
                _refuse(context, booking, _lacks(context, account, day, lacking_dong), places)
        lost = {one.loan_id for one in context.books.money.bookings if one.refused} - {None}
        for booking in context.books.money.bookings:
            if booking.loan_id in lost and not booking.refused:
                _refuse(context, booking, _LOAN_GONE, places)


def _by_account(bookings: Iterable[Booking]) -> dict[Account, list[Booking]]:
    found: defaultdict[Account, list[Booking]] = defaultdict(list)
    for booking in bookings:
        if not booking.refused:
            found[Account(booking.voucher.fund_id, booking.voucher.place)].append(booking)
    return found


def lacking(
    bookings: Iterable[Booking], stored: Mapping[date, int]
) -> Iterator[tuple[Booking, date, int]]:
    """The payments that an account cannot make: each with the day and the sum that would lack.

    Args:
        bookings: What is to be booked in the account.
        stored: Day → sum of what the books have there already.
    """
    sums = defaultdict(int, stored)
    payments: list[tuple[date, int, Booking]] = []
    for booking in bookings:
        ((_account, day, amount),) = entries_of(booking.voucher)
        if amount >= 0:
            sums[day] += amount
        else:
            sums[day] += 0
            payments.append((day, -amount, booking))
    days = sorted(sums)
    held = list(accumulate(sums[day] for day in days))
    least = list(accumulate(reversed(held), min))[::-1]
    paid = 0
    for day, amount, booking in sorted(payments, key=lambda one: one[0]):
        place = bisect_left(days, day)
        if least[place] - paid >= amount:
            paid += amount
            continue
        short = next(n for n in range(place, len(days)) if held[n] - paid < amount)
        yield booking, days[short], amount - (held[short] - paid)


def _lacks(context: Context, account: Account, day: date, lacking_dong: int) -> str:
    fund = context.books.money.funds[account.fund_id]
    place = PLACE_OF_MONEY[MoneyPlace(account.place)].lower()
    return (
        f"{fund.name} không đủ {place}: ghi dòng này thì đến hết ngày {day:%d/%m/%Y} sẽ thiếu "
        f"{format_dong(lacking_dong)} đồng, nên dòng này không nhập. Xem lại số tiền, ngày, hình "
        "thức, hoặc ghi khoản thu còn thiếu rồi nhập lại."
    )


def _refuse(
    context: Context, booking: Booking, sentence: str, places: dict[int, dict[int, int]]
) -> None:
    """Let a booking and its row give nothing."""
    context.books.money.refuse(booking)
    result, row = booking.result, booking.row
    if result is None or row is None:
        return
    context.result = result
    field = next((name for name in _AMOUNT_CELLS if name in row.values), "")
    result.problems.append(context.problem(row, field, sentence, row_kept=False))
    place = _places_of(result, places)[row.row_number]
    result.rows[place] = replace(result.rows[place], outcome=Outcome.SKIPPED, changes=())


def _places_of(result: SheetResult, places: dict[int, dict[int, int]]) -> dict[int, int]:
    if id(result) not in places:
        places[id(result)] = {done.row: at for at, done in enumerate(result.rows)}
    return places[id(result)]
