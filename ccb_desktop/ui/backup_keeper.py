"""Keeps the backups while the window is open: the routine, and the second place when it comes.

    keeper = BackupKeeper(desk, lambda: store)
    keeper.start(window)   # when the books are open
    keeper.stop()          # before they are closed

Nothing asks over and over whether a stick is in: that is looked at when the officer comes back
to the window, and with the backup of every half hour.
"""

import time
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from ccb_desktop.domain.backup_care import MEND_LABEL, PAGE, TAB, reminders
from ccb_desktop.domain.errors import UserError
from ccb_desktop.ui.kit.broadcast import Place
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.waiting import is_waiting

if TYPE_CHECKING:
    from ccb_desktop.operations.backup_routine import RoutineDone
    from ccb_desktop.operations.branch import Store
    from ccb_desktop.ui.main_window import MainWindow

_EVERY = 30 * 60 * 1000  # milliseconds
_FIRST = 3 * 60 * 1000  # milliseconds, so that short sittings see to the backups as well
_LOOK_AGAIN_AFTER = 10.0  # seconds


class BackupKeeper(QObject):
    """Backs up by the clock, and tells at the foot of the window how the backups are cared for."""

    def __init__(self, desk: Desk, store: "Callable[[], Store | None]") -> None:
        """Start nothing yet.

        Args:
            desk: The worker, and the way to the page of backups.
            store: The books; none while they are closed.
        """
        super().__init__()
        self._desk = desk
        self._store = store
        self._window: MainWindow | None = None
        self._looked = 0.0
        self._is_behind = False
        self.timer = QTimer(self, interval=_EVERY)
        self.timer.timeout.connect(self.back_up_soon)
        self._first = QTimer(self, interval=_FIRST, singleShot=True)
        self._first.timeout.connect(self.back_up_soon)

    def start(self, window: "MainWindow") -> None:
        """The books are open in a window: tell how they are backed up, and go on doing it."""
        self._window = window
        store = self._store()
        if store is None:
            return
        self.tell_age()
        if not store.view_only:
            window.came_back.connect(self._came_back)
            self.timer.start()
            self._first.start()
            self.look()

    def stop(self) -> None:
        """The books are being closed."""
        self.timer.stop()
        self._first.stop()
        self._window = None

    def tell_age(self) -> None:
        """Say anew when the last backup was made."""
        from ccb_desktop.operations import backups  # noqa: PLC0415 (window first)

        store = self._store()
        if store is not None and self._window is not None:
            last = backups.state(store).last
            if last is not None:
                self._window.bottom.tell_backup(last.made_at)

    def back_up_soon(self) -> None:
        """The routine, in the worker."""
        from ccb_desktop.operations.backup_routine import run_routine  # noqa: PLC0415 (window first)

        store = self._store()
        if store is not None and not is_waiting():  # the books are being replaced just now
            self._desk.background.run(
                lambda progress: run_routine(store, progress.report),
                self._tell,
                label="Đang sao lưu",
                owner=self,
            )

    def look(self) -> None:
        """See how the backups are cared for, and give the second place what it lacks."""
        from ccb_desktop.operations.backup_routine import (  # noqa: PLC0415 (window first)
            look_for_second_place,
        )

        store = self._store()
        self._looked = time.monotonic()
        if store is not None:
            self._desk.background.run(
                lambda progress: look_for_second_place(store, progress.report),
                self._tell,
                _say_nothing,
                label="Đang xem nơi sao lưu thứ hai",
                owner=self,
            )

    def _came_back(self) -> None:
        """The officer is at the window again; the stick may be in by now."""
        lately = time.monotonic() - self._looked < _LOOK_AGAIN_AFTER
        if self._is_behind and not lately and not self._desk.background.is_busy:
            self.look()

    def _tell(self, done: "RoutineDone") -> None:
        self._is_behind = done.care.away is not None and done.care.away_is_behind
        self._desk.broadcast.backups_seen.emit()
        if self._window is None:
            return
        self.tell_age()
        self._window.bottom.tell_news(" ".join(done.news))
        first = next(iter(reminders(done.care, datetime.now())), None)
        if first is None:
            self._window.bottom.tell_reminder("", lambda: None)
            return
        place = Place(PAGE, filters={"tab": TAB, "act": first.mend.value})
        self._window.bottom.tell_reminder(
            f"{first.short}: {MEND_LABEL[first.mend]}",
            lambda: self._desk.broadcast.go_to(place),
        )


def _say_nothing(_error: UserError) -> None:
    """A look that fails is made again; what is lacking is told by the reminder."""
