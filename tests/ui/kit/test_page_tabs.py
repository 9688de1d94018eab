"""Tabs as high as the one that is seen."""

from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from ccb_desktop.ui.kit.page_tabs import PageTabs
from ccb_desktop.ui.kit.widgets import label
from tests.ui.hands import settle, show


def tab(height):
    made = QWidget()
    content = QFrame()
    content.setMinimumHeight(height)
    QVBoxLayout(made).addWidget(content)
    return made


def test_a_high_tab_makes_the_page_scroll_only_while_it_is_seen(qt_app):
    tabs = PageTabs()
    tabs.addTab(tab(100), "Thấp")
    tabs.addTab(tab(900), "Cao")
    ground = QScrollArea()
    ground.setWidgetResizable(True)
    ground.setWidget(tabs)
    bar = show(ground, 500, 400).verticalScrollBar()
    assert bar.maximum() == 0
    tabs.setCurrentIndex(1)
    settle()
    assert bar.maximum() > 500
    tabs.setCurrentIndex(0)
    settle()
    assert bar.maximum() == 0


def test_text_that_wraps_in_a_narrow_window_gets_its_height(qt_app):
    tabs = PageTabs()
    sheet = QWidget()
    QVBoxLayout(sheet).addWidget(label("Ban Chấp hành Hội báo cáo kết quả công tác. " * 20))
    tabs.addTab(sheet, "Lời văn")
    assert tabs.heightForWidth(300) > 2 * tabs.heightForWidth(900)
    assert PageTabs().heightForWidth(300) == PageTabs().tabBar().sizeHint().height()
