"""Status and unit on any day follow from the dated events."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.members.memberships import (
    ENTRIES,
    EXITS,
    IN_HOI,
    EventKind,
    Membership,
    Status,
    check_course,
    in_order,
    standing_on,
    standings,
)
from tests.books import day
from tests.domain.members.courses import FIRST, courses, event, member


def told(membership, *events):
    """Every standing in short: from when, status, unit."""
    return [(str(s.from_on), s.status.value, s.unit_id) for s in standings(membership, events)]


def test_on_the_roll_without_events():
    assert told(member("1990")) == [("1990-01-01", "ACTIVE", 1)]
    assert told(Membership(unit_id=1)) == []


def test_an_entry_makes_a_member_from_its_day_only():
    assert told(member("1990"), event("ADMITTED", "5/3/2025", unit_id=2)) == [
        ("2025-03-05", "ACTIVE", 2)
    ]


@pytest.mark.parametrize("kind", EXITS)
def test_whoever_leaves_has_left_on_that_day(kind):
    course = standings(member(), [event(kind, "5/3/2025")])
    assert standing_on(course, date(2025, 3, 4)).status is Status.ACTIVE
    assert standing_on(course, date(2025, 3, 5)).status is EXITS[kind]
    assert course[-1].to_on is None


def test_struck_off_and_readmitted():
    course = (event("STRUCK_OFF", "1/2/2024"), event("READMITTED", "3/3/2025", unit_id=2))
    assert told(member("1990"), *course) == [
        ("1990-01-01", "ACTIVE", 1),
        ("2024-02-01", "STRUCK_OFF", 1),
        ("2025-03-03", "ACTIVE", 2),
    ]


@pytest.mark.parametrize("kind", ["EXEMPTED", "SUSPENDED"])
def test_a_pause_with_a_last_day_ends_by_itself(kind):
    course = standings(member(), [event(kind, "1/2/2025", until_on=day("4/2025"))])
    assert standing_on(course, date(2025, 4, 30)).status is not Status.ACTIVE
    assert standing_on(course, date(2025, 5, 1)).status is Status.ACTIVE


def test_a_move_during_a_pause_keeps_it():
    events = (
        event("EXEMPTED", "1/2/2025", until_on=day("30/6/2025")),
        event("MOVED_UNIT", "1/3/2025", unit_id=2),
    )
    assert told(member("1990"), *events) == [
        ("1990-01-01", "ACTIVE", 1),
        ("2025-02-01", "EXEMPT", 1),
        ("2025-03-01", "EXEMPT", 2),
        ("2025-07-01", "ACTIVE", 2),
    ]


def test_what_comes_before_the_pause_is_over_ends_it():
    events = (
        event("EXEMPTED", "1/2/2025", until_on=day("30/6/2025")),
        event("RESUMED", "1/4/2025"),
    )
    assert [line[:2] for line in told(member("1990"), *events)][-1] == ("2025-04-01", "ACTIVE")


def test_the_unit_before_a_move_is_the_one_it_left():
    moved = event("MOVED_UNIT", "1/7/2025", unit_id=1, from_unit_id=6)
    assert told(member("1990"), moved) == [
        ("1990-01-01", "ACTIVE", 6),
        ("2025-07-01", "ACTIVE", 1),
    ]


def test_the_unit_before_leaving_is_the_one_that_was_left():
    away = event("TRANSFERRED_OUT", "1/3/2025", unit_id=2)
    back = event("TRANSFERRED_IN", "1/9/2025", unit_id=1)
    assert [line[2] for line in told(member("1990"), away, back)] == [2, 2, 1]


def test_a_partial_day_begins_on_its_first():
    assert told(member("5/1990"))[0][0] == "1990-05-01"
    assert told(member("1990"), event("DECEASED", "2025"))[-1][0] == "2025-01-01"


def test_events_of_one_day_in_the_order_of_entering():
    events = [event("EXEMPTED", "1/2/2025", id=2), event("MOVED_UNIT", "1/2/2025", id=1, unit_id=2)]
    assert [one.id for one in in_order(events)] == [1, 2]
    assert [one.id for one in in_order([*events, event("RESUMED", "2/2/2025")])] == [1, 2, None]


@pytest.mark.parametrize(
    ("membership", "events", "says"),
    [
        (member(), [event("ADMITTED", "1/1/2025"), event("READMITTED", "1/2/2025")], "đang là"),
        (member(), [event("DECEASED", "1/1/2025"), event("EXEMPTED", "1/2/2025")], "không có tên"),
        (member(), [event("DECEASED", "1/1/2025"), event("DECEASED", "1/2/2025")], "không có tên"),
        (
            member(),
            [event("DECEASED", "1/1/2025"), event("TRANSFERRED_IN", "1/2/2025")],
            "đã từ trần (01/01/2025)",
        ),
        (member(), [event("EXEMPTED", "1/4/1990")], "đứng trước ngày vào Hội"),
        (Membership(unit_id=1), [event("EXEMPTED", "1/4/1990")], "không có tên"),
    ],
)
def test_events_that_cannot_follow_each_other(membership, events, says):
    with pytest.raises(Invalid) as refusal:
        check_course(membership, events)
    assert says in refusal.value.fields["happened_on"]


# Over all valid courses


@given(courses())
@settings(deadline=None)
def test_valid_courses_are_accepted_and_have_no_gaps(course):
    membership, events = course
    check_course(membership, events)
    found = standings(membership, events)
    assert all(one.to_on == after.from_on for one, after in pairwise(found))
    assert all(one.to_on is None or one.from_on < one.to_on for one in found)
    assert not found or found[-1].to_on is None
    assert standings(membership, reversed(events)) == found


@given(courses(), st.integers(-500, 2000))
@settings(deadline=None)
def test_in_the_hoi_after_the_last_entry_or_exit_says_so(course, days):
    """Rule 14: members on a day are those whose last event leaves them in the Hội."""
    membership, events = course
    on = FIRST + timedelta(days=days)
    since = membership.on_roll_from
    turns = [since.first_day <= on] if since else [False]
    turns += [
        one.kind in ENTRIES
        for one in events
        if one.kind in {*ENTRIES, *EXITS} and one.happened_on.first_day <= on
    ]
    standing = standing_on(standings(membership, events), on)
    assert (standing is not None and standing.status in IN_HOI) == turns[-1]


@given(st.lists(courses(), max_size=6), st.integers(-500, 2000), st.integers(0, 900))
@settings(deadline=None)
def test_opening_and_entries_less_exits_is_closing(roster, start, length):
    """Rule 14's identity over any period and any valid roster."""
    first = FIRST + timedelta(days=start)
    last = first + timedelta(days=length)

    def members(on):
        found = (standing_on(standings(*course), on) for course in roster)
        return sum(one is not None and one.status in IN_HOI for one in found)

    def happened(kinds):
        days = (e.happened_on.first_day for _, events in roster for e in events if e.kind in kinds)
        return sum(first <= on <= last for on in days)

    put_on_roll = sum(
        membership.on_roll_from is not None and first <= membership.on_roll_from.first_day <= last
        for membership, _ in roster
    )
    opening = members(first - timedelta(days=1))
    assert opening + put_on_roll + happened(ENTRIES) - happened(EXITS) == members(last)


@given(courses(), st.sampled_from(EventKind), st.integers(0, 8))
@settings(deadline=None)
def test_one_event_too_many_is_noticed(course, kind, place):
    """An entry while in the Hội, or anything else while not, is refused wherever it stands."""
    membership, events = course
    place = min(place, len(events))
    before = events[:place]
    is_in = membership.on_roll_from is not None
    for one in before:
        is_in = one.kind in ENTRIES or (is_in and one.kind not in EXITS)
    if (kind in ENTRIES) != is_in or not before:
        return
    at = before[-1].happened_on
    wrong = event(kind, str(at), id=len(events) + 1)
    with pytest.raises(Invalid):
        check_course(membership, [*before, wrong])
