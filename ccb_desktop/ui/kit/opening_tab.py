"""A tab with a list of records, one of which is opened in place of the list.

    class RoundsTab(OpeningTab[RoundLine, RoundFile]):
        id, title = "rounds", "Đợt tặng quà"

        def __init__(self, desk: Desk, store: Store) -> None:
            reading = Reading("Đang đọc các đợt tặng quà", self._read_lines, self._read_one)
            super().__init__(desk, store, "visits", reading, self._reopen)
            self.view = RoundView(desk, store, self._doing())
            self.put_in_turn(self._table(), self.view, self.view.show_file)
            self.view.left.connect(self.leave)

Public: `Reading`, `OpeningTab` with `put_in_turn`, `open_record`, `leave`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtWidgets import QStackedWidget, QWidget

from ccb_desktop.domain.errors import NotFound
from ccb_desktop.operations.branch import Store
from ccb_desktop.ui.kit.broadcast import Place
from ccb_desktop.ui.kit.drafts import Draft
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.kit.tabbed_page import PageTab

Line = TypeVar("Line")
File = TypeVar("File")


@dataclass(frozen=True, slots=True)
class Reading(Generic[Line, File]):
    """How a tab reads its records, in the worker.

    Attributes:
        told: What the window says meanwhile.
        lines: The lines of the list.
        one: One record by its id; raises `NotFound` where it is not there any more.
    """

    told: str
    lines: Callable[[], list[Line]]
    one: Callable[[int], File]


@dataclass(frozen=True, slots=True)
class _Read(Generic[Line, File]):
    """What the worker has read: the list, and the record that was open when it began."""

    lines: list[Line]
    opened_id: int | None
    file: File | None


class OpeningTab(PageTab, Generic[Line, File]):
    """The list, or the record that is open; both are read again together."""

    def __init__(
        self,
        desk: Desk,
        store: Store,
        page_id: str,
        reading: Reading[Line, File],
        reopen: Callable[[Draft], None],
    ) -> None:
        """Begin with the list.

        Args:
            desk: What the page is given to work with.
            store: The books.
            page_id: The page it stands on, to which drafts of its forms lead back.
            reading: How its records are read.
            reopen: Goes on with a form that a crash had closed.
        """
        super().__init__(desk, store)
        self._page_id, self._reading, self._reopen_form = page_id, reading, reopen
        self._open_id: int | None = None
        self._stack = QStackedWidget()
        self.body.addWidget(self._stack, 1)

    def put_in_turn(
        self, table: RecordTable[Line], view: QWidget, show_file: Callable[[File], object]
    ) -> None:
        """Take the list and what shows one record; called once.

        Args:
            table: The list.
            view: Stands in its place while a record is open.
            show_file: Lets the view show a record as it is now.
        """
        self.table = table
        self._view = view
        self._show_file = show_file
        self._stack.addWidget(table)
        self._stack.addWidget(view)

    def refresh(self) -> None:
        """Read the list again, and the open record."""
        open_id = self._open_id
        self.desk.background.run(
            lambda _progress: self._read(open_id), self._show, label=self._reading.told, owner=self
        )

    def show_place(self, place: Place) -> None:
        """Open the record that somebody came here for, or the form that a crash had closed."""
        draft = place.filters.get("draft")
        if isinstance(draft, Draft):
            self.safely(lambda: self._reopen_form(draft))
        elif place.record_id is not None:
            self.open_record(place.record_id)

    def open_record(self, record_id: int | None) -> None:
        """Show one record in place of the list."""
        self._open_id = record_id
        self.refresh()

    def leave(self) -> None:
        """Back to the list."""
        self._open_id = None
        self._stack.setCurrentWidget(self.table)
        self.table.view.setFocus()

    def _read(self, open_id: int | None) -> _Read[Line, File]:
        file = None
        if open_id is not None:
            try:
                file = self._reading.one(open_id)
            except NotFound:
                file = None
        return _Read(self._reading.lines(), open_id, file)

    def _show(self, found: _Read[Line, File]) -> None:
        self.table.set_lines(found.lines)
        if found.opened_id != self._open_id:
            return  # another one was opened meanwhile, and is being read
        if found.file is None:
            self._open_id = None
            self._stack.setCurrentWidget(self.table)
        else:
            self._show_file(found.file)
            self._stack.setCurrentWidget(self._view)

    def _opened(self, dialog: FormDialog, kind: str = "", subject: int | None = None) -> FormDialog:
        """Open a form; with a kind, what is typed in it is kept in case of a crash."""
        if kind:
            dialog.keep_drafts(self.desk.drafts, page=self._page_id, kind=kind, subject=subject)
        self.open_form(dialog)
        return dialog
