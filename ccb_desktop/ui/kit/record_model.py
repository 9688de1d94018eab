"""The one table model: shows the visible rows of a `RowOrder` to Qt.

Public: `RecordModel(columns, order)` with `line_at(row)`, `rows_of(ids)`, `reread(change)`.
"""

from collections.abc import Callable, Collection, Hashable, Sequence
from html import escape
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush, QGuiApplication, QPalette

from ccb_desktop.ui.kit.columns import Column
from ccb_desktop.ui.kit.row_order import RowOrder

T = TypeVar("T")
Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()

ALIGNMENTS = {
    "left": Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
    "right": Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
    "center": Qt.AlignmentFlag.AlignCenter,
}


class RecordModel(QAbstractTableModel, Generic[T]):
    """Lines as rows, `Column`s as columns."""

    def __init__(
        self,
        columns: Sequence[Column[T]],
        order: RowOrder[T],
        id_of: Callable[[T], Hashable],
    ) -> None:
        super().__init__()
        self.columns = columns
        self.order = order
        self.id_of = id_of
        self._places: dict[Hashable, int] | None = None

    def reread(self, change: Callable[[], None]) -> None:
        """Change the order, and let the view read everything it shows again."""
        self.beginResetModel()
        lines = self.order.lines
        change()
        if self.order.lines is not lines:
            self._places = None
        self.endResetModel()

    def line_at(self, row: int) -> T:
        """The line shown in a row."""
        return self.order.lines[self.order.visible[row]]

    def rows_of(self, ids: Collection[Hashable]) -> list[int]:
        """The rows that show the records with these ids, from top to bottom."""
        if not ids:
            return []
        if self._places is None:
            lines = enumerate(self.order.lines)
            self._places = {self.id_of(line): place for place, line in lines}
        places = {self._places[id_] for id_ in ids if id_ in self._places}
        if len(places) == 1:
            return _rows_of_one(self.order.visible, *places)
        return [row for row, place in enumerate(self.order.visible) if place in places]

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """Rows that are seen."""
        return 0 if parent.isValid() else len(self.order.visible)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        """All columns, hidden ones too."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """One property of one cell."""
        if not index.isValid():
            return None
        column = self.columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(self.line_at(index.row()))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return ALIGNMENTS[column.align]
        if role == Qt.ItemDataRole.ToolTipRole:
            tell = column.tooltip or column.text
            return _plain(tell(self.line_at(index.row())))
        if role == Qt.ItemDataRole.ForegroundRole and column.wrong is not None:
            return _wrong_colour() if column.wrong(self.line_at(index.row())) else None
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Heads of the columns; rows are not numbered."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.label
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return ALIGNMENTS[column.align]
        return None


def _wrong_colour() -> QBrush:
    """The colour of problems in the theme that is worn."""
    return QBrush(QGuiApplication.palette().color(QPalette.ColorRole.BrightText))


def _plain(text: str) -> str:
    """A tool tip reads what looks like markup as markup; names may hold any sign."""
    return f"<qt>{escape(text)}</qt>" if "<" in text else text


def _rows_of_one(visible: Sequence[int], place: int) -> list[int]:
    """The row of one place; a list looks it up much faster than a loop."""
    try:
        return [visible.index(place)]
    except ValueError:
        return []
