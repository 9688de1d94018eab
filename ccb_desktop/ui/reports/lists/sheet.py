"""One book or list: what is asked of it, its rows, its pages, and the ways to write it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.errors import Invalid, UserError
from ccb_desktop.domain.papers import ListPaper
from ccb_desktop.domain.reports.list_kinds import LIST_KINDS
from ccb_desktop.operations import papers
from ccb_desktop.operations.branch import Store
from ccb_desktop.ui.kit import messages
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.paper_view import PaperView
from ccb_desktop.ui.kit.table_export import write_list
from ccb_desktop.ui.kit.widgets import FlowLayout, button, column, label
from ccb_desktop.ui.reports.lists.options import ListOptions
from ccb_desktop.ui.reports.lists.rows_view import RowsView

_PAGES, _ROWS = "Xem trang in", "Xem từng dòng"


class ListSheet(QWidget):
    """The list that is open."""

    left = Signal()
    """Another list is to be chosen."""

    def __init__(self, desk: Desk, store: Store) -> None:
        super().__init__()
        self._desk, self._store = desk, store
        self._name = ""
        self._is_low = False
        self.heading = label("", "heading", wrap=False)
        self._purpose = label("", "soft")
        self.options = ListOptions(desk, store)
        self._problem = label("", "problem")
        self.rows = RowsView()
        self.paper = PaperView(desk, store)
        self._turner = button(_PAGES, self.turn, icon="reports", shortcut="Alt+T")
        self._build()
        self.options.changed.connect(self.refresh)

    def open_list(self, name: str) -> None:
        """Show a book or list, with what is usual for it."""
        kind = LIST_KINDS[name]
        self._name = name
        self.heading.setText(kind.label)
        self._purpose.setText(kind.purpose)
        self.options.show_kind(kind)
        self._look_at_pages(wanted=False)
        self.refresh()

    def turn(self) -> None:
        """From rows to pages as they would be printed, and back."""
        self._look_at_pages(wanted=self.paper.isHidden())
        self.refresh()

    def set_low(self, is_low: bool) -> None:
        """Where few lines fit, they are for the rows."""
        self._is_low = is_low
        self._look_at_pages(wanted=not self.paper.isHidden())

    def refresh(self) -> None:
        """Make what is seen anew."""
        order = self._order()
        if order is None:
            return
        if not self.paper.isHidden():
            self.paper.show_made(
                lambda out: papers.write_list(self._store, order, out),
                LIST_KINDS[order.name].label,
                masked=order.masked,
            )
            return
        self._desk.background.run(
            lambda _progress: papers.list_rows(self._store, order),
            self._show,
            lambda error: self._tell(str(error)),
            label="Đang lập danh sách",
            owner=self,
        )

    def _build(self) -> None:
        head = FlowLayout()
        head.addWidget(button("Chọn sổ khác", self.left.emit, icon="back", shortcut="Alt+Left"))
        head.addWidget(self.heading)
        head.addWidget(self._turner)
        head.addWidget(
            button("Ghi ra Word", lambda: self._write(".docx"), role="main", icon="print")
        )
        head.addWidget(button("Ghi ra Excel", lambda: self._write(".xlsx"), icon="export"))
        head.addWidget(self.options.masked)
        layout = column(self, spacing=6)
        layout.addLayout(head)
        layout.addWidget(self._purpose)
        layout.addWidget(self.options)
        layout.addWidget(self._problem)
        layout.addWidget(self.rows, 1)
        layout.addWidget(self.paper, 1)
        self._problem.hide()
        self.paper.hide()

    def _look_at_pages(self, *, wanted: bool) -> None:
        """Pages get the room of what is asked, which is there again with the rows."""
        self.paper.setVisible(wanted)
        for widget in (self.rows, self.options):
            widget.setVisible(not wanted)
        self._purpose.setVisible(not (wanted or self._is_low))
        self._problem.hide()
        said = _ROWS if wanted else _PAGES
        self._turner.setText(said)
        self._turner.setAccessibleName(said)

    def _order(self) -> papers.ListOrder | None:
        """What is asked for; None where something beside a field is to be mended."""
        try:
            return self.options.order() if self._name else None
        except Invalid:
            return None

    def _show(self, paper: ListPaper) -> None:
        self._tell("")
        self.rows.show_paper(paper)

    def _tell(self, sentence: str) -> None:
        """Say why there are no rows, or nothing."""
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
        self.rows.setVisible(not sentence and self.paper.isHidden())

    def _write(self, ending: str) -> None:
        order = self._order()
        if order is None:
            return
        try:
            write_list(self, self._desk, self._store, order, ending)
        except UserError as error:
            messages.tell(self, error)
