"""Encrypting the books, or taking it off: asked before, done behind a window that waits.

Public: `EncryptionBox(desk, store)` with `refresh()`; signal `changed`.
"""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame

from ccb_desktop.domain.errors import UserError
from ccb_desktop.domain.users.duties import Duty
from ccb_desktop.operations import open_copies, protection
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.open_copies import OpenCopies, Renewed
from ccb_desktop.ui.kit import messages
from ccb_desktop.ui.kit.at_work import is_at_work
from ccb_desktop.ui.kit.background import Progress
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.waiting import do_waiting
from ccb_desktop.ui.kit.widgets import FlowLayout, button, column, give_role, label

_OPEN = (
    "Sổ chưa mã hóa: người dùng phải đăng nhập, nhưng ai lấy được tệp sổ và biết kỹ thuật vẫn đọc "
    "được. Mã hóa thì chỉ mở được bằng mật khẩu của người dùng hoặc bằng mã khôi phục."
)
_SECRET = (
    "Sổ đã mã hóa: tệp sổ và bản sao lưu mới chỉ mở được bằng mật khẩu của người dùng hoặc bằng mã "
    "khôi phục. Mất hết mật khẩu và mất cả mã khôi phục thì không ai mở lại được."
)
_ASK_ON = (
    "Mã hóa sổ của Hội?\n"
    "Từ nay mất hết mật khẩu và mất cả mã khôi phục thì không ai mở được sổ nữa, kể cả người làm "
    "ra chương trình. Xem lại hai phong bì mã khôi phục trước khi bấm. Sao lưu được làm trước; "
    "bản sao lưu cũ vẫn đọc được cho đến khi bác bấm “Mã hóa cả bản sao lưu cũ”."
)
_ASK_OFF = (
    "Bỏ mã hóa sổ?\n"
    "Người dùng vẫn phải đăng nhập, nhưng ai lấy được tệp sổ và biết kỹ thuật sẽ đọc được. Bản sao "
    "lưu đã mã hóa vẫn mở bằng mật khẩu hoặc mã khôi phục."
)
_WORKBOOKS = (
    "{} tệp Excel đủ mọi thứ làm trước khi mã hóa (trong thư mục sao lưu) không mã hóa được: xóa "
    "đi, hoặc cất nơi khóa được."
)


class EncryptionBox(QFrame):
    """What the books are now, and the acts that change it."""

    changed = Signal()
    """The books have another key."""

    def __init__(self, desk: Desk, store: Store) -> None:
        super().__init__()
        self._desk = desk
        self._store = store
        give_role(self, "card")
        self._said = label("")
        self._readable = label("", "warning")
        self._readable.hide()
        self._on = button("Mã hóa sổ…", self.ask_on, icon="check", duties=(Duty.USERS,))
        self._off = button("Bỏ mã hóa…", self._ask_off, icon="undo", duties=(Duty.USERS,))
        self._renew = button(
            "Mã hóa cả bản sao lưu cũ", self._renew_all, icon="backup", duties=(Duty.USERS,)
        )
        layout = column(self, margin=12, spacing=8)
        layout.addWidget(label("Mã hóa", "heading"))
        layout.addWidget(self._said)
        layout.addWidget(self._readable)
        acts = FlowLayout()
        for made in (self._on, self._off, self._renew):
            acts.addWidget(made)
        layout.addLayout(acts)

    def refresh(self) -> None:
        """Say what is so now."""
        is_secret = protection.is_encrypted(self._store)
        self._said.setText(_SECRET if is_secret else _OPEN)
        if self.isVisible():
            self._look_for_open_copies()
        self._on.setVisible(not is_secret)
        self._off.setVisible(is_secret)
        self._renew.setVisible(is_secret)

    def showEvent(self, event: QShowEvent) -> None:
        """What lies readable is looked for when it can be told."""
        super().showEvent(event)
        self._look_for_open_copies()

    def _look_for_open_copies(self) -> None:
        store = self._store
        self._desk.background.run(
            lambda _progress: open_copies.find_open_copies(store),
            self._tell_open_copies,
            lambda _error: None,
            label="Đang xem bản sao lưu",
            owner=self,
        )

    def _tell_open_copies(self, found: OpenCopies) -> None:
        told = open_words(found) if protection.is_encrypted(self._store) else ""
        self._readable.setText(told)
        self._readable.setVisible(bool(told))

    def ask_on(self) -> None:
        """Encrypt, when it is really wanted."""
        messages.ask_before(self, _ASK_ON, "Mã hóa sổ", self._encrypt)

    def _ask_off(self) -> None:
        messages.ask_before(self, _ASK_OFF, "Bỏ mã hóa", self._take_off)

    def _encrypt(self) -> None:
        store = self._store
        self._rewrite(lambda: protection.encrypt(store), "Đang mã hóa sổ", self._encrypted)

    def _take_off(self) -> None:
        store = self._store
        self._rewrite(
            lambda: protection.take_encryption_off(store),
            "Đang bỏ mã hóa",
            lambda: messages.tell(self, "Đã bỏ mã hóa. Sổ đã đọc lại, thấy đúng như trước."),
        )

    def _rewrite(self, work: Callable[[], object], doing: str, then: Callable[[], object]) -> None:
        """Nobody may write meanwhile, and it is not stopped midway."""
        if is_at_work(self, self._desk, then="làm lại"):
            return

        def done(_nothing: object) -> None:
            self.changed.emit()
            then()

        def failed(error: UserError) -> None:
            self.changed.emit()
            messages.tell(self, error)

        do_waiting(self, self._desk, work, done, failed, doing=doing)

    def _encrypted(self) -> None:
        messages.ask(
            self,
            "Đã mã hóa sổ và đọc lại thấy đúng như trước.\n"
            "Bản sao lưu làm trước đây chưa mã hóa, ai lấy được vẫn đọc được. Nên mã hóa luôn, ở "
            "trong máy và ở nơi sao lưu thứ hai (cắm USB vào trước).",
            [("Mã hóa cả bản sao lưu cũ", self._renew_all)],
            stay="Để sau",
            drawing="check",
        )

    def _renew_all(self) -> None:
        store = self._store

        def renew(progress: Progress) -> Renewed:
            return open_copies.seal_open_copies(store, progress.report)

        def tell(renewed: Renewed) -> None:
            self.refresh()
            messages.tell(self, renewed_words(renewed))

        self._desk.background.run(renew, tell, label="Đang mã hóa bản sao lưu", owner=self)


def renewed_words(renewed: Renewed) -> str:
    """What was done to older copies, and what is left to the officer."""
    said = [f"Đã mã hóa {renewed.backups} bản sao lưu cũ và đọc lại thấy đúng."]
    if renewed.set_aside:
        said.append(f"Đã niêm {renewed.set_aside} tệp sổ hỏng cất riêng.")
    if renewed.left.renewed_later:
        said.append(
            "Nơi sao lưu thứ hai chưa cắm vào nên bản ở đó còn đọc được. Lần sau cắm vào, chương "
            "trình tự mã hóa; đến lúc ấy chân cửa sổ còn nhắc."
        )
    if renewed.left.workbooks:
        said.append(_WORKBOOKS.format(renewed.left.workbooks))
    return "\n".join(said)


def open_words(found: OpenCopies) -> str:
    """What lies readable still; nothing where all is sealed."""
    counts = [
        (found.here, "bản sao lưu cũ trong máy"),
        (found.away or 0, "bản ở nơi thứ hai"),
        (found.set_aside, "tệp sổ hỏng cất riêng"),
    ]
    said = [f"{count} {what}" for count, what in counts if count]
    if found.away is None:
        said.append("có thể cả bản ở nơi thứ hai, vì chưa cắm vào để xem")
    told = f"Còn đọc được không cần mật khẩu: {', '.join(said)}. " if said else ""
    books = _WORKBOOKS.format(found.workbooks) if found.workbooks else ""
    return f"{told}{books}".strip()
