"""Nhập cả phường cũ, and Kết thúc and Đổi địa chỉ: by key and mouse, seen before it is done."""

import pytest
from PySide6.QtWidgets import QFileDialog

from ccb_desktop.operations.demo_branch import make_demo_branch
from ccb_desktop.operations.members.people import list_members, load_person_file
from ccb_desktop.operations.members.units import list_units
from ccb_desktop.paths import DataFolder
from tests.operations.members.rows import all_rows
from tests.ui.hands import button, click, open_box, settle
from tests.ui.members.officer import choose, dialog, dialogs, fault, write
from tests.ui.members.small_branch import TODAY
from tests.ui.members.unit_changes.windows import (
    choose_units,
    go_on,
    plan_rows,
    take_act,
    told,
)


@pytest.fixture(scope="module")
def old_ward(tmp_path_factory):
    """The store of another branch of forty members."""
    folder = DataFolder(tmp_path_factory.mktemp("phuong-cu"))
    make_demo_branch(folder, members=40).close()
    return folder.store


@pytest.fixture
def window(units_page):
    click(button(units_page, "Nhập cả phường cũ"))
    return dialog("Nhập cả phường cũ")


def in_the_hoi(store):
    return [m for m in list_members(store, TODAY) if m.status in ("ACTIVE", "EXEMPT", "SUSPENDED")]


def choose_file(window, file):
    """Choose a file as the system's window gives it."""
    click(window.choose_button)
    chooser = window.findChild(QFileDialog)
    chooser.filesSelected.emit([str(file)])
    chooser.close()
    settle()


def test_a_ward_is_seen_taken_in_and_undone(units_page, store, window, old_ward):
    before, there = all_rows(store), len(in_the_hoi(store))
    choose_file(window, old_ward)
    write(window, "ward", "Phường Thực Hành")
    write(window, "on", "1/7/2026")
    go_on(window)
    assert any("40 hội viên chuyển đến ngày 01/07/2026" in sentence for sentence in told(window))
    assert len([row for row in plan_rows(window) if row[0] == "Hội viên"]) == 40
    assert all_rows(store) == before
    go_on(window)
    assert dialogs() == []
    assert len(in_the_hoi(store)) == there + 40
    assert "Phường Thực Hành" in {unit.former_ward for unit in list_units(store)}
    shown = [line.name for line in units_page.table.seen_lines()]
    assert "Chi hội 1 (Phường Thực Hành)" in shown
    click(button(units_page.undo_bar, "Hoàn tác"))
    assert all_rows(store) == before


def test_what_is_missing_is_told(window, old_ward):
    go_on(window)
    assert fault(window, "ward") == "Chưa ghi phường/xã cũ."
    write(window, "ward", "Phường Cũ")
    go_on(window)
    box = open_box()
    assert "Chọn tệp của phường cũ trước." in box.text()
    box.close()
    choose_file(window, old_ward)
    write(window, "on", "1/1/2999")
    go_on(window)
    assert "chưa đến" in fault(window, "on")


def test_a_file_that_is_no_store_is_told_and_nothing_is_lost(window, tmp_path):
    (tmp_path / "la.ccb").write_text("không phải sổ", encoding="utf-8")
    choose_file(window, tmp_path / "la.ccb")
    write(window, "ward", "Phường Cũ")
    go_on(window)
    box = open_box()
    assert "la.ccb" in box.text()
    box.close()
    assert window.form.field("ward").value() == "Phường Cũ"
    assert window._next.isEnabled()


# Kết thúc


def test_a_unit_ends_with_an_heir(units_page, store):
    choose_units(units_page, "Chi hội 1")
    click(button(units_page, "Kết thúc"))
    window = dialog("Kết thúc Chi hội 1")
    go_on(window)
    assert "chọn đơn vị nhận" in fault(window, "successor_id")
    choose(window, "successor_id", "Chi hội 2")
    write(window, "ended_on", "30/6/2026")
    go_on(window)
    assert any("kết thúc, ngày cuối 30/06/2026" in sentence for sentence in told(window))
    go_on(window)
    ended = {unit.name for unit in list_units(store) if unit.ended_on}
    assert ended == {"Chi hội 1", "Phân hội A", "Phân hội B"}


# Đổi địa chỉ


def test_addresses_are_changed_by_rule_every_line_seen_before(units_page, store):
    before = all_rows(store)
    choose_units(units_page, "Chi hội 1")
    window = take_act(units_page, "Gộp, tách", "Đổi địa chỉ")
    assert window.form.field("unit_id").value() == 1
    write(window, "old", "đường Bờ Kênh")
    write(window, "new", "phố Kênh")
    go_on(window)
    rows = plan_rows(window)
    assert all(row[2].replace("đường Bờ Kênh", "phố Kênh") == row[3] for row in rows)
    assert all_rows(store) == before
    go_on(window)
    changed = [m for m in list_members(store, TODAY) if "phố Kênh" in m.address]
    assert len(changed) == len(rows) > 10
    person = load_person_file(store, changed[0].person_id).person
    assert "đường Bờ Kênh" in person.old_address
    click(button(units_page.undo_bar, "Hoàn tác"))
    assert all_rows(store) == before


def test_a_rule_that_says_nothing_is_told_beside_its_field(units_page):
    choose_units(units_page, "Chi hội 1")
    window = take_act(units_page, "Gộp, tách", "Đổi địa chỉ")
    go_on(window)
    assert fault(window, "old") == "Chưa ghi chữ đang có."
    write(window, "old", "Bờ Kênh")
    write(window, "new", "Bờ Kênh")
    go_on(window)
    assert fault(window, "new") == "Chữ mới phải khác chữ đang có."
