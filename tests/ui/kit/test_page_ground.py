"""A page that has little height makes do with one row over its list; nothing gets lost by it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from ccb_desktop.ui.kit.columns import Act
from ccb_desktop.ui.kit.page_ground import PageGround, stands_low
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.kit.tabbed_page import PageTab, TabbedPage
from ccb_desktop.ui.kit.widgets import label
from tests.ui.hands import make_desk, press, settle, show
from tests.ui.kit.test_record_table import COLUMNS, LINES

LABELS = [f"Làm việc rất dài số {place}" for place in range(1, 7)]


class ListTab(PageTab):
    id, title = "list", "Danh sách"

    def __init__(self, desk, store):
        super().__init__(desk, store)
        self.done = []
        self.told = label("Những người này đang ở trong Hội.", "soft")
        self.table = RecordTable(
            "people",
            COLUMNS,
            id_of=lambda line: line.id,
            acts=[
                Act(text, lambda _lines, text=text: self.done.append(text), needs="none")
                for text in LABELS
            ],
        )
        self.table.add_choice("Năm sinh", [(None, "Mọi năm"), (1951, "1951")], lambda one: one.born)
        self.body.addWidget(self.told)
        self.body.addWidget(self.table, 1)
        self.table.set_lines(LINES)


@pytest.fixture
def ground(qt_app, tmp_path):
    page = TabbedPage(make_desk(tmp_path), None, "Danh sách", "Mọi người", (ListTab,))
    return show(PageGround(page), 900, 700)


def seen_buttons(ground):
    return [one.text() for one in ground.findChildren(QPushButton) if one.isVisible()]


def resize(ground, height):
    ground.resize(900, height)
    settle()


def test_a_high_page_shows_every_act_and_filter(ground):
    assert set(LABELS) <= set(seen_buttons(ground))
    assert "Việc khác" not in seen_buttons(ground)


def test_a_low_page_keeps_one_row_and_the_rest_in_a_menu(ground):
    (tab,) = ground.findChildren(ListTab)
    before = tab.table.view.y()
    resize(ground, 380)
    assert stands_low(tab.table)
    kept = [text for text in LABELS if text in seen_buttons(ground)]
    assert kept == LABELS[: len(kept)]
    assert len(kept) < len(LABELS)
    assert {"Việc khác", "Lọc thêm"} <= set(seen_buttons(ground))
    assert tab.table.view.y() < before
    opener = next(b for b in ground.findChildren(QPushButton) if b.text() == "Việc khác")
    offered = opener.menu().actions()
    assert [action.text() for action in offered] == LABELS[len(kept) :]
    offered[-1].trigger()
    assert tab.done == [LABELS[-1]]


def test_what_is_told_stands_below_a_low_list_and_above_a_high_one(ground):
    (tab,) = ground.findChildren(ListTab)
    resize(ground, 380)
    assert tab.told.y() > tab.table.y()
    resize(ground, 700)
    assert tab.told.y() < tab.table.y()
    assert set(LABELS) <= set(seen_buttons(ground))


def test_folded_filters_are_reached_by_the_keyboard(ground):
    (tab,) = ground.findChildren(ListTab)
    resize(ground, 380)
    more = next(b for b in ground.findChildren(QPushButton) if b.text() == "Lọc thêm")
    more.setFocus()
    press(more, Qt.Key.Key_Space)
    settle()
    tab.table.filters._choices[0].setCurrentIndex(1)
    assert [row[0] for row in tab.table.seen().rows] == ["Nguyễn Văn An"]
    press(more, Qt.Key.Key_Space)
    assert "Lọc thêm (1)" in seen_buttons(ground)
