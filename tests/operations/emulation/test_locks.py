"""A locked year holds against undoing, households and imports, until it is opened."""

from dataclasses import replace

import pytest

from ccb_desktop.domain.changes import UndoEffect
from ccb_desktop.domain.errors import Conflict
from ccb_desktop.domain.members.households import Household, HouseholdYear
from ccb_desktop.operations import undo
from ccb_desktop.operations.emulation import grading
from ccb_desktop.operations.funds.locks import lock_period
from ccb_desktop.operations.members import people
from ccb_desktop.operations.members.person_history import list_person_changes
from ccb_desktop.operations.members.put_back import put_field_back
from ccb_desktop.operations.people_merge import merge_all, merge_people
from tests.books import add_member
from tests.operations.emulation.test_grading import TODAY


@pytest.fixture
def locked(store):
    """One member with a household, graded in a year that is locked; and the act that graded."""
    add_member(store)
    years = (HouseholdYear(year=2025, cultural_family=True),)
    people.save_household(store, Household(head_name="Nguyễn Văn An", years=years), 1)
    members = grading.load_grading(store, 2025, TODAY).members
    change = grading.grade_everybody(store, 2025, members)
    grading.agree_year(store, 2025, TODAY, "Biên bản 05")
    grading.lock_year(store, 2025, TODAY)
    return store, change


def test_what_was_done_before_the_lock_is_not_undone_until_it_is_opened(locked):
    store, change = locked
    with pytest.raises(Conflict, match="năm đã khóa nên chưa làm"):
        undo.undo(store, change.action_id)
    assert grading.load_grading(store, 2025, TODAY).members[0].grade == "EXEMPLARY"
    grading.unlock_year(store, 2025, "Xét lại")
    undo.undo(store, change.action_id)
    assert grading.load_grading(store, 2025, TODAY).members[0].grade == ""


def test_a_household_keeps_its_finding_of_that_year_and_changes_otherwise(locked):
    store, _change = locked
    (home,) = people.list_households(store)
    fallen = replace(home.years[0], cultural_family=False)
    with pytest.raises(Conflict, match="năm đã khóa"):
        people.save_household(store, replace(home, years=(fallen,)), 1)
    poor = replace(home.years[0], poverty="POOR")
    later = HouseholdYear(year=2026, cultural_family=False)
    people.save_household(store, replace(home, years=(poor, later)), 1)
    (kept,) = people.list_households(store)
    assert kept.years == (poor, later)


def test_a_year_is_opened_with_a_reason_only(locked):
    store, _change = locked
    last = undo.list_actions(store)[0]
    with pytest.raises(Conflict, match="mở khóa phải có lý do"):
        undo.undo(store, last.id)
    assert grading.load_year(store, 2025).locked_on == TODAY


def test_no_undoing_is_offered_of_what_locks(store):
    add_member(store)
    agreed = grading.agree_year(store, 2025, TODAY, "Biên bản 05")
    locked = grading.lock_year(store, 2025, TODAY)
    opened = grading.unlock_year(store, 2025, "Xét lại")
    money = lock_period(store, 2025, 3)
    effects = [undo.effect_of(store, change) for change in (agreed, locked, opened, money)]
    free, stays = UndoEffect.PLAYED_BACK, UndoEffect.FINAL
    assert effects == [free, stays, free, stays]


@pytest.mark.parametrize("both", [True, False])
def test_of_two_families_of_one_man_none_is_dropped_from_a_locked_year(store, both):
    for own, assessed in ((1, True), (2, both or None)):
        add_member(store, "Trần Văn Bình", citizen_id=f"09905200000{own}", phone=f"090123456{own}")
        years = (HouseholdYear(year=2025, cultural_family=assessed, poverty="POOR"),)
        people.save_household(store, Household(head_name=f"Hộ {own}", years=years), own)
    grading.agree_year(store, 2025, TODAY, "Biên bản 05")
    grading.lock_year(store, 2025, TODAY)
    if both:
        merged = merge_all(store, [(1, 2)], lambda *_how_far: None)
        assert [why.split(" năm ấy")[0] for why in merged.refused] == [
            "Trần Văn Bình: Hai hộ này đều đã xét Gia đình văn hóa năm 2025,"
        ]
        assert len(people.list_households(store)) == 2
        grading.unlock_year(store, 2025, "Một hộ ghi hai lần")
    merge_people(store, 1, 2)
    (home,) = people.list_households(store)
    assert home.years[0].cultural_family is True


def test_of_two_gradings_of_one_man_none_is_dropped_from_a_locked_year(store):
    for card in ("0101", "0102"):
        add_member(store, "Trần Văn Bình", citizen_id=f"0990520000{card[2:]}")
    members = grading.load_grading(store, 2025, TODAY).members
    grading.grade_everybody(store, 2025, members)
    grading.agree_year(store, 2025, TODAY, "Biên bản 05")
    grading.lock_year(store, 2025, TODAY)
    with pytest.raises(Conflict, match="năm đã khóa"):
        merge_people(store, 1, 2)
    grading.unlock_year(store, 2025, "Một người ghi hai lần")
    merge_people(store, 1, 2)
    assert len(grading.load_grading(store, 2025, TODAY).members) == 1


def test_putting_a_household_back_keeps_the_finding_of_a_locked_year(store):
    add_member(store)
    first = HouseholdYear(year=2025, cultural_family=False)
    people.save_household(store, Household(head_name="Nguyễn Văn An", years=(first,)), 1)
    (home,) = people.list_households(store)
    people.save_household(store, replace(home, years=(replace(first, cultural_family=True),)), 1)
    grading.agree_year(store, 2025, TODAY, "Biên bản 05")
    grading.lock_year(store, 2025, TODAY)
    changes = list_person_changes(store, 1)
    change = next(one for one in changes if one.kind == "household_years" and one.before)
    with pytest.raises(Conflict, match="năm đã khóa"):
        put_field_back(store, 1, change, "cultural_family")
