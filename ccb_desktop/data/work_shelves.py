"""The books of tasks, activities and emulation in memory and back, for imports."""

from typing import Any

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from ccb_desktop.data import rows, settings
from ccb_desktop.data.activities.activities import list_paid
from ccb_desktop.data.tables import (
    ActivityRow,
    AssignmentRow,
    AttendanceRow,
    AwardRow,
    CodeRow,
    GradingYearRow,
    KeyTaskRow,
    MemberResultRow,
    ProgressStepRow,
    Row,
    TaskItemRow,
    UnitRatingRow,
)
from ccb_desktop.domain.activities.activities import Activity
from ccb_desktop.domain.emulation.awards import Award
from ccb_desktop.domain.emulation.grading import MemberResult, Stage, UnitRating
from ccb_desktop.domain.imports.shelf import Shelf
from ccb_desktop.domain.imports.stored_work import StoredWork
from ccb_desktop.domain.imports.work_books import WorkBooks
from ccb_desktop.domain.tasks.assignments import Assignment, Progress
from ccb_desktop.domain.tasks.plan import KeyTask, TaskItem

_SHELVED: tuple[type[Row], ...] = (
    *(CodeRow, KeyTaskRow, TaskItemRow, AssignmentRow, ProgressStepRow),
    *(ActivityRow, MemberResultRow, UnitRatingRow, AwardRow),
)


def load_work_books(session: Session) -> WorkBooks:
    """The books of tasks, activities and emulation as they are."""
    locked = select(GradingYearRow.year).where(GradingYearRow.stage == Stage.LOCKED)
    called = select(AttendanceRow.activity_id).distinct()
    return WorkBooks(
        StoredWork(
            key_tasks=_all(session, KeyTaskRow, KeyTask),
            items=_all(session, TaskItemRow, TaskItem),
            assignments=_all(session, AssignmentRow, Assignment),
            progress=_all(session, ProgressStepRow, Progress),
            activities=_all(session, ActivityRow, Activity),
            member_results=_all(session, MemberResultRow, MemberResult),
            unit_ratings=_all(session, UnitRatingRow, UnitRating),
            awards=_all(session, AwardRow, Award),
            codes=settings.list_codes(session),
            with_roll=frozenset(session.scalars(called)),
            paid=list_paid(session),
            locked_years=frozenset(session.scalars(locked)),
            next_ids={t.__tablename__: rows.free_ids(session, t, 1)[0] for t in _SHELVED},
        )
    )


def _all(session: Session, table: type[Row], kind: type[Any]) -> list[Any]:
    return rows.list_values(session, kind, select(table.__table__).order_by(table.id))


def write_work_books(session: Session, work: WorkBooks) -> None:
    """Write what is new or changed, what others hang on first."""
    _write(session, CodeRow, work.codes)
    _write(session, KeyTaskRow, work.key_tasks)
    _write(session, TaskItemRow, work.items)
    _write(session, AssignmentRow, work.assignments)
    _write(session, ProgressStepRow, work.progress)
    _write(session, ActivityRow, work.activities)
    _write(session, MemberResultRow, work.member_results)
    _write(session, UnitRatingRow, work.unit_ratings)
    _write(session, AwardRow, work.awards)


def _write(session: Session, table: type[Row], shelf: Shelf[Any]) -> None:
    rows.insert_many(session, table, [rows.columns_of(one, table) for one in shelf.new])
    if shelf.changed:
        session.execute(update(table), [rows.columns_of(one, table) for one in shelf.changed])
