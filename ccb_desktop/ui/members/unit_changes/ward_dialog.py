"""Nhập cả phường cũ: another branch's books, or its Excel lists, on the day of the merger."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.labels import FIELD
from ccb_desktop.domain.long_jobs import Tell
from ccb_desktop.domain.unit_changes.plans import Plan
from ccb_desktop.domain.unit_changes.ward import WardOrder
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.members.ward_merger import (
    Ward,
    bring_ward_in,
    plan_ward,
    read_ward,
)
from ccb_desktop.ui.kit.date_field import DayField
from ccb_desktop.ui.kit.file_dialogs import choose_files
from ccb_desktop.ui.kit.form import Form
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.text_fields import TextField
from ccb_desktop.ui.kit.widgets import FlowLayout, button, label
from ccb_desktop.ui.members.unit_changes.guide import Guide

_KINDS = "Sổ của phường cũ, hoặc tệp Excel (*.ccb *.ccbk *.xlsx *.xlsm *.xls *.ods *.csv)"
_ADVICE = (
    "Chọn tệp số liệu hay bản sao lưu của Hội phường cũ (đuôi .ccb, .ccbk), hoặc các tệp Excel "
    "của phường ấy. Chương trình chỉ đọc, không sửa gì trong tệp."
)
_NONE = "Chưa chọn tệp nào"


class WardDialog(Guide):
    """Asks whose books and since when; reads them, shows what comes, takes it in."""

    def __init__(self, parent: QWidget, desk: Desk, store: Store) -> None:
        super().__init__(
            parent, desk, "Nhập cả phường cũ", "Phường nào, từ ngày nào", "Nhập vào sổ"
        )
        self._store = store
        self._files: list[Path] = []
        self._ward: Ward | None = None
        day = DayField(
            "on",
            "Ngày sáp nhập",
            required=True,
            hint="Hội viên phường cũ tính là chuyển đến ngày này",
        )
        day.set_value(date.today())
        ward = TextField("ward", FIELD["former_ward"], required=True, hint="Ví dụ: Phường An Thịnh")
        self.form = Form()
        self.form.add_widget(label(_ADVICE, "soft"))
        self.form.add_widget(self._chooser())
        self.form.add([ward, day])
        self.begin(self.form)

    def _chooser(self) -> QWidget:
        holder = QWidget()
        flow = FlowLayout(holder)
        self.choose_button = button("Chọn tệp…", self._choose, icon="open")
        self._chosen = label(_NONE, wrap=False)
        flow.addWidget(self.choose_button)
        flow.addWidget(self._chosen)
        return holder

    def _choose(self) -> None:
        choose_files(self, "Chọn sổ hoặc danh sách của phường cũ", _KINDS, self.take_files)

    def take_files(self, files: Sequence[Path]) -> None:
        """These files were chosen."""
        self._files = list(files)
        self._chosen.setText(", ".join(file.name for file in files) or _NONE)

    def order(self) -> WardOrder:
        """Which ward, since when."""
        if not self._files:
            raise Invalid({"files": "Chọn tệp của phường cũ trước."})
        return WardOrder(ward=self.form.field("ward").value(), on=self.form.field("on").value())

    def plan(self, order: WardOrder, report: Tell) -> Plan:
        """Read the files and see what would come."""
        self._ward = read_ward(self._store, self._files, order, report)
        return plan_ward(self._store, self._ward, order)

    def write(self, order: WardOrder, report: Tell) -> Change:
        """Take the ward in."""
        if self._ward is None:
            raise RuntimeError("a ward is read before it is taken in")
        return bring_ward_in(self._store, self._ward, order, self.form_id)
