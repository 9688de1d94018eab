"""Các lần nộp: what chi hội handed in for a year; voided here, and prepared anew."""

from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.funds.dues import DuesHandIn
from ccb_desktop.domain.funds.labels import MONEY_PLACE
from ccb_desktop.domain.labels import FIELD
from ccb_desktop.domain.money import format_dong
from ccb_desktop.domain.people_names import sort_key
from ccb_desktop.domain.printing import number, short_date
from ccb_desktop.domain.users.duties import Duty
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.funds import hand_in_papers
from ccb_desktop.operations.funds.hand_ins import HandInLine, list_hand_ins
from ccb_desktop.operations.funds.vouchers import void_voucher
from ccb_desktop.ui.kit.columns import Act, Column
from ccb_desktop.ui.kit.empty_note import EmptyText
from ccb_desktop.ui.kit.file_dialogs import WORD_OUT, choose_target
from ccb_desktop.ui.kit.form import Form
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.list_dialog import ListDialog
from ccb_desktop.ui.kit.open_file import tell_written
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.kit.text_fields import TextField

_NOTE = (
    "Lần nộp đã vào sổ không sửa được. Ghi nhầm thì hủy lần nộp kèm lý do rồi bấm Ghi lại: bảng "
    "được đánh dấu sẵn như lần đã hủy để sửa chỗ nhầm."
)


class HandInsList(ListDialog):
    """The handings in of a year, the latest first."""

    again_wanted = Signal(object)
    """A voided one shall be ticked again; carries the `DuesHandIn`. The dialog has closed."""

    def __init__(self, parent: QWidget | None, desk: Desk, store: Store, year: int) -> None:
        super().__init__(parent, f"Các lần nộp hội phí năm {year}")
        self._desk = desk
        self._store = store
        self._year = year
        self.table: RecordTable[HandInLine] = RecordTable(
            "dues-hand-ins",
            _COLUMNS,
            id_of=lambda line: line.hand_in.id,
            acts=[
                Act("In danh sách kèm phiếu", self._print, icon="print", reads=True),
                Act(
                    "Hủy lần nộp…", self._void, icon="delete", allowed=_stands, duties=(Duty.VOIDS,)
                ),
                Act("Ghi lại", self._again, icon="redo", main=True, allowed=_is_voided),
            ],
            noun="lần nộp",
            empty=EmptyText(
                "Chưa có lần nộp nào trong năm", "Đánh dấu trong bảng rồi ghi lần nộp."
            ),
            state=desk.state,
        )
        self.show_list(self.table, list_hand_ins(store, year), _NOTE, (60, 34))

    def _print(self, chosen: list[HandInLine]) -> None:
        line = chosen[0]
        choose_target(
            self,
            "Ghi danh sách vào đâu",
            hand_in_papers.suggested_name(self._store, line, "docx"),
            WORD_OUT,
            lambda out: self._desk.background.run(
                lambda _progress: hand_in_papers.write_hand_in(self._store, line, out),
                lambda written: tell_written(self, [written]),
                label="Đang ghi danh sách",
                owner=self,
            ),
        )

    def _void(self, chosen: list[HandInLine]) -> None:
        line = chosen[0]
        form = Form()
        form.add([TextField("reason", FIELD["reason"], required=True, wide=True)])

        def void(values: dict[str, Any], form_id: str) -> Change:
            voucher_id, reason = line.hand_in.voucher_id, values["reason"]
            return void_voucher(self._store, voucher_id, reason, form_id=form_id)[0]

        amount = format_dong(line.hand_in.amount_dong)
        dialog = FormDialog(
            self,
            "Hủy lần nộp hội phí",
            form,
            void,
            intro=f"{line.unit_name} nộp {amount} đồng ngày {short_date(line.hand_in.handed_on)}, "
            f"phiếu {line.number}. Phiếu hủy ghi ngày hôm nay; cả hai phiếu vẫn ở trong sổ.",
            save_label=f"Hủy phiếu {line.number}",
        )
        dialog.saved.connect(self._tell)
        dialog.open()

    def _tell(self, change: Change) -> None:
        self.table.set_lines(list_hand_ins(self._store, self._year))
        self._desk.broadcast.send(change)

    def _again(self, chosen: list[HandInLine]) -> None:
        self.accept()
        self.again_wanted.emit(chosen[0].hand_in)


def _is_voided(chosen: list[HandInLine]) -> bool:
    return chosen[0].hand_in.voided_on is not None


def _stands(chosen: list[HandInLine]) -> bool:
    return not _is_voided(chosen)


def _state(hand_in: DuesHandIn) -> str:
    return f"ĐÃ HỦY {short_date(hand_in.voided_on)}" if hand_in.voided_on else "Đã ghi sổ"


def _day(line: HandInLine) -> date:
    return line.hand_in.handed_on


_COLUMNS: list[Column[HandInLine]] = [
    Column("on", "Ngày nộp", lambda one: short_date(_day(one)), _day),
    Column("number", "Số phiếu", lambda one: one.number),
    Column("unit", FIELD["unit"], lambda one: one.unit_name, lambda one: sort_key(one.unit_name)),
    Column(
        "people", "Số người", lambda one: number(one.people), lambda one: one.people, align="right"
    ),
    Column(
        "amount",
        "Số tiền thu",
        lambda line: format_dong(line.hand_in.amount_dong),
        lambda line: line.hand_in.amount_dong,
        align="right",
        total=lambda seen: format_dong(
            sum(one.hand_in.amount_dong for one in seen if one.hand_in.voided_on is None)
        ),
    ),
    Column("place", "Hình thức", lambda line: MONEY_PLACE[line.hand_in.place], shown=False),
    Column("state", "Tình trạng", lambda line: _state(line.hand_in), width=22),
]
