"""The yearly plan: key tasks and their items."""

from dataclasses import dataclass
from decimal import Decimal

from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.tasks.periods import Recurrence


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyTask:
    """One key task of a year (*nhiệm vụ trọng tâm*).

    Attributes:
        number: Its place in the plan, from 1.
        upper_task: The task of the upper level or of the ward that it serves, in their words.
    """

    id: int | None = None
    year: int
    number: int
    title: str
    upper_task: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskItem:
    """One item of a key task (*việc*), before it is handed to anybody.

    Attributes:
        measure: The unit of measure: `buổi`, `hội viên`.
        target: For each unit and period; `None` where it is only done or not done.
        expected: What is to come of it, in words (*rõ kết quả*).
        recurrence: How often it is due within the year.
    """

    id: int | None = None
    key_task_id: int
    number: int
    what: str
    measure: str = ""
    target: Decimal | None = None
    expected: str = ""
    recurrence: Recurrence = Recurrence.YEAR
    note: str = ""


def check_key_task(task: KeyTask) -> None:
    """See that a key task can be kept.

    Raises:
        Invalid: By field: `title`.
    """
    if not task.title.strip():
        raise Invalid({"title": "Ghi tên nhiệm vụ trọng tâm."})


def check_item(item: TaskItem) -> None:
    """See that an item can be kept.

    Raises:
        Invalid: By field: `what`, `target`, `measure`.
    """
    faults: dict[str, str] = {}
    if not item.what.strip():
        faults["what"] = "Ghi việc phải làm."
    if item.target is not None and item.target <= 0:
        faults["target"] = "Chỉ tiêu phải lớn hơn 0. Việc không đo đếm được thì để trống."
    if item.target is not None and not item.measure.strip():
        faults["measure"] = "Ghi đơn vị tính của chỉ tiêu, ví dụ: buổi, hội viên, hộ."
    if faults:
        raise Invalid(faults)
