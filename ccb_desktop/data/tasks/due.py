"""What the first page tells of the plan, counted without reading whole lines."""

from datetime import date

from sqlalchemy import case, func, select
from sqlalchemy.orm import Session

from ccb_desktop.data.tables import AssignmentRow, KeyTaskRow, TaskItemRow
from ccb_desktop.domain.tasks.home_progress import KeyTaskDone


def list_open_ends(session: Session, on: date) -> list[date]:
    """The last day of every assignment that is not done on a day (meaning 19)."""
    one = AssignmentRow
    query = (
        select(one.due_on, one.period, KeyTaskRow.year)
        .join(TaskItemRow, TaskItemRow.id == one.item_id)
        .join(KeyTaskRow, KeyTaskRow.id == TaskItemRow.key_task_id)
        .where(one.done_on.is_(None) | (one.done_on > on))
    )
    return [due_on or period.last_on(year) for due_on, period, year in session.execute(query)]


def count_done(session: Session, year: int, on: date) -> list[KeyTaskDone]:
    """How much of each key task of a year is done on a day; those handed to nobody left out."""
    one, task = AssignmentRow, KeyTaskRow
    done = func.sum(case((one.done_on <= on, 1), else_=0))
    query = (
        select(task.year, task.title, func.count(one.id), done)
        .join(TaskItemRow, TaskItemRow.id == one.item_id)
        .join(task, task.id == TaskItemRow.key_task_id)
        .where(task.year == year)
        .group_by(task.id)
        .order_by(task.number, task.id)
    )
    return [KeyTaskDone(*found) for found in session.execute(query)]
