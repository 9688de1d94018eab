"""The first user, step by step: who, his password, the recovery code on paper, done.

dialog = SetUp(parent, desk, store)
dialog.done_with.connect(desk.broadcast.send)   # the `Change`
dialog.open()
"""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QWidget

from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.errors import Invalid, UserError
from ccb_desktop.domain.users.passwords import check_password
from ccb_desktop.domain.users.recovery_code import new_code
from ccb_desktop.domain.users.users import Role, User, check_user
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.users import users
from ccb_desktop.ui.kit import messages
from ccb_desktop.ui.kit.form import Form
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.widgets import button, column, fit_window, label
from ccb_desktop.ui.settings.users.code_pages import (
    CodePage,
    check_typed_back,
    typed_back_form,
)
from ccb_desktop.ui.settings.users.new_password import password_fields
from ccb_desktop.ui.settings.users.user_form import who_fields

_ROLES_HINT = (
    "Người đầu tiên phải là Chủ tịch, vì chỉ Chủ tịch thêm được người khác. Một người làm mọi "
    "việc thì đánh dấu hết."
)
_WIDTH = 40  # in heights of the text
_STEPS = (
    "Bước 1/4: Ai là người dùng đầu tiên?",
    "Bước 2/4: Mật khẩu",
    "Bước 3/4: Mã khôi phục",
    "Bước 4/4: Gõ lại mã",
)


class SetUp(QDialog):
    """Four steps; nothing is written before the last one."""

    done_with = Signal(object)
    """The first user is there; carries the `Change`."""

    def __init__(self, parent: QWidget, desk: Desk, store: Store) -> None:
        super().__init__(parent)
        self._desk = desk
        self._store = store
        self.code = new_code()
        self.setWindowTitle("Lập người dùng đầu tiên")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.who, self.secret, self.back_form = _who(), Form(scrolls=False), typed_back_form()
        self.secret.add(password_fields())
        self._title = label("", "title")
        self._steps = QStackedWidget()
        for step in (self.who, self.secret, CodePage(desk, store, self.code), self.back_form):
            self._steps.addWidget(step)
        self._back = button("Quay lại", lambda: self._show(self._at - 1), icon="back")
        self.go = button("Tiếp tục", self._next, role="main", icon="next")
        self.go.setAutoDefault(True)
        self.go.setDefault(True)  # Enter goes on from a field, as it does on signing in
        layout = column(self, margin=20, spacing=12)
        layout.addWidget(self._title)
        layout.addWidget(self._steps, 1)
        layout.addLayout(self._foot())
        self._show(0)

    @property
    def _at(self) -> int:
        return self._steps.currentIndex()

    def showEvent(self, event: QShowEvent) -> None:
        """Everything of a step is seen at once."""
        super().showEvent(event)
        fit_window(self, _WIDTH)
        self.who.show_field("name")

    def reject(self) -> None:
        """Leave; what was typed is asked about once."""
        if not (self.who.is_changed or self._at):
            super().reject()
            return
        messages.ask(
            self,
            "Chưa lập người dùng.\nBỏ thì sổ vẫn mở không cần mật khẩu như trước.",
            [("Bỏ, để lúc khác", super().reject)],
            stay="Làm tiếp",
            stay_is_usual=True,
        )

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.addWidget(button("Bỏ", self.reject))
        foot.addStretch(1)
        foot.addWidget(self._back)
        foot.addWidget(self.go)
        return foot

    def _show(self, step: int) -> None:
        self._steps.setCurrentIndex(step)
        self._title.setText(_STEPS[step])
        self._back.setVisible(step > 0)
        is_last = step == len(_STEPS) - 1
        self.go.setText("Lập người dùng" if is_last else "Tiếp tục")
        self.go.setAccessibleName(self.go.text())
        form = self._steps.currentWidget()
        if isinstance(form, Form):
            form.show_field(next(iter(form.fields)))
        if self.isVisible():
            fit_window(self, _WIDTH)

    def _next(self) -> None:
        checks: list[tuple[Form | None, Callable[[], None]]] = [
            (self.who, self._check_who),
            (self.secret, self._check_secret),
            (None, lambda: None),
            (self.back_form, self._check_back),
        ]
        form, check = checks[self._at]
        try:
            if form is not None and (problems := form.problems()):
                raise Invalid(problems)
            check()
        except Invalid as error:
            if form is not None:
                form.mark(error.fields)
                fit_window(self, _WIDTH)
            return
        if self._at == len(checks) - 1:
            self._begin()
        else:
            self._show(self._at + 1)

    def _user(self) -> User:
        values = self.who.values()
        return User(name=values["name"], roles=frozenset(values["roles"]))

    def _check_who(self) -> None:
        check_user(self._user(), [])

    def _check_secret(self) -> None:
        values = self.secret.values()
        check_password(values["password"], values["again"], self._user().name)

    def _check_back(self) -> None:
        check_typed_back(self.code, self.back_form.values()["code"])

    def _begin(self) -> None:
        user, word, code = self._user(), self.secret.values()["password"], self.code
        store = self._store
        self.go.setEnabled(False)
        self._desk.background.run(
            lambda _progress: users.begin_users(store, user, word, word, code),
            self._begun,
            self._failed,
            label="Đang lập người dùng",
            owner=self,
        )

    def _begun(self, change: Change) -> None:
        self.accept()
        self.done_with.emit(change)

    def _failed(self, error: UserError) -> None:
        self.go.setEnabled(True)
        messages.tell(self, error)


def _who() -> Form:
    form = Form(scrolls=False)
    form.add(who_fields(_ROLES_HINT))
    form.set_values({"roles": (Role.CHAIRMAN,)})
    return form
