"""What was handed out, as lists show it: with its item, its key task, and to whom."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from ccb_desktop.domain.members.units import UnitKind
from ccb_desktop.domain.printing import number
from ccb_desktop.domain.tasks.assignments import (
    Assignment,
    Clear,
    Progress,
    TaskState,
    clears_lacking,
    ends_on,
    is_done_by,
    is_overdue,
    result_by,
    state_on,
)
from ccb_desktop.domain.tasks.plan import KeyTask, TaskItem


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskLine:
    """One assignment with all that is told of it.

    Attributes:
        unit_code, unit_name, unit_kind: To whom; empty where it is handed to a person alone.
        person_name: The member to whom it is handed; empty where it is a unit's.
        progress: Every step told, in the order of days; undated ones first.
    """

    assignment: Assignment
    item: TaskItem
    key_task: KeyTask
    unit_code: str = ""
    unit_name: str = ""
    unit_kind: UnitKind | None = None
    person_name: str = ""
    progress: tuple[Progress, ...] = ()

    @property
    def id(self) -> int:
        """The id of the assignment."""
        return self.assignment.id or 0

    @property
    def year(self) -> int:
        """The year of its plan."""
        return self.key_task.year

    @property
    def who(self) -> str:
        """To whom it was handed, in words."""
        return self.unit_name or self.person_name

    @property
    def ends_on(self) -> date:
        """Its deadline, else the end of its period (meaning 19)."""
        return ends_on(self.assignment, self.year)

    @property
    def lacking(self) -> tuple[Clear, ...]:
        """Which of the four clears it lacks."""
        return clears_lacking(self.assignment, self.item.what, self.item.expected)

    def result_by(self, day: date) -> Decimal | None:
        """What came together up to and including a day; `None` where nothing was told."""
        return result_by(self.progress, day)

    @property
    def reached(self) -> str:
        """Result, target and unit of measure: `2/3 buổi`; nothing where nothing is counted."""
        result, target = self.result_by(date.max), self.assignment.target
        if result is None and target is None:
            return ""
        whole = f"/{number(target)}" if target is not None else ""
        return f"{number(result or 0)}{whole} {self.item.measure}".strip()

    def is_done_by(self, day: date) -> bool:
        """Whether it was done on or before a day."""
        return is_done_by(self.assignment, day)

    def is_overdue(self, day: date) -> bool:
        """Whether its deadline lies before a day on which it is not done."""
        return is_overdue(self.assignment, self.year, day)

    def state_on(self, day: date, soon_days: int) -> TaskState:
        """How it stands on a day; `soon_days` before its end it is due soon."""
        begun = any(step.reported_on is None or step.reported_on <= day for step in self.progress)
        return state_on(self.assignment, self.year, day, begun=begun, soon_days=soon_days)
