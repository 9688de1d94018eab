"""What was done (Việc vừa làm), and taking it back."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from ccb_desktop.data import act_lists, history
from ccb_desktop.data.funds import voided
from ccb_desktop.data.members.memberships import (
    find_membership,
    list_events,
    load_event,
    refresh_standings,
)
from ccb_desktop.data.store import Session, Store
from ccb_desktop.domain.changes import (
    FIRST_STAYS,
    Action,
    Beside,
    Change,
    RecordChange,
    UndoEffect,
)
from ccb_desktop.domain.errors import Conflict, Invalid, UserError
from ccb_desktop.domain.long_jobs import Tell
from ccb_desktop.domain.members.memberships import check_course
from ccb_desktop.operations.emulation.locks import keeping_locked
from ccb_desktop.operations.funds.undoing import MONEY_KINDS, undo_money
from ccb_desktop.operations.register_undo import (
    cancel_staying,
    see_that_numbers_fit,
    staying_documents,
)

Touched = Iterable[tuple[str, dict[str, Any]]]

_UNDO, _REDO = "Hoàn tác", "Làm lại"
_AGAIN = {_UNDO: _REDO, _REDO: _UNDO}
"""What undoing such an act is called."""


def list_actions(
    store: Store, limit: int | None = 200, on: date | None = None, from_on: date | None = None
) -> list[Action]:
    """The newest acts first, all of one day, or all from a day on."""
    with store.reading() as session:
        if on is None and from_on is None:
            return act_lists.list_acts(session, limit)
        return act_lists.list_acts(session, None, from_on or on, on)


def list_changes(store: Store, records: Iterable[tuple[str, int]]) -> list[RecordChange]:
    """What happened to some records (table, id), newest first."""
    with store.reading() as session:
        return history.list_changes(session, list(records))


def effect_of(store: Store, change: Change) -> UndoEffect:
    """What undoing an act would do: a lock stays until it is opened with a reason."""
    with store.reading() as session:
        found = act_lists.effects_of(session, [change.action_id])
    return found.get(change.action_id, UndoEffect.PLAYED_BACK)


@dataclass(frozen=True, slots=True)
class Undone:
    """What came of undoing several acts, one after the other.

    Attributes:
        changes: Of each that was undone, in the order in which that was done.
        stopped_at: The act at which it stopped, and why; none where all were undone.
    """

    changes: tuple[Change, ...]
    stopped_at: tuple[str, UserError] | None = None


def undo_many(store: Store, action_ids: Iterable[int], tell: Tell) -> Undone:
    """Undo several acts, the newest first, each an act of its own.

    At the first that cannot be undone it stops: older ones may hang on it.

    Args:
        store: The books.
        action_ids: The acts.
        tell: Is told how many are done, of how many, and which is in hand.
    """
    done: list[Change] = []
    newest_first = sorted(set(action_ids), reverse=True)
    for action_id in newest_first:
        with store.reading() as session:
            label, _kinds = history.label_and_kinds(session, action_id)
        try:
            tell(len(done), len(newest_first), label)
            done.append(undo(store, action_id))
        except UserError as error:
            return Undone(tuple(done), (label, error))
    return Undone(tuple(done))


def undo(store: Store, action_id: int) -> Change:
    """Put everything back as it was before an act; this itself can be undone.

    Vouchers that it posted are reversed, and that is not undone again. Documents that it
    entered are void where higher numbers were given since; else they go.

    Raises:
        NotFound: There is no such act.
        Conflict: It is undone already, records were changed since, it would change what was
            found in a year of grading that is locked, or it is the first act of the books.
        Invalid, Locked: As `operations.funds.undoing.undo_money`.
    """
    with store.reading() as session:
        label, kinds = history.label_and_kinds(session, action_id)
        if act_lists.is_first(session, action_id):
            raise Conflict(f"{FIRST_STAYS} Sổ không đổi.")
    if Beside.RESTORE in kinds:
        raise Conflict(
            "Việc phục hồi không hoàn tác ở đây được. Sổ không đổi. Chủ tịch chọn bản sao lưu "
            "“Trước khi phục hồi” ở Cài đặt, thẻ Sao lưu, rồi phục hồi bản ấy."
        )
    if kinds & {"users", Beside.KEYS}:  # the key ring beside the store is not played back
        raise Conflict(
            "Việc về người dùng, mật khẩu, mã hóa không hoàn tác ở đây được. Sổ không đổi. Chủ "
            "tịch sửa ở Cài đặt, thẻ Người dùng."
        )
    with store.writing(_undone(label)) as session:
        with keeping_locked(session):
            if kinds & MONEY_KINDS:
                touched = undo_money(session, action_id, label)
            else:
                staying = staying_documents(session, action_id)
                touched = history.play_back(session, action_id, session.action_id, staying)
                cancel_staying(session, staying, label)
        if any(table == "visits" for table, _ in touched):
            voided.mark_again(session)
        see_that_numbers_fit(session, touched)
        memberships = _memberships_of(session, touched)
        refresh_standings(session, memberships)
        if any(table == "person_merges" for table, _ in touched):
            _see_that_courses_hold(session, memberships)
    return session.change


def _undone(label: str) -> str:
    """What undoing an act is called; undoing that again is doing it again."""
    before, colon, what = label.partition(": ")
    if colon and before in _AGAIN:
        return f"{_AGAIN[before]}: {what}"
    return f"{_UNDO}: {label}"


def _memberships_of(session: Session, touched: Touched) -> set[int]:
    """The memberships whose standings follow from records put back.

    Of an event that was only corrected the history keeps what differed, not whose it is.
    """
    found = {values["id"] for table, values in touched if table == "memberships"}
    for table, values in touched:
        if table == "membership_events":
            owner = values.get("membership_id")
            found.add(owner or load_event(session, values["id"]).membership_id)
    return found


def _see_that_courses_hold(session: Session, membership_ids: Iterable[int]) -> None:
    """Two people parted again: what was recorded since may fit neither course."""
    for membership_id in membership_ids:
        membership = find_membership(session, membership_id)
        if membership is None:
            continue
        try:
            check_course(membership, list_events(session, membership_id))
        except Invalid as invalid:
            raise Conflict(
                f"Sau khi gộp đã ghi thêm biến động, tách ra thì không còn đúng: {invalid} "
                "Số liệu vẫn nguyên. Bỏ biến động ghi sau ấy trước, rồi tách lại."
            ) from invalid
