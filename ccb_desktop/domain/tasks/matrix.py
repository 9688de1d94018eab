"""Units × items: how far what was handed out got, cell by cell, with sums of both."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from ccb_desktop.domain.members.units import natural_order
from ccb_desktop.domain.printing import number, share
from ccb_desktop.domain.tasks.assignments import TaskState
from ccb_desktop.domain.tasks.labels import TASK_SIGN, TASK_STATE
from ccb_desktop.domain.tasks.lines import TaskLine
from ccb_desktop.domain.tasks.plan import TaskItem

_WORST_FIRST = (TaskState.OVERDUE, TaskState.DUE_SOON)
_DONE = frozenset({TaskState.DONE, TaskState.DONE_LATE})


@dataclass(frozen=True, slots=True)
class Tally:
    """How some assignments stand on a day.

    Attributes:
        states: The state of each.
        target: Sum of the targets of those that have one; `None` where none has (meaning 20).
        result: What came together for these.
    """

    states: tuple[TaskState, ...] = ()
    target: Decimal | None = None
    result: Decimal = Decimal()

    @property
    def handed(self) -> int:
        """How many were handed out."""
        return len(self.states)

    @property
    def done(self) -> int:
        """How many are done, in time or late."""
        return sum(state in _DONE for state in self.states)

    def count(self, state: TaskState) -> int:
        """How many stand so."""
        return self.states.count(state)

    @property
    def state(self) -> TaskState | None:
        """How they stand together: the worst of them; `None` where there are none."""
        if not self.states:
            return None
        for state in _WORST_FIRST:
            if state in self.states:
                return state
        if self.done == self.handed:
            return TaskState.DONE_LATE if TaskState.DONE_LATE in self.states else TaskState.DONE
        begun = self.done or TaskState.RUNNING in self.states
        return TaskState.RUNNING if begun else TaskState.NOT_BEGUN

    @property
    def sign(self) -> str:
        """Sign and number, as a cell shows it: `✔ 3/3`, `! 1/3`; nothing where there are none."""
        if self.state is None:
            return ""
        mark = TASK_SIGN[self.state].split()[0]
        return f"{mark} {self.done}/{self.handed}"

    @property
    def reached(self) -> str:
        """Result and target: `8/10 (80,00 %)`; nothing where there is no target."""
        return share(self.result, self.target) if self.target else ""

    @property
    def short_reached(self) -> str:
        """The same as a cell shows it, with the sign: `✔ 8/10`."""
        if self.state is None:
            return ""
        if not self.target:
            return self.sign
        mark = TASK_SIGN[self.state].split()[0]
        return f"{mark} {number(self.result)}/{number(self.target)}"

    @property
    def told(self) -> str:
        """In words: `Quá hạn: xong 1 trong 3 việc, quá hạn 1; đạt 8/10 (80,00 %)`."""
        if self.state is None:
            return "Không giao"
        parts = [f"xong {self.done} trong {self.handed} việc"]
        late = self.count(TaskState.OVERDUE)
        parts += [f"quá hạn {late}"] if late else []
        reached = f"; đạt {self.reached}" if self.target else ""
        return f"{TASK_STATE[self.state]}: {', '.join(parts)}{reached}"


@dataclass(frozen=True, slots=True)
class Recipient:
    """A unit or a person to whom something was handed.

    Attributes:
        key: Tells them apart: the unit's id, or the person's where it is handed to him alone.
    """

    key: tuple[int | None, int | None]
    name: str


@dataclass(frozen=True, slots=True)
class Matrix:
    """What was handed out and ends within some days.

    Attributes:
        recipients: The rows, units in their order, then people.
        items: The columns, in the order of the plan.
        lines: Everything in it.
        on, soon_days: The day on which it is looked at, and what is soon then.
    """

    recipients: tuple[Recipient, ...]
    items: tuple[TaskItem, ...]
    lines: tuple[TaskLine, ...]
    on: date
    soon_days: int

    def lines_of(
        self, recipient: Recipient | None = None, item: TaskItem | None = None
    ) -> list[TaskLine]:
        """What stands behind a cell; behind a row, a column or the whole where one is `None`."""
        return [
            line
            for line in self.lines
            if (recipient is None or key_of(line) == recipient.key)
            and (item is None or line.item.id == item.id)
        ]

    def tally(self, recipient: Recipient | None = None, item: TaskItem | None = None) -> Tally:
        """How that stands; results are summed within one item only (rule 13)."""
        found = self.lines_of(recipient, item)
        return tally(found, self.on, self.soon_days, measured=item is not None)


def key_of(line: TaskLine) -> tuple[int | None, int | None]:
    """Whose row it stands in."""
    one = line.assignment
    return (one.unit_id, None) if one.unit_id is not None else (None, one.person_id)


def within(lines: Iterable[TaskLine], from_on: date, to_on: date) -> list[TaskLine]:
    """Those that belong to a range: their end lies in it (meaning 19)."""
    return [line for line in lines if from_on <= line.ends_on <= to_on]


def tally(lines: Sequence[TaskLine], on: date, soon_days: int, *, measured: bool = True) -> Tally:
    """How some lines stand on a day.

    Args:
        lines: Which.
        on: The day.
        soon_days: From how many days before its end on one is due soon.
        measured: Whether they are of one item, so that results may be summed up.
    """
    states = tuple(line.state_on(on, soon_days) for line in lines)
    aimed = [line for line in lines if line.assignment.target is not None] if measured else []
    if not aimed:
        return Tally(states)
    target = sum((line.assignment.target or Decimal() for line in aimed), Decimal())
    result = sum((line.result_by(on) or Decimal() for line in aimed), Decimal())
    return Tally(states, target, result)


def matrix_of(lines: Sequence[TaskLine], on: date, soon_days: int) -> Matrix:
    """Rows and columns of some lines, which come in the order of the plan."""
    by_key: dict[tuple[int | None, int | None], Recipient] = {}
    for line in sorted(lines, key=order_of):
        by_key.setdefault(key_of(line), Recipient(key_of(line), line.who))
    items = {line.item.id: line.item for line in lines}
    return Matrix(
        recipients=tuple(by_key.values()),
        items=tuple(items.values()),
        lines=tuple(lines),
        on=on,
        soon_days=soon_days,
    )


def order_of(line: TaskLine) -> tuple[bool, str, list[tuple[int, str]], list[tuple[int, str]]]:
    """Units by kind and code, then people by name."""
    kind = "" if line.unit_kind is None else line.unit_kind.value
    return line.unit_kind is None, kind, natural_order(line.unit_code), natural_order(line.who)
