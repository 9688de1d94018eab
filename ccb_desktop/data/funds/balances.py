"""What funds hold on a day, from the sums of months and the entries of one."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import BindParameter, ColumnElement, Select, bindparam, func, or_, select
from sqlalchemy.orm import Session

from ccb_desktop.data.tables import FundMonthRow, FundRow, LedgerEntryRow
from ccb_desktop.domain.funds.funds import MoneyPlace
from ccb_desktop.domain.funds.ledger import Account, DayBalance, running

Balances = Mapping[Account, int]


def balances_on(session: Session, day: date) -> Balances:
    """Account → what it holds at the end of a day; accounts never used are left out."""
    found: dict[Account, int] = defaultdict(int)
    for query in _of_all_accounts():
        for fund_id, place, amount in session.execute(query, _told(day)):
            found[Account(fund_id, place)] += amount
    return dict(found)


def balance_on(session: Session, account: Account, day: date) -> int:
    """What one account holds at the end of a day."""
    told = _told(day) | {"fund_id": account.fund_id, "place": account.place}
    return sum(int(session.scalar(query, told) or 0) for query in _of_one_account())


def _told(day: date) -> dict[str, Any]:
    first = day.replace(day=1)
    return {"year": day.year, "month": day.month, "first": first, "last": day}


_MONTHS_BEFORE = or_(
    FundMonthRow.year < bindparam("year"),
    (FundMonthRow.year == bindparam("year")) & (FundMonthRow.month < bindparam("month")),
)
_IN_THE_MONTH = LedgerEntryRow.happened_on.between(bindparam("first"), bindparam("last"))


@cache
def _of_all_accounts() -> tuple[Select[int, MoneyPlace, int], ...]:
    """What months before that of the day moved, and its entries up to the day, by account."""
    month, entry = FundMonthRow, LedgerEntryRow
    sums = select(month.fund_id, month.place, func.sum(month.amount_dong)).where(_MONTHS_BEFORE)
    of_month = select(entry.fund_id, entry.place, func.sum(entry.amount_dong)).where(
        entry.fund_id.in_(select(FundRow.id)),  # so that the index of accounts is of use
        entry.place.in_(list(MoneyPlace)),
        _IN_THE_MONTH,
    )
    return (
        sums.group_by(month.fund_id, month.place),
        of_month.group_by(entry.fund_id, entry.place),
    )


@cache
def _of_one_account() -> tuple[Select[Any], Select[Any]]:
    """The same of one account."""
    month, entry = FundMonthRow, LedgerEntryRow
    fund: BindParameter[int] = bindparam("fund_id")
    place: BindParameter[MoneyPlace] = bindparam("place")
    return (
        select(func.sum(month.amount_dong)).where(
            month.fund_id == fund, month.place == place, _MONTHS_BEFORE
        ),
        select(func.sum(entry.amount_dong)).where(
            entry.fund_id == fund, entry.place == place, _IN_THE_MONTH
        ),
    )


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
