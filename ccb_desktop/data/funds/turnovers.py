"""What funds did over a period, summed by the store."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session, aliased

from ccb_desktop.data.funds.balances import balances_on
from ccb_desktop.data.tables import LedgerEntryRow, VoucherRow
from ccb_desktop.domain.funds.turnovers import Turnover
from ccb_desktop.domain.funds.vouchers import VoucherKind

_NAMES = {
    (VoucherKind.OPENING, True): "opened_dong",
    (VoucherKind.RECEIPT, True): "in_dong",
    (VoucherKind.PAYMENT, False): "out_dong",
    (VoucherKind.TRANSFER, True): "moved_in_dong",
    (VoucherKind.TRANSFER, False): "moved_out_dong",
}
"""What a kind of voucher, coming in or going out, adds to."""


def load_turnovers(session: Session, from_on: date, to_on: date) -> dict[int, Turnover]:
    """Fund → what it did from a day to a day; funds that hold and did nothing are left out.

    Money that went from one place of a fund to another is no turnover.
    """
    found: dict[int, dict[str, int]] = {}
    for (fund_id, _place), held in balances_on(session, from_on - timedelta(days=1)).items():
        _add(found, fund_id, "opening_dong", held)
    for fund_id, deed, comes_in, dong in _sums(session, from_on, to_on):
        _add(found, fund_id, _NAMES[deed, bool(comes_in)], dong if comes_in else -dong)
    return {fund_id: Turnover(**sums) for fund_id, sums in found.items() if any(sums.values())}


def _add(found: dict[int, dict[str, int]], fund_id: int, name: str, dong: int) -> None:
    sums = found.setdefault(fund_id, {})
    sums[name] = sums.get(name, 0) + dong


def _sums(session: Session, from_on: date, to_on: date) -> Iterable[tuple[Any, ...]]:
    """Fund, kind of deed, whether it stands among what came in, and the sum of its entries."""
    entry, voucher, first = LedgerEntryRow, VoucherRow, aliased(VoucherRow)
    deed = func.coalesce(first.kind, voucher.kind)
    comes_in = (entry.amount_dong >= 0) != (voucher.kind == VoucherKind.REVERSAL)
    query = (
        select(entry.fund_id, deed, comes_in, func.sum(entry.amount_dong))
        .join(voucher, voucher.id == entry.voucher_id)
        .outerjoin(first, first.id == voucher.voids_id)
        .where(
            entry.happened_on.between(from_on, to_on),
            or_(voucher.to_fund_id.is_(None), voucher.to_fund_id != voucher.fund_id),
        )
        .group_by(entry.fund_id, deed, comes_in)
    )
    return [tuple(row) for row in session.execute(query)]
