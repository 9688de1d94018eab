"""Books and lists: found, asked for, looked at on the screen, written to Excel and Word."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from ccb_desktop.domain.queries import Condition, Group, How
from ccb_desktop.operations import papers
from ccb_desktop.ui.kit.broadcast import Place
from ccb_desktop.ui.kit.query_dialog import QueryDialog
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.reports.lists.tab import ListsTab
from ccb_desktop.ui.reports.page import ReportsPage
from tests.ui import hands, pictures


@pytest.fixture
def lists(qt_app, store, tmp_path):
    page = hands.show_page(ReportsPage(hands.make_desk(tmp_path / "drafts"), store))
    page.show_place(Place("reports", filters={"tab": "lists"}))
    hands.settle()
    yield page.tab(ListsTab)  # the page lives as long as the test


def rows(lists, table=0):
    return lists.sheet.rows.widget(table).findChild(RecordTable).seen_lines()


def test_every_list_can_be_looked_at_and_written(lists, tmp_path):
    for name in papers.LIST_NAMES:
        lists.open_list(name)
        hands.settle()
        assert lists.sheet.heading.text() == papers.LIST_NAMES[name]
        assert lists.sheet.rows.count() >= 1
        assert lists.sheet.rows.isVisible()
    hands.click(hands.button(lists, "Ghi ra Excel"))
    lists.findChild(QFileDialog).fileSelected.emit(str(tmp_path / "don-vi.xlsx"))
    hands.settle()
    assert (tmp_path / "don-vi.xlsx").exists()
    hands.click(hands.button(hands.open_box(), "Đóng"))


def test_a_list_is_found_by_what_it_is_for_and_opened_by_the_keyboard(lists):
    search = lists.catalogue.table.filters.search
    hands.type_text(search, "nha tam")
    hands.press(search, Qt.Key.Key_Down)
    hands.press(lists.catalogue.table.view, Qt.Key.Key_Return)
    assert lists.sheet.heading.text() == "Hộ nghèo, cận nghèo, nhà tạm"
    assert lists.catalogue.isHidden()
    hands.press(lists.sheet, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert lists.catalogue.isVisible()


def test_what_is_pinned_and_what_was_used_last_stand_first(lists):
    lists.open_list("loans")
    lists.sheet.left.emit()
    table = lists.catalogue.table
    table.choose_ids(["annex"])
    hands.click(hands.button(table, "Ghim lên đầu, bỏ ghim"))
    assert [one.name for one in table.seen_lines()[:2]] == ["annex", "loans"]
    hands.click(hands.button(table, "Ghim lên đầu, bỏ ghim"))
    assert [one.name for one in table.seen_lines()[:2]] == ["loans", "roster-book"]


def test_a_list_takes_only_what_is_asked_for(lists):
    lists.open_list("roster")
    everybody = len(rows(lists))
    line = lists.sheet.options._words.line
    line.setFocus()
    hands.type_text(line, "Chi hội 3")
    hands.press(line, Qt.Key.Key_Return)
    assert 0 < len(rows(lists)) < everybody


def test_ages_and_a_filter_of_the_roster_choose_the_rows(lists):
    lists.open_list("roster")
    everybody = len(rows(lists))
    options = lists.sheet.options
    hands.type_text(options._youngest.line, "70")
    hands.press(options._youngest.line, Qt.Key.Key_Return)
    old = len(rows(lists))
    options.filter.use(Group(parts=(Condition("party_joined_on", How.FILLED),)), "Đảng viên")
    both = len(rows(lists))
    assert 0 < both < old < everybody
    options._youngest.set_value(None)
    assert options.order().query_name == "Đảng viên"


def test_a_filter_is_put_together_and_kept_here_too(lists, store):
    lists.open_list("roster")
    made = Group(parts=(Condition("age", How.AT_LEAST, "80"),))
    chosen = lists.sheet.options.filter
    chosen.open_filter()
    dialog = next(one for one in lists.findChildren(QueryDialog) if one.isVisible())
    dialog.editor.set_query(made)
    dialog.look()
    dialog.name.setText("Từ 80 tuổi")
    hands.click(hands.button(dialog, "Lưu bộ lọc"))
    assert chosen.button.text() == "Bộ lọc: Từ 80 tuổi"
    assert [view.name for view in chosen._filters()] == ["Từ 80 tuổi"]


def test_unmasking_is_warned_of(lists):
    lists.open_list("roster")
    options = lists.sheet.options
    assert options.order().masked and options._warning.isHidden()
    hands.click(options.masked)
    assert not options.order().masked and options._warning.isVisible()
    lists.open_list("units")
    assert options.order().masked


def test_a_list_of_a_year_that_is_over_holds_for_its_last_day(lists):
    lists.open_list("unit-ratings")
    options = lists.sheet.options
    assert options._on.isHidden() and options._year.isVisible()
    options._year.set_value(2024)
    assert options.order().on == date(2024, 12, 31)


def test_a_day_that_cannot_be_read_is_not_taken_for_today(lists):
    lists.open_list("roster")
    lists.sheet.options._on.line.setText("31/2/2026")
    before = len(rows(lists))
    lists.sheet.refresh()
    assert lists.sheet.options._on.shown_problem
    assert len(rows(lists)) == before


def test_pages_show_the_file_that_would_be_written(lists):
    lists.open_list("units")
    hands.click(hands.button(lists, "Xem trang in"))
    hands.settle()
    assert lists.sheet.paper.sheets.pages
    assert lists.sheet.options.isHidden()
    hands.click(hands.button(lists, "Xem từng dòng"))
    assert lists.sheet.rows.isVisible()


def test_nothing_is_cut_off_and_everything_has_a_name(lists, look):
    for percent in (100, 150):
        look.set_percent(percent)
        for name in ("roster", "cash-book", "longevity"):
            lists.open_list(name)
            hands.settle()
            assert pictures.cut_off(lists) == []
            assert pictures.nameless(lists) == []


def test_where_few_lines_fit_the_list_that_is_open_has_the_page(lists):
    told = []
    lists.alone.connect(told.append)
    lists.set_low(True)
    lists.open_list("loans")
    assert told[-1]
    assert lists.sheet._purpose.isHidden()
    lists.sheet.left.emit()
    assert not told[-1]
