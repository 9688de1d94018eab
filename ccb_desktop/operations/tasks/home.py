"""Reads what the first page tells of the plan and of inspections, within its one block."""

from datetime import date

from ccb_desktop.data import settings
from ccb_desktop.data.activities.inspections import count_to_fix
from ccb_desktop.data.store import Session
from ccb_desktop.data.tasks.due import list_open_ends
from ccb_desktop.domain.activities.inspections import fixes_waiting
from ccb_desktop.domain.tasks.waiting import tasks_waiting
from ccb_desktop.domain.waiting import Waiting


def tasks_waiting_in(session: Session, today: date) -> tuple[Waiting, ...]:
    """What is overdue, what is due soon, and what is to be mended after inspections."""
    soon_days = settings.load_branch(session).task_soon_days
    return (
        *tasks_waiting(list_open_ends(session, today), today, soon_days),
        *fixes_waiting(*count_to_fix(session, today)),
    )
