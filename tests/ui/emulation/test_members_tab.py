"""A chi hội is graded in one step, and exceptions by a digit; n/N stands below."""

import pytest
from PySide6.QtCore import Qt

from ccb_desktop.ui.emulation.members_tab import MembersTab
from tests.ui.hands import button, click, press


@pytest.fixture
def tab(page):
    return page.tab(MembersTab)


def sums(tab):
    return tab._sums.text()


def test_all_are_exemplary_in_one_step_and_one_is_changed_by_a_digit(tab):
    waiting = [one for one in tab.table.seen_lines() if one.waits]
    exempt = [one for one in tab.table.seen_lines() if one.is_left_out]
    assert waiting and exempt
    click(button(tab, "Tất cả gương mẫu"))
    whole = len(waiting)
    assert f"CCB gương mẫu: {whole}/{whole} (100,00 %)" in sums(tab)
    tab.table.choose_ids([waiting[0].person_id])
    tab.table.view.setFocus()
    press(tab.table.view, Qt.Key.Key_3)
    assert f"CCB gương mẫu: {whole - 1}/{whole}" in sums(tab)
    (changed,) = tab.table.chosen()
    assert (changed.person_id, changed.grade) == (waiting[0].person_id, "NOT_REACHED")
    press(tab.table.view, Qt.Key.Key_Delete)
    assert f"CCB gương mẫu: {whole - 1}/{whole - 1}" in sums(tab)
    assert "chưa bình xét 1" in sums(tab)


def test_the_exempt_are_seen_and_left_out(tab):
    (exempt,) = [one for one in tab.table.seen_lines() if one.is_left_out]
    tab.table.choose_ids([exempt.person_id])
    shown = next(row for row in tab.table.seen().rows if exempt.full_name in row)
    assert "– không xét (miễn sinh hoạt)" in shown
