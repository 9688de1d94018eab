"""Attendance sheets and minutes of meetings as Word files."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from ccb_desktop.data import settings
from ccb_desktop.data.activities.activities import list_activities
from ccb_desktop.data.members.people import names_of
from ccb_desktop.data.members.units import list_posts, list_units
from ccb_desktop.data.store import Session, Store
from ccb_desktop.documents.word.member_form import write_member_forms
from ccb_desktop.domain.activities.activities import Activity, ActivityKind
from ccb_desktop.domain.activity_papers.attendance_sheet import AttendanceSheet, attendance_sheets
from ccb_desktop.domain.activity_papers.meeting_minutes import LABEL, TEMPLATE, minutes_texts
from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.member_papers.order import ListOrder, ListSource
from ccb_desktop.domain.members.units import PostScope
from ccb_desktop.domain.papers import file_name
from ccb_desktop.domain.people_names import search_key
from ccb_desktop.operations.activities.attendance import RollCall, roll_call_in
from ccb_desktop.operations.list_files import write_paper
from ccb_desktop.operations.personal_exports import leaving
from ccb_desktop.operations.word_templates import template_of

SHEET_LABEL = "Danh sách điểm danh"
_HEAD = "chi hoi truong"


def write_sheets(store: Store, activity_ids: Sequence[int], out: Path) -> Path:
    """Write the attendance sheets of some meetings, as they are kept or to be filled in.

    Raises:
        Invalid: No meeting is chosen, or the file is neither `.docx` nor `.xlsx`.
        NotFound: One is not in the books any more.
        FileInUse, DiskFull, ReadOnly: The file cannot be written; an old one is as it was.
    """
    with store.reading() as session:
        rolls = _rolls(session, activity_ids)
        on = max(roll.line.activity.held_on for roll in rolls)
        order = ListOrder(name="attendance", on=on)
        source = ListSource(order=order, branch=settings.load_branch(session))
    sheets = [
        AttendanceSheet(
            roll.line.unit_name, roll.line.activity.held_on, roll.line.activity.name, roll.called
        )
        for roll in rolls
    ]
    return write_paper(store, attendance_sheets(source, sheets), out)


def write_minutes(store: Store, activity_ids: Sequence[int], out: Path) -> Path:
    """Write the minutes of some meetings into one Word file, each on a page of its own.

    The branch's own template is used where there is one of the same name in its folder.

    Raises:
        Invalid: No meeting is chosen, or the file is no `.docx`.
        NotFound: One is not in the books any more.
        BadFile: The branch's own template has a field that is not known.
        FileInUse, DiskFull, ReadOnly: The file cannot be written; an old one is as it was.
    """
    if out.suffix.lower() != ".docx":
        raise Invalid({"out": "Tên tệp phải có đuôi .docx (Word)."})
    with store.reading() as session:
        branch = settings.load_branch(session)
        rolls = _rolls(session, activity_ids)
        texts = [
            minutes_texts(
                branch,
                roll.line.activity,
                roll.line.unit_name,
                _head_of(session, roll.line.activity),
                roll.called,
            )
            for roll in rolls
        ]
    template = template_of(store, TEMPLATE)
    with leaving(store, out, LABEL, people=sum(len(roll.called) for roll in rolls)):
        return write_member_forms(texts, template, LABEL, out, practice=branch.practice)


def _rolls(session: Session, activity_ids: Sequence[int]) -> list[RollCall]:
    if not activity_ids:
        raise Invalid({"activity": "Chưa chọn buổi sinh hoạt nào để in. Chọn ít nhất một buổi."})
    return [roll_call_in(session, own) for own in activity_ids]


def _head_of(session: Session, activity: Activity) -> str:
    """`Chi hội trưởng Trần Văn Ba`: whoever led the unit on that day."""
    found = [
        post
        for post in list_posts(session)
        if post.unit_id == activity.unit_id
        and post.scope is PostScope.HOI
        and post.held_on(activity.held_on)
        and _HEAD in search_key(post.title)
        and post.person_id is not None
    ]
    if not found:
        return ""
    name = names_of(session, [found[0].person_id or 0]).get(found[0].person_id or 0, "")
    return f"đồng chí {name}, {found[0].title}"


def meetings_held(store: Store, from_on: date, to_on: date, unit: str = "") -> list[int]:
    """The meetings of units on some days, the oldest first.

    Args:
        store: The books.
        from_on: First day.
        to_on: Last day.
        unit: Code or name of a chi hội, of which alone they are; empty for all.

    Raises:
        Invalid: There is none.
    """
    asked = search_key(unit)
    with store.reading() as session:
        lines = list_activities(session, from_on, to_on)
        codes = {one.id: search_key(one.code) for one in list_units(session)}
    found = [
        line.activity.id or 0
        for line in reversed(lines)
        if line.activity.kind == ActivityKind.UNIT_MEETING
        and line.activity.unit_id is not None
        and asked in ("", search_key(line.unit_name), codes.get(line.activity.unit_id))
    ]
    if not found:
        raise Invalid({"on": "Sổ không có buổi sinh hoạt chi hội nào như vậy để in biên bản."})
    return found


def suggested_name(store: Store, label: str, on: date) -> str:
    """A file name in ASCII: `Bien-ban-hop-chi-hoi_Phuong-An-Lac_2026-06-30.docx`."""
    with store.reading() as session:
        branch = settings.load_branch(session)
    return file_name(label, branch, on, "docx")
