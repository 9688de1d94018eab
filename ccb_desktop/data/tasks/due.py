"""When what is not done ends: counted for the first page without reading whole lines."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from ccb_desktop.data.tables import AssignmentRow, KeyTaskRow, TaskItemRow


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
