"""Receiving a kit of a handover: chosen, checked, its password asked, put in place."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.errors import Invalid, NotSignedIn, UserError, WrongPassword
from ccb_desktop.domain.printing import long_date
from ccb_desktop.operations import handover_kit
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.handover_kit import Kit, OpenBooks
from ccb_desktop.operations.users.backup_keys import keys_of_backup
from ccb_desktop.operations.users.signing_in import SignedIn
from ccb_desktop.paths import DataFolder
from ccb_desktop.ui.kit import messages
from ccb_desktop.ui.kit.at_work import is_at_work
from ccb_desktop.ui.kit.file_dialogs import choose_folder
from ccb_desktop.ui.kit.form import Form
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.password_field import PasswordField
from ccb_desktop.ui.kit.text_fields import TextField
from ccb_desktop.ui.kit.waiting import READING, do_waiting

Then = Callable[[], object]

_LOOKING = "Đang xem bộ bàn giao"
_RECEIVING = "Đang nhận bàn giao"


def choose_and_receive(
    parent: QWidget | None,
    desk: Desk,
    folder: DataFolder,
    then: Then,
    store: Store | None = None,
) -> None:
    """Ask for the folder of a kit, check it, and put its books into the data folder.

    Args:
        parent: The window that asks.
        desk: Its worker reads the kit, which may take its time on a slow stick.
        folder: Where the books shall lie.
        then: What is done when they lie there.
        store: The open books that they would replace; none at the first start.
    """

    def chosen(place: Path) -> None:
        do_waiting(
            parent,
            desk,
            lambda: handover_kit.check_kit(place),
            checked,
            doing=_LOOKING,
            told=READING,
        )

    def checked(kit: Kit) -> None:
        if kit.manifest.with_password:
            _ask_password(parent, desk, kit, folder, lambda word: look(kit, word))
        else:
            look(kit, "")

    def look(kit: Kit, password: str) -> None:
        _look(parent, desk, kit, folder, password, lambda opening: put(kit, password, opening))

    def put(kit: Kit, password: str, opening: OpenBooks) -> None:
        if store is None:
            _receive(parent, desk, folder, kit, password, opening, then)
        else:
            _ask_first(parent, desk, store, kit, password, opening, then)

    choose_folder(parent, "Chọn thư mục của bộ bàn giao", chosen)


def _look(
    parent: QWidget | None,
    desk: Desk,
    kit: Kit,
    folder: DataFolder,
    password: str,
    then: Callable[[OpenBooks], object],
) -> None:
    """See that the copy can be restored; where its books are encrypted, ask what opens them."""

    def failed(error: UserError) -> None:
        if isinstance(error, NotSignedIn):
            _ask_keys(parent, desk, kit, folder, password, then)
        else:
            messages.tell(parent, error)

    do_waiting(
        parent,
        desk,
        lambda: handover_kit.look_into_kit(folder, kit.folder, password),
        lambda _kit: then(handover_kit.without_users),
        failed,
        doing=_LOOKING,
        told=READING,
    )


class _OpeningDialog(FormDialog):
    """Asks for what opens something; it is tried in the worker, and the form waits for that."""

    def __init__(
        self,
        parent: QWidget | None,
        desk: Desk,
        title: str,
        form: Form,
        attempt: Callable[[dict[str, Any]], object],
        *,
        intro: str,
    ) -> None:
        super().__init__(parent, title, form, lambda *_given: None, intro=intro, save_label="Mở")
        self._desk = desk
        self._attempt = attempt

    def save(self) -> bool:
        """Try it; the dialog closes when it has opened."""
        if self.is_filled_in():
            values, attempt = self.form.values(), self._attempt
            do_waiting(
                self,
                self._desk,
                lambda: attempt(values),
                self._opened,
                self.tell_failed,
                doing=_LOOKING,
                told=READING,
            )
        return False

    def _opened(self, _nothing: object) -> None:
        self.tell_saved(None)
        self.accept()


def _ask_password(
    parent: QWidget | None,
    desk: Desk,
    kit: Kit,
    folder: DataFolder,
    then: Callable[[str], object],
) -> None:
    """Ask for the password until it opens the copy."""
    form = Form()
    form.add([PasswordField("password", "Mật khẩu niêm phong", required=True)])

    def attempt(values: dict[str, Any]) -> None:
        try:
            handover_kit.look_into_kit(folder, kit.folder, values["password"])
        except WrongPassword as error:
            raise Invalid({"password": str(error)}) from error
        except NotSignedIn:
            return  # the books in it want a password of their own, which is asked next

    dialog = _OpeningDialog(
        parent,
        desk,
        "Mở bản sao niêm phong",
        form,
        attempt,
        intro=f"Bộ bàn giao của {kit.manifest.branch}, {long_date(kit.manifest.on)}. Mật khẩu do "
        "người giao báo riêng.",
    )
    dialog.accepted.connect(lambda: then(form.values()["password"]))
    dialog.open()


def _ask_keys(
    parent: QWidget | None,
    desk: Desk,
    kit: Kit,
    folder: DataFolder,
    password: str,
    then: Callable[[OpenBooks], object],
) -> None:
    """Ask for a password of the users in the kit, or for their printed code, until it opens."""
    form = Form()
    form.add(
        [
            TextField("name", "Tên người dùng (để trống nếu gõ mã khôi phục)"),
            PasswordField("secret", "Mật khẩu của người ấy, hoặc mã khôi phục", required=True),
        ]
    )

    def attempt(values: dict[str, Any]) -> None:
        try:
            handover_kit.look_into_kit(folder, kit.folder, password, _opening(folder, values))
        except NotSignedIn as error:
            raise Invalid({"secret": str(error)}) from error
        except Invalid as error:
            raise Invalid({"secret": error.fields.get("code", str(error))}) from error

    dialog = _OpeningDialog(
        parent,
        desk,
        "Mở sổ đã mã hóa",
        form,
        attempt,
        intro=f"Sổ trong bộ bàn giao của {kit.manifest.branch} được mã hóa. Gõ tên và mật khẩu "
        "của một người dùng sổ ấy, hoặc mã khôi phục trong phong bì nhận bàn giao.",
    )
    dialog.accepted.connect(lambda: then(_opening(folder, form.values())))
    dialog.open()


def _opening(folder: DataFolder, values: dict[str, Any]) -> OpenBooks:
    """Opens a copy by what was typed."""
    return lambda copy: keys_of_backup(folder, copy, values["name"].strip(), values["secret"])


def _ask_first(
    parent: QWidget | None,
    desk: Desk,
    store: Store,
    kit: Kit,
    password: str,
    opening: OpenBooks,
    then: Then,
) -> None:
    """Ask before open books are replaced."""

    def replace() -> None:
        if parent is not None and is_at_work(parent, desk, then="nhận bàn giao"):
            return
        folder, user = store.folder, store.user
        signed = SignedIn(user.id or 0, store.keys) if user is not None else None
        store.close()

        def failed(error: UserError) -> None:
            then()
            messages.tell(None, error)  # the window that asked is closed by now

        do_waiting(
            parent,
            desk,
            lambda: handover_kit.receive_kit(folder, kit.folder, password, opening, signed),
            lambda _restored: then(),
            failed,
            doing=_RECEIVING,
        )

    messages.ask_before(
        parent,
        f"Thay số liệu đang mở bằng sổ trong bộ bàn giao?\n{kit.sentence}\n\n"
        "Số liệu đang dùng được giữ lại thành một bản sao lưu, nên vẫn quay lại được.",
        "Nhận bàn giao",
        replace,
    )


def _receive(
    parent: QWidget | None,
    desk: Desk,
    folder: DataFolder,
    kit: Kit,
    password: str,
    opening: OpenBooks,
    then: Then,
) -> None:
    def received(_restored: object) -> None:
        then()
        messages.tell(
            None,
            f"Đã nhận bàn giao.\n{kit.sentence}\n\nHãy làm theo phần “Tuần đầu tiên” trong sổ tay.",
        )

    do_waiting(
        parent,
        desk,
        lambda: handover_kit.receive_kit(folder, kit.folder, password, opening),
        received,
        doing=_RECEIVING,
    )
