"""A grid of cells that are typed into as in a sheet; rows and columns grow with the text.

    class PointsGrid(TypedGrid):
        def __init__(self) -> None:
            self.points = PointsModel()
            super().__init__(self.points, "Bảng điểm")

        def letters_of(self, column: int) -> int: ...    # how wide a column is

Public: `TypedGrid(model, name)` with `letters_of(column)`, `fit()`.
"""

from abc import abstractmethod

from PySide6.QtCore import QAbstractItemModel, QEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView

from ccb_desktop.ui.kit.roomy_table import RoomyTable

_ROWS_AT_LEAST = 3


class TypedGrid(RoomyTable):
    """A letter, a digit, F2 or a double click begins to type.

    Attributes:
        padding: What a column has beside its letters, in heights of the text.
    """

    padding = 1.0

    def __init__(self, model: QAbstractItemModel, name: str) -> None:
        """Build the grid.

        Args:
            model: Its cells.
            name: What a screen reader calls it.
        """
        super().__init__()
        self.setModel(model)
        self.setAccessibleName(name)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(
            triggers.AnyKeyPressed | triggers.EditKeyPressed | triggers.DoubleClicked
        )
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAlternatingRowColors(True)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.fit()

    @abstractmethod
    def letters_of(self, column: int) -> int:
        """How wide a column is, in letters."""

    def fit(self) -> None:
        """Give rows and columns the size that suits the present text."""
        metrics = self.fontMetrics()
        letter, height = metrics.averageCharWidth(), metrics.height()
        padding = round(height * self.padding)
        self.verticalHeader().setDefaultSectionSize(height * 2)
        self.setMinimumHeight(height * 2 * (_ROWS_AT_LEAST + 1))
        for column in range(self.model().columnCount()):
            self.setColumnWidth(column, letter * self.letters_of(column) + padding)

    def changeEvent(self, event: QEvent) -> None:
        """Another size of text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.fit()
