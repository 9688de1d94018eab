"""Tabs in named groups: a row of groups, below it the tabs of the one that is seen.

    groups = TabGroups()
    groups.add_group("Hội", [("branch", "Thông tin Hội", form), ("terms", "Nhiệm kỳ", terms)])
    groups.add_tab("look", "Chữ và màu", look)    # stands among the groups by itself

Public: `TabGroups` with `add_group`, `add_tab`, `ids`, `shown`, `show_tab(id)`, signal
`turned(id)`.
"""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabWidget, QWidget

from ccb_desktop.ui.kit.page_tabs import PageTabs
from ccb_desktop.ui.kit.widgets import column

_GAP = 2  # between the row of groups and the row of tabs


class TabGroups(PageTabs):
    """Every tab has an id; each group keeps the tab that was seen in it last."""

    turned = Signal(str)
    """Another tab is seen now; carries its id."""

    def __init__(self) -> None:
        super().__init__()
        self._tabs: dict[str, QWidget] = {}
        self._grounds: dict[str, QWidget] = {}  # of each tab: what stands in the row of groups
        self._rows: dict[str, QTabWidget] = {}
        self._told = ""
        self.currentChanged.connect(self._tell)

    def add_tab(self, tab_id: str, text: str, tab: QWidget) -> None:
        """Put a tab beside the groups, where it is a group of its own."""
        self._tabs[tab_id] = self._grounds[tab_id] = tab
        self.addTab(tab, text)

    def add_group(self, text: str, tabs: Sequence[tuple[str, str, QWidget]]) -> None:
        """Put a group behind the others.

        Args:
            text: What it is called.
            tabs: Id, name and widget of each of its tabs.
        """
        row, ground = PageTabs(), QWidget()
        for tab_id, name, tab in tabs:
            self._tabs[tab_id] = tab
            self._grounds[tab_id] = ground
            self._rows[tab_id] = row
            row.addTab(tab, name)
        row.currentChanged.connect(self._tell)
        layout = column(ground, spacing=0)
        layout.setContentsMargins(0, _GAP, 0, 0)
        layout.addWidget(row)
        self.addTab(ground, text)

    @property
    def ids(self) -> tuple[str, ...]:
        """Every tab, in order."""
        return tuple(self._tabs)

    @property
    def shown(self) -> str:
        """The tab that is seen."""
        beside = [one for one in self._tabs if self._grounds[one] is self.currentWidget()]
        return next((one for one in beside if self._is_chosen(one)), "")

    def show_tab(self, tab_id: str) -> None:
        """Bring a tab into sight, and its group with it."""
        if tab_id in self._rows:
            self._rows[tab_id].setCurrentWidget(self._tabs[tab_id])
        self.setCurrentWidget(self._grounds[tab_id])

    def _is_chosen(self, tab_id: str) -> bool:
        """Whether it is seen when its group is."""
        row = self._rows.get(tab_id)
        return row is None or row.currentWidget() is self._tabs[tab_id]

    def _tell(self) -> None:
        self.updateGeometry()
        if self.shown != self._told:
            self._told = self.shown
            self.turned.emit(self._told)
