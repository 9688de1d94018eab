"""A small yearly plan for tests: short ways to write what an officer would enter."""

from decimal import Decimal

from ccb_desktop.data.tasks import assignments
from ccb_desktop.domain.tasks.assignments import Assignment
from ccb_desktop.domain.tasks.plan import KeyTask, TaskItem
from ccb_desktop.operations.members import units
from ccb_desktop.operations.tasks import plan


def a_task(store, title="Xây dựng Hội vững mạnh", year=2026):
    """Enter a key task; gives it as it is kept."""
    plan.save_key_task(store, KeyTask(year=year, number=0, title=title))
    return plan.list_key_tasks(store, year)[-1]


def an_item(store, task, what="Sinh hoạt chi hội", **more):
    """Enter an item; gives it as it is kept."""
    said = {"measure": "buổi", "target": Decimal(4)} | more
    plan.save_item(store, TaskItem(key_task_id=task.id, number=0, what=what, **said))
    lines = [line for line in plan.list_plan(store, task.year) if line.item]
    return next(line.item for line in lines if line.item.what == what)


def hand_out(store, item, unit_id, **more):
    """Hand an item to a unit, as the store keeps it; gives the id."""
    with store.writing("Giao việc") as session:
        return assignments.save_assignment(
            session, Assignment(item_id=item.id, unit_id=unit_id, **more)
        )


def unit_of(store, code="CH1"):
    """The id of a unit."""
    return next(unit.id for unit in units.list_units(store) if unit.code == code)
