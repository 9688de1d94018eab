"""Key tasks and their items in the store."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from ccb_desktop.data import rows
from ccb_desktop.data.tables import KeyTaskRow, TaskItemRow
from ccb_desktop.domain.tasks.plan import KeyTask, TaskItem


def list_years(session: Session) -> list[int]:
    """The years that have a plan, the newest first."""
    return list(
        session.scalars(select(KeyTaskRow.year).distinct().order_by(KeyTaskRow.year.desc()))
    )


def list_key_tasks(session: Session, year: int | None = None) -> list[KeyTask]:
    """The key tasks of a year, or of all years, in the order of the plan."""
    task = KeyTaskRow
    query = select(task.__table__).order_by(task.year, task.number, task.id)
    if year is not None:
        query = query.where(task.year == year)
    return rows.list_values(session, KeyTask, query)


def list_items(session: Session, year: int | None = None) -> list[TaskItem]:
    """The items of a year's plan, or of all, in the order of the plan."""
    task, item = KeyTaskRow, TaskItemRow
    query = (
        select(item.__table__)
        .join(task, task.id == item.key_task_id)
        .order_by(task.year, task.number, task.id, item.number, item.id)
    )
    if year is not None:
        query = query.where(task.year == year)
    return rows.list_values(session, TaskItem, query)


def load_key_task(session: Session, key_task_id: int) -> KeyTask:
    """One key task.

    Raises:
        NotFound: It is not there any more.
    """
    gone = "Nhiệm vụ trọng tâm này không còn trong sổ. Hãy mở lại danh sách."
    return rows.load_value(session, KeyTaskRow, KeyTask, key_task_id, gone)


def load_item(session: Session, item_id: int) -> TaskItem:
    """One item.

    Raises:
        NotFound: It is not there any more.
    """
    gone = "Việc này không còn trong kế hoạch. Hãy mở lại danh sách."
    return rows.load_value(session, TaskItemRow, TaskItem, item_id, gone)


def next_task_number(session: Session, year: int) -> int:
    """The place after the last key task of a year."""
    last = select(func.max(KeyTaskRow.number)).where(KeyTaskRow.year == year)
    return (session.scalar(last) or 0) + 1


def next_item_number(session: Session, key_task_id: int) -> int:
    """The place after the last item of a key task."""
    last = select(func.max(TaskItemRow.number)).where(TaskItemRow.key_task_id == key_task_id)
    return (session.scalar(last) or 0) + 1


def save_key_task(session: Session, task: KeyTask) -> int:
    """Insert or overwrite a key task; gives the id."""
    return rows.save(session, KeyTaskRow, task)


def save_item(session: Session, item: TaskItem) -> int:
    """Insert or overwrite an item; gives the id."""
    return rows.save(session, TaskItemRow, item)


def delete_key_task(session: Session, key_task_id: int) -> None:
    """Delete a key task that has no items any more."""
    rows.delete_one(session, KeyTaskRow, key_task_id)


def delete_item(session: Session, item_id: int) -> None:
    """Delete an item of which nothing is handed out any more."""
    rows.delete_one(session, TaskItemRow, item_id)
