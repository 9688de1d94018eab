"""Another recovery code: shown, printed, typed back; the old one opens nothing then."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QWidget

from ccb_desktop.domain.errors import Invalid, UserError
from ccb_desktop.domain.users.recovery_code import new_code
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.users import users
from ccb_desktop.ui.kit import messages
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.widgets import button, column, fit_window, label
from ccb_desktop.ui.settings.users.code_pages import (
    CodePage,
    check_typed_back,
    typed_back_form,
)

_WIDTH = 40  # in heights of the text


class NewCode(QDialog):
    """Both on one page: the code above, what was typed from the paper below."""

    def __init__(self, parent: QWidget, desk: Desk, store: Store) -> None:
        super().__init__(parent)
        self._desk = desk
        self._store = store
        self.code = new_code()
        self.setWindowTitle("Lập mã khôi phục mới")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.form = typed_back_form()
        self.go = button("Dùng mã mới", self._take, role="main", icon="check")
        layout = column(self, margin=20, spacing=12)
        layout.addWidget(label("Lập mã khôi phục mới", "title"))
        layout.addWidget(label("Mã cũ thôi dùng ngay khi bác bấm “Dùng mã mới”; xé tờ cũ đi."))
        layout.addWidget(CodePage(desk, store, self.code))
        layout.addWidget(self.form)
        foot = QHBoxLayout()
        foot.addWidget(button("Bỏ, giữ mã cũ", self.reject))
        foot.addStretch(1)
        foot.addWidget(self.go)
        layout.addLayout(foot)

    def showEvent(self, event: QShowEvent) -> None:
        """Everything is seen at once."""
        super().showEvent(event)
        fit_window(self, _WIDTH)

    def _take(self) -> None:
        try:
            check_typed_back(self.code, self.form.values()["code"])
        except Invalid as error:
            self.form.mark(error.fields)
            return
        store, code = self._store, self.code
        self.go.setEnabled(False)
        self._desk.background.run(
            lambda _progress: users.new_recovery_code(store, code),
            self._taken,
            self._failed,
            label="Đang đổi mã khôi phục",
            owner=self,
        )

    def _taken(self, _nothing: object) -> None:
        parent = self.parentWidget()
        self.accept()
        messages.tell(parent, "Từ nay mã mới mở được sổ.\nMã cũ không mở được sổ nữa.")

    def _failed(self, error: UserError) -> None:
        self.go.setEnabled(True)
        messages.tell(self, error)
