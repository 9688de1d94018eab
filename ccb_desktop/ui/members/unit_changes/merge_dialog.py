"""Gộp đơn vị: several units become one on a day."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.long_jobs import Tell
from ccb_desktop.domain.members.units import Unit, UnitKind
from ccb_desktop.domain.unit_changes.orders import MergeOrder, Parts
from ccb_desktop.domain.unit_changes.plans import Plan
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.members.unit_changes import change_units, plan_change
from ccb_desktop.ui.kit.choice_fields import ChoiceField
from ccb_desktop.ui.kit.date_field import DayField
from ccb_desktop.ui.kit.form import Form
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.widgets import label
from ccb_desktop.ui.members.unit_changes.guide import Guide
from ccb_desktop.ui.members.unit_changes.into_fields import IntoFields
from ccb_desktop.ui.members.words import RosterWords

_PARTS = (
    (Parts.GO_ALONG, "Đi theo sang đơn vị mới, giữ tên"),
    (Parts.DISSOLVE, "Thôi phân hội, mọi người về thẳng chi hội"),
    (Parts.ONE_EACH, "Mỗi chi hội cũ thành một phân hội"),
)


class MergeDialog(Guide):
    """Asks for the day and what the units become."""

    def __init__(
        self, parent: QWidget, desk: Desk, store: Store, words: RosterWords, units: Sequence[Unit]
    ) -> None:
        super().__init__(parent, desk, "Gộp đơn vị", "Gộp thành đơn vị nào", "Gộp đơn vị")
        self._store, self._units = store, tuple(units)
        first = units[0]
        chosen = [
            (unit.id or 0, f"{words.unit_name(unit.id)} (nhận các đơn vị kia)") for unit in units
        ]
        others = [
            (unit.id or 0, words.unit_name(unit.id))
            for unit in words.standing_units(first.kind)
            if unit not in units and unit.parent_id == first.parent_id
        ]
        codes = [unit.code for unit in words.units]
        self.into = IntoFields([*chosen, *others], [first.kind], codes, "Gộp thành")
        day = DayField("on", "Ngày gộp", required=True, hint="Ngày đầu tiên của đơn vị sau khi gộp")
        day.set_value(date.today())
        self.parts = ChoiceField("parts", "Các phân hội", _PARTS, none="Chọn", required=True)
        self.parts.set_value(Parts.GO_ALONG)
        self.parts.setVisible(first.kind is UnitKind.CHI_HOI)
        names = ", ".join(words.unit_name(unit.id) for unit in units)
        self.form = Form()
        self.form.add_widget(label(f"Gộp {len(units)} đơn vị: {names}.", "soft"))
        self.form.add([*self.into.fields, day, self.parts])
        self.begin(self.form)

    def order(self) -> MergeOrder:
        """What is asked for."""
        return MergeOrder(
            unit_ids=tuple(unit.id or 0 for unit in self._units),
            on=self.form.field("on").value(),
            into=self.into.target(),
            parts=self.parts.value(),
        )

    def plan(self, order: MergeOrder, report: Tell) -> Plan:
        """What it would do."""
        return plan_change(self._store, order)

    def write(self, order: MergeOrder, report: Tell) -> Change:
        """Merge."""
        return change_units(self._store, order, self.form_id)
