"""Asks for the password, or the printed code, by which an encrypted backup opens.

Public: `ask_keys(parent, desk, file, then)`; `then` gets the `StoreKeys`.
"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.errors import Invalid, UserError
from ccb_desktop.operations.users.backup_keys import (
    StoreKeys,
    keys_of_backup,
    names_of_backup,
    seconds_to_wait,
)
from ccb_desktop.paths import DataFolder
from ccb_desktop.ui.kit import messages
from ccb_desktop.ui.kit.choice_fields import ChoiceField
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.password_field import PasswordField
from ccb_desktop.ui.kit.widgets import button, label
from ccb_desktop.ui.settings.users.sign_in import SecretDialog

_BY_CODE = ""


def ask_keys(
    parent: QWidget | None,
    desk: Desk,
    folder: DataFolder,
    file: Path,
    then: Callable[[StoreKeys], object],
) -> None:
    """Let the officer open a backup that the passwords of now do not open.

    Args:
        parent: The window it concerns.
        desk: The worker.
        folder: Of the books of now, where wrong tries are counted.
        file: The backup.
        then: Gets the keys when they are found.
    """
    try:
        names = names_of_backup(file)
    except UserError as error:
        messages.tell(parent, error)
        return
    dialog = BackupKeys(parent, desk, folder, file, names)
    dialog.signed.connect(then)
    dialog.open()


class BackupKeys(SecretDialog):
    """A name and password of then, or the code of then."""

    def __init__(
        self,
        parent: QWidget | None,
        desk: Desk,
        folder: DataFolder,
        file: Path,
        names: list[str],
    ) -> None:
        super().__init__(parent, desk, folder, "Mở bản sao lưu đã mã hóa")
        self._file = file
        self.layout_.addWidget(
            label(
                "Bản sao lưu này mở bằng mật khẩu khác với mật khẩu đang dùng. Chọn tên người dùng "
                "lúc làm bản ấy và gõ mật khẩu lúc ấy, hoặc gõ mã khôi phục in lúc ấy. Số liệu "
                "đang dùng chưa bị đụng đến."
            )
        )
        self.name = ChoiceField(
            "name",
            "Mở bằng",
            [(name, f"Mật khẩu của {name}") for name in names],
            none="Mã khôi phục trên giấy",
            empty=_BY_CODE,
        )
        self.name.set_value(names[0] if names else _BY_CODE)
        self.name.changed.connect(self.count_down)
        self.password = PasswordField("secret", "Mật khẩu hoặc mã lúc ấy")
        self.layout_.addWidget(self.name)
        self.layout_.addWidget(self.password)
        self.foot(
            button("Thôi, để nguyên", self.reject, icon="close"),
            go=button("Mở bản sao lưu", self._try, role="main", icon="check"),
        )

    def seconds(self) -> int:
        """Wrong tries are counted for each backup's own keys."""
        return seconds_to_wait(self.folder, self._file, str(self.name.value()))

    def failed(self, error: UserError) -> None:
        """It is typed anew."""
        self.say(error.fields.get("code", "") if isinstance(error, Invalid) else str(error))
        self.password.line.selectAll()
        self.password.focus()

    def _try(self) -> None:
        folder, file, secret = self.folder, self._file, self.password.value()
        name = str(self.name.value())
        self.attempt(lambda: keys_of_backup(folder, file, name, secret))
