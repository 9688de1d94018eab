"""The yearly plan, what was handed out of it, progress, overlaps settled, commitments."""

from datetime import date
from decimal import Decimal

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from ccb_desktop.data.schema.base import Row
from ccb_desktop.domain.tasks.commitments import Kept
from ccb_desktop.domain.tasks.periods import Recurrence, TaskPeriod


class KeyTaskRow(Row):
    """One key task of a year."""

    __tablename__ = "key_tasks"
    year: Mapped[int] = mapped_column(index=True)
    number: Mapped[int]
    title: Mapped[str]
    upper_task: Mapped[str]
    note: Mapped[str]


class TaskItemRow(Row):
    """One item of a key task."""

    __tablename__ = "task_items"
    key_task_id: Mapped[int] = mapped_column(ForeignKey("key_tasks.id"), index=True)
    number: Mapped[int]
    what: Mapped[str]
    measure: Mapped[str]
    target: Mapped[Decimal | None]
    expected: Mapped[str]
    recurrence: Mapped[Recurrence]
    note: Mapped[str]


class AssignmentRow(Row):
    """One item handed to one unit or person for one period."""

    __tablename__ = "assignments"
    item_id: Mapped[int] = mapped_column(ForeignKey("task_items.id"), index=True)
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("units.id"))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("persons.id"), index=True)
    responsible: Mapped[str]
    place: Mapped[str]
    period: Mapped[TaskPeriod]
    due_on: Mapped[date | None]
    target: Mapped[Decimal | None]
    registered_on: Mapped[date | None]
    done_on: Mapped[date | None]
    checked_by: Mapped[str]
    checked_on: Mapped[date | None]
    check_note: Mapped[str]
    note: Mapped[str]


class ProgressStepRow(Row):
    """One step forward of an assignment."""

    __tablename__ = "progress_steps"
    assignment_id: Mapped[int] = mapped_column(ForeignKey("assignments.id"), index=True)
    reported_on: Mapped[date | None]
    amount: Mapped[Decimal | None]
    note: Mapped[str]


class SettledOverlapRow(Row):
    """Two assignments that looked like the same work, and what was decided of them."""

    __tablename__ = "settled_overlaps"
    __table_args__ = (
        UniqueConstraint("first_assignment_id", "second_assignment_id"),
        {"sqlite_autoincrement": True},
    )
    first_assignment_id: Mapped[int] = mapped_column(ForeignKey("assignments.id"))
    second_assignment_id: Mapped[int] = mapped_column(ForeignKey("assignments.id"))
    decision: Mapped[str]
    settled_on: Mapped[date]


class CommitmentRow(Row):
    """What one member signed for a year."""

    __tablename__ = "commitments"
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"), index=True)
    year: Mapped[int]
    content: Mapped[str]
    signed_on: Mapped[date | None]
    kept: Mapped[Kept]
    note: Mapped[str]
