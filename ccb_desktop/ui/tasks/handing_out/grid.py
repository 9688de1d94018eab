"""The list of what is about to be handed out: typed in as in a sheet, filled downwards."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView

from ccb_desktop.ui.kit.typed_grid import TypedGrid
from ccb_desktop.ui.tasks.handing_out.grid_model import (
    DUE,
    PERIOD,
    PLACE,
    RESPONSIBLE,
    TARGET,
    WHAT,
    WHO,
    HandOutModel,
)

_WIDTHS = {WHO: 13, WHAT: 24, PERIOD: 10, RESPONSIBLE: 18, PLACE: 20, DUE: 10, TARGET: 10}


class HandOutGrid(TypedGrid):
    """Enter or F2 types; Ctrl+D writes the first chosen cell into those below it."""

    def __init__(self) -> None:
        self.rows = HandOutModel()
        super().__init__(self.rows, "Các việc sắp giao")
        self.horizontalHeader().setStretchLastSection(True)

    def letters_of(self, column: int) -> int:
        """By what stands in a column."""
        return _WIDTHS[column]

    def chosen_rows(self) -> list[int]:
        """The rows in which something is chosen, from above."""
        return sorted({index.row() for index in self.selectedIndexes()})

    def fill_down(self) -> None:
        """Write the first chosen cell of the present column into the others."""
        self.rows.fill_down(self.currentIndex().column(), self.chosen_rows())

    def fill_all(self) -> None:
        """Write the present cell into all rows of its column."""
        row = self.currentIndex().row()
        if row >= 0:
            others = [one for one in range(self.rows.rowCount()) if one != row]
            self.rows.fill_down(self.currentIndex().column(), [row, *others])

    def take_out(self) -> None:
        """Hand out all but the chosen rows."""
        self.rows.take_out(self.chosen_rows())

    def begin(self) -> None:
        """Put the keyboard on the first cell that can be typed in."""
        self.setCurrentIndex(self.rows.index(0, RESPONSIBLE))
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter begins to type; a dialog around would press its default button."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.state() != QAbstractItemView.State.EditingState:  # else it ends the typing
                self.edit(self.currentIndex())
            event.accept()
        else:
            super().keyPressEvent(event)
