"""What funds hold on a day, from the sums of months and the entries of one."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session

from ccb_desktop.data.tables import FundMonthRow, FundRow, LedgerEntryRow
from ccb_desktop.domain.funds.funds import MoneyPlace
from ccb_desktop.domain.funds.ledger import Account, DayBalance, running

Balances = Mapping[Account, int]


def balances_on(session: Session, day: date) -> Balances:
    """Account → what it holds at the end of a day; accounts never used are left out."""
    found: dict[Account, int] = defaultdict(int)
    month, entry = FundMonthRow, LedgerEntryRow
    before = or_(month.year < day.year, (month.year == day.year) & (month.month < day.month))
    sums = select(month.fund_id, month.place, func.sum(month.amount_dong)).where(before)
    of_month = (
        select(entry.fund_id, entry.place, func.sum(entry.amount_dong))
        .where(
            entry.fund_id.in_(select(FundRow.id)),  # so that the index of accounts is of use
            entry.place.in_(list(MoneyPlace)),
            entry.happened_on >= day.replace(day=1),
            entry.happened_on <= day,
        )
        .group_by(entry.fund_id, entry.place)
    )
    for query in (sums.group_by(month.fund_id, month.place), of_month):
        for fund_id, place, amount in session.execute(query):
            found[Account(fund_id, place)] += amount
    return dict(found)


def balance_on(session: Session, account: Account, day: date) -> int:
    """What one account holds at the end of a day."""
    month, entry = FundMonthRow, LedgerEntryRow
    before = or_(month.year < day.year, (month.year == day.year) & (month.month < day.month))
    sums = select(func.sum(month.amount_dong)).where(
        month.fund_id == account.fund_id, month.place == account.place, before
    )
    of_month = select(func.sum(entry.amount_dong)).where(
        *_of(account), entry.happened_on >= day.replace(day=1), entry.happened_on <= day
    )
    return int(session.scalar(sums) or 0) + int(session.scalar(of_month) or 0)


def balances_from(session: Session, account: Account, day: date) -> list[DayBalance]:
    """What an account holds at the end of a day and of each later one on which it moved."""
    entry = LedgerEntryRow
    later = (
        select(entry.happened_on, func.sum(entry.amount_dong))
        .where(*_of(account), entry.happened_on > day)
        .group_by(entry.happened_on)
        .order_by(entry.happened_on)
    )
    opening = balance_on(session, account, day)
    moved = [(moved_on, int(amount)) for moved_on, amount in session.execute(later)]
    return list(running(opening, [(day, 0), *moved]))


def first_moved_on(session: Session, fund_id: int) -> date | None:
    """The first day on which anything of a fund was booked."""
    entry = LedgerEntryRow
    return session.scalar(select(func.min(entry.happened_on)).where(entry.fund_id == fund_id))


def fund_total(balances: Balances, fund_id: int) -> int:
    """What a fund holds in all its places."""
    return sum(balances.get(Account(fund_id, place), 0) for place in MoneyPlace)


def _of(account: Account) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    entry = LedgerEntryRow
    return entry.fund_id == account.fund_id, entry.place == account.place


def held_by_unit(session: Session, day: date) -> dict[int, int]:
    """Unit → what its own funds hold at the end of a day; units without funds are left out."""
    opened = select(FundRow.id, FundRow.unit_id).where(
        FundRow.unit_id.is_not(None), FundRow.opened_on <= day
    )
    own = session.execute(opened).all()
    held = balances_on(session, day) if own else {}
    found: dict[int, int] = defaultdict(int)
    for fund_id, unit_id in own:
        found[unit_id or 0] += fund_total(held, fund_id)
    return dict(found)
