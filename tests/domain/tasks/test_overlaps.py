"""Two units with the same work at the same place and time are found, and no others."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.people_names import fold
from ccb_desktop.domain.tasks.assignments import Assignment
from ccb_desktop.domain.tasks.lines import TaskLine
from ccb_desktop.domain.tasks.overlaps import (
    SettledOverlap,
    are_alike,
    check_settled,
    overlaps,
    overlaps_with,
    pair_key,
    similar_overlaps,
)
from ccb_desktop.domain.tasks.periods import Recurrence, TaskPeriod, periods_of
from ccb_desktop.domain.tasks.plan import KeyTask, TaskItem

PERIODS = [period for kind in Recurrence for period in periods_of(kind)]
Q1, MARCH, APRIL = (TaskPeriod(Recurrence.QUARTER, 1), *periods_of(Recurrence.MONTH)[2:4])


def a_line(own, unit_id=1, what="Vệ sinh đường", place="Phố Ga", period=Q1, year=2026, due_on=None):
    return TaskLine(
        assignment=Assignment(
            id=own, item_id=own, unit_id=unit_id, place=place, period=period, due_on=due_on
        ),
        item=TaskItem(id=own, key_task_id=1, number=1, what=what),
        key_task=KeyTask(id=1, year=year, number=1, title="Giữ gìn mỹ quan"),
        unit_name=f"Chi hội {unit_id}",
    )


LINES = st.lists(
    st.tuples(
        st.integers(1, 3),
        st.sampled_from(["Vệ sinh đường", "vệ sinh ĐƯỜNG", "Treo cờ"]),
        st.sampled_from(["Phố Ga", "phố ga", "Phố Chợ", "", "  "]),
        st.sampled_from(PERIODS),
        st.sampled_from([2025, 2026]),
    ),
    max_size=8,
)


@given(told=LINES)
def test_found_is_exactly_what_the_meaning_says(told):
    lines = [a_line(place, *one) for place, one in enumerate(told, 1)]
    wanted = set()
    for first in lines:
        for second in lines:
            ours, theirs = first.assignment, second.assignment
            if (
                first.id < second.id
                and ours.unit_id != theirs.unit_id
                and first.year == second.year
                and fold(first.item.what) == fold(second.item.what)
                and fold(ours.place) == fold(theirs.place) != ""
                and ours.period.first_on(first.year) <= theirs.period.last_on(first.year)
                and theirs.period.first_on(first.year) <= ours.period.last_on(first.year)
            ):
                wanted.add((first.id, second.id))
    assert {one.key for one in overlaps(lines)} == wanted
    assert {one.key for one in overlaps(lines, wanted)} == set()


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({}, True),
        ({"unit_id": 1}, False),
        ({"year": 2025}, False),
        ({"what": "Treo cờ"}, False),
        ({"place": ""}, False),
        ({"place": "PHỐ  ga"}, True),
        ({"period": MARCH}, True),
        ({"period": APRIL}, False),
        ({"period": APRIL, "due_on": date(2026, 3, 20)}, True),
    ],
)
def test_each_part_of_the_meaning_counts(change, found):
    second = a_line(2, **({"unit_id": 2} | change))
    assert bool(overlaps([a_line(1), second])) is found


def test_a_deadline_ends_the_days_of_a_work():
    early = a_line(1, due_on=date(2026, 2, 10))
    assert overlaps([early, a_line(2, unit_id=2, period=MARCH)]) == []


def test_one_period_is_one_time_whatever_the_deadline():
    early = a_line(1, due_on=date(2025, 12, 20))
    assert overlaps([early, a_line(2, unit_id=2)]) != []


def test_what_is_handed_to_a_member_alone_overlaps_nothing():
    assert overlaps([a_line(1), a_line(2, unit_id=None)]) == []


def test_similar_wording_is_found_apart():
    lines = [a_line(1), a_line(2, unit_id=2, what="Dọn vệ sinh đường phố")]
    assert overlaps(lines) == []
    (found,) = similar_overlaps(lines)
    assert found.alike
    assert found.key == (1, 2)
    assert similar_overlaps([a_line(1), a_line(2, unit_id=2)]) == []


@pytest.mark.parametrize(
    ("first", "second", "alike"),
    [
        ("Vệ sinh tuyến đường tự quản", "Dọn vệ sinh đường tự quản", True),
        ("Treo cờ Tổ quốc", "Treo băng rôn", False),
        ("Sinh hoạt chi hội", "Sinh hoạt CLB", False),
        ("Và các", "Tại các", False),
        ("Treo cờ", "TREO CỜ", False),
    ],
)
def test_wordings_are_alike_by_their_telling_words(first, second, alike):
    assert are_alike(first, second) is alike
    assert are_alike(second, first) is alike


def test_only_what_is_added_is_warned_of():
    old = [a_line(1), a_line(2, unit_id=2)]
    added = [a_line(-1, unit_id=3)]
    assert {one.key for one in overlaps_with(old, added)} == {(-1, 1), (-1, 2)}


def test_a_pair_is_one_whichever_comes_first():
    assert pair_key(3, 2) == pair_key(2, 3) == (2, 3)


def test_a_decision_says_something_and_is_not_of_tomorrow():
    settled = SettledOverlap(
        first_assignment_id=1, second_assignment_id=2, decision=" ", settled_on=date(2026, 3, 2)
    )
    with pytest.raises(Invalid) as told:
        check_settled(settled, date(2026, 3, 1))
    assert set(told.value.fields) == {"decision", "settled_on"}
