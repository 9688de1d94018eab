"""What a person's file says of his meetings."""

from datetime import date, timedelta

from ccb_desktop.domain.activities.activities import Presence
from ccb_desktop.domain.activities.roll_call import AttendedLine
from ccb_desktop.domain.activity_papers.attended_section import attended_blocks

ON = date(2026, 6, 30)


def line(held_on, presence=Presence.PRESENT):
    return AttendedLine(
        activity_id=1,
        held_on=held_on,
        name="Sinh hoạt",
        kind_name="Sinh hoạt chi hội",
        unit_name="Chi hội 1",
        presence=presence,
    )


def test_the_latest_are_shown_and_all_are_counted():
    lines = [line(ON - timedelta(days=30 * n)) for n in range(30)]
    told, table = attended_blocks([line(ON + timedelta(1)), *lines], ON)
    assert told.text.startswith("Mười hai tháng qua dự 13/13")
    assert len(table.rows) == 24
    assert table.rows[0] == (ON, "Sinh hoạt", "Chi hội 1", "Có mặt")
    assert table.note == "24 buổi gần nhất trong 30 buổi."


def test_of_who_stands_on_no_list_nothing_is_said():
    assert attended_blocks([], ON) == []
    assert attended_blocks([line(ON + timedelta(1))], ON) == []
