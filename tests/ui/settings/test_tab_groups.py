"""Tabs in groups: found by id, reached by keys, each group keeps its place."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTabWidget, QWidget

from ccb_desktop.ui.settings.tab_groups import TabGroups
from tests.ui.hands import press, settle, show

IDS = ("branch", "terms", "look", "backups", "actions")


@pytest.fixture
def groups(qt_app):
    made = TabGroups()
    made.add_group("Hội", [(one, one, QWidget()) for one in IDS[:2]])
    made.add_tab("look", "Chữ và màu", QWidget())
    made.add_group("Giữ sổ an toàn", [(one, one, QWidget()) for one in IDS[3:]])
    show(made, 900, 500)
    yield made
    made.close()


def test_every_tab_is_found_by_its_id_and_told_once(groups):
    told = []
    groups.turned.connect(told.append)
    assert groups.ids == IDS
    for tab_id in reversed(IDS):
        groups.show_tab(tab_id)
        settle()
        assert groups.shown == tab_id
        assert groups._tabs[tab_id].isVisible()
    assert told == list(reversed(IDS))


def test_a_group_comes_back_with_the_tab_that_was_seen_in_it(groups):
    groups.show_tab("actions")
    groups.setCurrentIndex(0)
    assert groups.shown == "branch"
    groups.setCurrentIndex(2)
    assert groups.shown == "actions"


def test_groups_and_tabs_are_turned_by_the_arrow_keys(groups):
    groups.tabBar().setFocus()
    press(groups.tabBar(), Qt.Key.Key_Right)
    assert groups.shown == "look"
    press(groups.tabBar(), Qt.Key.Key_Right)
    inner = groups.currentWidget().findChild(QTabWidget)
    press(groups.tabBar(), Qt.Key.Key_Tab)
    assert groups.window().focusWidget() is inner.tabBar()
    press(inner.tabBar(), Qt.Key.Key_Right)
    assert groups.shown == "actions"
