"""A line to search in: a magnifying glass before the text, a cross to empty it.

Public: `SearchLine(hint)` with the signal `down_pressed`.
"""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QToolButton

from ccb_desktop.ui.kit.icons import IconDress, pixmap, side

_WIDTH = 26  # in letters
_SHORT = 15  # where room is spared


class SearchLine(QLineEdit):
    """The arrow down leads to what was found, Esc empties the line."""

    down_pressed = Signal()

    def __init__(self, hint: str) -> None:
        super().__init__()
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        self._cross = QToolButton(self)
        self._cross.setAccessibleName("Xóa chữ đã gõ")
        self._cross.setToolTip("Xóa chữ đã gõ (Esc)")
        self._cross.setCursor(Qt.CursorShape.ArrowCursor)
        self._cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._cross.setProperty("role", "inside")
        self._cross.clicked.connect(self.clear)
        self._cross.hide()
        IconDress(self._cross, "close")
        self.textChanged.connect(lambda text: self._cross.setVisible(bool(text)))
        self._letters = _WIDTH
        self._make_room()

    def set_short(self, hint: str, is_short: bool) -> None:
        """Be shorter, with another hint, or as long as ever; its name for readers stays."""
        self._letters = _SHORT if is_short else _WIDTH
        self.setPlaceholderText(hint)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Wide enough for a name."""
        width = self.fontMetrics().averageCharWidth() * self._letters + 3 * side(self)
        return QSize(width, super().sizeHint().height())

    def event(self, event: QEvent) -> bool:
        """Where nothing was typed, Ctrl+Z is left to the window, which undoes the last act."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undo = event.matches(QKeySequence.StandardKey.Undo) and not self.isUndoAvailable()
            redo = event.matches(QKeySequence.StandardKey.Redo) and not self.isRedoAvailable()
            if undo or redo:
                event.ignore()
                return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow down and Esc act; every other key types."""
        if event.key() == Qt.Key.Key_Down:
            self.down_pressed.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """The drawings grow with the text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the cross at the end."""
        super().resizeEvent(event)
        height = self.height() - 6
        self._cross.setGeometry(self.width() - height - 3, 3, height, height)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the glass before the text."""
        super().paintEvent(event)
        length = side(self)
        colour = self.palette().color(QPalette.ColorRole.PlaceholderText)
        glass = pixmap("search", colour, length, self.devicePixelRatioF())
        with QPainter(self) as painter:
            painter.drawPixmap(round(length * 0.5), (self.height() - length) // 2, glass)

    def _make_room(self) -> None:
        self.setTextMargins(side(self), 0, round(side(self) * 1.4), 0)
        self.updateGeometry()
