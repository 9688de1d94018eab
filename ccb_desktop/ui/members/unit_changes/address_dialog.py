"""Đổi địa chỉ: one text in the addresses of many becomes another."""

from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.labels import FIELD
from ccb_desktop.domain.long_jobs import Tell
from ccb_desktop.domain.members.units import UnitKind
from ccb_desktop.domain.unit_changes.addresses import (
    ADDRESS,
    STREET_GROUP,
    AddressRule,
)
from ccb_desktop.domain.unit_changes.plans import Plan
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.members.addresses import change_many_addresses, plan_addresses
from ccb_desktop.ui.kit.choice_fields import ChoiceField
from ccb_desktop.ui.kit.form import Form
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.text_fields import TextField
from ccb_desktop.ui.kit.widgets import label
from ccb_desktop.ui.members.unit_changes.guide import Guide
from ccb_desktop.ui.members.words import RosterWords

_ADVICE = (
    "Chỉ đổi đúng cả chữ: “Tổ 1” không đụng đến “Tổ 12”. Địa chỉ trước khi đổi được giữ lại ở ô "
    "Nơi ở (tên cũ)."
)


class AddressDialog(Guide):
    """Asks for the rule; the plan shows every line."""

    def __init__(
        self,
        parent: QWidget,
        desk: Desk,
        store: Store,
        words: RosterWords,
        unit_id: int | None = None,
    ) -> None:
        super().__init__(parent, desk, "Đổi địa chỉ", "Chữ nào đổi thành chữ nào", "Đổi địa chỉ")
        self._store = store
        wards = sorted({unit.former_ward for unit in words.units if unit.former_ward})
        fields = [(name, FIELD[name]) for name in (ADDRESS, STREET_GROUP)]
        field = ChoiceField("field", "Đổi trong ô", fields, none="Chọn ô", required=True)
        field.set_value(ADDRESS)
        unit = ChoiceField("unit_id", "Chỉ của đơn vị", _units(words), none="Tất cả các đơn vị")
        ward = ChoiceField(
            "former_ward", "Chỉ của phường, xã cũ", [(w, w) for w in wards], none="Tất cả", empty=""
        )
        self.form = Form()
        self.form.add_widget(label(_ADVICE, "soft"))
        self.form.add(
            [
                field,
                TextField("old", "Chữ đang có", required=True),
                TextField("new", "Đổi thành", hint="Để trống là bỏ chữ ấy đi"),
                ward,
                unit,
            ]
        )
        self.form.set_values({"unit_id": unit_id})
        self.begin(self.form)

    def order(self) -> AddressRule:
        """The rule."""
        return AddressRule(**self.form.values())

    def plan(self, order: AddressRule, report: Tell) -> Plan:
        """Every line that would change."""
        return plan_addresses(self._store, order)

    def write(self, order: AddressRule, report: Tell) -> Change:
        """Change them."""
        return change_many_addresses(self._store, order, self.form_id)


def _units(words: RosterWords) -> list[tuple[int | None, str]]:
    found: list[tuple[int | None, str]] = []
    for kind in (UnitKind.CHI_HOI, UnitKind.CLUB):
        for unit in words.standing_units(kind):
            found.append((unit.id, words.unit_name(unit.id)))
            parts = words.standing_units(UnitKind.PHAN_HOI, unit.id)
            found += [(part.id, f"– {words.unit_name(part.id)}") for part in parts]
    return found
