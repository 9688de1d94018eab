"""Who sits at the program: signing in, the name at the foot of the window, the locked screen.

sitting = Sitting(desk, lambda: store, leave)
sitting.ask(window, folder, open_as)     # open_as(signed); None where there are no users
sitting.settle(window, show_pages)       # a code asks for a new password first
sitting.begin(window, another)           # pages are shown; another(signed) takes the seat
sitting.end()                            # the window is being closed
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.changes import Change
from ccb_desktop.paths import DataFolder
from ccb_desktop.ui.kit.broadcast import Place
from ccb_desktop.ui.kit.page import Desk

if TYPE_CHECKING:
    from ccb_desktop.operations.branch import Store
    from ccb_desktop.operations.users.signing_in import SignedIn, StoreKeys
    from ccb_desktop.ui.main_window import MainWindow
    from ccb_desktop.ui.settings.users.lock import Lock

_USERS = Place("settings", filters={"tab": "users"})


class Sitting(QObject):
    """One officer after another, while the program runs on one folder."""

    def __init__(
        self, desk: Desk, store: "Callable[[], Store | None]", leave: Callable[[], object]
    ) -> None:
        """Let nobody in yet.

        Args:
            desk: The worker; its seat is taken and left.
            store: The books; none while they are closed.
            leave: Ends the program, where nobody signs in.
        """
        super().__init__()
        self._desk = desk
        self._store = store
        self._leave = leave
        self._window: MainWindow | None = None
        self._lock: Lock | None = None
        self.signed: SignedIn | None = None
        desk.broadcast.changed.connect(self._hear)
        desk.broadcast.rows_copied.connect(self._log_copied)

    def ask(
        self,
        parent: QWidget | None,
        folder: DataFolder,
        then: "Callable[[SignedIn | None], object]",
    ) -> None:
        """Let somebody sign in, where the books have users.

        Raises:
            Damaged: The key ring is damaged, and no backup bears another.
        """
        from ccb_desktop.ui.settings.users import doors  # noqa: PLC0415 (window first)

        doors.ask(self._desk, parent, folder, then, self._leave)

    def settle(self, window: QWidget, then: Callable[[], object]) -> None:
        """Whoever came in by the printed code sets a password before anything is shown."""
        from ccb_desktop.ui.settings.users import doors  # noqa: PLC0415 (window first)

        store = self._store()
        if store is not None:
            doors.settle(window, store, self.signed, then, self._leave)

    def begin(self, window: "MainWindow", another: "Callable[[SignedIn], object]") -> None:
        """The books are shown in a window."""
        from ccb_desktop.ui.settings.users.lock import Lock  # noqa: PLC0415 (window first)

        self._window = window
        self._look()
        if self._lock is None:
            self._lock = Lock(self._desk, self._store)
        self._lock.start(window, another)

    def end(self) -> None:
        """The window is being closed."""
        self._window = None
        if self._lock is not None:
            self._lock.stop()

    def lock_screen(self) -> None:
        """Cover the window until its officer is back."""
        if self._lock is not None:
            self._lock.lock()

    @property
    def lock(self) -> "Lock | None":
        """The lock, for the settings; none before books are shown."""
        return self._lock

    @property
    def keys(self) -> "StoreKeys":
        """Those of whoever signed in; of books without users, where nobody had to."""
        from ccb_desktop.operations.users.backup_keys import NO_RING  # noqa: PLC0415 (window first)

        return NO_RING if self.signed is None else self.signed.keys

    def _look(self) -> None:
        store = self._store()
        user = store.user if store is not None else None
        self._desk.seat.take(user, view_only=store is not None and store.view_only)
        if self._window is not None:
            name = user.name if user is not None else ""
            self._window.bottom.tell_user(name, lambda: self._desk.broadcast.go_to(_USERS))

    def _log_copied(self, what: str, count: int) -> None:
        """What goes to the clipboard leaves the books as surely as a file."""
        from ccb_desktop.operations.personal_exports import log_copied  # noqa: PLC0415 (window first)

        store = self._store()
        if store is not None:
            log_copied(store, what, count)

    def _hear(self, change: Change) -> None:
        """The first user was made, or somebody has another name or other roles."""
        if "users" in change.kinds:
            self._look()
