"""The life of a membership in a real store: recorded, corrected, taken out, undone."""

from dataclasses import replace
from datetime import date

import pytest

from ccb_desktop.domain.errors import Invalid, NotFound
from ccb_desktop.domain.members.memberships import (
    EXITS,
    EventKind,
    Membership,
    MembershipEvent,
    MembershipKind,
    Status,
)
from ccb_desktop.operations.members import events, people
from ccb_desktop.operations.undo import undo
from tests.books import (
    a_person,
    add_club,
    add_event,
    add_member,
    add_unit,
    contents,
    day,
    names_on_roll,
)

HISTORY = ("actions", "record_changes", "sqlite_sequence")


def books(store):
    """Everything but the history, standings without their own numbers."""
    found = {table: rows for table, rows in contents(store).items() if table not in HISTORY}
    found["standings"] = sorted(str(row[:-1]) for row in found["standings"])
    return found


def standing(store, on, person_id=1):
    found = people.load_person_file(store, person_id).standing_on(on)
    return found.status if found else None


def died_on(store):
    return people.load_person_file(store, 1).person.died_on


def the_event(store):
    (event,) = people.load_person_file(store, 1).events
    return event


@pytest.fixture
def units(store):
    """Two units, and in the first a member on the roll since 5/1990."""
    first, second = add_unit(store), add_unit(store, "CH2", "Chi hội 2")
    add_member(store, unit_id=first)
    return first, second


AFTER = {
    **EXITS,
    EventKind.EXEMPTED: Status.EXEMPT,
    EventKind.SUSPENDED: Status.SUSPENDED,
    EventKind.MOVED_UNIT: Status.ACTIVE,
    EventKind.RESUMED: Status.ACTIVE,
}


@pytest.mark.parametrize("kind", AFTER)
def test_every_kind_of_event_holds_from_its_day_and_is_undone_exactly(store, units, kind):
    before = books(store)
    more = {"unit_id": units[1]} if kind is EventKind.MOVED_UNIT else {}
    change = add_event(store, 1, kind, "5/3/2025", **more)
    assert standing(store, date(2025, 3, 4)) is Status.ACTIVE
    assert standing(store, date(2025, 3, 5)) is AFTER[kind]
    undo(store, change.action_id)
    assert books(store) == before


@pytest.mark.parametrize("kind", ["ADMITTED", "READMITTED", "TRANSFERRED_IN"])
def test_every_kind_of_entry_and_its_undoing(store, kind):
    unit, before = add_unit(store), books(store)
    entry = MembershipEvent(kind=EventKind(kind), happened_on=day("5/3/2025"), unit_id=unit)
    change = events.admit_member(store, a_person(), Membership(unit_id=unit), entry)
    assert standing(store, date(2025, 3, 4)) is None
    assert standing(store, date(2025, 3, 5)) is Status.ACTIVE
    undo(store, change.action_id)
    assert books(store) == {**before, "units": books(store)["units"]}
    assert names_on_roll(store) == []


def test_whoever_left_comes_back_under_his_old_membership(store, units):
    add_event(store, 1, EventKind.STRUCK_OFF, "1/2/2024")
    known = people.load_person_file(store, 1)
    entry = MembershipEvent(
        kind=EventKind.READMITTED, happened_on=day("3/3/2025"), unit_id=units[1]
    )
    events.admit_member(store, known.person, Membership(unit_id=units[1], card_no="7"), entry)
    after = people.load_person_file(store, 1)
    assert [m.card_no for m in after.memberships] == ["7"]
    assert standing(store, date(2000, 1, 1)) is Status.ACTIVE
    assert standing(store, date(2025, 1, 1)) is Status.STRUCK_OFF
    assert standing(store, date(2025, 3, 3)) is Status.ACTIVE


def test_nobody_enters_twice(store, units):
    known = people.load_person_file(store, 1).person
    entry = MembershipEvent(kind=EventKind.ADMITTED, happened_on=day("2025"), unit_id=units[0])
    with pytest.raises(Invalid):
        events.admit_member(store, known, Membership(unit_id=units[0]), None)
    add_event(store, 1, EventKind.EXEMPTED, "1/2/2024")
    with pytest.raises(Invalid):
        events.admit_member(store, known, Membership(unit_id=units[0]), entry)


def test_a_refused_event_leaves_everything_as_it_was(store, units):
    add_event(store, 1, EventKind.DECEASED, "1/2/2025")
    before = contents(store)
    with pytest.raises(Invalid):
        add_event(store, 1, EventKind.EXEMPTED, "2/2/2025")
    with pytest.raises(NotFound):
        add_event(store, 99, EventKind.EXEMPTED, "2/2/2025")
    assert contents(store) == before


def test_a_move_names_the_unit_left_and_goes_somewhere_else(store, units):
    first, second = units
    add_event(store, 1, EventKind.MOVED_UNIT, "1/2/2025", unit_id=second)
    assert the_event(store).from_unit_id == first
    for wrong in ({"unit_id": second}, {}):
        with pytest.raises(Invalid) as refusal:
            add_event(store, 1, EventKind.MOVED_UNIT, "1/3/2025", **wrong)
        assert set(refusal.value.fields) == {"unit"}


def test_a_pause_cannot_end_before_it_begins(store, units):
    with pytest.raises(Invalid) as refusal:
        add_event(store, 1, EventKind.EXEMPTED, "5/3/2025", until_on=day("2/2025"))
    assert set(refusal.value.fields) == {"until_on"}


def test_a_corrected_event_takes_the_place_of_the_wrong_one(store, units):
    add_event(store, 1, EventKind.EXEMPTED, "5/3/2025")
    corrected = replace(the_event(store), happened_on=day("5/4/2025"), reason="ốm")
    change = events.record_event(store, corrected)
    assert standing(store, date(2025, 3, 5)) is Status.ACTIVE
    assert standing(store, date(2025, 4, 5)) is Status.EXEMPT
    undone = undo(store, change.action_id)
    assert standing(store, date(2025, 3, 5)) is Status.EXEMPT
    undo(store, undone.action_id)
    assert standing(store, date(2025, 3, 5)) is Status.ACTIVE


def test_taking_out_an_event_that_others_need_is_refused(store, units):
    add_event(store, 1, EventKind.STRUCK_OFF, "5/3/2024")
    add_event(store, 1, EventKind.READMITTED, "5/9/2025", unit_id=units[1])
    add_event(store, 1, EventKind.DECEASED, "5/10/2025")
    readmitted, deceased = people.load_person_file(store, 1).events[1:]
    with pytest.raises(Invalid):
        events.remove_event(store, readmitted.id)
    events.remove_event(store, deceased.id)
    change = events.remove_event(store, readmitted.id)
    assert standing(store, date(2026, 1, 1)) is Status.STRUCK_OFF
    undo(store, change.action_id)
    assert standing(store, date(2026, 1, 1)) is Status.ACTIVE
    with pytest.raises(NotFound):
        events.remove_event(store, deceased.id)


# The day of death follows the event


def test_the_day_of_death_follows_the_event(store, units):
    add_event(store, 1, EventKind.DECEASED, "5/3/2025")
    assert died_on(store) == day("5/3/2025")
    events.record_event(store, replace(the_event(store), happened_on=day("6/3/2025")))
    assert died_on(store) == day("6/3/2025")
    events.record_event(store, replace(the_event(store), kind=EventKind.STRUCK_OFF))
    assert died_on(store) is None
    events.record_event(store, replace(the_event(store), kind=EventKind.DECEASED))
    change = events.remove_event(store, the_event(store).id)
    assert died_on(store) is None
    undo(store, change.action_id)
    assert died_on(store) == day("6/3/2025")


def test_a_day_of_death_known_better_is_kept(store, units):
    person = replace(people.load_person_file(store, 1).person, died_on=day("5/3/2025"))
    people.save_person(store, person)
    add_event(store, 1, EventKind.DECEASED, "3/2025")
    assert died_on(store) == day("5/3/2025")
    events.record_event(store, replace(the_event(store), decision_no="7"))
    assert died_on(store) == day("5/3/2025")


# Clubs


def enter_club(store, club, **more):
    membership = Membership(kind=MembershipKind.CLUB, unit_id=club, **more)
    return events.enter_club(store, a_person(**({"id": 1} if more else {})), membership)


def test_a_member_of_a_club_is_no_member_of_the_hoi(store):
    club = add_club(store)
    change = enter_club(store, club)
    assert names_on_roll(store) == []
    assert [line.full_name for line in people.list_club_members(store)] == ["Nguyễn Văn An"]
    undo(store, change.action_id)
    assert people.list_club_members(store) == []


def test_nobody_is_twice_in_one_club_unless_he_left_it(store):
    club = add_club(store)
    enter_club(store, club)
    with pytest.raises(Invalid) as refusal:
        enter_club(store, club, joined_on=day("2020"))
    assert set(refusal.value.fields) == {"unit"}
    (held,) = people.load_person_file(store, 1).memberships
    events.enter_club(store, a_person(id=1), replace(held, ended_on=day("2024")))
    enter_club(store, club, joined_on=day("2025"))
    assert len(people.load_person_file(store, 1).memberships) == 2


def test_a_member_of_a_club_joins_the_hoi_as_the_same_person(store):
    enter_club(store, add_club(store))
    unit = add_unit(store)
    entry = MembershipEvent(kind=EventKind.ADMITTED, happened_on=day("2025"), unit_id=unit)
    known = people.load_person_file(store, 1).person
    events.admit_member(store, known, Membership(unit_id=unit), entry)
    assert names_on_roll(store) == ["Nguyễn Văn An"]
    assert len(people.load_person_file(store, 1).memberships) == 2
