"""Kết thúc đơn vị: the last day of a unit, and where its people go on."""

from datetime import date

from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.labels import FIELD
from ccb_desktop.domain.long_jobs import Tell
from ccb_desktop.domain.members.units import Unit, UnitKind
from ccb_desktop.domain.unit_changes.orders import EndOrder
from ccb_desktop.domain.unit_changes.plans import Plan
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.members.unit_changes import change_units, plan_change
from ccb_desktop.ui.kit.choice_fields import ChoiceField
from ccb_desktop.ui.kit.date_field import DayField
from ccb_desktop.ui.kit.form import Form
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.widgets import label
from ccb_desktop.ui.members.unit_changes.guide import Guide
from ccb_desktop.ui.members.words import RosterWords

_NOBODY = {
    UnitKind.CHI_HOI: "Không có, chi hội đã hết hội viên",
    UnitKind.CLUB: "Không có, thành viên thôi tham gia",
}


class EndDialog(Guide):
    """Asks for the day and the heir."""

    def __init__(
        self,
        parent: QWidget,
        desk: Desk,
        store: Store,
        words: RosterWords,
        unit: Unit,
        members: int,
    ) -> None:
        title = f"Kết thúc {words.unit_name(unit.id)}"
        super().__init__(parent, desk, title, "Ngày cuối và đơn vị nhận", "Kết thúc đơn vị")
        self._store, self._unit = store, unit
        day = DayField("ended_on", "Ngày kết thúc", required=True, hint="Ngày cuối còn hoạt động")
        day.set_value(date.today())
        others = [u for u in words.standing_units(unit.kind) if u.id != unit.id]
        heir = ChoiceField(
            "successor_id",
            FIELD["successor_id"],
            [(other.id, words.unit_name(other.id)) for other in others],
            none=_NOBODY.get(unit.kind, ""),
        )
        heir.setVisible(unit.kind in _NOBODY)
        self.form = Form()
        self.form.add_widget(label(_what_happens(unit, members), "soft"))
        self.form.add([day, heir])
        self.begin(self.form)

    def order(self) -> EndOrder:
        """What is asked for."""
        return EndOrder(
            unit_id=self._unit.id or 0,
            last_day=self.form.field("ended_on").value(),
            heir_id=self.form.field("successor_id").value(),
        )

    def plan(self, order: EndOrder, report: Tell) -> Plan:
        """What it would do."""
        return plan_change(self._store, order)

    def write(self, order: EndOrder, report: Tell) -> Change:
        """End it."""
        return change_units(self._store, order, self.form_id)


def _what_happens(unit: Unit, members: int) -> str:
    if unit.kind is UnitKind.CHI_HOI:
        return f"Đang có {members} hội viên: tất cả chuyển sang đơn vị nhận vào ngày hôm sau."
    if unit.kind is UnitKind.PHAN_HOI:
        return f"Đang có {members} hội viên: vẫn ở chi hội, không còn thuộc phân hội."
    return f"Đang có {members} thành viên: sang câu lạc bộ nhận, hoặc thôi tham gia."
