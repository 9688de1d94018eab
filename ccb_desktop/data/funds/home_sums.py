"""Sums of the ledger for the first page: a few small statements, whatever the books hold."""

from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from ccb_desktop.data.tables import CashCountRow, FundMonthRow, FundRow, VoucherRow
from ccb_desktop.domain.funds.vouchers import VoucherKind
from ccb_desktop.domain.home_money import MonthEnd


def count_drafts(session: Session) -> int:
    """How many vouchers are not in the book; the index of numbers knows them."""
    drafts = select(func.count()).where(
        VoucherRow.kind.in_(list(VoucherKind)), VoucherRow.number_year.is_(None)
    )
    return session.scalar(drafts) or 0


def booked_months(session: Session) -> list[tuple[int, int]]:
    """Year and month of every month with entries, in order."""
    month = FundMonthRow
    query = select(month.year, month.month).distinct().order_by(month.year, month.month)
    return [(year, at) for year, at in session.execute(query)]


def branch_month_ends(session: Session, today: date, months: int) -> list[MonthEnd]:
    """What the funds of the branch held at the end of each of the last months, and today.

    Months before the first entry are left out.
    """
    month = FundMonthRow
    query = (
        select(month.year, month.month, func.sum(month.amount_dong))
        .join(FundRow, FundRow.id == month.fund_id)
        .where(FundRow.unit_id.is_(None))
        .group_by(month.year, month.month)
        .order_by(month.year, month.month)
    )
    sums = {(year, at): int(dong) for year, at, dong in session.execute(query)}
    if not sums:
        return []
    last = today.year * 12 + today.month - 1
    first = min(year * 12 + at - 1 for year, at in sums)
    ends = []
    held = 0
    for index in range(first, last + 1):
        year, at = index // 12, index % 12 + 1
        held += sums.get((year, at), 0)
        ends.append(MonthEnd(year, at, held))
    return ends[-months:]


def last_counts(session: Session) -> dict[int, date]:
    """Fund → the day on which its cash was counted last."""
    count = CashCountRow
    query = select(count.fund_id, func.max(count.counted_on)).group_by(count.fund_id)
    return dict(session.execute(query).all())
