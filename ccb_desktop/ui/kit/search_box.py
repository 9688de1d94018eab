"""The search box for everything: people, units, vouchers, pages, help.

Public: `Hit(group, title, detail, go)`, `SearchBox(provide)`; `provide(typed)` gives the hits,
best first within each group.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from ccb_desktop.ui.kit.search_line import SearchLine

_WAIT = 60  # milliseconds after the last key; typing must never wait for searching
_HIT = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Hit:
    """Something that was found.

    Attributes:
        group: What kind of thing, as `Hội viên`; hits of a group stand together.
        title: Its name.
        detail: What tells it apart from others of the name.
        go: Leads there.
    """

    group: str
    title: str
    detail: str
    go: Callable[[], object]


Provider = Callable[[str], Sequence[Hit]]


class SearchBox(SearchLine):
    """A line with a list of hits below it."""

    def __init__(self, provide: Provider) -> None:
        super().__init__("Tìm người, đơn vị, trang… (Ctrl+K)")
        self._provide = provide
        self._hits: list[Hit] = []
        self.list = QListWidget()
        self.list.setObjectName("hits")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName("Kết quả tìm")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.hide()
        self.list.itemClicked.connect(self._go)
        self._later = QTimer(self, interval=_WAIT, singleShot=True)
        self._later.timeout.connect(self.search_now)
        self.textEdited.connect(self._later.start)
        self.returnPressed.connect(self._go_to_chosen)

    def search_now(self) -> None:
        """Look for what is typed, and show what was found."""
        self._later.stop()
        typed = self.text().strip()
        self._hits = list(self._provide(typed)) if typed else []
        self.list.clear()
        group = ""
        for hit in self._hits:
            if hit.group != group:
                group = hit.group
                self._add_heading(group)
            self._add(hit)
        if typed and not self._hits:
            self._add_heading(f"Không tìm thấy “{typed}”")
        self._step(1)
        self._show_list(shown=bool(typed))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows choose among the hits, Esc closes them."""
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self.list.isVisible():
            self._step(1 if key == Qt.Key.Key_Down else -1)
        elif key == Qt.Key.Key_Escape:
            self.list.hide()
            self.clear()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Whoever looks elsewhere has done with searching."""
        super().focusOutEvent(event)
        self.list.hide()

    def showEvent(self, event: QShowEvent) -> None:
        """The list lies over the page, so it belongs to the window."""
        super().showEvent(event)
        if self.list.parentWidget() is not self.window():
            self.list.setParent(self.window())
            self.window().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the list below the line."""
        if event.type() == QEvent.Type.Resize and self.list.isVisible():
            self._show_list(shown=True)
        return super().eventFilter(watched, event)

    def _add_heading(self, text: str) -> None:
        item = QListWidgetItem(text)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        self.list.addItem(item)

    def _add(self, hit: Hit) -> None:
        item = QListWidgetItem(f"{hit.title}   ·   {hit.detail}" if hit.detail else hit.title)
        item.setData(_HIT, hit)
        self.list.addItem(item)

    def _step(self, way: int) -> None:
        """Choose the next hit in this direction; headings are passed over."""
        row = self.list.currentRow() + way
        while 0 <= row < self.list.count():
            if self.list.item(row).data(_HIT) is not None:
                self.list.setCurrentRow(row)
                return
            row += way

    def _show_list(self, *, shown: bool) -> None:
        window: QWidget = self.window()
        place = self.mapTo(window, QPoint(0, self.height() + 2))
        row = max(self.list.sizeHintForRow(0), self.fontMetrics().height() * 2)
        room = window.height() - place.y() - self.fontMetrics().height()
        wanted = row * self.list.count() + 8
        self.list.setGeometry(place.x(), place.y(), self.width(), min(wanted, room))
        self.list.setVisible(shown)
        self.list.raise_()

    def _go_to_chosen(self) -> None:
        if self._later.isActive():
            self.search_now()
        item = self.list.currentItem()
        if item is not None:
            self._go(item)

    def _go(self, item: QListWidgetItem) -> None:
        hit = item.data(_HIT)
        if hit is not None:
            self.list.hide()
            self.clear()
            hit.go()
