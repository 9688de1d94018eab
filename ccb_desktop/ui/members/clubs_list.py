"""The clubs of ex-servicemen a person belongs to; part of the tab Hội."""

from ccb_desktop.domain.labels import FIELD
from ccb_desktop.domain.members.memberships import Membership, MembershipKind
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.members.people import PersonFile
from ccb_desktop.ui.kit.columns import Act, Column
from ccb_desktop.ui.kit.empty_note import EmptyText
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.kit.widgets import label
from ccb_desktop.ui.members.club_dialog import club_dialog
from ccb_desktop.ui.members.columns import printed
from ccb_desktop.ui.members.person_tab import PersonTab
from ccb_desktop.ui.members.words import RosterWords


class ClubsList(PersonTab):
    """Entered and corrected here; who leaves a club gets the day on which he left."""

    def __init__(self, desk: Desk, store: Store, words: RosterWords, file: PersonFile) -> None:
        super().__init__(desk, store, words, file)
        self.table: RecordTable[Membership] = RecordTable(
            "person-clubs",
            [
                Column("club", FIELD["club"], lambda m: words.unit_name(m.unit_id), width=24),
                Column("from", FIELD["club_joined_on"], lambda m: printed(m.joined_on), width=14),
                Column("to", "Ngày thôi tham gia", lambda m: printed(m.ended_on), width=14),
                Column("note", FIELD["note"], lambda m: m.note, width=20),
            ],
            id_of=lambda membership: membership.id,
            acts=[
                Act("Vào câu lạc bộ", lambda _none: self._edit(None), needs="none", icon="add"),
                Act("Sửa hoặc thôi tham gia", lambda m: self._edit(m[0]), icon="edit", main=True),
            ],
            noun="câu lạc bộ",
            empty=EmptyText("Không ở câu lạc bộ nào", ""),
            brief=2,
        )
        self.body.addWidget(label("Câu lạc bộ cựu quân nhân", "heading"))
        self.body.addWidget(self.table)
        self.refresh()

    def refresh(self) -> None:
        """His clubs, those he has left too."""
        kind = MembershipKind.CLUB
        self.table.set_lines(m for m in self.file.memberships if m.kind is kind)

    def _edit(self, membership: Membership | None) -> None:
        self.open(club_dialog(self, self.store, self.words, self.file.person, membership))
