"""Memberships, their events, and the standings worked out from them."""

from collections.abc import Iterable, Sequence

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from ccb_desktop.data import rows
from ccb_desktop.data.charter import delete_reports
from ccb_desktop.data.tables import MembershipEventRow, MembershipRow, StandingRow
from ccb_desktop.domain.errors import NotFound
from ccb_desktop.domain.members.memberships import (
    Membership,
    MembershipEvent,
    MembershipKind,
    standings,
)

_MANY = 500


def list_memberships(session: Session, person_id: int) -> list[Membership]:
    """Every membership of one person, of the Hội first."""
    query = select(MembershipRow).where(MembershipRow.person_id == person_id)
    found = [rows.value_of(Membership, row) for row in session.scalars(query)]
    return sorted(found, key=lambda m: (m.kind is not MembershipKind.HOI, m.id or 0))


def load_membership(session: Session, membership_id: int) -> Membership:
    """One membership.

    Raises:
        NotFound: There is none of this id.
    """
    found = find_membership(session, membership_id)
    if found is None:
        raise NotFound("Không tìm thấy tư cách hội viên này. Hãy mở lại danh sách.")
    return found


def find_membership(session: Session, membership_id: int) -> Membership | None:
    """One membership, if it is still there."""
    row = session.get(MembershipRow, membership_id)
    return None if row is None else rows.value_of(Membership, row)


def hoi_membership_of(session: Session, person_id: int) -> Membership | None:
    """A person's membership of the Hội: there is at most one, however often he came back."""
    query = select(MembershipRow).where(
        MembershipRow.person_id == person_id, MembershipRow.kind == MembershipKind.HOI
    )
    row = session.scalars(query).first()
    return None if row is None else rows.value_of(Membership, row)


def find_by_card_no(session: Session, card_no: str) -> Membership | None:
    """The membership with this card number."""
    row = session.scalar(select(MembershipRow).where(MembershipRow.card_no == card_no))
    return None if row is None else rows.value_of(Membership, row)


def list_events(session: Session, membership_id: int) -> list[MembershipEvent]:
    """The events of one membership in the order of entering."""
    query = (
        select(MembershipEventRow.__table__)
        .where(MembershipEventRow.membership_id == membership_id)
        .order_by(MembershipEventRow.id)
    )
    return rows.list_values(session, MembershipEvent, query)


def load_event(session: Session, event_id: int) -> MembershipEvent:
    """One event.

    Raises:
        NotFound: There is none of this id.
    """
    gone = "Không tìm thấy biến động này. Có thể nó đã được hoàn tác."
    return rows.load_value(session, MembershipEventRow, MembershipEvent, event_id, gone)


def save_membership(session: Session, membership: Membership) -> int:
    """Insert or overwrite a membership and work out its standings; gives the id."""
    membership_id = rows.save(session, MembershipRow, membership)
    refresh_standings(session, [membership_id])
    return membership_id


def save_event(session: Session, event: MembershipEvent) -> int:
    """Insert or overwrite an event and work out the standings; gives the id."""
    event_id = rows.save(session, MembershipEventRow, event)
    if event.membership_id is not None:
        refresh_standings(session, [event.membership_id])
    return event_id


def delete_event(session: Session, event: MembershipEvent) -> None:
    """Delete an event and work out the standings anew."""
    if event.id is not None and event.membership_id is not None:
        rows.delete_one(session, MembershipEventRow, event.id)
        refresh_standings(session, [event.membership_id])


def delete_membership(session: Session, membership_id: int) -> None:
    """Delete a membership with its events and reports."""
    delete_reports(session, membership_id)
    for event in list_events(session, membership_id):
        delete_event(session, event)
    rows.delete_one(session, MembershipRow, membership_id)


def refresh_standings(session: Session, membership_ids: Iterable[int] | None = None) -> None:
    """Work out the standings of some memberships, or of all, from their events."""
    session.flush()
    if membership_ids is None:
        membership_ids = session.scalars(select(MembershipRow.id)).all()
    ids = sorted(set(membership_ids))
    for start in range(0, len(ids), _MANY):
        _refresh_some(session, ids[start : start + _MANY])


def _refresh_some(session: Session, ids: Sequence[int]) -> None:
    session.execute(delete(StandingRow).where(StandingRow.membership_id.in_(ids)))
    of_these = select(MembershipEventRow.__table__).where(MembershipEventRow.membership_id.in_(ids))
    events = rows.list_by_owner(session, MembershipEvent, of_these, "membership_id")
    memberships = select(MembershipRow.__table__).where(
        MembershipRow.id.in_(ids), MembershipRow.kind == MembershipKind.HOI
    )
    worked_out = [
        rows.columns_of(standing, StandingRow, membership_id=membership.id)
        for membership in rows.list_values(session, Membership, memberships)
        for standing in standings(membership, events.get(membership.id or 0, ()))
    ]
    rows.insert_many(session, StandingRow, worked_out)
