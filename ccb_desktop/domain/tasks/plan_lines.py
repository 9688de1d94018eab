"""The yearly plan as its list shows it: every item with what became of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ccb_desktop.domain.tasks.lines import TaskLine
from ccb_desktop.domain.tasks.plan import KeyTask, TaskItem


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanLine:
    """One item of the plan; or a key task that has none yet.

    Attributes:
        item: `None` where the key task has no items.
        assignments: How often it was handed out.
        receivers: To how many units and people.
        clear: How many of the assignments have all four clears.
    """

    key_task: KeyTask
    item: TaskItem | None = None
    assignments: int = 0
    receivers: int = 0
    clear: int = 0

    @property
    def key(self) -> tuple[int, int]:
        """What stays the same of it: the ids of key task and item."""
        return self.key_task.id or 0, (self.item.id or 0) if self.item else 0


def plan_lines(
    tasks: Sequence[KeyTask], items: Iterable[TaskItem], handed_out: Iterable[TaskLine]
) -> list[PlanLine]:
    """The lines of a plan in its order; tasks, items and what was handed out are of one year."""
    of_task: dict[int, list[TaskItem]] = {}
    for item in items:
        of_task.setdefault(item.key_task_id, []).append(item)
    of_item: dict[int, list[TaskLine]] = {}
    for line in handed_out:
        of_item.setdefault(line.item.id or 0, []).append(line)
    lines: list[PlanLine] = []
    for task in tasks:
        own = of_task.get(task.id or 0, [])
        lines += [_line(task, item, of_item.get(item.id or 0, [])) for item in own]
        if not own:
            lines.append(PlanLine(key_task=task))
    return lines


def _line(task: KeyTask, item: TaskItem, handed_out: Sequence[TaskLine]) -> PlanLine:
    receivers = {(one.assignment.unit_id, one.assignment.person_id) for one in handed_out}
    return PlanLine(
        key_task=task,
        item=item,
        assignments=len(handed_out),
        receivers=len(receivers),
        clear=sum(not one.lacking for one in handed_out),
    )
