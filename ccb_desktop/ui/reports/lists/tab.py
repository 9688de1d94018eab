"""The tab Sổ, danh sách: every book and list in one place, chosen, looked at, written."""

from ccb_desktop.domain.reports.list_kinds import LIST_GROUP, LIST_KINDS
from ccb_desktop.operations.branch import Store
from ccb_desktop.ui.kit.broadcast import Place
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.tabbed_page import PageTab
from ccb_desktop.ui.reports.books import KINDS
from ccb_desktop.ui.reports.catalogue import Catalogue, Entry
from ccb_desktop.ui.reports.lists.sheet import ListSheet


class ListsTab(PageTab):
    """First what there is, then the one that was opened."""

    id = "lists"
    title = "Sổ, danh sách"
    help_page = "so-danh-sach"
    kinds = KINDS

    def __init__(self, desk: Desk, store: Store) -> None:
        super().__init__(desk, store)
        self._is_low = False
        self.catalogue = Catalogue(desk, "lists", _entries(), "sổ, danh sách")
        self.sheet = ListSheet(desk, store)
        self.body.addWidget(self.catalogue, 1)
        self.body.addWidget(self.sheet, 1)
        self.sheet.hide()
        self.catalogue.chosen.connect(self.open_list)
        self.sheet.left.connect(self._choose)

    def refresh(self) -> None:
        """Make the list that is open anew."""
        if not self.sheet.isHidden():
            self.sheet.refresh()

    def show_place(self, place: Place) -> None:
        """Somebody wants a certain list."""
        name = place.filters.get("list")
        if name in LIST_KINDS:
            self.open_list(str(name))

    def open_list(self, name: str) -> None:
        """Show a book or list."""
        self.catalogue.hide()
        self.sheet.show()
        self.catalogue.note_use(name)
        self.sheet.open_list(name)
        self._take_room()

    def set_low(self, is_low: bool) -> None:
        """Where few lines fit, the list that is open has the page for itself."""
        super().set_low(is_low)
        self._is_low = is_low
        self.sheet.set_low(is_low)
        if self.isVisible():
            self._take_room()

    def _take_room(self) -> None:
        self.alone.emit(self._is_low and not self.sheet.isHidden())

    def _choose(self) -> None:
        self.sheet.hide()
        self.catalogue.show()
        self._take_room()
        self.catalogue.table.filters.search.setFocus()


def _entries() -> list[Entry]:
    return [
        Entry(kind.name, kind.label, LIST_GROUP[kind.group], kind.purpose)
        for kind in LIST_KINDS.values()
    ]
