"""The cash book (sổ quỹ) of one fund: what it held, what came and went, what it holds."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from ccb_desktop.domain.funds.funds import MoneyPlace
from ccb_desktop.domain.funds.vouchers import VoucherKind


@dataclass(frozen=True, slots=True, kw_only=True)
class BookedVoucher:
    """A voucher of the ledger, as far as one fund is concerned.

    Attributes:
        number: In print, `PT-2026-0001`.
        amount_dong: What it did to the fund, or to one place of it; payments are negative.
        takes_back: Of a reversal, the kind of the voucher that it takes back.
        voids: Of a reversal, the number of that voucher.
        voided_by: The number of the reversal that took it back.
    """

    voucher_id: int
    happened_on: date
    kind: VoucherKind
    number: str
    content: str
    payer: str = ""
    category: str = ""
    amount_dong: int
    takes_back: VoucherKind | None = None
    voids: str = ""
    voided_by: str = ""

    @property
    def deed(self) -> VoucherKind:
        """What kind of money it tells of: of a reversal, that of the voucher it takes back."""
        return self.takes_back or self.kind

    @property
    def comes_in(self) -> bool:
        """Whether it stands among the receipts; a reversal stands where its voucher stands."""
        return (self.amount_dong >= 0) != (self.kind is VoucherKind.REVERSAL)


@dataclass(frozen=True, slots=True, kw_only=True)
class CashBookLine:
    """One line of the book.

    Attributes:
        in_dong: What came in; a reversal takes it off again, so it may be negative.
        out_dong: What went out; negative where a payment was taken back.
        opened_dong: What an opening voucher says was there; neither in nor out.
        balance_dong: What the fund holds behind this line.
    """

    booked: BookedVoucher
    in_dong: int = 0
    out_dong: int = 0
    opened_dong: int = 0
    balance_dong: int

    @property
    def happened_on(self) -> date:
        """Its day."""
        return self.booked.happened_on

    @property
    def receipt_no(self) -> str:
        """The number where money came in, else nothing."""
        return self.booked.number if self.booked.comes_in else ""

    @property
    def payment_no(self) -> str:
        """The number where money went out, else nothing."""
        return "" if self.booked.comes_in else self.booked.number

    @property
    def words(self) -> str:
        """Its content, with a mark where it was taken back."""
        voided_by = self.booked.voided_by
        return f"{self.booked.content} (ĐÃ HỦY bằng {voided_by})" if voided_by else self.content

    @property
    def content(self) -> str:
        """Its content as written."""
        return self.booked.content


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthOfBook:
    """The lines of one month with their sums."""

    year: int
    month: int
    lines: Sequence[CashBookLine]

    @property
    def label(self) -> str:
        """`tháng 3/2026`."""
        return f"tháng {self.month}/{self.year}"

    @property
    def in_dong(self) -> int:
        """What came in."""
        return sum(line.in_dong for line in self.lines)

    @property
    def out_dong(self) -> int:
        """What went out."""
        return sum(line.out_dong for line in self.lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class CashBook:
    """The book of one fund over a range of days.

    Attributes:
        place: Its cash or its bank account alone; `None` for all its money.
        opening_dong: What it held before the first day.
    """

    fund_id: int
    place: MoneyPlace | None = None
    from_on: date
    to_on: date
    opening_dong: int
    lines: Sequence[CashBookLine]

    @property
    def opened_dong(self) -> int:
        """What opening vouchers of these days say was there."""
        return sum(line.opened_dong for line in self.lines)

    @property
    def in_dong(self) -> int:
        """What came in, less what was taken back."""
        return sum(line.in_dong for line in self.lines)

    @property
    def out_dong(self) -> int:
        """What went out, less what was taken back."""
        return sum(line.out_dong for line in self.lines)

    @property
    def closing_dong(self) -> int:
        """What it holds at the end of the last day."""
        return self.opening_dong + self.opened_dong + self.in_dong - self.out_dong

    def months(self) -> list[MonthOfBook]:
        """The lines by month; months without any are left out."""
        by_month = groupby(self.lines, lambda line: (line.happened_on.year, line.happened_on.month))
        return [
            MonthOfBook(year=year, month=month, lines=tuple(lines))
            for (year, month), lines in by_month
        ]


def cash_book_lines(opening_dong: int, booked: Iterable[BookedVoucher]) -> tuple[CashBookLine, ...]:
    """Lines with the balance behind each: by day, what came in before what went out.

    Args:
        opening_dong: What was there before.
        booked: In the order of posting.
    """
    balance = opening_dong
    lines = []
    for one in sorted(booked, key=_place_in_book):
        balance += one.amount_dong
        lines.append(_line(one, balance))
    return tuple(lines)


def _place_in_book(one: BookedVoucher) -> tuple[date, bool, bool]:
    return one.happened_on, one.deed is not VoucherKind.OPENING, one.amount_dong < 0


def _line(one: BookedVoucher, balance: int) -> CashBookLine:
    if one.deed is VoucherKind.OPENING:
        return CashBookLine(booked=one, opened_dong=one.amount_dong, balance_dong=balance)
    if one.comes_in:
        return CashBookLine(booked=one, in_dong=one.amount_dong, balance_dong=balance)
    return CashBookLine(booked=one, out_dong=-one.amount_dong, balance_dong=balance)
