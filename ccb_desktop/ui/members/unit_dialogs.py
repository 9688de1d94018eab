"""Founding, correcting and renaming a unit."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.labels import FIELD, UNIT_KIND
from ccb_desktop.domain.members.units import Unit, UnitKind, UnitName
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.members.units import list_units, rename_unit, save_unit
from ccb_desktop.ui.kit.choice_fields import ChoiceField
from ccb_desktop.ui.kit.date_field import DateField
from ccb_desktop.ui.kit.form import Form
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.form_field import Field
from ccb_desktop.ui.kit.text_fields import TextField
from ccb_desktop.ui.members.names_field import names_field
from ccb_desktop.ui.members.unit_field import UnitField
from ccb_desktop.ui.members.words import RosterWords

_FOUNDED = (UnitKind.CHI_HOI, UnitKind.PHAN_HOI, UnitKind.CLUB)
_CODE = {UnitKind.CHI_HOI: "CH", UnitKind.PHAN_HOI: "PH", UnitKind.CLUB: "CLB"}
_KEPT = ("code", "founded_on", "former_ward", "contact_name", "contact_phone", "note")


class FoundDialog(FormDialog):
    """Founds a unit; the code follows the kind unless one was typed."""

    def __init__(
        self,
        parent: QWidget,
        store: Store,
        words: RosterWords,
        *,
        kind: UnitKind | None = None,
        parent_id: int | None = None,
    ) -> None:
        """Build the dialog; show it with `open()`.

        Args:
            parent: The page it belongs to.
            store: The books.
            words: The units there are.
            kind: What is founded, where that is known.
            parent_id: The chi hội of a phân hội, where that is known.
        """
        self._store = store
        self._offered = ""
        self._kind = ChoiceField(
            "kind",
            FIELD["kind"],
            [(k, UNIT_KIND[k]) for k in _FOUNDED],
            none="Chọn loại đơn vị",
            required=True,
        )
        self._parent = UnitField(words, name="parent", text="Thuộc chi hội")
        self._code = TextField("code", FIELD["code"], required=True)
        form = Form()
        form.add([self._kind, self._parent])
        form.add([TextField("name", FIELD["name"], required=True), self._code, *_further_fields()])
        form.set_values({"kind": kind, "parent": parent_id})
        self._follow_kind()
        super().__init__(parent, "Lập đơn vị", form, self._keep, save_label="Lập đơn vị", more=True)
        self._kind.changed.connect(self._follow_kind)
        self.renewed.connect(self._follow_kind)

    def _follow_kind(self) -> None:
        kind = self._kind.value()
        self._parent.ask(wanted=kind is UnitKind.PHAN_HOI)
        self._parent.parts.hide()
        if self._code.value() in ("", self._offered):
            codes = [unit.code for unit in list_units(self._store)]
            self._offered = free_code(kind, codes) if kind else ""
            self._code.set_value(self._offered)

    def _keep(self, values: dict[str, Any], form_id: str) -> Change:
        kind = values["kind"]
        unit = Unit(
            kind=kind,
            names=(UnitName(values["name"]),),
            parent_id=values["parent"] if kind is UnitKind.PHAN_HOI else None,
            **{name: values[name] for name in _KEPT},
        )
        return save_unit(self._store, unit, form_id)


def correct_dialog(parent: QWidget, store: Store, words: RosterWords, unit: Unit) -> FormDialog:
    """A window to correct a unit; its names too, where they or their days were written wrong.

    Of a unit that has ended, its last day and the unit that took its members.
    """
    form = Form()
    form.add(
        [
            TextField(
                "name",
                FIELD["name"],
                required=True,
                hint="Sửa khi ghi sai; đổi tên thật thì dùng “Đổi tên”",
            ),
            TextField("code", FIELD["code"], required=True),
            *_further_fields(),
        ]
    )
    *earlier, present = unit.names
    if earlier:
        form.add([DateField("from_on", "Mang tên này từ ngày", required=True), names_field()])
    if unit.ended_on is not None:
        form.add(_end_fields(words, unit))
        form.set_values({"ended_on": unit.ended_on, "successor_id": unit.successor_id})
    form.set_values({name: getattr(unit, name) for name in _KEPT})
    form.set_values({"name": present.name, "from_on": present.from_on, "names": earlier})

    def keep(values: dict[str, Any], form_id: str) -> Change:
        name = UnitName(values.pop("name"), values.pop("from_on", None))
        names = (*values.pop("names", ()), name)
        if values.get("ended_on") is None:
            values["successor_id"] = None
        return save_unit(store, replace(unit, names=_in_order(names), **values), form_id)

    return FormDialog(parent, f"Sửa {unit.name}", form, keep)


def _end_fields(words: RosterWords, unit: Unit) -> list[Field]:
    others = [u for u in words.units if u.kind is unit.kind and u.id != unit.id]
    return [
        DateField(
            "ended_on", FIELD["ended_on"], hint="Biến động của hội viên giữ nguyên như đã ghi"
        ),
        ChoiceField(
            "successor_id",
            FIELD["successor_id"],
            [(other.id, words.unit_name(other.id)) for other in others],
            none="Không có hoặc chưa rõ",
        ),
    ]


def _in_order(names: Sequence[UnitName]) -> tuple[UnitName, ...]:
    """The names by the day from which they were borne.

    Raises:
        Invalid: The present name does not come last.
    """
    ordered = sorted(names, key=lambda n: n.from_on.first_day if n.from_on else date.min)
    if ordered[-1] is not names[-1]:
        raise Invalid({"from_on": "Tên đang mang phải có từ sau các tên trước đây."})
    return tuple(ordered)


def rename_dialog(parent: QWidget, store: Store, unit: Unit) -> FormDialog:
    """A window to give a unit another name from a day on."""
    form = Form()
    form.add(
        [
            TextField("name", "Tên mới", required=True),
            DateField("from_on", FIELD["from_on"], required=True),
        ]
    )

    def keep(values: dict[str, Any], form_id: str) -> Change:
        return rename_unit(store, unit, values["name"], values["from_on"], form_id)

    intro = f"Giấy tờ, báo cáo của những ngày trước đó vẫn mang tên {unit.name}."
    return FormDialog(parent, f"Đổi tên {unit.name}", form, keep, intro=intro, save_label="Đổi tên")


def free_code(kind: UnitKind, codes: Iterable[str]) -> str:
    """The first code of this kind that is not among those that units ever had: `CH1` …."""
    taken = {code.upper() for code in codes}
    number = 1
    while f"{_CODE[kind]}{number}" in taken:
        number += 1
    return f"{_CODE[kind]}{number}"


def _further_fields() -> list[Field]:
    return [
        DateField("founded_on", FIELD["founded_on"]),
        TextField("former_ward", FIELD["former_ward"], hint="Phường, xã trước khi sáp nhập"),
        TextField("contact_name", FIELD["contact_name"]),
        TextField("contact_phone", FIELD["contact_phone"]),
        TextField("note", FIELD["note"], wide=True),
    ]
