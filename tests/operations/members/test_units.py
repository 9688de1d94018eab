"""Units, posts and terms in a real store: founded, renamed, ended, undone."""

from dataclasses import replace
from datetime import date

import pytest

from ccb_desktop.domain.errors import Invalid, NotFound
from ccb_desktop.domain.members.memberships import EventKind, Membership, MembershipKind
from ccb_desktop.domain.members.units import Post, PostScope, Term, Unit, UnitKind, UnitName
from ccb_desktop.operations.members import events, people, unit_endings, units
from ccb_desktop.operations.undo import undo
from tests.books import a_person, add_club, add_event, add_member, add_unit, contents, day

END = date(2025, 6, 30)
AFTER = date(2025, 7, 1)


def unit(store, code):
    return next(one for one in units.list_units(store) if one.code == code)


def refused(act, *given):
    with pytest.raises(Invalid) as refusal:
        act(*given)
    return set(refusal.value.fields)


def a_part(store, parent, code="PH1", name="Phân hội 1"):
    made = Unit(code=code, kind=UnitKind.PHAN_HOI, names=(UnitName(name),), parent_id=parent)
    units.save_unit(store, made)
    return unit(store, code)


def unit_names(store, on):
    lines = people.list_members(store, on)
    return {line.full_name: (line.unit_name, line.sub_unit_name) for line in lines}


def test_codes_and_names_are_used_once(store):
    add_unit(store)
    assert refused(add_unit, store, "ch1", "Chi hội 9") == {"code"}
    assert refused(add_unit, store, "CH9", "CHI HOI 1") == {"name"}
    assert refused(add_unit, store, "", "") == {"code", "name"}
    first = unit(store, "CH1")
    units.save_unit(store, replace(first, former_ward="Phường Cũ"))
    assert unit(store, "CH1").former_ward == "Phường Cũ"


def test_parts_of_two_chi_hoi_may_share_a_name(store):
    first, second = add_unit(store), add_unit(store, "CH2", "Chi hội 2")
    a_part(store, first, "PH1")
    a_part(store, second, "PH2")
    assert refused(a_part, store, first, "PH3") == {"name"}


def test_a_new_name_holds_from_its_day_and_is_undone(store):
    add_unit(store)
    before = unit(store, "CH1")
    change = units.rename_unit(store, before, "Chi hội Đông", day("1/7/2025"))
    renamed = unit(store, "CH1")
    assert [renamed.name_on(on) for on in (END, AFTER)] == ["Chi hội 1", "Chi hội Đông"]
    undo(store, change.action_id)
    assert unit(store, "CH1") == before


# Ending


@pytest.fixture
def chi_hoi(store):
    """Two chi hội; in the first a man in its part and a woman, and one who has left."""
    first = add_unit(store)
    add_unit(store, "CH2", "Chi hội 2")
    part = a_part(store, first)
    in_part = Membership(on_roll_from=day("1990"), unit_id=first, sub_unit_id=part.id)
    events.admit_member(store, a_person("Lê Văn Ba"), in_part, None)
    add_member(store, "Trần Thị Bình", first)
    add_member(store, "Người Đã Đi", first)
    add_event(store, 3, EventKind.TRANSFERRED_OUT, "1/2/2025")
    return unit(store, "CH1"), unit(store, "CH2"), part


def test_a_part_that_ends_leaves_its_people_in_the_chi_hoi(store, chi_hoi):
    part = chi_hoi[2]
    before = contents(store)["standings"]
    change = unit_endings.end_unit(store, replace(part, ended_on=day("30/6/2025")))
    assert unit_names(store, END)["Lê Văn Ba"] == ("Chi hội 1", "Phân hội 1")
    assert unit_names(store, AFTER)["Lê Văn Ba"] == ("Chi hội 1", "")
    undo(store, change.action_id)
    assert unit_names(store, AFTER)["Lê Văn Ba"] == ("Chi hội 1", "Phân hội 1")
    assert len(contents(store)["standings"]) == len(before)


def test_a_chi_hoi_that_ends_gives_its_people_to_another(store, chi_hoi):
    first, second, part = chi_hoi
    ended = replace(first, ended_on=day("30/6/2025"), successor_id=second.id)
    assert refused(unit_endings.end_unit, store, ended) == {"ended_on"}
    unit_endings.end_unit(store, replace(part, ended_on=day("30/6/2025")))
    change = unit_endings.end_unit(store, ended)
    assert {name[0] for name in unit_names(store, END).values()} == {"Chi hội 1"}
    there = unit_names(store, AFTER)
    assert there["Lê Văn Ba"][0] == there["Trần Thị Bình"][0] == "Chi hội 2"
    assert there["Người Đã Đi"][0] == "Chi hội 1"
    undo(store, change.action_id)
    assert unit_names(store, AFTER)["Trần Thị Bình"][0] == "Chi hội 1"
    assert unit(store, "CH1").ended_on is None


def test_a_chi_hoi_with_people_does_not_end_without_an_heir(store, chi_hoi):
    first, _, part = chi_hoi
    unit_endings.end_unit(store, replace(part, ended_on=day("30/6/2025")))
    before = contents(store)
    ended = replace(first, ended_on=day("30/6/2025"))
    assert refused(unit_endings.end_unit, store, ended) == {"successor_id"}
    assert refused(unit_endings.end_unit, store, first) == {"ended_on"}
    assert contents(store) == before


def test_an_empty_chi_hoi_needs_no_heir(store):
    add_unit(store)
    unit_endings.end_unit(store, replace(unit(store, "CH1"), ended_on=day("30/6/2025")))
    assert unit(store, "CH1").stands_on(END)
    assert not unit(store, "CH1").stands_on(AFTER)


def test_the_people_of_a_club_that_ends_leave_it(store):
    club = add_club(store)
    in_club = Membership(kind=MembershipKind.CLUB, unit_id=club)
    events.enter_club(store, a_person("Lê Văn Ba"), in_club)
    change = unit_endings.end_unit(store, replace(unit(store, "CLB1"), ended_on=day("6/2025")))
    assert [line.ended_on for line in people.list_club_members(store)] == [day("6/2025")]
    undo(store, change.action_id)
    assert [line.ended_on for line in people.list_club_members(store)] == [None]


# Posts and terms


def posts(store):
    return [post.title for post in people.load_person_file(store, 1).posts]


def test_posts_are_given_corrected_taken_out_and_undone(store):
    add_member(store)
    post = Post(person_id=1, title="Bí thư chi bộ", scope=PostScope.PARTY)
    given = units.save_post(store, post)
    (kept,) = people.load_person_file(store, 1).posts
    corrected = units.save_post(store, replace(kept, title="Phó Bí thư", to_on=day("2025")))
    assert posts(store) == ["Phó Bí thư"]
    removed = units.remove_post(store, kept)
    assert posts(store) == []
    for change, then in ((removed, ["Phó Bí thư"]), (corrected, ["Bí thư chi bộ"]), (given, [])):
        undo(store, change.action_id)
        assert posts(store) == then


def test_a_post_needs_a_title_and_a_person(store):
    add_member(store)
    assert refused(units.save_post, store, Post(person_id=1, title=" ")) == {"title"}
    with pytest.raises(NotFound):
        units.save_post(store, Post(person_id=99, title="Bí thư"))


def test_terms_of_the_board(store):
    term = Term(number="VII", from_on=day("2025"), to_on=day("2030"))
    units.save_term(store, term)
    units.save_term(store, Term(number="VI", from_on=day("2020"), to_on=day("2025")))
    assert [one.number for one in units.list_terms(store)] == ["VI", "VII"]
    change = units.remove_term(store, units.list_terms(store)[0])
    assert [one.number for one in units.list_terms(store)] == ["VII"]
    undo(store, change.action_id)
    assert len(units.list_terms(store)) == 2
