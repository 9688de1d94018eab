"""A past day chosen on the pages Đơn vị and Hội viên: what is said, and what can be done."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from ccb_desktop.operations.members.units import list_units, rename_unit
from ccb_desktop.ui.kit.broadcast import Place
from ccb_desktop.ui.members.units_page import UnitsPage
from tests.ui import pictures
from tests.ui.hands import button, press, settle, show
from tests.ui.members.officer import choose_row, click_row, dialog, save, seen, write
from tests.ui.members.small_branch import day

PAST = date(2024, 2, 29)  # before anybody left or moved


@pytest.fixture
def units(qt_app, desk, store):
    third = next(unit for unit in list_units(store) if unit.code == "CH3")
    rename_unit(store, third, "Chi hội Cầu Mới", day("1/1/2025"))
    return show(UnitsPage(desk, store), 1366, 768)


def see_day(units, text):
    units._day_choice.setFocus()
    press(units._day_choice, Qt.Key.Key_End)
    form = dialog("Đơn vị tại một ngày")
    write(form, "on", text)
    save(form)


def test_units_bear_the_name_and_count_the_members_of_the_day(units):
    assert "Chi hội Cầu Mới" in seen(units.table)
    see_day(units, "29/2/2024")
    assert "Chi hội Rạch Cát" in seen(units.table)
    assert seen(units.table, 2)[seen(units.table).index("Chi hội 1")] == "20"
    assert "ĐANG XEM TẠI NGÀY 29/02/2024" in units._purpose.text()
    assert units._day_choice.currentText() == "Ngày 29/02/2024"


def test_a_past_day_is_looked_at_and_not_changed(units):
    see_day(units, "29/2/2024")
    click_row(units.table, 0)
    for text in ("Sửa", "Đổi tên", "Kết thúc", "Lập phân hội"):
        assert not button(units.table, text).isEnabled(), text
    press(units._day_choice, Qt.Key.Key_Home)
    click_row(units.table, 0)
    assert button(units.table, "Sửa").isEnabled()
    assert "ĐANG XEM" not in units._purpose.text()


def test_the_members_of_a_unit_are_those_of_the_day(units, desk):
    wanted = []
    desk.broadcast.wanted.connect(wanted.append)
    see_day(units, "29/2/2024")
    click_row(units.table, 0)
    press(units.table.view, Qt.Key.Key_Return)
    assert wanted == [Place("members", filters={"unit": 1, "on": PAST})]


def test_the_page_of_members_goes_to_the_day_and_back(page):
    page.show_place(Place("members", filters={"unit": 1, "on": PAST}))
    settle()
    assert len(seen(page.members)) == 20
    assert "ĐANG XEM TẠI NGÀY 29/02/2024: 60 hội viên" in page._purpose.text()
    page.show_place(Place("members", filters={"unit": 1}))
    settle()
    assert "57 hội viên tính đến hôm nay" in page._purpose.text()


def test_a_file_opened_from_a_past_day_says_how_he_stood_then(page, look):
    page.show_place(Place("members", filters={"on": PAST}))
    settle()
    moved = next(line for line in page.members.seen_lines() if line.person_id == 5)
    assert moved.unit_name == "Chi hội 2"
    choose_row(page.members, moved.full_name)
    press(page.members.view, Qt.Key.Key_Return)
    form = dialog(moved.full_name)
    told = form._intro.text()
    assert "danh sách tại ngày 29/02/2024; lúc đó: Đang sinh hoạt · Chi hội 2" in told
    assert "Chi hội Rạch Cát" in told.splitlines()[1]
    for percent in pictures.SIZES:
        pictures.take(form, look, "person-past-day", sizes=(percent,), size=(1180, 700))
        look.set_percent(percent)
        settle()
        assert pictures.cut_off(form) == []


def test_what_is_printed_says_the_day(page, desk, monkeypatch):
    titles = []
    monkeypatch.setattr(
        "ccb_desktop.ui.members.page.export_seen",
        lambda page, desk, store, title, seen, masked: titles.append(title),
    )
    page.show_place(Place("members", filters={"on": PAST}))
    settle()
    button(page.members, "Xuất ra Excel").click()
    assert titles == ["Danh sách hội viên tại ngày 29/02/2024"]


def test_pictures_of_the_units_on_a_past_day(units, look):
    see_day(units, "29/2/2024")
    for percent in pictures.SIZES:
        pictures.take(units, look, "units-past-day", sizes=(percent,))
        look.set_percent(percent)
        settle()
        assert pictures.cut_off(units) == []
