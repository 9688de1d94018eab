"""A year is agreed, locked and opened again from the row above the tabs."""

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication

from ccb_desktop.operations.emulation import grading
from ccb_desktop.ui.emulation.members_tab import MembersTab
from ccb_desktop.ui.emulation.year_bar import year_in_hand
from ccb_desktop.ui.kit.form_dialog import FormDialog
from tests.ui.hands import button, click, open_box, settle


@pytest.fixture
def bar(page):
    return page.tab(MembersTab).bar


def dialog():
    settle()
    return next(
        one
        for one in QApplication.topLevelWidgets()
        if isinstance(one, FormDialog) and one.isVisible()
    )


@pytest.mark.parametrize(("today", "year"), [(date(2026, 8, 31), 2025), (date(2026, 9, 1), 2026)])
def test_the_year_in_hand_is_the_last_one_until_autumn(today, year):
    assert year_in_hand(today) == year


def test_a_year_is_agreed_locked_and_opened_again(store, page, bar):
    bar.choose(2024)
    bar.chosen.emit()
    bar._agree()
    form = dialog()
    form.form.field("agreed_by").set_value("Biên bản 05")
    click(form.save_button)
    assert bar.stage.text() == "✓ Đã thống nhất"
    assert "(Biên bản 05)" in bar.stage.toolTip()
    bar._lock()
    click(button(open_box(), "Khóa năm 2024"))
    assert bar.stage.text() == "■ Đã khóa"
    bar._unlock()
    form = dialog()
    form.form.field("unlock_reason").set_value("Bổ sung")
    click(form.save_button)
    assert grading.load_year(store, 2024).unlock_reason == "Bổ sung"


def test_bounds_are_kept_and_wrong_ones_marked(store, bar):
    bar.choose(2024)
    bar.chosen.emit()
    bar._choose_bounds()
    form = dialog()
    form.form.field("good_points").set_value(95)
    click(form.save_button)
    assert "thấp hơn" in form.form.field("good_points")._problem.text()
    form.form.field("good_points").set_value(75)
    click(form.save_button)
    assert grading.load_year(store, 2024).good_points == 75


def test_what_is_not_locked_is_not_unlocked(bar):
    bar._unlock()
    assert "không khóa" in open_box().text()
