"""The tab Gia đình by key and mouse: a household founded, corrected, joined and left."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QRadioButton

from ccb_desktop.operations.members.people import list_members, load_person_file
from ccb_desktop.ui.members.household_tab import HouseholdTab
from tests.ui.hands import button, click, press, settle, type_text
from tests.ui.members.officer import (
    choose,
    click_row,
    dialog,
    fault,
    list_on,
    open_file,
    save,
    write,
)
from tests.ui.members.small_branch import TODAY

WITH, WITHOUT = "Nguyễn Văn An", "Trần Thị Yên"


def home_of(store, name):
    line = next(line for line in list_members(store, TODAY) if line.full_name == name)
    return load_person_file(store, line.person_id).household


def open_home(page, name):
    form = open_file(page, name, "Gia đình")
    return form, list_on(form, HouseholdTab)


def tab_of(form):
    return next(tab for tab in form._tabs if isinstance(tab, HouseholdTab))


def test_a_household_is_founded_with_all_that_is_known_of_it(page, store):
    form, table = open_home(page, WITHOUT)
    assert not button(table, "Sửa hộ gia đình").isEnabled()
    click(button(table, "Lập hộ mới"))
    home = dialog("Lập hộ gia đình")
    assert home.form.field("head_name").value() == WITHOUT
    choose(home, "unit_id", "Chi hội 2")
    for name, text in (
        ("address", "43 đường Bờ Kênh"),
        ("business_kind", "Chăn nuôi"),
        ("business_name", "Trại gà Yên"),
        ("business_revenue_dong", "120 triệu"),
        ("business_income_dong", "4.500.000"),
        ("business_workers", "3"),
        ("land_clearance", "Mở rộng đường Bờ Kênh, 20 m²"),
    ):
        write(home, name, text)
    assert "Một trăm hai mươi triệu đồng" in home.form.field("business_revenue_dong").echo.text()
    years = home.form.field("years").table
    click(button(years, "Thêm năm"))
    year = dialog("Hộ gia đình theo năm")
    choose(year, "poverty", "Hộ nghèo")
    choose(year, "house_state", year.form.field("house_state").box.itemText(1))
    year.form.show_field("cultural_family")
    press(year.form.field("cultural_family").findChildren(QRadioButton)[0], Qt.Key.Key_Space)
    save(year)
    dialog("Lập hộ gia đình")
    save(home)
    kept = home_of(store, WITHOUT)
    assert (kept.business_revenue_dong, kept.business_workers) == (120_000_000, 3)
    assert kept.land_clearance == "Mở rộng đường Bờ Kênh, 20 m²"
    [found] = kept.years
    assert (found.year, found.poverty, found.cultural_family) == (TODAY.year, "POOR", True)
    told = tab_of(form)._told.text()
    for part in ("Chi hội 2", "3 lao động", "120.000.000 đồng/năm", "Trại gà Yên"):
        assert part in told
    page.undo_bar.undo_last()
    assert home_of(store, WITHOUT) is None


def test_enter_on_a_year_corrects_the_household(page, store):
    _form, table = open_home(page, WITH)
    click_row(table, 0)
    press(table.view, Qt.Key.Key_Return)
    home = dialog("Sửa hộ gia đình")
    years = home.form.field("years").table
    click_row(years, 0)
    press(years.view, Qt.Key.Key_Return)
    year = dialog("Hộ gia đình theo năm")
    write(year, "year", "1200")
    save(year)
    assert "Ghi một năm từ" in fault(year, "year")
    write(year, "year", "2024")
    choose(year, "poverty", "Hộ nghèo")
    save(year)
    dialog("Sửa hộ gia đình")
    save(home)
    first = home_of(store, WITH).years[0]
    assert (first.year, first.poverty) == (2024, "POOR")


def test_two_people_live_in_one_household_and_one_leaves(page, store):
    form, table = open_home(page, WITHOUT)
    click(button(table, "Ghi vào hộ đã có"))
    chooser = dialog("Ghi vào hộ đã có")
    line = chooser.form.field("household").line
    type_text(line, "ng v")
    settle()
    popup = QApplication.activePopupWidget()
    press(popup, Qt.Key.Key_Down)
    press(popup, Qt.Key.Key_Return)
    save(chooser)
    assert home_of(store, WITHOUT).id == home_of(store, WITH).id
    assert f"cùng hộ: {WITH}" in tab_of(form)._told.text()
    click(button(table, "Đưa ra khỏi hộ"))
    assert home_of(store, WITHOUT) is None
    assert home_of(store, WITH) is not None


@pytest.mark.parametrize("typed", ["không có hộ này", ""])
def test_a_household_must_be_chosen(page, typed):
    _form, table = open_home(page, WITHOUT)
    click(button(table, "Ghi vào hộ đã có"))
    chooser = dialog("Ghi vào hộ đã có")
    type_text(chooser.form.field("household").line, typed)
    save(chooser)
    assert fault(chooser, "household")
