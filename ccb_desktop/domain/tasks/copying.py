"""Last year's plan as the beginning of another one."""

import calendar
import re
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from datetime import date

from ccb_desktop.domain.members.units import Unit
from ccb_desktop.domain.tasks.assignments import Assignment
from ccb_desktop.domain.tasks.plan import KeyTask, TaskItem
from ccb_desktop.domain.tasks.recipients import stands_within

_YEAR = re.compile(
    r"((?<!\d)\d{1,2}/\d{1,2}/|[Tt]háng \d{1,2}/|(?<![\d.,/–-]))"
    r"(\d{4})(?!\d|[.,]\d|\s*[–-]\s*\d{4})"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanCopy:
    """A plan for another year; nothing of it is kept yet.

    Attributes:
        tasks: Key tasks with their items, each still under the id it is copied from.
        assignments: By id of the item copied from.
        left_out: Units that have ended, to which nothing is handed again.
    """

    tasks: tuple[tuple[KeyTask, tuple[TaskItem, ...]], ...]
    assignments: tuple[Assignment, ...] = ()
    left_out: frozenset[int] = frozenset()


def copy_plan(
    tasks: Collection[KeyTask],
    items: Collection[TaskItem],
    year: int,
    assignments: Collection[Assignment] = (),
    unit_of: Callable[[int], Unit | None] = lambda _unit_id: None,
) -> PlanCopy:
    """The plan of one year moved on to another.

    Years in words are moved on, deadlines by as many years; results, days of doing and
    checking are not copied, and a unit not in being in a period of the new year gets nothing.

    Args:
        tasks: The key tasks wanted, of one year.
        items: Items; those of other key tasks are passed over.
        year: The year of the new plan.
        assignments: What was handed out of the items; none copies the plan alone.
        unit_of: The unit of an id.
    """
    copied: list[tuple[KeyTask, tuple[TaskItem, ...]]] = []
    moves: dict[int, int] = {}
    for task in tasks:
        by = year - task.year
        own = [item for item in items if item.key_task_id == task.id]
        moves |= {item.id or 0: by for item in own}
        copied.append(
            (_moved_task(task, year), tuple(_moved_item(one, task.year, by) for one in own))
        )
    kept: list[Assignment] = []
    left_out: set[int] = set()
    for one in assignments:
        if one.item_id not in moves:
            continue
        unit = unit_of(one.unit_id) if one.unit_id is not None else None
        first_on, last_on = one.period.first_on(year), one.period.last_on(year)
        if unit is not None and not stands_within(unit, first_on, last_on):
            left_out.add(unit.id or 0)
        else:
            kept.append(_moved_assignment(one, moves[one.item_id]))
    return PlanCopy(tasks=tuple(copied), assignments=tuple(kept), left_out=frozenset(left_out))


def _moved_task(task: KeyTask, year: int) -> KeyTask:
    by = year - task.year
    return replace(
        task,
        year=year,
        title=move_years(task.title, task.year, by),
        upper_task=move_years(task.upper_task, task.year, by),
    )


def _moved_item(item: TaskItem, year: int, by: int) -> TaskItem:
    return replace(
        item,
        what=move_years(item.what, year, by),
        expected=move_years(item.expected, year, by),
    )


def _moved_assignment(one: Assignment, by: int) -> Assignment:
    return Assignment(
        item_id=one.item_id,
        unit_id=one.unit_id,
        person_id=one.person_id,
        responsible=one.responsible,
        place=one.place,
        period=one.period,
        due_on=moved_day(one.due_on, by) if one.due_on else None,
        target=one.target,
        note=one.note,
    )


def move_years(text: str, year: int, by: int) -> str:
    """Words with the year of the plan moved on: `năm 2025` becomes `năm 2026`.

    Only the plan's own year and those next to it are moved, also at the end of a day
    (`31/12/2025`); `1945`, a term (`2025-2030`) and the number of a document (`05/2025`) stay.
    """

    def moved(found: re.Match[str]) -> str:
        told = int(found[2])
        return f"{found[1]}{told + by if abs(told - year) <= 1 else told}"

    return _YEAR.sub(moved, text)


def moved_day(day: date, by: int) -> date:
    """The same day some years later; 29 February falls on the 28th where there is none.

    The last day of a month stays the last day of that month.
    """
    year = day.year + by
    is_last = day.day == calendar.monthrange(day.year, day.month)[1]
    last = calendar.monthrange(year, day.month)[1]
    return date(year, day.month, last if is_last else min(day.day, last))
