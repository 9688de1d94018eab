"""The book of activities on a real store: recorded, corrected, taken out, undone."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from ccb_desktop.domain.activities.activities import Activity, ActivityKind
from ccb_desktop.domain.errors import AlreadyDone, Invalid, NotFound
from ccb_desktop.operations.activities import activities
from ccb_desktop.operations.undo import undo
from tests.books import add_unit, contents

TODAY = date.today()
DAY = date(2026, 3, 5)


def an_activity(name="Sinh hoạt Chi hội 1 tháng 3", **more):
    values = {"held_on": DAY, "kind": ActivityKind.UNIT_MEETING.value, **more}
    return Activity(name=name, **values)


def listed(store, from_on=date(2026, 1, 1), to_on=TODAY):
    return activities.list_activities(store, from_on, to_on)


def test_an_activity_is_recorded_corrected_and_undone(store):
    unit = add_unit(store)
    change = activities.save_activity(store, an_activity(unit_id=unit, members_present=21))
    assert change.kinds == {"activities"}
    (line,) = listed(store)
    assert (line.kind_name, line.unit_name) == ("Sinh hoạt chi hội", "Chi hội 1")
    assert line.activity.members_present == 21
    before = contents(store)["activities"]
    renamed = an_activity("  Họp bất thường ", id=line.activity.id, quantity=None, measure="cờ")
    later = activities.save_activity(store, renamed)
    (line,) = listed(store)
    assert (line.activity.name, line.activity.measure) == ("Họp bất thường", "")
    assert line.unit_name == "Hội"
    undo(store, later.action_id)
    assert contents(store)["activities"] == before
    undo(store, change.action_id)
    assert listed(store) == []


def test_one_form_records_once(store):
    activities.save_activity(store, an_activity(), "form-1")
    with pytest.raises(AlreadyDone):
        activities.save_activity(store, an_activity(), "form-1")
    assert len(listed(store)) == 1


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"name": " "}, "name"),
        ({"held_on": TODAY + timedelta(1)}, "held_on"),
        ({"to_on": DAY - timedelta(1)}, "to_on"),
        ({"sessions": 0}, "sessions"),
        ({"opinions": -1}, "opinions"),
        ({"quantity": Decimal(3)}, "measure"),
    ],
)
def test_what_cannot_be_kept_leaves_nothing_behind(store, changed, field):
    with pytest.raises(Invalid) as told:
        activities.save_activity(store, an_activity(**changed))
    assert set(told.value.fields) == {field}
    assert listed(store) == []


def test_several_are_taken_out_in_one_act(store):
    for number in range(3):
        activities.save_activity(store, an_activity(f"Buổi {number}"))
    ids = [line.activity.id for line in listed(store)]
    change = activities.remove_activities(store, ids[:2])
    assert [line.activity.name for line in listed(store)] == ["Buổi 0"]
    with pytest.raises(NotFound):
        activities.load_activity(store, ids[0])
    undo(store, change.action_id)
    assert len(listed(store)) == 3


def test_only_the_days_asked_for_are_listed(store):
    activities.save_activity(store, an_activity("Tháng ba"))
    activities.save_activity(store, an_activity("Tháng tư", held_on=date(2026, 4, 1)))
    names = [line.activity.name for line in listed(store, DAY, DAY)]
    assert names == ["Tháng ba"]
