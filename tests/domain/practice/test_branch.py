"""The practice branch is plausible in every record, and everything occurs in it."""

from collections import Counter
from datetime import date, timedelta

import pytest

from ccb_desktop.domain.figures.manual import check_manual_figure
from ccb_desktop.domain.members.checks import (
    check_membership,
    check_person,
    check_post,
    check_unit,
)
from ccb_desktop.domain.members.memberships import (
    ENTRIES,
    EXITS,
    IN_HOI,
    EventKind,
    MembershipKind,
    check_course,
    standing_on,
)
from ccb_desktop.domain.members.people import Sex
from ccb_desktop.domain.members.units import PostScope, UnitKind
from ccb_desktop.domain.people_names import proper_case
from ccb_desktop.domain.practice.branch import make_practice_branch
from ccb_desktop.domain.practice.calendar import FIRST_DAY, MERGED_ON, REFERENCE_DAY


@pytest.fixture(scope="module")
def books():
    return make_practice_branch(320, seed=1).books


def of_hoi(books):
    return [m for m in books.memberships.by_id.values() if m.kind is MembershipKind.HOI]


def standing(books, membership, day):
    return standing_on(books.standings_of(membership), day)


def number_in_hoi(books, day):
    found = (standing(books, membership, day) for membership in of_hoi(books))
    return sum(one is not None and one.status in IN_HOI for one in found)


@pytest.mark.parametrize("members", [1, 2, 50, 320])
@pytest.mark.parametrize("seed", [1, 2])
def test_as_many_are_in_the_hoi_as_asked_for_and_all_records_can_be_kept(members, seed):
    books = make_practice_branch(members, seed).books
    assert number_in_hoi(books, REFERENCE_DAY) == members
    for person in books.people.by_id.values():
        check_person(person, REFERENCE_DAY)
        assert person.full_name == proper_case(person.full_name)
    for membership in books.memberships.by_id.values():
        check_membership(membership, books.people[membership.person_id])
        check_course(membership, books.events_of(membership))
    for unit in books.units.by_id.values():
        check_unit(unit)
    for post in books.posts.by_id.values():
        check_post(post)
        assert post.person_id in books.people.by_id
    for figure in books.manual_figures.by_id.values():
        check_manual_figure(figure)


@pytest.mark.parametrize("members", [50, 320])
def test_every_kind_of_event_occurs_within_the_two_years(members):
    events = make_practice_branch(members, seed=1).books.events.by_id.values()
    assert {event.kind for event in events} == set(EventKind)
    assert all(FIRST_DAY <= event.happened_on.first_day <= REFERENCE_DAY for event in events)


def test_opening_and_entries_less_exits_give_closing_in_every_half_year(books):
    halves = [date(2024, 7, 1), date(2025, 1, 1), date(2025, 7, 1), date(2026, 1, 1)]
    for first, after in zip(halves, [*halves[1:], REFERENCE_DAY + timedelta(days=1)], strict=True):
        kinds = Counter(
            event.kind
            for event in books.events.by_id.values()
            if first <= event.happened_on.first_day < after
        )
        change = sum(kinds[kind] for kind in ENTRIES) - sum(kinds[kind] for kind in EXITS)
        day = timedelta(days=1)
        assert number_in_hoi(books, first - day) + change == number_in_hoi(books, after - day)


def test_all_sorts_of_members_are_in_it(books):
    here = [m for m in of_hoi(books) if standing(books, m, REFERENCE_DAY).status in IN_HOI]
    people = [books.people[m.person_id] for m in here]
    ages = [REFERENCE_DAY.year - person.born_on.year for person in people]
    assert min(ages) >= 45
    assert max(ages) >= 97
    assert {m.admission_category for m in here} >= set(range(1, 10))
    assert {code for person in people for code in person.periods} == {
        *("ANTI_FRENCH", "ANTI_AMERICAN", "SOUTHWEST_BORDER", "NORTHERN_BORDER"),
        *("CAMBODIA", "LAOS", "PEACETIME"),
    }
    women = sum(person.sex is Sex.FEMALE for person in people)
    assert 0.05 < women / len(people) < 0.12
    assert {person.born_on.precision for person in people} == {1, 2, 3}
    assert any(person.full_name.startswith("Y ") and person.sort_by_first_word for person in people)
    assert any(person.full_name.startswith("H'") and person.sort_by_first_word for person in people)
    assert {policy.kind for person in people for policy in person.policies} >= {
        *("THUONG_BINH", "BENH_BINH", "CHAT_DOC_DA_CAM", "THAN_NHAN_LIET_SI", "CUU_TNXP"),
    }
    badges = {person.party_badge for person in people}
    assert badges >= {None, 30, 40, 50}


def test_something_is_missing_here_and_there(books):
    people = books.people.by_id.values()
    for field in ("citizen_id", "phone", "home_town", "address", "education", "periods"):
        assert 0 < sum(not getattr(person, field) for person in people) < len(people) / 4, field
    assert 0 < sum(not m.card_no for m in of_hoi(books)) < 40
    assert 0 < sum(m.joined_on is None for m in of_hoi(books)) < 40
    assert any(not household.years for household in books.households.by_id.values())


def test_numbers_are_of_the_right_form_and_belong_to_nobody(books):
    ids = [person.citizen_id for person in books.people.by_id.values() if person.citizen_id]
    assert len(set(ids)) == len(ids)
    for person in books.people.by_id.values():
        if person.citizen_id:
            assert len(person.citizen_id) == 12
            assert person.citizen_id[:3] == "099"  # no province has this number
            assert int(person.citizen_id[3]) % 2 == (person.sex is Sex.FEMALE)
            assert person.citizen_id[4:6] == f"{person.born_on.year % 100:02}"
        if person.phone:
            assert (len(person.phone), person.phone[:3]) == (10, "095")  # a closed network
    cards = [m.card_no for m in of_hoi(books) if m.card_no]
    assert len(set(cards)) == len(cards)


def test_units_are_split_renamed_and_merged(books):
    units = books.units.by_id.values()
    chi_hoi = [unit for unit in units if unit.kind is UnitKind.CHI_HOI]
    assert sum(unit.stands_on(REFERENCE_DAY) for unit in chi_hoi) == 13
    (ended,) = [unit for unit in chi_hoi if unit.ended_on is not None]
    assert ended.ended_on.last_day == MERGED_ON - timedelta(days=1)
    moved = [e for e in books.events.by_id.values() if e.from_unit_id == ended.id]
    assert moved
    assert {(e.kind, e.unit_id) for e in moved} == {(EventKind.MOVED_UNIT, ended.successor_id)}
    assert any(unit.name_on(FIRST_DAY) != unit.name for unit in chi_hoi)
    split = {unit.parent_id for unit in units if unit.kind is UnitKind.PHAN_HOI}
    assert 0 < len(split) < 13
    for membership in of_hoi(books):
        found = standing(books, membership, REFERENCE_DAY)
        assert found.unit_id != ended.id or found.status not in IN_HOI
        if found.sub_unit_id is not None:
            assert books.units[found.sub_unit_id].parent_id == found.unit_id


@pytest.mark.parametrize(("members", "chi_hoi", "clubs"), [(8, 1, 2), (5000, 60, 8)])
def test_the_number_of_units_follows_the_size(members, chi_hoi, clubs):
    units = make_practice_branch(members, seed=1).books.units.by_id.values()
    standing_now = Counter(unit.kind for unit in units if unit.stands_on(REFERENCE_DAY))
    assert standing_now[UnitKind.CHI_HOI] == chi_hoi
    assert standing_now[UnitKind.CLUB] == clubs


def test_clubs_have_members_some_of_whom_entered_the_hoi(books):
    of_clubs = [m for m in books.memberships.by_id.values() if m.kind is MembershipKind.CLUB]
    assert {m.unit_id for m in of_clubs} == {
        unit.id for unit in books.units.by_id.values() if unit.kind is UnitKind.CLUB
    }
    assert any(books.hoi_membership(books.people[m.person_id]) for m in of_clubs)
    assert any(m.ended_on is None for m in of_clubs)


def test_posts_are_held_inside_and_outside_now_and_before(books):
    posts = books.posts.by_id.values()
    assert {post.scope for post in posts} == set(PostScope)
    assert any(post.to_on is not None for post in posts)
    of_board = [p.title for p in posts if p.unit_id is None and p.held_on(REFERENCE_DAY)]
    assert of_board.count("Chủ tịch") == 1
    assert of_board.count("Trưởng ban Kiểm tra") == 1


def test_households_were_looked_at_year_by_year(books):
    years = [year for home in books.households.by_id.values() for year in home.years]
    assert {year.year for year in years} == {2023, 2024, 2025}
    assert {year.poverty for year in years} >= {"POOR", "NEAR_POOR", "AVERAGE"}
    assert {year.house_state for year in years} == {"DILAPIDATED", "SEMI_SOLID", "SOLID"}
    assert {year.cultural_family for year in years} == {True, False}
    shared = Counter(person.household_id for person in books.people.by_id.values())
    del shared[None]
    assert max(shared.values()) == 2


def test_the_branch_says_that_it_is_for_practice():
    practice = make_practice_branch(50, seed=1)
    assert practice.branch.practice
    assert practice.branch.signer_name in {
        p.full_name for p in practice.books.people.by_id.values()
    }
    assert practice.terms[-1].to_on is None


def test_another_seed_gives_other_people():
    names = [
        [person.full_name for person in make_practice_branch(50, seed).books.people.by_id.values()]
        for seed in (1, 2)
    ]
    assert names[0] != names[1]


def test_numbers_and_party_dates_fit_the_people(books):
    for person in books.people.by_id.values():
        if person.citizen_id and person.born_on:
            coded = int(person.citizen_id[3])
            assert 1900 + coded // 2 * 100 + int(person.citizen_id[4:6]) == person.born_on.year
            assert bool(coded % 2) is (person.sex is Sex.FEMALE)
        for happened_on in (person.party_joined_on, person.party_official_on):
            assert happened_on is None or happened_on.first_day <= REFERENCE_DAY
