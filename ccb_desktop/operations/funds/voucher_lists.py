"""What the windows of the treasurer list: vouchers, cash books, and who pays or receives."""

from datetime import date

from ccb_desktop.data.funds import balances, cash_book, voucher_lists
from ccb_desktop.data.store import Store
from ccb_desktop.domain.errors import NotFound
from ccb_desktop.domain.funds.cash_book import CashBook
from ccb_desktop.domain.funds.funds import MoneyPlace
from ccb_desktop.domain.funds.ledger import Account
from ccb_desktop.domain.funds.lines import Payer, VoucherLine
from ccb_desktop.domain.funds.vouchers import VoucherKind


def list_vouchers(store: Store, from_on: date, to_on: date) -> list[VoucherLine]:
    """The vouchers of some days, the latest first; before them all drafts, of whatever day."""
    with store.reading() as session:
        return voucher_lists.list_vouchers(session, from_on, to_on)


def latest_day(store: Store) -> date | None:
    """The day of the latest posted voucher; `None` where there is none."""
    with store.reading() as session:
        return voucher_lists.latest_day(session)


def load_line(store: Store, voucher_id: int) -> VoucherLine:
    """One voucher with its names.

    Raises:
        NotFound: It is not there any more.
    """
    with store.reading() as session:
        found = voucher_lists.lines_of(session, [voucher_id])
    if not found:
        raise NotFound("Phiếu này không còn trong sổ. Hãy mở lại danh sách phiếu.")
    return found[0]


def list_contents(store: Store, kind: VoucherKind) -> list[str]:
    """The wordings of the latest vouchers of a kind, the latest first."""
    with store.reading() as session:
        return voucher_lists.list_contents(session, kind)


def list_payers(store: Store, on: date) -> list[Payer]:
    """Everybody of the roster, with where he stands on a day."""
    with store.reading() as session:
        return voucher_lists.list_payers(session, on)


def load_cash_book(
    store: Store, fund_id: int, from_on: date, to_on: date, place: MoneyPlace | None = None
) -> CashBook:
    """The cash book of a fund over some days; of one place of its money, or of all."""
    with store.reading() as session:
        return cash_book.cash_book(session, fund_id, from_on, to_on, place)


def balance_on(store: Store, fund_id: int, place: MoneyPlace, day: date) -> int:
    """What one place of a fund holds at the end of a day, in đồng."""
    with store.reading() as session:
        return balances.balance_on(session, Account(fund_id, place), day)
