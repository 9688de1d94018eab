"""Dữ liệu cá nhân: how members stand to it, what left, what was erased; and the papers of that."""

from datetime import date
from functools import partial

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.member_papers.personal_data_lists import MASKED, WHOLE
from ccb_desktop.domain.members.consent import CONSENT, Consent
from ccb_desktop.domain.personal_data.exports import PersonalExport
from ccb_desktop.domain.printing import number
from ccb_desktop.domain.users.duties import Duty
from ccb_desktop.operations import personal_exports as exports
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.papers import ListOrder
from ccb_desktop.operations.personal_data import erasing, lists
from ccb_desktop.ui.kit.columns import Act, Column
from ccb_desktop.ui.kit.empty_note import EmptyText
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.kit.table_export import write_list
from ccb_desktop.ui.kit.widgets import column, label
from ccb_desktop.ui.settings.erase_dialog import erase_dialog

_PRINT = "In ra Word"
_ALL = (None, "Tất cả")


class PersonalDataTab(QWidget):
    """The log of exports, with the standing of consent above; read when it is seen."""

    def __init__(self, desk: Desk, store: Store) -> None:
        super().__init__()
        self._desk = desk
        self._store = store
        self._standing = label("", "soft")
        self.table: RecordTable[PersonalExport] = RecordTable(
            "personal-exports",
            _COLUMNS,
            id_of=lambda export: export.id,
            acts=[
                self._print("Tệp đã đưa ra năm nay", "exports"),
                self._print("Ai chưa đồng ý cho giữ dữ liệu", "consent"),
                self._print("Những lần sửa hồ sơ năm nay", "corrections"),
                self._print("Những lần xóa dữ liệu năm nay", "erasures"),
                Act(
                    "Xóa dữ liệu người đã rời Hội",
                    self._erase,
                    needs="none",
                    icon="delete",
                    duties=(Duty.ERASURE,),
                ),
            ],
            noun="tệp",
            empty=EmptyText(
                "Chưa có tệp nào được đưa ra",
                "Mỗi lần ghi danh sách, sổ, giấy tờ có tên hội viên ra tệp, chương trình tự ghi "
                "một dòng ở đây: lúc nào, ai ghi, ghi gì, của bao nhiêu người.",
            ),
            state=desk.state,
        )
        self.table.add_choice(
            "Số CCCD, điện thoại", [_ALL, (MASKED, MASKED), (WHOLE, WHOLE)], _said
        )
        layout = column(self, margin=12, spacing=10)
        layout.addWidget(self._standing)
        layout.addWidget(self.table, 1)
        desk.broadcast.changed.connect(self._hear)

    def refresh(self) -> None:
        """Read everything again."""
        counts = lists.count_consents(self._store, date.today())
        erased = len(erasing.list_erasures(self._store))
        self._standing.setText(standing(counts, erased))
        self.table.set_lines(exports.list_exports(self._store))

    def showEvent(self, event: QShowEvent) -> None:
        """What left meanwhile is read when the tab is seen."""
        super().showEvent(event)
        self.refresh()

    def _hear(self, _change: Change) -> None:
        if self.isVisible():
            self.refresh()

    def _print(self, text: str, name: str) -> Act[PersonalExport]:
        return Act(
            text, partial(self._write, name), needs="none", icon="print", group=_PRINT, reads=True
        )

    def _write(self, name: str, _chosen: list[PersonalExport]) -> None:
        write_list(self, self._desk, self._store, ListOrder(name=name, on=date.today()), ".docx")

    def _erase(self, _chosen: list[PersonalExport]) -> None:
        self._desk.background.run(
            lambda _progress: erasing.list_departed(self._store),
            lambda people: self._open(erase_dialog(self, self._store, people)),
            label="Đang đọc hồ sơ",
            owner=self,
        )

    def _open(self, dialog: FormDialog) -> None:
        dialog.saved.connect(self._desk.broadcast.send)
        dialog.open()


def standing(counts: dict[Consent, int], erased: int) -> str:
    """How the members stand, in a sentence or two."""
    told = ", ".join(f"{number(counts[state])} {CONSENT[state].lower()}" for state in CONSENT)
    more = f" Đã xóa dữ liệu của {number(erased)} người đã rời Hội." if erased else ""
    return (
        f"Đồng ý cho Hội giữ dữ liệu: {told}. Ghi ngày đồng ý ở hồ sơ từng người, hoặc ở trang Hội "
        f"viên chọn nhiều người rồi bấm Sửa một mục.{more}"
    )


def _said(export: PersonalExport) -> str:
    return MASKED if export.masked else WHOLE


_COLUMNS: list[Column[PersonalExport]] = [
    Column("at", "Lúc ghi tệp", lambda e: f"{e.made_at:%d/%m/%Y %H:%M}", lambda e: e.id, width=16),
    Column("what", "Nội dung", lambda e: e.what, width=34),
    Column("file", "Tên tệp", lambda e: e.file_name, width=34),
    Column(
        "people",
        "Số người",
        lambda e: "" if e.people is None else number(e.people),
        lambda e: e.people,
        align="right",
        width=9,
    ),
    Column("numbers", "Số CCCD, điện thoại", _said, width=18),
    Column("by", "Người làm", lambda e: e.done_by, width=16),
]
