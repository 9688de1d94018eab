"""The books of tasks, activities and emulation in memory and back, for imports."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from ccb_desktop.data import settings
from ccb_desktop.data.activities.activities import list_paid
from ccb_desktop.data.emulation.locked import locked_years
from ccb_desktop.data.shelves import next_ids, read_all, write_shelf
from ccb_desktop.data.tables import (
    ActivityRow,
    AssignmentRow,
    AttendanceRow,
    AwardRow,
    CodeRow,
    KeyTaskRow,
    MemberResultRow,
    ProgressStepRow,
    Row,
    TaskItemRow,
    UnitRatingRow,
)
from ccb_desktop.domain.activities.activities import Activity
from ccb_desktop.domain.emulation.awards import Award
from ccb_desktop.domain.emulation.grading import MemberResult, UnitRating
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
    called = select(AttendanceRow.activity_id).distinct()
    return WorkBooks(
        StoredWork(
            key_tasks=read_all(session, KeyTaskRow, KeyTask),
            items=read_all(session, TaskItemRow, TaskItem),
            assignments=read_all(session, AssignmentRow, Assignment),
            progress=read_all(session, ProgressStepRow, Progress),
            activities=read_all(session, ActivityRow, Activity),
            member_results=read_all(session, MemberResultRow, MemberResult),
            unit_ratings=read_all(session, UnitRatingRow, UnitRating),
            awards=read_all(session, AwardRow, Award),
            codes=settings.list_codes(session),
            with_roll=frozenset(session.scalars(called)),
            paid=list_paid(session),
            locked_years=locked_years(session),
            next_ids=next_ids(session, _SHELVED),
        )
    )


def write_work_books(session: Session, work: WorkBooks) -> None:
    """Write what is new or changed, what others hang on first."""
    write_shelf(session, CodeRow, work.codes)
    write_shelf(session, KeyTaskRow, work.key_tasks)
    write_shelf(session, TaskItemRow, work.items)
    write_shelf(session, AssignmentRow, work.assignments)
    write_shelf(session, ProgressStepRow, work.progress)
    write_shelf(session, ActivityRow, work.activities)
    write_shelf(session, MemberResultRow, work.member_results)
    write_shelf(session, UnitRatingRow, work.unit_ratings)
    write_shelf(session, AwardRow, work.awards)
