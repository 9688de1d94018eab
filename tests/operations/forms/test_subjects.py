"""For whom a form can be made, and who is wanted now."""

from datetime import date

import pytest

from ccb_desktop.domain.members.memberships import EventKind
from ccb_desktop.domain.members.units import Post
from ccb_desktop.domain.reports.form_kinds import FormOrder
from ccb_desktop.domain.reports.form_table import FORM_KINDS
from ccb_desktop.operations.forms.subjects import list_subjects
from ccb_desktop.operations.members import units
from tests.books import add_event, add_member, day

ON = date(2026, 6, 30)


def whys(store, name, **more):
    return {one.name: one.why for one in list_subjects(store, FormOrder(name=name, on=ON, **more))}


@pytest.fixture
def four(store):
    for name, born in (
        ("Lê An", "1950"),
        ("Lê Ba", "1956"),
        ("Lê Cao", "1946"),
        ("Lê Dần", "1960"),
    ):
        add_member(store, name, born_on=day(born))
    add_event(store, 2, EventKind.TRANSFERRED_OUT, "3/5/2026", elsewhere="Hội CCB xã Phú Mỹ")
    add_event(store, 1, EventKind.STRUCK_OFF, "1/3/2020")
    return store


def test_who_has_left_is_offered_only_for_what_his_leaving_calls_for(four):
    assert whys(four, "introduction")["Lê Ba"] == "Chuyển đi 03/05/2026"
    assert "Lê Ba" not in whys(four, "member-sheet")
    assert set(whys(four, "resume").values()) == {""}


def test_what_happened_long_ago_does_not_call_for_a_paper(four):
    assert "Lê An" not in whys(four, "strike-off-decision")


def test_great_ages_of_the_year_that_is_asked_for(four):
    assert whys(four, "longevity-card", year=2026)["Lê Cao"] == "Thọ 80 tuổi năm 2026"
    assert whys(four, "longevity-card", year=2027)["Lê Cao"] == ""


def test_heads_of_chi_hoi(four):
    units.save_post(four, Post(person_id=4, title="Chi hội trưởng", unit_id=1))
    assert whys(four, "unit-head-decision")["Lê Dần"] == "Chi hội trưởng, Chi hội 1"


def test_filters_look_into_the_line_of_a_member(four):
    found = list_subjects(four, FormOrder(name="resume", on=ON))
    assert [one.member.full_name for one in found] == ["Lê Cao", "Lê Dần"]


@pytest.mark.parametrize("name", FORM_KINDS)
def test_ids_tell_subjects_apart(practice, name):
    found = list_subjects(practice, FormOrder(name=name, on=ON, year=2026))
    assert len({one.id for one in found}) == len(found)
