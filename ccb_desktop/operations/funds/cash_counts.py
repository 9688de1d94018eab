"""Cash counted and held against the book (kiểm kê quỹ)."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from ccb_desktop.data.funds import balances, funds
from ccb_desktop.data.store import Session, Store
from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.errors import Invalid, NotFound
from ccb_desktop.domain.funds.cash_counts import CashCount, check_count
from ccb_desktop.domain.funds.funds import Fund, MoneyPlace
from ccb_desktop.domain.funds.ledger import Account, check_open
from ccb_desktop.domain.printing import short_date


def list_cash_counts(store: Store, fund_ids: Iterable[int] | None = None) -> list[CashCount]:
    """What was counted, of some funds or of all, the newest first."""
    with store.reading() as session:
        return funds.list_cash_counts(session, fund_ids)


def save_cash_count(
    store: Store, count: CashCount, form_id: str | None = None
) -> tuple[Change, CashCount]:
    """Keep what was counted, with what the book says at the end of that day.

    Nothing is booked by it: money that lacks or is left over is a voucher of its own.

    Args:
        store: The books.
        count: What was counted; its `book_dong` is worked out anew.
        form_id: The form it was typed in.

    Returns:
        The change, and the count as kept.

    Raises:
        Invalid: By field: `counted_on`, `counted_dong`, or `reason` where a difference is not
            explained; or the fund was not open on the day.
        NotFound: The fund is not there any more.
    """
    with store.reading() as session:
        fund = funds.load_fund(session, count.fund_id)
    with store.writing(f"Kiểm kê {fund.name} ngày {short_date(count.counted_on)}", form_id) as on:
        kept = replace(count, book_dong=_book(on, count))
        _check_open(fund, kept)
        check_count(kept, date.today())
        count_id = funds.save_cash_count(on, kept)
    return on.change, replace(kept, id=count_id)


def remove_cash_count(store: Store, count_id: int) -> Change:
    """Take out a count that was written by mistake; undo brings it back.

    Raises:
        NotFound: It is not there any more.
    """
    with store.writing("Bỏ lần kiểm kê quỹ") as session:
        if all(one.id != count_id for one in funds.list_cash_counts(session)):
            raise NotFound("Lần kiểm kê này không còn trong sổ.")
        funds.delete_cash_count(session, count_id)
    return session.change


def _check_open(fund: Fund, count: CashCount) -> None:
    try:
        check_open(fund, count.counted_on)
    except Invalid as refused:
        raise Invalid({"counted_on": " ".join(refused.fields.values())}) from None


def _book(session: Session, count: CashCount) -> int:
    account = Account(count.fund_id, MoneyPlace.CASH)
    return balances.balance_on(session, account, count.counted_on)
