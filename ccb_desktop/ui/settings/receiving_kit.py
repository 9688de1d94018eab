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
from ccb_desktop.ui.kit.file_dialogs import choose_folder
from ccb_desktop.ui.kit.form import Form
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.password_field import PasswordField
from ccb_desktop.ui.kit.text_fields import TextField

Then = Callable[[], object]


def choose_and_receive(
    parent: QWidget | None, folder: DataFolder, then: Then, store: Store | None = None
) -> None:
    """Ask for the folder of a kit, check it, and put its books into the data folder.

    Args:
        parent: The window that asks.
        folder: Where the books shall lie.
        then: What is done when they lie there.
        store: The open books that they would replace; none at the first start.
    """

    def chosen(place: Path) -> None:
        try:
            kit = handover_kit.check_kit(place)
        except UserError as error:
            messages.tell(parent, error)
            return
        if kit.manifest.with_password:
            _ask_password(parent, kit, folder, lambda word: _go_on(kit, word))
        else:
            _go_on(kit, "")

    def _go_on(kit: Kit, password: str) -> None:
        try:
            handover_kit.look_into_kit(folder, kit.folder, password)
        except NotSignedIn:
            _ask_keys(parent, kit, folder, password, lambda opening: _put(kit, password, opening))
        except UserError as error:
            messages.tell(parent, error)
        else:
            _put(kit, password, handover_kit.without_users)

    def _put(kit: Kit, password: str, opening: OpenBooks) -> None:
        if store is None:
            _receive(parent, folder, kit, password, opening, then)
        else:
            _ask_first(parent, store, kit, password, opening, then)

    choose_folder(parent, "Chọn thư mục của bộ bàn giao", chosen)


def _ask_password(
    parent: QWidget | None, kit: Kit, folder: DataFolder, then: Callable[[str], object]
) -> None:
    """Ask for the password until it opens the copy."""
    form = Form()
    form.add([PasswordField("password", "Mật khẩu niêm phong", required=True)])

    def check(values: dict[str, Any], _form_id: str) -> None:
        try:
            handover_kit.look_into_kit(folder, kit.folder, values["password"])
        except WrongPassword as error:
            raise Invalid({"password": str(error)}) from error
        except NotSignedIn:
            return  # the books in it want a password of their own, which is asked next

    dialog = FormDialog(
        parent,
        "Mở bản sao niêm phong",
        form,
        check,
        intro=f"Bộ bàn giao của {kit.manifest.branch}, {long_date(kit.manifest.on)}. Mật khẩu do "
        "người giao báo riêng.",
        save_label="Mở",
    )
    dialog.accepted.connect(lambda: then(form.values()["password"]))
    dialog.open()


def _ask_keys(
    parent: QWidget | None,
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

    def opening() -> OpenBooks:
        values = form.values()
        return lambda copy: keys_of_backup(folder, copy, values["name"].strip(), values["secret"])

    def check(_values: dict[str, Any], _form_id: str) -> None:
        try:
            handover_kit.look_into_kit(folder, kit.folder, password, opening())
        except NotSignedIn as error:
            raise Invalid({"secret": str(error)}) from error
        except Invalid as error:
            raise Invalid({"secret": error.fields.get("code", str(error))}) from error

    dialog = FormDialog(
        parent,
        "Mở sổ đã mã hóa",
        form,
        check,
        intro=f"Sổ trong bộ bàn giao của {kit.manifest.branch} được mã hóa. Gõ tên và mật khẩu "
        "của một người dùng sổ ấy, hoặc mã khôi phục trong phong bì nhận bàn giao.",
        save_label="Mở",
    )
    dialog.accepted.connect(lambda: then(opening()))
    dialog.open()


def _ask_first(
    parent: QWidget | None,
    store: Store,
    kit: Kit,
    password: str,
    opening: OpenBooks,
    then: Then,
) -> None:
    """Ask before open books are replaced."""

    def replace() -> None:
        folder, user = store.folder, store.user
        signed = SignedIn(user.id or 0, store.keys) if user is not None else None
        store.close()
        try:
            handover_kit.receive_kit(folder, kit.folder, password, opening, signed)
        except UserError as error:
            then()
            messages.tell(None, error)  # the window that asked is closed by now
        else:
            then()

    messages.ask_before(
        parent,
        f"Thay số liệu đang mở bằng sổ trong bộ bàn giao?\n{kit.sentence}\n\n"
        "Số liệu đang dùng được giữ lại thành một bản sao lưu, nên vẫn quay lại được.",
        "Nhận bàn giao",
        replace,
    )


def _receive(
    parent: QWidget | None,
    folder: DataFolder,
    kit: Kit,
    password: str,
    opening: OpenBooks,
    then: Then,
) -> None:
    try:
        handover_kit.receive_kit(folder, kit.folder, password, opening)
    except UserError as error:
        messages.tell(parent, error)
        return
    then()
    messages.tell(
        None,
        f"Đã nhận bàn giao.\n{kit.sentence}\n\nHãy làm theo phần “Tuần đầu tiên” trong sổ tay.",
    )
