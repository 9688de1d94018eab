"""The window in which an officer signs in, by name and password, or by the printed code.

dialog = SignIn(parent, desk, folder)
dialog.signed.connect(go_on)        # a `SignedIn`
dialog.rejected.connect(leave)
dialog.open()
"""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QWidget

from ccb_desktop.domain.errors import Invalid, NotSignedIn, UserError
from ccb_desktop.operations.users import signing_in
from ccb_desktop.paths import DataFolder
from ccb_desktop.ui.kit.choice_fields import ChoiceField
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.password_field import PasswordField
from ccb_desktop.ui.kit.text_fields import TextField
from ccb_desktop.ui.kit.widgets import button, column, fit_window, label

_LAST = "sign-in/name"
_WIDTH = 30  # in heights of the text
_HINT = (
    "Gõ không đúng thì xem phím Caps Lock và bộ gõ UniKey: mật khẩu có dấu phải gõ đúng như khi "
    "đặt."
)


class SecretDialog(QDialog):
    """Asks for something secret, tries it in the worker, and lets wrong ones wait."""

    signed = Signal(object)
    """What was opened: the `SignedIn` of whoever showed that he may, or the keys of a file."""

    def __init__(self, parent: QWidget | None, desk: Desk, folder: DataFolder, title: str) -> None:
        super().__init__(parent)
        self.desk = desk
        self.folder = folder
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.told = label("", "problem")
        self.told.hide()
        self._tick = QTimer(self, interval=1000)
        self._tick.timeout.connect(self.count_down)
        self._is_trying = False
        self.layout_ = column(self, margin=24, spacing=14)
        self.layout_.addWidget(label(title, "title"))

    def foot(self, *left: QPushButton, go: QPushButton) -> None:
        """Put the sentence about what is wrong, and the buttons, below what is asked."""
        self.layout_.addWidget(self.told)
        self.layout_.addStretch(1)
        row = QHBoxLayout()
        for made in left:
            row.addWidget(made)
        row.addStretch(1)
        row.addWidget(go)
        self.layout_.addLayout(row)
        self._go = go
        go.setAutoDefault(True)
        go.setDefault(True)

    def showEvent(self, event: QShowEvent) -> None:
        """Everything is seen at once."""
        super().showEvent(event)
        fit_window(self, _WIDTH)
        self.count_down()

    def attempt(self, work: Callable[[], object]) -> None:
        """Try in the worker what was typed."""
        if self._is_trying or not self._go.isEnabled():
            return
        self._is_trying = True
        self._go.setEnabled(False)
        self.say("")
        self.desk.background.run(
            lambda _progress: work(),
            self._succeeded,
            self._failed,
            label="Đang kiểm tra mật khẩu",
            owner=self,
        )

    def say(self, sentence: str) -> None:
        """Tell what is wrong, or nothing."""
        self.told.setText(sentence)
        self.told.setVisible(bool(sentence))
        fit_window(self, _WIDTH)

    def count_down(self) -> None:
        """While a try has to wait, say how long and keep the button grey."""
        try:
            seconds = self.seconds()
        except UserError:
            seconds = 0
        if seconds:
            self.say(f"Đã gõ sai nhiều lần. Chờ {seconds} giây nữa rồi thử lại.")
            self._tick.start()
        elif self._tick.isActive():
            self._tick.stop()
            self.say("")
        self._go.setEnabled(not seconds and not self._is_trying)

    def seconds(self) -> int:
        """How long the next try has to wait."""
        return signing_in.seconds_to_wait(self.folder, self.whose())

    def whose(self) -> str:
        """The name whose wrong tries count; empty for the printed code."""
        return ""

    def failed(self, error: UserError) -> None:
        """What was typed did not open the books."""
        self.say(str(error))

    def _succeeded(self, signed: object) -> None:
        self._is_trying = False
        self._tick.stop()
        self.accept()
        self.signed.emit(signed)

    def _failed(self, error: UserError) -> None:
        self._is_trying = False
        self._go.setEnabled(True)
        self.failed(error)
        self.count_down()


class SignIn(SecretDialog):
    """Name and password."""

    def __init__(
        self,
        parent: QWidget | None,
        desk: Desk,
        folder: DataFolder,
        names: list[str],
        *,
        leave: str = "Đóng chương trình",
    ) -> None:
        """Build the dialog; show it with `open()`.

        Args:
            parent: The window behind it.
            desk: The worker, and the memory of who signed in last.
            folder: Where the books lie.
            names: By which one may sign in.
            leave: What the button says that does not sign in.
        """
        super().__init__(parent, desk, folder, "Đăng nhập")
        last = desk.state.text(_LAST, "")
        self.name = ChoiceField(
            "name", "Bác là ai?", [(one, one) for one in names], none="Chọn tên của bác", empty=""
        )
        self.name.set_value(last if last in names else names[0])
        self.password = PasswordField("password", "Mật khẩu", hint=_HINT)
        self.name.changed.connect(self._another_name)
        self.layout_.addWidget(self.name)
        self.layout_.addWidget(self.password)
        forgot = button("Quên mật khẩu?", self._ask_code, role="link")
        self.layout_.addWidget(forgot, 0, Qt.AlignmentFlag.AlignLeft)
        self.foot(
            button(leave, self.reject, icon="close"),
            go=button("Đăng nhập", self._try, role="main", icon="check"),
        )

    def showEvent(self, event: QShowEvent) -> None:
        """Most often only the password is to be typed."""
        super().showEvent(event)
        self.password.focus()

    def whose(self) -> str:
        """The name that is chosen."""
        return str(self.name.value())

    def failed(self, error: UserError) -> None:
        """The password is typed anew."""
        self.say(str(error))
        if isinstance(error, NotSignedIn):
            self.password.line.selectAll()
        self.password.focus()

    def _another_name(self) -> None:
        self.password.set_value("")
        self.say("")
        self.count_down()
        self.password.focus()

    def _try(self) -> None:
        name, password, folder = self.whose(), self.password.value(), self.folder
        if not name:
            self.name.show_problem("Chưa chọn tên.")
            return
        if not password:
            self.password.show_problem("Chưa gõ mật khẩu.")
            self.password.focus()
            return
        self.desk.state.set(_LAST, name)
        self.attempt(lambda: signing_in.sign_in(folder, name, password))

    def _ask_code(self) -> None:
        dialog = ByCode(self, self.desk, self.folder)
        dialog.signed.connect(self._succeeded)
        dialog.open()


class ByCode(SecretDialog):
    """The printed recovery code, typed from the paper."""

    def __init__(self, parent: QWidget | None, desk: Desk, folder: DataFolder) -> None:
        super().__init__(parent, desk, folder, "Mở sổ bằng mã khôi phục")
        self.layout_.addWidget(
            label(
                "Lấy phong bì có tờ giấy “Mã khôi phục” và gõ mã trên giấy vào đây. Mở được rồi, "
                "bác đặt mật khẩu mới. Nếu Chủ tịch còn vào được sổ, nhờ Chủ tịch đặt lại mật khẩu "
                "cho bác thì nhanh hơn, không cần mã."
            )
        )
        self.code = TextField(
            "code", "Mã khôi phục", hint="Năm nhóm, chữ thường hay chữ hoa đều được"
        )
        self.layout_.addWidget(self.code)
        self.foot(
            button("Quay lại", self.reject, icon="back"),
            go=button("Mở sổ bằng mã", self._try, role="main", icon="check"),
        )

    def showEvent(self, event: QShowEvent) -> None:
        """Begin with the code."""
        super().showEvent(event)
        self.code.focus()

    def failed(self, error: UserError) -> None:
        """A mistyped code is marked, another one told."""
        if isinstance(error, Invalid):
            self.code.show_problem(error.fields.get("code", str(error)))
            fit_window(self, _WIDTH)
        else:
            self.say(str(error))
        self.code.focus()

    def _try(self) -> None:
        typed, folder = self.code.line.text(), self.folder
        self.attempt(lambda: signing_in.sign_in_by_code(folder, typed))
