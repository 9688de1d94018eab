"""The list of a meeting to be marked: present, excused, absent, by one key each."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from ccb_desktop.domain.activities.activities import Presence
from ccb_desktop.domain.activities.labels import FIELD as OWN_FIELD
from ccb_desktop.domain.activities.labels import PRESENCE
from ccb_desktop.domain.activities.roll_call import Called, Quorum, quorum
from ccb_desktop.domain.labels import FIELD, STATUS
from ccb_desktop.domain.members.memberships import Status
from ccb_desktop.domain.people_names import sort_key
from ccb_desktop.ui.kit.columns import Act, Column
from ccb_desktop.ui.kit.empty_note import EmptyText
from ccb_desktop.ui.kit.form_field import Field
from ccb_desktop.ui.kit.record_table import RecordTable

ROLL = "presences"
"""Name of the field."""

_ALL_THERE_IS = 100  # parts of the height that the list takes
_SIGN = {Presence.PRESENT: "✔", Presence.EXCUSED: "P", Presence.ABSENT: "✘"}
_GUEST = "Không thuộc đơn vị ngày ấy"


def presence_told(called: Called) -> str:
    """`✔ Có mặt`: sign and word."""
    if called.presence is None:
        return "Chưa điểm danh"
    return f"{_SIGN[called.presence]} {PRESENCE[called.presence]}"


def status_told(called: Called) -> str:
    """What sets somebody apart on that day; nothing for an active member."""
    if called.status is None:
        return _GUEST
    return "" if called.status is Status.ACTIVE else STATUS[called.status]


class RollField(Field):
    """Everybody with a mark; the value is person → presence."""

    def __init__(self, called: Sequence[Called]) -> None:
        """Build it for those whom the list names, each with a mark."""
        super().__init__(ROLL, "Danh sách", wide=True)
        self._called = list(called)
        self.table: RecordTable[Called] = RecordTable(
            "roll-call",
            _columns(),
            id_of=lambda one: one.person_id,
            acts=self._acts(),
            noun="hội viên",
            empty=EmptyText(
                "Đơn vị này không có hội viên nào vào ngày ấy",
                "Xem lại ngày và đơn vị của buổi sinh hoạt, hoặc chi hội của hội viên.",
            ),
        )
        self._use(self.table.view, self.table)
        self._label.hide()
        self.table.columns.button.hide()  # rows are wanted more than a choice of columns
        self._layout.setStretchFactor(self.table, _ALL_THERE_IS)
        self.table.set_lines(self._called)

    @property
    def quorum(self) -> Quorum:
        """What the marks come to."""
        return quorum(self._called)

    def value(self) -> dict[int, Presence]:
        """Person → presence."""
        return {one.person_id: one.presence for one in self._called if one.presence is not None}

    def set_value(self, value: Mapping[int, Presence]) -> None:
        """Mark everybody so."""
        self._show([replace(one, presence=value.get(one.person_id)) for one in self._called])

    def typed(self) -> dict[str, str]:
        """The marks as a draft keeps them."""
        return {str(own): presence.value for own, presence in self.value().items()}

    def set_typed(self, raw: Any) -> None:
        """The marks from a draft."""
        self.set_value({int(own): Presence(code) for own, code in raw.items()})

    def focus(self) -> None:
        """Put the keyboard on the first row."""
        self.table.view.setFocus()
        if self._called and not self.table.view.chosen_rows():
            self._choose(0)

    def _choose(self, row: int) -> None:
        """Go to a row; past the last one stay there."""
        seen = self.table.seen_lines()
        self.table.choose_ids([seen[min(row, len(seen) - 1)].person_id])

    def _acts(self) -> list[Act[Called]]:
        keys = ((Presence.PRESENT, "1"), (Presence.EXCUSED, "2"), (Presence.ABSENT, "3"))
        return [
            Act(
                f"{PRESENCE[presence]} ({key})",
                partial(self._mark, presence),
                needs="some",
                shortcut=key,
            )
            for presence, key in keys
        ]

    def _mark(self, presence: Presence, chosen: Sequence[Called]) -> None:
        """Mark some; of a single one, go on to the next row."""
        marked = {one.person_id for one in chosen}
        rows = self.table.view.chosen_rows()
        self._show(
            [
                replace(one, presence=presence) if one.person_id in marked else one
                for one in self._called
            ]
        )
        if len(chosen) == 1 and len(rows) == 1:
            self._choose(rows[0] + 1)
        self.changed.emit()

    def _show(self, called: list[Called]) -> None:
        self._called = called
        self.table.set_lines(called)


def _columns() -> list[Column[Called]]:
    return [
        Column(
            "full_name",
            FIELD["full_name"],
            lambda one: one.full_name,
            lambda one: sort_key(one.full_name),
            width=22,
            named=True,
        ),
        Column(
            "presence",
            OWN_FIELD["presence"],
            presence_told,
            width=16,
            wrong=lambda one: one.presence is Presence.ABSENT,
        ),
        Column("status", FIELD["status"], status_told, width=13),
        Column("born_on", FIELD["born_on"], lambda one: str(one.born_on or ""), width=9),
        Column("sub_unit", FIELD["sub_unit"], lambda one: one.sub_unit_name, width=10),
        Column("card_no", FIELD["card_no"], lambda one: one.card_no, width=10, shown=False),
    ]
