"""Books whose users cannot sign in because their keys are gone: every way on, none of it silent."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QWidget

from ccb_desktop.domain.errors import KeysLost, UserError
from ccb_desktop.operations import without_keys
from ccb_desktop.paths import DataFolder
from ccb_desktop.ui.kit import messages
from ccb_desktop.ui.kit.widgets import FlowLayout, button, column, fit_window, label

_WAYS = (
    "Tìm lại: cắm USB sao lưu vào, hoặc chép tệp khoa.json từ máy cũ, từ thư mục sao lưu trở lại "
    "cạnh tệp sổ, rồi bấm “Tìm lại tệp khóa”. Có tệp khóa thì đăng nhập như trước.",
    "Mở lại: chỉ khi tìm mãi không thấy. Mọi người dùng cũ thôi dùng, mật khẩu cũ và mã khôi phục "
    "cũ không còn tác dụng, dù sau này có tìm thấy tệp khóa. “Việc vừa làm” ghi rõ, không xóa, "
    "không hoàn tác được. Mở rồi, bác lập người dùng đầu tiên lại.",
)
_ASK = (
    "Mở lại sổ không cần mật khẩu?\n"
    "Mọi người dùng cũ thôi dùng ngay. Việc này ghi vào “Việc vừa làm”, có dấu niêm, không xóa "
    "được. Nếu bác không phải Chủ tịch, hãy báo Chủ tịch trước khi bấm."
)
_OPENED = (
    "Sổ đã mở, không cần mật khẩu.\n"
    "Ai mở máy cũng vào được sổ cho đến khi bác lập người dùng đầu tiên lại, ở Cài đặt, thẻ Người "
    "dùng. “Việc vừa làm” đã ghi việc mở lại này."
)
_WIDTH = 44  # in heights of the text


class LostKeys(QDialog):
    """Tells who had a password, and asks how to go on."""

    found = Signal()
    """The keys are there again."""

    opened = Signal(object)
    """The books are open for one unnamed officer; carries the `Store`."""

    def __init__(self, parent: QWidget | None, folder: DataFolder, error: KeysLost) -> None:
        super().__init__(parent)
        self._folder = folder
        self.setWindowTitle("Mất tệp khóa của sổ")
        layout = column(self, margin=24, spacing=14)
        layout.addWidget(label("Mất tệp khóa của sổ", "title"))
        layout.addWidget(label(str(error)))
        for way in _WAYS:
            layout.addWidget(label(way))
        layout.addStretch(1)
        ways = FlowLayout()
        ways.addWidget(button("Tìm lại tệp khóa", self._look, role="main", icon="search"))
        ways.addWidget(button("Mở lại không cần mật khẩu…", self._ask, icon="open"))
        ways.addWidget(button("Đóng chương trình", self.reject, role="plain", icon="close"))
        layout.addLayout(ways)

    def showEvent(self, event: QShowEvent) -> None:
        """Every sentence and every way on is seen at once."""
        super().showEvent(event)
        fit_window(self, _WIDTH)

    def _look(self) -> None:
        try:
            without_keys.look_for_ring(self._folder)
        except UserError as error:
            messages.tell(self, error)
        else:
            self.accept()
            self.found.emit()

    def _ask(self) -> None:
        messages.ask_before(self, _ASK, "Mở lại sổ", self._open_anew)

    def _open_anew(self) -> None:
        try:
            store = without_keys.open_anew(self._folder)
        except UserError as error:
            messages.tell(self, error)
            return
        parent = self.parentWidget()
        self.accept()
        self.opened.emit(store)
        messages.tell(parent, _OPENED)
