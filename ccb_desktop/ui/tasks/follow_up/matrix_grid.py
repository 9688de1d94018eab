"""The matrix on the screen: walked through with the arrow keys, opened with Enter.

Public: `MatrixGrid` with `cells` and the signal `opened(QModelIndex)`.
"""

from math import ceil

from PySide6.QtCore import QEvent, QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from ccb_desktop.domain.tasks.assignments import TaskState
from ccb_desktop.ui.kit.roomy_table import RoomyTable
from ccb_desktop.ui.kit.theme import worn
from ccb_desktop.ui.tasks.follow_up.matrix_model import SUM, Index, MatrixModel

_NAME_WIDTH, _CELL_WIDTH, _SUM_WIDTH = 15, 15, 10  # in letters
_HEAD_LINES = 2, 5  # the least and the most
_BOLD = 1.12
_ROWS_AT_LEAST = 3


class MatrixGrid(RoomyTable):
    """Enter or a double click opens what is behind a cell."""

    opened = Signal(QModelIndex)

    def __init__(self) -> None:
        super().__init__()
        self.cells = MatrixModel()
        self.setModel(self.cells)
        self.setAccessibleName("Bảng theo dõi đơn vị và việc")
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        side = self.verticalHeader()
        side.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        side.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        side.setHighlightSections(False)
        self.setItemDelegate(_StateGround(self))
        head = _WrappingHead(self)
        head.setSectionsClickable(True)
        head.setHighlightSections(False)
        self.setHorizontalHeader(head)
        self.doubleClicked.connect(self.opened)
        self.cells.modelReset.connect(self._fit)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the cell the keyboard is on."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()  # a dialog around would press its default button
            if self.currentIndex().isValid():
                self.opened.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Rows and columns grow with the text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _fit(self) -> None:
        metrics = self.fontMetrics()
        letter, height = metrics.averageCharWidth(), metrics.height()
        self.verticalHeader().setDefaultSectionSize(height * 2)
        self.setMinimumHeight(height * 2 * (_ROWS_AT_LEAST + 1))
        self.verticalHeader().setFixedWidth(letter * _NAME_WIDTH + height)
        for column in range(self.cells.columnCount()):
            letters = _SUM_WIDTH if column == SUM else _CELL_WIDTH
            self.setColumnWidth(column, letter * letters + height)
        self.updateGeometries()


class _StateGround(QStyledItemDelegate):
    """The colour of its state behind each cell; sign and number are written over it."""

    def __init__(self, grid: MatrixGrid) -> None:
        super().__init__(grid)
        self._cells = grid.cells

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Fill the ground of what is not chosen, then write."""
        state = self._cells.state_at(index)
        if state in _GROUND and not option.state & QStyle.StateFlag.State_Selected:
            colour = getattr(worn(option.palette), _GROUND[state])
            painter.fillRect(option.rect, QColor(colour))
        super().paint(painter, option, index)


_GROUND = {
    TaskState.DONE: "accent_soft",
    TaskState.DONE_LATE: "accent_soft",
    TaskState.OVERDUE: "problem_soft",
    TaskState.DUE_SOON: "warning_soft",
}
"""State → the colour of the theme that stands behind it."""


class _WrappingHead(QHeaderView):
    """The names of items are long: they go on in a second and third line."""

    def __init__(self, view: MatrixGrid) -> None:
        super().__init__(Qt.Orientation.Horizontal, view)
        self.setDefaultAlignment(
            Qt.AlignmentFlag.AlignCenter | Qt.AlignmentFlag(Qt.TextFlag.TextWordWrap.value)
        )

    def sizeHint(self) -> QSize:
        """Room for the longest name at the width of its column, at every size of text."""
        own, line = super().sizeHint(), self.fontMetrics().lineSpacing()
        lines = max(map(self._lines, range(self.count())), default=1)
        lines = max(_HEAD_LINES[0], min(_HEAD_LINES[1], lines))
        return QSize(own.width(), line * lines + 12)

    def _lines(self, section: int) -> int:
        """How many lines a name needs; heads are bold, and wider by that."""
        name = str(self.model().headerData(section, self.orientation()) or "")
        width = (self.sectionSize(section) - self.fontMetrics().height()) / _BOLD
        room = QRect(0, 0, max(1, round(width)), 10_000)
        wrapped = self.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap.value, name)
        return ceil(wrapped.height() / self.fontMetrics().lineSpacing())
