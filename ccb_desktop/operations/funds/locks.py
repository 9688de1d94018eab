"""Lock months and years of the cash books, and unlock them with a reason."""

from datetime import date

from ccb_desktop.data.funds import funds
from ccb_desktop.data.store import Store
from ccb_desktop.domain.backups import BackupReason
from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.errors import Conflict, Invalid, NotFound
from ccb_desktop.domain.funds.ledger import PeriodLock
from ccb_desktop.operations.backups import back_up_before


def list_locks(store: Store) -> list[PeriodLock]:
    """What is locked, in the order of the periods."""
    with store.reading() as session:
        return funds.list_locks(session)


def lock_period(
    store: Store, year: int, month: int | None, note: str = "", form_id: str | None = None
) -> Change:
    """Lock a month, or a whole year when no month is given (rule 24).

    A backup is made and verified before a year is locked.

    Raises:
        Invalid: The period is not over yet; field `month`.
        Conflict: It is locked already.
        Damaged, DiskFull, DiskFault, ReadOnly: The backup before it could not be made.
    """
    lock = PeriodLock(year=year, month=month, locked_on=date.today(), note=note)
    ends = date(year + 1, 1, 1) if month in (None, 12) else date(year, (month or 0) + 1, 1)
    if date.today() < ends:
        raise Invalid({"month": f"Chưa hết {lock.label} nên chưa khóa được."})
    if month is None:
        back_up_before(store, BackupReason.BEFORE_LOCK)
    with store.writing(f"Khóa sổ quỹ {lock.label}", form_id) as session:
        known = funds.list_locks(session)
        if any((one.year, one.month) == (year, month) for one in known):
            raise Conflict(f"Sổ quỹ {lock.label} đã khóa rồi.")
        funds.save_lock(session, lock)
    return session.change


def unlock_period(store: Store, lock_id: int, reason: str, form_id: str | None = None) -> Change:
    """Unlock a month or a year; the reason stands in the history.

    Raises:
        Invalid: No reason was given; field `reason`.
        NotFound: It is not locked any more.
    """
    if not reason.strip():
        raise Invalid({"reason": "Ghi lý do mở khóa sổ; lý do được giữ trong nhật ký."})
    with store.reading() as session:
        lock = next((one for one in funds.list_locks(session) if one.id == lock_id), None)
    if lock is None:
        raise NotFound("Kỳ này không còn khóa.")
    label = f"Mở khóa sổ quỹ {lock.label}: {reason.strip()}"
    with store.writing(label, form_id) as session:
        funds.delete_lock(session, lock_id)
    return session.change
