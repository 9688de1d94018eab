"""The locked screen: what was open stays as it was, covered, until its officer is back.

lock = Lock(desk, lambda: store)
lock.start(window, another)   # another(signed): somebody else wants to work
lock.lock()
lock.stop()
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from shiboken6 import isValid

from ccb_desktop.domain.errors import NotSignedIn, UserError
from ccb_desktop.domain.users.users import User
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.users import signing_in
from ccb_desktop.operations.users.signing_in import SignedIn
from ccb_desktop.ui.kit import messages
from ccb_desktop.ui.kit.broadcast import Place
from ccb_desktop.ui.kit.idle import IdleWatch
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.password_field import PasswordField
from ccb_desktop.ui.kit.widgets import button, column, label
from ccb_desktop.ui.settings.users.sign_in import SecretDialog, SignIn

MINUTES = (5, 10, 15, 30, 0)
"""What may be chosen; 0 is never."""

_KEY, _USUAL = "lock/minutes", 10
_TITLE = "Sổ Hội CCB – màn hình đã khóa"

Another = Callable[[SignedIn], object]


class Lock(QObject):
    """Locks when it is asked to, and by itself when nobody has been there for a while."""

    def __init__(self, desk: Desk, store: Callable[[], Store | None]) -> None:
        super().__init__()
        self._desk = desk
        self._store = store
        self._window: QMainWindow | None = None
        self._another: Another = lambda _signed: None
        self._covers: list[Cover] = []
        self.dialog: LockedDialog | None = None
        self._is_due = False
        self.watch = IdleWatch(self)
        self.watch.idle.connect(self._lock_if_users)
        desk.background.ended.connect(self._lock_if_due)

    def start(self, window: QMainWindow, another: Another) -> None:
        """Books are open in a window."""
        self._window = window
        self._another = another
        self.watch.listen(window.windowHandle())
        self.set_minutes(self.minutes)

    def stop(self) -> None:
        """The window is being closed."""
        self._is_due = False
        self.watch.set_minutes(0)
        self._uncover()
        self._window = None

    @property
    def minutes(self) -> int:
        """After how long it locks by itself on this PC; 0 is never."""
        return self._desk.state.whole_number(_KEY, _USUAL)

    def set_minutes(self, minutes: int) -> None:
        """Keep another time."""
        if minutes != self.minutes:
            self._desk.state.set(_KEY, minutes)
            self._desk.state.save()
        self.watch.set_minutes(minutes)

    @property
    def is_locked(self) -> bool:
        """Whether the screen is covered now."""
        return self.dialog is not None

    def lock(self) -> None:
        """Cover everything; a running job is done first."""
        store = self._store()
        if self._window is None or store is None or self.is_locked:
            return
        if store.user is None:
            self._tell_why_not(self._window)
        elif self._desk.background.is_busy:
            self._is_due = True
        else:
            self._cover(self._window, store, store.user)

    def _lock_if_users(self) -> None:
        store = self._store()
        if store is not None and store.user is not None:
            self.lock()

    def _lock_if_due(self) -> None:
        if self._is_due:
            self._is_due = False
            self.lock()

    def _tell_why_not(self, window: QMainWindow) -> None:
        messages.ask(
            window,
            "Sổ chưa có người dùng nên chưa khóa màn hình được.\n"
            "Khi có người dùng và mật khẩu, màn hình khóa lại sau một lúc không dùng, hoặc khi "
            "bác bấm Ctrl+L.",
            [
                (
                    "Xem cách lập người dùng",
                    lambda: self._desk.broadcast.go_to(Place("settings", filters={"tab": "users"})),
                )
            ],
        )

    def _cover(self, window: QMainWindow, store: Store, user: User) -> None:
        while (popup := QApplication.activePopupWidget()) is not None:
            popup.close()
        seen = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
        self._covers = [Cover(one) for one in seen]
        self.dialog = LockedDialog(window, self._desk, store, user)
        self.dialog.signed.connect(self._signed)
        self.dialog.leave.connect(self._leave)
        self.dialog.open()
        self.dialog.raise_()
        self.dialog.activateWindow()

    def _signed(self, signed: SignedIn) -> None:
        store, another = self._store(), self._another
        is_same = store is not None and store.user is not None and signed.user_id == store.user.id
        self._uncover()
        if is_same:
            self.watch.touched()
        else:
            another(signed)

    def _leave(self) -> None:
        window = self._window
        self._uncover()
        if window is not None:
            window.close()

    def _uncover(self) -> None:
        if self.dialog is not None:
            self.dialog.done(0)
            self.dialog = None
        for cover in self._covers:
            if isValid(cover):  # what it lay over may have closed by itself
                cover.go()
        self._covers = []


class Cover(QWidget):
    """Lies over a window and hides what it shows; its title names nobody meanwhile."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._over = window
        self._focus = window.focusWidget()
        self._title = window.windowTitle()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAutoFillBackground(True)
        self.setObjectName("cover")
        layout = column(self)
        words = label("Màn hình đã khóa", "title")
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout.addWidget(words)
        window.setWindowTitle(_TITLE)
        window.installEventFilter(self)
        self.setGeometry(window.rect())
        self.show()
        self.raise_()

    def go(self) -> None:
        """The window is as it was."""
        self._over.removeEventFilter(self)
        self._over.setWindowTitle(self._title)
        self.hide()
        if self._focus is not None:
            self._focus.setFocus()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the window."""
        if event.type() is QEvent.Type.Resize:
            self.setGeometry(self._over.rect())
            self.raise_()
        return False


class LockedDialog(SecretDialog):
    """Asks the officer who locked for his password; nothing else can be reached."""

    leave = Signal()
    """The program shall end."""

    def __init__(self, parent: QWidget, desk: Desk, store: Store, user: User) -> None:
        super().__init__(parent, desk, store.folder, "Màn hình đã khóa")
        self._user = user
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self.setWindowFlag(Qt.WindowType.WindowCloseButtonHint, False)
        self.layout_.addWidget(
            label(f"{user.name} đang làm việc. Mở khóa thì mọi thứ còn nguyên như lúc khóa.")
        )
        self.password = PasswordField("password", f"Mật khẩu của {user.name}")
        self.layout_.addWidget(self.password)
        self.foot(
            button("Đóng chương trình", self._ask_to_leave, icon="close"),
            button("Đăng nhập người khác", self._ask_another, icon="members"),
            go=button("Mở khóa", self._try, role="main", icon="check"),
        )

    def showEvent(self, event: QShowEvent) -> None:
        """Only the password is to be typed."""
        super().showEvent(event)
        self.password.focus()

    def reject(self) -> None:
        """Esc and the cross open nothing."""

    def whose(self) -> str:
        """The officer who locked."""
        return self._user.name

    def failed(self, error: UserError) -> None:
        """The password is typed anew."""
        self.say(str(error))
        if isinstance(error, NotSignedIn):
            self.password.line.selectAll()
        self.password.focus()

    def _try(self) -> None:
        password, folder, name = self.password.value(), self.folder, self._user.name
        if not password:
            self.password.show_problem("Chưa gõ mật khẩu.")
            self.password.focus()
            return
        self.attempt(lambda: signing_in.sign_in(folder, name, password))

    def _ask_another(self) -> None:
        try:
            names = signing_in.names_of(self.folder)
        except UserError as error:
            self.say(str(error))
            return
        dialog = SignIn(self, self.desk, self.folder, names, leave="Quay lại")
        dialog.signed.connect(self.signed)
        dialog.open()

    def _ask_to_leave(self) -> None:
        messages.ask_before(
            self,
            "Đóng chương trình?\nChữ đang gõ dở được giữ lại, lần sau mở ra bấm “Mở lại”.",
            "Đóng chương trình",
            self.leave.emit,
        )
