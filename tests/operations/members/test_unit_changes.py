"""Units ended, merged and split in a real store: one act each, undone row for row."""

from datetime import date

import pytest

from ccb_desktop.data.tasks.assignments import list_assignments
from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.members.memberships import EventKind, Membership, MembershipKind
from ccb_desktop.domain.members.units import Post, Unit, UnitKind, UnitName
from ccb_desktop.domain.unit_changes.orders import (
    EndOrder,
    MergeOrder,
    NewUnit,
    Share,
    SplitOrder,
)
from ccb_desktop.operations.demo_branch import make_demo_branch
from ccb_desktop.operations.figures import as_json, figures_for
from ccb_desktop.operations.members import events, people, units
from ccb_desktop.operations.members.unit_changes import change_units, plan_change
from ccb_desktop.operations.undo import list_actions, undo
from ccb_desktop.paths import DataFolder
from tests.books import a_person, add_club, add_event, add_member, add_unit, day
from tests.ledger import open_fund
from tests.operations.members.rows import all_rows
from tests.plans import a_task, an_item, hand_out

END = date(2025, 6, 30)
AFTER = date(2025, 7, 1)


def unit(store, code):
    return next(one for one in units.list_units(store) if one.code == code)


def unit_names(store, on):
    lines = people.list_members(store, on)
    return {line.full_name: (line.unit_name, line.sub_unit_name) for line in lines}


def refused(store, order):
    before = all_rows(store)
    with pytest.raises(Invalid) as refusal:
        change_units(store, order)
    assert all_rows(store) == before
    return set(refusal.value.fields)


@pytest.fixture
def chi_hoi(store):
    """Two chi hội; in the first a man in its part and a woman, and one who has left."""
    first = add_unit(store)
    second = add_unit(store, "CH2", "Chi hội 2")
    made = Unit(
        code="PH1", kind=UnitKind.PHAN_HOI, names=(UnitName("Phân hội 1"),), parent_id=first
    )
    units.save_unit(store, made)
    part = unit(store, "PH1").id
    in_part = Membership(on_roll_from=day("1990"), unit_id=first, sub_unit_id=part)
    events.admit_member(store, a_person("Lê Văn Ba"), in_part, None)
    add_member(store, "Trần Thị Bình", first)
    add_member(store, "Người Đã Đi", first)
    add_event(store, 3, EventKind.TRANSFERRED_OUT, "1/2/2025")
    units.save_post(store, Post(person_id=1, title="Chi hội trưởng", unit_id=first))
    return first, second, part


# Ending


def test_a_part_that_ends_leaves_its_people_in_the_chi_hoi(store, chi_hoi):
    before = all_rows(store)
    change = change_units(store, EndOrder(unit_id=chi_hoi[2], last_day=END))
    assert unit_names(store, END)["Lê Văn Ba"] == ("Chi hội 1", "Phân hội 1")
    assert unit_names(store, AFTER)["Lê Văn Ba"] == ("Chi hội 1", "")
    undo(store, change.action_id)
    assert all_rows(store) == before


def test_a_chi_hoi_that_ends_gives_its_people_to_another_and_its_parts_end(store, chi_hoi):
    first, second, _part = chi_hoi
    before = all_rows(store)
    change = change_units(store, EndOrder(unit_id=first, last_day=END, heir_id=second))
    assert {name[0] for name in unit_names(store, END).values()} == {"Chi hội 1"}
    there = unit_names(store, AFTER)
    assert there["Lê Văn Ba"] == there["Trần Thị Bình"] == ("Chi hội 2", "")
    assert there["Người Đã Đi"][0] == "Chi hội 1"
    assert [unit(store, code).ended_on for code in ("CH1", "PH1")] == [day("30/6/2025")] * 2
    assert [post.to_on for post in people.load_person_file(store, 1).posts] == [day("30/6/2025")]
    undo(store, change.action_id)
    assert all_rows(store) == before


def test_a_chi_hoi_with_people_does_not_end_without_an_heir(store, chi_hoi):
    order = EndOrder(unit_id=chi_hoi[0], last_day=END)
    assert refused(store, order) == {"successor_id"}


@pytest.mark.parametrize("last_day", [date(2999, 1, 1), date(1980, 1, 1)])
def test_a_unit_ends_on_a_day_on_which_it_stands(store, last_day):
    add_unit(store, founded_on=day("1990"))
    assert refused(store, EndOrder(unit_id=1, last_day=last_day)) == {"ended_on"}


def test_an_empty_chi_hoi_needs_no_heir(store):
    change_units(store, EndOrder(unit_id=add_unit(store), last_day=END))
    assert unit(store, "CH1").stands_on(END)
    assert not unit(store, "CH1").stands_on(AFTER)


def test_the_people_of_a_club_that_ends_leave_it(store):
    club = add_club(store)
    in_club = Membership(kind=MembershipKind.CLUB, unit_id=club)
    events.enter_club(store, a_person("Lê Văn Ba"), in_club)
    change = change_units(store, EndOrder(unit_id=club, last_day=END))
    assert [line.ended_on for line in people.list_club_members(store)] == [day("30/6/2025")]
    undo(store, change.action_id)
    assert [line.ended_on for line in people.list_club_members(store)] == [None]


# Merging and splitting


def test_a_merger_is_one_act_and_its_undoing_leaves_nothing(store, chi_hoi):
    first, second, _part = chi_hoi
    order = MergeOrder(unit_ids=(first, second), on=AFTER, into=NewUnit("Chi hội Đông", "CH9"))
    before = all_rows(store)
    plan = plan_change(store, order)
    assert all_rows(store) == before
    change = change_units(store, order)
    assert (
        list_actions(store)[0].label == plan.label == "Gộp Chi hội 1, Chi hội 2 thành Chi hội Đông"
    )
    assert unit_names(store, AFTER)["Lê Văn Ba"] == ("Chi hội Đông", "Phân hội 1")
    assert unit_names(store, END)["Lê Văn Ba"] == ("Chi hội 1", "Phân hội 1")
    undo(store, change.action_id)
    assert all_rows(store) == before


def test_a_split_is_one_act_and_its_undoing_leaves_nothing(store, chi_hoi):
    first, second, _part = chi_hoi
    before = all_rows(store)
    shares = (Share(second, (1,)), Share(NewUnit("Chi hội Tây", "CH8"), (2,)))
    order = SplitOrder(unit_id=first, on=AFTER, shares=shares, ends=True)
    change = change_units(store, order)
    there = unit_names(store, AFTER)
    assert (there["Lê Văn Ba"][0], there["Trần Thị Bình"][0]) == ("Chi hội 2", "Chi hội Tây")
    assert unit(store, "CH1").ended_on == day("30/6/2025")
    undo(store, change.action_id)
    assert all_rows(store) == before


def test_what_is_refused_writes_nothing(store, chi_hoi):
    first, second, _part = chi_hoi
    order = MergeOrder(unit_ids=(first,), on=AFTER, into=NewUnit("Chi hội 2", "CH2"))
    assert refused(store, order) == {"name", "code"}
    split = SplitOrder(unit_id=first, on=AFTER, shares=(Share(second, (3,)),))
    assert refused(store, split) == {"shares"}


# The practice branch


@pytest.fixture(scope="module")
def practice(tmp_path_factory):
    with make_demo_branch(DataFolder(tmp_path_factory.mktemp("thu")), members=120) as store:
        yield store


def test_last_year_of_the_practice_branch_stays_as_it_was(practice):
    def last_years():
        spans = ((date(2025, 1, 1), date(2025, 12, 31)), (date(2026, 1, 1), date(2026, 3, 31)))
        return [
            as_json(figures_for(practice, *span, unit_code=code))
            for span in spans
            for code in (None, "CH1", "CH2", "CH3")
        ]

    before, rows = last_years(), all_rows(practice)
    merged = MergeOrder(
        unit_ids=(1, 2, 3), on=date(2026, 4, 1), into=NewUnit("Chi hội Đông", "CH99")
    )
    change_units(practice, merged)
    east = unit(practice, "CH99")
    there = [m for m in people.list_members(practice, date(2026, 4, 1)) if m.unit_id == east.id]
    shares = (Share(NewUnit("Chi hội Tây", "CH98"), tuple(m.membership_id for m in there[:5])),)
    change_units(practice, SplitOrder(unit_id=east.id, on=date(2026, 5, 1), shares=shares))
    assert last_years() == before
    for action in list_actions(practice)[:2]:
        undo(practice, action.id)
    assert all_rows(practice) == rows


def test_the_plan_tells_which_funds_stay_behind(store):
    first, second = add_unit(store), add_unit(store, "CH2", "Chi hội 2")
    add_member(store, unit_id=first)
    opened = {"opened_on": date(2025, 1, 1)}
    open_fund(store, "Quỹ của Hội", cash=9_000, **opened)
    open_fund(store, "Chân quỹ Chi hội 2", cash=70_000, unit_id=second, **opened)
    order = MergeOrder(unit_ids=(second,), on=AFTER, into=first)
    [warning] = plan_change(store, order).warnings
    assert "Chân quỹ Chi hội 2 (70.000 đồng)" in warning
    assert "Quỹ của Hội" not in warning
    change_units(store, order)
    held = {line.unit.code: line.held_dong for line in units.list_unit_lines(store, AFTER)}
    assert (held["CH1"], held["CH2"]) == (None, 70_000)
    kept = MergeOrder(unit_ids=(first,), on=AFTER, into=NewUnit("Chi hội Đông", "CH9"))
    assert plan_change(store, kept).warnings == ()


def test_the_plan_tells_of_work_that_stays_undone(store):
    first, second = add_unit(store), add_unit(store, "CH2", "Chi hội 2")
    item = an_item(store, a_task(store))
    hand_out(store, item, first)
    hand_out(store, item, second)
    hand_out(store, an_item(store, a_task(store, "Làm đẹp phố"), "Nhặt rác"), second, done_on=END)
    order = MergeOrder(unit_ids=(second,), on=AFTER, into=first)
    [warning] = plan_change(store, order).warnings
    assert "còn việc chưa xong: Chi hội 2 (1 việc). Việc ấy giữ nguyên" in warning
    change_units(store, order)
    with store.reading() as session:
        assert [one.unit_id for one in list_assignments(session)] == [first, second, second]
