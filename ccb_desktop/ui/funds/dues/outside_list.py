"""Hội phí ghi ngoài sổ quỹ: who is noted as having paid without a receipt; taken out here."""

from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.errors import UserError
from ccb_desktop.domain.labels import FIELD
from ccb_desktop.domain.money import format_dong
from ccb_desktop.domain.people_names import sort_key
from ccb_desktop.domain.printing import short_date
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.funds.dues import OutsidePayment, list_outside_book, remove_payments
from ccb_desktop.ui.kit import messages
from ccb_desktop.ui.kit.columns import Act, Column
from ccb_desktop.ui.kit.empty_note import EmptyText
from ccb_desktop.ui.kit.list_dialog import ListDialog
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.record_table import RecordTable

_NOTE = (
    "Những khoản này chỉ để theo dõi ai đã nộp, không có phiếu thu, không vào tồn quỹ. "
    "Ghi nhầm thì bỏ đi rồi ghi lại."
)


class OutsideList(ListDialog):
    """The payments of a year that passed no cash book, the latest first."""

    def __init__(self, parent: QWidget | None, desk: Desk, store: Store, year: int) -> None:
        super().__init__(parent, f"Hội phí năm {year} ghi ngoài sổ quỹ")
        self._desk = desk
        self._store = store
        self._year = year
        self.table: RecordTable[OutsidePayment] = RecordTable(
            "dues-outside",
            _COLUMNS,
            id_of=lambda line: line.payment.id,
            acts=[
                Act("Bỏ khoản này", self._remove, "some", icon="delete", shortcut="Delete"),
            ],
            noun="khoản",
            empty=EmptyText("Không có khoản nào ngoài sổ quỹ", ""),
            state=desk.state,
        )
        self.show_list(self.table, list_outside_book(store, year), _NOTE, (52, 34))

    def _remove(self, chosen: list[OutsidePayment]) -> None:
        try:
            change = remove_payments(self._store, [line.payment.id or 0 for line in chosen])
        except UserError as error:
            messages.tell(self, error)
            return
        self.table.set_lines(list_outside_book(self._store, self._year))
        self._desk.broadcast.send(change)


def _of(line: OutsidePayment) -> str:
    month = line.payment.month
    return f"Tháng {month}" if month else "Cả năm"


_COLUMNS: list[Column[OutsidePayment]] = [
    Column(
        "name",
        FIELD["full_name"],
        lambda line: line.full_name,
        lambda line: sort_key(line.full_name),
        width=26,
        named=True,
    ),
    Column("unit", FIELD["unit"], lambda line: line.unit_name, width=16),
    Column(
        "on",
        "Ngày nộp",
        lambda line: short_date(line.payment.paid_on),
        lambda line: line.payment.paid_on,
        width=12,
    ),
    Column("of", "Nộp cho", _of, lambda line: line.payment.month or 0, width=10),
    Column(
        "amount",
        "Số tiền",
        lambda line: format_dong(line.payment.amount_dong),
        lambda line: line.payment.amount_dong,
        align="right",
        width=12,
        total=lambda seen: format_dong(sum(one.payment.amount_dong for one in seen)),
    ),
]
