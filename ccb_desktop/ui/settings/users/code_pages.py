"""The recovery code as the officer gets it: seen large, printed, and typed back once."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.users.recovery_code import read_code
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.users.recovery_papers import write_recovery_paper
from ccb_desktop.ui.kit.form import Form
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.paper_view import PaperDialog
from ccb_desktop.ui.kit.text_fields import TextField
from ccb_desktop.ui.kit.widgets import button, column, label

_WHY = (
    "Mã này mở được sổ khi mọi người quên mật khẩu. Chương trình không giữ mã ở đâu khác. "
    "Bác in hai bản, hoặc chép tay thật rõ, cất trong phong bì dán kín ở hai nơi."
)


class CodePage(QWidget):
    """The code, large, with the button that prints it."""

    def __init__(self, desk: Desk, store: Store, code: str) -> None:
        super().__init__()
        self._desk = desk
        self._store = store
        self._code = code
        layout = column(self, spacing=12)
        layout.addWidget(label(_WHY))
        groups = code.split("-")
        for row in (groups[:3], groups[3:]):
            layout.addWidget(label("   ".join(row), "figure", wrap=False))
        layout.addWidget(label("Trong mã không có số 0, số 1, chữ O, chữ I, chữ L.", "soft"))
        print_it = button("In tờ mã khôi phục…", self._print, icon="print")
        layout.addWidget(print_it, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch(1)

    def _print(self) -> None:
        dialog = PaperDialog(self, self._desk, self._store, "Tờ mã khôi phục (in hai bản)")
        dialog.paper.show_made(
            lambda out: write_recovery_paper(self._store, self._code, date.today(), out),
            name="Mã khôi phục",
        )
        dialog.open()


def typed_back_form() -> Form:
    """One field, for the code as it stands on the paper."""
    form = Form(scrolls=False)
    form.add(
        [
            TextField(
                "code",
                "Gõ lại mã từ tờ giấy",
                required=True,
                wide=True,
                hint="Để chắc là tờ giấy ghi đúng. Gạch ngang, khoảng trống gõ hay không đều được.",
            )
        ]
    )
    return form


def check_typed_back(code: str, typed: str) -> None:
    """See that the paper says the same as the screen did.

    Raises:
        Invalid: Field `code`, with the place of the first sign that is another one.
    """
    wanted = read_code(code)
    signs = "".join(sign for sign in typed.upper() if sign.isalnum())
    pairs = enumerate(zip(signs, wanted, strict=False))
    wrong = next((place for place, (sign, right) in pairs if sign != right), None)
    if wrong is not None:
        group, at = min(wrong // 5, 4) + 1, wrong - min(wrong // 5, 4) * 5 + 1
        raise Invalid(
            {"code": f"Nhóm {group}, ký tự thứ {at} chưa khớp. Xem lại tờ giấy rồi gõ lại chỗ ấy."}
        )
    read_code(typed)
