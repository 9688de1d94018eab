"""Columns of the plan, and the sentence over it."""

from collections.abc import Sequence

from ccb_desktop.domain.printing import number
from ccb_desktop.domain.tasks.labels import FIELD, LABELS, RECURRENCE
from ccb_desktop.domain.tasks.plan import TaskItem
from ccb_desktop.domain.tasks.plan_lines import PlanLine
from ccb_desktop.domain.tasks.quantities import told_quantity
from ccb_desktop.ui.kit.columns import Column

_NOTHING = "(chưa có việc nào)"


def plan_columns() -> list[Column[PlanLine]]:
    """Columns of the items of a plan."""
    return [
        Column(
            "key_task",
            LABELS["key_tasks", "title"],
            lambda one: f"{one.key_task.number}. {one.key_task.title}",
            lambda one: (one.key_task.number, one.item.number if one.item else 0),
            width=22,
        ),
        Column(
            "what",
            LABELS["task_items", "what"],
            lambda one: one.item.what if one.item else _NOTHING,
            width=28,
            named=True,
        ),
        Column(
            "target",
            FIELD["target"],
            lambda one: told_quantity(one.item.target, one.item.measure) if one.item else "",
            lambda one: one.item.target if one.item else None,
            align="right",
            width=11,
        ),
        Column(
            "recurrence",
            FIELD["recurrence"],
            lambda one: RECURRENCE[one.item.recurrence] if one.item else "",
            width=12,
        ),
        Column("receivers", "Giao cho", _receivers, lambda one: one.receivers, width=14),
        Column("clear", "Đủ bốn rõ", clear_told, _share_clear, width=9, wrong=_is_unclear),
        Column("expected", FIELD["expected"], lambda one: _of(one.item, "expected"), width=24),
        Column(
            "upper_task",
            FIELD["upper_task"],
            lambda one: one.key_task.upper_task,
            width=24,
            shown=False,
        ),
    ]


def _of(item: TaskItem | None, field: str) -> str:
    return str(getattr(item, field)) if item else ""


def _receivers(line: PlanLine) -> str:
    if not line.item:
        return ""
    if not line.assignments:
        return "Chưa giao"
    return f"{number(line.receivers)} nơi, {number(line.assignments)} việc"


def clear_told(line: PlanLine) -> str:
    """How many of what was handed out have all four clears: `12/13`."""
    if not line.assignments:
        return ""
    sign = "✔" if line.clear == line.assignments else "!"
    return f"{sign} {number(line.clear)}/{number(line.assignments)}"


def _share_clear(line: PlanLine) -> float | None:
    return line.clear / line.assignments if line.assignments else None


def _is_unclear(line: PlanLine) -> bool:
    return line.clear < line.assignments


def plan_told(lines: Sequence[PlanLine], year: int) -> str:
    """What a plan holds, in one sentence."""
    tasks = len({line.key_task.id for line in lines})
    items = sum(line.item is not None for line in lines)
    assignments = sum(line.assignments for line in lines)
    clear = sum(line.clear for line in lines)
    if not tasks:
        return f"Chưa có kế hoạch năm {year}."
    told = f"Năm {year}: {number(tasks)} nhiệm vụ trọng tâm, {number(items)} việc trong kế hoạch"
    if not assignments:
        return f"{told}; chưa giao việc nào."
    return (
        f"{told}; đã giao thành {number(assignments)} việc cho các đơn vị, "
        f"{number(clear)}/{number(assignments)} việc đủ bốn rõ."
    )
