"""What an officer does in the windows that change units: by key and mouse only."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from tests.ui.hands import click, press, settle
from tests.ui.members.officer import dialog, run_line

CTRL = Qt.KeyboardModifier.ControlModifier


def choose_units(page, *names):
    """Choose several rows, the first by a click and the others by Ctrl and a click."""
    table = page.table
    shown = [line.name for line in table.seen_lines()]
    for place, name in enumerate(names):
        index = table.model.index(shown.index(name), 0)
        table.view.scrollTo(index)
        settle()
        spot = table.view.visualRect(index).center()
        keys = CTRL if place else Qt.KeyboardModifier.NoModifier
        QTest.mouseClick(table.view.viewport(), Qt.MouseButton.LeftButton, keys, spot)
        settle()


def take_act(page, group, act):
    """Open the menu of a group of acts and take one; gives the window that opens."""
    opener = next(b for b in page.findChildren(QPushButton) if b.text() == group)
    QTest.mouseClick(opener, Qt.MouseButton.LeftButton, delay=1)
    settle()
    menu = QApplication.activePopupWidget() or opener.menu()
    run_line(menu, next(action for action in menu.actions() if action.text() == act))
    return dialog()


def can_take(page, act):
    """Whether an act can be taken now."""
    actions = (action for action in page.table.view.actions() if action.text() == act)
    return next(actions).isEnabled()


def go_on(window):
    """The main button of the step."""
    click(window._next)


def go_back(window):
    """Back to the first step, by the keyboard."""
    window._back.setFocus()
    press(window._back, Qt.Key.Key_Return)


def told(window):
    """The sentences of the plan."""
    from PySide6.QtWidgets import QLabel

    return [label.text() for label in window.plan_step._holder.findChildren(QLabel) if label.text()]


def plan_rows(window):
    """The lines of the plan as they are seen."""
    return window.plan_step.table.seen().rows
