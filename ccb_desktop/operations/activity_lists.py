"""What the book and lists of activities read, by their names on the command line."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from ccb_desktop.data.activities import activities, attendance
from ccb_desktop.data.members.units import list_units
from ccb_desktop.data.store import Session
from ccb_desktop.domain.activities.activities import Activity, ActivityKind
from ccb_desktop.domain.activities.lines import ActivityLine
from ccb_desktop.domain.activity_papers.activity_book import activity_book
from ccb_desktop.domain.activity_papers.attendance_sheet import AttendanceSheet, attendance_sheets
from ccb_desktop.domain.activity_papers.meeting_list import meeting_list
from ccb_desktop.domain.errors import NotFound
from ccb_desktop.domain.member_papers.order import ListSource
from ccb_desktop.domain.members.units import Unit, UnitKind
from ccb_desktop.domain.papers import ListPaper
from ccb_desktop.domain.people_names import search_key
from ccb_desktop.operations.activities.regularity import meetings_of_year_in


def _activities(session: Session, source: ListSource) -> ListPaper:
    order = source.order
    return activity_book(source, activities.list_activities(session, order.begins_on, order.on))


def _attendance(session: Session, source: ListSource) -> ListPaper:
    """Of the day asked for: the meetings that units held, else sheets to be filled in.

    Raises:
        NotFound: No chi hội fits.
    """
    on, asked = source.order.on, search_key(source.order.filter)
    held = {
        line.activity.unit_id: line
        for line in activities.list_activities(session, on, on)
        if line.activity.kind == ActivityKind.UNIT_MEETING
    }
    names = activities.holder_names(session, on)
    wanted = [
        unit
        for unit in list_units(session)
        if unit.stands_on(on) and _is_wanted(unit, names[unit.id], asked, held)
    ]
    if not wanted and not asked:
        raise NotFound(
            "Ngày này chưa có chi hội nào để in danh sách điểm danh. Thêm chi hội ở trang Đơn vị, "
            "hoặc chọn ngày khác."
        )
    if not wanted:
        raise NotFound(
            f"Không có chi hội nào tên “{source.order.filter}” vào ngày này. "
            "Ghi tên hoặc mã chi hội, hoặc bỏ trống để lấy tất cả."
        )
    sheets = [_sheet(session, unit.id, names[unit.id], on, held.get(unit.id)) for unit in wanted]
    plain = replace(source, order=replace(source.order, filter=""))  # it named the unit
    return attendance_sheets(plain, sheets)


def _is_wanted(unit: Unit, name: str, asked: str, held: Mapping[int | None, ActivityLine]) -> bool:
    """The unit of that name or code; without one those that met that day, else every chi hội."""
    if asked:
        return asked in (search_key(name), search_key(unit.code))
    return unit.id in held if held else unit.kind is UnitKind.CHI_HOI


def _sheet(
    session: Session, unit_id: int | None, name: str, on: date, line: ActivityLine | None
) -> AttendanceSheet:
    blank = Activity(held_on=on, kind=ActivityKind.UNIT_MEETING.value, name="", unit_id=unit_id)
    activity = line.activity if line is not None else blank
    return AttendanceSheet(name, on, activity.name, attendance.list_called(session, activity))


def _meetings(session: Session, source: ListSource) -> ListPaper:
    on = source.order.on
    return meeting_list(source, on.year, meetings_of_year_in(session, on.year, on))


MAKERS: Mapping[str, Callable[[Session, ListSource], ListPaper]] = {
    "activities": _activities,
    "attendance": _attendance,
    "meetings": _meetings,
}
