"""Bàn giao: the kit for whoever takes over is written here, and one from another PC received."""

from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.reports.handover_kit import PERSONAL
from ccb_desktop.domain.reports.handover_minutes import Sides
from ccb_desktop.domain.users.duties import Duty
from ccb_desktop.operations.branch import Store, load_branch
from ccb_desktop.operations.handover_kit import Kit, check_password, write_kit
from ccb_desktop.ui.kit import messages
from ccb_desktop.ui.kit.at_work import is_at_work
from ccb_desktop.ui.kit.background import Progress
from ccb_desktop.ui.kit.date_field import DayField
from ccb_desktop.ui.kit.file_dialogs import choose_folder
from ccb_desktop.ui.kit.form import Form
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.open_file import open_with_pc
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.password_field import PasswordField, typed_twice
from ccb_desktop.ui.kit.text_fields import LongTextField, TextField
from ccb_desktop.ui.kit.widgets import FlowLayout, button, column, label
from ccb_desktop.ui.settings.receiving_kit import choose_and_receive

_WHAT = (
    "Khi đổi người phụ trách, chương trình ghi một lần ra USB mọi thứ người mới cần:",
    "•  Sổ tay: Hội có những ai giữ việc gì, tiền quỹ, việc dở dang, người đang được chăm lo, "
    "lịch báo cáo, việc của tuần đầu tiên.",
    "•  Danh mục và biên bản bàn giao để hai bên ký; danh sách việc còn dở dang.",
    "•  Bản sao toàn bộ sổ, niêm phong bằng mật khẩu, để người mới mở trên máy khác.",
    "Ghi xong, chương trình đọc lại từng tệp rồi mới báo xong. Số liệu trong máy này không đổi.",
)
_PASSWORD_HINT = "Ít nhất 8 ký tự. Ghi ra giấy, để riêng, không để cùng USB"


_HIS = (Duty.PAPERS, *Duty)
"""Everybody's who writes anything: who only reads takes no copy of the books away."""


class HandoverTab(QWidget):
    """What the kit is, and the two ways: giving and receiving."""

    received = Signal()
    """Other books stand in the folder now: everything is to be read anew."""

    def __init__(self, desk: Desk, store: Store) -> None:
        super().__init__()
        self._desk = desk
        self._store = store
        layout = column(self, margin=12, spacing=10)
        layout.addWidget(label("Bộ bàn giao cho người nhận việc", "heading"))
        for line in _WHAT:
            layout.addWidget(label(line))
        layout.addWidget(label(PERSONAL, "soft"))
        ways = FlowLayout()
        ways.addWidget(button("Lập bộ bàn giao…", self._ask, role="main", icon="save", duties=_HIS))
        ways.addWidget(
            button("Nhận bàn giao từ máy khác…", self._receive, icon="open", duties=(Duty.RESTORE,))
        )
        layout.addLayout(ways)
        layout.addStretch(1)

    def take_draft(self, draft: Any) -> None:
        """Go on with a form that a crash had closed."""
        self._ask().take_draft(draft)

    def _ask(self) -> FormDialog:
        form = Form()
        form.add(
            [
                DayField("on", "Ngày bàn giao", required=True),
                TextField("giver", "Người giao"),
                TextField("giver_post", "Chức vụ người giao"),
                TextField("receiver", "Người nhận"),
                TextField("receiver_post", "Chức vụ người nhận"),
                TextField("witness", "Người chứng kiến"),
                LongTextField("things", "Giao thêm", hint="Con dấu, chìa khóa, máy in…", lines=2),
            ],
            heading="Ghi vào biên bản; chưa biết thì để trống, viết tay sau",
        )
        form.add(
            typed_twice(
                PasswordField(
                    "password", "Mật khẩu niêm phong", hint=_PASSWORD_HINT, required=True
                ),
                "Gõ lại mật khẩu ấy",
            ),
            heading="Niêm phong bản sao của sổ",
        )
        branch = load_branch(self._store)
        form.set_values(
            {
                "on": date.today(),
                "giver": branch.signer_name,
                "giver_post": branch.signer_title.capitalize(),
            }
        )
        dialog = FormDialog(
            self, "Lập bộ bàn giao", form, self._checked, save_label="Chọn nơi ghi…"
        )
        dialog.keep_drafts(self._desk.drafts, page="settings", kind="handover")
        dialog.accepted.connect(lambda: self._choose(form.values()))
        dialog.open()
        return dialog

    def _checked(self, values: dict[str, Any], _form_id: str) -> None:
        check_password(values["password"])
        if values["password"] != values["again"]:
            raise Invalid({"again": "Hai lần gõ mật khẩu chưa giống nhau."})

    def _choose(self, values: dict[str, Any]) -> None:
        choose_folder(self, "Ghi bộ bàn giao vào đâu", lambda place: self._write(values, place))

    def _write(self, values: dict[str, Any], place: Path) -> None:
        told = ("giver", "giver_post", "receiver", "receiver_post", "witness", "things")
        sides = Sides(**{name: values[name] for name in told})

        def work(progress: Progress) -> Kit:
            return write_kit(
                self._store,
                sides,
                place,
                on=values["on"],
                password=values["password"],
                report=progress.report,
            )

        self._desk.background.run(work, self._written, label="Đang lập bộ bàn giao", owner=self)

    def _written(self, kit: Kit) -> None:
        messages.ask(
            self,
            f"Đã ghi xong bộ bàn giao, đọc lại thấy đúng.\n{kit.sentence}\n\n{kit.folder}\n\n"
            f"{PERSONAL}",
            [("Mở thư mục", lambda: open_with_pc(self, kit.folder))],
            stay="Đóng",
            drawing="check",
        )

    def _receive(self) -> None:
        if is_at_work(self, self._desk, then="nhận bàn giao"):
            return
        choose_and_receive(self, self._desk, self._store.folder, self.received.emit, self._store)
