"""What an officer does with many people in the list: chooses, opens a menu, takes a line."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QPushButton

from tests.ui.hands import click, press, settle
from tests.ui.members.officer import CTRL, click_row, run_line


def choose_first(table, count):
    """Click on the first row, and hold Shift on the last one wanted."""
    click_row(table, 0)
    place = table.view.visualRect(table.model.index(count - 1, 0)).center()
    QTest.mouseClick(
        table.view.viewport(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.ShiftModifier,
        place,
    )
    settle()


def choose_all(table):
    """Ctrl+A with the keyboard in the list."""
    table.view.setFocus()
    press(table.view, Qt.Key.Key_A, CTRL)


def take(table, opener, line):
    """Open the menu of a button above the list, and take a line with the arrow keys."""
    found = next(b for b in table.findChildren(QPushButton) if b.text() == opener)
    menu = found.menu()
    open_menu(found)
    run_line(menu, next(one for one in menu.actions() if one.text() == line))


def open_menu(opener):
    """Press on the button; the menu it opens does not hold the test up."""
    menu = opener.menu()
    assert isinstance(menu, QMenu)
    assert opener.isEnabled()
    menu.popup(opener.mapToGlobal(opener.rect().bottomLeft()))
    settle()


def told(form):
    """Name and remark of everybody in the list of a window for many."""
    lines = form.plan_table.seen_lines()
    return {line.name: line.note for line in lines}


def press_save(form):
    """Click on the button that saves."""
    click(form.save_button)
