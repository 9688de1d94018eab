"""Holidays in the settings: added in a run, corrected, taken out, brought back; looked at."""

from datetime import date

import pytest
from PySide6.QtWidgets import QPushButton

from ccb_desktop.operations import holidays
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.settings.page import SettingsPage
from tests.ui import hands, pictures


@pytest.fixture
def page(qt_app, store, tmp_path, look):
    desk = hands.make_desk(tmp_path / "drafts")
    made = hands.show_page(SettingsPage(desk, store, look))
    made.tabs.show_tab("holidays")
    hands.settle()
    return made


@pytest.fixture
def tab(page):
    return page._holidays


def days(tab):
    return [holiday.day_on for holiday in tab.table.seen_lines()]


def form_of(tab):
    hands.settle()
    return next(form for form in tab.findChildren(FormDialog) if form.isVisible())


def test_a_run_of_days_is_typed_and_kept(tab):
    hands.click(hands.button(tab, "Thêm ngày nghỉ"))
    form = form_of(tab)
    for name, text in (
        ("name", "Tết Mậu Thân"),
        ("first_on", "25/1/2028"),
        ("last_on", "31/1/2028"),
    ):
        hands.type_text(form.form.field(name).line, text)
    hands.click(hands.button(form, "Lưu"))
    assert days(tab)[:2] == [date(2028, 1, 31), date(2028, 1, 28)]
    assert not tab._missing.isVisible()


def test_a_day_that_is_known_is_refused_beside_the_field(tab):
    hands.click(hands.button(tab, "Thêm ngày nghỉ"))
    form = form_of(tab)
    form.form.set_typed({"name": "Lễ", "first_on": "4/9/2028"})
    hands.click(hands.button(form, "Lưu"))
    assert form.isVisible()
    assert "Quốc khánh" in form.form.field("first_on").shown_problem


def test_days_are_corrected_taken_out_and_brought_back(tab, store):
    before = days(tab)
    last = tab.table.seen_lines()[-1]
    tab.table.choose_ids([last.id])
    hands.settle()
    hands.click(hands.button(tab, "Sửa ngày nghỉ"))
    form = form_of(tab)
    form.form.set_typed({"day_on": "24/1/2025"})
    hands.click(hands.button(form, "Lưu"))
    assert days(tab)[-1] == date(2025, 1, 24)
    tab.table.choose_ids([holiday.id for holiday in tab.table.seen_lines()])
    hands.settle()
    hands.click(hands.button(tab, "Bỏ ngày nghỉ"))
    assert days(tab) == []
    assert tab._missing.isVisible() and str(date.today().year) in tab._missing.text()
    text = "Ghi các ngày đã công bố"
    offered = [b for b in tab.findChildren(QPushButton) if b.text() == text and b.isVisible()]
    assert len(offered) == 2  # above the list, and in its empty ground
    hands.click(offered[-1])
    assert days(tab) == before
    assert len(holidays.list_holidays(store)) == len(before)


@pytest.mark.parametrize("tab_id", ["holidays", "terms"])
def test_nothing_is_cut_off(page, look, tab_id):
    page.tabs.show_tab(tab_id)
    for percent in pictures.SIZES:
        look.set_percent(percent)
        hands.settle()
        window = page.window()
        pictures.take(window, look, f"settings-{tab_id}", sizes=(percent,), size=(940, 700))
        look.set_percent(percent)
        hands.settle()
        assert pictures.cut_off(window) == []
        assert pictures.nameless(page) == []
