"""The tab Lịch sử: who changed what of this person, when, from what to what."""

from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.members.people import PersonFile
from ccb_desktop.operations.members.person_history import list_person_changes
from ccb_desktop.operations.members.put_back import (
    put_field_back,
    put_person_back,
    put_record_back,
)
from ccb_desktop.ui.kit import messages
from ccb_desktop.ui.kit.columns import Act, Column
from ccb_desktop.ui.kit.empty_note import EmptyText
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.members.history_words import HistoryLine, history_lines
from ccb_desktop.ui.members.person_tab import LatePersonTab
from ccb_desktop.ui.members.words import RosterWords


class HistoryList(LatePersonTab):
    """Read when it is first looked at, and again when something has changed."""

    def __init__(self, desk: Desk, store: Store, words: RosterWords, file: PersonFile) -> None:
        super().__init__(desk, store, words, file)
        self.table: RecordTable[HistoryLine] = RecordTable(
            "person-history",
            _COLUMNS,
            id_of=lambda line: line.number,
            acts=[
                Act(
                    "Xem đầy đủ",
                    lambda lines: self._tell(lines[0]),
                    icon="open",
                    main=True,
                    reads=True,
                ),
                Act(
                    "Đưa mục này về như trước", lambda lines: self._put_back(lines[0]), icon="undo"
                ),
                Act(
                    "Đưa cả hồ sơ về trước việc này",
                    lambda lines: self._put_all_back(lines[0]),
                    icon="undo",
                ),
            ],
            noun="thay đổi",
            empty=EmptyText("Chưa có thay đổi nào", ""),
            brief=8,
        )
        self.body.addWidget(self.table)

    def _tell(self, line: HistoryLine) -> None:
        """All of a line that is too long for its columns."""
        told = [line.what, f"{line.act}, {line.done_at:%d/%m/%Y %H:%M}"]
        told += [f"Người ghi: {line.done_by}"] if line.done_by else []
        told += [f"Trước đó: {line.before}"] if line.before else []
        told += [f"Sau khi sửa: {line.after}"] if line.after else []
        messages.tell(self, "\n".join(told))

    def _put_back(self, line: HistoryLine) -> None:
        """One field, or the whole record where it was added or taken out."""
        if line.field:
            self.do(lambda: put_field_back(self.store, self.person_id, line.change, line.field))
        else:
            self.do(lambda: put_record_back(self.store, self.person_id, line.change))

    def _put_all_back(self, line: HistoryLine) -> None:
        self.do(lambda: put_person_back(self.store, self.person_id, line.change))

    def read(self) -> None:
        """Read the book, and show what it says."""
        changes = list_person_changes(self.store, self.person_id)
        self.table.set_lines(history_lines(changes, self.words, self.person_id))


_COLUMNS: list[Column[HistoryLine]] = [
    Column("when", "Lúc", lambda h: f"{h.done_at:%d/%m/%Y %H:%M}", lambda h: h.done_at, width=15),
    Column("act", "Việc đã làm", lambda h: h.act, width=21),
    Column("what", "Mục", lambda h: h.what, width=18),
    Column("before", "Trước đó", lambda h: h.before, width=15),
    Column("after", "Sau khi sửa", lambda h: h.after, width=27),
    Column("who", "Người ghi", lambda h: h.done_by, width=10),
]
