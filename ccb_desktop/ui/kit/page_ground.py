"""What scrolls a page, and tells it when it is low: at large text few lines fit into a window.

Public: `PageGround(page)`; `stands_low(widget)`, whether a widget stands on a page that makes do
with less. Widgets in windows of their own never do.
"""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from ccb_desktop.ui.kit.page import Page

_LINES = 28  # of text; an office screen has 33 of them at 100 %, 22 at 150 %


class PageGround(QScrollArea):
    """A page that scrolls where the text is too large for the window."""

    def __init__(self, page: Page, parent: QWidget | None = None) -> None:
        """Take a page; what is put where it belongs at once is dressed once."""
        super().__init__(parent)
        self.page = page
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(page)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A lower window leaves room for fewer lines."""
        self._settle()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """So does larger text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._settle()

    def _settle(self) -> None:
        is_low = self.height() < _LINES * self.fontMetrics().height()
        if is_low != self.page.is_low:
            self.page.set_low(is_low)


def stands_low(widget: QWidget) -> bool:
    """Whether the page a widget stands on has little height; False in a dialog."""
    parent: QWidget | None = widget
    while parent is not None and not parent.isWindow():
        if isinstance(parent, Page):
            return parent.is_low
        parent = parent.parentWidget()
    return False
