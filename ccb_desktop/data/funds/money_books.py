"""The whole books of money in memory and back, for imports: few statements, however many rows."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from sqlalchemy import exists, func, select
from sqlalchemy.orm import Session

from ccb_desktop.data.funds import funds
from ccb_desktop.data.funds.house_books import load_houses, write_houses
from ccb_desktop.data.shelves import insert_records, next_ids, read_all, write_shelf
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
from ccb_desktop.domain.imports.stored_money import StoredMoney
from ccb_desktop.domain.visits.visits import Visit

_SHELVED: tuple[type[Row], ...] = (
    *(FundRow, CampaignRow, CampaignTargetRow, ContributionRow, DuesHandInRow),
    *(DuesPaymentRow, LoanRow, RepaymentRow, BankLoanCountRow),
    *(VisitRow, HousingSupportRow),
)


def load_money_books(session: Session) -> MoneyBooks:
    """The books of money as they are."""
    reversed_by = _reversals(session)
    undone = {reversed_by[own] for own in _of_undoing(session) if own in reversed_by}
    posted = read_all(session, VoucherRow, Voucher)
    return MoneyBooks(
        StoredMoney(
            funds=funds.list_funds(session),
            campaigns=read_all(session, CampaignRow, Campaign),
            targets=read_all(session, CampaignTargetRow, CampaignTarget),
            contributions=read_all(session, ContributionRow, Contribution),
            hand_ins=read_all(session, DuesHandInRow, DuesHandIn),
            dues_payments=read_all(session, DuesPaymentRow, DuesPayment),
            loans=read_all(session, LoanRow, Loan),
            repayments=read_all(session, RepaymentRow, Repayment),
            bank_loan_counts=read_all(session, BankLoanCountRow, BankLoanCount),
            visits=read_all(session, VisitRow, Visit),
            houses=load_houses(session),
            vouchers=[
                one
                for one in posted
                if one.is_posted and one.kind is not VoucherKind.REVERSAL and one.id not in undone
            ],
            voided_ids=frozenset(reversed_by.values()),
            locks=funds.list_locks(session),
            days=_days(session),
            next_ids=next_ids(session, _SHELVED),
        )
    )


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
    write_shelf(session, FundRow, money.funds)
    write_shelf(session, CampaignRow, money.campaigns)


def write_behind(session: Session, money: MoneyBooks, posted: Mapping[int, int]) -> None:
    """Write what stands behind vouchers, and what never passed the cash book.

    Args:
        session: A writing session.
        money: The books.
        posted: Stand-in of a booking → id of the voucher that was posted for it.
    """
    write_shelf(session, CampaignTargetRow, money.targets)
    write_shelf(session, BankLoanCountRow, money.bank_loan_counts)
    insert_records(session, DuesHandInRow, with_vouchers(money.hand_ins.new, posted))
    insert_records(session, DuesPaymentRow, money.dues_payments.new)
    insert_records(session, ContributionRow, with_vouchers(money.contributions.new, posted))
    insert_records(session, LoanRow, with_vouchers(money.loans.new, posted))
    insert_records(session, RepaymentRow, with_vouchers(money.repayments.new, posted))
    insert_records(session, VisitRow, with_vouchers(money.visits.new, posted))
    write_houses(session, money.houses)
