"""The matrix as Qt sees it: a row for each unit, a column for each item, sums before them."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QGuiApplication

from ccb_desktop.domain.tasks.assignments import TaskState
from ccb_desktop.domain.tasks.lines import TaskLine
from ccb_desktop.domain.tasks.matrix import Matrix, Recipient, Tally
from ccb_desktop.domain.tasks.plan import TaskItem
from ccb_desktop.ui.kit.theme import worn

Index = QModelIndex | QPersistentModelIndex

SUM = 0
"""The first row and column are sums, seen without scrolling."""

_NO_INDEX = QModelIndex()
_NOT_HANDED = "·"
_PRESSING = (TaskState.OVERDUE, TaskState.DUE_SOON)
_TOLD_IN_HEADS = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)


class MatrixModel(QAbstractTableModel):
    """Whom something was handed to × items; the names of the rows stand in the side head."""

    def __init__(self) -> None:
        super().__init__()
        self.matrix: Matrix | None = None
        self._measured = False
        self._tallies: dict[tuple[int, int], Tally] = {}

    def show(self, matrix: Matrix) -> None:
        """Show another matrix."""
        self.beginResetModel()
        self.matrix = matrix
        self._tallies.clear()
        self.endResetModel()

    def set_measured(self, measured: bool) -> None:
        """Let cells show results against targets instead of tasks done."""
        self._measured = measured
        last = self.index(self.rowCount() - 1, self.columnCount() - 1)
        self.dataChanged.emit(self.index(0, 0), last)

    # What a cell is about

    def recipient_at(self, row: int) -> Recipient | None:
        """Whose row it is; `None` for the sums."""
        found = self.matrix.recipients if self.matrix else ()
        return found[row - 1] if 1 <= row <= len(found) else None

    def item_at(self, column: int) -> TaskItem | None:
        """Whose column it is; `None` for the sums."""
        found = self.matrix.items if self.matrix else ()
        return found[column - 1] if 1 <= column <= len(found) else None

    def lines_at(self, index: Index) -> list[TaskLine]:
        """The tasks behind a cell."""
        if self.matrix is None or not index.isValid():
            return []
        return self.matrix.lines_of(self.recipient_at(index.row()), self.item_at(index.column()))

    def tally_at(self, index: Index) -> Tally:
        """How they stand."""
        place = index.row(), index.column()
        if place not in self._tallies and self.matrix is not None:
            self._tallies[place] = self.matrix.tally(
                self.recipient_at(place[0]), self.item_at(place[1])
            )
        return self._tallies.get(place, Tally())

    def told(self, index: Index) -> str:
        """A cell in words: unit, item, state, numbers."""
        who, item = self.recipient_at(index.row()), self.item_at(index.column())
        names = [who.name if who else "Tất cả đơn vị", item.what if item else "tất cả các việc"]
        return f"{', '.join(names)}. {self.tally_at(index).told}"

    # What Qt asks

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        """The sums, and those something was handed to."""
        rows = len(self.matrix.recipients) if self.matrix else 0
        return 0 if parent.isValid() or not rows else rows + 1

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        """The sums, and the items."""
        items = len(self.matrix.items) if self.matrix else 0
        return 0 if parent.isValid() or not items else items + 1

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The items stand above their columns, the units before their rows."""
        if orientation is Qt.Orientation.Vertical:
            who = self.recipient_at(section)
            shown = who.name if who else "Tất cả"
            return shown if role in _TOLD_IN_HEADS else None
        item = self.item_at(section)
        if role == Qt.ItemDataRole.DisplayRole:
            return item.what if item else "Cộng"
        if role == Qt.ItemDataRole.ToolTipRole and item is not None:
            return f"{item.what} ({item.measure})" if item.measure else item.what
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a cell shows and says."""
        known: dict[int, Callable[[Index], Any]] = {
            Qt.ItemDataRole.DisplayRole: self._text,
            Qt.ItemDataRole.TextAlignmentRole: lambda _index: Qt.AlignmentFlag.AlignCenter,
            Qt.ItemDataRole.ForegroundRole: self._colour,
            Qt.ItemDataRole.FontRole: self._font,
            Qt.ItemDataRole.AccessibleTextRole: self.told,
            Qt.ItemDataRole.ToolTipRole: self.told,
        }
        return known[role](index) if index.isValid() and role in known else None

    def state_at(self, index: Index) -> TaskState | None:
        """How a cell stands; `None` where nothing was handed out."""
        return self.tally_at(index).state

    def _text(self, index: Index) -> str:
        of = self.tally_at(index)
        shown = of.short_reached if self._measured else of.sign
        return shown or _NOT_HANDED

    def _colour(self, index: Index) -> QBrush | None:
        theme = worn(QGuiApplication.palette())
        known = {TaskState.OVERDUE: theme.problem, TaskState.DUE_SOON: theme.warning}
        state = self.state_at(index)
        return QBrush(QColor(known[state])) if state in known else None

    def _font(self, index: Index) -> QFont | None:
        if SUM not in (index.row(), index.column()) and self.state_at(index) not in _PRESSING:
            return None
        bold = QFont()
        bold.setBold(True)
        return bold
