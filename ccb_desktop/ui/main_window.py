"""The one window: pages at the left, search above, the page in the middle, its foot below.

    window = MainWindow(
        "CCB Desktop", [PageSpec("home", "Trang chủ", "home", build_home), ...], desk, look,
        undo=operations_undo, search=find_everything, help_folder=paths.resources() / "help",
    )
    window.tell_branch("Hội CCB phường An Lạc"); window.bottom.tell_backup(moment)
    window.show()

Pages are built when they are first shown. Public: `PageSpec`, `MainWindow` with `bottom`,
`menus`, `undo_bar`, `show_page(id)`, `page(id)`, `tell_branch(text)`, signals `seen` (it is
drawn now), `came_back`, `leaving` (the window closes now).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QWidget

from ccb_desktop.domain.changes import Change, UndoEffect
from ccb_desktop.domain.people_names import matches
from ccb_desktop.ui.kit import messages
from ccb_desktop.ui.kit.bottom_bar import BottomBar
from ccb_desktop.ui.kit.broadcast import Place
from ccb_desktop.ui.kit.drafts_notice import DraftsNotice
from ccb_desktop.ui.kit.look import Look
from ccb_desktop.ui.kit.page import Desk, Page
from ccb_desktop.ui.kit.page_ground import PageGround
from ccb_desktop.ui.kit.search_box import Hit, Provider, SearchBox
from ccb_desktop.ui.kit.side_bar import SideBar
from ccb_desktop.ui.kit.undo_bar import UndoBar
from ccb_desktop.ui.kit.waiting import is_waiting
from ccb_desktop.ui.kit.widgets import column
from ccb_desktop.ui.kit.window_menus import WindowMenus

if TYPE_CHECKING:
    from ccb_desktop.ui.kit.help_window import HelpWindow


@dataclass(frozen=True, slots=True)
class PageSpec:
    """A page that can be shown.

    Attributes:
        id: Its name in `Place`, in the handbook and in the memory of the window.
        label: What the officer reads.
        icon: Name of its drawing.
        build: Makes it when it is first shown.
        purpose: One line, the tool tip of its button.
    """

    id: str
    label: str
    icon: str
    build: Callable[[], Page]
    purpose: str = ""


class MainWindow(QMainWindow):
    """Frame of the whole program."""

    seen = Signal()
    """The window stands on the screen; what it shows can be read now."""

    came_back = Signal()
    """The officer turned to the window again, from a dialog or another program."""

    leaving = Signal()
    """The officer leaves; what must still be done, as a backup, is done now."""

    def __init__(
        self,
        program: str,
        pages: Sequence[PageSpec],
        desk: Desk,
        look: Look,
        *,
        undo: Callable[[int], Change],
        undo_effect: Callable[[Change], UndoEffect] = lambda _change: UndoEffect.PLAYED_BACK,
        search: Provider,
        help_folder: Path,
        show_first: bool = True,
    ) -> None:
        """Build the frame; no page is built before it is shown.

        Args:
            program: Name of the program, for the title.
            pages: The pages, in the order of the list at the left.
            desk: What pages work with.
            look: Text size and theme.
            undo: Plays an act back.
            undo_effect: What that would do, where money is concerned.
            search: Finds people, units, vouchers, tasks for the box above.
            help_folder: Where the handbook lies.
            show_first: Whether the first page is built at once; else `show_page` does it.
        """
        super().__init__()
        self._program = program
        self._specs = {spec.id: spec for spec in pages}
        self._pages: dict[str, Page] = {}
        self._grounds: dict[str, PageGround] = {}
        self._desk = desk
        self._search = search
        self._shown = ""
        self.side = SideBar(program)
        self.search = SearchBox(self._find)
        self.bottom = BottomBar(desk.background)
        self._help_folder = help_folder
        self._help: HelpWindow | None = None
        self._stack = QStackedWidget()
        self.menus = WindowMenus(self)
        self.undo_bar = UndoBar(self, desk.broadcast, desk.background, undo, undo_effect)
        self._build()
        self._fill_menus(look)
        self._leave_after_job = self._is_seen = False
        if not desk.state.restore_geometry("main", self):
            self.resize(self.sizeHint().boundedTo(self.screen().availableSize()))
            self.setWindowState(Qt.WindowState.WindowMaximized)
        if pages and show_first:
            self.show_page(pages[0].id)

    # Pages

    def show_page(self, page_id: str) -> None:
        """Show a page, building it first if need be."""
        if page_id not in self._pages:
            self._pages[page_id] = self._specs[page_id].build()
            self._grounds[page_id] = PageGround(self._pages[page_id], self._stack)
            self._stack.addWidget(self._grounds[page_id])
        self._shown = page_id
        self._stack.setCurrentWidget(self._grounds[page_id])
        self.side.choose(page_id)

    def page(self, page_id: str) -> Page:
        """A page, built if need be."""
        if page_id not in self._pages:
            self.show_page(page_id)
        return self._pages[page_id]

    @property
    def shown_page(self) -> str:
        """Id of the page that is shown."""
        return self._shown

    def tell_branch(self, name: str) -> None:
        """The books are open: name the branch above, in the title and at the foot."""
        self._drafts.look()
        self.setWindowTitle(f"{name} – {self._program}")
        self.side.set_title(name)
        self.bottom.tell_branch(name)

    def add_notice(self, notice: QWidget) -> None:
        """Put something above every page that must not be overlooked."""
        self._notices.addWidget(notice)

    @property
    def help(self) -> "HelpWindow":
        """The handbook, built when it is first wanted."""
        if self._help is None:
            from ccb_desktop.ui.kit.help_window import HelpWindow  # noqa: PLC0415 (window first)

            self._help = HelpWindow(self._help_folder, self)
        return self._help

    def show_help(self) -> None:
        """Open the handbook at what is shown."""
        shown = self._pages.get(self._shown)
        self.help.show_page((shown.help_page if shown is not None else "") or self._shown)

    # Leaving

    def closeEvent(self, event: QCloseEvent) -> None:
        """A running job is not cut off without asking."""
        if is_waiting():  # what is done then is never cut off; it is over in a while
            event.ignore()
            return
        if self._desk.background.is_busy:
            event.ignore()
            question = messages.ask(
                self,
                "Còn một việc đang làm dở.\nDừng thì việc ấy coi như chưa làm; số liệu vẫn nguyên.",
                [("Dừng rồi thoát", self._stop_and_leave)],
                stay="Chờ làm xong",
                stay_is_usual=True,
            )
            self._desk.background.ended.connect(question.reject)  # there is nothing left to ask
            return
        self._desk.state.keep_geometry("main", self)
        if self._help is not None:
            self._help.close()
        self.leaving.emit()
        self._desk.state.save()
        super().closeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Coming back to the window, the age of the backup is told anew."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.bottom.refresh_age()
            self.came_back.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Whoever waits for the first drawing is told when it is done."""
        super().paintEvent(event)
        if not self._is_seen:
            self._is_seen = True
            QTimer.singleShot(0, self.seen.emit)

    def sizeHint(self) -> QSize:
        """Most of a small office screen."""
        return QSize(1280, 700)

    def _stop_and_leave(self) -> None:
        self._leave_after_job = True
        self._desk.background.stop_all()

    def _leave_if_wanted(self) -> None:
        if self._leave_after_job:
            self.close()

    # Building

    def _connect(self) -> None:
        self.side.wanted.connect(self.show_page)
        self._desk.broadcast.wanted.connect(self._go_to)
        self._desk.broadcast.help_wanted.connect(self.show_help)
        self._desk.background.ended.connect(self._leave_if_wanted)

    def _build(self) -> None:
        middle = column(spacing=0)
        self._notices = column(spacing=0)
        middle.addLayout(self._notices)
        self._drafts = DraftsNotice(self._desk.drafts, self._desk.broadcast)
        middle.addWidget(self._drafts)
        middle.addWidget(self._stack, 1)
        middle.addWidget(self.undo_bar)
        across = QHBoxLayout()
        across.setSpacing(0)
        across.addWidget(self.side)
        across.addLayout(middle, 1)
        ground = QWidget()
        whole = column(ground, spacing=0)
        whole.addLayout(across, 1)
        whole.addWidget(self.bottom)
        self.setCentralWidget(ground)
        self.setWindowTitle(self._program)
        self.setMenuWidget(self._top())
        for spec in self._specs.values():
            self.side.add_page(spec.id, spec.label, spec.icon, tip=spec.purpose)
        self._connect()

    def _top(self) -> QWidget:
        """Menus and search box in one row."""
        top = QWidget()
        top.setObjectName("top")
        row = QHBoxLayout(top)
        row.setContentsMargins(8, 6, 20, 6)
        row.addWidget(self.menus.bar)
        row.addWidget(self.search, 3)
        row.addStretch(1)
        return top

    def _fill_menus(self, look: Look) -> None:
        add = self.menus.add
        for place, spec in enumerate(self._specs.values(), start=1):
            shortcut = f"Ctrl+{place}" if place <= 9 else ""
            add("Trang", spec.label, partial(self._turn_to, spec.id), shortcut)
        add("Trang", "Tìm mọi thứ", self._begin_search, "Ctrl+K")
        self.menus.add_undo(self.undo_bar)
        self.menus.add_look(look)
        add("Trợ giúp", "Hướng dẫn trang này", self.show_help, "F1")
        add("Trợ giúp", "Mục lục sổ tay", lambda: self.help.show_page(""))
        about = partial(self.help.show_page, "gioi-thieu")
        add("Trợ giúp", "Giới thiệu và giấy phép", about)

    # What happens

    def _turn_to(self, page_id: str) -> None:
        """Show a page by its key, and go on with the keyboard in it."""
        self.show_page(page_id)
        self._pages[page_id].begin()

    def _begin_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _go_to(self, place: Place) -> None:
        if place.page in self._specs:
            self.show_page(place.page)
            self._pages[place.page].show_place(place)

    def _find(self, typed: str) -> list[Hit]:
        """Pages of the window, then what the books hold, then the handbook."""
        pages = [
            Hit("Trang", spec.label, spec.purpose, partial(self.show_page, spec.id))
            for spec in self._specs.values()
            if matches(typed, spec.label)
        ]
        helps = [
            Hit("Sổ tay hướng dẫn", found.title, "", partial(self.help.show_page, found.id))
            for found in self.help.pages_with(typed)[:5]
        ]
        return [*pages, *self._search(typed), *helps]
