"""What inspections find: open, overdue, mended; what waits on the first page."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from ccb_desktop.domain.activities.activities import Activity
from ccb_desktop.domain.activities.inspections import (
    FixState,
    check_inspection,
    fix_state,
    fix_told,
    fixes_waiting,
)
from ccb_desktop.domain.errors import Invalid

DAY = date(2026, 10, 1)
VISIT = Activity(held_on=DAY, kind="INSPECTION", name="Kiểm tra", lessons="Lập lại sổ")


def test_it_is_open_up_to_its_day_and_overdue_after_it():
    visit = replace(VISIT, fix_by_on=DAY + timedelta(9))
    assert fix_state(visit, DAY + timedelta(9)) is FixState.OPEN
    assert fix_state(visit, DAY + timedelta(10)) is FixState.OVERDUE
    assert fix_told(visit, DAY) == "Chưa xong, hạn 10/10/2026"
    fixed = replace(visit, fixed_on=DAY + timedelta(20))
    assert fix_state(fixed, DAY + timedelta(30)) is FixState.FIXED
    assert fix_told(fixed, DAY) == "✔ Đã xong 21/10/2026"
    assert (fix_state(VISIT, DAY), fix_told(VISIT, DAY)) == (FixState.NOTHING, "")


def test_a_day_of_mending_says_what_is_to_be_mended():
    check_inspection(replace(VISIT, fix_by_on=DAY))
    with pytest.raises(Invalid) as refused:
        check_inspection(replace(VISIT, lessons="", fix_by_on=DAY - timedelta(1)))
    assert set(refused.value.fields) == {"lessons", "fix_by_on"}


def test_what_is_open_waits():
    assert fixes_waiting(0, 0) == ()
    (one,) = fixes_waiting(3, 1)
    assert (one.count, one.page, one.filters["tab"]) == (3, "tasks", "inspections")
    assert one.sentence.endswith("trong đó 1 đã quá hạn")
    assert "quá hạn" not in fixes_waiting(2, 0)[0].sentence
