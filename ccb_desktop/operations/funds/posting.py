"""The one way by which vouchers come into the book, and are taken back out of its sums."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime

from ccb_desktop.data.funds import balances, funds, voided, vouchers
from ccb_desktop.data.store import Session
from ccb_desktop.domain.errors import Conflict, Invalid, Locked
from ccb_desktop.domain.funds.funds import Fund
from ccb_desktop.domain.funds.ledger import (
    Account,
    PeriodLock,
    check_not_below_zero,
    check_open,
    check_stays_empty,
    entries_of,
    lock_on,
)
from ccb_desktop.domain.funds.vouchers import Voucher, VoucherKind, check_voucher


def post_vouchers(session: Session, new: Sequence[Voucher]) -> list[Voucher]:
    """Post vouchers within one act: all of them or none.

    Args:
        session: A writing session; whatever raises here must end its act.
        new: In the order in which they get their numbers; drafts bring their ids.

    Returns:
        The vouchers as posted, with ids and numbers, in the same order.

    Raises:
        Invalid: By field, where a voucher cannot be booked; a fund that would hold less than
            nothing on any day is told with the day and the sum that lacks (rule 25).
        Locked: The month or year is locked (rule 24).
    """
    now = datetime.now().replace(microsecond=0)
    by_id = {fund.id: fund for fund in funds.list_funds(session)}
    locks = funds.list_locks(session)
    for voucher in new:
        check_voucher(voucher, now.date())
        check_unlocked(locks, voucher.issued_on)
        for fund_id in {voucher.fund_id, voucher.to_fund_id} - {None}:
            check_open(_fund(by_id, fund_id), voucher.issued_on)
    posted = vouchers.post(session, new, now)
    _check_balances(session, by_id, posted)
    return posted


def check_unlocked(locks: Iterable[PeriodLock], day: date) -> None:
    """See that a day lies in no locked period (rule 24).

    Raises:
        Locked: It does.
    """
    lock = lock_on(locks, day)
    if lock is not None:
        raise Locked(
            f"Sổ quỹ {lock.label} đã khóa nên không ghi được ngày {day:%d/%m/%Y}. Chưa ghi gì "
            "vào sổ. Ghi vào ngày của kỳ chưa khóa, hoặc mở khóa kỳ ấy kèm lý do rồi ghi lại."
        )


def _fund(by_id: dict[int | None, Fund], fund_id: int | None) -> Fund:
    if fund_id not in by_id:
        raise Invalid({"fund_id": "Chọn quỹ có trong danh sách."})
    return by_id[fund_id]


def _check_balances(
    session: Session, by_id: dict[int | None, Fund], posted: Sequence[Voucher]
) -> None:
    """Look at every account from the first day on which one of these takes money out of it.

    What is booked before a fund was closed must leave it as empty as it was then.
    """
    first_out: defaultdict[Account, list[date]] = defaultdict(list)
    touched: set[Account] = set()
    of_voided = [voucher.voids_id for voucher in posted if voucher.voids_id is not None]
    voided_by_id = {one.id: one for one in vouchers.load_vouchers(session, of_voided)}
    for voucher in posted:
        for entry in entries_of(voucher, voided_by_id.get(voucher.voids_id)):
            touched.add(entry.account)
            if entry.amount_dong < 0:
                first_out[entry.account].append(entry.happened_on)
    for account, days in first_out.items():
        found = balances.balances_from(session, account, min(days))
        check_not_below_zero(by_id[account.fund_id], account.place, found)
    for account in touched:
        fund = by_id[account.fund_id]
        if fund.closed_on is not None:
            held = balances.balance_on(session, account, fund.closed_on)
            check_stays_empty(fund, account.place, held)


def reverse_vouchers(
    session: Session,
    voucher_ids: Sequence[int],
    reason: str,
    on: date | None = None,
    *,
    behind_goes: bool = False,
) -> list[Voucher]:
    """Take posted vouchers back by reversals, and mark what stood behind them as voided.

    A voucher posted together with others for one thing (the two receipts of a handing in)
    takes those along.

    Args:
        session: A writing session.
        voucher_ids: The vouchers to void.
        reason: Why; stands on each reversal.
        on: The day of voiding; today when not given. What was issued later is voided on its
            own day.
        behind_goes: What stood behind the vouchers is taken out by the caller, so that it is
            neither marked nor asked after.

    Returns:
        The reversals, as posted.

    Raises:
        Conflict: One is voided already, is a reversal itself, is a draft, or later records
            depend on it (a loan that is being paid back).
        Invalid: A fund would hold less than nothing; or there is no reason.
        Locked: The month of voiding is locked.
    """
    wanted = vouchers.load_vouchers(session, voided.with_companions(session, voucher_ids))
    gone = vouchers.voided_ids(session, [voucher.id or 0 for voucher in wanted])
    for voucher in wanted:
        _check_reversible(session, voucher, gone)
    on = on or date.today()
    if not behind_goes:
        voided.check_nothing_depends(session, [voucher.id or 0 for voucher in wanted], on)
    reversals = [_reversal(voucher, reason, max(on, voucher.issued_on)) for voucher in wanted]
    posted = post_vouchers(session, reversals)
    for reversal in () if behind_goes else posted:
        voided.mark(session, reversal.voids_id or 0, reversal.issued_on)
    return posted


def _check_reversible(session: Session, voucher: Voucher, gone: set[int]) -> None:
    if not voucher.is_posted:
        raise Conflict("Phiếu này còn là bản nháp, chưa vào sổ. Cứ sửa hoặc bỏ bản nháp.")
    if voucher.kind is VoucherKind.REVERSAL:
        raise Conflict("Phiếu hủy không hủy lại được. Hãy ghi phiếu mới cho khoản tiền ấy.")
    before = vouchers.reversal_of(session, voucher.id) if voucher.id in gone else None
    if before is not None:
        raise Conflict(
            f"Phiếu {voucher.number_text} đã hủy bằng phiếu {before.number_text} "
            f"ngày {before.issued_on:%d/%m/%Y} rồi. Sổ không đổi."
        )


def _reversal(voucher: Voucher, reason: str, on: date) -> Voucher:
    return replace(
        voucher,
        id=None,
        kind=VoucherKind.REVERSAL,
        number=None,
        posted_at=None,
        issued_on=on,
        content=f"Hủy phiếu {voucher.number_text}: {voucher.content}",
        voids_id=voucher.id,
        reason=reason.strip(),
        old_number="",
        note="",
    )
