"""Rows of the sheet *Nhiệm vụ*: an item handed to a unit, to all chi hội or to all clubs."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from ccb_desktop.domain.exchange.typed_rows import TypedRow
from ccb_desktop.domain.imports.context import Context
from ccb_desktop.domain.imports.matching import CannotTell
from ccb_desktop.domain.imports.merge import differences
from ccb_desktop.domain.imports.outcome import FieldChange, Outcome
from ccb_desktop.domain.imports.work_cells import past_day_or, quantity_or, unit_told
from ccb_desktop.domain.members.units import Unit
from ccb_desktop.domain.people_names import fold
from ccb_desktop.domain.printing import number
from ccb_desktop.domain.tasks.assignments import Assignment, Progress
from ccb_desktop.domain.tasks.labels import FIELD
from ccb_desktop.domain.tasks.periods import TaskPeriod, read_period, year_behind
from ccb_desktop.domain.tasks.plan import TaskItem
from ccb_desktop.domain.tasks.recipients import all_of_kind, units_of_year


def take_task(context: Context, row: TypedRow) -> None:
    """Take in one line of the plan; a later line with the same five updates it (meaning 18).

    Raises:
        CannotTell: The period is none, or nobody is named to whom the work is handed.
    """
    cells: Mapping[str, Any] = row.values
    work = context.books.work
    period = _period(str(cells.get("period", "")), int(cells["year"]))
    units = _units(context, row)
    task = work.key_task(cells["year"], str(cells["key_task"]))
    item = work.item(task, str(cells["item"]), period)
    changes = _take_measure(context, row, item)
    created = 0
    told_id: int | None = None
    read = _Read(context, row, work.items[item.id or 0], period)
    for unit in units:
        own_id, is_new, of_unit = read.take(unit)
        told_id = told_id or own_id
        created += is_new
        changes += of_unit
    label = f"{item.what} – {cells['unit']}, {period.label} {task.year}"
    outcome = Outcome.CREATED if created else Outcome.CHANGED if changes else Outcome.UNCHANGED
    context.done_to(row, told_id, outcome, label, [] if created else changes)


def settle_plan(context: Context) -> None:
    """Give new items the target that all their assignments share, as the plan shows it."""
    context.books.work.share_targets()


def _period(text: str, year: int) -> TaskPeriod:
    found = read_period(text)
    if found is not None and year_behind(text) not in (None, year):
        raise CannotTell(
            f"“{text}” không phải là kỳ của năm {year}. Sửa cột Năm hoặc Kỳ.", "period"
        )
    if found is None:
        raise CannotTell(
            f"“{text}” không phải là kỳ. Ghi Tháng 3, Quý 1, 6 tháng đầu, 6 tháng cuối hoặc Năm.",
            "period",
        )
    return found


def _units(context: Context, row: TypedRow) -> Sequence[Unit]:
    text, year = str(row.values["unit"]), int(str(row.values["year"]))
    kind = all_of_kind(text)
    if kind is not None:
        found = units_of_year(context.books.units.by_id.values(), kind, year)
        if not found:
            raise CannotTell(f"Năm {year} chưa có đơn vị nào để giao: {text}.", "unit")
        return found
    unit = unit_told(context, text)
    if unit is None:
        raise CannotTell(
            f"“{text}” không phải là đơn vị. Ghi mã chi hội, CLB, hoặc Tất cả chi hội, Tất cả CLB.",
            "unit",
        )
    return [unit]


def _take_measure(context: Context, row: TypedRow, item: TaskItem) -> list[FieldChange]:
    """The unit of measure belongs to the item; one that differs is told, not overwritten."""
    measure = str(row.as_chosen().values.get("measure", ""))
    if not measure or fold(measure) == fold(item.measure):
        return []
    if item.measure:
        context.tell(
            row,
            "measure",
            f"Việc này đang đo bằng {item.measure}. Việc đo bằng đơn vị khác phải ghi tên khác; "
            "ô này bỏ trống.",
        )
        return []
    context.books.work.items.put(replace(item, measure=measure))
    return [FieldChange(FIELD["measure"], "", measure, "measure")]


class _Read:
    """What one line says, to be laid over the assignment of each unit."""

    def __init__(self, context: Context, row: TypedRow, item: TaskItem, period: TaskPeriod) -> None:
        self._context, self._item, self._period = context, item, period
        row = row.as_chosen()
        cells: Mapping[str, Any] = row.values
        told: dict[str, Any] = {
            name: cells[name]
            for name in ("responsible", "place", "due_on", "note")
            if name in cells
        }
        told["target"] = quantity_or(context, row, "target", None, above_zero=True)
        told["done_on"] = past_day_or(context, row, "done_on", None)
        self._told = {name: value for name, value in told.items() if value is not None}
        self._result = quantity_or(context, row, "result", None)

    def take(self, unit: Unit) -> tuple[int, bool, list[FieldChange]]:
        """Take it in for a unit: id of the assignment, whether it is new, what changes."""
        work = self._context.books.work
        known = work.assignment(self._item, unit.id or 0, self._period)
        found = known or Assignment(
            item_id=self._item.id or 0, unit_id=unit.id, period=self._period
        )
        after = replace(found, **self._told)
        if known is None:
            after = work.add_assignment(after)
            return after.id or 0, True, self._take_result(after)
        changes: list[FieldChange] = []
        if work.assignments.put(after):
            changes = differences(known, after, self._context.print_value)
        return after.id or 0, False, changes + self._take_result(after)

    def _take_result(self, assignment: Assignment) -> list[FieldChange]:
        """A step with what lacks to the result of the line."""
        work = self._context.books.work
        before = work.result_of(assignment)
        if self._result is None or self._result == before:
            return []
        work.add_progress(
            Progress(
                assignment_id=assignment.id or 0,
                reported_on=self._told.get("done_on"),
                amount=self._result - (before or Decimal()),
            )
        )
        shown = "" if before is None else number(before)
        return [FieldChange("Kết quả", shown, number(self._result), "result")]
