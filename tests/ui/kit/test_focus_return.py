"""The keyboard stays where the officer works, whatever passes below."""

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QPushButton, QVBoxLayout, QWidget

from ccb_desktop.ui.kit.focus_return import FocusReturn
from tests.ui.hands import press, settle, show


@pytest.fixture
def window(qt_app):
    page, bar = QWidget(), QWidget()
    page.table, page.act, page.bar = QListWidget(), QPushButton("Ghi"), bar
    page.undo, page.link = QPushButton("Hoàn tác", bar), QPushButton("Sao lưu")
    layout = QVBoxLayout(page)
    for made in (page.table, page.act, bar, page.link):
        layout.addWidget(made)
    QVBoxLayout(bar).addWidget(page.undo)
    page.keeper = FocusReturn(bar)
    return show(page, 500, 400)


def test_a_button_that_turns_grey_hands_the_keyboard_to_its_list(window):
    window.act.setFocus()
    window.act.setEnabled(False)
    settle()
    assert window.focusWidget() is window.table


def test_a_button_that_is_grey_for_a_moment_has_it_again(window):
    window.act.setFocus()
    window.act.setEnabled(False)
    window.act.setEnabled(True)
    settle()
    assert window.focusWidget() is window.act


def test_who_tabs_into_the_bar_stays_and_comes_back_when_it_goes(window):
    window.act.setFocus()
    press(window.act, Qt.Key.Key_Tab)
    settle()
    assert window.focusWidget() is window.undo
    window.keeper.give_back()
    window.bar.hide()
    settle()
    assert window.focusWidget() is window.act


def test_what_is_gone_gets_nothing(window):
    window.act.setFocus()
    window.undo.setFocus()
    shiboken6.delete(window.act)
    window.keeper.give_back()
    assert window.focusWidget() is window.undo
