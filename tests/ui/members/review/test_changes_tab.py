"""The tab Thay đổi by key and mouse: days, names, units, the file of a person, papers."""

from dataclasses import replace
from datetime import date

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt

from ccb_desktop.domain.periods import Period
from ccb_desktop.operations import papers, reports
from ccb_desktop.ui.kit.background import Background
from ccb_desktop.ui.kit.broadcast import Place
from ccb_desktop.ui.members.review.changes_tab import ChangesTab
from ccb_desktop.ui.members.review.page import ReviewPage
from tests.ui import pictures
from tests.ui.hands import button, click, press, settle, show, wait_until
from tests.ui.members.officer import click_row, dialog, pick, seen

YEAR_2024 = (date(2024, 1, 1), date(2024, 12, 31))


@pytest.fixture
def tab(qt_app, desk, store):
    return tab_upon(desk, store)


def tab_upon(desk, store):
    """The tab, for a year long over."""
    page = ReviewPage(desk, store)
    show(page, 1366, 768)
    page.show_place(Place("review", filters={"tab": "changes"}))
    settle()
    made = page.tab(ChangesTab)
    made.page = page  # Python lets go of a page nobody holds
    made._span.set_span(*YEAR_2024)
    made.refresh()
    settle()
    return made


def test_who_came_went_and_moved_is_named_under_his_unit(tab):
    assert [row[2:5] for row in tab.names.seen().rows] == [
        ["Chi hội 1", "Xóa tên", "20/12/2024"],
        ["Chi hội 2", "Sang Chi hội Rạch Cát", "01/03/2024"],
        ["Chi hội Rạch Cát", "Từ Chi hội 2 đến", "01/03/2024"],
        ["Chi hội Rạch Cát", "Chuyển đi", "01/06/2024"],
    ]
    assert tab._says.text().startswith("Đầu kỳ 60 + 0 vào − 2 ra = cuối kỳ 58 hội viên.")


def test_a_click_opens_the_file(tab):
    name = seen(tab.names)[0]
    click_row(tab.names, 0)
    press(tab.names.view, Qt.Key.Key_Return)
    assert dialog(name).isVisible()


def test_the_numbers_of_a_unit_lead_to_its_names(tab):
    click(button(tab.names, "Xem theo chi hội"))
    rows = {row[0]: row[1:] for row in tab.units.seen().rows}
    assert rows["Chi hội Rạch Cát"] == ["20", "0", "1", "1", "0", "20"]
    assert rows["Chi hội 2"] == ["20", "0", "0", "0", "1", "19"]
    click_row(tab.units, seen(tab.units).index("Chi hội 2"))
    press(tab.units.view, Qt.Key.Key_Return)
    assert seen(tab.names, 3) == ["Sang Chi hội Rạch Cát"]
    click(button(tab.names, "Xem theo chi hội"))
    click(button(tab.units, "Xem tất cả tên"))
    assert len(seen(tab.names)) == 4


def test_days_the_wrong_way_round_are_refused_beside_the_field(tab):
    tab._span.set_span(date(2024, 12, 31), date(2024, 1, 1))
    tab.refresh()
    assert "đứng trước" in tab._span._to_on.shown_problem
    assert len(seen(tab.names)) == 4


@pytest.mark.parametrize("name", ["names", "units"])
def test_while_it_reads_it_does_not_say_that_nothing_changed(qt_app, desk, store, name):
    background = Background()
    tab = tab_upon(replace(desk, background=background), store)
    table = getattr(tab, name)
    tab._stack.setCurrentWidget(table)
    tab._span.set_span(date(1900, 1, 1), date(1900, 1, 2))
    tab.refresh()
    wait_until(lambda: not background.is_busy)
    assert note_of(table) == "Không có thay đổi nào"
    tab.refresh()
    assert note_of(table) == "Đang đọc…"
    wait_until(lambda: not background.is_busy)
    assert note_of(table) == "Không có thay đổi nào"


def note_of(table):
    """What stands in the place of the rows."""
    assert table._note.isVisible()
    return table._note._title.text()


def test_quick_choices_set_the_days(tab):
    today = date.today()
    pick(tab._span._quick.box, "Năm nay")
    tab._span._quick.box.activated.emit(tab._span._quick.box.currentIndex())
    assert tab._span.span == (date(today.year, 1, 1), today)


def test_since_the_last_report_is_offered_once_one_was_written(tab, store):
    labels = [tab._span._quick.box.itemText(i) for i in range(tab._span._quick.box.count())]
    assert not any("báo cáo trước" in text for text in labels)
    reports.save_report_text(store, "year", Period.of_year(2024), "results", "Đã làm tốt.")
    tab.refresh()
    pick(tab._span._quick.box, "Từ sau báo cáo trước")
    assert tab._span._spans["LAST_REPORT"] == (date(2025, 1, 1), date.today())


def test_the_list_is_written_as_excel_and_word(store, tmp_path):
    order = papers.ListOrder(name="changes", from_on=YEAR_2024[0], on=YEAR_2024[1])
    excel = papers.write_list(store, order, tmp_path / "thay-doi.xlsx")
    names, numbers = load_workbook(excel).worksheets
    cells = [cell for row in names.iter_rows(values_only=True) for cell in row if cell]
    assert "Sang Chi hội Rạch Cát" in cells
    assert any("cuối kỳ 19" in str(cell) for cell in cells)
    assert numbers.max_row > 3
    assert papers.write_list(store, order, tmp_path / "thay-doi.docx").stat().st_size > 0


def test_pictures(tab, look):
    for place, name in enumerate(("names", "units")):
        tab._stack.setCurrentIndex(place)
        for percent in pictures.SIZES:
            pictures.take(tab.page, look, f"review-changes-{name}", sizes=(percent,))
            look.set_percent(percent)
            settle()
            assert pictures.cut_off(tab.page) == []
            assert pictures.nameless(tab.page) == []
            look.set_percent(100)
