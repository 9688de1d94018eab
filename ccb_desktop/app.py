"""The one place that builds the window: application, books, pages, crash hook."""

import gc
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from ccb_desktop import paths
from ccb_desktop.domain.branch import Branch
from ccb_desktop.domain.changes import Change, UndoEffect
from ccb_desktop.domain.errors import (
    Damaged,
    Invalid,
    KeysLost,
    NotSignedIn,
    ReadOnly,
    StoreTooNew,
    UnsafePlace,
    UserError,
)
from ccb_desktop.paths import DataFolder
from ccb_desktop.ui.backup_keeper import BackupKeeper
from ccb_desktop.ui.finder import Finder
from ccb_desktop.ui.kit import crash_dialog, messages
from ccb_desktop.ui.kit.background import Background
from ccb_desktop.ui.kit.broadcast import Broadcast, Place
from ccb_desktop.ui.kit.drafts import Drafts
from ccb_desktop.ui.kit.file_dialogs import choose_folder
from ccb_desktop.ui.kit.look import Look
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.qt_words import speak_vietnamese
from ccb_desktop.ui.kit.window_state import WindowState
from ccb_desktop.ui.main_window import MainWindow
from ccb_desktop.ui.pages import page_specs
from ccb_desktop.ui.sitting import Sitting

if TYPE_CHECKING:
    from ccb_desktop.operations.branch import Store
    from ccb_desktop.operations.users.signing_in import SignedIn
    from ccb_desktop.ui.settings.first_start import FirstStart

PROGRAM = "Sổ Hội CCB"
_SELDOM_COLLECTED = 50_000, 20, 50
# By its usual thresholds Python looks through all rows of a long roster again and again while
# it is read; that took a third of the time in which the first page of 100,000 people shows.


def open_window(folder: DataFolder) -> int:
    """Open the window on the books of a folder; gives the exit code when it is closed."""
    app = QApplication(sys.argv[:1])
    app.setApplicationName(PROGRAM)
    speak_vietnamese(app)
    hook = crash_dialog.install(folder.logs, diagnose=lambda: program.diagnose())
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
        self.window: MainWindow | None = None
        self.first_start: FirstStart | None = None
        self._store: Store | None = None
        self._settle_in(folder)

    def _settle_in(self, folder: DataFolder) -> None:
        """Take a folder for this program's own: its look, its drafts, its desk."""
        self._folder = folder
        state = WindowState(folder.root / "cua-so.json")
        self.look = Look(self._app, state)
        drafts = Drafts(folder.drafts, seal=self._seal, unseal=self._unseal)
        self.desk = Desk(Broadcast(), Background(), state, drafts)
        self._finder = Finder(lambda: self._store, self.desk.broadcast)
        self.backups = BackupKeeper(self.desk, lambda: self._store)
        self.sitting = Sitting(self.desk, lambda: self._store, self._app.quit)

    @property
    def store(self) -> "Store":
        """The open books."""
        if self._store is None:
            raise RuntimeError("pages are built when the books are open")
        return self._store

    def begin(self) -> None:
        """Show the window at once; the books are opened when it can be seen."""
        gc.set_threshold(*_SELDOM_COLLECTED)
        if self._is_begun():
            self._show_frame().seen.connect(self._open_books)
        else:
            self._ask_first()

    def _is_begun(self) -> bool:
        """Whether books stand or stood in the folder; what hinders a look is told on opening."""
        try:
            if self._folder.store.exists():
                return True
            from ccb_desktop.operations.branch import has_branch  # noqa: PLC0415 (window first)

            return has_branch(self._folder)
        except (UserError, OSError):
            return True

    # The frame and its pages

    def _show_frame(self) -> MainWindow:
        self.window = MainWindow(
            PROGRAM,
            page_specs(
                self.desk,
                self.look,
                lambda: self.store,
                lambda: self.sitting.lock,
                reopen=self._reopen,
                backed_up=self.backups.look,
            ),
            self.desk,
            self.look,
            undo=self._undo,
            undo_effect=self._undo_effect,
            search=self._finder.find,
            help_folder=paths.resources() / "help",
            show_first=False,
        )
        self.window.menus.add("Xem", "Khóa màn hình", self.sitting.lock_screen, "Ctrl+L")
        self.window.leaving.connect(self._leave)
        self.window.menus.add("Trợ giúp", "Ghi tệp chẩn đoán…", self.diagnose)
        self.window.show()
        return self.window

    # The books

    def _open_books(self) -> None:
        """Let an officer sign in where the books have users; then open them."""
        try:
            self.sitting.ask(self.window or self.first_start, self._folder, self._open_as)
        except UserError as error:
            self._cannot_open(error)

    def _open_as(self, signed: "SignedIn | None") -> None:
        from ccb_desktop.operations.branch import open_branch  # noqa: PLC0415 (window first)

        self.sitting.signed = signed
        try:
            self._store = open_branch(self._folder, signed, leave_large_unchecked=True)
        except UserError as error:
            self._cannot_open(error)
        else:
            self._show_books()
            self._check_soon(self._store)

    def _show_books(self) -> None:
        if self.first_start is not None:
            self.first_start.close()
            self.first_start = None
        self.sitting.settle(self.window or self._show_frame(), self._show_pages)

    def _show_pages(self) -> None:
        from ccb_desktop.operations import branch  # noqa: PLC0415 (window first)

        found = branch.load_branch(self.store)
        practice = " (thực hành, số liệu hư cấu)" if found.practice else ""
        only_seen = " (chỉ xem)" if self.store.view_only else ""
        if self.window is not None:
            self.sitting.begin(self.window, self._reopen)
            self.window.tell_branch(f"{found.name}{practice}{only_seen}")
            self.window.show_page("home")
            self.backups.start(self.window)
        self._look_around()

    def diagnose(self) -> None:
        """Write the file that a helper asks for."""
        from ccb_desktop.ui.settings.diagnosing import (  # noqa: PLC0415 (rare)
            choose_and_diagnose,
        )

        over = self.window or self.first_start
        choose_and_diagnose(over, self.desk, self._folder, lambda: self._store, self.look)

    def _look_around(self) -> None:
        """Tell of a wrong clock and of books that are a copy gone astray."""
        from ccb_desktop.ui.settings.start_notices import (  # noqa: PLC0415 (window first)
            StartNotices,
        )

        if self.window is not None:
            StartNotices(self.window, self.desk, self.store, self._reopen)

    def _check_soon(self, store: "Store") -> None:
        """A large store is read whole by the worker, when the window can be used already."""
        from ccb_desktop.operations import checking  # noqa: PLC0415 (window first)

        if checking.is_unchecked(store):
            self.desk.background.run(
                lambda _progress: checking.check_opened(store),
                lambda _nothing: None,
                self._found_damaged,
                label="Đang kiểm tra số liệu",
            )

    def _found_damaged(self, error: UserError) -> None:
        """Damage that showed when the books were open already: nothing more is written."""
        self.backups.stop()
        if isinstance(error, Damaged) and self._store is not None:
            self._store.close()
            self._store = None
            self._recover(error, self._reopen)

    def _undo(self, action_id: int) -> Change:
        from ccb_desktop.operations.undo import undo  # noqa: PLC0415 (window first)

        return undo(self.store, action_id)

    def _undo_effect(self, change: Change) -> UndoEffect:
        from ccb_desktop.operations.undo import effect_of  # noqa: PLC0415 (window first)

        return effect_of(self.store, change) if self._store else UndoEffect.PLAYED_BACK

    def _cannot_open(self, error: UserError) -> None:
        """Tell why, and offer what can be done about it; without that the program ends."""
        if isinstance(error, Damaged):
            self._recover(error, self._open_books)
        elif isinstance(error, StoreTooNew | ReadOnly):
            self._offer(error, "Mở để xem", self._view)
        elif isinstance(error, UnsafePlace):
            self._offer(error, "Chép số liệu vào máy này", self._copy_here)
        elif isinstance(error, KeysLost):
            self._ask_about_keys(error)
        elif isinstance(error, NotSignedIn):
            self._offer(error, "Đăng nhập lại", self._open_books)
        else:
            messages.tell(self.window, error).finished.connect(self._app.quit)

    def _recover(self, error: Damaged, then: Callable[[], object]) -> None:
        from ccb_desktop.ui.settings.recovery import RecoveryDialog  # noqa: PLC0415 (rare)

        dialog = RecoveryDialog(self.window, self._folder, error, self.desk, self.sitting.signed)
        dialog.restored.connect(then)
        dialog.rejected.connect(self._app.quit)
        dialog.open()

    def _ask_about_keys(self, error: KeysLost) -> None:
        from ccb_desktop.ui.settings.users.lost_keys import LostKeys  # noqa: PLC0415 (rare)

        dialog = LostKeys(self.window, self._folder, error)
        dialog.found.connect(self._open_books)
        dialog.opened.connect(self._opened_anew)
        dialog.rejected.connect(self._app.quit)
        dialog.open()

    def _opened_anew(self, store: "Store") -> None:
        self.sitting.signed = None
        self._store = store
        self._show_books()

    def _offer(self, error: UserError, act: str, do: Callable[[], None]) -> None:
        """Tell why the books are not opened, with one way on; the other is to leave."""

        def tried() -> None:
            try:
                do()
            except UserError as trouble:
                messages.tell(self.window, trouble).finished.connect(self._app.quit)

        box = messages.ask(self.window, str(error), [(act, tried)], stay="Đóng chương trình")
        box.rejected.connect(self._app.quit)

    def _view(self) -> None:
        from ccb_desktop.operations.branch import view_branch  # noqa: PLC0415 (rare)

        self._store = view_branch(self._folder, self.sitting.signed)
        self._show_books()

    def _copy_here(self) -> None:
        """Bring the books to the usual place of this PC; where that is taken, to another one."""
        from ccb_desktop.operations.branch import has_branch  # noqa: PLC0415 (rare)

        usual = paths.default_data_folder()
        if not has_branch(usual):
            self._copy_to(usual)
            return
        chosen = choose_folder(self.window, "Chép số liệu vào thư mục nào", self._try_copy)
        chosen.rejected.connect(self._app.quit)

    def _try_copy(self, path: Path) -> None:
        try:
            self._copy_to(DataFolder(path))
        except UserError as error:
            messages.tell(self.window, error).finished.connect(self._app.quit)

    def _copy_to(self, target: DataFolder) -> None:
        from ccb_desktop.operations.repair import copy_to_this_pc  # noqa: PLC0415 (rare)

        copy_to_this_pc(self._folder, target, self.sitting.keys)
        self._settle_in(target)
        self._reopen()

    def _reopen(self, signed: "SignedIn | None" = None) -> None:
        """Everything is read anew: the books were restored, or somebody else has signed in."""
        if self._store is not None:
            self._store.close()
            self._store = None
        if self.window is not None:
            self.window.close()
            self.window.deleteLater()
            self.window = None
        if signed is None:
            self.begin()
        else:
            self._show_frame().seen.connect(partial(self._open_as, signed))

    def _leave(self) -> None:
        from ccb_desktop.operations import backups, left_overs  # noqa: PLC0415 (window first)

        self.backups.stop()
        self.sitting.end()
        if self._store is not None:
            try:
                if not self._store.view_only:
                    backups.back_up_if_changed(self._store)
                    left_overs.clear_up(self._folder)  # nothing that was looked at stays open
            except UserError as error:
                messages.tell(None, error)
            self._store.close()
            self._store = None

    def _seal(self, raw: bytes) -> bytes:
        from ccb_desktop.operations.users.beside import seal_beside  # noqa: PLC0415 (window first)

        return seal_beside(self.store, raw)

    def _unseal(self, raw: bytes) -> bytes:
        from ccb_desktop.operations.users.beside import (  # noqa: PLC0415 (window first)
            unseal_beside,
        )

        return unseal_beside(self.store, raw)

    # The first start

    def _ask_first(self) -> None:
        from ccb_desktop.ui.settings.first_start import FirstStart  # noqa: PLC0415 (once)

        self.first_start = FirstStart(self.look)
        self.first_start.answered.connect(self._found_branch)
        self.first_start.practise.connect(self._practise)
        self.first_start.restore.connect(self._restore)
        self.first_start.receive.connect(self._receive)
        self.first_start.show()

    def _found_branch(self, branch: Branch, wants_import: bool) -> None:
        from ccb_desktop.operations.branch import start_branch  # noqa: PLC0415 (once)

        try:
            self._store = start_branch(self._folder, branch)
        except UserError as error:
            self._tell_first_start(error)
            return
        self._show_books()
        if wants_import:
            self.desk.broadcast.go_to(Place("exchange", filters={"act": "import"}))

    def _practise(self) -> None:
        from ccb_desktop.operations.demo_branch import make_demo_branch  # noqa: PLC0415 (once)

        try:
            self._store = make_demo_branch(self._folder)
        except UserError as error:
            self._tell_first_start(error)
            return
        self._show_books()

    def _restore(self) -> None:
        from ccb_desktop.ui.settings.recovery import choose_and_restore  # noqa: PLC0415 (once)

        choose_and_restore(self.first_start, self._folder, self._open_books, desk=self.desk)

    def _receive(self) -> None:
        from ccb_desktop.ui.settings.receiving_kit import (  # noqa: PLC0415 (once)
            choose_and_receive,
        )

        choose_and_receive(self.first_start, self.desk, self._folder, self._open_books)

    def _tell_first_start(self, error: UserError) -> None:
        if self.first_start is not None and isinstance(error, Invalid):
            self.first_start.mark(error)
        else:
            messages.tell(self.first_start, error)
