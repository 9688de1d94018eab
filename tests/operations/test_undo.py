"""Undo: every act taken back exactly, and again forward; newer work is never overwritten."""

from dataclasses import replace

import pytest

from ccb_desktop.domain.errors import Conflict, NotFound
from ccb_desktop.domain.members.memberships import EventKind
from ccb_desktop.operations import checking
from ccb_desktop.operations.members import people, units
from ccb_desktop.operations.members.events import record_event
from ccb_desktop.operations.undo import list_actions, undo
from tests.books import add_event, add_member, add_unit, contents, day, names_on_roll

HISTORY = ("actions", "record_changes", "sqlite_sequence")


def books(store):
    """Everything but the history, standings without their own numbers."""
    found = {table: rows for table, rows in contents(store).items() if table not in HISTORY}
    found["standings"] = sorted(str(row[:-1]) for row in found["standings"])
    return found


def test_every_act_is_taken_back_and_brought_again(store):
    states = [books(store)]
    first, second = add_unit(store), add_unit(store, "CH2", "Chi hội 2")
    states += [None, books(store)]
    steps = [
        lambda: add_member(store, unit_id=first, form_id="một"),
        lambda: add_event(store, 1, EventKind.MOVED_UNIT, "2/2025", unit_id=second),
        lambda: add_event(store, 1, EventKind.EXEMPTED, "3/2025", until_on=day("4/2025")),
        lambda: people.save_person(
            store, people.load_person_file(store, 1).person.__class__(id=1, full_name="Đổi tên")
        ),
        lambda: add_event(store, 1, EventKind.DECEASED, "19/5/2025"),
    ]
    for step in steps:
        step()
        states.append(books(store))
    acts = [action.id for action in reversed(list_actions(store))][1:]
    undoing = []
    for act, state in zip(reversed(acts[2:]), reversed(states[2:-1]), strict=True):
        undoing.append(undo(store, act).action_id)
        assert books(store) == state
    for act, state in zip(reversed(undoing), states[3:], strict=True):
        undo(store, act)
        assert books(store) == state
    assert checking.check(store, deep=True)["ok"]


def test_an_undone_act_is_marked_and_is_not_undone_twice(store):
    added = add_member(store)
    undone = undo(store, added.action_id)
    shown = {action.id: action for action in list_actions(store)}
    assert shown[added.action_id].undone_by == undone.action_id
    assert shown[undone.action_id].label == "Hoàn tác: Thêm hội viên: Nguyễn Văn An"
    with pytest.raises(Conflict, match="hoàn tác"):
        undo(store, added.action_id)
    again = undo(store, undone.action_id)
    assert again.label == "Làm lại: Thêm hội viên: Nguyễn Văn An"
    assert {a.id: a.undone_by for a in list_actions(store)}[added.action_id] is None
    assert names_on_roll(store) == ["Nguyễn Văn An"]
    assert undo(store, again.action_id).label == undone.label


def test_newer_work_on_the_same_record_is_not_overwritten(filled):
    first = people.load_person_file(filled, 5).person
    renamed = people.save_person(filled, first.__class__(id=5, full_name="Tên mới"))
    people.save_person(filled, first.__class__(id=5, full_name="Tên mới hơn"))
    before = contents(filled)
    with pytest.raises(Conflict, match="sửa tiếp sau đó: “Sửa hồ sơ Tên mới hơn” lúc"):
        undo(filled, renamed.action_id)
    assert contents(filled) == before


def test_newer_work_on_another_record_does_not_matter(filled):
    one, other = (people.load_person_file(filled, n).person for n in (5, 6))
    renamed = people.save_person(filled, one.__class__(id=5, full_name="Tên mới"))
    people.save_person(filled, other.__class__(id=6, full_name="Tên khác"))
    undo(filled, renamed.action_id)
    assert people.load_person_file(filled, 5).person.full_name == one.full_name
    assert people.load_person_file(filled, 6).person.full_name == "Tên khác"


def test_what_others_point_to_by_now_stays(store):
    unit = add_unit(store)
    founding = list_actions(store)[0].id
    add_member(store, unit_id=unit)
    before = contents(store)
    with pytest.raises(Conflict):
        undo(store, founding)
    assert contents(store) == before
    assert [u.name for u in units.list_units(store)] == ["Chi hội 1"]


def test_a_number_that_somebody_else_has_by_now_stays_his(store):
    added = add_member(store, citizen_id="012345678901")
    undone = undo(store, added.action_id)
    add_member(store, "Người khác", citizen_id="012345678901")
    before = contents(store)
    with pytest.raises(Conflict, match="dùng lại số"):
        undo(store, undone.action_id)
    assert contents(store) == before


def test_an_act_that_is_not_there(store):
    with pytest.raises(NotFound):
        undo(store, 999)


def test_the_correction_of_an_event_is_taken_back(store):
    first = add_unit(store)
    add_member(store, unit_id=first)
    add_event(store, 1, EventKind.EXEMPTED, "3/2025", until_on=day("4/2025"))
    before = books(store)
    [event] = people.load_person_file(store, 1).events
    corrected = record_event(store, replace(event, until_on=day("9/2025"), note="gia hạn"))
    assert books(store) != before
    undo(store, corrected.action_id)
    assert books(store) == before
