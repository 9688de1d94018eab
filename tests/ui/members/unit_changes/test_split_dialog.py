"""Tách đơn vị by key and mouse: filter, choose people, give them to units, see the plan."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

from ccb_desktop.operations.members.people import list_members
from ccb_desktop.operations.members.units import list_units
from tests.ui.hands import button, click, press
from tests.ui.members.officer import CTRL, choose, click_row, count, fault, pick, write
from tests.ui.members.unit_changes.windows import choose_units, go_on, plan_rows, take_act, told

TODAY = date.today()


@pytest.fixture
def window(units_page):
    choose_units(units_page, "Chi hội 1")
    return take_act(units_page, "Gộp, tách", "Tách đơn vị")


def give(window):
    click(button(window.people, "Đưa sang đơn vị này"))


def goals(window):
    return [line.goal for line in window.people.seen_lines()]


def unit_id(store, name):
    return next(u.id for u in list_units(store) if u.name == name)


def test_those_of_a_street_group_go_to_a_new_unit_and_some_to_another(store, window):
    everybody = count(window.people)
    boxes = window.people.findChildren(QComboBox)
    street_groups = next(box for box in boxes if box.accessibleName() == "Tổ dân phố")
    pick(street_groups, "Tổ 1")
    some = count(window.people)
    assert 0 < some < everybody
    press(window.people.view, Qt.Key.Key_A, CTRL)
    choose(window, "into", "Lập chi hội mới")
    write(window, "name", "Chi hội Tổ 1")
    give(window)
    assert goals(window) == ["Chi hội Tổ 1 (mới)"] * some
    pick(street_groups, "Tất cả")
    free = next(at for at, goal in enumerate(goals(window)) if not goal)
    click_row(window.people, free)
    choose(window, "into", "Chi hội 2")
    give(window)
    assert sorted(set(goals(window))) == ["", "Chi hội 2", "Chi hội Tổ 1 (mới)"]
    go_on(window)
    assert len([row for row in plan_rows(window) if row[0] == "Chuyển đơn vị"]) == some + 1
    assert any(f"còn {everybody - some - 1} hội viên" in sentence for sentence in told(window))
    go_on(window)
    made = unit_id(store, "Chi hội Tổ 1")
    assert sum(m.unit_id == made for m in list_members(store, TODAY)) == some


def test_somebody_can_be_left_where_he_is(window):
    click_row(window.people, 0)
    choose(window, "into", "Chi hội 2")
    give(window)
    assert goals(window)[0] == "Chi hội 2"
    click(button(window.people, "Để lại"))
    assert set(goals(window)) == {""}
    go_on(window)
    assert window._stack.currentIndex() == 0


def test_all_go_and_the_unit_ends(store, window):
    press(window.people.view, Qt.Key.Key_A, CTRL)
    choose(window, "into", "Chi hội 2")
    give(window)
    choose(window, "ends", "Kết thúc, khi mọi người đã có đơn vị mới")
    go_on(window)
    go_on(window)
    assert next(u for u in list_units(store) if u.id == 1).ended_on is not None


def test_a_new_unit_needs_a_name_and_the_next_one_another_code(window):
    click_row(window.people, 0)
    give(window)
    assert fault(window, "into") == "Chọn đơn vị mà họ chuyển sang."
    choose(window, "into", "Lập chi hội mới")
    give(window)
    assert fault(window, "name") == "Ghi tên đơn vị mới."
    write(window, "name", "Chi hội Một")
    give(window)
    choose(window, "into", "Lập chi hội mới")
    assert window.form.field("code").value() == "CH5"


def test_a_chi_hoi_is_parted_into_phan_hoi(store, window):
    press(window.people.view, Qt.Key.Key_A, CTRL)
    choose(window, "into", "Lập phân hội mới")
    write(window, "name", "Phân hội C")
    give(window)
    go_on(window)
    go_on(window)
    made = next(u for u in list_units(store) if u.name == "Phân hội C")
    assert made.parent_id == 1
    assert sum(m.sub_unit_id == made.id for m in list_members(store, TODAY)) > 10


def test_another_day_shows_who_was_there_then(window):
    there = count(window.people)
    write(window, "on", "1/1/1991")
    assert count(window.people) < there
