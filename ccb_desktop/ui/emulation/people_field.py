"""Whom something concerns: members added one by one by name, or many at once out of the roster.

Public: `PeopleField(desk, store)`, whose value is a tuple of `Chosen`.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.funds.lines import Payer
from ccb_desktop.domain.labels import FIELD, STATUS
from ccb_desktop.domain.members.lines import MemberLine
from ccb_desktop.domain.members.units import natural_order
from ccb_desktop.domain.people_names import sort_key
from ccb_desktop.domain.printing import number
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.emulation.awards import list_recipients
from ccb_desktop.ui.emulation.words import UNIT
from ccb_desktop.ui.kit.columns import Act, Column
from ccb_desktop.ui.kit.empty_note import EmptyText
from ccb_desktop.ui.kit.form_field import Field
from ccb_desktop.ui.kit.list_dialog import ListDialog
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.payer_field import PayerField, load_payers
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.kit.widgets import column

PEOPLE = "recipients"
"""Name of the field."""
_ALL = (None, "Tất cả")
_ROWS = 4


class Chosen(NamedTuple):
    """Somebody who was chosen."""

    person_id: int
    full_name: str
    unit_name: str


class PeopleField(Field):
    """A short list of members; nobody stands in it twice."""

    missing = "Chưa chọn"

    def __init__(self, desk: Desk, store: Store, text: str = "Hội viên được khen") -> None:
        super().__init__(PEOPLE, text, wide=True)
        self._desk, self._store = desk, store
        self._people: tuple[Chosen, ...] = ()
        self.picker = PayerField("picker", "Thêm từng người: gõ tên rồi chọn")
        self.table: RecordTable[Chosen] = RecordTable(
            "chosen-people",
            _CHOSEN,
            id_of=lambda one: one.person_id,
            acts=[
                Act("Chọn nhiều người từ danh sách", lambda _none: self._choose(), "none", "add"),
                Act("Bỏ khỏi danh sách này", self._drop, "some", "delete", shortcut="Delete"),
            ],
            noun="người",
            empty=EmptyText("Chưa chọn ai", ""),
            brief=_ROWS,
        )
        ground = QWidget()
        layout = column(ground, spacing=6)
        layout.addWidget(self.picker)
        layout.addWidget(self.table)
        self._use(self.picker.line, ground)
        self.picker.payer_chosen.connect(self._take)
        load_payers(self.picker, desk, store, date.today())

    def value(self) -> tuple[Chosen, ...]:
        """Those who are chosen, in the order chosen."""
        return self._people

    def set_value(self, value: Any) -> None:
        """Show others."""
        known = {one.person_id: one for one in value or ()}
        self._people = tuple(known.values())
        self.table.set_lines(self._people)
        count = f" ({number(len(self._people))})" if self._people else ""
        self._label.setText(f"{self.text}{count}")

    def typed(self) -> Any:
        """Everybody, for a draft."""
        return [list(one) for one in self._people]

    def set_typed(self, raw: Any) -> None:
        """Everybody, from a draft."""
        self.set_value([Chosen(*one) for one in raw or ()])

    def unreadable(self) -> str:
        """A name was typed, but nobody chosen."""
        if self.picker.line.text().strip():
            return "Chọn người trong danh sách hiện ra khi gõ tên, hoặc xóa chữ vừa gõ."
        return ""

    def _take(self, payer: Payer) -> None:
        self._add([Chosen(payer.person_id, payer.full_name, payer.unit_name)])
        QTimer.singleShot(0, self, lambda: self.picker.set_value(""))

    def _add(self, people: Sequence[Chosen]) -> None:
        self.set_value([*self._people, *people])
        self.changed.emit()

    def _drop(self, chosen: Sequence[Chosen]) -> None:
        self.set_value([one for one in self._people if one not in chosen])
        self.changed.emit()

    def _choose(self) -> None:
        dialog = _RosterDialog(self, self._desk, list_recipients(self._store, date.today()))
        dialog.chosen.connect(self._add)
        dialog.open()


class _RosterDialog(ListDialog):
    """The members of today, of whom many are chosen at once."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget, desk: Desk, members: Sequence[MemberLine]) -> None:
        super().__init__(parent, "Chọn hội viên")
        self.table: RecordTable[MemberLine] = RecordTable(
            "choose-members",
            _MEMBERS,
            id_of=lambda one: one.person_id,
            acts=[
                Act("Lấy những người chọn", self._give, "some", "check", main=True),
                Act(
                    "Lấy cả danh sách đang xem",
                    lambda _none: self._give(self.table.seen_lines()),
                    "none",
                ),
            ],
            noun="hội viên",
            state=desk.state,
        )
        units = sorted({one.unit_name for one in members}, key=natural_order)
        self.table.add_choice(UNIT, [_ALL, *((one, one) for one in units)], lambda o: o.unit_name)
        self.show_list(
            self.table,
            members,
            "Giữ Ctrl hoặc Shift để chọn nhiều dòng, hoặc lọc theo chi hội rồi lấy cả danh sách.",
        )

    def _give(self, chosen: Sequence[MemberLine]) -> None:
        self.accept()
        self.chosen.emit([Chosen(one.person_id, one.full_name, one.unit_name) for one in chosen])


def _unit_column(unit_of: Any) -> Column[Any]:
    return Column("unit", UNIT, unit_of, lambda o: natural_order(unit_of(o)) or None, width=14)


_CHOSEN: list[Column[Chosen]] = [
    Column(
        "name",
        FIELD["full_name"],
        lambda one: one.full_name,
        lambda one: sort_key(one.full_name),
        width=28,
    ),
    _unit_column(lambda one: one.unit_name),
]
_MEMBERS: list[Column[MemberLine]] = [
    Column(
        "name",
        FIELD["full_name"],
        lambda one: one.full_name,
        lambda one: one.sort_key,
        width=26,
        named=True,
    ),
    _unit_column(lambda one: one.unit_name),
    Column(
        "born_on",
        FIELD["born_on"],
        lambda one: str(one.born_on or ""),
        lambda one: one.born_on.first_day if one.born_on else None,
        width=11,
    ),
    Column("card_no", FIELD["card_no"], lambda one: one.card_no, width=11),
    Column("status", FIELD["status"], lambda one: STATUS[one.status], width=16),
    Column("posts", "Chức vụ Hội", lambda one: one.hoi_posts, width=20),
]
