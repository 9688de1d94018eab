"""Books and lists: looked at on the screen, written to Excel and Word."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from ccb_desktop.operations import papers
from ccb_desktop.ui.kit.broadcast import Place
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.reports.lists.tab import ListsTab
from ccb_desktop.ui.reports.page import ReportsPage
from tests.ui import hands


@pytest.fixture
def lists(qt_app, store, tmp_path):
    page = hands.show_page(ReportsPage(hands.make_desk(tmp_path / "drafts"), store))
    page.show_place(Place("reports", filters={"tab": "lists"}))
    hands.settle()
    yield page.findChild(ListsTab)  # the page lives as long as the test


def test_every_list_can_be_looked_at_and_written(lists, tmp_path):
    for name in papers.LIST_NAMES:
        lists._name.set_value(name)
        lists.refresh()
        hands.settle()
        assert lists._title.text()
        assert lists._tables.count() >= 1
    hands.click(hands.button(lists, "Ghi ra Excel"))
    lists.findChild(QFileDialog).fileSelected.emit(str(tmp_path / "don-vi.xlsx"))
    hands.settle()
    assert (tmp_path / "don-vi.xlsx").exists()
    hands.click(hands.button(hands.open_box(), "Đóng"))


def test_a_list_takes_only_what_is_asked_for(lists):
    everybody = len(lists._tables.widget(0).findChild(RecordTable).seen_lines())
    lists._filter.line.setFocus()
    hands.type_text(lists._filter.line, "Chi hội 3")
    hands.press(lists._filter.line, Qt.Key.Key_Return)
    found = lists._tables.widget(0).findChild(RecordTable).seen_lines()
    assert 0 < len(found) < everybody


def test_a_day_that_cannot_be_read_is_not_taken_for_today(lists):
    lists._on.line.setText("31/2/2026")
    before = lists._title.text()
    hands.click(hands.button(lists, "Xem trước"))
    assert lists._on.shown_problem
    assert lists._title.text() == before
