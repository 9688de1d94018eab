"""Commemorative days in the store."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from ccb_desktop.data import rows
from ccb_desktop.data.tables import CommemorativeDayRow
from ccb_desktop.domain.visits.care import CommemorativeDay


def list_days(session: Session) -> list[CommemorativeDay]:
    """All of them, by month and day as they are written."""
    day = CommemorativeDayRow
    query = select(day).order_by(day.month, day.day, day.id)
    return [rows.value_of(CommemorativeDay, row) for row in session.scalars(query)]


def save_day(session: Session, day: CommemorativeDay) -> int:
    """Insert or overwrite a day; gives the id."""
    return rows.save(session, CommemorativeDayRow, day)


def delete_day(session: Session, day_id: int) -> None:
    """Delete a day."""
    rows.delete_one(session, CommemorativeDayRow, day_id)
