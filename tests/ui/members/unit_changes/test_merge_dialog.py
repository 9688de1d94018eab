"""Gộp đơn vị by key and mouse: choose rows, say into what, see the plan, do it, undo it."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from ccb_desktop.operations.members.people import list_members
from ccb_desktop.operations.members.units import list_units
from tests.operations.members.rows import all_rows
from tests.ui.hands import button, click, press
from tests.ui.members.officer import choose, dialogs, fault, write
from tests.ui.members.unit_changes.windows import (
    can_take,
    choose_units,
    go_back,
    go_on,
    plan_rows,
    take_act,
    told,
)

TODAY = date.today()


def unit(store, name):
    return next(u for u in list_units(store) if u.name == name)


def people_in(store, unit_id, on=TODAY):
    found = (m for m in list_members(store, on) if m.status in ("ACTIVE", "EXEMPT"))
    return sum(m.unit_id == unit_id for m in found)


@pytest.fixture
def window(units_page):
    choose_units(units_page, "Chi hội 1", "Chi hội 2")
    return take_act(units_page, "Gộp, tách", "Gộp đơn vị")


def test_the_act_needs_several_units_of_one_kind(units_page):
    choose_units(units_page, "Chi hội 1")
    assert not can_take(units_page, "Gộp đơn vị")
    choose_units(units_page, "Chi hội 1", "CLB Cựu quân nhân phường")
    assert not can_take(units_page, "Gộp đơn vị")
    choose_units(units_page, "Chi hội 1", "Chi hội 2")
    assert can_take(units_page, "Gộp đơn vị")


def test_two_chi_hoi_become_a_new_one_and_it_is_undone(units_page, store, window):
    before = all_rows(store)
    both = people_in(store, 1) + people_in(store, 2)
    choose(window, "into", "Lập chi hội mới")
    assert window.form.field("code").value() == "CH4"
    write(window, "name", "Chi hội Bờ Kênh")
    go_on(window)
    assert f"{both} hội viên chuyển" in told(window)[1]
    assert len([row for row in plan_rows(window) if row[0] == "Chuyển đơn vị"]) == both
    assert all_rows(store) == before
    go_on(window)
    assert dialogs() == []
    made = unit(store, "Chi hội Bờ Kênh")
    assert people_in(store, made.id) == both
    assert [p.name for p in list_units(store) if p.parent_id == made.id] == [
        *("Phân hội A", "Phân hội B")
    ]
    assert made.id in [line.unit.id for line in units_page.table.seen_lines()]
    click(button(units_page.undo_bar, "Hoàn tác"))
    assert all_rows(store) == before


def test_one_takes_the_other_in_and_phan_hoi_may_end(store, window):
    choose(window, "into", "Chi hội 2 (nhận các đơn vị kia)")
    assert not window.form.field("name").isVisible()
    choose(window, "parts", "Thôi phân hội, mọi người về thẳng chi hội")
    go_on(window)
    go_on(window)
    assert unit(store, "Chi hội 1").ended_on is not None
    assert [p.name for p in list_units(store) if p.parent_id == 2] == []


def test_what_is_missing_is_told_beside_its_field(window):
    go_on(window)
    assert fault(window, "into") == "Chưa chọn gộp thành."
    choose(window, "into", "Lập chi hội mới")
    go_on(window)
    assert fault(window, "name") == "Chưa ghi tên đơn vị mới."
    write(window, "name", "Chi hội Rạch Cát")
    write(window, "on", "1/1/2999")
    go_on(window)
    assert "chưa đến" in fault(window, "on")
    write(window, "on", "1/1/2026")
    go_on(window)
    assert fault(window, "name") == "Đã có đơn vị mang tên này."


def test_going_back_keeps_what_was_said_and_leaving_writes_nothing(store, window):
    before = all_rows(store)
    choose(window, "into", "Chi hội Rạch Cát")
    go_on(window)
    go_back(window)
    assert window.form.field("into").value() == 3
    press(window, Qt.Key.Key_Escape)
    assert dialogs() == []
    assert all_rows(store) == before
