"""Rows of the sheet *Hoạt động*."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from ccb_desktop.domain.activities.activities import Activity, ActivityRole
from ccb_desktop.domain.exchange.typed_rows import TypedRow
from ccb_desktop.domain.imports.context import Context
from ccb_desktop.domain.imports.merge import differences
from ccb_desktop.domain.imports.money_cells import check_not_ahead
from ccb_desktop.domain.imports.outcome import Outcome
from ccb_desktop.domain.imports.work_cells import count_or, quantity_or, unit_told
from ccb_desktop.domain.money import format_dong

_COUNTS = ("members_present", "youth_present", "people_present", "opinions")


def take_activity(context: Context, row: TypedRow) -> None:
    """Take in one activity; one of the same day, kind, name and unit is told of again.

    Two rows of one file that are alike are two activities.

    Raises:
        CannotTell: Its day has not come, or its unit is not known for certain.
    """
    cells: Mapping[str, Any] = row.values
    check_not_ahead(context, cells["held_on"], "held_on")
    work = context.books.work
    unit = unit_told(context, str(cells.get("unit", "")))
    read = Activity(
        held_on=cells["held_on"],
        kind=str(cells["kind"]),
        name=str(cells["name"]),
        unit_id=unit.id if unit else None,
    )
    known = context.first_untold("activities", work.activities_like(read))
    after = _filled(context, row.as_chosen() if known else row, known or read)
    if known is None:
        added = work.add_activity(after)
        context.tell_of("activities", added.id)
        context.done(row, Outcome.CREATED, added.name)
        return
    context.tell_of("activities", known.id)
    if work.activities.put(after):
        changes = differences(known, after, context.print_value)
        context.done(row, Outcome.CHANGED, known.name, changes)
    else:
        context.done(row, Outcome.UNCHANGED, known.name)


def _filled(context: Context, row: TypedRow, found: Activity) -> Activity:
    """What is known of an activity with the cells of a row taken in."""
    cells: Mapping[str, Any] = row.values
    counts: dict[str, Any] = {
        name: count_or(context, row, name, getattr(found, name)) for name in _COUNTS
    }
    counts["members_present"] = _members(context, row, found, counts["members_present"])
    return replace(
        found,
        role=ActivityRole(cells["role"]) if "role" in cells else found.role,
        sessions=count_or(context, row, "sessions", found.sessions, least=1) or 1,
        quantity=quantity_or(context, row, "quantity", found.quantity),
        measure=str(cells.get("measure", found.measure)),
        cost_dong=_cost_dong(context, row, found),
        result=str(cells.get("result", found.result)),
        **counts,
    )


def _members(context: Context, row: TypedRow, found: Activity, told: int | None) -> int | None:
    """How many members came; where the roll was called, its list alone tells."""
    if told == found.members_present or found.id not in context.books.work.with_roll:
        return told
    context.tell(
        row,
        "members_present",
        f"Buổi này đã điểm danh có {found.members_present} hội viên nên số trong tệp không thay "
        "được. Nếu sai, sửa danh sách điểm danh ở trang Hoạt động.",
    )
    return found.members_present


def _cost_dong(context: Context, row: TypedRow, found: Activity) -> int:
    """What it cost; money that passed the cash book is not changed by a list."""
    told = row.values.get("cost_dong")
    if not isinstance(told, int) or told == found.cost_dong:
        return found.cost_dong
    if found.id not in context.books.work.paid:
        return told
    context.tell(
        row,
        "cost_dong",
        f"Kinh phí {format_dong(found.cost_dong)} đồng của hoạt động này đã chi bằng phiếu trong "
        "sổ quỹ nên không đổi. Nếu sai, hủy phiếu ấy ở trang Quỹ Hội rồi ghi lại.",
    )
    return found.cost_dong
