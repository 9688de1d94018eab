"""The one place that builds the window: application, books, pages, crash hook."""

import sys
from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from ccb_desktop import paths
from ccb_desktop.domain.branch import Branch
from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.errors import Damaged, Invalid, UserError
from ccb_desktop.paths import DataFolder
from ccb_desktop.ui.kit import crash_dialog, messages
from ccb_desktop.ui.kit.background import Background
from ccb_desktop.ui.kit.broadcast import Broadcast, Place
from ccb_desktop.ui.kit.drafts import Drafts
from ccb_desktop.ui.kit.look import Look
from ccb_desktop.ui.kit.page import Desk, Page
from ccb_desktop.ui.kit.qt_words import speak_vietnamese
from ccb_desktop.ui.kit.search_box import Hit
from ccb_desktop.ui.kit.window_state import WindowState
from ccb_desktop.ui.main_window import MainWindow, PageSpec

if TYPE_CHECKING:
    from ccb_desktop.operations.branch import Store
    from ccb_desktop.operations.search import Found, SearchIndex
    from ccb_desktop.ui.settings.first_start import FirstStart

PROGRAM = "Sổ Hội CCB"
_BACKUP_EVERY = 30 * 60 * 1000  # milliseconds
_GROUP = {"PERSON": "Người", "UNIT": "Đơn vị"}
_PAGE = {"PERSON": "members", "UNIT": "units"}


def open_window(folder: DataFolder) -> int:
    """Open the window on the books of a folder; gives the exit code when it is closed."""
    app = QApplication(sys.argv[:1])
    app.setApplicationName(PROGRAM)
    speak_vietnamese(app)
    hook = crash_dialog.install(folder.logs)
    program = Program(app, folder)
    program.begin()
    code = app.exec()
    del hook
    return code


class Program(QObject):
    """Holds what lives as long as the window: the desk, the books, the windows."""

    def __init__(self, app: QApplication, folder: DataFolder) -> None:
        super().__init__()
        self._app = app
        self._folder = folder
        state = WindowState(folder.root / "cua-so.json")
        self.look = Look(app, state)
        self.desk = Desk(Broadcast(), Background(), state, Drafts(folder.drafts))
        self.window: MainWindow | None = None
        self.first_start: FirstStart | None = None
        self._store: Store | None = None
        self._index: SearchIndex | None = None
        self._backups = QTimer(self, interval=_BACKUP_EVERY)
        self._backups.timeout.connect(self._back_up_soon)
        self.desk.broadcast.changed.connect(self._forget_index)

    @property
    def store(self) -> "Store":
        """The open books."""
        if self._store is None:
            raise RuntimeError("pages are built when the books are open")
        return self._store

    def begin(self) -> None:
        """Show the window at once; the books are opened when it can be seen."""
        if self._folder.store.exists():
            self._show_frame()
            QTimer.singleShot(0, self._open_books)
        else:
            self._ask_first()

    # The frame and its pages

    def _show_frame(self) -> None:
        self.window = MainWindow(
            PROGRAM,
            self._pages(),
            self.desk,
            self.look,
            undo=self._undo,
            search=self._find,
            help_folder=paths.resources() / "help",
            show_first=False,
        )
        self.window.leaving.connect(self._leave)
        self.window.show()

    def _pages(self) -> Sequence[PageSpec]:
        return (
            PageSpec("home", "Trang chủ", "home", self._home, "Việc cần làm và số liệu chung"),
            PageSpec("members", "Hội viên", "members", self._members, "Danh sách hội viên"),
            PageSpec("units", "Đơn vị", "units", self._units, "Chi hội, phân hội, câu lạc bộ"),
            PageSpec("review", "Rà soát", "check", self._review, "Những điều cần xem lại trong sổ"),
            PageSpec("reports", "Báo cáo", "reports", self._reports, "Số liệu và báo cáo"),
            PageSpec("exchange", "Gửi – nhận", "exchange", self._exchange, "Nhập từ Excel"),
            PageSpec("settings", "Cài đặt", "settings", self._settings, "Hội, danh mục, sao lưu"),
        )

    def _home(self) -> Page:
        from ccb_desktop.ui.home.page import HomePage  # noqa: PLC0415 (window first)

        return HomePage(self.desk, self.store)

    def _members(self) -> Page:
        from ccb_desktop.ui.members.page import MembersPage  # noqa: PLC0415 (window first)

        return MembersPage(self.desk, self.store)

    def _units(self) -> Page:
        from ccb_desktop.ui.members.units_page import UnitsPage  # noqa: PLC0415 (window first)

        return UnitsPage(self.desk, self.store)

    def _review(self) -> Page:
        from ccb_desktop.ui.members.review.page import ReviewPage  # noqa: PLC0415 (window first)

        return ReviewPage(self.desk, self.store)

    def _reports(self) -> Page:
        from ccb_desktop.ui.reports.page import ReportsPage  # noqa: PLC0415 (window first)

        return ReportsPage(self.desk, self.store)

    def _exchange(self) -> Page:
        from ccb_desktop.ui.exchange.page import ExchangePage  # noqa: PLC0415 (window first)

        return ExchangePage(self.desk, self.store)

    def _settings(self) -> Page:
        from ccb_desktop.ui.settings.page import SettingsPage  # noqa: PLC0415 (window first)

        page = SettingsPage(self.desk, self.store, self.look)
        page.reopened.connect(self._reopen)
        return page

    # The books

    def _open_books(self) -> None:
        from ccb_desktop.operations.branch import open_branch  # noqa: PLC0415 (window first)

        try:
            self._store = open_branch(self._folder)
        except UserError as error:
            self._cannot_open(error)
        else:
            self._show_books()

    def _show_books(self) -> None:
        from ccb_desktop.operations import branch  # noqa: PLC0415 (window first)

        if self.window is None:
            self._show_frame()
        found = branch.load_branch(self.store)
        practice = " (thực hành, số liệu hư cấu)" if found.practice else ""
        if self.window is not None:
            self.window.tell_branch(f"{found.name}{practice}")
            self.window.show_page("home")
        self._tell_backup()
        self._backups.start()

    def _tell_backup(self) -> None:
        from ccb_desktop.operations import backups  # noqa: PLC0415 (window first)

        last = backups.state(self.store).last
        if self.window is not None and last is not None:
            self.window.bottom.tell_backup(last.made_at)

    def _back_up_soon(self) -> None:
        from ccb_desktop.operations import backups  # noqa: PLC0415 (window first)

        self.desk.background.run(
            lambda _progress: backups.back_up_if_changed(self.store),
            lambda _backup: self._tell_backup(),
            label="Đang sao lưu",
        )

    def _undo(self, action_id: int) -> Change:
        from ccb_desktop.operations.undo import undo  # noqa: PLC0415 (window first)

        return undo(self.store, action_id)

    def _find(self, typed: str) -> Sequence[Hit]:
        """What the books hold; the names are prepared at the first search after a change."""
        from ccb_desktop.operations.search import SearchIndex  # noqa: PLC0415 (window first)

        if self._store is None:
            return ()
        if self._index is None:
            self._index = SearchIndex(self._store, date.today())
        return [
            Hit(_GROUP[found.kind], found.title, found.detail, self._opening(found))
            for found in self._index.find(typed)
        ]

    def _opening(self, found: "Found") -> Callable[[], None]:
        place = Place(_PAGE[found.kind], record_id=found.id)
        return lambda: self.desk.broadcast.go_to(place)

    def _forget_index(self, _change: Change) -> None:
        self._index = None

    def _cannot_open(self, error: UserError) -> None:
        """Tell why; a damaged store is led to repair, everything else ends here."""
        from ccb_desktop.ui.settings.recovery import RecoveryDialog  # noqa: PLC0415 (rare)

        if isinstance(error, Damaged):
            dialog = RecoveryDialog(self.window, self._folder, error)
            dialog.restored.connect(self._open_books)
            dialog.rejected.connect(self._app.quit)
            dialog.open()
            return
        messages.tell(self.window, error).finished.connect(self._app.quit)

    def _reopen(self) -> None:
        """The books were restored from a backup: everything is read anew."""
        if self._store is not None:
            self._store.close()
            self._store = None
        if self.window is not None:
            self.window.close()
            self.window = None
        self.begin()

    def _leave(self) -> None:
        from ccb_desktop.operations import backups  # noqa: PLC0415 (window first)

        self._backups.stop()
        if self._store is not None:
            try:
                backups.back_up_if_changed(self._store)
            except UserError as error:
                messages.tell(None, error)
            self._store.close()
            self._store = None

    # The first start

    def _ask_first(self) -> None:
        from ccb_desktop.ui.settings.first_start import FirstStart  # noqa: PLC0415 (once)

        self.first_start = FirstStart(self.look)
        self.first_start.answered.connect(self._found_branch)
        self.first_start.practise.connect(self._practise)
        self.first_start.restore.connect(self._restore)
        self.first_start.show()

    def _found_branch(self, branch: Branch, wants_import: bool) -> None:
        from ccb_desktop.operations.branch import start_branch  # noqa: PLC0415 (once)

        try:
            self._store = start_branch(self._folder, branch)
        except UserError as error:
            self._tell_first_start(error)
            return
        self._end_first_start()
        if wants_import:
            self.desk.broadcast.go_to(Place("exchange", filters={"act": "import"}))

    def _practise(self) -> None:
        from ccb_desktop.operations.demo_branch import make_demo_branch  # noqa: PLC0415 (once)

        try:
            self._store = make_demo_branch(self._folder)
        except UserError as error:
            self._tell_first_start(error)
            return
        self._end_first_start()

    def _restore(self) -> None:
        from ccb_desktop.ui.settings.recovery import choose_and_restore  # noqa: PLC0415 (once)

        choose_and_restore(self.first_start, self._folder, self._opened_after_restore)

    def _opened_after_restore(self) -> None:
        self._open_books()
        if self._store is not None:
            self._end_first_start()

    def _end_first_start(self) -> None:
        self._show_books()
        if self.first_start is not None:
            self.first_start.close()
            self.first_start = None

    def _tell_first_start(self, error: UserError) -> None:
        if self.first_start is not None and isinstance(error, Invalid):
            self.first_start.mark(error)
        else:
            messages.tell(self.first_start, error)
