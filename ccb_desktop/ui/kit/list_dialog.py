"""A window around one list to look through: title, a note, the list, and a button to close it.

    class NamesDialog(ListDialog):
        def __init__(self, parent, title, lines):
            super().__init__(parent, title)
            self.show_list(table, lines, note="Một dòng giải thích")

F1 helps; the keyboard begins in the search box.
"""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QWidget

from ccb_desktop.ui.kit.page import ask_for_help
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.kit.widgets import button, column, label, size_in_letters


class ListDialog(QDialog):
    """The frame; what is in the list, and what can be done with it, says the subject."""

    def __init__(self, parent: QWidget | None, title: str) -> None:
        """Build an empty window; show it with `open()`.

        Args:
            parent: The page it belongs to.
            title: What the list is.
        """
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        QShortcut(QKeySequence.StandardKey.HelpContents, self, partial(ask_for_help, self))

    def show_list(
        self,
        table: RecordTable[Any],
        lines: Sequence[Any],
        note: str = "",
        letters: tuple[int, int] = (48, 34),
    ) -> None:
        """Put the list into the window.

        Args:
            table: The list.
            lines: What it shows.
            note: One line below the title.
            letters: How wide and how high the window is, in heights of the text.
        """
        layout = column(self, margin=20, spacing=10)
        layout.addWidget(label(self.windowTitle(), "title"))
        if note:
            layout.addWidget(label(note, "soft"))
        layout.addWidget(table, 1)
        table.add_to_foot(button("Đóng", self.reject, role="main", icon="close"))
        size_in_letters(self, *letters)
        table.set_lines(lines)
        table.filters.search.setFocus()
