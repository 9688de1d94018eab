"""How the nominations of a year are spread over chi hội, in numbers and words."""

from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.emulation.balance import UnitShare, told_balance
from ccb_desktop.domain.emulation.nomination_book import NominationBook
from ccb_desktop.domain.members.units import natural_order
from ccb_desktop.domain.printing import number
from ccb_desktop.ui.emulation.words import UNIT
from ccb_desktop.ui.kit.columns import Column
from ccb_desktop.ui.kit.empty_note import EmptyText
from ccb_desktop.ui.kit.list_dialog import ListDialog
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.record_table import RecordTable

_BALANCED = "Cân đối: chi hội nào cũng được đề nghị gần đúng phần theo số hội viên."
_NOTHING = "Chưa đề nghị hội viên nào trong năm này."


class BalanceDialog(ListDialog):
    """A line for each chi hội; people are counted once (rule 13)."""

    def __init__(self, parent: QWidget, desk: Desk, book: NominationBook) -> None:
        super().__init__(parent, f"Cân đối đề nghị khen năm {book.year} giữa các chi hội")
        self.table: RecordTable[UnitShare] = RecordTable(
            "nomination-balance",
            _COLUMNS,
            id_of=lambda one: one.unit_id,
            noun="chi hội",
            empty=EmptyText("Chưa có chi hội nào có hội viên", ""),
            state=desk.state,
        )
        any_nominated = any(one.nominated for one in book.shares)
        told = told_balance(book.shares) or _BALANCED
        self.show_list(self.table, book.shares, told if any_nominated else _NOTHING, (60, 36))


_COLUMNS: list[Column[UnitShare]] = [
    Column(
        "unit",
        UNIT,
        lambda one: one.unit_name,
        lambda one: natural_order(one.unit_name) or None,
        width=16,
    ),
    Column(
        "members",
        "Hội viên",
        lambda one: number(one.members),
        lambda one: one.members,
        align="right",
        width=9,
    ),
    Column(
        "members_share",
        "Phần hội viên",
        lambda one: one.told_members,
        lambda one: one.members,
        align="right",
        width=12,
    ),
    Column(
        "nominated",
        "Đề nghị (người)",
        lambda one: number(one.nominated),
        lambda one: one.nominated,
        align="right",
        width=13,
    ),
    Column(
        "nominated_share",
        "Phần đề nghị",
        lambda one: one.told_nominated,
        lambda one: one.nominated,
        align="right",
        width=12,
    ),
    Column(
        "part",
        "Phần theo hội viên",
        lambda one: (
            number(one.least) if one.least == one.most else f"{one.least}–{number(one.most)}"
        ),
        lambda one: one.least,
        align="right",
        width=15,
    ),
    Column("warning", "Nhận xét", lambda one: one.warning or "✓", width=36),
]
