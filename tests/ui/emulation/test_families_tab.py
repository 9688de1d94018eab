"""Households are assessed in one step, and exceptions by a digit."""

import pytest
from PySide6.QtCore import Qt

from ccb_desktop.domain.members.households import Household
from ccb_desktop.operations.members import people
from ccb_desktop.ui.emulation.families_tab import FamiliesTab
from ccb_desktop.ui.kit.broadcast import Place
from tests.ui.hands import button, click, press, settle


@pytest.fixture
def tab(store, page):
    for person_id, head in ((5, "Trần Văn Bình 5"), (6, "Trần Văn Bình 6")):
        page.desk.broadcast.send(people.save_household(store, Household(head_name=head), person_id))
    page.show_place(Place("emulation", filters={"tab": "cultural-families", "year": 2025}))
    settle()
    return page.tab(FamiliesTab)


def test_all_then_an_exception_then_taken_back(tab):
    assert tab.bar.year == 2025
    click(button(tab, "Tất cả đạt"))
    assert tab._sums.text() == "Gia đình văn hóa: 2/2 (100,00 %)"
    tab.table.choose_ids([tab.table.seen_lines()[0].household_id])
    tab.table.view.setFocus()
    press(tab.table.view, Qt.Key.Key_2)
    assert tab._sums.text() == "Gia đình văn hóa: 1/2 (50,00 %)"
    press(tab.table.view, Qt.Key.Key_Delete)
    assert tab._sums.text() == "Gia đình văn hóa: 1/1 (100,00 %) · chưa xét 1 hộ"
