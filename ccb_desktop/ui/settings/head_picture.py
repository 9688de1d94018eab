"""The head of a paper and its signature, drawn while one types, as they will be printed."""

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.branch import Branch
from ccb_desktop.domain.pages.values import PaperText
from ccb_desktop.operations import head_sample, paper_pages
from ccb_desktop.operations.branch import Store
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.paper.sheets import PaperSheets
from ccb_desktop.ui.kit.widgets import column, label

_TITLE = "Phần đầu và phần ký khi in"
_AFTER = 400  # milliseconds without a key
_LEAST_LETTERS = 20  # wide, in heights of the text
_LEAST_LINES = 8  # high; the paper is drawn as large as there is room


class HeadPicture(QWidget):
    """Follows the form beside it; nothing need be saved to be seen."""

    def __init__(self, desk: Desk, store: Store) -> None:
        super().__init__()
        self._desk = desk
        self._store = store
        self._branch = Branch()
        self._later = QTimer(self, interval=_AFTER, singleShot=True)
        self._later.timeout.connect(self._draw)
        self.sheets = PaperSheets()
        self.sheets.setAccessibleName(_TITLE)
        self.sheets.fit_page()
        self.warning = label("", "problem")
        layout = column(self, spacing=8)
        layout.addWidget(label(_TITLE, "heading"))
        layout.addWidget(self.sheets, 1)
        layout.addWidget(self.warning)
        self.setMinimumWidth(self.fontMetrics().height() * _LEAST_LETTERS)
        self.sheets.setMinimumHeight(self.fontMetrics().height() * _LEAST_LINES)
        self.warning.hide()

    def show_branch(self, branch: Branch) -> None:
        """Show the head that papers of this branch would have, soon."""
        self._branch = branch
        self._later.start()

    def _draw(self) -> None:
        branch = self._branch
        warning = head_sample.head_warning(branch)
        self.warning.setText(warning)
        self.warning.setVisible(bool(warning))
        self._desk.background.run(
            lambda _progress: paper_pages.pages_made(
                self._store, partial(head_sample.write_head_sample, self._store, branch)
            ),
            partial(self._show, branch),
            lambda _error: self.sheets.clear(),
            label="Đang vẽ phần đầu văn bản",
            owner=self,
        )

    def _show(self, branch: Branch, paper: PaperText) -> None:
        if branch == self._branch:
            self.sheets.show_paper(paper)
