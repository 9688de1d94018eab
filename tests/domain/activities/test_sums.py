"""Sums of activities: every unit of measure for itself (rule 13)."""

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as some

from ccb_desktop.domain.activities.activities import Activity, ActivityKind
from ccb_desktop.domain.activities.lines import ActivityLine
from ccb_desktop.domain.activities.sums import session_measure, sum_up, sums_by

DAY = date(2026, 3, 5)


def a_line(kind=ActivityKind.UNIT_MEETING, **more):
    activity = Activity(held_on=DAY, kind=kind.value, name="Việc", **more)
    return ActivityLine(activity=activity, kind_name=kind.value)


def test_measures_stand_beside_each_other():
    found = sum_up(
        [
            a_line(sessions=2, members_present=30),
            a_line(ActivityKind.DIALOGUE, opinions=12, people_present=40),
            a_line(ActivityKind.COMMUNITY_WORK, quantity=Decimal(300), measure="mét đường"),
            a_line(ActivityKind.COMMUNITY_WORK, quantity=Decimal("0.5"), measure="Mét đường"),
            a_line(ActivityKind.COMMUNITY_WORK, quantity=Decimal(11), measure="cờ"),
        ]
    )
    assert (found.buoi, found.cuoc, found.members_present, found.opinions) == (5, 1, 30, 12)
    assert found.quantities == (("mét đường", Decimal("300.5")), ("cờ", Decimal(11)))
    assert found.told == (
        "5 buổi, 1 cuộc, 30 lượt hội viên, 40 lượt nhân dân, 12 ý kiến, 300,5 mét đường, 11 cờ"
    )


def test_nothing_is_told_of_nothing():
    assert sum_up([]).told == ""


def test_boards_and_conferences_are_cuoc():
    assert session_measure("BOARD_MEETING") == session_measure("CONFERENCE") == "cuộc"
    assert session_measure("UNIT_MEETING") == session_measure("SỞ THÍCH RIÊNG") == "buổi"


@given(
    some.lists(
        some.tuples(some.sampled_from(ActivityKind), some.integers(1, 9), some.integers(0, 99))
    )
)
def test_sums_by_a_word_add_up_to_the_whole(entries):
    lines = [a_line(kind, sessions=count, members_present=seen) for kind, count, seen in entries]
    parts, whole = sums_by(lines, lambda line: line.kind_name), sum_up(lines)
    for name in ("activities", "buoi", "cuoc", "members_present"):
        assert sum(getattr(one, name) for one in parts) == getattr(whole, name)
    assert whole.buoi + whole.cuoc == sum(count for _kind, count, _seen in entries)
