"""Targets of a campaign: typed by unit, so much per head, or as in another campaign."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.errors import UserError
from ccb_desktop.domain.funds.campaigns import Campaign
from ccb_desktop.domain.funds.labels import FIELD as MONEY_FIELD
from ccb_desktop.domain.money import format_dong, in_words
from ccb_desktop.domain.printing import short_date
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.funds import campaigns
from ccb_desktop.ui.kit import messages
from ccb_desktop.ui.kit.choice_fields import ChoiceField
from ccb_desktop.ui.kit.field_row import FieldRow
from ccb_desktop.ui.kit.form import Form
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.fund_words import FundWords
from ccb_desktop.ui.kit.text_fields import AmountField
from ccb_desktop.ui.kit.widgets import FlowLayout, button, label

_UNIT = "unit_"


class TargetsDialog(FormDialog):
    """One amount for each chi hội, their sum below."""

    def __init__(
        self,
        parent: QWidget,
        store: Store,
        words: FundWords,
        campaign: Campaign,
        others: Sequence[Campaign],
    ) -> None:
        """Build the dialog; show it with `open()`.

        Args:
            parent: The tab it belongs to.
            store: The books.
            words: The units there are.
            campaign: Whose targets.
            others: The campaigns whose targets can be copied.
        """
        self._store = store
        self._campaign = campaign
        known = campaigns.targets_of(store, campaign.id or 0)
        self._per_head = AmountField("per_head", MONEY_FIELD["per_head_dong"])
        self._per_head.set_value(campaign.per_head_dong)
        self._other = ChoiceField(
            "other", "Đợt khác", [(one.id, one.name) for one in others], none="Chọn đợt"
        )
        self._sum = label("", "heading")
        form = Form()
        asked = [(self._per_head, 15), (self._other, 18)]
        form.add_widget(FieldRow(asked if others else asked[:1]))
        form.add_widget(self._tools(others))
        form.add(_fields(words, known))
        form.add_widget(self._sum)
        self._show(form, known)
        form.settle()
        super().__init__(
            parent, f"Giao chỉ tiêu: {campaign.name}", form, self._write, save_label="Giao chỉ tiêu"
        )
        form.changed.connect(self._tell_sum)
        self._tell_sum()

    def _tools(self, others: Sequence[Campaign]) -> QWidget:
        """How the grid is filled at once."""
        ground = QWidget()
        flow = FlowLayout(ground, spacing=10)
        flow.addWidget(button("Tính theo đầu người", self.fill_per_head, icon="members"))
        if others:
            flow.addWidget(button("Chép chỉ tiêu", self.copy, icon="columns"))
        return ground

    def fill_per_head(self) -> None:
        """So much for each member of a unit on the first day of the campaign."""
        amount = self._per_head.value()
        if not amount:
            self._per_head.show_problem("Ghi mức mỗi hội viên trước.")
            self._per_head.focus()
            return
        on = self._campaign.from_on or date.today()
        self._fill(lambda: campaigns.propose_targets(self._store, amount, on))
        self.set_intro(
            f"Đã tính theo số hội viên ngày {short_date(on)}. Xem lại từng chi hội, sửa được."
        )

    def copy(self) -> None:
        """The targets of another campaign."""
        other = self._other.value()
        if other is None:
            self._other.show_problem("Chọn đợt để chép.")
            return
        self._fill(lambda: campaigns.targets_of(self._store, other))

    def _fill(self, read: Any) -> None:
        try:
            found = read()
        except UserError as error:
            messages.tell(self, error)
            return
        self._show(self.form, found)
        self.form.changed.emit()

    @staticmethod
    def _show(form: Form, by_unit: Mapping[int, int]) -> None:
        for name, field in form.fields.items():
            field.set_value(by_unit.get(int(name.removeprefix(_UNIT))) or None)

    def _tell_sum(self) -> None:
        total = sum(value or 0 for value in self.form.values().values())
        told = f"Cộng: {format_dong(total)} đồng"
        self._sum.setText(f"{told} ({in_words(total)})" if total else told)

    def _write(self, values: dict[str, Any], form_id: str) -> Change:
        by_unit = {int(name.removeprefix(_UNIT)): value or 0 for name, value in values.items()}
        return campaigns.save_targets(self._store, self._campaign.id or 0, by_unit, form_id)


def _fields(words: FundWords, known: Mapping[int, int]) -> list[AmountField]:
    """Every chi hội in being, and every other unit that was asked."""
    offered = dict(words.unit_choices())
    more = {unit_id: words.unit_name(unit_id) for unit_id in known if unit_id not in offered}
    return [AmountField(f"{_UNIT}{own}", name) for own, name in (offered | more).items()]
