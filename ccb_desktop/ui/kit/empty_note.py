"""What stands in the place of an empty list: why it is empty and what to do first.

Public: `EmptyNote(parent)` with `tell(text)` and the signal `room_wanted`; `EmptyText` for the
words of one list.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from ccb_desktop.ui.kit.widgets import button, column, label


@dataclass(frozen=True, slots=True)
class EmptyText:
    """The words for a list that has no rows.

    Attributes:
        title: Why, as "Chưa có hội viên nào".
        advice: What to do first.
        act_label: The button that does it, if any.
        act: What the button does.
    """

    title: str
    advice: str
    act_label: str = ""
    act: Callable[[], object] | None = None


class EmptyNote(QWidget):
    """Lies over the empty ground of a view and grows with it."""

    room_wanted = Signal(int)
    """The height at which its words are not cut off; nothing when it goes."""

    def __init__(self, view: QAbstractScrollArea) -> None:
        super().__init__(view.viewport())
        self._view = view
        self._act: Callable[[], object] = lambda: None
        self._title = label("", "heading")
        self._advice = label("", "soft")
        self._button = button("", lambda: self._act(), role="main")
        self._build()
        view.viewport().installEventFilter(self)
        self.hide()

    def tell(self, text: EmptyText) -> None:
        """Say why there is nothing to be seen."""
        self._title.setText(text.title)
        self._advice.setText(text.advice)
        self._button.setText(text.act_label)
        self._button.setAccessibleName(text.act_label)
        self._button.setVisible(text.act is not None)
        self._act = text.act or (lambda: None)
        self.setGeometry(self._view.viewport().rect())
        self.show()
        self._ask_for_room()

    def go(self) -> None:
        """There is something to be seen."""
        self.hide()
        self.room_wanted.emit(0)

    def changeEvent(self, event: QEvent) -> None:
        """Larger text needs more room."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._ask_for_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """So do words that are broken into more lines."""
        super().resizeEvent(event)
        self._ask_for_room()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the size of the view."""
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._view.viewport().rect())
        return super().eventFilter(watched, event)

    def _ask_for_room(self) -> None:
        layout = self.layout()
        if layout is not None and not self.isHidden():
            self.room_wanted.emit(layout.totalHeightForWidth(self.width()))

    def _build(self) -> None:
        layout = column(self, margin=12, spacing=10)
        layout.addStretch(1)
        for line in (self._title, self._advice):
            line.setAlignment(Qt.AlignmentFlag.AlignCenter)
            layout.addWidget(line)
        layout.addWidget(self._button, alignment=Qt.AlignmentFlag.AlignCenter)
        layout.addStretch(2)
