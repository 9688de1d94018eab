"""The matrix on the screen: walked through with the arrow keys, opened with Enter.

Public: `MatrixGrid` with `cells` and the signal `opened(QModelIndex)`.
"""

from PySide6.QtCore import QEvent, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from ccb_desktop.domain.tasks.assignments import TaskState
from ccb_desktop.ui.kit.roomy_table import RoomyTable
from ccb_desktop.ui.tasks.follow_up.matrix_model import SUM, Index, MatrixModel

_NAME_WIDTH, _CELL_WIDTH, _SUM_WIDTH = 15, 13, 10  # in letters
_HEAD_LINES = 3
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


class _StateGround(QStyledItemDelegate):
    """The colour of its state behind each cell; sign and number are written over it."""

    def __init__(self, grid: MatrixGrid) -> None:
        super().__init__(grid)
        self._cells = grid.cells

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Fill the ground of what is not chosen, then write."""
        ground = _GROUND.get(self._cells.state_at(index))
        if ground is not None and not option.state & QStyle.StateFlag.State_Selected:
            role, strength = ground
            thin = QColor(option.palette.color(role))
            thin.setAlpha(strength)
            painter.fillRect(option.rect, thin)
        super().paint(painter, option, index)


_GROUND: dict[TaskState | None, tuple[QPalette.ColorRole, int]] = {
    TaskState.DONE: (QPalette.ColorRole.Accent, 40),
    TaskState.DONE_LATE: (QPalette.ColorRole.Accent, 40),
    TaskState.OVERDUE: (QPalette.ColorRole.BrightText, 34),
    TaskState.DUE_SOON: (QPalette.ColorRole.Dark, 60),
}
"""State → colour and how strong it is, of 255, so that letters over it stay readable."""


class _WrappingHead(QHeaderView):
    """The names of items are long: they go on in a second and third line."""

    def __init__(self, view: MatrixGrid) -> None:
        super().__init__(Qt.Orientation.Horizontal, view)
        self.setDefaultAlignment(
            Qt.AlignmentFlag.AlignCenter | Qt.AlignmentFlag(Qt.TextFlag.TextWordWrap.value)
        )

    def sizeHint(self) -> QSize:
        """Room for so many lines, at every size of text."""
        own = super().sizeHint()
        return QSize(own.width(), self.fontMetrics().lineSpacing() * _HEAD_LINES + 12)
