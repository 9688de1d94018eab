"""One gift round, open: its list, and everything done with it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.printing import number, short_date
from ccb_desktop.domain.users.duties import Duty
from ccb_desktop.domain.visits.round_lists import RoundState
from ccb_desktop.domain.visits.rounds import Handed
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.visits.rounds import RoundFile
from ccb_desktop.ui.kit.columns import Act, SeenTable
from ccb_desktop.ui.kit.empty_note import EmptyText
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.kit.table_export import export_seen
from ccb_desktop.ui.kit.widgets import FlowLayout, button, column, label
from ccb_desktop.ui.visits.rounds.lines import (
    STATE,
    RecipientLine,
    recipient_columns,
    recipient_lines,
)

_MORE = "Việc khác"

Some = Sequence[RecipientLine]


@dataclass(frozen=True, slots=True, kw_only=True)
class Doing:
    """What is done with a round and its list; the tab does it."""

    choose: Callable[[], object]
    add: Callable[[], object]
    correct: Callable[[RecipientLine], object]
    remove: Callable[[Some], object]
    pay: Callable[[], object]
    pay_some: Callable[[Some], object]
    absent: Callable[[Some], object]
    present: Callable[[Some], object]
    print_list: Callable[[str], object]
    compare: Callable[[], object]
    correct_round: Callable[[], object]
    void: Callable[[], object]


class RoundView(QWidget):
    """The list of one round."""

    left = Signal()
    """Back to the list of rounds."""

    def __init__(self, desk: Desk, store: Store, doing: Doing) -> None:
        super().__init__()
        self._desk = desk
        self._store = store
        self._doing = doing
        self.file: RoundFile | None = None
        self._title = label("", "heading")
        self._told = label("", "soft")
        self.pay_button = button(
            "Chi quà", doing.pay, role="main", icon="check", duties=(Duty.MONEY,)
        )
        self.table: RecordTable[RecipientLine] = RecordTable(
            "round-recipients",
            recipient_columns(),
            id_of=lambda one: one.line.id,
            acts=[*self._list_acts(), *self._more_acts()],
            noun="người",
            empty=EmptyText(
                "Danh sách chưa có ai",
                "Chọn hội viên theo diện, hoặc thêm từng người.",
                "Chọn theo diện",
                doing.choose,
            ),
            state=desk.state,
            on_export=self._export,
        )
        layout = column(self, spacing=8)
        layout.addLayout(self._head())
        layout.addWidget(self._told)
        layout.addWidget(self.table, 1)

    def show_file(self, file: RoundFile) -> None:
        """Show a round; what is chosen stays as it was."""
        self.file = file
        self._title.setText(file.round.title)
        self._told.setText(told_of(file))
        self.pay_button.setEnabled(bool(file.sums.listed))
        self.table.set_lines(recipient_lines(file))

    def _head(self) -> FlowLayout:
        head = FlowLayout(stretch_first=True)
        head.addWidget(self._title)
        head.addWidget(button("Các đợt khác", self.left.emit, icon="back", shortcut="Alt+Left"))
        head.addWidget(
            button(
                "In ký nhận",
                lambda: self._doing.print_list("docx"),
                icon="print",
                shortcut="Ctrl+P",
            )
        )
        head.addWidget(self.pay_button)
        return head

    def _list_acts(self) -> list[Act[RecipientLine]]:
        doing = self._doing

        def none_received(chosen: Some) -> bool:
            return all(one.handed is not Handed.RECEIVED for one in chosen)

        return [
            Act("Chọn theo diện", lambda _none: doing.choose(), needs="none", icon="filter"),
            Act("Thêm", lambda _none: doing.add(), needs="none", icon="add"),
            Act(
                "Sửa",
                lambda some: doing.correct(some[0]),
                icon="edit",
                main=True,
                allowed=none_received,
            ),
            Act(
                "Bớt",
                doing.remove,
                needs="some",
                icon="delete",
                shortcut="Delete",
                allowed=none_received,
            ),
            Act(
                "Vắng mặt",
                doing.absent,
                needs="some",
                icon="close",
                allowed=lambda some: all(one.handed is not Handed.ABSENT for one in some),
            ),
        ]

    def _more_acts(self) -> list[Act[RecipientLine]]:
        doing = self._doing

        def absent(chosen: Some) -> bool:
            return all(one.handed is Handed.ABSENT for one in chosen)

        return [
            Act("Đến sau: chi bù", doing.pay_some, needs="some", group=_MORE, allowed=absent),
            Act("Không vắng nữa", doing.present, needs="some", group=_MORE, allowed=absent),
            Act(
                "Danh sách ký nhận ra Excel",
                lambda _none: doing.print_list("xlsx"),
                needs="none",
                group=_MORE,
                reads=True,
            ),
            Act(
                "So với đợt trước",
                lambda _none: doing.compare(),
                needs="none",
                group=_MORE,
                reads=True,
            ),
            Act("Sửa đợt này", lambda _none: doing.correct_round(), needs="none", group=_MORE),
            Act(
                "Hủy chi cả đợt…",
                lambda _none: doing.void(),
                needs="none",
                group=_MORE,
                duties=(Duty.VOIDS,),
            ),
        ]

    def _export(self, seen: SeenTable) -> None:
        export_seen(self, self._desk, self._store, self._title.text(), seen)


def told_of(file: RoundFile) -> str:
    """How far a round has come, in one line."""
    sums, one = file.sums, file.round
    day = short_date(one.paid_on or one.planned_on)
    parts = [f"{STATE[file.state]}, ngày {day}"]
    if sums.listed:
        parts.append(f"chưa nhận {number(sums.listed)} người, {number(sums.listed_dong)} đồng")
    if sums.received:
        parts.append(f"đã nhận {number(sums.received)} người, {number(sums.received_dong)} đồng")
    if sums.absent:
        parts.append(f"vắng {number(sums.absent)} người")
    if file.held_dong is None:
        parts.append("không qua sổ quỹ")
    else:
        parts.append(f"{file.fund_name} hiện có {number(file.held_dong)} đồng")
        short = sums.listed_dong - file.held_dong
        if short > 0 and file.state is not RoundState.PAID:
            parts.append(f"THIẾU {number(short)} đồng")
    return "; ".join(parts) + "."
