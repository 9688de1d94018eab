"""Ngày nghỉ lễ: the days that are no working days, entered year by year."""

from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.errors import UserError
from ccb_desktop.domain.holidays import FIXED, Holiday, WorkCalendar
from ccb_desktop.domain.printing import short_date
from ccb_desktop.operations import holidays
from ccb_desktop.operations.branch import Store
from ccb_desktop.ui.kit import messages
from ccb_desktop.ui.kit.columns import Act, Column
from ccb_desktop.ui.kit.date_field import DayField
from ccb_desktop.ui.kit.empty_note import EmptyText
from ccb_desktop.ui.kit.form import Form
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.kit.text_fields import TextField
from ccb_desktop.ui.kit.widgets import column, give_role, label

_WEEKDAYS = ("Thứ hai", "Thứ ba", "Thứ tư", "Thứ năm", "Thứ sáu", "Thứ bảy", "Chủ nhật")
_FIXED_DAYS = ", ".join(f"{day}/{month}" for month, day, _name in FIXED)
_WHAT = (
    f"Các ngày {_FIXED_DAYS} hằng năm, cả ngày nghỉ bù, chương trình tự tính. Ghi ở đây ngày "
    "nghỉ Tết, Giỗ Tổ và ngày nghỉ theo thông báo, để hạn tính theo ngày làm việc được đúng."
)


class HolidaysTab(QWidget):
    """The list of holidays with a word on years without Tết."""

    def __init__(self, desk: Desk, store: Store) -> None:
        super().__init__()
        self._desk = desk
        self._store = store
        self._missing = label("")
        give_role(self._missing, "notice")
        self.table: RecordTable[Holiday] = RecordTable(
            "holidays",
            [
                Column("day_on", "Ngày", lambda h: short_date(h.day_on), lambda h: h.day_on),
                Column(
                    "weekday",
                    "Thứ",
                    lambda h: _WEEKDAYS[h.day_on.weekday()],
                    lambda h: h.day_on.weekday(),
                ),
                Column("name", "Tên ngày nghỉ", lambda h: h.name, width=44),
            ],
            id_of=lambda holiday: holiday.id,
            acts=[
                Act("Thêm ngày nghỉ", lambda _chosen: self._add(), needs="none", icon="add"),
                Act("Sửa ngày nghỉ", lambda c: self._correct(c[0]), icon="edit", main=True),
                Act("Bỏ ngày nghỉ", self._remove, icon="delete", shortcut="Delete", needs="some"),
                Act(
                    "Ghi các ngày đã công bố",
                    lambda _chosen: self._add_announced(),
                    needs="none",
                    icon="calendar",
                ),
            ],
            noun="ngày nghỉ",
            empty=EmptyText(
                "Chưa ghi ngày nghỉ nào",
                "Chương trình có sẵn ngày nghỉ Tết, Giỗ Tổ vài năm; ghi vào rồi sửa lại sau.",
                "Ghi các ngày đã công bố",
                self._add_announced,
            ),
            state=desk.state,
        )
        layout = column(self, margin=12, spacing=10)
        layout.addWidget(label(_WHAT, "soft"))
        layout.addWidget(self._missing)
        layout.addWidget(self.table, 1)

    def refresh(self) -> None:
        """Read the holidays again."""
        found = holidays.list_holidays(self._store)
        self.table.set_lines(sorted(found, key=lambda holiday: holiday.day_on, reverse=True))
        years = WorkCalendar.of(found).unknown_new_years(date.today())
        said = ", ".join(str(year) for year in years)
        self._missing.setText(f"Chưa ghi ngày nghỉ Tết năm {said}.")
        self._missing.setVisible(bool(years))

    def _add(self) -> None:
        form = Form()
        form.add(
            [
                TextField("name", "Tên ngày nghỉ", required=True, hint="Ví dụ: Tết Nguyên đán"),
                DayField("first_on", "Từ ngày", required=True),
                DayField("last_on", "Đến ngày", hint="Để trống nếu chỉ nghỉ một ngày"),
            ]
        )

        def keep(values: dict[str, Any], form_id: str) -> Change:
            first = values["first_on"]
            last = values["last_on"] or first
            return holidays.save_run(self._store, values["name"], first, last, form_id)

        self._open(FormDialog(self, "Thêm ngày nghỉ", form, keep))

    def _correct(self, holiday: Holiday) -> None:
        form = Form()
        form.add(
            [
                TextField("name", "Tên ngày nghỉ", required=True),
                DayField("day_on", "Ngày", required=True),
            ]
        )
        form.set_values({"name": holiday.name, "day_on": holiday.day_on})

        def keep(values: dict[str, Any], form_id: str) -> Change:
            return holidays.save_holiday(self._store, replace(holiday, **values), form_id)

        self._open(FormDialog(self, "Sửa ngày nghỉ", form, keep))

    def _open(self, dialog: FormDialog) -> None:
        dialog.saved.connect(self._desk.broadcast.send)
        dialog.open()

    def _remove(self, chosen: list[Holiday]) -> None:
        self._do(lambda: holidays.remove_holidays(self._store, chosen))

    def _add_announced(self) -> None:
        self._do(lambda: holidays.add_announced(self._store))

    def _do(self, act: Any) -> None:
        try:
            self._desk.broadcast.send(act())
        except UserError as error:
            messages.tell(self, error)
