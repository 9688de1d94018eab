"""A year is graded, agreed, locked and opened again; what is locked stays as it is."""

from dataclasses import replace
from datetime import date

import pytest

from ccb_desktop.domain.emulation.grading import Stage
from ccb_desktop.domain.emulation.member_grading import tally
from ccb_desktop.domain.emulation.stage_words import told_stage
from ccb_desktop.domain.errors import Conflict, Invalid
from ccb_desktop.domain.members.memberships import EventKind
from ccb_desktop.domain.members.units import UnitKind
from ccb_desktop.operations import undo
from ccb_desktop.operations.emulation import families, grading
from tests.books import add_event, add_member, add_unit

TODAY = date(2026, 2, 1)


@pytest.fixture
def members(store):
    """Four members of one chi hội: one exempt, one suspended, one who left within the year."""
    add_unit(store)
    for name in ("Trần Văn Bình", "Lê Văn Ba", "Phạm Văn Tư", "Võ Văn Năm", "Đỗ Văn Sáu"):
        add_member(store, name)
    add_event(store, 2, EventKind.EXEMPTED, "3/2025")
    add_event(store, 3, EventKind.SUSPENDED, "10/2025")
    add_event(store, 4, EventKind.TRANSFERRED_OUT, "2/9/2025", elsewhere="Hội CCB xã Đông Hà")
    return store


def read(store, year=2025):
    return grading.load_grading(store, year, TODAY)


def grade_all(store, year=2025):
    return grading.grade_everybody(store, year, read(store, year).members)


def test_all_at_once_leaves_out_the_exempt_the_suspended_and_who_has_left(members):
    grade_all(members)
    found = {one.full_name: one.grade for one in read(members).members}
    assert found == {
        "Trần Văn Bình": "EXEMPLARY",
        "Lê Văn Ba": "",
        "Phạm Văn Tư": "",
        "Đỗ Văn Sáu": "EXEMPLARY",
    }
    count = tally(read(members).members)
    assert (count.exemplary, count.graded, count.waiting, count.exempt) == (2, 2, 1, 1)
    with pytest.raises(Conflict, match="ai cũng đã bình xét"):
        grade_all(members)


def test_an_act_on_a_list_older_than_the_last_act_keeps_one_result_each(members):
    old = read(members).members
    binh = [one for one in old if one.full_name == "Trần Văn Bình"]
    grading.set_grade(members, 2025, binh, "NOT_REACHED")
    grading.grade_everybody(members, 2025, old)
    assert not grading.grade_everybody(members, 2025, old).kinds
    grades = {one.full_name: one.grade for one in read(members).members if one.grade}
    assert grades == {"Trần Văn Bình": "NOT_REACHED", "Đỗ Văn Sáu": "EXEMPLARY"}
    grading.set_grade(members, 2025, binh, "REACHED")
    graded = read(members).members
    grading.clear_grades(members, 2025, graded)
    grading.set_grade(members, 2025, [one for one in graded if one.grade], "REACHED")
    assert tally(read(members).members).graded == 2


def test_an_empty_list_is_told_as_what_it_is(store):
    with pytest.raises(Conflict, match="không có hội viên nào"):
        grade_all(store)
    with pytest.raises(Conflict, match="không có hộ nào"):
        families.set_all_cultural(store, 2025, ())


def test_the_exempt_cannot_be_graded(members):
    exempt = [one for one in read(members).members if one.is_left_out]
    with pytest.raises(Conflict, match="Lê Văn Ba không thuộc diện bình xét"):
        grading.set_grade(members, 2025, exempt, "REACHED")


def test_a_result_replaces_the_one_before_and_is_undone_as_one_act(members):
    grade_all(members)
    graded = [one for one in read(members).members if one.grade]
    change = grading.set_grade(members, 2025, graded, "NOT_REACHED")
    assert tally(read(members).members).exemplary == 0
    undo.undo(members, change.action_id)
    assert tally(read(members).members).exemplary == 2
    grading.clear_grades(members, 2025, graded[:1])
    assert tally(read(members).members).graded == 1


def test_the_year_before_stands_beside_and_years_are_counted(members):
    grade_all(members, 2024)
    found = read(members)
    assert {one.grade_before for one in found.members} == {"EXEMPLARY"}
    assert dict(found.years) == {2024: (5, 5)}
    assert [(unit.unit_name, unit.before.graded) for unit in found.tallies] == [("Chi hội 1", 5)]
    assert found.before_of(None) == found.before_of(1) == found.tallies[0].before
    assert grading.list_years(members) == [2024]


def test_who_left_keeps_the_result_he_has(members):
    leaver = next(one for one in read(members, 2024).members if one.full_name == "Võ Văn Năm")
    grading.set_grade(members, 2025, [leaver], "REACHED")
    assert "Võ Văn Năm" in {one.full_name for one in read(members).members if one.grade}


def test_a_year_is_agreed_locked_and_opened_again_with_a_reason(members):
    grade_all(members)
    with pytest.raises(Conflict, match="chưa ghi ngày họp"):
        grading.lock_year(members, 2025, TODAY)
    grading.agree_year(members, 2025, date(2025, 12, 20), " Biên bản 05 ")
    grading.lock_year(members, 2025, date(2026, 1, 5))
    locked = grading.load_year(members, 2025)
    assert told_stage(locked) == (
        "Đã khóa ngày 05/01/2026 · đã thống nhất ngày 20/12/2025 (Biên bản 05)"
    )
    graded = [one for one in read(members).members if one.grade]
    for act in (
        lambda: grading.set_grade(members, 2025, graded, "REACHED"),
        lambda: grading.clear_grades(members, 2025, graded),
        lambda: grading.agree_year(members, 2025, date(2025, 12, 20), "khác"),
        lambda: grading.save_choices(members, locked, TODAY),
        lambda: grading.lock_year(members, 2025, TODAY),
    ):
        with pytest.raises(Conflict, match="đã khóa"):
            act()
    with pytest.raises(Invalid):
        grading.unlock_year(members, 2025, " ")
    change = grading.unlock_year(members, 2025, "Bổ sung")
    assert change.label == "Mở khóa bình xét năm 2025: Bổ sung"
    opened = grading.load_year(members, 2025)
    assert (opened.stage, opened.unlock_reason) == (Stage.AGREED, "Bổ sung")
    grading.set_grade(members, 2025, graded, "REACHED")
    with pytest.raises(Conflict, match="không cần mở khóa"):
        grading.unlock_year(members, 2025, "Lại")


def test_agreeing_needs_a_day_of_the_year_or_later_and_a_meeting(store):
    with pytest.raises(Invalid) as told:
        grading.agree_year(store, 2025, date(2024, 12, 31), " ")
    assert set(told.value.fields) == {"agreed_on", "agreed_by"}


def test_the_day_of_the_roster_is_kept_and_decides_who_is_graded(members):
    year = grading.load_year(members, 2025)
    grading.save_choices(members, replace(year, graded_on=date(2025, 8, 31)), TODAY)
    assert "Võ Văn Năm" in {one.full_name for one in read(members).members}


def test_units_that_ended_are_offered_only_where_they_are_kept(members):
    with members.reading() as session:
        assert grading.units_of(session, 2025, TODAY) == ((1, "Chi hội 1"),)
        assert grading.units_of(session, 2025, TODAY, UnitKind.CLUB) == ()
    assert grading.offered_grades(members)[0] == ("EXEMPLARY", "CCB gương mẫu")
