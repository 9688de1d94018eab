"""Whether an activity can be kept."""

from datetime import date

import pytest

from ccb_desktop.domain.activities.activities import MOST_COUNT, Activity, check_activity
from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.money import MOST_DONG

DAY, TODAY = date(2026, 3, 5), date(2026, 6, 1)


def an_activity(**more):
    return Activity(**{"held_on": DAY, "kind": "UNIT_MEETING", "name": "Sinh hoạt", **more})


def test_bounds_are_allowed():
    check_activity(an_activity(held_on=TODAY, to_on=TODAY, fixed_on=TODAY), TODAY)
    check_activity(an_activity(members_present=0, opinions=MOST_COUNT, cost_dong=MOST_DONG), TODAY)


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"members_present": MOST_COUNT + 1}, "members_present"),
        ({"youth_present": -1}, "youth_present"),
        ({"people_present": -1}, "people_present"),
        ({"cost_dong": -1}, "cost_dong"),
        ({"cost_dong": MOST_DONG + 1}, "cost_dong"),
        ({"fixed_on": date(2026, 3, 4)}, "fixed_on"),
    ],
)
def test_each_fault_is_told_beside_its_field(more, field):
    with pytest.raises(Invalid) as told:
        check_activity(an_activity(**more), TODAY)
    assert set(told.value.fields) == {field}
