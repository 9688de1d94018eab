"""The lines of a plan: every item once with what became of it, and tasks without items."""

from ccb_desktop.domain.tasks.assignments import Assignment
from ccb_desktop.domain.tasks.lines import TaskLine
from ccb_desktop.domain.tasks.plan import KeyTask, TaskItem
from ccb_desktop.domain.tasks.plan_lines import plan_lines

TASKS = [KeyTask(id=own, year=2026, number=own, title=f"Nhiệm vụ {own}") for own in (1, 2)]
ITEMS = [TaskItem(id=own, key_task_id=1, number=own, what=f"Việc {own}") for own in (1, 2)]


def a_line(unit_id, place="", person_id=None):
    return TaskLine(
        assignment=Assignment(
            item_id=1, unit_id=unit_id, person_id=person_id, responsible="Lê Văn Tám", place=place
        ),
        item=TaskItem(id=1, key_task_id=1, number=1, what="Việc 1", expected="Xong"),
        key_task=TASKS[0],
    )


def test_items_stand_under_their_task_with_counts():
    handed = [a_line(1, "Phố Ga"), a_line(1), a_line(2, "Phố Chợ"), a_line(None, "", 7)]
    lines = plan_lines(TASKS, ITEMS, handed)
    assert [line.key for line in lines] == [(1, 1), (1, 2), (2, 0)]
    first, second, third = lines
    assert (first.assignments, first.receivers, first.clear) == (4, 3, 2)
    assert (second.assignments, second.receivers, second.clear) == (0, 0, 0)
    assert (third.key_task, third.item) == (TASKS[1], None)
