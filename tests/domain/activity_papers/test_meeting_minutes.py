"""What the fields of minutes say."""

from datetime import date

from ccb_desktop.domain.activities.activities import Activity, Presence
from ccb_desktop.domain.activities.roll_call import Called
from ccb_desktop.domain.activity_papers.meeting_minutes import minutes_texts
from ccb_desktop.domain.branch import Branch

BRANCH = Branch(
    name="Hội CCB phường An Bình",
    parent="Hội CCB tỉnh Thái Hưng",
    place="An Bình",
    term="2025-2030",
)


def texts(called=(), **more):
    activity = Activity(
        **{"held_on": date(2026, 3, 5), "kind": "UNIT_MEETING", "name": "Sinh hoạt", **more}
    )
    return minutes_texts(BRANCH, activity, "Chi hội 1", "", called)


def test_the_chi_hoi_issues_them_under_its_branch():
    said = texts()
    assert (said["parent"], said["issuer"]) == ("Hội CCB phường An Bình", "Chi hội 1")
    assert said["place_and_date"] == "An Bình, ngày 05 tháng 3 năm 2026"


def test_many_absent_are_named_up_to_twelve():
    called = [
        Called(person_id=n, full_name=f"Người {n}", presence=Presence.ABSENT) for n in range(15)
    ]
    said = texts(called)
    assert said["absent_names"].endswith("Người 11 và 3 người nữa")
    assert said["excused_names"] == "không có"
    assert said["quorum"].endswith("Chưa đủ quá nửa (cần 8), chưa đủ hai phần ba (cần 10).")


def test_counted_opinions_are_told_before_the_room_for_them():
    assert texts(opinions=7)["opinions"].startswith("Có 07 ý kiến.\n…")
    assert texts()["opinions"].startswith("…")


def test_who_came_is_told_where_the_book_has_the_count_alone():
    said = texts(members_present=23)
    assert (said["present"], said["excused"], said["quorum"].count("……")) == ("23", "……", 3)
    assert texts()["present"] == "……"
    assert texts(members_present=69, sessions=3)["present"] == "……"
