"""Which columns of a list are seen, in what order and width; remembered by name.

Public: `ColumnChooser(name, view, state, sort_by)` with `button`, `sort`, `sorted_by`,
`restore()`, `arrangement()`, `arrange(kept)`, `offer_more(fill)`.
"""

from collections.abc import Callable
from functools import partial
from typing import Any, Protocol

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from ccb_desktop.ui.kit.table_view import TableView
from ccb_desktop.ui.kit.widgets import menu_button
from ccb_desktop.ui.kit.window_state import WindowState


class SortBy(Protocol):
    """Orders the list by a column."""

    def __call__(self, column_id: str, *, descending: bool = False) -> None:
        """Do it."""


class ColumnChooser:
    """The button `Cột` and the memory of a list."""

    def __init__(self, name: str, view: TableView, state: WindowState, sort_by: SortBy) -> None:
        self.sorted_by: tuple[str, bool] | None = None
        self._more: list[Callable[[QMenu], object]] = []
        self._key = f"table/{name}"
        self._view = view
        self._state = state
        self._sort_by = sort_by
        self.button, self._menu = menu_button("Cột", "columns")
        self._menu.aboutToShow.connect(self._fill_menu)
        self.button.setAccessibleName("Chọn cột để xem")
        self.button.setToolTip("Chọn cột để xem, và thứ tự sắp xếp")
        self._later = QTimer(view, interval=300, singleShot=True)
        self._later.timeout.connect(self._keep)
        view.horizontalHeader().customContextMenuRequested.connect(self._show_menu)

    def restore(self) -> None:
        """Arrange the list as it was left."""
        kept = self._state.get(self._key)
        if isinstance(kept, dict):
            self.arrange(kept)
        self._view.arranged.connect(self._later.start)

    def sort(self, column_id: str, *, descending: bool = False) -> None:
        """Order by a column, and remember it."""
        self.sorted_by = (column_id, descending)
        self._sort_by(column_id, descending=descending)
        self._later.start()

    def arrangement(self) -> dict[str, Any]:
        """Which columns are seen, how wide, in what order, and what the list is sorted by."""
        kept = self._view.column_state()
        if self.sorted_by is not None:
            kept["sort"] = list(self.sorted_by)
        return kept

    def arrange(self, kept: dict[str, Any]) -> None:
        """Arrange the list as it was kept."""
        self._view.apply_column_state(kept)
        by = kept.get("sort")
        if isinstance(by, list) and by[0] in self._ids():
            self.sort(by[0], descending=bool(by[1]))
        self._view.arranged.emit()

    def offer_more(self, fill: Callable[[QMenu], object]) -> None:
        """Let a page put lines of its own at the top of the menu, each time it is opened."""
        self._more.append(fill)

    def _ids(self) -> list[str]:
        return [column.id for column in self._view.records.columns]

    def _keep(self) -> None:
        self._state.set(self._key, self.arrangement())
        self._state.save()

    def _fill_menu(self) -> None:
        self._menu.clear()
        for fill in self._more:
            fill(self._menu)
        sorting = QMenu("Sắp xếp theo", self._menu)
        head = self._view.horizontalHeader()
        for place, column in enumerate(self._view.records.columns):
            shown = QAction(column.label, self._menu, checkable=True)
            shown.setChecked(not head.isSectionHidden(place))
            shown.toggled.connect(partial(self._set_shown, place))
            self._menu.addAction(shown)
            sorting.addAction(column.label, partial(self.sort, column.id))
        self._menu.addSeparator()
        self._menu.addMenu(sorting)

    def _set_shown(self, place: int, shown: bool) -> None:
        head = self._view.horizontalHeader()
        if shown or head.count() - head.hiddenSectionCount() > 1:
            head.setSectionHidden(place, not shown)
            self._view.arranged.emit()

    def _show_menu(self, place: QPoint) -> None:
        self._menu.popup(self._view.horizontalHeader().mapToGlobal(place))
