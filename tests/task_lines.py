"""Tasks for tests, without a store: short ways to write what was handed out."""

from dataclasses import replace

from ccb_desktop.domain.members.units import UnitKind
from ccb_desktop.domain.tasks.assignments import Assignment, Progress
from ccb_desktop.domain.tasks.lines import TaskLine
from ccb_desktop.domain.tasks.periods import Recurrence, TaskPeriod
from ccb_desktop.domain.tasks.plan import KeyTask, TaskItem

TASK = KeyTask(id=1, year=2026, number=1, title="Xây dựng Hội vững mạnh")


def a_line(unit=1, item=1, month=6, result=None, target=None, done_on=None, person=None, year=2026):
    steps = (Progress(assignment_id=1, reported_on=None, amount=result),) if result else ()
    return TaskLine(
        assignment=Assignment(
            id=1,
            item_id=item,
            unit_id=None if person else unit,
            person_id=person,
            period=TaskPeriod(Recurrence.MONTH, month),
            target=target,
            done_on=done_on,
        ),
        item=TaskItem(id=item, key_task_id=1, number=item, what=f"Việc {item}", measure="buổi"),
        key_task=replace(TASK, year=year),
        unit_code="" if person else f"CH{unit}",
        unit_name="" if person else f"Chi hội {unit}",
        unit_kind=None if person else UnitKind.CHI_HOI,
        person_name=f"Lê Văn {person}" if person else "",
        progress=steps,
    )
