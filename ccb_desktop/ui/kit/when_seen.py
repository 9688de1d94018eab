"""A place for what is built when it is first seen, as a list on a tab nobody may open.

Public: `WhenSeen(build)`.
"""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from ccb_desktop.ui.kit.widgets import column


class WhenSeen(QWidget):
    """Keeps the place, also in the order in which Tab goes."""

    def __init__(self, build: Callable[[], QWidget]) -> None:
        """Build nothing yet.

        Args:
            build: Makes what is seen here; called once.
        """
        super().__init__()
        self._build = build
        self._is_built = False
        self._layout = column(self)

    def showEvent(self, event: QShowEvent) -> None:
        """It is seen now, so it is built."""
        super().showEvent(event)
        if not self._is_built:
            self._is_built = True
            made = self._build()
            self._layout.addWidget(made)
            before = _before(self)
            for widget in _in_tab_order(made):
                QWidget.setTabOrder(before, widget)  # else it would come last in the window
                before = widget
            made.show()


def _in_tab_order(whole: QWidget) -> list[QWidget]:
    """The parts of something that Tab goes through, in their order."""
    found, part = [whole], whole.nextInFocusChain()
    while part is not None and whole.isAncestorOf(part):
        found.append(part)
        part = part.nextInFocusChain()
    return [widget for widget in found if widget.focusPolicy() != Qt.FocusPolicy.NoFocus]


def _before(place: QWidget) -> QWidget:
    """What Tab leaves before it comes to a place."""
    found = place.previousInFocusChain()
    while found not in (None, place) and found.focusPolicy() == Qt.FocusPolicy.NoFocus:
        found = found.previousInFocusChain()
    return found or place
