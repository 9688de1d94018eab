"""Inspections on a real store: entered, listed until mended, mended."""

from datetime import date, timedelta

import pytest

from ccb_desktop.domain.activities.activities import Activity, ActivityKind
from ccb_desktop.domain.errors import Invalid
from ccb_desktop.operations.activities import inspections
from ccb_desktop.operations.activities.activities import save_activity
from ccb_desktop.operations.home import overview
from ccb_desktop.operations.undo import undo
from tests.books import add_unit

TODAY = date.today()
DAY = date(2026, 3, 5)


def a_visit(name="Kiểm tra Chi hội 1", kind=ActivityKind.INSPECTION, **more):
    return Activity(**({"held_on": DAY, "kind": kind.value, "name": name} | more))


def names(store, first=TODAY, last=TODAY):
    return [line.activity.name for line in inspections.list_inspections(store, first, last)]


def waiting(store):
    return [one for one in overview(store, TODAY).waiting if one.page == "tasks"]


def test_what_is_to_be_mended_is_shown_until_it_is(store):
    unit = add_unit(store)
    lack = a_visit(unit_id=unit, lessons="Lập lại sổ", fix_by_on=TODAY - timedelta(1))
    inspections.save_inspection(store, lack)
    inspections.save_inspection(store, a_visit("Giám sát vỉa hè", ActivityKind.SUPERVISION))
    save_activity(store, a_visit("Họp", ActivityKind.BOARD_MEETING))
    assert names(store) == ["Kiểm tra Chi hội 1"]
    assert names(store, DAY, DAY) == ["Giám sát vỉa hè", "Kiểm tra Chi hội 1"]
    (one,) = waiting(store)
    assert (one.count, "1 đã quá hạn" in one.sentence) == (1, True)
    line = inspections.list_inspections(store, TODAY, TODAY)[0]
    with pytest.raises(Invalid):
        inspections.note_fixed(store, [line.activity.id], DAY - timedelta(1))
    change = inspections.note_fixed(store, [line.activity.id], TODAY)
    assert (names(store), waiting(store)) == ([], [])
    undo(store, change.action_id)
    assert names(store) == ["Kiểm tra Chi hội 1"]


def test_each_lack_is_counted_and_each_overdue_one(store):
    for days in (-2, -1, 0, 1, 30):
        lack = a_visit(lessons="Lập lại sổ", fix_by_on=TODAY + timedelta(days))
        inspections.save_inspection(store, lack)
    (one,) = waiting(store)
    assert (one.count, "2 đã quá hạn" in one.sentence) == (5, True)


def test_a_day_of_mending_without_a_lack_is_refused(store):
    with pytest.raises(Invalid) as refused:
        inspections.save_inspection(store, a_visit(fix_by_on=TODAY))
    assert set(refused.value.fields) == {"lessons"}
    assert names(store, DAY, DAY) == []
