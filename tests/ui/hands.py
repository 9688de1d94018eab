"""Hands for the tests: real key and mouse events, and what every page is given."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QMessageBox, QPushButton

from ccb_desktop.operations import undo
from ccb_desktop.ui.kit.background import Background
from ccb_desktop.ui.kit.broadcast import Broadcast
from ccb_desktop.ui.kit.drafts import Drafts
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.page_ground import PageGround
from ccb_desktop.ui.kit.undo_bar import UndoBar
from ccb_desktop.ui.kit.window_state import WindowState


def make_desk(folder):
    """A desk whose jobs are done at once and whose drafts lie in `folder`."""
    return Desk(Broadcast(), Background(at_once=True), WindowState(None), Drafts(folder))


def show(widget, width=1100, height=700):
    """Show a window and give it the keyboard."""
    widget.resize(width, height)
    widget.show()
    widget.activateWindow()
    QTest.qWaitForWindowActive(widget)
    settle()
    return widget


def in_office_window(page, store):
    """The page in a window as large as an old screen, with the bar that undoes; gives the page."""
    window = QMainWindow()
    window.setCentralWidget(page)
    page.frame = window  # Python lets go of a window nobody holds
    desk = page.desk
    page.undo_bar = UndoBar(
        window, desk.broadcast, desk.background, lambda action_id: undo.undo(store, action_id)
    )
    show(window, 1366, 768)
    return page


def show_page(page, width=1180, height=700):
    """Show a page as the window does, where it scrolls when it must; gives the page."""
    page.ground = PageGround(page)  # Python lets go of a window nobody holds
    show(page.ground, width, height)
    return page


def settle():
    """Let everything that waits in Qt happen."""
    for _ in range(3):
        QApplication.processEvents()


def wait_until(true):
    """Let the window live until something has come about, which the worker does meanwhile."""
    for _ in range(500):
        if true():
            return
        QTest.qWait(10)
    raise AssertionError("waited for five seconds")


def type_text(widget, text):
    """Type letter by letter, Vietnamese ones too (QTest knows Latin-1 only)."""
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(widget, event)


def compose_text(widget, steps):
    """Type as UniKey-like programs do: letters stand underlined until they are settled."""
    for step in steps[:-1]:
        QApplication.sendEvent(widget, QInputMethodEvent(step, []))
    done = QInputMethodEvent()
    done.setCommitString(steps[-1])
    QApplication.sendEvent(widget, done)


def press(widget, key, modifier=Qt.KeyboardModifier.NoModifier):
    """Press one key."""
    QTest.keyClick(widget, key, modifier)
    settle()


def click(widget):
    """Click in the middle of a widget."""
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
    settle()


def button(parent, text):
    """The seen button that says `text`."""
    found = [b for b in parent.findChildren(QPushButton) if b.text() == text and b.isVisible()]
    assert len(found) == 1, [b.text() for b in parent.findChildren(QPushButton)]
    return found[0]


def act(parent, text):
    """Do an act of a list by its button, or in the menu of those that do not fit beside it."""
    seen = [made for made in parent.findChildren(QPushButton) if made.isVisible()]
    menus = [made.menu() for made in seen if made.text() == "Việc khác"]
    folded = [one for menu in menus for one in menu.actions() if one.text() == text]
    if folded:
        folded[0].trigger()
        settle()
    else:
        click(button(parent, text))


def open_box():
    """The message box that is open now."""
    boxes = [w for w in QApplication.topLevelWidgets() if isinstance(w, QMessageBox)]
    seen = [box for box in boxes if box.isVisible()]
    assert len(seen) == 1, len(seen)
    return seen[0]


def no_box():
    """Whether no message box is open."""
    return not any(
        isinstance(w, QMessageBox) and w.isVisible() for w in QApplication.topLevelWidgets()
    )
