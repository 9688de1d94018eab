"""Inspections and supervision: what was found, and whether it was mended."""

from datetime import date
from enum import StrEnum

from ccb_desktop.domain.activities.activities import Activity, ActivityKind
from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.printing import short_date
from ccb_desktop.domain.waiting import Waiting

INSPECTION_KINDS = (ActivityKind.INSPECTION, ActivityKind.SUPERVISION)
"""The kinds of activities that are visits of inspection."""


class FixState(StrEnum):
    """How what was found stands."""

    NOTHING = "NOTHING"
    OPEN = "OPEN"
    OVERDUE = "OVERDUE"
    FIXED = "FIXED"


FIX_STATE = {
    FixState.NOTHING: "Không có việc phải khắc phục",
    FixState.OPEN: "Chưa khắc phục",
    FixState.OVERDUE: "✘ Quá hạn khắc phục",
    FixState.FIXED: "✔ Đã khắc phục",
}


def fix_state(activity: Activity, on: date) -> FixState:
    """How what was found stands on a day."""
    if activity.fixed_on is not None:
        return FixState.FIXED
    if activity.fix_by_on is None:
        return FixState.NOTHING
    return FixState.OVERDUE if activity.fix_by_on < on else FixState.OPEN


def fix_told(activity: Activity, on: date) -> str:
    """The same with its day: `Chưa xong, hạn 31/12/2026`."""
    state = fix_state(activity, on)
    day = activity.fixed_on if state is FixState.FIXED else activity.fix_by_on
    return f"{_TOLD[state]} {short_date(day)}" if state in _TOLD and day is not None else ""


_TOLD = {
    FixState.OPEN: "Chưa xong, hạn",
    FixState.OVERDUE: "✘ Quá hạn từ",
    FixState.FIXED: "✔ Đã xong",
}


def check_inspection(activity: Activity) -> None:
    """See that a day of mending has something to be mended beside it.

    Raises:
        Invalid: By field: `lessons`, `fix_by_on`, `fixed_on`.
    """
    faults: dict[str, str] = {}
    has_days = activity.fix_by_on is not None or activity.fixed_on is not None
    if has_days and not activity.lessons.strip():
        faults["lessons"] = "Ghi việc phải khắc phục, hoặc xóa hạn và ngày khắc phục."
    if activity.fix_by_on is not None and activity.fix_by_on < activity.held_on:
        faults["fix_by_on"] = "Hạn khắc phục trước ngày kiểm tra."
    if faults:
        raise Invalid(faults)


def fixes_waiting(open_ones: int, overdue: int) -> tuple[Waiting, ...]:
    """What inspections found and nobody has mended, as the first page tells it."""
    if not open_ones:
        return ()
    late = f", trong đó {overdue} đã quá hạn" if overdue else ""
    place: dict[str, object] = {"tab": "inspections", "state": "open"}
    told = f"việc phải khắc phục sau kiểm tra, giám sát chưa xong{late}"
    return (Waiting(told, open_ones, page="tasks", filters=place),)
