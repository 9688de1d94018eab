"""Small windows of a house: handed over to its family, its payment voided, members in need."""

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.labels import FIELD
from ccb_desktop.domain.members.households import state_in
from ccb_desktop.domain.money import format_dong
from ccb_desktop.domain.visits.housing import HousingSupport
from ccb_desktop.domain.visits.housing_lines import HouseInNeed, HousingLine
from ccb_desktop.domain.visits.labels import FIELD as VISIT_FIELD
from ccb_desktop.operations.branch import Store, list_codes
from ccb_desktop.operations.visits import housing
from ccb_desktop.ui.kit.choice_fields import ChoiceField
from ccb_desktop.ui.kit.columns import Act
from ccb_desktop.ui.kit.date_field import DayField
from ccb_desktop.ui.kit.empty_note import EmptyText
from ccb_desktop.ui.kit.form import Form
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.list_dialog import ListDialog
from ccb_desktop.ui.kit.picker_fields import SuggestField, among
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.kit.text_fields import AmountField
from ccb_desktop.ui.visits.housing.lines import need_columns

_REASONS = ("Ghi nhầm số tiền", "Ghi nhầm quỹ", "Ghi nhầm người", "Ghi trùng", "Trả lại tiền")


def hand_over_dialog(parent: QWidget, store: Store, support: HousingSupport) -> FormDialog:
    """A window that notes the handing over, and how the household lives from then on."""
    home = housing.household_of(store, support)
    form = Form()
    form.add(
        [
            DayField("on", VISIT_FIELD["handed_over_on"], required=True),
            AmountField("cost_dong", "Tổng chi phí thực tế"),
        ]
    )
    if home is not None:
        states = [(code.code, code.label) for code in list_codes(store, "HOUSE")]
        today = date.today()
        now = dict(states).get(state_in(home.years, today.year).house_state, "chưa ghi")
        form.add(
            [
                ChoiceField(
                    "house_state",
                    "Nhà ở của hộ từ năm bàn giao",
                    states,
                    none="Để nguyên như đang ghi",
                    hint=f"Hồ sơ đang ghi: {now}",
                    wide=True,
                )
            ]
        )
    form.set_values({"on": date.today(), "cost_dong": support.cost_dong or None})

    def save(values: dict[str, Any], form_id: str) -> Change:
        return housing.hand_over(
            store,
            support.id or 0,
            values["on"],
            values["cost_dong"] or 0,
            values.get("house_state") or "",
            form_id,
        )

    return FormDialog(
        parent, f"Bàn giao nhà: {support.head_name}", form, save, save_label="Ghi bàn giao"
    )


def void_dialog(parent: QWidget, store: Store, line: HousingLine) -> FormDialog:
    """A window that asks why the payment for a house is voided."""
    support = line.support
    form = Form()
    form.add([SuggestField("reason", FIELD["reason"], among(_REASONS), required=True, wide=True)])

    def save(values: dict[str, Any], form_id: str) -> Change:
        return housing.void_housing(store, support.id or 0, values["reason"], form_id)

    return FormDialog(
        parent,
        f"Hủy phiếu chi {line.payment}",
        form,
        save,
        intro=f"{format_dong(support.branch_dong)} đồng hỗ trợ nhà của {support.head_name}. Sổ "
        "giữ cả phiếu cũ và phiếu hủy ghi ngược lại; khoản này thôi tính từ hôm nay, sau đó "
        "ghi lại cho đúng được.",
        save_label="Hủy phiếu chi",
    )


class NeedDialog(ListDialog):
    """The members whose houses are dilapidated; one is chosen to be helped."""

    def __init__(
        self, parent: QWidget, store: Store, begin: Callable[[HouseInNeed], object]
    ) -> None:
        """Build and fill the window; `begin` starts the help for a house."""
        super().__init__(parent, "Hội viên ở nhà tạm, dột nát")
        self._begin = begin
        poverty = {code.code: code.label for code in list_codes(store, "POVERTY")}
        table: RecordTable[HouseInNeed] = RecordTable(
            "houses-in-need",
            need_columns(poverty),
            id_of=lambda one: one.household_id,
            acts=[Act("Ghi hỗ trợ", self._choose, icon="add", main=True, duties=())],
            noun="hộ",
            empty=EmptyText(
                "Không còn hộ nào",
                "Hộ hội viên có nhà ở ghi “Tạm, dột nát” mà chưa được hỗ trợ thì hiện ở đây.",
            ),
        )
        homes = housing.list_in_need(store, date.today())
        self.show_list(
            table,
            homes,
            note="Theo hồ sơ hộ gia đình năm nay; hộ đang được hỗ trợ không kể ở đây.",
        )
        table.choose_ids({home.household_id for home in homes[:1]})

    def _choose(self, chosen: list[HouseInNeed]) -> None:
        self.accept()
        self._begin(chosen[0])
