"""Tables that keep room for rows where the text is large: the page scrolls, not the rows away.

Public: `RoomyTable`, the base of long tables, with `come_into_sight()`; `room_for_rows(page,
least)`, which a page adds to the height it asks for.
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QTableView, QWidget

_ENOUGH = 4  # rows; a page whose table has room for these is not scrolled
_PLENTY = 7  # rows of a table on a page that is scrolled anyway


class RoomyTable(QTableView):
    """A table whose page scrolls first, and which is brought into sight with the keyboard."""

    grows = True
    """Whether it is there for many rows; not where it is a short part of a form."""

    def lacks(self, rows: int) -> int:
        """How many pixels more than its least height it needs to show so many rows."""
        head = self.horizontalHeader().sizeHint().height() + 2 * self.frameWidth()
        across = self.horizontalScrollBar()
        head += across.sizeHint().height() if across.maximum() > 0 else 0
        wanted = rows * self.verticalHeader().defaultSectionSize() + head
        return max(0, wanted - max(self.minimumHeight(), self.minimumSizeHint().height()))

    def come_into_sight(self) -> None:
        """Scroll the page until the whole table is seen, not only its present cell."""
        ground = self._ground()
        page = ground.widget() if ground is not None else None
        if ground is not None and page is not None:
            for edge in (self.rect().bottomLeft(), self.rect().topLeft()):
                place = self.mapTo(page, edge)
                ground.ensureVisible(ground.horizontalScrollBar().value(), place.y(), 0, 0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Downwards the page is scrolled until the table is whole; then its rows."""
        ground = self._ground()
        if ground is not None and event.angleDelta().y() < 0 and self._is_cut(ground):
            QApplication.sendEvent(ground.verticalScrollBar(), event)
        else:
            super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it gets lower, the row of the keyboard stays in sight."""
        super().resizeEvent(event)
        if self.hasFocus() and self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Whoever comes by the keyboard sees where he is."""
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.OtherFocusReason):
            self.come_into_sight()

    def _is_cut(self, ground: QScrollArea) -> bool:
        """Whether the page would have to be scrolled for its last row."""
        bar = ground.verticalScrollBar()
        bottom = self.mapTo(ground.viewport(), self.rect().bottomLeft()).y()
        return bar.value() < bar.maximum() and bottom > ground.viewport().height()

    def _ground(self) -> QScrollArea | None:
        """What scrolls the page it stands on."""
        parent = self.parentWidget()
        while parent is not None and not isinstance(parent, QScrollArea):
            parent = parent.parentWidget()
        return parent


def room_for_rows(page: QWidget, least: int) -> int:
    """What a page needs beyond its least height, for its tables to be of use.

    Args:
        page: The page, inside the area that scrolls it.
        least: The least height it can do with, in pixels.

    Returns:
        Nothing where a few rows fit into the window; else the height of the rows that a
        scrolled page has room for.
    """
    ground = page.parentWidget()
    tables = [
        table
        for table in page.findChildren(RoomyTable)
        if table.grows and table.isVisible() and table.model().rowCount() > 0
    ]
    if ground is None or not tables:
        return 0
    if least + max(table.lacks(_ENOUGH) for table in tables) <= ground.height():
        return 0
    return max(table.lacks(_PLENTY) for table in tables)
