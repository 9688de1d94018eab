"""What came of a rehearsal: its verdict in words, and the figures on both sides."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QPalette, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QWidget

from ccb_desktop.domain.book_figures import compared
from ccb_desktop.domain.rehearsals import Rehearsal
from ccb_desktop.ui.kit.icons import pixmap
from ccb_desktop.ui.kit.page import ask_for_help
from ccb_desktop.ui.kit.widgets import button, column, fit_window, label
from ccb_desktop.ui.settings.figure_list import figure_list

_WIDTH = 54  # in heights of the text


class RehearsalDialog(QDialog):
    """Tells whether a backup can be relied on; its sign is a word and a drawing, not a colour."""

    def __init__(self, parent: QWidget | None, done: Rehearsal) -> None:
        """Build it; show it with `open()`.

        Args:
            parent: The page it belongs to.
            done: What was found.
        """
        super().__init__(parent)
        self.setWindowTitle("Diễn tập phục hồi")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        QShortcut(QKeySequence.StandardKey.HelpContents, self, partial(ask_for_help, self))
        layout = column(self, margin=20, spacing=10)
        layout.addWidget(label("Diễn tập phục hồi", "title"))
        layout.addLayout(self._verdict(done))
        for sentence in done.sentences:
            layout.addWidget(label(sentence))
        if done.then is not None:
            layout.addWidget(figure_list(compared(done.then, done.now)), 1)
        feet = QHBoxLayout()
        feet.addStretch(1)
        feet.addWidget(button("Đóng", self.accept, role="main", icon="close"))
        layout.addLayout(feet)

    def showEvent(self, event: QShowEvent) -> None:
        """Wide enough for the figures, and as high as they need."""
        super().showEvent(event)
        fit_window(self, _WIDTH)

    def _verdict(self, done: Rehearsal) -> QHBoxLayout:
        row = QHBoxLayout()
        sign = QLabel()
        colour = self.palette().color(QPalette.ColorRole.WindowText)
        side = self.fontMetrics().height() * 2
        drawing = "check" if done.is_good else "warning"
        sign.setPixmap(pixmap(drawing, colour, side, self.devicePixelRatioF()))
        sign.setAccessibleName("Đạt" if done.is_good else "Không đạt")
        row.addWidget(sign)
        row.addWidget(label(done.verdict, "good" if done.is_good else "warning"), 1)
        return row
