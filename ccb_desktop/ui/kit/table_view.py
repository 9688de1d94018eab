"""The view of a list: rows of comfortable height, columns that are remembered, totals below.

Public: `TableView(model)` with `chosen_rows()`, `choose_rows(rows, current)`,
`column_state()`, `apply_column_state(state)`, signals `arranged` and `sort_wanted(column)`;
`TotalsRow(view)`.
"""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QWidget

from ccb_desktop.ui.kit.columns import Column
from ccb_desktop.ui.kit.record_model import ALIGNMENTS, RecordModel
from ccb_desktop.ui.kit.roomy_table import RoomyTable

_BOLD = 1.12  # heads are bold, and wider by about this
_CELL_PADDING = 1.4  # in heights of the text, for both sides together
_ROWS_AT_LEAST = 3
_SPARED = 4  # letters; a list that lacks no more than these is made narrower


class TableView(RoomyTable):
    """Rows are chosen whole; heads are clicked to sort and dragged to arrange."""

    arranged = Signal()
    """The officer moved, resized, hid or showed a column."""

    sort_wanted = Signal(int)
    """The head of this column was clicked."""

    def __init__(self, model: RecordModel[Any]) -> None:
        super().__init__()
        self.records = model
        self.setHorizontalHeader(_Heads(self))
        self._letter = 0.0
        self._fitted: tuple[int, ...] = ()
        self._rows = 0
        self._asked = 0
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._set_up_heads()
        self._fit_to_font()

    def set_room(self, rows: int) -> None:
        """Ask for the height of this many rows, at every size of text."""
        self._rows = rows
        self.grows = False
        self._fit_to_font()

    def ask_for_room(self, height: int) -> None:
        """Ask below the heads for this height in pixels, for what stands in place of rows."""
        if height != self._asked:
            self._asked = height
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """The heads and some rows; a lower window makes the page scroll instead."""
        rows = self.verticalHeader().defaultSectionSize() * _ROWS_AT_LEAST
        around = self.horizontalScrollBar().sizeHint().height() + 2 * (self.frameWidth() + 1)
        rows = max(rows, self._asked + around)
        return QSize(super().sizeHint().width(), rows + self.horizontalHeader().height())

    def minimumSizeHint(self) -> QSize:
        """Never lower than that."""
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    def chosen_rows(self) -> list[int]:
        """The chosen rows from top to bottom."""
        parts = self.selectionModel().selection().toList()
        rows = {row for part in parts for row in range(part.top(), part.bottom() + 1)}
        return sorted(rows)

    def choose_rows(self, rows: Iterable[int], current: int | None) -> None:
        """Choose exactly these rows, and give one of them the keyboard's place."""
        flags = QItemSelectionModel.SelectionFlag
        selection = QItemSelection()
        last = self.records.columnCount() - 1
        for first, final in _runs(rows):
            selection.select(self.records.index(first, 0), self.records.index(final, last))
        if current is not None:
            index = self.records.index(current, self.first_shown())
            self.selectionModel().setCurrentIndex(index, flags.NoUpdate)
            self.scrollTo(index)
        self.selectionModel().select(selection, flags.ClearAndSelect)

    def first_shown(self) -> int:
        """The leftmost column that is seen."""
        head = self.horizontalHeader()
        shown = (head.logicalIndex(place) for place in range(head.count()))
        return next((i for i in shown if not head.isSectionHidden(i)), 0)

    def column_state(self) -> dict[str, Any]:
        """Order, hidden columns and widths (in letters), to be remembered."""
        head, columns = self.horizontalHeader(), self.records.columns
        by_place = sorted(range(len(columns)), key=head.visualIndex)
        return {
            "order": [columns[logical].id for logical in by_place],
            "hidden": [c.id for i, c in enumerate(columns) if head.isSectionHidden(i)],
            "widths": {
                c.id: round(head.sectionSize(i) / self._letter, 1)
                for i, c in enumerate(columns)
                if not head.isSectionHidden(i)
            },
        }

    def apply_column_state(self, state: dict[str, Any]) -> None:
        """Arrange the columns as remembered; columns unknown then keep their own place."""
        head, columns = self.horizontalHeader(), self.records.columns
        places = {column.id: i for i, column in enumerate(columns)}
        for place, name in enumerate(n for n in state.get("order", ()) if n in places):
            head.moveSection(head.visualIndex(places[name]), place)
        for name, logical in places.items():
            if name in state.get("order", ()):
                head.setSectionHidden(logical, name in state.get("hidden", ()))
        for name, letters in state.get("widths", {}).items():
            if name in places:
                head.resizeSection(places[name], round(letters * self._letter))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is done with here; a dialog around would press its default button as well."""
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """No line is cut off for the few points that a bar for scrolling has taken."""
        super().resizeEvent(event)
        head = self.horizontalHeader()
        over = head.length() - self.viewport().width()
        shown = [at for at in range(head.count()) if not head.isSectionHidden(at)]
        if shown and 0 < over <= self._letter * _SPARED:
            widest = max(shown, key=head.sectionSize)
            head.resizeSection(widest, head.sectionSize(widest) - over)

    def changeEvent(self, event: QEvent) -> None:
        """Rows and columns grow with the text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit_to_font()

    def _set_up_heads(self) -> None:
        head = self.horizontalHeader()
        # By the view's own selection the heads would ask row by row whether all are chosen.
        head.setSelectionModel(QItemSelectionModel(self.records, head))
        head.setSectionsMovable(True)
        head.setSectionsClickable(True)
        head.setHighlightSections(False)
        head.setStretchLastSection(True)
        head.setSortIndicatorShown(True)
        head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        head.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        for logical, column in enumerate(self.records.columns):
            head.setSectionHidden(logical, not column.shown)
        head.sectionClicked.connect(self.sort_wanted)
        head.sectionMoved.connect(self.arranged)
        head.sectionResized.connect(self.arranged)

    def _fit_to_font(self) -> None:
        """Give rows and columns the size that suits the present text."""
        head, own = self.horizontalHeader(), self.fontMetrics()
        heads = head.fontMetrics()
        sizes = (own.averageCharWidth(), own.height(), heads.averageCharWidth(), self._rows)
        if sizes == self._fitted:
            return  # Qt tells of a new look whenever something is put into something else
        self._fitted = sizes
        before, self._letter = self._letter, float(own.averageCharWidth())
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() * 2)
        if self._rows:
            self.setMinimumHeight(self.fontMetrics().height() * 2 * (self._rows + 1))
        padding = self.fontMetrics().height() * _CELL_PADDING
        head.setMinimumSectionSize(round(self._letter * 4))
        for logical, column in enumerate(self.records.columns):
            width = head.sectionSize(logical) * self._letter / before if before else 0
            head.resizeSection(logical, round(width or self._first_width(column) + padding))

    def _first_width(self, column: Column[Any]) -> float:
        """What the column asks for, and never less than its head needs."""
        head = self.horizontalHeader().fontMetrics().horizontalAdvance(column.label)
        return max(column.width * self._letter, head * _BOLD)


class _Heads(QHeaderView):
    """Heads that reckon once, not at every event, how much room each of them asks for."""

    def __init__(self, view: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, view)
        self._rooms: dict[tuple[int, int, bool], QSize] = {}

    def sectionSizeFromContents(self, logical: int) -> QSize:
        """What a head asks for at the present size of text."""
        is_sorted = self.sortIndicatorSection() == logical  # then an arrow stands beside it
        key = (logical, self.fontMetrics().height(), is_sorted)
        if key not in self._rooms:
            self._rooms[key] = super().sectionSizeFromContents(logical)
        return self._rooms[key]


class TotalsRow(QWidget):
    """The foot of a list: totals of the rows that are seen, each under its column."""

    def __init__(self, view: TableView) -> None:
        super().__init__()
        self._view = view
        self._totals: dict[int, str] = {}
        view.arranged.connect(self.update)
        view.horizontalScrollBar().valueChanged.connect(self.update)

    def set_totals(self, totals: dict[int, str]) -> None:
        """Show these texts, by number of column."""
        self._totals = totals
        columns = self._view.records.columns
        told = (f"{columns[place].label}: {text}" for place, text in totals.items())
        self.setAccessibleName("Cộng. " + "; ".join(told))
        self.update()

    def sizeHint(self) -> QSize:
        """As high as a row."""
        return QSize(0, round(self.fontMetrics().height() * 1.8))

    def minimumSizeHint(self) -> QSize:
        """Never cut off."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Write every total under its column."""
        head = self._view.horizontalHeader()
        gap = round(self.fontMetrics().height() * 0.5)  # as cells and heads are set in
        with QPainter(self) as painter:
            font = self.font()
            font.setBold(True)
            painter.setFont(font)
            painter.setPen(self.palette().text().color())
            first = self._view.first_shown()
            for column, text in ({first: "Cộng"} | self._totals).items():
                if not head.isSectionHidden(column):
                    left = head.sectionViewportPosition(column) + self._view.frameWidth()
                    room = QRect(left + gap, 0, head.sectionSize(column) - 2 * gap, self.height())
                    painter.drawText(room, self._align(column), text)

    def _align(self, column: int) -> int:
        """Totals stand as the cells above them do."""
        return ALIGNMENTS[self._view.records.columns[column].align].value


def _runs(rows: Iterable[int]) -> Iterable[tuple[int, int]]:
    """Unbroken runs of rising numbers, as first and last."""
    first = last = -2
    for row in rows:
        if row != last + 1:
            if first >= 0:
                yield first, last
            first = row
        last = row
    if first >= 0:
        yield first, last
