"""A page of the main window: title, one line saying what it is for, two buttons, the body.

    class MembersPage(Page):
        kinds = frozenset({"person", "membership"})      # tables it shows

        def __init__(self, desk: Desk, store: Store) -> None:
            super().__init__(desk, "Hội viên", "Danh sách hội viên của phường")
            self.add_main_button("Thêm hội viên", self.add_member, icon="add", shortcut="Ctrl+N")
            self.body.addWidget(self.table, 1)

        def refresh(self) -> None: ...                    # read again and show
        def show_place(self, place: Place) -> None: ...   # somebody came here for something

`refresh` is called when the page is first shown, and later only when a change touched its
kinds: at once while it is seen, else when it is seen next. `Desk` is what every page is given.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QPushButton, QWidget

from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.errors import UserError
from ccb_desktop.domain.users.duties import Duty
from ccb_desktop.ui.kit import messages
from ccb_desktop.ui.kit.background import Background
from ccb_desktop.ui.kit.broadcast import Broadcast, Place
from ccb_desktop.ui.kit.drafts import Drafts
from ccb_desktop.ui.kit.roomy_table import room_for_rows
from ccb_desktop.ui.kit.search_line import SearchLine
from ccb_desktop.ui.kit.seat import Seat
from ccb_desktop.ui.kit.widgets import FlowLayout, button, column, label, labelled
from ccb_desktop.ui.kit.window_state import WindowState

_MARGIN = 20
_LOW_MARGIN = 8  # above and below, where few lines fit


@dataclass(frozen=True, slots=True)
class Desk:
    """What every page is given to work with.

    Attributes:
        broadcast: Tells of finished acts, leads to other pages.
        background: Does long work off the window's thread.
        state: Remembers columns and sizes.
        drafts: Keeps what is typed in open forms.
        seat: Who is at work, and what he may write.
    """

    broadcast: Broadcast
    background: Background
    state: WindowState
    drafts: Drafts
    seat: Seat = field(default_factory=Seat)


def page_of(widget: QWidget) -> "Page | None":
    """The page to which something belongs, through all windows over it."""
    found: QWidget | None = widget
    while found is not None and not isinstance(found, Page):
        found = found.parentWidget()
    return found


def ask_for_help(widget: QWidget) -> None:
    """Open the handbook from a dialog, which keeps the window's own F1 from being heard."""
    page = page_of(widget)
    if page is not None:
        page.desk.broadcast.help_wanted.emit()


class Page(QWidget):
    """The base of all pages."""

    kinds: frozenset[str] = frozenset()
    """The kinds of records (names of tables) this page shows."""

    duties: tuple[Duty, ...] = ()
    """Whose work is done here: any of them lets one write; nothing is everybody's."""

    help_page = ""
    """Where the handbook tells of what is seen now; empty for the page named as this one is."""

    def __init__(self, desk: Desk, title: str, purpose: str) -> None:
        """Build the head of the page; the subject fills `body`.

        Args:
            desk: What it is given to work with.
            title: Name of the page.
            purpose: One line saying what it is for.
        """
        super().__init__()
        self.desk = desk
        self.title = title
        self.is_low = False
        self._stale = True
        self._has_buttons = False
        self._head = FlowLayout(stretch_first=True)
        self._purpose = label(purpose, "soft")
        self._title = label(title, "title", wrap=False)
        self._head.addWidget(self._title)
        self._around = column(self, margin=_MARGIN, spacing=8)
        self._around.addLayout(self._head)
        self._around.addWidget(self._purpose)
        self._whose = label("", "soft")
        self._whose.hide()
        self._around.addWidget(self._whose)
        self.body = column(spacing=12)
        self._around.addLayout(self.body, 1)
        desk.broadcast.changed.connect(self._hear)

    def add_main_button(
        self, text: str, act: Callable[[], object], *, icon: str = "", shortcut: str = ""
    ) -> QPushButton:
        """Put a button beside the title; the first one is the main act, two are the most."""
        role = "" if self._has_buttons else "main"
        self._has_buttons = True
        made = button(text, act, role=role, icon=icon, shortcut=shortcut, writes=True)
        self._head.addWidget(made)
        return made

    def add_view_choice(self, text: str, box: QComboBox) -> None:
        """Put the choice of what the page shows beside the title, before the buttons."""
        box.setAccessibleName(text)
        self._head.addWidget(labelled(text, box))

    def set_purpose(self, text: str) -> None:
        """Say another line under the title, as `1.862 hội viên đến hôm nay`."""
        self._purpose.setText(text)

    def set_low(self, is_low: bool) -> None:
        """The window has room for few lines now, or for many again; pages of tabs heed it."""
        self.is_low = is_low

    def spare_head(self, spared: bool) -> None:
        """Go without title and purpose, for the list at the left says which page this is.

        Beside buttons the title stays.
        """
        self._purpose.setVisible(not spared)
        self._title.setVisible(not spared or self._head.count() > 1)
        upright = _LOW_MARGIN if spared else _MARGIN
        self._around.setContentsMargins(_MARGIN, upright, _MARGIN, upright)

    def refresh(self) -> None:
        """Read again what is shown."""

    def show_place(self, place: Place) -> None:
        """Show the record or the filter somebody came here for."""

    def begin(self) -> None:
        """Put the keyboard where work begins: into the search box of the list that is seen."""
        seen = (line for line in self.findChildren(SearchLine) if line.isVisible())
        line = next(seen, None)
        if line is not None:
            line.setFocus()

    def refresh_soon(self) -> None:
        """Read again now if the page is seen, else when it is seen next."""
        self._stale = True
        if self.isVisible():
            self._refresh_now()

    def heightForWidth(self, width: int) -> int:
        """The least height it can do with: only then does the window scroll it as well.

        Qt would ask for the height the page would like best, and lists like to be long. A page
        that must scroll anyway asks for room for its rows as well.
        """
        layout = self.layout()
        if layout is None:
            return -1
        least = layout.totalMinimumHeightForWidth(width)
        return least + room_for_rows(self, least)

    def _look_at_seat(self) -> None:
        """Say whose work is done here, where it is not that of whoever is at work."""
        whose = self.desk.seat.why_not(self.duties)
        if whose:
            self._whose.setText(f"Bác xem được trang này. {whose}.")
        self._whose.setVisible(bool(whose))

    def showEvent(self, event: QShowEvent) -> None:
        """What has changed meanwhile is read when the page is seen."""
        self._look_at_seat()
        super().showEvent(event)
        if self._stale:
            self._refresh_now()

    def _hear(self, change: Change) -> None:
        if change.kinds & self.kinds:
            self.refresh_soon()

    def _refresh_now(self) -> None:
        self._stale = False
        try:
            self.refresh()
        except UserError as error:
            messages.tell(self, error)
