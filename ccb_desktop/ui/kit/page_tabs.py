"""The tabs of a page: as high as the one that is seen, so that a page scrolls only where it must.

Public: `PageTabs`. Qt's own are as high as the highest of their tabs, and a page whose list
would fit into the window scrolls because a tab beside it does not.
"""

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker, QSize
from PySide6.QtWidgets import QTabWidget, QWidget


class PageTabs(QTabWidget):
    """Asks for the room of its present tab."""

    def __init__(self) -> None:
        super().__init__()
        self.currentChanged.connect(self.updateGeometry)

    def show_bar(self, wanted: bool) -> None:
        """Offer the other tabs, or leave the whole room to the one that is seen."""
        self.tabBar().setVisible(wanted)
        self.updateGeometry()

    def put_in(self, place: int, tab: QWidget, title: str) -> None:
        """Put a tab where an empty one keeps its place; the present one stays the present one."""
        empty, is_present = self.widget(place), self.currentIndex() == place
        with QSignalBlocker(self):
            self.insertTab(place, tab, title)
            if is_present:
                self.setCurrentIndex(place)
            self.removeTab(place + 1)
        if empty is not None:
            empty.deleteLater()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """The bar and the present tab."""
        return self._with_bar(super().sizeHint(), lambda tab: tab.sizeHint())

    def minimumSizeHint(self) -> QSize:
        """The bar and the least the present tab can do with."""
        return self._with_bar(super().minimumSizeHint(), lambda tab: tab.minimumSizeHint())

    def hasHeightForWidth(self) -> bool:
        """As the present tab has."""
        seen = self.currentWidget()
        return seen is not None and seen.hasHeightForWidth()

    def heightForWidth(self, width: int) -> int:
        """The bar and the least height of the present tab at this width."""
        seen = self.currentWidget()
        layout = seen.layout() if seen is not None else None
        least = layout.totalMinimumHeightForWidth(width) if layout is not None else 0
        return self._bar_height() + max(0, least)

    def _with_bar(self, whole: QSize, asked: Callable[[QWidget], QSize]) -> QSize:
        seen = self.currentWidget()
        height = asked(seen).height() if seen is not None else 0
        return QSize(whole.width(), self._bar_height() + max(0, height))

    def _bar_height(self) -> int:
        bar = self.tabBar()
        return 0 if bar.isHidden() else bar.sizeHint().height()
