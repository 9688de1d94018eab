"""Going back to a backup while the books are open: looked at first, then done or left."""

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.errors import NotSignedIn, UserError
from ccb_desktop.domain.going_back import GoingBack
from ccb_desktop.operations import backups, going_back
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.users.backup_keys import StoreKeys
from ccb_desktop.ui.kit import messages
from ccb_desktop.ui.kit.at_work import is_at_work
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.waiting import do_waiting
from ccb_desktop.ui.settings.going_back_dialog import GoingBackDialog
from ccb_desktop.ui.settings.users.backup_keys_dialog import ask_keys

_Found = tuple[Path, GoingBack | None, StoreKeys | None]
"""The backup; what it would change, unless its password is wanted; its keys, if others."""


def look_and_restore(
    parent: QWidget, desk: Desk, store: Store, find: Callable[[], Path], then: Callable[[], object]
) -> None:
    """Show what a backup would change, and restore it if the officer wants it.

    Args:
        parent: The page that asks.
        desk: The worker.
        store: The open books; closed before they are replaced.
        find: Gives the backup, in the worker.
        then: Called when the books are to be opened again, whatever came of it.
    """
    if is_at_work(parent, desk, then="phục hồi"):
        return

    def look(file: Path | None = None, keys: StoreKeys | None = None) -> _Found:
        file = find() if file is None else file
        try:
            return file, going_back.look_back(store, file, date.today(), keys), keys
        except NotSignedIn:
            if keys is not None:
                raise
            return file, None, None

    def show(found: _Found) -> None:
        file, change, keys = found
        if change is None:
            ask_keys(
                parent, desk, store.folder, file, lambda theirs: begin(partial(look, file, theirs))
            )
            return
        dialog = GoingBackDialog(parent, change)
        dialog.accepted.connect(lambda: _restore(parent, desk, store, file, keys, then))
        dialog.open()

    def begin(look: Callable[[], _Found]) -> None:
        desk.background.run(
            lambda _progress: look(), show, label="Đang xem bản sao lưu", owner=parent
        )

    begin(look)


def _restore(
    parent: QWidget,
    desk: Desk,
    store: Store,
    file: Path,
    theirs: StoreKeys | None,
    then: Callable[[], object],
) -> None:
    if is_at_work(parent, desk, then="phục hồi"):
        return
    folder, keys, user = store.folder, store.keys, store.user
    store.close()

    def failed(error: UserError) -> None:
        then()
        messages.tell(None, error)  # the window that asked is closed by now

    do_waiting(
        parent,
        desk,
        lambda: backups.restore(folder, file, keys, theirs, by=user),
        lambda _restored: then(),  # that it is done is told when the books are open again
        failed,
        doing="Đang phục hồi",
    )
