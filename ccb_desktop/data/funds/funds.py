"""Funds, locks and counted cash in the store."""

import json
from collections.abc import Iterable

from sqlalchemy import exists, or_, select
from sqlalchemy.orm import Session

from ccb_desktop.data import rows
from ccb_desktop.data.tables import CashCountRow, FundRow, PeriodLockRow, VoucherRow
from ccb_desktop.domain.funds.cash_counts import CashCount
from ccb_desktop.domain.funds.funds import Fund
from ccb_desktop.domain.funds.ledger import PeriodLock
from ccb_desktop.domain.people_names import search_key


def list_funds(session: Session) -> list[Fund]:
    """Every fund, those of the branch first, in the order of opening."""
    query = select(FundRow.__table__).order_by(FundRow.unit_id.is_not(None), FundRow.id)
    return rows.list_values(session, Fund, query)


def load_fund(session: Session, fund_id: int) -> Fund:
    """One fund.

    Raises:
        NotFound: It is not there any more.
    """
    gone = "Quỹ này không còn trong sổ. Hãy mở lại danh sách quỹ."
    return rows.load_value(session, FundRow, Fund, fund_id, gone)


def save_fund(session: Session, fund: Fund) -> int:
    """Insert or overwrite a fund; gives the id."""
    return rows.save(session, FundRow, fund, name_key=search_key(fund.name))


def delete_fund(session: Session, fund_id: int) -> None:
    """Delete a fund of which no voucher tells."""
    rows.delete_one(session, FundRow, fund_id)


def is_booked(session: Session, fund_id: int) -> bool:
    """Whether any voucher, draft or posted, tells of a fund."""
    tells = or_(VoucherRow.fund_id == fund_id, VoucherRow.to_fund_id == fund_id)
    return bool(session.scalar(select(exists().where(tells))))


def list_locks(session: Session) -> list[PeriodLock]:
    """The locks that hold, in the order of their periods."""
    query = select(PeriodLockRow.__table__).order_by(PeriodLockRow.year, PeriodLockRow.month)
    return rows.list_values(session, PeriodLock, query)


def save_lock(session: Session, lock: PeriodLock) -> int:
    """Lock a month or a year; gives the id."""
    return rows.save(session, PeriodLockRow, lock)


def delete_lock(session: Session, lock_id: int) -> None:
    """Unlock a month or a year."""
    rows.delete_one(session, PeriodLockRow, lock_id)


def list_cash_counts(session: Session, fund_ids: Iterable[int] | None = None) -> list[CashCount]:
    """What was counted, of some funds or of all, the newest first."""
    query = select(CashCountRow).order_by(CashCountRow.counted_on.desc(), CashCountRow.id.desc())
    if fund_ids is not None:
        query = query.where(CashCountRow.fund_id.in_(list(fund_ids)))
    return [_count(row) for row in session.scalars(query)]


def _count(row: CashCountRow) -> CashCount:
    pieces = {int(value): count for value, count in json.loads(row.pieces).items()}
    return rows.value_of(CashCount, row, pieces=pieces)


def save_cash_count(session: Session, count: CashCount) -> int:
    """Insert or overwrite what was counted; gives the id."""
    pieces = json.dumps({str(value): number for value, number in count.pieces.items() if number})
    return rows.save(session, CashCountRow, count, pieces=pieces)


def delete_cash_count(session: Session, count_id: int) -> None:
    """Take out what was counted."""
    rows.delete_one(session, CashCountRow, count_id)
