"""Attendance lists in the store: who was called, and who was there."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from ccb_desktop.data import rows
from ccb_desktop.data.members.lists import of_members_on, unit_names
from ccb_desktop.data.tables import AttendanceRow, MembershipRow, PersonRow, StandingRow
from ccb_desktop.domain.activities.activities import Activity, Attendance
from ccb_desktop.domain.activities.roll_call import Called


def list_attendances(session: Session, activity_id: int) -> list[Attendance]:
    """The attendance list of a meeting; empty where none is kept."""
    call = AttendanceRow
    query = select(call.__table__).where(call.activity_id == activity_id).order_by(call.id)
    return rows.list_values(session, Attendance, query)


def save_attendances(session: Session, activity_id: int, called: Sequence[Attendance]) -> None:
    """Make the attendance list of a meeting exactly this one; lines keep their ids."""
    known = {one.person_id: one.id for one in list_attendances(session, activity_id)}
    wanted = {one.person_id for one in called}
    for person_id, own in known.items():
        if person_id not in wanted and own is not None:
            rows.delete_one(session, AttendanceRow, own)
    changed = [one for one in called if one.person_id in known]
    rows.update_many(
        session,
        AttendanceRow,
        {known[one.person_id] or 0: {"presence": one.presence} for one in changed},
    )
    rows.insert_many(
        session,
        AttendanceRow,
        [
            {"activity_id": activity_id, "person_id": one.person_id, "presence": one.presence}
            for one in called
            if one.person_id not in known
        ],
    )


def list_called(session: Session, activity: Activity) -> list[Called]:
    """Whom the roll of a meeting names, in Vietnamese order.

    Its unit's members on that day, and whoever stands on the list that is kept.
    """
    kept = {one.person_id: one.presence for one in list_attendances(session, activity.id or 0)}
    found = _standing_in(session, activity)
    missing = kept.keys() - {one.person_id for one in found}
    if missing:
        found += _by_person(session, missing)
        order = _order(session, [one.person_id for one in found])
        found.sort(key=lambda one: order[one.person_id])
    return [replace(one, presence=kept.get(one.person_id)) for one in found]


def _standing_in(session: Session, activity: Activity) -> list[Called]:
    if activity.unit_id is None:
        return []
    on, unit = activity.held_on, activity.unit_id
    in_unit = or_(StandingRow.unit_id == unit, StandingRow.sub_unit_id == unit)
    query = (
        of_members_on(
            select(
                PersonRow.id,
                PersonRow.full_name,
                PersonRow.born_on,
                MembershipRow.card_no,
                StandingRow.sub_unit_id,
                StandingRow.status,
            ),
            on,
        )
        .where(in_unit)
        .order_by(PersonRow.sort_key, PersonRow.id)
    )
    names = unit_names(session, on)
    return [
        Called(
            person_id=person_id,
            full_name=full_name,
            born_on=born_on,
            card_no=card_no or "",
            sub_unit_name=names.get(sub_unit_id, ""),
            status=status,
        )
        for person_id, full_name, born_on, card_no, sub_unit_id, status in session.execute(query)
    ]


def _by_person(session: Session, person_ids: Collection[int]) -> list[Called]:
    """Those on the list who stood in no unit of the meeting then, as guests of other units."""
    query = select(PersonRow.id, PersonRow.full_name, PersonRow.born_on).where(
        PersonRow.id.in_(person_ids)
    )
    return [
        Called(person_id=own, full_name=name, born_on=born_on, status=None)
        for own, name, born_on in session.execute(query)
    ]


def _order(session: Session, person_ids: Collection[int]) -> dict[int, int]:
    query = (
        select(PersonRow.id)
        .where(PersonRow.id.in_(person_ids))
        .order_by(PersonRow.sort_key, PersonRow.id)
    )
    return {own: place for place, own in enumerate(session.scalars(query))}
