"""An item handed to a unit or a person, and how far it got."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

from ccb_desktop.domain.tasks.periods import WHOLE_YEAR, TaskPeriod


class TaskState(StrEnum):
    """How an assignment stands on a day."""

    DONE = "DONE"
    DONE_LATE = "DONE_LATE"
    OVERDUE = "OVERDUE"
    DUE_SOON = "DUE_SOON"
    RUNNING = "RUNNING"
    NOT_BEGUN = "NOT_BEGUN"


class Clear(StrEnum):
    """The four clears of an assignment (*rõ người, rõ việc, rõ địa chỉ, rõ kết quả*)."""

    WHO = "WHO"
    WHAT = "WHAT"
    WHERE = "WHERE"
    RESULT = "RESULT"


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment:
    """One item handed to one unit or one person for one period (meaning 18).

    Attributes:
        unit_id: To whom; `None` where it is handed to a person alone.
        person_id: The member to whom it is handed.
        responsible: Who answers for it, by name (*rõ người*).
        place: Where (*rõ địa chỉ*).
        target: Of this unit in this period; `None` where it is only done or not done.
        registered_on: When the unit registered it.
        done_on: When it was done; `None` while it is not.
        checked_by, checked_on, check_note: Who looked whether it was, and what was found.
    """

    id: int | None = None
    item_id: int
    unit_id: int | None = None
    person_id: int | None = None
    responsible: str = ""
    place: str = ""
    period: TaskPeriod = WHOLE_YEAR
    due_on: date | None = None
    target: Decimal | None = None
    registered_on: date | None = None
    done_on: date | None = None
    checked_by: str = ""
    checked_on: date | None = None
    check_note: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """One step forward of an assignment.

    Attributes:
        reported_on: The day; `None` for what a list told without a day: it counts always.
        amount: What was added to the result; it may be below zero where a sum is mended.
    """

    id: int | None = None
    assignment_id: int
    reported_on: date | None
    amount: Decimal | None = None
    note: str = ""


def ends_on(assignment: Assignment, year: int) -> date:
    """The day to whose range it belongs: its deadline, else the end of its period (meaning 19)."""
    return assignment.due_on or assignment.period.last_on(year)


def result_by(progress: Iterable[Progress], day: date) -> Decimal | None:
    """What came together up to and including a day; `None` where nothing was told."""
    amounts = [
        step.amount
        for step in progress
        if step.amount is not None and (step.reported_on is None or step.reported_on <= day)
    ]
    return sum(amounts, Decimal()) if amounts else None


def is_done_by(assignment: Assignment, day: date) -> bool:
    """Whether it was done on or before a day (meaning 19)."""
    return assignment.done_on is not None and assignment.done_on <= day


def is_overdue(assignment: Assignment, year: int, day: date) -> bool:
    """Whether its deadline lies before a day on which it is not done."""
    return not is_done_by(assignment, day) and ends_on(assignment, year) < day


def state_on(
    assignment: Assignment, year: int, day: date, *, begun: bool, soon_days: int
) -> TaskState:
    """How it stands on a day.

    Args:
        assignment: What is looked at.
        year: The year of its plan.
        day: The day.
        begun: Whether any progress was told.
        soon_days: From how many days before its end on it is due soon.
    """
    end = ends_on(assignment, year)
    if is_done_by(assignment, day):
        late = assignment.done_on is not None and assignment.done_on > end
        return TaskState.DONE_LATE if late else TaskState.DONE
    if end < day:
        return TaskState.OVERDUE
    if end <= day + timedelta(days=soon_days):
        return TaskState.DUE_SOON
    return TaskState.RUNNING if begun else TaskState.NOT_BEGUN


def clears_lacking(assignment: Assignment, what: str, expected: str) -> tuple[Clear, ...]:
    """Which of the four clears an assignment lacks.

    Args:
        assignment: What is looked at.
        what: The item.
        expected: What is to come of it, in words; a target says it too.
    """
    held = {
        Clear.WHO: bool(assignment.responsible.strip() or assignment.person_id),
        Clear.WHAT: bool(what.strip()),
        Clear.WHERE: bool(assignment.place.strip()),
        Clear.RESULT: assignment.target is not None or bool(expected.strip()),
    }
    return tuple(clear for clear in Clear if not held[clear])
