"""Ngày kỷ niệm: the days on which the Hội remembers or gives, and when each comes next."""

from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.code_lists import labels_of
from ccb_desktop.domain.errors import UserError
from ccb_desktop.domain.printing import short_date
from ccb_desktop.domain.visits.care import CommemorativeDay
from ccb_desktop.domain.visits.commemorative import ComingDay, coming_days
from ccb_desktop.domain.visits.labels import FIELD, LABELS
from ccb_desktop.operations.branch import Store, list_codes
from ccb_desktop.operations.visits import commemorative
from ccb_desktop.ui.kit import messages
from ccb_desktop.ui.kit.choice_fields import ChoiceField, YesNoField
from ccb_desktop.ui.kit.columns import Act, Column
from ccb_desktop.ui.kit.empty_note import EmptyText
from ccb_desktop.ui.kit.form import Form
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.list_dialog import ListDialog
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.kit.text_fields import NumberField, TextField

_NOTE = "Ngày âm lịch chương trình tự đổi sang dương lịch từng năm. Thêm ngày riêng của Hội ở đây."


class DaysDialog(ListDialog):
    """Days are added, corrected and taken out here."""

    def __init__(self, parent: QWidget | None, desk: Desk, store: Store) -> None:
        super().__init__(parent, "Ngày kỷ niệm")
        self._desk = desk
        self._store = store
        self._occasions = labels_of(list_codes(store, "OCCASION"), "OCCASION")
        self.table: RecordTable[ComingDay] = RecordTable(
            "commemorative-days",
            self._columns(),
            id_of=lambda one: one.day.id,
            acts=[
                Act("Thêm ngày", lambda _none: self._add(), needs="none", icon="add"),
                Act(
                    "Sửa ngày",
                    lambda chosen: self._correct(chosen[0].day),
                    "one",
                    "edit",
                    main=True,
                ),
                Act("Bỏ ngày", self._remove, "some", "delete", "Delete"),
            ],
            noun="ngày",
            empty=EmptyText("Chưa có ngày kỷ niệm nào", "", "Thêm ngày", self._add),
            state=desk.state,
        )
        self.show_list(self.table, self._read(), _NOTE, (62, 30))

    def _columns(self) -> list[Column[ComingDay]]:
        return [
            Column("name", LABELS["commemorative_days", "name"], lambda c: c.day.name, width=26),
            Column("day", "Hằng năm", _yearly, lambda c: (c.day.month, c.day.day), width=14),
            Column("on", "Lần tới", lambda c: short_date(c.on), lambda c: c.on, width=11),
            Column(
                "occasion",
                FIELD["occasion"],
                lambda c: self._occasions.get(c.day.occasion, ""),
                width=12,
            ),
            Column("usually", FIELD["usually"], lambda c: c.day.usually, width=40),
        ]

    def _read(self) -> list[ComingDay]:
        found = commemorative.list_commemorative_days(self._store)
        return coming_days(found, date.today())

    def _form(self) -> Form:
        form = Form()
        form.add(
            [
                TextField("name", LABELS["commemorative_days", "name"], required=True),
                NumberField("day", FIELD["day"], least=1, most=31, required=True),
                NumberField("month", "Tháng", least=1, most=12, required=True),
                YesNoField("lunar", "Theo âm lịch"),
                ChoiceField("occasion", FIELD["occasion"], list(self._occasions.items())),
                TextField("usually", FIELD["usually"], hint="Ví dụ: tặng quà, gặp mặt"),
            ]
        )
        return form

    def _add(self) -> None:
        self._open_form("Thêm ngày kỷ niệm", self._form(), None)

    def _correct(self, day: CommemorativeDay) -> None:
        form = self._form()
        form.set_values({name: getattr(day, name) for name in form.fields})
        self._open_form("Sửa ngày kỷ niệm", form, day)

    def _open_form(self, title: str, form: Form, known: CommemorativeDay | None) -> None:
        def keep(values: dict[str, Any], form_id: str) -> Change:
            said = {**values, "lunar": bool(values["lunar"]), "occasion": values["occasion"] or ""}
            day = CommemorativeDay(**said) if known is None else replace(known, **said)
            return commemorative.save_commemorative_day(self._store, day, form_id)

        dialog = FormDialog(self, title, form, keep)
        dialog.saved.connect(self._tell)
        dialog.open()

    def _remove(self, chosen: list[ComingDay]) -> None:
        days = [one.day for one in chosen]
        try:
            self._tell(commemorative.remove_commemorative_days(self._store, days))
        except UserError as error:
            messages.tell(self, error)

    def _tell(self, change: Change) -> None:
        self._desk.broadcast.send(change)
        self.table.set_lines(self._read())


def _yearly(one: ComingDay) -> str:
    """`1/1 âm lịch`, `27/7`."""
    moon = " âm lịch" if one.day.lunar else ""
    return f"{one.day.day}/{one.day.month}{moon}"
