"""The tab Hội: how the person stands, and the events of his membership."""

from datetime import date
from typing import Any

from ccb_desktop.domain.labels import EVENT_KIND, FIELD, STATUS
from ccb_desktop.domain.members.memberships import EventKind, MembershipEvent, Status, in_order
from ccb_desktop.domain.printing import short_date
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.members.events import remove_event
from ccb_desktop.operations.members.people import PersonFile
from ccb_desktop.ui.kit.columns import Act, Column
from ccb_desktop.ui.kit.empty_note import EmptyText
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.kit.widgets import label
from ccb_desktop.ui.members.columns import printed
from ccb_desktop.ui.members.event_acts import event_acts
from ccb_desktop.ui.members.event_dialog import EventDialog
from ccb_desktop.ui.members.person_tab import PersonTab
from ccb_desktop.ui.members.words import RosterWords


class EventsList(PersonTab):
    """Biến động: recorded, corrected and taken out here."""

    def __init__(self, desk: Desk, store: Store, words: RosterWords, file: PersonFile) -> None:
        super().__init__(desk, store, words, file)
        self.table: RecordTable[MembershipEvent] = RecordTable(
            "person-events",
            _columns(words),
            id_of=lambda event: event.id,
            acts=[
                *event_acts(self._record, self._status, of_rows=False),
                Act("Sửa biến động", lambda e: self._correct(e[0]), icon="edit", main=True),
                Act("Bỏ biến động", lambda e: self._remove(e[0]), icon="delete", shortcut="Delete"),
            ],
            noun="biến động",
            empty=EmptyText("Chưa ghi biến động nào", "Bấm “Ghi biến động” để ghi."),
            brief=4,
        )
        self.body.addWidget(label("Biến động", "heading"))
        self.body.addWidget(self.table)
        self.refresh()

    def refresh(self) -> None:
        """Newest event first."""
        self.table.set_lines(reversed(in_order(self.file.events)))

    def _status(self, _rows: list[Any]) -> Status | None:
        standing = self.file.standing_on(self.words.on)
        return standing.status if standing else None

    def _record(self, kind: EventKind, _rows: list[Any]) -> None:
        dialog = EventDialog(self, self.store, self.words, self.file, kind)
        dialog.keep_event_draft(self.desk.drafts)
        self.open(dialog)

    def _correct(self, event: MembershipEvent) -> None:
        self.open(EventDialog(self, self.store, self.words, self.file, event.kind, event))

    def _remove(self, event: MembershipEvent) -> None:
        self.do(lambda: remove_event(self.store, event.id or 0))


def standing_sentence(file: PersonFile, words: RosterWords) -> str:
    """`Đang sinh hoạt · Chi hội 3 · từ 3/2020`: a day is said as far as it is known."""
    standing = file.standing_on(words.on)
    if standing is None:
        return "Chưa là hội viên"
    places = (words.unit_name(standing.unit_id), words.unit_name(standing.sub_unit_id))
    since = f"từ {_as_entered(file, standing.from_on)}"
    return " · ".join(part for part in (STATUS[standing.status], *places, since) if part)


def _as_entered(file: PersonFile, from_on: date) -> str:
    """The day from which a standing holds, as the event or the roster behind it says it."""
    entered = [event.happened_on for event in file.events]
    entered += [m.on_roll_from for m in file.memberships if m.on_roll_from is not None]
    known = next((day for day in entered if day.first_day == from_on), None)
    return str(known) if known is not None else short_date(from_on)


def _why(event: MembershipEvent) -> str:
    return "; ".join(part for part in (event.reason, event.note) if part)


def _columns(words: RosterWords) -> list[Column[MembershipEvent]]:
    def unit(event: MembershipEvent) -> str:
        named = (words.unit_name(event.unit_id), words.unit_name(event.sub_unit_id))
        to = ", ".join(name for name in named if name)
        left = words.unit_name(event.from_unit_id)
        return f"{left} → {to}" if left and left != to else to

    return [
        Column("day", "Ngày", lambda e: printed(e.happened_on), lambda e: e.happened_on, width=10),
        Column("kind", FIELD["event_kind"], lambda e: EVENT_KIND[e.kind], width=15),
        Column("unit", FIELD["unit"], unit, width=18),
        Column("elsewhere", FIELD["elsewhere"], lambda e: e.elsewhere, width=14),
        Column("until_on", FIELD["until_on"], lambda e: printed(e.until_on), width=10),
        Column("decision", FIELD["decision_no"], lambda e: e.decision_no, width=13),
        Column("decision_on", FIELD["decision_on"], lambda e: printed(e.decision_on), width=12),
        Column("reason", FIELD["reason"], _why, width=14),
    ]
