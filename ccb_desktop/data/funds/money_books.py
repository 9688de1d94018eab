"""The whole books of money in memory and back, for imports: few statements, however many rows."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from sqlalchemy import exists, func, select
from sqlalchemy.orm import Session

from ccb_desktop.data import rows
from ccb_desktop.data.funds import funds
from ccb_desktop.data.funds.house_books import load_houses, write_houses
from ccb_desktop.data.tables import (
    ActionRow,
    BankLoanCountRow,
    CampaignRow,
    CampaignTargetRow,
    ContributionRow,
    DuesHandInRow,
    DuesPaymentRow,
    FundRow,
    HousingSupportRow,
    LedgerEntryRow,
    LoanRow,
    RecordChangeRow,
    RepaymentRow,
    Row,
    VisitRow,
    VoucherRow,
)
from ccb_desktop.domain.funds.campaigns import Campaign, CampaignTarget, Contribution
from ccb_desktop.domain.funds.dues import DuesHandIn, DuesPayment
from ccb_desktop.domain.funds.ledger import Account
from ccb_desktop.domain.funds.loans import BankLoanCount, Loan, Repayment
from ccb_desktop.domain.funds.vouchers import Voucher, VoucherKind
from ccb_desktop.domain.imports.money_books import MoneyBooks, with_vouchers
from ccb_desktop.domain.imports.shelf import Shelf
from ccb_desktop.domain.imports.stored_money import StoredMoney
from ccb_desktop.domain.people_names import search_key
from ccb_desktop.domain.visits.visits import Visit

Keys = Callable[[Any], dict[str, str]]

_SHELVED: tuple[type[Row], ...] = (
    *(FundRow, CampaignRow, CampaignTargetRow, ContributionRow, DuesHandInRow),
    *(DuesPaymentRow, LoanRow, RepaymentRow, BankLoanCountRow),
    *(VisitRow, HousingSupportRow),
)


def load_money_books(session: Session) -> MoneyBooks:
    """The books of money as they are."""
    reversed_by = _reversals(session)
    undone = {reversed_by[own] for own in _of_undoing(session) if own in reversed_by}
    posted = _all(session, VoucherRow, Voucher)
    return MoneyBooks(
        StoredMoney(
            funds=funds.list_funds(session),
            campaigns=_all(session, CampaignRow, Campaign),
            targets=_all(session, CampaignTargetRow, CampaignTarget),
            contributions=_all(session, ContributionRow, Contribution),
            hand_ins=_all(session, DuesHandInRow, DuesHandIn),
            dues_payments=_all(session, DuesPaymentRow, DuesPayment),
            loans=_all(session, LoanRow, Loan),
            repayments=_all(session, RepaymentRow, Repayment),
            bank_loan_counts=_all(session, BankLoanCountRow, BankLoanCount),
            visits=_all(session, VisitRow, Visit),
            houses=load_houses(session),
            vouchers=[
                one
                for one in posted
                if one.is_posted and one.kind is not VoucherKind.REVERSAL and one.id not in undone
            ],
            voided_ids=frozenset(reversed_by.values()),
            locks=funds.list_locks(session),
            days=_days(session),
            next_ids={t.__tablename__: rows.free_ids(session, t, 1)[0] for t in _SHELVED},
        )
    )


def _all(session: Session, table: type[Row], kind: type[Any]) -> list[Any]:
    return rows.list_values(session, kind, select(table.__table__).order_by(table.id))


def _reversals(session: Session) -> dict[int, int]:
    """Reversal → the voucher that it took back."""
    query = select(VoucherRow.id, VoucherRow.voids_id).where(VoucherRow.voids_id.is_not(None))
    return {own: voided for own, voided in session.execute(query) if voided is not None}


def _of_undoing(session: Session) -> Iterable[int]:
    """The vouchers that acts of undoing posted."""
    undoing = exists().where(
        ActionRow.id == RecordChangeRow.action_id, ActionRow.undoes.is_not(None)
    )
    query = select(RecordChangeRow.record_id).where(RecordChangeRow.kind == "vouchers", undoing)
    return session.scalars(query)


def _days(session: Session) -> Mapping[Account, Mapping[date, int]]:
    """Account → day → sum of its entries."""
    entry = LedgerEntryRow
    account = (entry.fund_id, entry.place, entry.happened_on)
    query = select(*account, func.sum(entry.amount_dong)).group_by(*account)
    found: defaultdict[Account, dict[date, int]] = defaultdict(dict)
    for fund_id, place, day, amount in session.execute(query):
        found[Account(fund_id, place)][day] = int(amount)
    return found


def write_grounds(session: Session, money: MoneyBooks) -> None:
    """Write what vouchers stand on: funds and campaigns."""
    _write(session, FundRow, money.funds, _name_key)
    _write(session, CampaignRow, money.campaigns, _name_key)


def write_behind(session: Session, money: MoneyBooks, posted: Mapping[int, int]) -> None:
    """Write what stands behind vouchers, and what never passed the cash book.

    Args:
        session: A writing session.
        money: The books.
        posted: Stand-in of a booking → id of the voucher that was posted for it.
    """
    _write(session, CampaignTargetRow, money.targets)
    _write(session, BankLoanCountRow, money.bank_loan_counts, _group_key)
    _insert(session, DuesHandInRow, with_vouchers(money.hand_ins.new, posted))
    _insert(session, DuesPaymentRow, money.dues_payments.new)
    _insert(session, ContributionRow, with_vouchers(money.contributions.new, posted))
    _insert(session, LoanRow, with_vouchers(money.loans.new, posted), _code_key)
    _insert(session, RepaymentRow, with_vouchers(money.repayments.new, posted))
    _insert(session, VisitRow, with_vouchers(money.visits.new, posted), _recipient_key)
    write_houses(session, money.houses)


def _no_keys(_record: Any) -> dict[str, str]:
    return {}


def _name_key(record: Any) -> dict[str, str]:
    return {"name_key": search_key(record.name)}


def _recipient_key(visit: Visit) -> dict[str, str]:
    return {"recipient_key": search_key(visit.recipient)}


def _group_key(count: BankLoanCount) -> dict[str, str]:
    return {"group_key": search_key(count.group_name)}


def _code_key(loan: Loan) -> dict[str, str]:
    return {"code_key": search_key(loan.code)}


def _write(session: Session, table: type[Row], shelf: Shelf[Any], keys: Keys = _no_keys) -> None:
    _insert(session, table, shelf.new, keys)
    for changed in shelf.changed:
        rows.save(session, table, changed, **keys(changed))


def _insert(
    session: Session, table: type[Row], records: Iterable[Any], keys: Keys = _no_keys
) -> None:
    columns = [rows.columns_of(record, table, **keys(record)) for record in records]
    rows.insert_many(session, table, columns)
