"""Attendance sheets and minutes as files: read back, with what the roll says."""

from datetime import date
from pathlib import Path

import pytest
from docx import Document

from ccb_desktop.domain.activities.activities import Activity, ActivityKind, Presence
from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.members.units import Post
from ccb_desktop.operations.activities import activities, attendance, roll_papers
from ccb_desktop.operations.members import units

DAY = date(2026, 3, 5)


@pytest.fixture
def meeting(filled):
    """A meeting of Chi hội 1 with its head, of which no list is kept yet."""
    units.save_post(filled, Post(person_id=5, title="Chi hội trưởng", unit_id=1))
    activity = Activity(
        held_on=DAY,
        kind=ActivityKind.UNIT_MEETING.value,
        name="Sinh hoạt tháng 3",
        unit_id=1,
        place="Nhà văn hóa",
        result="Bàn việc quỹ",
    )
    return activities.record_activity(filled, activity)[1].id


def words(file):
    document = Document(str(file))
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return "\n".join([*(p.text for p in document.paragraphs), *cells])


def test_minutes_say_who_led_who_came_and_whether_they_were_enough(filled, meeting, tmp_path):
    marks = {5: Presence.PRESENT, 6: Presence.PRESENT, 7: Presence.ABSENT, 8: Presence.EXCUSED}
    attendance.save_roll_call(filled, meeting, marks)
    said = words(roll_papers.write_minutes(filled, [meeting], tmp_path / "bb.docx"))
    for sentence in (
        "Chủ trì: đồng chí Trần Văn Bình 5, Chi hội trưởng",
        "tại Nhà văn hóa, Chi hội 1 đã họp: Sinh hoạt tháng 3.",
        "trong danh sách 4; có mặt 2; vắng có lý do 1; vắng không lý do 1",
        "Triệu tập 3 hội viên (đã trừ 1 người",
        "Đủ quá nửa (cần 2) và đủ hai phần ba (cần 2).",
        "Vắng không lý do: Trần Văn Bình 7.",
        "Bàn việc quỹ",
    ):
        assert sentence in said


def test_minutes_before_the_roll_leave_room_for_the_pen(filled, meeting, tmp_path):
    said = words(roll_papers.write_minutes(filled, [meeting], tmp_path / "bb.docx"))
    assert "trong danh sách 9; có mặt ……" in said
    assert "{{" not in said


def test_a_sheet_is_blank_before_the_roll_and_marked_after(filled, meeting, tmp_path):
    blank = words(roll_papers.write_sheets(filled, [meeting], tmp_path / "a.docx"))
    assert "Danh sách có 9 hội viên, trong đó 1 người miễn sinh hoạt" in blank
    attendance.save_roll_call(filled, meeting, {5: Presence.PRESENT, 6: Presence.ABSENT})
    marked = words(roll_papers.write_sheets(filled, [meeting], tmp_path / "b.docx"))
    assert "Trần Văn Bình 7" not in marked
    assert "Triệu tập 2 hội viên, có mặt 1." in marked


def test_meetings_are_found_by_day_and_by_name_or_code(filled, meeting):
    for unit in ("", "chi hoi 1", "CH1"):
        assert roll_papers.meetings_held(filled, DAY, DAY, unit) == [meeting]
    with pytest.raises(Invalid):
        roll_papers.meetings_held(filled, DAY, DAY, "Chi hội 2")
    with pytest.raises(Invalid):
        roll_papers.write_minutes(filled, [], Path("x.docx"))


def test_files_that_are_no_word_are_refused(filled, meeting, tmp_path):
    with pytest.raises(Invalid):
        roll_papers.write_minutes(filled, [meeting], tmp_path / "bb.xlsx")
