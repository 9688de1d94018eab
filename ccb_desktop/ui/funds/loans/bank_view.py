"""The policy bank's savings-and-loan groups: their counts, and what they owed over time."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.errors import UserError
from ccb_desktop.domain.funds.bank_loans import bank_sums, latest_by_group, sums_by_day
from ccb_desktop.domain.funds.labels import FIELD as MONEY_FIELD
from ccb_desktop.domain.funds.loans import BankLoanCount
from ccb_desktop.domain.labels import FIELD
from ccb_desktop.domain.printing import number, short_date
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.funds.bank_loans import remove_bank_count, save_bank_count
from ccb_desktop.ui.kit import messages
from ccb_desktop.ui.kit.charts import Bar, LineChart
from ccb_desktop.ui.kit.columns import Act, Column
from ccb_desktop.ui.kit.date_field import DayField
from ccb_desktop.ui.kit.empty_note import EmptyText
from ccb_desktop.ui.kit.form import Form
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.money_columns import money_column
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.picker_fields import SuggestField, among
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.kit.table_export import export_seen
from ccb_desktop.ui.kit.text_fields import AmountField, NumberField, TextField
from ccb_desktop.ui.kit.widgets import column, label

_MILLION = 1_000_000
_POINTS = 6  # of the line over time
_SHOWN = "Xem"
_CHART_WIDTH = 18  # in heights of the text
_NARROW = 52  # likewise: as narrow, the line over time is not shown


class BankView(QWidget):
    """Statistics only: no money of the Hội moves here."""

    def __init__(self, desk: Desk, store: Store) -> None:
        super().__init__()
        self._desk = desk
        self._store = store
        self._counts: Sequence[BankLoanCount] = ()
        self._latest: frozenset[int | None] = frozenset()
        self._told = label("")
        self.chart = LineChart()
        self.table: RecordTable[BankLoanCount] = RecordTable(
            "bank-loans",
            _COLUMNS,
            id_of=lambda count: count.id,
            acts=[
                Act("Ghi số liệu", lambda _none: self.add(), needs="none", icon="add"),
                Act("Sửa", lambda chosen: self._open(chosen[0]), icon="edit", main=True),
                Act("Bỏ", self._remove, needs="some", icon="delete", shortcut="Delete"),
            ],
            noun="số liệu",
            empty=EmptyText(
                "Chưa có số liệu vốn ngân hàng chính sách",
                "Ghi số hộ, dư nợ của từng tổ tiết kiệm và vay vốn khi có báo cáo của ngân hàng.",
                "Ghi số liệu",
                self.add,
            ),
            state=desk.state,
            on_export=lambda seen: export_seen(self, self._desk, self._store, "Vốn NHCSXH", seen),
        )
        self.table.add_choice(
            _SHOWN,
            [(None, "Tất cả các ngày"), (True, "Mới nhất của từng tổ")],
            lambda count: count.id in self._latest,
        )
        layout = column(self, spacing=8)
        layout.addWidget(self._told)
        both = QHBoxLayout()
        both.setSpacing(16)
        both.addWidget(self.table, 1)
        both.addWidget(self.chart)
        layout.addLayout(both, 1)

    def show_counts(self, counts: Sequence[BankLoanCount], on: date) -> None:
        """Show the counts up to a day."""
        self._counts = [count for count in counts if count.counted_on <= on]
        self._latest = frozenset(count.id for count in latest_by_group(self._counts, on))
        self.table.set_lines(sorted(self._counts, key=lambda one: one.counted_on, reverse=True))
        sums = bank_sums(self._counts, on)
        self._told.setText(
            f"Đến ngày {short_date(on)}: {number(sums.groups)} tổ TK&VV, "
            f"{number(sums.households)} hộ, dư nợ {number(sums.balance_dong)} đồng, "
            f"quá hạn {number(sums.overdue_dong)} đồng. Số liệu này không qua quỹ của Hội."
        )
        self._told.setVisible(bool(self._counts))
        points = sums_by_day(self._counts)[-_POINTS:]
        self.chart.show_bars(
            "Dư nợ NHCSXH (triệu đồng)",
            [
                Bar(
                    f"{day.month}/{day.year}",
                    one.balance_dong,
                    number(one.balance_dong // _MILLION),
                )
                for day, one in points
            ],
        )
        self._fit()

    def resizeEvent(self, event: Any) -> None:
        """The line over time stands beside the list where there is room."""
        super().resizeEvent(event)
        self._fit()

    def add(self) -> None:
        """Enter what a group stood at."""
        self._open(None)

    def _fit(self) -> None:
        letter = self.fontMetrics().height()
        self.chart.setFixedWidth(letter * _CHART_WIDTH)
        points = len(self.chart.bars)
        self.chart.setVisible(points > 1 and self.width() >= letter * _NARROW)

    def _open(self, count: BankLoanCount | None) -> None:
        groups = sorted({one.group_name for one in self._counts})
        dialog = count_dialog(self, self._store, groups, count)
        dialog.saved.connect(self._desk.broadcast.send)
        dialog.open()

    def _remove(self, chosen: list[BankLoanCount]) -> None:
        for count in chosen:
            try:
                self._desk.broadcast.send(remove_bank_count(self._store, count))
            except UserError as error:
                messages.tell(self, error)
                return


def count_dialog(
    parent: QWidget, store: Store, groups: Sequence[str], count: BankLoanCount | None
) -> FormDialog:
    """A window to enter or correct a count; groups known before are suggested."""
    form = Form()
    form.add(
        [
            SuggestField("group_name", MONEY_FIELD["group_name"], among(groups), required=True),
            DayField("counted_on", "Ngày của số liệu", required=True),
            NumberField("households", MONEY_FIELD["households"]),
            AmountField("balance_dong", MONEY_FIELD["balance_dong"]),
            AmountField("overdue_dong", MONEY_FIELD["overdue_dong"]),
            TextField("note", FIELD["note"]),
        ]
    )
    start = count or BankLoanCount(counted_on=date.today(), group_name="")
    names = ("group_name", "counted_on", "households", "balance_dong", "overdue_dong", "note")
    form.set_values({name: getattr(start, name) for name in names if count or name == "counted_on"})

    def keep(values: dict[str, Any], form_id: str) -> Change:
        amounts = ("households", "balance_dong", "overdue_dong")
        filled: dict[str, Any] = {
            name: (value or 0) if name in amounts else value for name, value in values.items()
        }
        return save_bank_count(store, replace(start, **filled), form_id)

    title = "Ghi số liệu NHCSXH" if count is None else "Sửa số liệu NHCSXH"
    return FormDialog(parent, title, form, keep, more=count is None)


_COLUMNS: list[Column[BankLoanCount]] = [
    Column(
        "counted_on",
        "Ngày",
        lambda count: short_date(count.counted_on),
        lambda count: count.counted_on,
        width=10,
    ),
    Column(
        "group", MONEY_FIELD["group_name"], lambda count: count.group_name, width=24, named=True
    ),
    Column(
        "households",
        MONEY_FIELD["households"],
        lambda count: number(count.households),
        lambda count: count.households,
        align="right",
        width=7,
    ),
    money_column("balance", MONEY_FIELD["balance_dong"], lambda c: c.balance_dong, summed=False),
    money_column("overdue", MONEY_FIELD["overdue_dong"], lambda c: c.overdue_dong, summed=False),
    Column("note", FIELD["note"], lambda count: count.note, width=20),
]
