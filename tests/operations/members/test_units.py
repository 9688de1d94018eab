"""Units, posts and terms in a real store: founded, renamed, ended, undone."""

from dataclasses import replace
from datetime import date

import pytest

from ccb_desktop.domain.errors import Invalid, NotFound
from ccb_desktop.domain.members.units import Post, PostScope, Term, Unit, UnitKind, UnitName
from ccb_desktop.operations.members import people, units
from ccb_desktop.operations.undo import undo
from tests.books import add_member, add_unit, day

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


def test_units_of_two_former_wards_may_share_a_name_and_are_told_apart(store):
    add_unit(store, former_ward="Phường An")
    add_unit(store, "CH2", "Chi hội 1", former_ward="Phường Bình")
    add_unit(store, "CH3", "Chi hội 3")
    with pytest.raises(Invalid):
        add_unit(store, "CH4", "Chi hội 1", former_ward="phuong an")
    for unit_id in (1, 2, 3):
        add_member(store, f"Trần Văn Bình {unit_id}", unit_id)
    assert [line.unit_name for line in people.list_members(store, AFTER)] == [
        *("Chi hội 1 (Phường An)", "Chi hội 1 (Phường Bình)", "Chi hội 3")
    ]


def test_a_new_name_holds_from_its_day_and_is_undone(store):
    add_unit(store)
    before = unit(store, "CH1")
    change = units.rename_unit(store, before, "Chi hội Đông", day("1/7/2025"))
    renamed = unit(store, "CH1")
    assert [renamed.name_on(on) for on in (END, AFTER)] == ["Chi hội 1", "Chi hội Đông"]
    undo(store, change.action_id)
    assert unit(store, "CH1") == before


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
