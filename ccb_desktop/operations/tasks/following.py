"""What the tabs of following up read: a matrix of some days, and what is due."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ccb_desktop.data import settings
from ccb_desktop.data.store import Store
from ccb_desktop.data.tasks import assignments, plan
from ccb_desktop.domain.tasks.lines import TaskLine
from ccb_desktop.domain.tasks.matrix import Matrix, matrix_of, within
from ccb_desktop.domain.tasks.spans import PlanSpan


@dataclass(frozen=True, slots=True)
class Followed:
    """What was read of the plan.

    Attributes:
        years: Those that have a plan, the newest first.
        soon_days: From how many days before its end on a task is due soon.
    """

    years: tuple[int, ...]
    lines: tuple[TaskLine, ...]
    soon_days: int


def load_matrix(store: Store, span: PlanSpan, on: date) -> tuple[Matrix, tuple[int, ...]]:
    """What ends within a period, by unit and item, and the years that have a plan.

    Args:
        store: The books.
        span: The period.
        on: The day on which it is looked at.
    """
    found = load_followed(store, on)
    some = within(found.lines, span.from_on, span.to_on)
    return matrix_of(some, on, found.soon_days), found.years


def load_followed(store: Store, on: date) -> Followed:
    """Everything that was handed out in any year, with the names borne on a day."""
    with store.reading() as session:
        return Followed(
            years=tuple(plan.list_years(session)),
            lines=tuple(assignments.list_lines(session, on)),
            soon_days=settings.load_branch(session).task_soon_days,
        )


def lines_of(store: Store, ids: Sequence[int], on: date) -> list[TaskLine]:
    """Some tasks as they are now, in the order of the plan; those that are gone left out."""
    wanted = set(ids)
    return [line for line in load_followed(store, on).lines if line.id in wanted]
