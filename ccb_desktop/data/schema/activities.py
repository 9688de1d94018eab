"""Activities, and who was there."""

from datetime import date
from decimal import Decimal

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from ccb_desktop.data.schema.base import Row
from ccb_desktop.domain.activities.activities import ActivityRole, Presence


class ActivityRow(Row):
    """One activity."""

    __tablename__ = "activities"
    held_on: Mapped[date] = mapped_column(index=True)
    to_on: Mapped[date | None]
    kind: Mapped[str]
    name: Mapped[str]
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("units.id"))
    role: Mapped[ActivityRole]
    place: Mapped[str]
    sessions: Mapped[int]
    members_present: Mapped[int | None]
    youth_present: Mapped[int | None]
    people_present: Mapped[int | None]
    opinions: Mapped[int | None]
    quantity: Mapped[Decimal | None]
    measure: Mapped[str]
    cost_dong: Mapped[int]
    voucher_id: Mapped[int | None] = mapped_column(ForeignKey("vouchers.id"), index=True)
    result: Mapped[str]
    lessons: Mapped[str]
    fix_by_on: Mapped[date | None]
    fixed_on: Mapped[date | None]
    assignment_id: Mapped[int | None] = mapped_column(ForeignKey("assignments.id"), index=True)
    note: Mapped[str]


class AttendanceRow(Row):
    """One member on the attendance list of a meeting."""

    __tablename__ = "attendances"
    __table_args__ = (
        UniqueConstraint("activity_id", "person_id"),
        {"sqlite_autoincrement": True},
    )
    activity_id: Mapped[int] = mapped_column(ForeignKey("activities.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"), index=True)
    presence: Mapped[Presence]
