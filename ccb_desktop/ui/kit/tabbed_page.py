"""A page of tabs: one tab is seen at a time; the others are built and read when chosen.

    class DuesTab(PageTab):
        id, title = "dues", "Hội phí"
        kinds = frozenset({"dues_payments"})

        def refresh(self) -> None: ...

Public: `PageTab`, `TabbedPage(desk, store, title, purpose, tabs)`.
"""

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.errors import UserError
from ccb_desktop.domain.users.duties import Duty
from ccb_desktop.operations.branch import Store
from ccb_desktop.ui.kit import messages
from ccb_desktop.ui.kit.broadcast import Place
from ccb_desktop.ui.kit.drafts import Draft
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.page import Desk, Page
from ccb_desktop.ui.kit.page_tabs import PageTabs
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.kit.widgets import column

Tab = TypeVar("Tab", bound="PageTab")

_URGENT = ("warning", "problem", "notice")  # what is told in these looks stays above


class PageTab(QWidget):
    """One tab of a page.

    Attributes:
        id: How other pages name it when they lead here (`Place.filters["tab"]`).
        title: What its tab is called.
        kinds: The tables it shows; after a change of these it is read again.
        forms: The kinds of drafts (`Draft.kind`) whose forms it opens again, in `show_place`.
        help_page: Where the handbook tells of it; empty for the page of all tabs.
        duties: Whose work is done on it, where it is not that of the whole page.
    """

    alone = Signal(bool)
    """It needs the page for itself, as a row of steps does, or does so no longer."""

    id = ""
    title = ""
    kinds: frozenset[str] = frozenset()
    forms: frozenset[str] = frozenset()
    duties: tuple[Duty, ...] | None = None
    help_page = ""

    def __init__(self, desk: Desk, store: Store) -> None:
        super().__init__()
        self.desk = desk
        self.store = store
        self.body: QVBoxLayout = column(self, margin=12, spacing=10)
        self._lowered: list[tuple[int, QWidget]] = []

    def set_low(self, is_low: bool) -> None:
        """Where few lines fit, lists spare rows and what is told about them stands below them."""
        for table in self.findChildren(RecordTable):
            table.set_low(is_low)
        if is_low:
            self._lower_words()
        else:
            self._raise_words()

    def refresh(self) -> None:
        """Read again what is shown; called when the tab is seen and stale."""

    def show_place(self, place: Place) -> None:
        """Somebody came here for something."""

    def open_form(self, dialog: FormDialog) -> None:
        """Show a form; its act is told to everybody."""
        dialog.saved.connect(self.desk.broadcast.send)
        dialog.open()

    def do(self, act: Callable[[], Change]) -> None:
        """Do something at once, and tell everybody; what stands against it is told here."""
        self.safely(lambda: self.desk.broadcast.send(act()))

    def safely(self, act: Callable[[], object]) -> None:
        """Do something that the books may refuse; then that is told here."""
        try:
            act()
        except UserError as error:
            messages.tell(self, error)

    def _lower_words(self) -> None:
        places = range(self.body.count())
        grows = next((place for place in places if self.body.stretch(place)), 0)
        for place in range(grows):
            item = self.body.itemAt(place)
            told = item.widget() if item is not None else None
            if isinstance(told, QLabel) and told.property("role") not in _URGENT:
                self._lowered.append((place, told))
        for _place, told in self._lowered:
            self.body.removeWidget(told)
            self.body.addWidget(told)

    def _raise_words(self) -> None:
        for _place, told in self._lowered:
            self.body.removeWidget(told)
        for place, told in self._lowered:
            self.body.insertWidget(place, told)
        self._lowered.clear()


class TabbedPage(Page):
    """The base of pages that consist of tabs."""

    def __init__(
        self,
        desk: Desk,
        store: Store,
        title: str,
        purpose: str,
        tabs: Sequence[type[PageTab]],
    ) -> None:
        """Build the first tab; the others when they are first chosen.

        Args:
            desk: What the page is given to work with.
            store: The books.
            title: Name of the page.
            purpose: One line saying what it is for.
            tabs: The kinds of its tabs, in their order.
        """
        super().__init__(desk, title, purpose)
        self._store = store
        self._kinds_of_tabs = tuple(tabs)
        self._built: dict[type[PageTab], PageTab] = {}
        self._stale_tabs: set[PageTab] = set()
        self._tabs = PageTabs()
        self.body.addWidget(self._tabs, 1)
        for kind in tabs:
            self._tabs.addTab(QWidget(), kind.title)
        self.tab(tabs[0])
        self._tabs.currentChanged.connect(self._change_tab)

    def tab(self, kind: type[Tab]) -> Tab:
        """The tab of this kind, built if need be."""
        built = self._built.get(kind)
        if not isinstance(built, kind):
            built = self._built[kind] = kind(self.desk, self._store)
            self._stale_tabs.add(built)
            built.alone.connect(self._leave_alone)
            built.set_low(self.is_low)
            self._tabs.put_in(self._kinds_of_tabs.index(kind), built, kind.title)
        return built

    def refresh(self) -> None:
        """Read the tab that is seen, if something has changed since."""
        seen = self._tabs.currentWidget()
        if isinstance(seen, PageTab) and seen in self._stale_tabs:
            self._stale_tabs.discard(seen)
            seen.refresh()

    def show_place(self, place: Place) -> None:
        """Show the tab somebody came here for, or the one whose form a crash had closed."""
        draft = place.filters.get("draft")
        form = draft.kind if isinstance(draft, Draft) else None
        for kind in self._kinds_of_tabs:
            if kind.id == place.filters.get("tab") or form in kind.forms:
                tab = self.tab(kind)
                self._tabs.setCurrentWidget(tab)
                tab.show_place(place)

    def _change_tab(self, place: int) -> None:
        self.help_page = self.tab(self._kinds_of_tabs[place]).help_page
        self._leave_alone(False)
        self.refresh_soon()

    def _leave_alone(self, alone: bool) -> None:
        """The tab that is seen has the page for itself, or the others are offered again."""
        self._purpose.setVisible(not (alone or self.is_low))
        self._tabs.show_bar(not alone)

    def set_low(self, is_low: bool) -> None:
        """Where few lines fit, they are for the list."""
        super().set_low(is_low)
        self.spare_head(is_low)
        for tab in self._built.values():
            tab.set_low(is_low)

    def _hear(self, change: Change) -> None:
        self._stale_tabs |= {tab for tab in self._built.values() if tab.kinds & change.kinds}
        super()._hear(change)
