"""The cash book of one fund, read for a range of days only."""

from datetime import date, timedelta
from functools import cache
from typing import Any

from sqlalchemy import Select, bindparam, func, select
from sqlalchemy.orm import Session, aliased

from ccb_desktop.data.funds.balances import balance_on
from ccb_desktop.data.tables import LedgerEntryRow, VoucherRow
from ccb_desktop.domain.funds.cash_book import BookedVoucher, CashBook, cash_book_lines
from ccb_desktop.domain.funds.funds import MoneyPlace
from ccb_desktop.domain.funds.ledger import Account
from ccb_desktop.domain.funds.vouchers import VoucherKind, number_text


def cash_book(
    session: Session, fund_id: int, from_on: date, to_on: date, place: MoneyPlace | None = None
) -> CashBook:
    """The book of a fund from a day to a day, both inclusive.

    Money that goes from one place of the fund to another is told only where one place is
    asked for.

    Args:
        session: Reading is enough.
        fund_id: The fund.
        from_on: First day.
        to_on: Last day.
        place: One place of its money; all of them when not given.
    """
    day_before = from_on - timedelta(days=1)
    places = [place] if place else list(MoneyPlace)
    opening = sum(balance_on(session, Account(fund_id, one), day_before) for one in places)
    booked = list_booked(session, fund_id, from_on, to_on, place)
    return CashBook(
        fund_id=fund_id,
        place=place,
        from_on=from_on,
        to_on=to_on,
        opening_dong=opening,
        lines=cash_book_lines(opening, booked),
    )


def list_booked(
    session: Session, fund_id: int, from_on: date, to_on: date, place: MoneyPlace | None = None
) -> list[BookedVoucher]:
    """What vouchers did to a fund from a day to a day, in the order of posting."""
    bound = {"fund_id": fund_id, "from_on": from_on, "to_on": to_on}
    if place is not None:
        bound["place"] = place
    rows = session.execute(_entries_with_words(of_place=place is not None), bound).mappings()
    found = [_booked(row) for row in rows]
    return [one for one in found if one.amount_dong or one.deed is VoucherKind.OPENING]


@cache
def _entries_with_words(*, of_place: bool) -> Select[Any]:
    """Sums by voucher with its words, what it took back and what took it back.

    Putting the statement together takes as long as asking it of a month, so it is kept.
    """
    entry, voucher = LedgerEntryRow, VoucherRow
    first, later = aliased(VoucherRow), aliased(VoucherRow)
    wanted = [
        entry.fund_id == bindparam("fund_id"),
        entry.happened_on.between(bindparam("from_on"), bindparam("to_on")),
    ]
    if of_place:
        wanted.append(entry.place == bindparam("place"))
    sums = (
        select(entry.voucher_id, func.sum(entry.amount_dong).label("amount_dong"))
        .where(*wanted)
        .group_by(entry.voucher_id)
        .subquery()
    )
    return (
        select(
            voucher.id,
            voucher.issued_on,
            voucher.kind,
            voucher.number,
            voucher.content,
            voucher.payer,
            voucher.category,
            sums.c.amount_dong,
            first.kind.label("first_kind"),
            first.issued_on.label("first_on"),
            first.number.label("first_number"),
            later.issued_on.label("later_on"),
            later.number.label("later_number"),
        )
        .join(sums, sums.c.voucher_id == voucher.id)
        .outerjoin(first, first.id == voucher.voids_id)
        .outerjoin(later, later.voids_id == voucher.id)
        .order_by(voucher.issued_on, voucher.posted_at, voucher.kind, voucher.number)
    )


def _booked(row: Any) -> BookedVoucher:
    return BookedVoucher(
        voucher_id=row["id"],
        happened_on=row["issued_on"],
        kind=row["kind"],
        number=number_text(row["kind"], row["issued_on"].year, row["number"]),
        content=row["content"],
        payer=row["payer"],
        category=row["category"],
        amount_dong=row["amount_dong"],
        takes_back=row["first_kind"],
        voids=printed_number(row["first_kind"], row["first_on"], row["first_number"]),
        voided_by=printed_number(VoucherKind.REVERSAL, row["later_on"], row["later_number"]),
    )


def printed_number(kind: VoucherKind | None, issued_on: date | None, number: int | None) -> str:
    """The number of a voucher that may not be there: then nothing."""
    if kind is None or issued_on is None or number is None:
        return ""
    return number_text(kind, issued_on.year, number)
