"""What the officer hears when books were opened: a wrong clock, a copy that fell behind."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QFrame

from ccb_desktop.domain.clock import ClockDoubt
from ccb_desktop.domain.copied_store import NewerBackup
from ccb_desktop.operations import starting
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.starting import Findings
from ccb_desktop.ui.kit import messages
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.waiting import is_waiting
from ccb_desktop.ui.kit.widgets import FlowLayout, button, column, give_role, label
from ccb_desktop.ui.main_window import MainWindow
from ccb_desktop.ui.settings.restoring import look_and_restore

_EVERY = 5 * 60 * 1000  # milliseconds

MOVED = (
    "Sổ này lần trước mở trên máy khác, hoặc ở thư mục khác.\n"
    "Số liệu vẫn nguyên. Nếu sổ ở chỗ cũ vẫn còn, đừng ghi vào cả hai: mỗi bên ghi một ít thì "
    "không tự nhập lại làm một được. Chọn một nơi để ghi, nơi kia chỉ để xem."
)


class ClockNotice(QFrame):
    """Stands above every page while the clock may be wrong."""

    def __init__(self, look_again: Callable[[], object], trust: Callable[[], object]) -> None:
        super().__init__()
        give_role(self, "notice")
        layout = column(self, margin=12, spacing=4)
        self._said = label("")
        layout.addWidget(self._said)
        acts = FlowLayout()
        acts.addWidget(button("Xem lại đồng hồ", look_again, icon="check"))
        acts.addWidget(button("Đồng hồ đúng, làm tiếp", trust))
        layout.addLayout(acts)
        self.hide()

    def tell(self, doubt: ClockDoubt | None) -> None:
        """Say what is wrong, or go."""
        self._said.setText(doubt.told if doubt else "")
        self.setVisible(doubt is not None)


class StartNotices(QObject):
    """Looks once at books that were opened, and at the clock for as long as they are open."""

    def __init__(
        self, window: MainWindow, desk: Desk, store: Store, reopen: Callable[[], object]
    ) -> None:
        """Begin to look.

        Args:
            window: Where it is told.
            desk: Its worker reads the backups, which may lie on a slow stick.
            store: The open books.
            reopen: Reads everything anew after books were restored.
        """
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._store = store
        self._reopen = reopen
        self._doubt: ClockDoubt | None = None
        self._is_trusted = False
        self._clock = ClockNotice(self.look_at_clock, self._trust)
        window.add_notice(self._clock)
        self._timer = QTimer(self, interval=_EVERY)
        self._timer.timeout.connect(self.look_at_clock)
        self._timer.start()
        window.leaving.connect(self._timer.stop)
        messages.caution_by(lambda: self._doubt.short if self._doubt else "")
        desk.background.run(
            lambda _progress: starting.look_at_start(store),
            self._tell,
            lambda _error: None,
            label="Đang xem sổ và đồng hồ",
            owner=self,
        )

    def look_at_clock(self) -> None:
        """Look at the clock now; not while the books are being replaced."""
        if is_waiting():
            return
        self._show_clock(starting.doubt_clock(self._store))

    def _trust(self) -> None:
        """The officer says that it is right; as long as the program runs it counts as right."""
        self._is_trusted = True
        self._show_clock(None)

    def _show_clock(self, doubt: ClockDoubt | None) -> None:
        self._doubt = None if self._is_trusted else doubt
        self._clock.tell(self._doubt)

    def _tell(self, found: Findings) -> None:
        self._show_clock(found.clock)
        if found.restored:
            messages.tell(self._window, found.restored)
        if found.newer is not None:
            self._tell_newer(found.newer)
        elif found.moved:
            messages.tell(self._window, MOVED)

    def _tell_newer(self, newer: NewerBackup) -> None:
        messages.ask(
            self._window,
            newer.told,
            [
                ("Lấy bản sao lưu ấy", lambda: self._restore(newer)),
                ("Dùng số liệu đang mở", lambda: starting.go_on_with(self._store, newer)),
            ],
            stay="Để xem lại đã",
            stay_is_usual=True,
            drawing="warning",
        )

    def _restore(self, newer: NewerBackup) -> None:
        file = newer.backup.path
        look_and_restore(self._window, self._desk, self._store, lambda: file, self._reopen)
