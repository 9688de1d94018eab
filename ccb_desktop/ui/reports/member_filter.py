"""A button that chooses members by any filter of the roster, and keeps filters for it."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.errors import UserError
from ccb_desktop.domain.members.memberships import IN_HOI
from ccb_desktop.domain.queries import Group, Test, as_json, from_json
from ccb_desktop.domain.saved_views import SavedView, ViewKind
from ccb_desktop.operations import saved_views
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.members.people import list_members
from ccb_desktop.operations.members.queries import MEMBERS, query_fields
from ccb_desktop.ui.kit import messages
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.query_dialog import QueryDialog
from ccb_desktop.ui.kit.widgets import column, menu_button

_BUTTON = "Bộ lọc"


class MemberFilter(QWidget):
    """`Bộ lọc`: kept filters, `Lọc nâng cao…`, and nothing."""

    changed = Signal()
    """Another filter is at work."""

    def __init__(self, desk: Desk, store: Store, day: Callable[[], date]) -> None:
        """Build it; `day` gives the day as at which members are counted."""
        super().__init__()
        self._desk, self._store, self._day = desk, store, day
        self.query = Group()
        self.name = ""
        self.button, self._menu = menu_button(_BUTTON, "filter")
        self._menu.aboutToShow.connect(self._fill)
        column(self).addWidget(self.button)

    def use(self, query: Group, name: str = "") -> None:
        """Let a filter work; an empty one lets everybody through."""
        self.query, self.name = query, name
        told = _BUTTON if query.is_empty else f"{_BUTTON}: {name or 'đang lọc'}"
        self.button.setText(told.replace("&", "&&"))
        self.button.setAccessibleName(told)
        self.changed.emit()

    def open_filter(self) -> None:
        """The window in which conditions are put together."""
        on = self._day()
        members = [line for line in list_members(self._store, on) if line.status in IN_HOI]

        def count(test: Test) -> tuple[int, int]:
            return sum(map(test, members)), len(members)

        dialog = QueryDialog(
            self,
            query_fields(self._store, on),
            count,
            self._keep,
            noun="hội viên",
            query=self.query,
            name=self.name,
        )
        dialog.chosen.connect(self.use)
        dialog.open()

    def _fill(self) -> None:
        self._menu.clear()
        self._menu.addAction("Lọc nâng cao…", self.open_filter)
        self._menu.addSeparator()
        for view in self._filters():
            line = QAction(view.name, self._menu, checkable=True)
            line.setChecked(not self.query.is_empty and view.name == self.name)
            line.triggered.connect(partial(self._use_kept, view))
            self._menu.addAction(line)
        if not self.query.is_empty:
            self._menu.addAction("Bỏ lọc", lambda: self.use(Group()))

    def _filters(self) -> list[SavedView]:
        kept = saved_views.list_views(self._store, MEMBERS)
        return [view for view in kept if view.kind is ViewKind.FILTER]

    def _use_kept(self, view: SavedView) -> None:
        try:
            self.use(from_json(view.content), view.name)
        except UserError as error:
            messages.tell(self, error)

    def _keep(self, name: str, query: Group) -> None:
        """Keep a filter for the roster too; over the one of that name."""
        wanted = name.strip().casefold()
        same = next((one for one in self._filters() if one.name.casefold() == wanted), None)
        view = SavedView(
            id=same.id if same else None,
            list_name=MEMBERS,
            kind=ViewKind.FILTER,
            name=name,
            content=as_json(query),
        )
        self._desk.broadcast.send(saved_views.save_view(self._store, view))
