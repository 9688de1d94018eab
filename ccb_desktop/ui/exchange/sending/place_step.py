"""Third step of a sending: where it goes, and with which password."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QSizePolicy, QWidget

from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.members.consent import withdrawal_warning
from ccb_desktop.domain.printing import number
from ccb_desktop.domain.submissions.drives import Drive
from ccb_desktop.domain.submissions.orders import Destination
from ccb_desktop.domain.submissions.personal import PersonalData
from ccb_desktop.ui.kit.choice_fields import ChecklistField, ChoiceField
from ccb_desktop.ui.kit.file_dialogs import choose_folder
from ccb_desktop.ui.kit.form import Form
from ccb_desktop.ui.kit.password_field import PasswordField
from ccb_desktop.ui.kit.text_fields import TextField
from ccb_desktop.ui.kit.widgets import FlowLayout, button, column, label

_PACKED = "packed"
_MB = 1024 * 1024
_LOWEST = 240  # pixels: a field and its words at the largest text
_PASSWORD_HINT = (
    "Không bắt buộc. Báo mật khẩu bằng điện thoại, đừng ghi kèm USB. Quên mật khẩu thì không ai "
    "mở lại được gói này."
)
_MAIL = "Thư điện tử (ghi thư nháp, mở bằng chương trình thư của máy)"


class PlaceStep(QWidget):
    """Sticks that are in, any folder, or an e-mail; the list of sticks is read by a button."""

    def __init__(self, look_for_sticks: Callable[[], object]) -> None:
        super().__init__()
        self._folders: list[Path] = []
        self._sticks: list[tuple[Path, str]] = []
        self._warning = label("", "problem")
        self._where = ChoiceField(
            "where", "Ghi vào đâu", [], required=True, none="Chọn USB hoặc thư mục", wide=True
        )
        self._where.changed.connect(self._change_way)
        self._address = TextField("address", "Địa chỉ thư của nơi nhận")
        self._recipient = TextField("recipient", "Gửi cho", hint="Trống: Hội cấp trên")
        self._password = PasswordField("password", "Mật khẩu của gói", hint=_PASSWORD_HINT)
        self._shape = ChecklistField(
            "shape", "Cách ghi", [(_PACKED, "Đóng tất cả thành một tệp nén")]
        )
        self.form = Form()
        self.form.add_widget(self._warning)
        self.form.add([self._where])
        ground = QWidget()
        flow = FlowLayout(ground)
        flow.addWidget(button("Tìm lại USB", look_for_sticks, icon="search"))
        flow.addWidget(button("Chọn thư mục…", self._choose_folder, icon="open"))
        self.form.add_widget(ground)
        self.form.add([self._address, self._recipient, self._password, self._shape])
        # It scrolls by itself, so that what goes on stands in the window at large text too.
        self.form.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self.form.setMinimumHeight(_LOWEST)
        layout = column(self, spacing=12)
        layout.addWidget(self.form, 1)

    def begin(self) -> None:
        """Start anew; the folder chosen last stays offered."""
        self._password.set_value("")
        self._where.set_value(None)
        self._change_way()

    def show_sticks(self, sticks: Sequence[Drive]) -> None:
        """Offer the sticks that are in now; the only one is chosen."""
        self._sticks = [(one.path, _told(one)) for one in sticks]
        self._offer()
        if len(sticks) == 1 and self._where.value() is None:
            self._where.set_value(sticks[0].path)
        self._change_way()

    def warn(self, found: Sequence[PersonalData], withdrawn: Sequence[str] = ()) -> None:
        """Say which personal data leave the branch, and of whom they should not."""
        lines = "\n".join(f"– {one.sentence}" for one in found)
        said = f"Trong gói có dữ liệu cá nhân:\n{lines}\nNên đặt mật khẩu cho gói." if found else ""
        if withdrawn:
            said = f"{said}\n{withdrawal_warning(withdrawn)}".strip()
        self._warning.setText(said)
        self._warning.setVisible(bool(said))

    def destination(self) -> Destination:
        """Where the package goes.

        Raises:
            Invalid: Something is missing; it is told beside its field.
        """
        wrong = self.form.problems()
        mail = self._where.value() == _MAIL
        if mail and not self._address.value():
            wrong["address"] = "Ghi địa chỉ thư của nơi nhận, như hoi@tinh.vn."
        self.form.mark(wrong)
        if wrong:
            raise Invalid(wrong)
        folder = _mail_folder() if mail else self._where.value()
        return Destination(
            folder=Path(folder),
            packed=mail or _PACKED in self._shape.value(),
            password=self._password.value(),
            address=self._address.value() if mail else "",
            recipient=self._recipient.value(),
        )

    def mark(self, problems: dict[str, str]) -> list[str]:
        """Show what the books said beside the fields; gives the sentences for no field here."""
        return self.form.mark(problems)

    def is_stick(self, folder: Path) -> bool:
        """Whether a folder is one of the sticks."""
        return any(path == folder for path, _ in self._sticks)

    def take_keyboard(self) -> None:
        """The keyboard stands where the place is chosen."""
        self._where.focus()

    def _choose_folder(self) -> None:
        choose_folder(self, "Ghi gói vào thư mục nào", self.take_folder)

    def take_folder(self, folder: Path) -> None:
        """A folder of the PC is chosen."""
        if folder not in self._folders:
            self._folders.append(folder)
        self._offer()
        self._where.set_value(folder)
        self._change_way()

    def _offer(self) -> None:
        known = {path for path, _ in self._sticks}
        folders = [(one, f"Thư mục {one}") for one in self._folders if one not in known]
        choices: list[tuple[Any, str]] = [*self._sticks, *folders, (_MAIL, _MAIL)]
        self._where.set_choices(choices)

    def _change_way(self) -> None:
        mail = self._where.value() == _MAIL
        self._address.setVisible(mail)
        self._shape.setVisible(not mail)


def _mail_folder() -> str:
    """Where the draft and the package attached to it are kept."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return str(Path(documents) / "Bao-cao-da-gui")


def _told(stick: Drive) -> str:
    name = f"USB {stick.label}".strip()
    free = "không rõ còn trống bao nhiêu"
    if stick.free is not None:
        free = f"còn trống {number(stick.free // _MB)} MB"
    locked = ", chỉ cho đọc" if stick.read_only else ""
    return f"{name}: {free}{locked}, kiểu {stick.file_system} ({stick.path})"
