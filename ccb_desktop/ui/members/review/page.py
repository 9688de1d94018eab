"""The page Rà soát: what the books lack, who stands in them twice, what the charter asks."""

from ccb_desktop.domain.changes import Change
from ccb_desktop.operations.branch import Store
from ccb_desktop.ui.kit.broadcast import Place
from ccb_desktop.ui.kit.page import Desk, Page
from ccb_desktop.ui.kit.page_tabs import PageTabs
from ccb_desktop.ui.members.review.changes_tab import ChangesTab
from ccb_desktop.ui.members.review.charter_tab import CharterTab
from ccb_desktop.ui.members.review.doubles_tab import DoublesTab
from ccb_desktop.ui.members.review.missing_tab import MissingTab
from ccb_desktop.ui.members.review.tab import ReviewTab

TABS: tuple[type[ReviewTab], ...] = (MissingTab, DoublesTab, CharterTab, ChangesTab)


class ReviewPage(Page):
    """One tab is seen and read at a time; the others are read when they are chosen."""

    kinds = frozenset().union(*(tab.kinds for tab in TABS))

    def __init__(self, desk: Desk, store: Store) -> None:
        super().__init__(desk, "Rà soát", "Những điều trong sổ cần xem lại, và cách xử lý")
        self._made = [tab(desk, store) for tab in TABS]
        self._stale_tabs = set(self._made)
        self._tabs = PageTabs()
        for tab in self._made:
            self._tabs.addTab(tab, tab.title)
        self._tabs.currentChanged.connect(self.refresh_soon)
        self.body.addWidget(self._tabs, 1)

    def refresh(self) -> None:
        """Read the tab that is seen, if something has changed since."""
        seen = self._tabs.currentWidget()
        if isinstance(seen, ReviewTab) and seen in self._stale_tabs:
            self._stale_tabs.discard(seen)
            seen.refresh()

    def show_place(self, place: Place) -> None:
        """Show the tab somebody came here for."""
        for tab in self._made:
            if tab.id == place.filters.get("tab"):
                self._tabs.setCurrentWidget(tab)
                tab.show_place(place)

    def _hear(self, change: Change) -> None:
        self._stale_tabs |= {tab for tab in self._made if tab.kinds & change.kinds}
        super()._hear(change)
