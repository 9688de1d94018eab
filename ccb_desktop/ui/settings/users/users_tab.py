"""The tab of users: why there may be some, the first one, and everything that is done with them."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.errors import UserError
from ccb_desktop.domain.users.duties import Duty
from ccb_desktop.domain.users.labels import ROLE
from ccb_desktop.domain.users.users import User
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.users import users
from ccb_desktop.ui.kit import messages
from ccb_desktop.ui.kit.choice_fields import CalmComboBox
from ccb_desktop.ui.kit.columns import Act, Column
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.kit.widgets import FlowLayout, button, column, label, labelled
from ccb_desktop.ui.settings.users.encrypting import EncryptionBox
from ccb_desktop.ui.settings.users.lock import MINUTES, Lock
from ccb_desktop.ui.settings.users.new_code import NewCode
from ccb_desktop.ui.settings.users.new_password import own_password, password_of
from ccb_desktop.ui.settings.users.set_up import SetUp
from ccb_desktop.ui.settings.users.user_form import user_form

_WHY = (
    "Hiện nay ai mở máy cũng vào được sổ và làm được mọi việc; “Việc vừa làm” không ghi ai làm.",
    "Lập người dùng thì mỗi người vào sổ bằng tên và mật khẩu của mình. Thủ quỹ ghi tiền, thư ký "
    "ghi hội viên và văn bản, Chủ tịch khóa sổ và phục hồi; ai cũng xem được. Mỗi việc ghi rõ ai "
    "làm. Không dùng một lúc thì màn hình tự khóa.",
    "Chi hội, Hội nhỏ chỉ một người làm thì có thể không cần: để như hiện nay vẫn được.",
    "Việc lập mất chừng năm phút. Bác cần một tờ giấy hoặc máy in để giữ mã khôi phục.",
)
_ROWS = 4


class UsersTab(QWidget):
    """Without users it explains; with users it lists them."""

    def __init__(self, desk: Desk, store: Store, lock: Lock | None) -> None:
        super().__init__()
        self._desk = desk
        self._store = store
        self._lock = lock
        self._said: QLabel = label("", "soft")
        self._encryption = EncryptionBox(desk, store)
        self._encryption.changed.connect(self.refresh)
        self._table = self._list()
        self._keys = [
            button("Lập mã khôi phục mới…", self._new_code, icon="print", duties=(Duty.USERS,)),
            button("Không dùng người dùng nữa…", self._ask_end, icon="undo", duties=(Duty.USERS,)),
        ]
        self._without_users, self._with_users = self._without(), self._with()
        self._with_users.hide()
        layout = column(self, margin=12, spacing=10)
        layout.addWidget(self._without_users, 1)
        layout.addWidget(self._with_users, 1)

    def refresh(self) -> None:
        """Read the users again."""
        known = users.list_users(self._store)
        are_there = any(not one.retired for one in known)
        self._without_users.setVisible(not are_there)
        self._with_users.setVisible(are_there)
        if are_there:
            why_not = self._desk.seat.why_not([Duty.USERS])
            self._said.setText(f"{why_not}. Bác đổi được mật khẩu của mình." if why_not else "")
            self._said.setVisible(bool(why_not))
            self._table.set_lines(known)
            self._encryption.refresh()

    def _without(self) -> QWidget:
        holder = QWidget()
        layout = column(holder, spacing=12)
        layout.addWidget(label("Sổ này chưa có người dùng", "heading"))
        for line in _WHY:
            layout.addWidget(label(line))
        begin = button(
            "Lập người dùng đầu tiên…", self._begin, role="main", icon="add", duties=(Duty.USERS,)
        )
        layout.addWidget(begin, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch(1)
        return holder

    def _with(self) -> QWidget:
        holder = QWidget()
        layout = column(holder, spacing=10)
        layout.addWidget(self._said)
        layout.addWidget(self._table)
        own = FlowLayout()
        own.addWidget(button("Đổi mật khẩu của tôi…", self._change_own, icon="edit", duties=()))
        for made in self._keys:
            own.addWidget(made)
        own.addWidget(labelled("Tự khóa màn hình khi không dùng", self._minutes_box()))
        layout.addLayout(own)
        layout.addWidget(self._encryption)
        layout.addStretch(1)
        return holder

    def _list(self) -> RecordTable[User]:
        act: partial[Act[User]] = partial(Act, duties=(Duty.USERS,))
        return RecordTable(
            "users",
            [
                Column("name", "Tên người dùng", lambda u: u.name, width=22),
                Column("roles", "Vai trò", _roles, width=30),
                Column("standing", "Tình trạng", _standing, width=14),
            ],
            id_of=lambda user: user.id,
            acts=[
                act("Thêm người dùng", lambda _none: self._edit(None), needs="none", icon="add"),
                act("Sửa tên, vai trò", lambda c: self._edit(c[0]), icon="edit", main=True),
                act("Đặt mật khẩu", lambda c: self._open(self._password_of(c[0])), icon="save"),
                act(
                    "Không cho dùng nữa",
                    self._retire,
                    icon="close",
                    allowed=lambda c: not c[0].retired,
                ),
                act("Dùng lại", self._take_back, icon="undo", allowed=lambda c: c[0].retired),
            ],
            noun="người dùng",
            state=self._desk.state,
            brief=_ROWS,
        )

    def _minutes_box(self) -> CalmComboBox:
        box = CalmComboBox()
        box.setAccessibleName("Tự khóa màn hình khi không dùng")
        for minutes in MINUTES:
            box.addItem(f"sau {minutes} phút" if minutes else "không tự khóa", minutes)
        lock = self._lock
        if lock is not None:
            box.setCurrentIndex(max(0, box.findData(lock.minutes)))
            box.activated.connect(lambda at: lock.set_minutes(box.itemData(at)))
        return box

    # What is done

    def _begin(self) -> None:
        dialog = SetUp(self, self._desk, self._store)
        dialog.done_with.connect(self._begun)
        dialog.open()

    def _begun(self, change: Change) -> None:
        self._desk.broadcast.send(change)
        self.refresh()
        user = self._store.user
        name = user.name if user is not None else ""
        messages.ask(
            self,
            f"Đã lập người dùng. {name} đang làm việc.\n"
            "Lần sau mở chương trình sẽ hỏi tên và mật khẩu. Sổ có thể mã hóa thêm, để ai lấy mất "
            "máy hay USB cũng không đọc được; để sau làm cũng được.",
            [("Mã hóa sổ…", self._encryption.ask_on)],
            stay="Để sau",
            stay_is_usual=True,
            drawing="check",
        )

    def _edit(self, user: User | None) -> None:
        self._open(user_form(self, self._store, user))

    def _open(self, dialog: FormDialog) -> None:
        dialog.saved.connect(self._desk.broadcast.send)
        dialog.accepted.connect(self.refresh)
        dialog.open()

    def _password_of(self, user: User) -> FormDialog:
        return password_of(self, self._store, user)

    def _change_own(self) -> None:
        dialog = own_password(self, self._store)
        dialog.saved.connect(self._desk.broadcast.send)
        dialog.accepted.connect(lambda: messages.tell(self, "Đã đổi mật khẩu của bác."))
        dialog.open()

    def _retire(self, chosen: list[User]) -> None:
        messages.ask_before(
            self,
            f"Không cho {chosen[0].name} dùng sổ nữa?\n"
            "Mật khẩu của người ấy không mở được sổ nữa. Tên vẫn còn ở những việc đã làm. Cho dùng "
            "lại thì đặt mật khẩu mới.",
            "Không cho dùng nữa",
            lambda: self._save(replace(chosen[0], retired=True)),
            stay="Để nguyên",
        )

    def _take_back(self, chosen: list[User]) -> None:
        user = replace(chosen[0], retired=False)
        if self._save(user):
            self._open(self._password_of(user))

    def _new_code(self) -> None:
        NewCode(self, self._desk, self._store).open()

    def _ask_end(self) -> None:
        messages.ask_before(
            self,
            "Không dùng người dùng và mật khẩu nữa?\n"
            "Ai mở máy cũng vào được sổ và làm được mọi việc như trước khi lập người dùng. Số liệu "
            "không đổi. Muốn dùng lại thì lập người dùng đầu tiên lần nữa.",
            "Không dùng người dùng nữa",
            lambda: self._do(lambda: users.end_users(self._store)),
            stay="Để nguyên",
        )

    def _save(self, user: User) -> bool:
        return self._do(lambda: users.save_user(self._store, user))

    def _do(self, act: Callable[[], Change]) -> bool:
        try:
            change = act()
        except UserError as error:
            messages.tell(self, error)
            return False
        self._desk.broadcast.send(change)
        self.refresh()
        return True


def _roles(user: User) -> str:
    return "; ".join(text for role, text in ROLE.items() if role in user.roles)


def _standing(user: User) -> str:
    return "Đã thôi dùng" if user.retired else "Đang dùng"
