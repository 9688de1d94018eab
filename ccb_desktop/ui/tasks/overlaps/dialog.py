"""The window Trùng việc: both units side by side; one is mended or withdrawn, or it is settled."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.errors import UserError
from ccb_desktop.domain.printing import number
from ccb_desktop.domain.tasks.labels import FIELD
from ccb_desktop.domain.tasks.lines import TaskLine
from ccb_desktop.domain.tasks.overlaps import Overlap, told_overlaps
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.tasks import handing_out, overlaps
from ccb_desktop.operations.tasks.overlaps import Settled
from ccb_desktop.ui.kit import messages
from ccb_desktop.ui.kit.columns import Act
from ccb_desktop.ui.kit.date_field import DayField
from ccb_desktop.ui.kit.empty_note import EmptyText
from ccb_desktop.ui.kit.form import Form
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.list_dialog import ListDialog
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.picker_fields import SuggestField, among
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.kit.table_export import export_seen
from ccb_desktop.ui.kit.widgets import label
from ccb_desktop.ui.tasks.handing_out.mend_dialogs import assignment_dialog
from ccb_desktop.ui.tasks.overlaps.lines import overlap_columns, settled_columns

_DECISIONS = (
    "Hai đơn vị cùng làm, chia đoạn",
    "Làm hai ngày khác nhau",
    "Hai việc khác nhau, không trùng",
    "Giao một đơn vị chủ trì, đơn vị kia phối hợp",
)
_CHANGE = "Sửa một bên"


class OverlapsDialog(ListDialog):
    """The overlaps of a year that nobody has decided."""

    def __init__(self, parent: QWidget, desk: Desk, store: Store, year: int) -> None:
        """Build and fill the window; show it with `open()`."""
        super().__init__(parent, f"Trùng việc năm {year}")
        self._desk, self._store, self._year = desk, store, year
        self._told = label("")
        self.table: RecordTable[Overlap] = RecordTable(
            "overlaps",
            overlap_columns(),
            id_of=lambda one: one.key,
            acts=self._acts(),
            noun="chỗ trùng",
            empty=EmptyText(
                "Không có việc nào trùng",
                "Chỉ so được những việc đã ghi địa điểm; việc chưa ghi địa điểm xem ở “Bốn rõ”.",
            ),
            state=desk.state,
            on_export=lambda seen: export_seen(self, desk, store, f"Trùng việc năm {year}", seen),
        )
        self.table.add_choice(
            "Xem",
            [(None, "Tất cả"), (False, "Trùng hẳn"), (True, "Lời gần giống")],
            lambda one: one.alike,
        )
        self.show_list(self.table, [], letters=(74, 36))
        layout = self.layout()
        if isinstance(layout, QVBoxLayout):
            layout.insertWidget(1, self._told)
        self._fill()

    def _acts(self) -> list[Act[Overlap]]:
        return [
            Act("Xử lý", self._settle, needs="some", icon="check", main=True),
            Act("Sửa việc của đơn vị thứ nhất", self._mend_first, icon="edit", group=_CHANGE),
            Act("Sửa việc của đơn vị thứ hai", self._mend_second, icon="edit", group=_CHANGE),
            Act("Rút lại của đơn vị thứ nhất", self._withdraw_first, group=_CHANGE),
            Act("Rút lại của đơn vị thứ hai", self._withdraw_second, group=_CHANGE),
            Act("Đã xử lý", self._show_settled, needs="none", icon="history", reads=True),
        ]

    def _settle(self, chosen: list[Overlap]) -> None:
        self._open(settle_dialog(self, self._store, chosen))

    def _mend_first(self, chosen: list[Overlap]) -> None:
        self._mend(chosen[0].first)

    def _mend_second(self, chosen: list[Overlap]) -> None:
        self._mend(chosen[0].second)

    def _mend(self, line: TaskLine) -> None:
        self._open(assignment_dialog(self, self._store, line))

    def _withdraw_first(self, chosen: list[Overlap]) -> None:
        self._withdraw(chosen[0].first)

    def _withdraw_second(self, chosen: list[Overlap]) -> None:
        self._withdraw(chosen[0].second)

    def _withdraw(self, line: TaskLine) -> None:
        try:
            self._tell(handing_out.withdraw_assignments(self._store, [line.id]))
        except UserError as error:
            messages.tell(self, error)

    def _show_settled(self, _none: list[Overlap]) -> None:
        dialog = SettledDialog(self, self._desk, self._store, self._year)
        dialog.finished.connect(lambda _result: self._fill())
        dialog.open()

    def _open(self, dialog: FormDialog) -> None:
        dialog.saved.connect(self._tell)
        dialog.open()

    def _tell(self, change: Change) -> None:
        self._fill()
        self._desk.broadcast.send(change)

    def _fill(self) -> None:
        found = overlaps.list_overlaps(self._store, self._year)
        alike = sum(one.alike for one in found)
        self._told.setText(
            f"Trùng hẳn {number(len(found) - alike)} chỗ, lời gần giống {number(alike)} chỗ: hai "
            "đơn vị cùng việc, cùng nơi, cùng thời gian."
        )
        self.table.set_lines(found)


class SettledDialog(ListDialog):
    """What was decided; a decision can be taken back."""

    def __init__(self, parent: QWidget, desk: Desk, store: Store, year: int) -> None:
        """Build and fill the window; show it with `open()`."""
        super().__init__(parent, f"Trùng việc đã xử lý năm {year}")
        self._desk, self._store, self._year = desk, store, year
        self.table: RecordTable[Settled] = RecordTable(
            "settled-overlaps",
            settled_columns(),
            id_of=lambda one: one.settled.id,
            acts=[Act("Bỏ cách xử lý này", self._reopen, icon="undo", shortcut="Delete")],
            noun="chỗ đã xử lý",
            empty=EmptyText("Chưa xử lý chỗ trùng nào", ""),
            state=desk.state,
        )
        self.show_list(self.table, overlaps.list_settled(store, year), letters=(70, 30))

    def _reopen(self, chosen: list[Settled]) -> None:
        try:
            change = overlaps.reopen(self._store, chosen[0].settled.id or 0)
        except UserError as error:
            messages.tell(self, error)
            return
        self.table.set_lines(overlaps.list_settled(self._store, self._year))
        self._desk.broadcast.send(change)


def settle_dialog(parent: QWidget, store: Store, chosen: Sequence[Overlap]) -> FormDialog:
    """A window that asks what was decided of some overlaps, the same for all of them."""
    form = Form()
    form.add(
        [
            SuggestField(
                "decision", FIELD["decision"], among(_DECISIONS), required=True, wide=True
            ),
            DayField("settled_on", FIELD["settled_on"], required=True),
        ]
    )
    form.set_values({"settled_on": date.today()})

    def save(values: dict[str, Any], form_id: str) -> Change:
        decision, on = values["decision"], values["settled_on"]
        return overlaps.settle(store, chosen, decision, on, form_id)

    return FormDialog(
        parent,
        "Xử lý trùng việc",
        form,
        save,
        intro="\n".join(told_overlaps(chosen)),
        save_label="Ghi cách xử lý",
    )
