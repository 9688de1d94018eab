"""The line to search in leaves to the window what it has no use for."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ccb_desktop.ui.kit.search_line import SearchLine
from tests.ui.hands import press, show, type_text

CONTROL = Qt.KeyboardModifier.ControlModifier


def test_ctrl_z_undoes_typing_first_and_the_last_act_where_nothing_is_typed(qt_app):
    window, done = QWidget(), []
    line = SearchLine("Gõ để lọc")
    QVBoxLayout(window).addWidget(line)
    QShortcut(QKeySequence("Ctrl+Z"), window, lambda: done.append("undone"))
    show(window)
    line.setFocus()
    type_text(line, "ba")
    press(line, Qt.Key.Key_Z, CONTROL)
    assert (line.text(), done) == ("", [])
    press(line, Qt.Key.Key_Z, CONTROL)
    assert done == ["undone"]
