"""What funds did over a period, summed by the store."""

from datetime import date, timedelta

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session, aliased

from ccb_desktop.data.funds.balances import balances_on
from ccb_desktop.data.tables import LedgerEntryRow, VoucherRow
from ccb_desktop.domain.funds.turnovers import Flow, Turnover
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
    for flow in list_flows(session, from_on, to_on):
        _add(found, flow.fund_id, _NAMES[flow.deed, flow.comes_in], flow.dong)
    return {fund_id: Turnover(**sums) for fund_id, sums in found.items() if any(sums.values())}


def _add(found: dict[int, dict[str, int]], fund_id: int, name: str, dong: int) -> None:
    sums = found.setdefault(fund_id, {})
    sums[name] = sums.get(name, 0) + dong


def list_flows(session: Session, from_on: date, to_on: date) -> list[Flow]:
    """What each kind and category of vouchers did to each fund, month by month.

    Money that went from one place of a fund to another is left out.
    """
    entry, voucher, first = LedgerEntryRow, VoucherRow, aliased(VoucherRow)
    deed = func.coalesce(first.kind, voucher.kind)
    comes_in = (entry.amount_dong >= 0) != (voucher.kind == VoucherKind.REVERSAL)
    month = func.strftime("%Y-%m", entry.happened_on)
    query = (
        select(entry.fund_id, month, deed, comes_in, voucher.category, func.sum(entry.amount_dong))
        .join(voucher, voucher.id == entry.voucher_id)
        .outerjoin(first, first.id == voucher.voids_id)
        .where(
            entry.happened_on.between(from_on, to_on),
            or_(voucher.to_fund_id.is_(None), voucher.to_fund_id != voucher.fund_id),
        )
        .group_by(entry.fund_id, month, deed, comes_in, voucher.category)
        .order_by(entry.fund_id, month)
    )
    return [
        Flow(fund_id, of_month, of_deed, bool(came), category, dong if came else -dong)
        for fund_id, of_month, of_deed, came, category, dong in session.execute(query)
    ]
