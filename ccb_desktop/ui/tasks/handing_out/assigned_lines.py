"""Columns of what was handed out."""

from collections.abc import Callable
from datetime import date

from ccb_desktop.domain.labels import FIELD
from ccb_desktop.domain.printing import number, short_date
from ccb_desktop.domain.tasks.clears import ClearCount, lacking_told
from ccb_desktop.domain.tasks.labels import CLEAR, LABELS
from ccb_desktop.domain.tasks.labels import FIELD as TASK_FIELD
from ccb_desktop.domain.tasks.lines import TaskLine
from ccb_desktop.domain.tasks.quantities import told_quantity
from ccb_desktop.ui.kit.columns import Column


def told_day(day: date | None) -> str:
    """A day, or nothing."""
    return short_date(day) if day is not None else ""


def assigned_columns() -> list[Column[TaskLine]]:
    """Columns of assignments, with what they lack."""
    return [
        Column("who", "Giao cho", lambda one: one.who, width=12),
        Column("what", LABELS["task_items", "what"], lambda one: one.item.what, width=22),
        Column(
            "period",
            LABELS["assignments", "period"],
            lambda one: one.assignment.period.label,
            lambda one: (one.year, one.assignment.period.last_on(one.year), one.assignment.period),
            width=9,
        ),
        Column(
            "clear",
            "Bốn rõ",
            lacking_told,
            lambda one: len(one.lacking),
            width=17,
            wrong=lambda one: bool(one.lacking),
        ),
        Column(
            "responsible",
            TASK_FIELD["responsible"],
            lambda one: one.assignment.responsible,
            width=15,
        ),
        Column("place", TASK_FIELD["place"], lambda one: one.assignment.place, width=16),
        _day("due_on", lambda one: one.assignment.due_on),
        Column(
            "target",
            TASK_FIELD["target"],
            lambda one: told_quantity(one.assignment.target, one.item.measure),
            lambda one: one.assignment.target,
            align="right",
            width=11,
        ),
        _day("registered_on", lambda one: one.assignment.registered_on, shown=False),
        Column(
            "key_task",
            LABELS["key_tasks", "title"],
            lambda one: one.key_task.title,
            width=24,
            shown=False,
        ),
        Column("note", FIELD["note"], lambda one: one.assignment.note, width=20, shown=False),
    ]


def _day(
    name: str, day_of: Callable[[TaskLine], date | None], *, shown: bool = True
) -> Column[TaskLine]:
    return Column(
        name,
        TASK_FIELD[name],
        lambda one: told_day(day_of(one)),
        day_of,
        shown=shown,
        width=11,
    )


def clears_told(counted: ClearCount) -> str:
    """How many of all have all four clears, then each of the four."""
    if not counted.total:
        return "Chưa giao việc nào."
    capital = counted.told[0].upper() + counted.told[1:]
    return f"Đủ bốn rõ {number(counted.whole)}/{number(counted.total)} việc. {capital}."


LACKING_CHOICES = [(True, "Chưa đủ bốn rõ"), *((clear, f"Chưa {CLEAR[clear]}") for clear in CLEAR)]
"""What the list of assignments can be narrowed to."""


def lacks(line: TaskLine) -> tuple[object, ...]:
    """By what `LACKING_CHOICES` know a line."""
    return (True, *line.lacking) if line.lacking else ()
