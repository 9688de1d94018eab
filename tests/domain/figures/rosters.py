"""Rosters for the tests of figures, made by hand or at random, without a store."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import strategies as st

from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.figures.books import Books, RosterBook, RosterEvent, RosterMember
from ccb_desktop.domain.members.memberships import (
    ENTRIES,
    EventKind,
    Membership,
    MembershipEvent,
    check_course,
    in_order,
    standing_on,
    standings,
)
from ccb_desktop.domain.members.people import AgeRule
from ccb_desktop.domain.members.units import Unit, UnitKind, UnitName
from ccb_desktop.domain.partial_dates import PartialDate

UNITS = (
    Unit(id=1, code="CH1", kind=UnitKind.CHI_HOI, names=(UnitName("Chi hội 1"),)),
    Unit(id=2, code="CH2", kind=UnitKind.CHI_HOI, names=(UnitName("Chi hội 2"),)),
    Unit(
        id=3, code="CH2-PH1", kind=UnitKind.PHAN_HOI, names=(UnitName("Phân hội 1"),), parent_id=2
    ),
)
FIRST, LAST = date(2019, 1, 1), date(2022, 12, 31)


def day(text):
    return PartialDate.parse(text)


def a_member(number=1, *events, on_roll_from="1990", unit_id=1, **more):
    """A membership with its events as the figures see them: a member and his events."""
    membership = Membership(
        id=number,
        on_roll_from=day(on_roll_from) if on_roll_from else None,
        unit_id=unit_id,
        sub_unit_id=more.pop("sub_unit_id", None),
    )
    return as_read(membership, list(events), **more)


def an_event(kind, on, **more):
    return MembershipEvent(kind=EventKind(kind), happened_on=day(on), **more)


def as_read(membership, events, **more):
    ordered = in_order(events)
    known = {
        "full_name": f"Trần Văn Bình {membership.id}",
        "sex": None,
        "born_on": None,
        "ethnicity": "Kinh",
        "periods": frozenset(),
        "party_joined_on": None,
        "household_id": None,
    }
    member = RosterMember(
        membership_id=membership.id,
        person_id=membership.id * 10,
        course=tuple(standings(membership, ordered)),
        entered=bool(ordered) and ordered[0].kind in ENTRIES,
        **(known | more),
    )
    read = [
        RosterEvent(membership.id, e.kind, e.happened_on, e.unit_id, e.sub_unit_id, e.from_unit_id)
        for e in ordered
    ]
    return member, read


def books_of(*members, **more):
    """Books of such members; `more` goes to the roster, `manual` to the books."""
    manual = tuple(more.pop("manual", ()))
    events = [event for _, own in members for event in own]
    roster = {
        "units": UNITS,
        "policies": {},
        "posts": {},
        "households": {},
        "age_rule": AgeRule(),
    }
    book = RosterBook(
        members=tuple(member for member, _ in members),
        events=tuple(sorted(events, key=lambda e: e.happened_on.first_day)),
        **(roster | more),
    )
    return Books(roster=book, manual=manual)


days = st.integers(0, (LAST - FIRST).days).map(lambda n: FIRST + timedelta(n))
partial_days = st.builds(
    lambda on, known: PartialDate(*(on.year, on.month, on.day)[:known]), days, st.integers(1, 3)
)
kinds = st.sampled_from([k for k in EventKind if k not in (EventKind.RESUMED,)])


@st.composite
def courses(draw, number):
    """A membership with a random course of events that can follow each other."""
    opening = draw(st.none() | partial_days)
    membership = Membership(id=number, on_roll_from=opening, unit_id=draw(st.sampled_from([1, 2])))
    steps = st.tuples(kinds, partial_days, st.sampled_from([1, 2]))
    events = []
    drawn = draw(st.lists(steps, max_size=6))
    for kind, on, unit_id in sorted(drawn, key=lambda step: step[1].first_day):
        event = with_units(
            membership,
            events,
            MembershipEvent(
                id=len(events) + 1, kind=kind, happened_on=on, unit_id=unit_id, membership_id=number
            ),
        )
        if can_follow(membership, events, event):
            events.append(event)
    return as_read(membership, events)


def with_units(membership, events, event):
    """The unit left by a move, the unit in which any other event found him."""
    before = standing_on(standings(membership, events), event.happened_on.first_day)
    now = before.unit_id if before else membership.unit_id
    if event.kind is EventKind.MOVED_UNIT:
        return replace(event, from_unit_id=now)
    return event if event.kind in ENTRIES else replace(event, unit_id=now)


def can_follow(membership, events, event):
    try:
        check_course(membership, [*events, event])
    except Invalid:
        return False
    return event.kind is not EventKind.MOVED_UNIT or event.unit_id != event.from_unit_id


rosters = st.integers(1, 4).flatmap(
    lambda size: st.tuples(*(courses(number) for number in range(1, size + 1)))
)
