"""The family of the dead: a short list within the form of a death."""

from typing import Any

from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.labels import FIELD
from ccb_desktop.domain.partial_dates import PartialDate
from ccb_desktop.domain.visits.care import Relative
from ccb_desktop.domain.visits.labels import FIELD as VISIT_FIELD
from ccb_desktop.ui.kit.choice_fields import YesNoField
from ccb_desktop.ui.kit.columns import Column
from ccb_desktop.ui.kit.date_field import DateField
from ccb_desktop.ui.kit.form import Form
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.picker_fields import SuggestField, among
from ccb_desktop.ui.kit.rows_field import Put, RowsField
from ccb_desktop.ui.kit.text_fields import TextField

_RELATIONS = ("Vợ", "Chồng", "Con", "Cha", "Mẹ", "Anh", "Chị", "Em", "Cháu")
_NAMES = (
    *("full_name", "relation", "phone", "address", "born_on", "died_on"),
    *("lunar_death_day", "is_martyr", "note"),
)


def relatives_field(person_id: int) -> RowsField[Relative]:
    """The field `relatives`: a tuple of `Relative`."""

    def edit(parent: QWidget, relative: Relative | None, put: Put[Relative]) -> None:
        _relative_dialog(parent, person_id, relative, put).open()

    return RowsField(
        "relatives",
        "Thân nhân (vợ, chồng, con, cha, mẹ…)",
        _columns(),
        edit,
        noun="thân nhân",
        to_raw=_to_raw,
        from_raw=lambda raw: _from_raw(person_id, raw),
        rows=6,
    )


def _columns() -> list[Column[Relative]]:
    return [
        Column("full_name", FIELD["full_name"], lambda r: r.full_name, width=24),
        Column("relation", VISIT_FIELD["relation"], lambda r: r.relation, width=10),
        Column("phone", FIELD["phone"], lambda r: r.phone, width=14),
        Column("address", FIELD["address"], lambda r: r.address, width=22),
        Column("note", FIELD["note"], lambda r: r.note, width=14),
    ]


def _relative_dialog(
    parent: QWidget, person_id: int, relative: Relative | None, put: Put[Relative]
) -> FormDialog:
    form = Form()
    form.add(
        [
            TextField("full_name", FIELD["full_name"], required=True),
            SuggestField("relation", VISIT_FIELD["relation"], among(_RELATIONS), required=True),
            TextField("phone", FIELD["phone"]),
            TextField("address", FIELD["address"]),
            DateField("born_on", FIELD["born_on"]),
            DateField("died_on", FIELD["died_on"], hint="Khi đã mất"),
            TextField("lunar_death_day", FIELD["lunar_death_day"], hint="Ngày giỗ, ví dụ 15/7"),
            YesNoField("is_martyr", VISIT_FIELD["is_martyr"]),
            TextField("note", FIELD["note"]),
        ]
    )
    if relative is not None:
        form.set_values({name: getattr(relative, name) for name in _NAMES})

    def keep(values: dict[str, Any], _form_id: str) -> None:
        values["is_martyr"] = bool(values["is_martyr"])
        put(Relative(id=relative.id if relative else None, person_id=person_id, **values))

    title = "Sửa thân nhân" if relative else "Thêm thân nhân"
    return FormDialog(parent, title, form, keep, save_label="Xong")


def _to_raw(relative: Relative) -> dict[str, Any]:
    raw = {name: getattr(relative, name) for name in ("id", *_NAMES)}
    for name in ("born_on", "died_on"):
        raw[name] = raw[name].iso if raw[name] else None
    return raw


def _from_raw(person_id: int, raw: dict[str, Any]) -> Relative:
    days = {name: raw[name] and PartialDate.from_iso(raw[name]) for name in ("born_on", "died_on")}
    return Relative(person_id=person_id, **{**raw, **days})
