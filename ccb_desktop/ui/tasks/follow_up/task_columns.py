"""The columns of lists of tasks."""

from dataclasses import dataclass, field
from datetime import date

from ccb_desktop.domain.printing import short_date
from ccb_desktop.domain.task_papers.task_book import state_of
from ccb_desktop.domain.tasks.assignments import TaskState
from ccb_desktop.domain.tasks.labels import FIELD, LABELS, RECORD, TASK_SIGN
from ccb_desktop.domain.tasks.lines import TaskLine
from ccb_desktop.ui.kit.columns import Column

_WRONG = (TaskState.OVERDUE, TaskState.DUE_SOON)
_ORDER = (
    *(TaskState.OVERDUE, TaskState.DUE_SOON, TaskState.NOT_BEGUN, TaskState.RUNNING),
    *(TaskState.DONE_LATE, TaskState.DONE),
)


@dataclass(slots=True)
class Glance:
    """The day on which a list of tasks is looked at; a list that is read again moves it on.

    Attributes:
        on: The day.
        soon_days: From how many days before its end on a task is due soon.
    """

    on: date = field(default_factory=date.today)
    soon_days: int = 14

    def state(self, line: TaskLine) -> TaskState:
        """How a task stands."""
        return line.state_on(self.on, self.soon_days)

    def told(self, line: TaskLine) -> str:
        """The same with its sign: `✘ Quá hạn 3 ngày`."""
        mark = TASK_SIGN[self.state(line)].split()[0]
        return f"{mark} {state_of(line, self.on, self.soon_days)}"


def task_columns(glance: Glance) -> list[Column[TaskLine]]:
    """Columns of a list of tasks as they stand when it is looked at."""
    state, told = glance.state, glance.told
    return [
        Column(
            "ends_on",
            FIELD["due_on"],
            lambda line: short_date(line.ends_on),
            lambda line: line.ends_on,
            width=9,
        ),
        Column(
            "state",
            "Tình trạng",
            told,
            lambda line: (_ORDER.index(state(line)), line.ends_on),
            width=17,
            wrong=lambda line: state(line) in _WRONG,
        ),
        Column("who", LABELS["assignments", "unit_id"], lambda line: line.who, width=14),
        Column("what", LABELS["task_items", "what"], lambda line: line.item.what, width=30),
        Column(
            "period",
            LABELS["assignments", "period"],
            lambda line: line.assignment.period.label,
            lambda line: (line.assignment.period.first_on(line.year), line.ends_on),
            width=10,
        ),
        Column(
            "result",
            "Kết quả / chỉ tiêu",
            lambda line: line.reached,
            _rate,
            align="right",
            width=15,
        ),
        Column(
            "responsible",
            FIELD["responsible"],
            lambda line: line.assignment.responsible,
            width=18,
        ),
        Column("place", FIELD["place"], lambda line: line.assignment.place, width=16),
        Column("checked", "Kiểm tra", _checked, width=20),
        Column("task", RECORD["key_tasks"], lambda line: line.key_task.title, width=26),
        Column("note", "Ghi chú", lambda line: line.assignment.note, width=16, shown=False),
    ]


def _rate(line: TaskLine) -> float | None:
    target = line.assignment.target
    result = line.result_by(date.max)
    if not target:
        return float(result) if result is not None else None
    return float((result or 0) / target)


def _checked(line: TaskLine) -> str:
    one = line.assignment
    if not one.checked_by:
        return ""
    day = f" {short_date(one.checked_on)}" if one.checked_on else ""
    return f"{one.checked_by}{day}"
