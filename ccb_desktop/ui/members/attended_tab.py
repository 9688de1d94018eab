"""The tab Sinh hoạt: the meetings on whose attendance lists a person stands."""

from collections.abc import Sequence
from datetime import date

from ccb_desktop.domain.activities.activities import Presence
from ccb_desktop.domain.activities.labels import FIELD as OWN_FIELD
from ccb_desktop.domain.activities.labels import LABELS as OWN_LABELS
from ccb_desktop.domain.activities.labels import PRESENCE
from ccb_desktop.domain.activities.roll_call import AttendedLine, attended_told
from ccb_desktop.domain.printing import short_date
from ccb_desktop.operations.activities.attendance import list_attended
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.members.people import PersonFile
from ccb_desktop.ui.kit.broadcast import Place
from ccb_desktop.ui.kit.columns import Act, Column
from ccb_desktop.ui.kit.empty_note import EmptyText
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.kit.widgets import label
from ccb_desktop.ui.members.person_tab import LatePersonTab
from ccb_desktop.ui.members.words import RosterWords

_ROWS = 8


class AttendedTab(LatePersonTab):
    """Read when it is first looked at; the roll is called on the page Hoạt động."""

    def __init__(self, desk: Desk, store: Store, words: RosterWords, file: PersonFile) -> None:
        super().__init__(desk, store, words, file)
        self.told = label("")
        self.meetings: RecordTable[AttendedLine] = RecordTable(
            "person-meetings",
            _COLUMNS,
            id_of=lambda line: line.activity_id,
            acts=[
                Act("Mở trong sổ hoạt động", self._open_meeting, icon="open", main=True, reads=True)
            ],
            noun="buổi",
            empty=EmptyText("Chưa có buổi nào điểm danh người này", "Điểm danh ở trang Hoạt động."),
            brief=_ROWS,
        )
        self.body.addWidget(label("Dự sinh hoạt", "heading"))
        self.body.addWidget(self.told)
        self.body.addWidget(self.meetings)

    def read(self) -> None:
        """Read the book, and show what it says."""
        found = list_attended(self.store, self.person_id)
        self.meetings.set_lines(found)
        self.told.setText(attended_told(found, date.today()))

    def _open_meeting(self, chosen: Sequence[AttendedLine]) -> None:
        self.leave_for(Place("activities", chosen[0].activity_id, {"tab": "book"}))


_COLUMNS: list[Column[AttendedLine]] = [
    Column(
        "held_on",
        OWN_FIELD["held_on"],
        lambda one: short_date(one.held_on),
        lambda one: one.held_on,
        width=10,
    ),
    Column(
        "presence",
        OWN_FIELD["presence"],
        lambda one: PRESENCE[one.presence],
        width=18,
        wrong=lambda one: one.presence is Presence.ABSENT,
    ),
    Column("name", OWN_LABELS["activities", "name"], lambda one: one.name, width=34),
    Column("unit", OWN_LABELS["activities", "unit_id"], lambda one: one.unit_name, width=14),
    Column("kind", OWN_LABELS["activities", "kind"], lambda one: one.kind_name, width=18),
]
