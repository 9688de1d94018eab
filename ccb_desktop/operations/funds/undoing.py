"""Take back an act that posted vouchers: they are reversed, everything else is played back."""

from collections.abc import Iterable, Sequence, Set
from datetime import date
from typing import Any

from ccb_desktop.data import history
from ccb_desktop.data.funds import funds, loans, voided, vouchers
from ccb_desktop.data.putting_back import Line
from ccb_desktop.data.store import WritingSession
from ccb_desktop.domain.errors import Conflict
from ccb_desktop.domain.funds.dated import DAYS_OF_MONEY, days_of
from ccb_desktop.domain.funds.loan_state import outstanding_by_fund
from ccb_desktop.domain.funds.vouchers import VoucherKind
from ccb_desktop.domain.money import format_dong
from ccb_desktop.operations.funds.funds import check_life
from ccb_desktop.operations.funds.posting import check_unlocked, reverse_vouchers

Record = tuple[str, int]


_LINKS = (("person_id", "persons"), ("unit_id", "units"), ("campaign_id", "campaigns"))
"""Columns of vouchers that follow what they name, and the tables of that."""


def undo_money(session: WritingSession, action_id: int, label: str) -> list[tuple[str, Any]]:
    """Undo an act that touched the books of money, within the act that undoes it.

    Its vouchers stay, each with a reversal on its own day, so that every past day reads as if
    they had never been; funds that were booked stay with them, and the units whose funds they
    are. What stood behind the vouchers goes, but for dues, gifts, visits and houses that
    counted until their voucher was voided by hand: these stay beside it, so that both books
    agree, and with them who paid the dues and the campaign of the gifts.

    Args:
        session: The undoing act.
        action_id: The act to undo.
        label: What it was, for the reason on the reversals.

    Returns:
        As `data.history.play_back`.

    Raises:
        Conflict: It voided vouchers or locked a period itself, something depends on it, a
            closed fund would be owed to, or nothing of it is left to take back.
        Invalid: A fund would hold less than nothing.
        Locked: It reaches into a locked month.
    """
    lines = history.lines_of(session, action_id)
    if any(line.table == "period_locks" and line.before is None for line in lines):
        raise Conflict(
            "Khóa sổ không hoàn tác ở đây được, vì mở khóa phải có lý do. Sổ không đổi. "
            "Vào Quỹ Hội, thẻ Sổ quỹ, chọn Mở khóa và ghi lý do."
        )
    locks = funds.list_locks(session)
    for day in days_of((line.table, line.before, line.after) for line in lines):
        check_unlocked(locks, day)
    posted = _posted_by(session, lines)
    voided_before = vouchers.voided_ids(session, sorted(posted))
    standing = sorted(posted - voided_before)
    if standing:
        reverse_vouchers(session, standing, f"Hoàn tác: {label}", date.min, behind_goes=True)
    added = {(line.table, line.record_id) for line in lines if line.before is None}
    kept = voided.kept_with(session, sorted(voided_before))
    kept |= added & voided.grounds_of(session, kept)
    staying = _staying(session, lines, posted) | kept
    changed = {(line.table, line.record_id) for line in lines}
    behind = changed & voided.behind(session, sorted(voided_before)) - kept
    _check_something_left(lines, standing, staying | behind)
    voided.check_none_lent(session, sorted(voided_before))
    voided.unmark(session, behind)
    _forget(session, added - staying, kept)
    touched = history.play_back(session, action_id, session.action_id, staying)
    _see_that_funds_hold(session, lines)
    return touched


def _forget(session: WritingSession, gone: Set[Record], kept: Set[Record]) -> None:
    """Let nothing that stays be linked to what goes."""
    for column, table in _LINKS:
        vouchers.forget(session, column, [own for kind, own in gone if kind == table])
    voided.forget(session, kept, gone)


def _see_that_funds_hold(session: WritingSession, lines: Iterable[Line]) -> None:
    """See that every fund put back has its days around what is booked in it and lent from it."""
    session.expire_all()
    changed = {one.record_id for one in lines if one.table == "funds" and one.before and one.after}
    for fund in funds.list_funds(session) if changed else ():
        if fund.id in changed:
            check_life(session, fund)
    if any(line.table == "loans" and line.before and line.after for line in lines):
        _see_that_no_closed_fund_is_owed(session)


def _see_that_no_closed_fund_is_owed(session: WritingSession) -> None:
    """See that no debt given up is owed again to a fund that was closed since."""
    files = loans.list_loans(session)
    for fund in funds.list_funds(session):
        if fund.closed_on is None:
            continue
        if owed := outstanding_by_fund(files, fund.closed_on).get(fund.id or 0):
            raise Conflict(
                f"{fund.name} đã đóng ngày {fund.closed_on:%d/%m/%Y}; hoàn tác việc này thì quỹ "
                f"lại còn cho vay {format_dong(owed)} đồng. Sổ không đổi. Bỏ ngày đóng quỹ trước, "
                "rồi hoàn tác lại."
            )


def _check_something_left(
    lines: Iterable[Line], standing: Sequence[int], settled: Set[Record]
) -> None:
    """See that an act has vouchers that stand, or changed more than what is settled already."""
    if not standing and all((line.table, line.record_id) in settled for line in lines):
        raise Conflict(
            "Việc này không còn gì để hoàn tác: phiếu của nó đã hủy rồi, hoặc quỹ nó mở đã có "
            "phiếu ghi sau. Sổ không đổi."
        )


def _posted_by(session: WritingSession, lines: Iterable[Line]) -> set[int]:
    """The vouchers that an act posted; of others it only wrote a draft, or moved a link.

    Raises:
        Conflict: The act voided some.
    """
    of_vouchers = [line for line in lines if line.table == "vouchers"]
    ids = sorted({one.record_id for one in of_vouchers if (one.after or {}).get("posted_at")})
    found = vouchers.load_vouchers(session, ids)
    if any(one.kind is VoucherKind.REVERSAL for one in found):
        raise Conflict(
            "Việc này đã hủy phiếu trong sổ quỹ; phiếu hủy không hoàn tác được. Sổ không đổi. "
            "Nếu hủy nhầm, hãy ghi lại phiếu mới cho khoản tiền ấy."
        )
    return {one.id for one in found if one.id is not None}


def _staying(session: WritingSession, lines: Iterable[Line], posted: set[int]) -> frozenset[Record]:
    """The vouchers that an act posted, and what they stand on: funds, and their units."""
    added = [line for line in lines if line.before is None]
    booked = {
        line.record_id: line.after or {}
        for line in added
        if line.table == "funds" and funds.is_booked(session, line.record_id)
    }
    units = {values.get("unit_id") for values in booked.values()}
    names = {
        line.record_id
        for line in added
        if line.table == "unit_names" and (line.after or {}).get("unit_id") in units
    }
    staying = {"vouchers": posted, "funds": booked.keys(), "units": units, "unit_names": names}
    return frozenset((table, own) for table, ids in staying.items() for own in ids if own)


MONEY_KINDS = frozenset({*DAYS_OF_MONEY, "vouchers", "funds", "period_locks"})
"""Kinds of records whose undoing is a matter of the ledger."""
