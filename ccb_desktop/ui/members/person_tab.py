"""What the lists on the tabs of a person's form have in common."""

from collections.abc import Callable

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.errors import UserError
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.members.people import PersonFile
from ccb_desktop.ui.kit import messages
from ccb_desktop.ui.kit.broadcast import Place
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.widgets import column
from ccb_desktop.ui.members.words import RosterWords


class PersonTab(QWidget):
    """A list that belongs to one person; what is done in it is kept at once."""

    def __init__(self, desk: Desk, store: Store, words: RosterWords, file: PersonFile) -> None:
        super().__init__()
        self.desk = desk
        self.store = store
        self.words = words
        self.file = file
        self.body = column(self, spacing=10)

    def show_file(self, file: PersonFile) -> None:
        """Show what the books say now."""
        self.file = file
        self.refresh()

    def refresh(self) -> None:
        """Fill in what `file` says."""

    @property
    def person_id(self) -> int:
        """Whose tab it is."""
        return self.file.person.id or 0

    def open(self, dialog: FormDialog) -> None:
        """Show a dialog; its act is told to everybody."""
        dialog.saved.connect(self.desk.broadcast.send)
        dialog.open()

    def do(self, act: Callable[[], Change]) -> None:
        """Do something at once, and tell everybody; what stands against it is told here."""
        try:
            change = act()
        except UserError as error:
            messages.tell(self, error)
        else:
            self.desk.broadcast.send(change)


class LatePersonTab(PersonTab):
    """A list out of another book, which is read only for those who look at it."""

    def __init__(self, desk: Desk, store: Store, words: RosterWords, file: PersonFile) -> None:
        super().__init__(desk, store, words, file)
        self._stale = True

    def read(self) -> None:
        """Read the book, and show what it says."""

    def refresh(self) -> None:
        """Read again now, or when the tab is seen."""
        self._stale = True
        if self.isVisible():
            self._read_now()

    def leave_for(self, place: Place) -> None:
        """Leave the form for a page; what was typed asks first."""
        form = self.window()
        form.close()
        if not form.isVisible():
            self.desk.broadcast.go_to(place)

    def showEvent(self, event: QShowEvent) -> None:
        """What has changed meanwhile is read when the tab is seen."""
        super().showEvent(event)
        if self._stale:
            self._read_now()

    def _read_now(self) -> None:
        self._stale = False
        self.read()
