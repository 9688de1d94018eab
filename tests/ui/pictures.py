"""Pictures of windows for looking at: tests/pictures/<name>-<percent>.png."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
)

from tests.ui.hands import settle

FOLDER = Path(__file__).resolve().parent.parent / "pictures"
SIZES = (100, 150)
SCREEN = (1366, 768)


def take(widget, look, name, *, sizes=SIZES, size=SCREEN):
    """Photograph a window at every size of text, and give the files.

    The window is shown as large as the screen of an office PC, or as `size` says; its text
    keeps the last size, until the fixture `look` puts it back.
    """
    FOLDER.mkdir(exist_ok=True)
    files = []
    for percent in sizes:
        look.set_percent(percent)
        widget.resize(*size)
        widget.show()
        settle()
        file = FOLDER / f"{name}-{percent}.png"
        assert widget.grab().save(str(file), quality=80)  # packed less, in a third of the time
        files.append(file)
    return files


def cut_off(window):
    """The seen labels and buttons whose words do not fit into them."""
    found = []
    for widget in [*window.findChildren(QLabel), *window.findChildren(QAbstractButton)]:
        if not widget.isVisible():
            continue
        wraps = isinstance(widget, QLabel) and widget.wordWrap()
        if wraps:
            fits = widget.heightForWidth(widget.width()) <= widget.height() + 1
        else:
            fits = widget.sizeHint().width() <= widget.width() + 1
        if widget.text() and not fits:
            found.append(widget.text())
    return found


def nameless(window):
    """The seen controls a screen reader could not name."""
    kinds = (QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QPlainTextEdit)
    return [
        widget
        for kind in kinds
        for widget in window.findChildren(kind)
        if widget.isVisible()
        and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not (widget.accessibleName() or (isinstance(widget, QAbstractButton) and widget.text()))
    ]
