"""Small windows that settle the grading of a year: agreed, unlocked, by which bounds."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.emulation.grading import GradingYear
from ccb_desktop.domain.emulation.labels import FIELD
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.emulation import grading
from ccb_desktop.ui.kit.date_field import DayField
from ccb_desktop.ui.kit.form import Form
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.picker_fields import SuggestField, among
from ccb_desktop.ui.kit.text_fields import NumberField

_REASONS = ("Ghi nhầm kết quả", "Cấp trên yêu cầu xét lại", "Bổ sung người còn thiếu")
_MEETINGS = ("Biên bản họp Ban Chấp hành", "Biên bản họp Ban Thường vụ", "Biên bản hội nghị")
_MOST_POINTS = 1000


def agree_dialog(parent: QWidget, store: Store, now: GradingYear) -> FormDialog:
    """A window that writes down which meeting has agreed to the grading."""
    form = Form()
    form.add(
        [
            DayField("agreed_on", FIELD["agreed_on"], required=True),
            SuggestField(
                "agreed_by",
                FIELD["agreed_by"],
                among(_MEETINGS),
                required=True,
                hint="Cuộc họp, số biên bản",
            ),
        ]
    )
    form.set_values({"agreed_on": now.agreed_on or date.today(), "agreed_by": now.agreed_by})

    def save(values: dict[str, Any], form_id: str) -> Change:
        return grading.agree_year(
            store, now.year, values["agreed_on"], values["agreed_by"], form_id
        )

    return FormDialog(
        parent,
        f"Thống nhất bình xét năm {now.year}",
        form,
        save,
        intro="Sau khi thống nhất vẫn sửa được; khóa rồi mới không sửa được nữa.",
    )


def unlock_dialog(parent: QWidget, store: Store, now: GradingYear) -> FormDialog:
    """A window that asks why a locked year is opened again."""
    form = Form()
    reason = SuggestField(
        "unlock_reason", FIELD["unlock_reason"], among(_REASONS), required=True, wide=True
    )
    form.add([reason])

    def save(values: dict[str, Any], form_id: str) -> Change:
        return grading.unlock_year(store, now.year, values["unlock_reason"], form_id)

    title = f"Mở khóa bình xét năm {now.year}"
    return FormDialog(
        parent, title, form, save, intro="Lý do được ghi vào lịch sử.", save_label="Mở khóa"
    )


def bounds_dialog(parent: QWidget, store: Store, now: GradingYear) -> FormDialog:
    """A window for the day of the roster, the bounds of ratings and the cap of a year."""
    form = Form()
    hint = "Trống: ngày 31/12, hoặc hôm nay khi chưa hết năm"
    form.add([DayField("graded_on", FIELD["graded_on"], hint=hint, wide=True)])
    form.add(
        [
            _points("excellent_points"),
            _points("good_points"),
            _points("done_points"),
            NumberField("excellent_cap", FIELD["excellent_cap"], most=100, required=True),
        ],
        heading="Xếp loại đơn vị theo điểm",
    )
    form.set_values({name: getattr(now, name) for name in form.fields})

    def save(values: dict[str, Any], form_id: str) -> Change:
        points = {
            name: Decimal(values[name])
            for name in ("excellent_points", "good_points", "done_points")
        }
        return grading.save_choices(store, replace(now, **(values | points)), date.today(), form_id)

    return FormDialog(parent, f"Ngày chốt, mức xếp loại năm {now.year}", form, save)


def _points(name: str) -> NumberField:
    return NumberField(
        name, FIELD[name], most=_MOST_POINTS, decimals=2, after="điểm", required=True
    )
