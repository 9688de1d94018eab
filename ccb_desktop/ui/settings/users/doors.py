"""The way into the books where they have users: signing in, a new password after the code.

Public: `ask(desk, parent, folder, then, leave)`, `settle(parent, store, signed, then, leave)`.
"""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.users.signing_in import SignedIn, names_of
from ccb_desktop.paths import DataFolder
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.settings.users.new_password import after_code
from ccb_desktop.ui.settings.users.sign_in import SignIn

Leave = Callable[[], object]


def ask(
    desk: Desk,
    parent: QWidget | None,
    folder: DataFolder,
    then: Callable[[SignedIn | None], object],
    leave: Leave,
) -> None:
    """Let somebody sign in, where the branch has users; go on at once where it has none.

    Raises:
        Damaged: The key ring is damaged, and no backup bears another.
    """
    names = names_of(folder)
    if not names:
        then(None)
        return
    dialog = SignIn(parent, desk, folder, names)
    dialog.signed.connect(then)
    dialog.rejected.connect(leave)
    dialog.open()


def settle(
    parent: QWidget,
    store: Store,
    signed: SignedIn | None,
    then: Callable[[], object],
    leave: Leave,
) -> None:
    """Whoever came in by the printed code sets a password before anything is shown."""
    if signed is None or not signed.by_code or store.view_only:
        then()
        return
    dialog = after_code(parent, store, signed)
    dialog.accepted.connect(then)
    dialog.rejected.connect(leave)
    dialog.open()
