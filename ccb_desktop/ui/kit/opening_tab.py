"""A tab with a list of records, one of which is opened in place of the list.

class RoundsTab(OpeningTab[RoundLine, RoundFile]):
id, title, page_id = "rounds", "Đợt tặng quà", "visits"
reading = "Đang đọc các đợt tặng quà"

def __init__(self, desk: Desk, store: Store) -> None:
super().__init__(desk, store)
self.view = RoundView(desk, store, self._doing())
self.put_in_turn(self._table(), self.view, self.view.show_file)
self.view.left.connect(self.leave)

def read_lines(self) -> list[RoundLine]: ...
def read_one(self, record_id: int) -> RoundFile: ...
def reopen(self, draft: Draft) -> None: ...
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
class _Read(Generic[Line, File]):
    """What the worker has read: the list, and the record that was open when it began."""

    lines: list[Line]
    opened_id: int | None
    file: File | None


class OpeningTab(PageTab, Generic[Line, File]):
    """The list, or the record that is open; both are read again together.

    Attributes:
        page_id: The page it stands on, to which drafts of its forms lead back.
        reading: What the window says while it reads.
    """

    page_id = ""
    reading = ""

    def __init__(self, desk: Desk, store: Store) -> None:
        super().__init__(desk, store)
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

    # What a subject says

    def read_lines(self) -> list[Line]:
        """The lines of the list; called by the worker."""
        raise NotImplementedError

    def read_one(self, record_id: int) -> File:
        """One record; called by the worker.

        Raises:
            NotFound: It is not there any more.
        """
        raise NotImplementedError

    def reopen(self, draft: Draft) -> None:
        """Go on with a form that a crash had closed."""
        raise NotImplementedError

    # What every such tab does

    def refresh(self) -> None:
        """Read the list again, and the open record."""
        open_id = self._open_id
        self.desk.background.run(
            lambda _progress: self._read(open_id), self._show, label=self.reading, owner=self
        )

    def show_place(self, place: Place) -> None:
        """Open the record that somebody came here for, or the form that a crash had closed."""
        draft = place.filters.get("draft")
        if isinstance(draft, Draft):
            self.safely(lambda: self.reopen(draft))
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
                file = self.read_one(open_id)
            except NotFound:
                file = None
        return _Read(self.read_lines(), open_id, file)

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
            dialog.keep_drafts(self.desk.drafts, page=self.page_id, kind=kind, subject=subject)
        self.open_form(dialog)
        return dialog
