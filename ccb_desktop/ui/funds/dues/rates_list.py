"""Mức hội phí: what members owe, from when on, and who keeps how much of it."""

from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.errors import UserError
from ccb_desktop.domain.funds.dues import DuesPeriod, DuesRate
from ccb_desktop.domain.funds.labels import DUES_PERIOD
from ccb_desktop.domain.labels import FIELD
from ccb_desktop.domain.money import format_dong
from ccb_desktop.domain.printing import short_date
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.funds import dues
from ccb_desktop.ui.kit import messages
from ccb_desktop.ui.kit.choice_fields import ChoiceField
from ccb_desktop.ui.kit.columns import Act, Column
from ccb_desktop.ui.kit.date_field import DayField
from ccb_desktop.ui.kit.empty_note import EmptyText
from ccb_desktop.ui.kit.form import Form
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.list_dialog import ListDialog
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.kit.text_fields import AmountField, NumberField, TextField

_NOTE = (
    "Mỗi mức tính từ đầu một tháng cho đến mức sau. Sửa mức chỉ đổi số phải nộp, không đổi số "
    "đã nộp. Mới dùng chương trình thì ghi mức từ năm bắt đầu theo dõi ở đây."
)


class RatesList(ListDialog):
    """The rates, the newest first; entered, corrected, taken out here."""

    def __init__(self, parent: QWidget | None, desk: Desk, store: Store) -> None:
        super().__init__(parent, "Mức hội phí và tỷ lệ trích")
        self._desk = desk
        self._store = store
        self.table: RecordTable[DuesRate] = RecordTable(
            "dues-rates",
            _COLUMNS,
            id_of=lambda rate: rate.id,
            acts=[
                Act("Thêm mức", lambda _none: self._edit(None), needs="none", icon="add"),
                Act("Sửa mức", lambda chosen: self._edit(chosen[0]), icon="edit", main=True),
                Act("Bỏ mức", self._remove, icon="delete", shortcut="Delete"),
            ],
            noun="mức",
            empty=EmptyText("Chưa ghi mức hội phí nào", "", "Thêm mức", lambda: self._edit(None)),
            state=desk.state,
        )
        self.show_list(self.table, self._read(), _NOTE, (58, 30))

    def _read(self) -> list[DuesRate]:
        return list(reversed(dues.load_rules(self._store).rates))

    def _edit(self, rate: DuesRate | None) -> None:
        dialog = rate_dialog(self, self._store, rate)
        dialog.saved.connect(self._tell)
        dialog.open()

    def _remove(self, chosen: list[DuesRate]) -> None:
        try:
            self._tell(dues.remove_rate(self._store, chosen[0]))
        except UserError as error:
            messages.tell(self, error)

    def _tell(self, change: Change) -> None:
        self.table.set_lines(self._read())
        self._desk.broadcast.send(change)


def rate_dialog(parent: QWidget, store: Store, rate: DuesRate | None) -> FormDialog:
    """The form of a rate."""
    form = Form()
    form.add(
        [
            DayField("from_on", FIELD["from_on"], required=True, hint="Ngày đầu tháng: 1/1/2026"),
            ChoiceField("period", "Thu theo", list(DUES_PERIOD.items()), required=True),
            AmountField("amount_dong", "Mỗi hội viên nộp", required=True),
            NumberField("chi_hoi_percent", "Chi hội giữ lại", most=100, after="%"),
            NumberField("upper_percent", "Nộp cấp trên", most=100, after="%"),
            TextField("note", FIELD["note"], hint="Ví dụ: theo nghị quyết số mấy", wide=True),
        ]
    )
    shown = rate or DuesRate(from_on=_next_year(store), amount_dong=0, period=DuesPeriod.YEAR)
    form.set_values(
        {
            **{name: getattr(shown, name) for name in form.fields},
            "amount_dong": shown.amount_dong or None,
        }
    )

    def keep(values: dict[str, Any], form_id: str) -> Change:
        shares = {name: values[name] or 0 for name in ("chi_hoi_percent", "upper_percent")}
        return dues.save_rate(store, replace(shown, **(values | shares)), form_id)

    title = "Sửa mức hội phí" if rate else "Thêm mức hội phí"
    intro = "Phần còn lại sau hai tỷ lệ là của Hội."
    return FormDialog(parent, title, form, keep, intro=intro)


def _next_year(store: Store) -> date:
    """From when a new rate would hold: this year, or the year after the last one."""
    today = date.today().replace(month=1, day=1)
    rates = dues.load_rules(store).rates
    if not rates or rates[-1].from_on < today:
        return today
    return date(rates[-1].from_on.year + 1, 1, 1)


_COLUMNS: list[Column[DuesRate]] = [
    Column("from_on", FIELD["from_on"], lambda r: short_date(r.from_on), lambda r: r.from_on),
    Column("period", "Thu theo", lambda r: DUES_PERIOD[r.period], width=12),
    Column(
        "amount_dong",
        "Mỗi hội viên nộp",
        lambda r: format_dong(r.amount_dong),
        lambda r: r.amount_dong,
        align="right",
    ),
    Column("chi_hoi", "Chi hội giữ", lambda r: f"{r.chi_hoi_percent} %", align="right", width=10),
    Column("upper", "Nộp cấp trên", lambda r: f"{r.upper_percent} %", align="right", width=10),
    Column("note", FIELD["note"], lambda r: r.note, width=30),
]
