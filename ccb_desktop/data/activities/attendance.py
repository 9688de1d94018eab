"""Attendance lists in the store: who was called, and who was there."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from ccb_desktop.data import rows
from ccb_desktop.data.tables import AttendanceRow
from ccb_desktop.domain.activities.activities import Attendance


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
