"""Tables whose page scrolls before their rows get too few."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QFrame

from ccb_desktop.ui.kit.columns import Column
from ccb_desktop.ui.kit.page import Page
from ccb_desktop.ui.kit.record_table import RecordTable
from tests.ui.hands import press, settle, show_page

ROWS = [f"Người thứ {place}" for place in range(30)]


class ListPage(Page):
    """A head of a given height over a list."""

    def __init__(self, desk, head):
        super().__init__(desk, "Danh sách", "Để thử")
        self.head = QFrame()
        self.head.setFixedHeight(head)
        self.table = RecordTable("list", [Column("name", "Tên", str)], id_of=str)
        self.table.set_lines(ROWS)
        self.body.addWidget(self.head)
        self.body.addWidget(self.table, 1)


@pytest.fixture
def page(qt_app, desk):
    return show_page(ListPage(desk, 100), 900, 640)


def rows_seen(page):
    """How many rows of the list lie within the window."""
    view = page.table.view
    bottom = view.mapTo(page.ground.viewport(), QPoint(0, view.height())).y()
    top = view.mapTo(page.ground.viewport(), QPoint(0, 0)).y() + view.horizontalHeader().height()
    seen = min(bottom, page.ground.viewport().height()) - max(top, 0)
    return seen / view.verticalHeader().defaultSectionSize()


def bar_of(page):
    return page.ground.verticalScrollBar()


def wheel(page, steps):
    """Turn the wheel over the middle of the list."""
    viewport = page.table.view.viewport()
    place = QPointF(viewport.rect().center())
    glob = QPointF(viewport.mapToGlobal(place))
    event = QWheelEvent(
        place,
        glob,
        QPoint(0, 0),
        QPoint(0, 120 * steps),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(viewport, event)
    settle()


def test_a_page_with_room_for_some_rows_does_not_scroll(page):
    assert bar_of(page).maximum() == 0
    assert rows_seen(page) >= 4


def test_where_it_must_scroll_it_has_room_for_six_rows_and_more(page):
    page.head.setFixedHeight(420)
    settle()
    assert bar_of(page).maximum() > 0
    bar_of(page).setValue(bar_of(page).maximum())
    assert rows_seen(page) >= 6


def test_an_empty_list_asks_for_no_rows(page):
    page.head.setFixedHeight(420)
    settle()
    full = bar_of(page).maximum()
    page.table.set_lines([])
    settle()
    assert bar_of(page).maximum() < full


def test_the_wheel_moves_the_page_first_and_then_the_rows(page):
    page.head.setFixedHeight(420)
    settle()
    rows = page.table.view.verticalScrollBar()
    wheel(page, -1)
    assert bar_of(page).value() > 0
    assert rows.value() == 0
    page.table.view.come_into_sight()
    wheel(page, -1)
    assert rows.value() > 0


def test_whoever_comes_with_the_keyboard_sees_the_list(page):
    page.head.setFixedHeight(420)
    page.table.filters.search.setFocus()
    settle()
    bar_of(page).setValue(0)
    press(page.table.filters.search, Qt.Key.Key_Down)
    assert page.table.view.hasFocus()
    assert rows_seen(page) >= 6


def test_a_record_somebody_came_for_is_brought_into_sight(page):
    page.head.setFixedHeight(420)
    settle()
    page.table.choose_ids([ROWS[3]])
    assert rows_seen(page) >= 6


def test_the_row_of_the_keyboard_stays_in_sight_in_a_lower_list(page):
    view = page.table.view
    view.setFocus()
    for _ in range(round(rows_seen(page)) - 2):
        press(view, Qt.Key.Key_Down)
    view.setFixedHeight(view.height() - 3 * view.verticalHeader().defaultSectionSize())
    settle()
    assert view.viewport().rect().contains(view.visualRect(view.currentIndex()).center())
