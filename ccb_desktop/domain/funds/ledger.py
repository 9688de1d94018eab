"""What vouchers do to funds: entries, balances, and the day on which money would be lacking."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.funds.funds import Fund, MoneyPlace
from ccb_desktop.domain.funds.vouchers import Voucher, VoucherKind
from ccb_desktop.domain.money import format_dong


class Account(NamedTuple):
    """The money of one fund in one place."""

    fund_id: int
    place: MoneyPlace


class Entry(NamedTuple):
    """What one voucher does to one account on its day; payments are negative."""

    account: Account
    happened_on: date
    amount_dong: int


class DayBalance(NamedTuple):
    """What an account holds at the end of a day."""

    day_on: date
    balance_dong: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodLock:
    """A month, or a year without month, that refuses any voucher dated in it (rule 24)."""

    id: int | None = None
    year: int
    month: int | None = None
    locked_on: date
    note: str = ""

    def holds(self, day: date) -> bool:
        """Whether a day lies in what is locked."""
        return day.year == self.year and self.month in (None, day.month)

    @property
    def label(self) -> str:
        """`tháng 3/2026` or `năm 2026`."""
        return f"năm {self.year}" if self.month is None else f"tháng {self.month}/{self.year}"


def entries_of(voucher: Voucher, voided: Voucher | None = None) -> tuple[Entry, ...]:
    """What a posted voucher does to its funds (rule 26).

    Args:
        voucher: The voucher.
        voided: Of a reversal, the voucher it takes back: the same entries, turned round,
            on the day of the reversal.
    """
    if voucher.kind is VoucherKind.REVERSAL:
        if voided is None:
            raise ValueError("A reversal needs the voucher it takes back")
        return tuple(
            Entry(entry.account, voucher.issued_on, -entry.amount_dong)
            for entry in entries_of(voided)
        )
    here, amount = Account(voucher.fund_id, voucher.place), voucher.amount_dong
    if voucher.kind is VoucherKind.TRANSFER and voucher.to_fund_id and voucher.to_place:
        there = Account(voucher.to_fund_id, voucher.to_place)
        return (
            Entry(here, voucher.issued_on, -amount),
            Entry(there, voucher.issued_on, amount),
        )
    sign = -1 if voucher.kind is VoucherKind.PAYMENT else 1
    return (Entry(here, voucher.issued_on, sign * amount),)


def running(opening_dong: int, days: Iterable[tuple[date, int]]) -> Iterator[DayBalance]:
    """The balance at the end of each day.

    Args:
        opening_dong: What was there before the first of the days.
        days: In their order, each with the sum of its entries.
    """
    balance = opening_dong
    for day_on, amount in days:
        balance += amount
        yield DayBalance(day_on, balance)


_WHERE = {MoneyPlace.CASH: "tiền mặt", MoneyPlace.BANK: "tiền gửi ngân hàng"}


def check_not_below_zero(fund: Fund, place: MoneyPlace, days: Iterable[DayBalance]) -> None:
    """See that an account never holds less than nothing at the end of a day (rule 25).

    Raises:
        Invalid: Field `amount_dong`, with what the fund holds and on which day.
    """
    short = next((day for day in days if day.balance_dong < 0), None)
    if short is None:
        return
    where = _WHERE[place]
    raise Invalid(
        {
            "amount_dong": (
                f"{fund.name} không đủ {where}: đến hết ngày {short.day_on:%d/%m/%Y} sẽ thiếu "
                f"{format_dong(-short.balance_dong)} đồng. Chưa ghi gì vào sổ. "
                "Xem lại số tiền, ngày, hoặc ghi khoản thu còn thiếu trước."
            )
        }
    )


def check_open(fund: Fund, day: date) -> None:
    """See that a fund may be booked on a day.

    Raises:
        Invalid: Field `issued_on`.
    """
    if day < fund.opened_on:
        opened = f"{fund.opened_on:%d/%m/%Y}"
        raise Invalid(
            {"issued_on": f"{fund.name} mở ngày {opened}, không ghi phiếu trước ngày ấy."}
        )
    if fund.closed_on is not None and day > fund.closed_on:
        closed = f"{fund.closed_on:%d/%m/%Y}"
        raise Invalid(
            {"issued_on": f"{fund.name} đã đóng ngày {closed}, không ghi phiếu sau ngày ấy."}
        )


def check_stays_empty(fund: Fund, place: MoneyPlace, held_dong: int) -> None:
    """See that a fund which was closed holds nothing in an account on the day of its closing.

    Raises:
        Invalid: Field `issued_on`, with what it would hold.
    """
    if fund.closed_on is None or not held_dong:
        return
    raise Invalid(
        {
            "issued_on": (
                f"{fund.name} đã đóng ngày {fund.closed_on:%d/%m/%Y} khi hết tiền; ghi việc này "
                f"thì ngày ấy quỹ còn {format_dong(held_dong)} đồng {_WHERE[place]}. Chưa ghi gì "
                "vào sổ. Ghi vào quỹ khác, hoặc bỏ ngày đóng quỹ rồi ghi lại."
            )
        }
    )


def lock_on(locks: Iterable[PeriodLock], day: date) -> PeriodLock | None:
    """The lock that holds a day, the year before the month."""
    found = [lock for lock in locks if lock.holds(day)]
    return min(found, key=lambda lock: lock.month or 0, default=None)
