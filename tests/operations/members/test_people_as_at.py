"""A past day stays as it was, whatever happens afterwards: every list, unit and figure."""

from dataclasses import replace
from datetime import date

import pytest

from ccb_desktop.domain.members.households import Household, HouseholdYear
from ccb_desktop.domain.members.memberships import EventKind, Membership, MembershipKind
from ccb_desktop.domain.members.people import Policy
from ccb_desktop.domain.members.units import Post
from ccb_desktop.domain.unit_changes.orders import EndOrder
from ccb_desktop.operations import papers
from ccb_desktop.operations.figures import figures_for
from ccb_desktop.operations.members import events, people, unit_changes, units
from tests.books import a_person, add_event, add_unit, day

ON = date(2025, 12, 31)


@pytest.fixture
def books(filled):
    """Books with units, members, a club, posts and a household, all of before the day."""
    store = filled
    first, second = (one.id for one in units.list_units(store) if one.code in {"CH1", "CH2"})
    home = Household(
        head_name="Trần Văn Bình 5",
        years=(HouseholdYear(year=2025, poverty="POOR", cultural_family=True),),
    )
    people.save_household(store, home, 5)
    units.save_post(store, Post(person_id=5, title="Phó Chi hội trưởng", unit_id=first))
    return store, first, second


def as_at(store):
    """Everything that is said of the day."""
    names = [
        name for name in papers.LIST_NAMES if name != "suspicious"
    ]  # it checks what is written
    kept = [papers.list_rows(store, papers.ListOrder(name=name, on=ON)) for name in names]
    standing = [line for line in units.list_unit_lines(store, ON) if line.unit.stands_on(ON)]
    places = [(line.name, line.parent_name, line.members, line.posts) for line in standing]
    figures = figures_for(store, date(2025, 1, 1), ON, with_records=True)
    return [
        *kept,
        people.list_members(store, ON),
        people.list_club_members(store, ON),
        places,
        figures,
    ]


def test_the_first_lines_of_a_list_are_those_of_the_whole_list(books):
    store, _first, _second = books
    everybody = people.list_members(store, ON)
    assert any(line.poverty and line.hoi_posts and line.policies for line in everybody)
    for count in (1, 5, 7, 1000):
        assert people.list_members(store, ON, count) == everybody[:count]


def let_much_happen(store, first, second):
    """What an officer does in the year after."""
    unit = next(u for u in units.list_units(store) if u.id == first)
    units.rename_unit(store, unit, "Chi hội Bến Đò", day("1/2/2026"))
    add_event(store, 5, EventKind.MOVED_UNIT, "3/2026", unit_id=second)
    add_event(store, 6, EventKind.DECEASED, "4/3/2026")
    add_event(store, 7, EventKind.EXEMPTED, "5/3/2026", until_on=day("6/2026"))
    add_event(store, 4, EventKind.READMITTED, "6/3/2026", unit_id=second)
    later = Membership(unit_id=second)
    came = events.MembershipEvent(kind=EventKind.ADMITTED, happened_on=day("7/3/2026"))
    events.admit_member(store, a_person("Đỗ Văn Mới"), later, replace(came, unit_id=second))
    member = people.load_person_file(store, 8).person
    joined = replace(member, party_joined_on=day("19/5/2026"), medal_year=2026)
    people.save_person(store, replace(joined, policies=(*joined.policies, _later_policy())))
    post = people.load_person_file(store, 5).posts[0]
    units.save_post(store, replace(post, to_on=day("8/3/2026")))
    units.save_post(
        store, Post(person_id=8, title="Chi hội trưởng", unit_id=first, from_on=day("2026"))
    )
    home = people.load_person_file(store, 5).household
    years = (*home.years, HouseholdYear(year=2026, poverty="AVERAGE", cultural_family=False))
    people.save_household(store, replace(home, years=years), 5)
    _end_the_club_and_a_unit(store)


def _later_policy():
    return Policy(kind="TU_DAY", from_on=day("2/2026"))


def _end_the_club_and_a_unit(store):
    club = next(u for u in units.list_units(store) if u.code == "CLB1")
    joining = Membership(kind=MembershipKind.CLUB, unit_id=club.id, joined_on=day("9/3/2026"))
    events.enter_club(store, a_person("Vũ Thị Sau"), joining)
    units.rename_unit(store, club, "CLB Trường Sơn", day("2026"))
    club = next(u for u in units.list_units(store) if u.code == "CLB1")
    unit_changes.change_units(store, EndOrder(unit_id=club.id, last_day=date(2026, 9, 30)))
    third = add_unit(store, "CH3", "Chi hội 3", founded_on=day("2026"))
    ending = next(u for u in units.list_units(store) if u.code == "CH2")
    unit_changes.change_units(
        store, EndOrder(unit_id=ending.id, last_day=date(2026, 9, 30), heir_id=third)
    )


def test_nothing_that_happens_later_changes_a_past_day(books):
    store, first, second = books
    before = as_at(store)
    let_much_happen(store, first, second)
    for was, is_now in zip(before, as_at(store), strict=True):
        assert is_now == was


def test_today_does_show_what_happened(books):
    store, first, second = books
    let_much_happen(store, first, second)
    later = date(2026, 12, 31)
    by_id = {line.person_id: line for line in people.list_members(store, later)}
    assert by_id[8].unit_name == "Chi hội Bến Đò"
    assert (by_id[8].hoi_posts, by_id[8].medal_year) == ("Chi hội trưởng", 2026)
    assert by_id[5].poverty == "AVERAGE"
    clubs = {line.full_name: line for line in people.list_club_members(store, later)}
    assert {line.unit_name for line in clubs.values()} == {"CLB Trường Sơn"}
    assert str(clubs["Vũ Thị Sau"].ended_on) == "30/09/2026"


def test_a_club_counts_who_is_on_its_list_since_a_day(store):
    club = units.Unit(code="CLB1", kind="CLUB", names=(units.UnitName("CLB 1"),))
    units.save_unit(store, club)
    known = Membership(kind=MembershipKind.CLUB, unit_id=1, on_roll_from=day("6/2025"))
    events.enter_club(store, a_person("Lê Thị Chín"), known)
    assert people.list_club_members(store, date(2025, 5, 31)) == []
    counts = [units.list_unit_lines(store, on)[0].members for on in (date(2025, 5, 31), ON)]
    assert counts == [0, 1]
