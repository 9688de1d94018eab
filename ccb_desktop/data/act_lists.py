"""What acts there are in the history: the newest, those of some days, and what undoing would do."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import Session

from ccb_desktop.data.tables import ActionRow, PersonalExportRow, RecordChangeRow, VoucherRow
from ccb_desktop.domain.changes import BESIDE, Action, UndoEffect
from ccb_desktop.domain.emulation.grading import Stage
from ccb_desktop.domain.funds.vouchers import VoucherKind

_AT_ONCE = 500


def list_acts(
    session: Session, limit: int | None = 200, from_on: date | None = None, on: date | None = None
) -> list[Action]:
    """The newest acts first, as "Việc vừa làm" shows them, each with what undoing would do.

    Args:
        session: Any session.
        limit: How many at the most; none for all.
        from_on: The first day; without it, from the beginning.
        on: The last day; without it, to the end.
    """
    lines = select(func.count()).where(RecordChangeRow.action_id == ActionRow.id)
    query = select(ActionRow, lines.scalar_subquery()).order_by(ActionRow.id.desc())
    query = query.where(ActionRow.kinds != PersonalExportRow.__tablename__)  # it only logs
    if from_on is not None:
        query = query.where(ActionRow.done_at >= datetime.combine(from_on, time()))
    if on is not None and on < date.max:
        query = query.where(ActionRow.done_at < datetime.combine(on, time()) + timedelta(days=1))
    found = [
        Action(
            *(row.id, row.label, row.done_at, row.done_by, row.undone_by, count),
            frozenset(row.kinds.split(";")),
        )
        for row, count in session.execute(query.limit(limit))
    ]
    ids = [action.id for action in found]
    effects, erased = effects_of(session, ids), _erased(session, ids)
    return [
        replace(one, effect=effects.get(one.id, one.effect), erased=one.id in erased)
        for one in found
    ]


def effects_of(session: Session, action_ids: Collection[int]) -> dict[int, UndoEffect]:
    """What undoing some acts would do, where it is more than playing them back.

    Vouchers are taken back by reversals. Reversals and locks stay, what was erased cannot come
    back, and on the first act all others stand.
    """
    found: dict[int, UndoEffect] = {}
    ids = sorted(action_ids)
    for begin in range(0, len(ids), _AT_ONCE):
        some = ids[begin : begin + _AT_ONCE]
        found |= _by_vouchers(session, some)
        found |= dict.fromkeys(_locking(session, some), UndoEffect.FINAL)
        found |= dict.fromkeys(_beside(session, some), UndoEffect.FINAL)
    found |= dict.fromkeys(_erased(session, ids), UndoEffect.FINAL)
    first = session.scalar(select(func.min(ActionRow.id)))
    if first is not None and first in action_ids:
        found[first] = UndoEffect.FINAL
    return found


def _erased(session: Session, ids: Sequence[int]) -> set[int]:
    """Acts some of whose lines were emptied when somebody's data was erased."""
    change, found = RecordChangeRow, set()
    for begin in range(0, len(ids), _AT_ONCE):
        some = change.action_id.in_(ids[begin : begin + _AT_ONCE])
        found |= set(
            session.scalars(select(change.action_id).where(some, change.erased_hash.is_not(None)))
        )
    return found


def is_first(session: Session, action_id: int) -> bool:
    """Whether an act is the one by which the books were begun."""
    return session.scalar(select(func.min(ActionRow.id))) == action_id


def _by_vouchers(session: Session, ids: list[int]) -> dict[int, UndoEffect]:
    """Acts that touched vouchers which stand in the book."""
    change = RecordChangeRow
    query = (
        select(change.action_id, VoucherRow.kind)
        .join(VoucherRow, VoucherRow.id == change.record_id)
        .where(
            change.action_id.in_(ids),
            change.kind == VoucherRow.__tablename__,
            VoucherRow.posted_at.is_not(None),
        )
        .distinct()
    )
    kinds: dict[int, set[str]] = {}
    for action_id, kind in session.execute(query):
        kinds.setdefault(action_id, set()).add(kind)
    return {
        action_id: UndoEffect.FINAL if VoucherKind.REVERSAL in held else UndoEffect.REVERSES
        for action_id, held in kinds.items()
    }


def _locking(session: Session, ids: list[int]) -> Iterator[int]:
    """Acts that locked a month, a year or a grading, changed who may sign in, or erased."""
    change = RecordChangeRow
    stage: ColumnElement[str] = func.json_extract(change.after, "$.stage")
    locked = or_(
        change.kind.in_(("users", "erasures", "personal_exports")),
        and_(change.kind == "period_locks", change.before.is_(None)),
        and_(change.kind == "grading_years", stage == Stage.LOCKED),
    )
    yield from session.scalars(select(change.action_id).where(change.action_id.in_(ids), locked))


def _beside(session: Session, ids: list[int]) -> Iterator[int]:
    """Acts that changed more than records."""
    query = select(ActionRow.id, ActionRow.kinds).where(ActionRow.id.in_(ids))
    for action_id, kinds in session.execute(query):
        if BESIDE.intersection(kinds.split(";")):
            yield action_id


def last_act_at(session: Session) -> datetime | None:
    """When the last act was done, by the clock of then.

    By its number, not by its moment: once a clock went wrong, what was done under it would
    speak against every right clock for ever.
    """
    return session.scalar(select(ActionRow.done_at).order_by(ActionRow.id.desc()).limit(1))
