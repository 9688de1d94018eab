"""What of the plan waits on the first page."""

from collections.abc import Iterable
from datetime import date, timedelta

from ccb_desktop.domain.waiting import Waiting

OVERDUE, SOON = "overdue", "soon"
"""What the tab of due tasks shows when somebody comes from the first page."""


def tasks_waiting(ends: Iterable[date], today: date, soon_days: int) -> tuple[Waiting, ...]:
    """Tasks that are overdue, and those that are due soon.

    Args:
        ends: The last day of every assignment that is not done.
        today: The day.
        soon_days: From how many days before its end on one is due soon.
    """
    days = list(ends)
    late = sum(day < today for day in days)
    soon = sum(today <= day <= today + timedelta(days=soon_days) for day in days)
    return (
        *_waiting("việc đã giao quá hạn chưa hoàn thành", late, OVERDUE),
        *_waiting(f"việc đã giao đến hạn trong {soon_days} ngày tới", soon, SOON),
    )


def _waiting(told: str, count: int, show: str) -> tuple[Waiting, ...]:
    place: dict[str, object] = {"tab": "schedule", "show": show}
    return (Waiting(told, count, page="tasks", filters=place),) if count else ()
