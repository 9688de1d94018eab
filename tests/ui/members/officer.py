"""What an officer does in the windows of the roster: by key and mouse only."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QLineEdit, QMessageBox, QTabWidget

from tests.ui.hands import press, settle, type_text

CTRL = Qt.KeyboardModifier.ControlModifier


def dialogs():
    """The dialogs that are open now."""
    settle()
    shown = [w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()]
    return [window for window in shown if not isinstance(window, QMessageBox)]


def dialog(title=""):
    """The one dialog that is open now, or the one of this title."""
    found = [window for window in dialogs() if title in window.windowTitle()]
    assert len(found) == 1, [window.windowTitle() for window in dialogs()]
    found[0].activateWindow()
    settle()
    return found[0]


def write(form, name, text):
    """Go to a field and type into it, over what stood there."""
    line = form.form.field(name).findChild(QLineEdit)
    form.form.show_field(name)
    settle()
    line.selectAll()
    press(line, Qt.Key.Key_Delete)
    type_text(line, text)
    settle()


def pick(box, text):
    """Choose in a box that drops down, with the arrow keys."""
    box.setFocus()
    press(box, Qt.Key.Key_Home)
    for _ in range(box.count()):
        if box.currentText() == text:
            break
        QTest.keyClick(box, Qt.Key.Key_Down)
    settle()
    assert box.currentText() == text, [box.itemText(i) for i in range(box.count())]


def choose(form, name, text):
    """Choose in a field of a form, with the arrow keys."""
    pick(form.form.field(name).findChild(QComboBox), text)


def save(form):
    """Ctrl+S."""
    form.activateWindow()
    settle()
    QTest.keyClick(form, Qt.Key.Key_S, CTRL)
    settle()


def fault(form, name):
    """The sentence beside a field."""
    field = form.form.field(name)
    return field.shown_problem if field.isVisible() else ""


def choose_row(table, name):
    """Click on the row of a person, and give its place."""
    names = [line.full_name for line in table.seen_lines()]
    return click_row(table, names.index(name))


def open_file(page, name, tab):
    """Open somebody's file by Enter, and go to a tab with Ctrl+Tab."""
    pick(page._view, "Tất cả")
    choose_row(page.members, name)
    press(page.members.view, Qt.Key.Key_Return)
    form = dialog(name)
    tabs = form.findChild(QTabWidget)
    for _ in range(tabs.count()):
        if tabs.tabText(tabs.currentIndex()) == tab:
            break
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab, CTRL)
    settle()
    assert tabs.tabText(tabs.currentIndex()) == tab
    return form


def list_on(form, kind):
    """The list on a tab of somebody's file."""
    return next(tab for tab in form._tabs if isinstance(tab, kind)).table


def click_row(table, row):
    """Click on a row, and give its place."""
    table.view.scrollTo(table.model.index(row, 0))
    settle()
    place = table.view.visualRect(table.model.index(row, 0)).center()
    QTest.mouseClick(table.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    settle()
    return place


def right_click(table, place):
    """The menu of a row, as the right mouse button opens it: its lines by what they say."""
    view = table.view.viewport()
    reason = QContextMenuEvent.Reason.Mouse
    event = QContextMenuEvent(reason, place, view.mapToGlobal(place))
    QApplication.sendEvent(view, event)
    settle()
    menu = QApplication.activePopupWidget()
    return menu, {action.text(): action for action in menu.actions()}


def run_line(menu, action):
    """Go down an open menu to a line with the arrow key, and take it."""
    for _ in menu.actions():
        if menu.activeAction() is action:
            break
        press(menu, Qt.Key.Key_Down)
    assert menu.activeAction() is action
    press(menu, Qt.Key.Key_Return)


def seen(table, column=0):
    """What one column of the list shows, from top to bottom."""
    return [row[column] for row in table.seen().rows]


def count(table):
    """How many lines are seen."""
    return len(table.seen_lines())
