"""Every book and list of the branch, to be searched and taken along with a report."""

from collections.abc import Callable, Collection

from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.reports.list_kinds import LIST_GROUP, LIST_KINDS, ListKind
from ccb_desktop.ui.kit.columns import Act, Column
from ccb_desktop.ui.kit.empty_note import EmptyText
from ccb_desktop.ui.kit.list_dialog import ListDialog
from ccb_desktop.ui.kit.record_table import RecordTable

_TITLE = "Thêm sổ, danh sách vào gói"
_NOTE = "Gõ vài chữ để tìm. Chọn một hay nhiều dòng rồi bấm Thêm vào gói."


class MoreListsDialog(ListDialog):
    """What is not offered already; Enter takes what is chosen and closes."""

    def __init__(
        self,
        parent: QWidget | None,
        offered: Collection[str],
        take: Callable[[tuple[str, ...]], object],
    ) -> None:
        """Build it; show it with `open()`.

        Args:
            parent: The step it belongs to.
            offered: The lists that can be ticked there already.
            take: Gets the names of those that are taken.
        """
        super().__init__(parent, _TITLE)
        self._take = take
        self.table: RecordTable[ListKind] = RecordTable(
            "more-lists",
            [
                Column("label", "Tên", lambda one: one.label, width=29, named=True),
                Column("purpose", "Để làm gì", lambda one: one.purpose, width=40),
                Column("group", "Nhóm", lambda one: LIST_GROUP[one.group], width=15),
            ],
            id_of=lambda one: one.name,
            acts=[Act("Thêm vào gói", self._add, needs="some", icon="add", main=True)],
            noun="sổ, danh sách",
            empty=EmptyText("Mọi sổ, danh sách đã có ở bước này", "Đóng lại rồi đánh dấu."),
        )
        lines = [one for one in LIST_KINDS.values() if one.name not in offered]
        self.show_list(self.table, lines, _NOTE)

    def _add(self, chosen: list[ListKind]) -> None:
        self.accept()
        self._take(tuple(one.name for one in chosen))
