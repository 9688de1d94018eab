"""The names a unit bore before: a short list within its form."""

from typing import Any

from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.labels import FIELD
from ccb_desktop.domain.members.units import UnitName
from ccb_desktop.domain.partial_dates import PartialDate
from ccb_desktop.ui.kit.columns import Column
from ccb_desktop.ui.kit.date_field import DateField
from ccb_desktop.ui.kit.form import Form
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.rows_field import Put, RowsField
from ccb_desktop.ui.kit.text_fields import TextField
from ccb_desktop.ui.members.columns import printed


def names_field() -> RowsField[UnitName]:
    """The field `names`: a tuple of `UnitName`, the present name not among them."""

    def edit(parent: QWidget, name: UnitName | None, put: Put[UnitName]) -> None:
        _name_dialog(parent, name, put).open()

    return RowsField(
        "names",
        "Các tên trước đây",
        [
            Column("name", FIELD["name"], lambda n: n.name, width=30),
            Column("from_on", FIELD["from_on"], lambda n: printed(n.from_on), width=12),
        ],
        edit,
        noun="tên trước đây",
        to_raw=_to_raw,
        from_raw=_from_raw,
    )


def _name_dialog(parent: QWidget, name: UnitName | None, put: Put[UnitName]) -> FormDialog:
    form = Form()
    form.add(
        [
            TextField("name", FIELD["name"], required=True),
            DateField("from_on", FIELD["from_on"], hint="Để trống là từ khi thành lập"),
        ]
    )
    if name is not None:
        form.set_values({"name": name.name, "from_on": name.from_on})

    def keep(values: dict[str, Any], _form_id: str) -> None:
        put(UnitName(values["name"], values["from_on"]))

    return FormDialog(parent, "Tên trước đây của đơn vị", form, keep, save_label="Xong")


def _to_raw(name: UnitName) -> list[Any]:
    return [name.name, name.from_on.iso if name.from_on else None]


def _from_raw(raw: list[Any]) -> UnitName:
    name, from_on = raw
    return UnitName(name, PartialDate.from_iso(from_on) if from_on else None)
