"""Meetings of units and of the board in the store: when they met, who came."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import Session

from ccb_desktop.data.activities.activities import holder_names, kind_names
from ccb_desktop.data.tables import (
    ActivityRow,
    AttendanceRow,
    MembershipRow,
    StandingRow,
)
from ccb_desktop.domain.activities.activities import ActivityKind, Presence
from ccb_desktop.domain.activities.regularity import Meeting, Roll
from ccb_desktop.domain.activities.roll_call import AttendedLine
from ccb_desktop.domain.members.memberships import Status

_AT_ONCE = 10_000
_UNIT_MEETING = and_(
    ActivityRow.kind == ActivityKind.UNIT_MEETING.value, ActivityRow.unit_id.is_not(None)
)
_BOARD_MEETING = and_(
    ActivityRow.kind == ActivityKind.BOARD_MEETING.value, ActivityRow.unit_id.is_(None)
)


def is_meeting() -> ColumnElement[bool]:
    """Meetings of a unit, and those of the board of the branch."""
    return or_(_UNIT_MEETING, _BOARD_MEETING)


def list_meetings(session: Session, from_on: date, to_on: date) -> list[Meeting]:
    """The meetings of some days, oldest first."""
    row = ActivityRow
    query = (
        select(row.unit_id, row.held_on, row.sessions, row.members_present)
        .where(is_meeting(), row.held_on.between(from_on, to_on))
        .order_by(row.held_on, row.id)
    )
    return [Meeting(*columns) for columns in session.execute(query)]


def last_met_on(session: Session, on: date) -> dict[int | None, date]:
    """Unit → its last meeting up to a day, the board under `None`; empty without such a book."""
    query = (
        select(ActivityRow.unit_id, func.max(func.coalesce(ActivityRow.to_on, ActivityRow.held_on)))
        .where(is_meeting(), ActivityRow.held_on <= on)
        .group_by(ActivityRow.unit_id)
    )
    found = {}
    for unit_id, day in session.execute(query):
        found[unit_id] = min(day, on)
    return found


def load_roll(session: Session) -> Roll:
    """The active members of every chi hội and phân hội on any day."""
    row = StandingRow
    query = select(row.unit_id, row.sub_unit_id, row.from_on, row.to_on).where(
        row.status == Status.ACTIVE
    )
    return Roll(
        (place, from_on, to_on)
        for unit_id, sub_unit_id, from_on, to_on in session.execute(query)
        for place in {unit_id, sub_unit_id}
        if place is not None
    )


def roll_since(session: Session, on: date) -> dict[int, date]:
    """Chi hội → the first meeting up to a day of which an attendance list is kept."""
    activity, call = ActivityRow, AttendanceRow
    query = (
        select(activity.unit_id, func.min(activity.held_on))
        .join(call, call.activity_id == activity.id)
        .where(activity.unit_id.is_not(None), activity.held_on <= on)
        .group_by(activity.unit_id)
    )
    return {own: day for own, day in session.execute(query) if own is not None}


def last_attended(session: Session, on: date, membership_ids: Sequence[int]) -> dict[int, date]:
    """Membership → the last meeting attended up to a day; those who attended none are left out."""
    found: dict[int, date] = {}
    for start in range(0, len(membership_ids), _AT_ONCE):
        query = (
            select(MembershipRow.id, func.max(ActivityRow.held_on))
            .join(AttendanceRow, AttendanceRow.person_id == MembershipRow.person_id)
            .join(ActivityRow, ActivityRow.id == AttendanceRow.activity_id)
            .where(
                MembershipRow.id.in_(membership_ids[start : start + _AT_ONCE]),
                AttendanceRow.presence == Presence.PRESENT,
                ActivityRow.held_on <= on,
            )
            .group_by(MembershipRow.id)
        )
        found |= dict(session.execute(query).all())
    return found


def list_attended(session: Session, person_id: int) -> list[AttendedLine]:
    """The meetings on whose attendance lists a person stands, the latest first."""
    units, kinds = holder_names(session, date.today()), kind_names(session)
    activity, call = ActivityRow, AttendanceRow
    query = (
        select(
            activity.id,
            activity.held_on,
            activity.name,
            activity.kind,
            activity.unit_id,
            call.presence,
        )
        .join(call, call.activity_id == activity.id)
        .where(call.person_id == person_id)
        .order_by(activity.held_on.desc(), activity.id.desc())
    )
    return [
        AttendedLine(
            activity_id=own,
            held_on=held_on,
            name=name,
            kind_name=kinds.get(kind, kind),
            unit_name=units.get(unit_id, ""),
            presence=presence,
        )
        for own, held_on, name, kind, unit_id, presence in session.execute(query)
    ]
