"""Many people in a real store: one act, one line of history, one step to undo, few statements."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import event as sql_event

from ccb_desktop.domain.bulk.edits import BulkEdit, Way, plan_edit
from ccb_desktop.domain.bulk.events import plan_events
from ccb_desktop.domain.code_lists import Code
from ccb_desktop.domain.errors import Conflict, Invalid, NotFound
from ccb_desktop.domain.members.memberships import (
    EventKind,
    Membership,
    MembershipEvent,
    MembershipKind,
)
from ccb_desktop.domain.own_fields import OwnField, OwnKind
from ccb_desktop.domain.partial_dates import PartialDate
from ccb_desktop.operations import branch, undo
from ccb_desktop.operations.members import bulk, own_fields, people
from ccb_desktop.operations.members.events import enter_club
from ccb_desktop.operations.members.units import list_units
from tests.books import a_person, add_club, add_member, add_unit, contents, day, names_on_roll

TODAY = date(2026, 6, 5)
EVERYBODY = range(1, 13)


@pytest.fixture
def units(filled):
    """The ids of both chi hội."""
    return tuple(one.id for one in list_units(filled) if one.code in {"CH1", "CH2"})


def planned(store, edit, ids=EVERYBODY):
    return plan_edit(edit, bulk.load_subjects(store, list(ids)), TODAY)


def decided(store, decision, ids=EVERYBODY):
    return plan_events(decision, bulk.load_candidates(store, list(ids)))


def decision(kind, **more):
    return MembershipEvent(kind=kind, happened_on=day("1/6/2026"), **more)


def person(store, person_id):
    return people.load_person_file(store, person_id).person


def records(store):
    """The books without the history and what is worked out, whose row numbers do not count."""
    kept = contents(store)
    beside = ("actions", "record_changes", "standings", "sqlite_sequence")
    return {name: rows for name, rows in kept.items() if name not in beside}


def standings(store):
    return {row[:-1] for row in contents(store)["standings"]}


@pytest.mark.parametrize(
    "edit",
    [
        BulkEdit("street_group", "Tổ 9"),
        BulkEdit("born_on", PartialDate(1950, 5)),
        BulkEdit("tags", ("Hiến máu",), Way.ADD),
        BulkEdit("periods", ("CAMBODIA",), Way.ADD),
        BulkEdit("insurance_entitled", True),
        BulkEdit("party_badge", 50),
        BulkEdit("card_issued_on", PartialDate(2026)),
        BulkEdit("admission_category", 3),
        BulkEdit("citizen_id", ""),
        BulkEdit("sort_by_first_word", True),
    ],
)
def test_done_and_undone_as_one_act(filled, units, edit):
    before, stood = records(filled), standings(filled)
    acts = len(undo.list_actions(filled))
    plan = planned(filled, edit)
    change = bulk.edit_many(filled, plan)
    newest = undo.list_actions(filled)[0]
    assert (newest.label, newest.changes) == (plan.act, len(plan.changes))
    assert len(undo.list_actions(filled)) == acts + 1
    again = planned(filled, edit)
    assert (again.changes, again.unchanged) == ((), len(EVERYBODY))
    undo.undo(filled, change.action_id)
    assert records(filled) == before
    assert standings(filled) == stood


@pytest.fixture
def own(filled):
    """A field of the branch's own, of which something is said of three people."""
    own_fields.save_own_field(filled, OwnField(label="Số con", kind=OwnKind.NUMBER))
    own_fields.save_own_field(filled, OwnField(label="Biển số xe"))
    for number, texts in ((1, {1: "3", 2: "43-H1"}), (2, {1: "5"}), (3, {1: "5"})):
        people.save_person(filled, person(filled, number), own=texts)
    return own_fields.list_own_fields(filled)[0]


def told(store, field):
    texts = own_fields.load_all_own_texts(store)
    return {one: said[field.id] for one, said in texts.items() if field.id in said}


@pytest.mark.parametrize(
    ("value", "expected", "concerned"),
    [(5, dict.fromkeys(EVERYBODY, "5"), 10), (None, {}, 3), (3, dict.fromkeys(EVERYBODY, "3"), 11)],
)
def test_an_own_field_of_many_is_done_and_undone_as_one_act(
    filled, own, value, expected, concerned
):
    before, acts = records(filled), len(undo.list_actions(filled))
    edit = BulkEdit(own.name, value, own=own)
    plan = planned(filled, edit)
    change = bulk.edit_many(filled, plan)
    newest = undo.list_actions(filled)[0]
    assert told(filled, own) == expected
    assert own_fields.load_own_texts(filled, 1)[2] == "43-H1"
    assert (newest.label, newest.changes) == (f"Sửa Số con của {concerned} người", concerned)
    assert len(undo.list_actions(filled)) == acts + 1
    assert "own_values" in change.kinds
    assert planned(filled, edit).unchanged == len(EVERYBODY)
    undo.undo(filled, change.action_id)
    assert records(filled) == before


@pytest.mark.parametrize(
    "meanwhile",
    [
        lambda store, own: people.save_person(store, person(store, 4), own={own.id: "9"}),
        lambda store, own: people.save_person(store, person(store, 2), own={own.id: ""}),
        lambda store, own: own_fields.save_own_field(store, replace(own, retired=True)),
    ],
)
def test_an_own_field_changed_meanwhile_is_not_overwritten(filled, own, meanwhile):
    plan = planned(filled, BulkEdit(own.name, 7, own=own))
    meanwhile(filled, own)
    before = contents(filled)
    with pytest.raises(Conflict):
        bulk.edit_many(filled, plan)
    assert contents(filled) == before


def test_the_order_of_names_follows_the_name(filled, units):
    bulk.edit_many(filled, planned(filled, BulkEdit("sort_by_first_word", True)))
    moved = contents(filled)["persons"]
    people.save_person(filled, person(filled, 1))
    assert contents(filled)["persons"] == moved


def test_nobody_to_change_is_told_and_leaves_no_act(filled, units):
    before = contents(filled)
    with pytest.raises(Invalid):
        bulk.edit_many(filled, planned(filled, BulkEdit("street_group", "")))
    assert contents(filled) == before


def test_what_was_changed_meanwhile_is_not_overwritten(filled, units):
    plan = planned(filled, BulkEdit("street_group", "Tổ 9"))
    people.save_person(filled, replace(person(filled, 3), street_group="Tổ 2"))
    before = contents(filled)
    with pytest.raises(Conflict):
        bulk.edit_many(filled, plan)
    assert contents(filled) == before


def test_somebody_who_is_not_there_is_told(filled, units):
    with pytest.raises(NotFound):
        bulk.load_subjects(filled, [1, 999])


def test_one_person_chosen_twice_is_one(filled, units):
    assert len(bulk.load_subjects(filled, [2, 1, 2])) == 2


def statements_of(store, act):
    counted = []

    def note(_connection, _cursor, statement, *_rest):
        counted.append(statement)

    sql_event.listen(store.engine, "before_cursor_execute", note)
    try:
        act()
    finally:
        sql_event.remove(store.engine, "before_cursor_execute", note)
    return len(counted)


def test_the_number_of_statements_for_an_own_field_does_not_grow_either(filled, own):
    few = planned(filled, BulkEdit(own.name, 9, own=own), [1, 4])
    counted = statements_of(filled, lambda: bulk.edit_many(filled, few))
    many = planned(filled, BulkEdit(own.name, 9, own=own))
    assert statements_of(filled, lambda: bulk.edit_many(filled, many)) <= counted


def test_the_number_of_statements_does_not_grow_with_the_people(filled, units):
    few = planned(filled, BulkEdit("street_group", "Tổ 9"), [1, 2])
    few_edited = statements_of(filled, lambda: bulk.edit_many(filled, few))
    newest = undo.list_actions(filled)[0].id
    few_undone = statements_of(filled, lambda: undo.undo(filled, newest))
    many = planned(filled, BulkEdit("street_group", "Tổ 9"))
    assert statements_of(filled, lambda: bulk.edit_many(filled, many)) == few_edited
    last = undo.list_actions(filled)[0].id
    assert statements_of(filled, lambda: undo.undo(filled, last)) == few_undone


@pytest.mark.parametrize(
    "kind", [EventKind.EXEMPTED, EventKind.SUSPENDED, EventKind.TRANSFERRED_OUT, EventKind.RESIGNED]
)
def test_a_decision_is_recorded_and_undone_as_one_act(filled, units, kind):
    before, stood = records(filled), standings(filled)
    plan = decided(filled, decision(kind, decision_no="7/QĐ"))
    assert plan.refusals
    change = bulk.record_for_many(filled, plan)
    lines = {line.person_id: line for line in people.list_members(filled, TODAY)}
    single = EventKind(kind)
    assert all(lines[one.person.id].since == date(2026, 6, 1) for one in plan.events)
    assert {e.kind for e in people.load_person_file(filled, 9).events} == {single}
    assert undo.list_actions(filled)[0].label == plan.act
    undo.undo(filled, change.action_id)
    assert records(filled) == before
    assert standings(filled) == stood


def test_twelve_from_a_club_are_admitted_by_one_decision(store):
    unit, club = add_unit(store), add_club(store)
    for number in range(12):
        _enter_club(store, f"Lê Thị {number}", club)
    before = records(store)
    entry = decision(EventKind.ADMITTED, unit_id=unit, decision_no="3/QĐ")
    plan = decided(store, entry, range(1, 13))
    change = bulk.record_for_many(store, plan)
    assert change.label == "Ghi kết nạp: 12 người"
    lines = people.list_members(store, TODAY)
    assert [(line.unit_id, str(line.joined_on)) for line in lines] == [(unit, "01/06/2026")] * 12
    undo.undo(store, change.action_id)
    assert records(store) == before
    assert people.list_members(store, TODAY) == []


def _enter_club(store, name, club):
    enter_club(store, a_person(name), Membership(kind=MembershipKind.CLUB, unit_id=club))


def test_a_move_of_many_and_figures_of_the_day_before(filled, units):
    first, second = units
    plan = decided(filled, decision(EventKind.MOVED_UNIT, unit_id=second))
    bulk.record_for_many(filled, plan)
    moved = {one.person.id for one in plan.events}
    lines = people.list_members(filled, TODAY)
    assert {line.person_id for line in lines if line.unit_id == second} >= moved
    earlier = people.list_members(filled, date(2026, 5, 31))
    assert {line.unit_id for line in earlier if line.person_id in moved} == {first}


def test_a_course_that_was_changed_meanwhile_is_not_written_upon(store):
    unit = add_unit(store)
    for name in ("Lê Văn Ba", "Lê Văn Tư"):
        add_member(store, name, unit)
    plan = decided(store, decision(EventKind.EXEMPTED), [1, 2])
    bulk.record_for_many(store, decided(store, decision(EventKind.RESIGNED), [2]))
    before = contents(store)
    with pytest.raises(Conflict):
        bulk.record_for_many(store, plan)
    assert contents(store) == before


def test_a_decision_for_nobody_is_told_with_the_reasons(filled, units):
    with pytest.raises(Invalid, match="Không ghi được cho ai"):
        bulk.record_for_many(filled, decided(filled, decision(EventKind.RESUMED), [5, 6]))
    assert len(names_on_roll(filled)) == 12


def test_a_tag_removed_from_the_list_is_taken_off_and_comes_back_with_it(filled, units):
    for label in ("Hiến máu", "Hiến máu nhiều lần"):
        branch.save_code(filled, Code(list_name="TAG", code="", label=label))
    tags = ("Hiến máu", "Hiến máu nhiều lần")
    bulk.edit_many(filled, planned(filled, BulkEdit("tags", tags[:1]), range(1, 6)))
    bulk.edit_many(filled, planned(filled, BulkEdit("tags", tags[1:], Way.ADD), range(4, 9)))
    before = records(filled)
    (code,) = [c for c in branch.list_codes(filled, "TAG") if c.label == tags[0]]
    removed = branch.remove_code(filled, code)
    borne = [person(filled, n).tags for n in range(1, 9)]
    assert borne == [frozenset()] * 3 + [{tags[1]}] * 5
    undo.undo(filled, removed.action_id)
    assert records(filled) == before
