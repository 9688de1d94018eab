"""Commemorative days in a store: there from the beginning, corrected, taken out, brought back."""

import sqlite3
from dataclasses import replace

import pytest

from ccb_desktop.data.migrations import m0004_welfare
from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.visits.care import CommemorativeDay
from ccb_desktop.domain.visits.commemorative import starting_days
from ccb_desktop.operations.undo import undo
from ccb_desktop.operations.visits import commemorative


def without_ids(days):
    return {replace(day, id=None) for day in days}


def test_a_new_branch_begins_with_the_usual_days(store):
    assert without_ids(commemorative.list_commemorative_days(store)) == set(starting_days())


def test_an_older_branch_is_given_the_same_days():
    older = sqlite3.connect(":memory:")
    for made in ("codes (id)", "commemorative_days (name, day, month, lunar, occasion, usually)"):
        older.execute(f"CREATE TABLE {made}")
    older.execute("INSERT INTO codes VALUES (1)")
    (given,) = (one for one in m0004_welfare.STATEMENTS if "INTO commemorative_days" in one)
    older.execute(given)
    found = older.execute("SELECT * FROM commemorative_days").fetchall()
    assert found == [
        (day.name, day.day, day.month, day.lunar, day.occasion, day.usually)
        for day in starting_days()
    ]


def test_days_are_added_corrected_taken_out_and_brought_back(store):
    before = commemorative.list_commemorative_days(store)
    own = CommemorativeDay(name=" Ngày truyền thống ", day=15, month=5)
    commemorative.save_commemorative_day(store, own)
    (added,) = set(commemorative.list_commemorative_days(store)) - set(before)
    assert added.name == "Ngày truyền thống"
    commemorative.save_commemorative_day(store, replace(added, lunar=True, usually="Gặp mặt"))
    change = commemorative.remove_commemorative_days(store, [replace(added), before[0]])
    assert commemorative.list_commemorative_days(store) == before[1:]
    undo(store, change.action_id)
    assert replace(added, lunar=True, usually="Gặp mặt") in commemorative.list_commemorative_days(
        store
    )


def test_a_name_twice_is_refused(store):
    with pytest.raises(Invalid, match="đã có"):
        commemorative.save_commemorative_day(
            store, CommemorativeDay(name="tết nguyên đán", day=1, month=1)
        )
