"""A window around pictures of a book: title, what is looked at, the pictures one below the other.

    class ChartsDialog(ChartsFrame):
        def __init__(self, parent, ...):
            super().__init__(parent, "Biểu đồ thăm hỏi")
            self.show_charts([self.level], [self.by_occasion, self.by_year])

F1 helps; what the pictures show, and of which days, says the subject.
"""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QWidget

from ccb_desktop.ui.kit.page import ask_for_help
from ccb_desktop.ui.kit.widgets import button, column, label, size_in_letters

_LETTERS = 46, 36  # width and height, in heights of the text


class ChartsFrame(QDialog):
    """The frame of such windows."""

    def __init__(self, parent: QWidget | None, title: str) -> None:
        """Build an empty window; show it with `open()`.

        Args:
            parent: The tab it belongs to.
            title: What is pictured.
        """
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        QShortcut(QKeySequence.StandardKey.HelpContents, self, partial(ask_for_help, self))

    def show_charts(self, choices: Sequence[QWidget], charts: Sequence[QWidget]) -> None:
        """Put the choices beside each other, and the pictures below where they scroll."""
        layout = column(self, margin=20, spacing=12)
        layout.addWidget(label(self.windowTitle(), "title"))
        row = QHBoxLayout()
        for choice in choices:
            row.addWidget(choice)
        layout.addLayout(row)
        ground = QWidget()
        pictures = column(ground, spacing=20)
        for chart in charts:
            pictures.addWidget(chart)
        pictures.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(ground)
        layout.addWidget(scroll, 1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(button("Đóng", self.reject, role="main", icon="close"))
        layout.addLayout(foot)
        size_in_letters(self, *_LETTERS)
