"""Holidays in a store: there from the beginning, added in runs, corrected, taken out."""

from datetime import date

import pytest

from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.holidays import announced_holidays
from ccb_desktop.operations import holidays
from ccb_desktop.operations.undo import undo


def test_a_new_branch_begins_with_the_announced_days(store):
    known = [(one.day_on, one.name) for one in holidays.list_holidays(store)]
    assert known == sorted((one.day_on, one.name) for one in announced_holidays())
    assert holidays.load_calendar(store).knows_new_year_of(2026)


def test_a_run_is_one_act(store):
    before = holidays.list_holidays(store)
    change = holidays.save_run(store, "Tết Mậu Thân", date(2028, 1, 25), date(2028, 1, 31))
    added = [one.day_on for one in holidays.list_holidays(store) if one.day_on.year == 2028]
    assert added == [date(2028, 1, day) for day in (25, 26, 27, 28, 31)]
    undo(store, change.action_id)
    assert holidays.list_holidays(store) == before


def test_a_run_over_a_known_day_is_refused_whole(store):
    before = holidays.list_holidays(store)
    with pytest.raises(Invalid, match="16/02/2026"):
        holidays.save_run(store, "Tết", date(2026, 2, 13), date(2026, 2, 20))
    assert holidays.list_holidays(store) == before


def test_days_are_corrected_taken_out_and_brought_back(store):
    first, second, *rest = holidays.list_holidays(store)
    moved = holidays.Holiday(id=first.id, day_on=date(2025, 1, 24), name="Tết")
    holidays.save_holiday(store, moved)
    assert holidays.list_holidays(store)[0] == moved
    holidays.remove_holidays(store, [moved, second])
    assert holidays.list_holidays(store) == rest
    holidays.add_announced(store)
    assert len(holidays.list_holidays(store)) == len(rest) + 2
    assert holidays.add_announced(store).action_id == 0
