"""What there is to be printed: a list to search in, with what is for what, favourites first.

Public: `Entry`, `Catalogue(desk, key, entries, noun)` with the signal `chosen(name)`,
`note_use(name)`.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ccb_desktop.ui.kit.columns import Act, Column
from ccb_desktop.ui.kit.empty_note import EmptyText
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.kit.widgets import column

_REMEMBERED = 4  # of those used last
_PINNED, _USED = "Đã ghim", "Vừa dùng"


@dataclass(frozen=True, slots=True)
class Entry:
    """One of those that can be opened."""

    name: str
    label: str
    group: str
    purpose: str


class Catalogue(QWidget):
    """Enter or a double click opens what is chosen."""

    chosen = Signal(str)
    """The name of what is to be opened."""

    def __init__(self, desk: Desk, key: str, entries: Sequence[Entry], noun: str) -> None:
        """Build it.

        Args:
            desk: Its state remembers what is pinned and what was used last.
            key: Under which that is remembered.
            entries: Everything there is, in its order.
            noun: What is counted, as `sổ, danh sách`.
        """
        super().__init__()
        self._state, self._key = desk.state, key
        self._entries = list(entries)
        self.table: RecordTable[Entry] = RecordTable(
            f"{key}-catalogue",
            self._columns(),
            id_of=lambda one: one.name,
            acts=self._acts(),
            noun=noun,
            empty=EmptyText("Chưa có gì để in", ""),
        )
        groups = list(dict.fromkeys(one.group for one in entries))
        self.table.add_choice(
            "Nhóm", [(None, "Tất cả"), *((one, one) for one in groups)], lambda one: one.group
        )
        column(self).addWidget(self.table)
        self._show()

    def note_use(self, name: str) -> None:
        """Something was opened: it stands among the first from now on."""
        used = [name, *(one for one in self._kept("used") if one != name)]
        self._keep("used", used[:_REMEMBERED])
        self._show()

    def _columns(self) -> list[Column[Entry]]:
        return [
            Column("label", "Tên", lambda one: one.label, self._place, width=29, named=True),
            Column("purpose", "Để làm gì", lambda one: one.purpose, width=49),
            Column("group", "Nhóm", lambda one: one.group, self._place, width=17),
            Column("mark", "Ghi nhớ", self._mark, self._place, width=8, searched=False),
        ]

    def _acts(self) -> list[Act[Entry]]:
        return [
            Act("Mở", self._open, icon="open", main=True, reads=True),
            Act("Ghim lên đầu, bỏ ghim", self._pin, duties=()),
        ]

    def _open(self, some: list[Entry]) -> None:
        self.chosen.emit(some[0].name)

    def _pin(self, some: list[Entry]) -> None:
        name, pinned = some[0].name, self._kept("pinned")
        others = [one for one in pinned if one != name]
        self._keep("pinned", others if name in pinned else [*others, name])
        self._show()

    def _is_pinned(self, one: Entry) -> bool:
        return one.name in self._kept("pinned")

    def _mark(self, one: Entry) -> str:
        if self._is_pinned(one):
            return _PINNED
        return _USED if one.name in self._kept("used") else ""

    def _place(self, one: Entry) -> tuple[int, int]:
        """Pinned ones first, then those used last, then all in their order."""
        pinned, used = self._kept("pinned"), self._kept("used")
        if one.name in pinned:
            return 0, pinned.index(one.name)
        if one.name in used:
            return 1, used.index(one.name)
        return 2, self._entries.index(one)

    def _show(self) -> None:
        self.table.set_lines(sorted(self._entries, key=self._place))

    def _kept(self, what: str) -> list[str]:
        kept = self._state.get(f"{self._key}/{what}")
        known = {one.name for one in self._entries}
        return [one for one in kept if one in known] if isinstance(kept, list) else []

    def _keep(self, what: str, names: list[str]) -> None:
        self._state.set(f"{self._key}/{what}", names)
