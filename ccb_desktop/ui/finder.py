"""What the search box finds in the books, and where each of it is shown."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from ccb_desktop.domain.changes import Change
from ccb_desktop.ui.kit.broadcast import Broadcast, Place
from ccb_desktop.ui.kit.search_box import Hit

if TYPE_CHECKING:
    from ccb_desktop.operations.branch import Store
    from ccb_desktop.operations.search import Found, SearchIndex

_GROUP = {
    "PERSON": "Người",
    "UNIT": "Đơn vị",
    "VOUCHER": "Phiếu thu, chi",
    "TASK": "Việc trong kế hoạch",
    "ACTIVITY": "Hoạt động",
    "DOCUMENT": "Văn bản",
}
_PLACE = {
    "PERSON": ("members", ""),
    "UNIT": ("units", ""),
    "VOUCHER": ("funds", "vouchers"),
    "TASK": ("tasks", "plan"),
    "ACTIVITY": ("activities", "book"),
    "DOCUMENT": ("reports", "register"),
}  # kind of what was found → page and tab that show it


class Finder:
    """Finds in the books that are open; names are prepared at the first search after a change."""

    def __init__(self, store: "Callable[[], Store | None]", broadcast: Broadcast) -> None:
        """Find in whichever books `store` gives."""
        self._store = store
        self._broadcast = broadcast
        self._index: SearchIndex | None = None
        broadcast.changed.connect(self._forget)

    def find(self, typed: str) -> Sequence[Hit]:
        """What the books hold."""
        from ccb_desktop.operations.search import SearchIndex  # noqa: PLC0415 (window first)

        store = self._store()
        if store is None:
            return ()
        if self._index is None:
            self._index = SearchIndex(store, date.today())
        return [
            Hit(_GROUP[found.kind], found.title, found.detail, self._opening(found))
            for found in self._index.find(typed)
        ]

    def _opening(self, found: "Found") -> Callable[[], None]:
        page, tab = _PLACE[found.kind]
        place = Place(page, found.id, {"tab": tab} if tab else {})
        return lambda: self._broadcast.go_to(place)

    def _forget(self, _change: Change) -> None:
        self._index = None
