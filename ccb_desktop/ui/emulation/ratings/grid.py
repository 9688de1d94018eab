"""The table of units on the screen: points are typed, ratings set by a digit.

Public: `RatingsGrid` with `ratings`, `chosen_units()`, signals `rating_wanted(place)`,
`strength_wanted(place)`, `cell_told(text)`.
"""

from PySide6.QtCore import QModelIndex, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QWidget

from ccb_desktop.domain.emulation.score_sheets import ScoredUnit
from ccb_desktop.ui.emulation.ratings.grid_model import Index, RatingsModel
from ccb_desktop.ui.kit.typed_grid import TypedGrid


class RatingsGrid(TypedGrid):
    """A digit types points in the columns of criteria, and sets what is in the last columns."""

    rating_wanted = Signal(int)
    """Digit 1, 2, … was pressed in the column of ratings; 0 where Delete was."""

    strength_wanted = Signal(int)
    """The same in the column of the second list."""

    cell_told = Signal(str)
    """Another cell is the present one: what it means, in words."""

    def __init__(self) -> None:
        self.ratings = RatingsModel()
        super().__init__(self.ratings, "Bảng điểm và xếp loại đơn vị")
        self.ratings.modelReset.connect(self._begin_anew)
        self.ratings.dataChanged.connect(self._tell)

    def letters_of(self, column: int) -> int:
        """By what stands in a column."""
        return self.ratings.letters(column)

    def chosen_units(self) -> list[ScoredUnit]:
        """The units of the chosen cells, in the order of rows."""
        rows = sorted({index.row() for index in self.selectedIndexes()})
        found = (self.ratings.unit_at(row) for row in rows)
        return [unit for unit in found if unit is not None]

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Say what the new cell means."""
        super().currentChanged(current, previous)
        self._tell()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits set ratings in their columns; Delete takes back what stands in a cell."""
        current = self.currentIndex()
        key, column = event.key(), current.column()
        wanted = self._wanted(column)
        if current.isValid() and wanted is not None and (event.text().isdigit() or _clears(key)):
            wanted.emit(0 if _clears(key) else int(event.text()))
        elif current.isValid() and _clears(key) and self.ratings.criterion_at(column):
            self.ratings.setData(current, "")
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.state() is not QAbstractItemView.State.EditingState:
                self._go_down(current)
            event.accept()  # a dialog around would press its default button
        else:
            super().keyPressEvent(event)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """After Enter the next unit is scored."""
        super().closeEditor(editor, hint)
        if hint is QAbstractItemDelegate.EndEditHint.SubmitModelCache:
            self._go_down(self.currentIndex())

    def _wanted(self, column: int) -> SignalInstance | None:
        if self.ratings.is_rating(column):
            return self.rating_wanted
        return self.strength_wanted if self.ratings.is_strength(column) else None

    def _go_down(self, current: QModelIndex) -> None:
        below = current.siblingAtRow(current.row() + 1)
        if below.isValid():
            self.setCurrentIndex(below)

    def _begin_anew(self) -> None:
        self.fit()
        if self.ratings.rowCount():
            self.setCurrentIndex(self.ratings.index(0, 1))

    def _tell(self) -> None:
        current = self.currentIndex()
        unit = self.ratings.unit_at(current.row())
        told = "" if unit is None else self.ratings.told(unit, current.column())
        self.cell_told.emit(told)


def _clears(key: int) -> bool:
    return key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
