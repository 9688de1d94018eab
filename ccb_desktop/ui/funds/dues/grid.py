"""The grid of dues on the screen: ticked by click and Space, by row, by column, by typing.

Public: `DuesGrid` with `dues`, `tick_all`, `search`, `begin`, signal `paste_wanted`.
"""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView

from ccb_desktop.domain.people_names import Query, match_key, normalise
from ccb_desktop.ui.funds.dues.grid_model import BORN, DUE, NAME, DuesModel, Index
from ccb_desktop.ui.kit.typed_grid import TypedGrid

_WIDTHS = {NAME: 22, BORN: 7, DUE: 9}
_MONTH_WIDTH, _MONEY_WIDTH = 3, 13


class DuesGrid(TypedGrid):
    """Space ticks what is chosen, Shift+Space the row, Ctrl+Space the column."""

    padding = 1.1
    paste_wanted = Signal()
    """Ctrl+V was pressed."""

    def __init__(self) -> None:
        self.dues = DuesModel()
        super().__init__(self.dues, "Bảng thu hội phí")
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.AnyKeyPressed | triggers.EditKeyPressed)
        head = self.horizontalHeader()
        head.setSectionsClickable(True)
        head.setStretchLastSection(True)
        head.sectionClicked.connect(self._tick_column)
        self.clicked.connect(self._clicked)
        self.dues.modelReset.connect(self.fit)

    def tick_all(self, on: bool) -> None:
        """Let everybody pay all he lacks, or nobody."""
        column = self.dues.now_column
        self.dues.tick([self.dues.index(row, column) for row in self.seen_rows()], on)

    def seen_rows(self) -> list[int]:
        """The rows of members that fit what is searched."""
        return [row for row in range(len(self.dues.sheet.lines)) if not self.isRowHidden(row)]

    def search(self, typed: str) -> None:
        """Show only members whose names fit; the sums stay those of everybody."""
        query = Query(typed)
        for row, line in enumerate(self.dues.sheet.lines):
            text = normalise(line.full_name)
            fits = not typed.strip() or query.matches(match_key(text), text)
            self.setRowHidden(row, not fits)

    def begin(self) -> None:
        """Put the keyboard on the first member who is seen."""
        for row in self.seen_rows()[:1]:
            self.setCurrentIndex(self.dues.index(row, self.dues.now_column))
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ticks; a digit begins the amount of the row; Ctrl+V pastes."""
        current = self.currentIndex()
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste_wanted.emit()
        elif event.key() == Qt.Key.Key_Space and current.isValid():
            self._space(current, event.modifiers())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()  # a dialog around would press its default button
        else:
            if event.text().isdigit() and current.isValid():
                self.setCurrentIndex(current.siblingAtColumn(self.dues.now_column))
            super().keyPressEvent(event)

    def _space(self, current: QModelIndex, modifiers: Qt.KeyboardModifier) -> None:
        if modifiers & Qt.KeyboardModifier.ShiftModifier:
            self._turn([current.siblingAtColumn(self.dues.now_column)])
        elif modifiers & Qt.KeyboardModifier.ControlModifier:
            self._tick_column(current.column())
        else:
            self._turn(list(self.selectedIndexes()) or [current])

    def _clicked(self, index: QModelIndex) -> None:
        if len(self.selectedIndexes()) <= 1:
            self._turn([index])

    def _tick_column(self, column: int) -> None:
        if self.dues.month_of(column) or column == self.dues.now_column:
            self._turn([self.dues.index(row, column) for row in self.seen_rows()])

    def _turn(self, indexes: list[Index]) -> None:
        """Tick them all; where all are ticked, take the ticks away."""
        open_ones = [index for index in indexes if self.dues.can_tick(index)]
        if open_ones:
            self.dues.tick(open_ones, not all(map(self.dues.is_ticked, open_ones)))

    def letters_of(self, column: int) -> int:
        """Months are narrow, sums of money wide."""
        month = self.dues.month_of(column)
        return _MONTH_WIDTH if month else _WIDTHS.get(column, _MONEY_WIDTH)

    def fit(self) -> None:
        """Beside the sizes, which columns there is room for."""
        super().fit()
        for column in range(self.dues.columnCount()):
            self.setColumnHidden(column, self.dues.is_spare(column))
