"""The forms of inspections: what was found and what is to be mended; that it is mended."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.activities.activities import Activity, ActivityKind
from ccb_desktop.domain.activities.inspections import INSPECTION_KINDS
from ccb_desktop.domain.activities.labels import ACTIVITY_KIND, ACTIVITY_ROLE, LABELS
from ccb_desktop.domain.activities.labels import FIELD as ACTIVITY_FIELD
from ccb_desktop.domain.activities.lines import ActivityLine
from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.labels import FIELD
from ccb_desktop.domain.tasks.labels import FIELD as TASK_FIELD
from ccb_desktop.operations.activities import inspections
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.members.units import list_unit_lines
from ccb_desktop.ui.kit.choice_fields import ChoiceField
from ccb_desktop.ui.kit.date_field import DayField
from ccb_desktop.ui.kit.form import Form
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.text_fields import LongTextField, NumberField, TextField

_KINDS = [(kind.value, ACTIVITY_KIND[kind]) for kind in INSPECTION_KINDS]


def inspection_dialog(parent: QWidget, store: Store, known: Activity | None = None) -> FormDialog:
    """The form of a visit; without one, of a new one."""
    today = date.today()
    units = [
        (line.unit.id, line.name)
        for line in list_unit_lines(store, today)
        if line.unit.stands_on(today) or (known and known.unit_id == line.unit.id)
    ]
    form = _form(units)
    visit = known or Activity(held_on=today, kind=ActivityKind.INSPECTION.value, name="")
    form.set_values({name: getattr(visit, name) for name in form.fields})
    if known is None:
        _propose_names(form, dict(units))

    def keep(values: dict[str, Any], form_id: str) -> Change:
        return inspections.save_inspection(store, replace(visit, **values), form_id)

    title = "Sửa lần kiểm tra, giám sát" if known else "Ghi kiểm tra, giám sát"
    return FormDialog(parent, title, form, keep, more=known is None)


def fixed_dialog(parent: QWidget, store: Store, lines: Sequence[ActivityLine]) -> FormDialog:
    """The form that says when what was found was mended."""
    form = Form()
    form.add([DayField("fixed_on", ACTIVITY_FIELD["fixed_on"], required=True)])
    form.set_values({"fixed_on": date.today()})
    ids = [line.activity.id or 0 for line in lines]

    def keep(values: dict[str, Any], form_id: str) -> Change:
        return inspections.note_fixed(store, ids, values["fixed_on"], form_id)

    intro = "; ".join(line.activity.lessons for line in lines if line.activity.lessons)
    return FormDialog(parent, "Đã khắc phục", form, keep, intro=intro)


def _form(units: Sequence[tuple[int | None, str]]) -> Form:
    form = Form()
    form.add(
        [
            DayField("held_on", ACTIVITY_FIELD["held_on"], required=True),
            ChoiceField("kind", LABELS["activities", "kind"], _KINDS, required=True),
            ChoiceField(
                "unit_id",
                "Đơn vị được kiểm tra, giám sát",
                units,
                none="Nơi khác, ngoài các đơn vị của Hội",
            ),
            ChoiceField(
                "role", LABELS["activities", "role"], list(ACTIVITY_ROLE.items()), required=True
            ),
            TextField("name", "Kiểm tra, giám sát việc gì", required=True, wide=True),
            TextField("place", TASK_FIELD["place"]),
            NumberField("members_present", "Số hội viên tham gia đoàn"),
        ]
    )
    form.add(
        [
            LongTextField("result", "Kết quả, nhận xét", lines=2),
            LongTextField("lessons", ACTIVITY_FIELD["lessons"], lines=2),
            DayField(
                "fix_by_on",
                ACTIVITY_FIELD["fix_by_on"],
                hint="Đến hạn mà chưa xong thì Trang chủ nhắc",
            ),
            DayField("fixed_on", ACTIVITY_FIELD["fixed_on"], hint="Để trống khi chưa khắc phục"),
            TextField("note", FIELD["note"], wide=True),
        ]
    )
    return form


def _propose_names(form: Form, units: dict[int | None, str]) -> None:
    """Until something else is typed, the visit is called after its kind and unit."""
    proposed = ""

    def propose() -> None:
        nonlocal proposed
        name = form.field("name")
        if name.value() not in ("", proposed):
            return
        kind = dict(_KINDS).get(form.field("kind").value(), "")
        unit = units.get(form.field("unit_id").value(), "")
        proposed = f"{kind} {unit}" if unit else ""
        name.set_value(proposed)

    for field in ("kind", "unit_id"):
        form.field(field).changed.connect(propose)
