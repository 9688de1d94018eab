"""What is kept of a list under a name, offered beside it: filters, and sets of columns.

    views = SavedViews(page, desk, store, table, "members", fields, noun="hội viên")
    views.refresh()                       # read again what is kept

Public: `SavedViews` with `button`, `in_use`, `refresh()`, `open_filter()`, `use(query, name)`.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any
from uuid import uuid4

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.errors import Invalid, UserError
from ccb_desktop.domain.queries import Group, QueryField, Test, as_json, by_id, from_json, sieve
from ccb_desktop.domain.saved_views import SavedView, ViewKind
from ccb_desktop.operations import saved_views
from ccb_desktop.operations.branch import Store
from ccb_desktop.ui.kit import messages
from ccb_desktop.ui.kit.form import Form
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.query_dialog import QueryDialog
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.kit.text_fields import TextField
from ccb_desktop.ui.kit.widgets import menu_button

KINDS = frozenset({"saved_views"})
_RULE = "query"
_BUTTON = "Bộ lọc"


class SavedViews:
    """The button `Bộ lọc` above a list and the lines `Bộ cột` in its choice of columns."""

    def __init__(
        self,
        page: QWidget,
        desk: Desk,
        store: Store,
        table: RecordTable[Any],
        list_name: str,
        fields: Callable[[], Sequence[QueryField]],
        *,
        noun: str,
    ) -> None:
        """Put the button above the list.

        Args:
            page: The page of the list.
            desk: What the page was given.
            store: The books.
            table: The list.
            list_name: Under which filters and columns are kept.
            fields: Gives what can be asked about now.
            noun: What is counted, as `hội viên`.
        """
        self._page, self._desk, self._store = page, desk, store
        self._table = table
        self._list_name = list_name
        self._fields = fields
        self._noun = noun
        self._views: list[SavedView] = []
        self._query = Group()
        self._name = ""
        self.button, self._menu = menu_button(_BUTTON, "filter")
        self._menu.aboutToShow.connect(self._fill)
        table.filters.add_own(self.button, self._is_set, lambda: self.use(Group(), ""))
        table.columns.offer_more(self._fill_columns)
        self._tell()

    @property
    def in_use(self) -> tuple[Group, str]:
        """The filter that is at work, and the name under which it is kept, if any."""
        return self._query, self._name

    def refresh(self) -> None:
        """Read again what is kept, and ask again with the words that hold now."""
        self._views = saved_views.list_views(self._store, self._list_name)
        if self._is_set():
            self.use(self._query, self._name)

    def use(self, query: Group, name: str) -> None:
        """Show only what fits a filter; an empty one shows all."""
        try:
            rule = None if query.is_empty else sieve(query, by_id(self._fields()))
        except UserError as error:
            which = f"Bộ lọc “{name}”" if name else "Bộ lọc đang dùng"
            told = f"{which} không dùng được nữa.\n{error} Danh sách đang hiện tất cả."
            messages.tell(self._page, Invalid({_RULE: told}))
            query, name, rule = Group(), "", None
        self._query, self._name = query, name
        self._table.set_rule(_RULE, rule)
        self._tell()

    def open_filter(self) -> None:
        """The window in which conditions are put together."""
        dialog = QueryDialog(
            self._page,
            self._fields(),
            self._count,
            self._keep_filter,
            noun=self._noun,
            query=self._query,
            name=self._name,
        )
        dialog.chosen.connect(self.use)
        dialog.open()

    # What is kept

    def _of(self, kind: ViewKind) -> list[SavedView]:
        return [view for view in self._views if view.kind is kind]

    def _count(self, test: Test) -> tuple[int, int]:
        lines = self._table.model.order.lines
        return sum(map(test, lines)), len(lines)

    def _keep_filter(self, name: str, query: Group) -> None:
        self._keep(ViewKind.FILTER, name, as_json(query))

    def _keep(self, kind: ViewKind, name: str, content: str) -> Change:
        """Keep under a name; over what is kept under it already."""
        wanted = name.strip().casefold()
        same = next((v for v in self._of(kind) if v.name.casefold() == wanted), None)
        made = SavedView(list_name=self._list_name, kind=kind, name=name, content=content)
        kept = replace(same, content=content) if same else made
        change = saved_views.save_view(self._store, kept, uuid4().hex)
        self._desk.broadcast.send(change)
        self.refresh()
        return change

    def _drop(self, view: SavedView) -> None:
        self._desk.broadcast.send(saved_views.remove_view(self._store, view))
        self.refresh()

    # The menus

    def _is_set(self) -> bool:
        return not self._query.is_empty

    def _tell(self) -> None:
        told = f"{_BUTTON}: {self._name or 'đang lọc'}" if self._is_set() else _BUTTON
        self.button.setText(told.replace("&", "&&"))
        self.button.setAccessibleName(told)
        self._table.filters.tell()

    def _fill(self) -> None:
        self._menu.clear()
        self._menu.addAction("Lọc nâng cao…", self.open_filter)
        self._menu.addSeparator()
        kept = self._of(ViewKind.FILTER)
        for view in kept:
            line = QAction(view.name, self._menu, checkable=True)
            line.setChecked(self._is_set() and view.name == self._name)
            line.triggered.connect(partial(self._use_kept, view))
            self._menu.addAction(line)
        if self._is_set():
            self._menu.addAction("Bỏ lọc", lambda: self.use(Group(), ""))
        self._add_dropping(self._menu, kept)

    def _use_kept(self, view: SavedView) -> None:
        try:
            self.use(from_json(view.content), view.name)
        except UserError as error:
            messages.tell(self._page, error)

    def _fill_columns(self, menu: QMenu) -> None:
        sets = menu.addMenu("Bộ cột")
        kept = self._of(ViewKind.COLUMNS)
        for view in kept:
            sets.addAction(view.name, partial(self._use_columns, view))
        sets.addSeparator()
        sets.addAction("Lưu các cột đang thấy…", self.open_columns)
        self._add_dropping(sets, kept)
        menu.addSeparator()

    def _add_dropping(self, menu: QMenu, kept: Sequence[SavedView]) -> None:
        if not kept:
            return
        menu.addSeparator()
        dropping = menu.addMenu("Xóa")
        for view in kept:
            dropping.addAction(view.name, partial(self._drop, view))

    def _use_columns(self, view: SavedView) -> None:
        self._table.columns.arrange(json.loads(view.content))

    def open_columns(self) -> None:
        """Ask for the name under which the columns are kept."""
        form = Form()
        form.add([TextField("name", "Tên bộ cột", required=True)])
        arranged = json.dumps(self._table.columns.arrangement(), ensure_ascii=False)

        def save(values: dict[str, Any], _form_id: str) -> None:
            self._keep(ViewKind.COLUMNS, values["name"], arranged)

        FormDialog(self._page, "Lưu bộ cột", form, save).open()
