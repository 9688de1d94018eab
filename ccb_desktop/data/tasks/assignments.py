"""What was handed out of the plan, and how far it got, in the store."""

from collections.abc import Iterable, Sequence
from datetime import date

from sqlalchemy import ColumnElement, delete, or_, select, update
from sqlalchemy.orm import Session

from ccb_desktop.data import rows
from ccb_desktop.data.members import people, units
from ccb_desktop.data.tables import (
    ActivityRow,
    AssignmentRow,
    KeyTaskRow,
    ProgressStepRow,
    SettledOverlapRow,
    TaskItemRow,
)
from ccb_desktop.data.tasks import plan
from ccb_desktop.domain.errors import NotFound
from ccb_desktop.domain.members.told_names import told_names, with_chi_hoi
from ccb_desktop.domain.tasks.assignments import Assignment, Progress
from ccb_desktop.domain.tasks.lines import TaskLine


def list_assignments(session: Session, year: int | None = None) -> list[Assignment]:
    """What was handed out of a year's plan, or of all plans, in the order of entering."""
    return _assignments(session, *_of_year(year))


def list_lines(session: Session, on: date, year: int | None = None) -> list[TaskLine]:
    """The same in the order of the plan, each with its item and the names borne on a day."""
    tasks = {task.id: task for task in plan.list_key_tasks(session, year)}
    items = {item.id: item for item in plan.list_items(session, year)}
    known = units.list_units(session)
    names = with_chi_hoi(known, told_names(known, on))
    by_id = {unit.id: unit for unit in known}
    assigned = list_assignments(session, year)
    persons = people.names_of(session, {one.person_id or 0 for one in assigned})
    progress = list_progress(session, year)
    places = {item_id: place for place, item_id in enumerate(items)}
    order = {unit.id: place for place, unit in enumerate(known)}
    assigned.sort(key=lambda one: (places[one.item_id], one.period, order.get(one.unit_id, -1)))
    return [
        TaskLine(
            assignment=one,
            item=items[one.item_id],
            key_task=tasks[items[one.item_id].key_task_id],
            unit_code=by_id[one.unit_id].code if one.unit_id else "",
            unit_name=names[one.unit_id] if one.unit_id else "",
            unit_kind=by_id[one.unit_id].kind if one.unit_id else None,
            person_name=persons.get(one.person_id or 0, ""),
            progress=tuple(progress.get(one.id or 0, ())),
        )
        for one in assigned
    ]


def load_assignment(session: Session, assignment_id: int) -> Assignment:
    """One assignment.

    Raises:
        NotFound: It is not there any more.
    """
    found = _assignments(session, AssignmentRow.id == assignment_id)
    if not found:
        raise NotFound("Việc đã giao này không còn trong sổ. Hãy mở lại danh sách.")
    return found[0]


def save_assignment(session: Session, assignment: Assignment) -> int:
    """Insert or overwrite an assignment; gives the id."""
    return rows.save(session, AssignmentRow, assignment)


def add_assignments(session: Session, assignments: Sequence[Assignment]) -> list[int]:
    """Insert many new assignments at once; gives their ids in the same order."""
    ids = list(rows.free_ids(session, AssignmentRow, len(assignments)))
    columns = [
        rows.columns_of(one, AssignmentRow, id=own)
        for one, own in zip(assignments, ids, strict=True)
    ]
    rows.insert_many(session, AssignmentRow, columns)
    return ids


def delete_assignments(session: Session, assignment_ids: Iterable[int]) -> None:
    """Delete assignments with their steps and what was settled of them.

    Activities that served them stay in their book, without the task. Files attached to a step
    must be gone before.
    """
    ids = list(assignment_ids)
    overlap = SettledOverlapRow
    session.execute(
        delete(overlap).where(
            or_(overlap.first_assignment_id.in_(ids), overlap.second_assignment_id.in_(ids))
        )
    )
    served = ActivityRow.assignment_id
    session.execute(update(ActivityRow).where(served.in_(ids)).values(assignment_id=None))
    session.execute(delete(ProgressStepRow).where(ProgressStepRow.assignment_id.in_(ids)))
    session.execute(delete(AssignmentRow).where(AssignmentRow.id.in_(ids)))
    session.expire_all()


def list_progress(session: Session, year: int | None = None) -> dict[int, list[Progress]]:
    """Assignment → its steps in the order of days, undated ones first."""
    step = ProgressStepRow
    query = select(step.__table__).order_by(step.reported_on, step.id)
    if year is not None:
        query = query.where(step.assignment_id.in_(select(AssignmentRow.id).where(*_of_year(year))))
    return rows.list_by_owner(session, Progress, query, "assignment_id")


def save_progress(session: Session, progress: Progress) -> int:
    """Insert or overwrite a step; gives the id."""
    return rows.save(session, ProgressStepRow, progress)


def delete_progress(session: Session, progress_id: int) -> None:
    """Delete a step; files attached to it must be gone before."""
    rows.delete_one(session, ProgressStepRow, progress_id)


def _assignments(session: Session, *wanted: ColumnElement[bool]) -> list[Assignment]:
    query = select(AssignmentRow.__table__).where(*wanted).order_by(AssignmentRow.id)
    return rows.list_values(session, Assignment, query)


def _of_year(year: int | None) -> list[ColumnElement[bool]]:
    if year is None:
        return []
    items = (
        select(TaskItemRow.id)
        .join(KeyTaskRow, KeyTaskRow.id == TaskItemRow.key_task_id)
        .where(KeyTaskRow.year == year)
    )
    return [AssignmentRow.item_id.in_(items)]
