"""The plan is handed out in one step, mended and taken back."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from ccb_desktop.domain.activities.activities import Activity
from ccb_desktop.domain.errors import Conflict, Invalid
from ccb_desktop.domain.members.units import Post, UnitKind
from ccb_desktop.domain.tasks.assignments import Clear
from ccb_desktop.domain.tasks.periods import Recurrence, TaskPeriod
from ccb_desktop.operations.activities import activities
from ccb_desktop.operations.members import units
from ccb_desktop.operations.tasks import handing_out, plan
from ccb_desktop.operations.undo import undo
from tests.books import add_unit, day
from tests.plans import a_task, an_item

YEAR = date.today().year


def handed(store, items, kind=UnitKind.CHI_HOI, year=YEAR):
    """Hand items to all units of a kind, as the window does; gives the change."""
    whom = [one for one in handing_out.list_receivers(store, year).units if one.unit.kind is kind]
    proposed = handing_out.propose(store, year, [item.id for item in items], whom)
    return handing_out.hand_out(store, year, [one.assignment for one in proposed])


def test_items_go_to_all_chi_hoi_with_their_heads_in_one_act(filled):
    units.save_post(filled, Post(person_id=5, title="Chi hội trưởng", unit_id=1))
    task = a_task(filled, year=YEAR)
    item = an_item(filled, task, recurrence=Recurrence.QUARTER)
    change = handed(filled, [item])
    lines = plan.list_handed_out(filled, YEAR)
    assert [(one.unit_code, one.assignment.period.label) for one in lines] == [
        (code, f"Quý {n}") for n in (1, 2, 3, 4) for code in ("CH1", "CH2")
    ]
    first = lines[0]
    assert first.assignment.responsible == "Trần Văn Bình 5"
    assert (first.assignment.due_on, first.assignment.target) == (date(YEAR, 3, 31), Decimal(4))
    assert first.lacking == (Clear.WHERE,)
    assert handing_out.propose(filled, YEAR, [item.id], _units(filled)) == []
    undo(filled, change.action_id)
    assert plan.list_handed_out(filled, YEAR) == []


def _units(store):
    found = handing_out.list_receivers(store, YEAR).units
    return [one for one in found if one.unit.kind is UnitKind.CHI_HOI]


def test_units_that_ended_before_the_year_are_not_asked(store):
    add_unit(store)
    add_unit(store, "CH2", "Chi hội 2", ended_on=day("30/6/2025"), contact_name="Lê Văn Tám")
    assert [one.name for one in handing_out.list_receivers(store, 2026).units] == ["Chi hội 1"]
    found = handing_out.list_receivers(store, 2025).units
    assert [(one.name, one.responsible) for one in found] == [
        ("Chi hội 1", ""),
        ("Chi hội 2", "Lê Văn Tám"),
    ]


def test_members_of_the_board_and_others_can_be_asked(filled):
    units.save_post(filled, Post(person_id=6, title="Phó Chủ tịch"))
    board = {one.name: one for one in handing_out.list_receivers(filled, YEAR).board}
    one = board["Trần Văn Bình 6 (Phó Chủ tịch)"]
    item = an_item(filled, a_task(filled, year=YEAR))
    whom = [one, handing_out.member_receiver(filled, 7)]
    proposed = handing_out.propose(filled, YEAR, [item.id], whom)
    handing_out.hand_out(filled, YEAR, [one.assignment for one in proposed])
    lines = plan.list_handed_out(filled, YEAR)
    assert {line.who for line in lines} == {"Trần Văn Bình 6", "Trần Văn Bình 7"}


def test_the_last_place_of_a_unit_is_proposed(filled):
    task = a_task(filled, year=YEAR)
    handed(filled, [an_item(filled, task, "Treo cờ")])
    line = plan.list_handed_out(filled, YEAR)[0]
    handing_out.save_assignment(filled, replace(line.assignment, place=" Phố Ga "))
    places = {one.name: one.place for one in handing_out.list_receivers(filled, YEAR).units}
    assert places[line.unit_name] == "Phố Ga"


def test_overlaps_are_told_before_handing_out(filled):
    item = an_item(filled, a_task(filled, year=YEAR), "Vệ sinh đường")
    whom = [replace(one, place="Phố Ga") for one in _units(filled)]
    proposed = handing_out.propose(filled, YEAR, [item.id], whom)
    (found,) = handing_out.warnings(handing_out.known_lines(filled, YEAR), YEAR, proposed)
    assert {found.first.who, found.second.who} == {"Chi hội 1", "Chi hội 2"}


def test_nothing_and_the_same_twice_are_refused(filled):
    item = an_item(filled, a_task(filled, year=YEAR))
    with pytest.raises(Invalid):
        handing_out.hand_out(filled, YEAR, [])
    proposed = handing_out.propose(filled, YEAR, [item.id], _units(filled))
    twice = [proposed[0].assignment, proposed[0].assignment]
    with pytest.raises(Conflict):
        handing_out.hand_out(filled, YEAR, twice)
    assert plan.list_handed_out(filled, YEAR) == []


def test_an_assignment_is_mended_but_not_into_another(filled):
    item = an_item(filled, a_task(filled, year=YEAR), recurrence=Recurrence.HALF)
    handed(filled, [item])
    first, *_others = plan.list_handed_out(filled, YEAR)
    done = replace(first.assignment, done_on=date(YEAR, 1, 2), responsible="Lê Văn Tám")
    handing_out.save_assignment(filled, done)
    mended = plan.list_handed_out(filled, YEAR)[0].assignment
    assert (mended.responsible, mended.done_on) == ("Lê Văn Tám", None)
    with pytest.raises(Conflict):
        handing_out.save_assignment(filled, replace(mended, period=TaskPeriod(Recurrence.HALF, 2)))


def test_many_are_mended_at_once_and_what_is_empty_stays(filled):
    handed(filled, [an_item(filled, a_task(filled, year=YEAR))])
    ids = [line.id for line in plan.list_handed_out(filled, YEAR)]
    with pytest.raises(Invalid):
        handing_out.mend_many(filled, ids)
    handing_out.mend_many(filled, ids, place="Hội trường phường", due_on=date(YEAR, 6, 1))
    for line in plan.list_handed_out(filled, YEAR):
        assert line.assignment.place == "Hội trường phường"
        assert line.assignment.due_on == date(YEAR, 6, 1)
        assert line.assignment.target == Decimal(4)


def test_what_was_handed_out_is_withdrawn(filled):
    handed(filled, [an_item(filled, a_task(filled, year=YEAR))])
    first, second = plan.list_handed_out(filled, YEAR)
    handing_out.withdraw_assignments(filled, [first.id])
    assert [line.id for line in plan.list_handed_out(filled, YEAR)] == [second.id]


def test_an_activity_stays_when_the_task_it_served_is_withdrawn(filled):
    item = an_item(filled, a_task(filled, year=YEAR))
    handed(filled, [item])
    served = plan.list_handed_out(filled, YEAR)[0].id
    activity = Activity(held_on=date(YEAR, 1, 1), kind="OTHER", name="Họp", assignment_id=served)
    own = activities.record_activity(filled, activity)[1].id
    change = handing_out.withdraw_assignments(filled, [served])
    assert activities.load_activity(filled, own).assignment_id is None
    undo(filled, change.action_id)
    assert activities.load_activity(filled, own).assignment_id == served
