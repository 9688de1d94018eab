"""The books of activities, tasks and emulation as figures need them."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from ccb_desktop.domain.emulation.awards import AwardRecipient
from ccb_desktop.domain.emulation.grading import Rating
from ccb_desktop.domain.tasks.periods import TaskPeriod


class Held(NamedTuple):
    """One activity."""

    id: int
    held_on: date
    kind: str
    name: str
    unit_id: int | None
    sessions: int
    members_present: int | None
    youth_present: int | None
    people_present: int | None
    opinions: int | None
    quantity: Decimal | None
    measure: str


class Step(NamedTuple):
    """What was added to the result of an assignment on a day; always, where none is told."""

    reported_on: date | None
    amount: Decimal


class Handed(NamedTuple):
    """One assignment with the item of the plan it belongs to.

    Attributes:
        task: The key task.
        what: The item.
        steps: What was told of its result.
    """

    id: int
    year: int
    key_task_id: int
    task: str
    item_id: int
    what: str
    measure: str
    unit_id: int | None
    person_id: int | None
    period: TaskPeriod
    due_on: date | None
    target: Decimal | None
    done_on: date | None
    steps: tuple[Step, ...] = ()

    @property
    def ends_on(self) -> date:
        """The day to whose range it belongs (meaning 19)."""
        return self.due_on or self.period.last_on(self.year)

    def is_done_by(self, day: date) -> bool:
        """Whether it was done on or before a day."""
        return self.done_on is not None and self.done_on <= day

    def is_overdue_on(self, day: date) -> bool:
        """Whether its end lies before a day on which it is not done."""
        return self.ends_on < day and not self.is_done_by(day)

    def result_by(self, day: date) -> Decimal:
        """What came together up to and including a day."""
        told = (s.amount for s in self.steps if s.reported_on is None or s.reported_on <= day)
        return sum(told, Decimal())


class Graded(NamedTuple):
    """What was found of one member for one year."""

    id: int
    year: int
    person_id: int
    name: str
    unit_id: int | None
    grade: str


class Rated(NamedTuple):
    """What one unit came to in one year."""

    id: int
    year: int
    unit_id: int
    rating: Rating
    strength: str


class Awarded(NamedTuple):
    """One commendation."""

    id: int
    awarded_on: date
    recipient_kind: AwardRecipient
    recipient: str
    person_id: int | None
    unit_id: int | None
    form: str


@dataclass(frozen=True, kw_only=True)
class WorkBook:
    """Activities, tasks, gradings and awards, from which any period is counted.

    Attributes:
        activities: In the order of their days.
        assignments: In the order of the plan.
        graded: In the order of years and of names.
        rated: In the order of years.
        awards: In the order of their days.
    """

    activities: tuple[Held, ...] = ()
    assignments: tuple[Handed, ...] = ()
    graded: tuple[Graded, ...] = ()
    rated: tuple[Rated, ...] = ()
    awards: tuple[Awarded, ...] = ()
