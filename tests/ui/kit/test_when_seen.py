"""What is built when it is first seen stands in its place, for the eye and for the Tab key."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QTabWidget, QWidget

from ccb_desktop.ui.kit.when_seen import WhenSeen
from ccb_desktop.ui.kit.widgets import column
from tests.ui.hands import press, settle, show


def pair():
    made = QWidget()
    layout = column(made)
    for name in ("một", "hai"):
        line = QLineEdit()
        line.setObjectName(name)
        layout.addWidget(line)
    return made


def test_it_is_built_once_and_tab_goes_through_it_before_what_follows(qt_app):
    built = []
    dialog, tabs, last = QDialog(), QTabWidget(), QLineEdit()
    last.setObjectName("cuối")
    layout = column(dialog)
    tabs.addTab(QWidget(), "Một")
    tabs.addTab(WhenSeen(lambda: built.append(pair()) or built[-1]), "Hai")
    layout.addWidget(tabs)
    layout.addWidget(last)
    show(dialog, 400, 300)
    assert built == []
    tabs.tabBar().setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Right):
        press(tabs.tabBar(), key)
    assert len(built) == 1
    assert built[0].isVisible()
    gone_through = []
    for _ in range(3):
        press(QApplication.focusWidget(), Qt.Key.Key_Tab)
        settle()
        gone_through.append(QApplication.focusWidget().objectName())
    assert gone_through == ["một", "hai", "cuối"]
