"""Nộp lên cấp trên: what of the collected dues goes up, and the draft of its payment."""

from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.errors import Invalid, UserError
from ccb_desktop.domain.funds.dues_split import HAND_OVER_CATEGORY, HandOver
from ccb_desktop.domain.funds.funds import FundPurpose
from ccb_desktop.domain.funds.vouchers import Voucher, VoucherKind
from ccb_desktop.domain.money import format_dong
from ccb_desktop.domain.printing import short_date
from ccb_desktop.operations.branch import Store, load_branch
from ccb_desktop.operations.funds.dues import load_hand_over
from ccb_desktop.operations.funds.funds import list_funds
from ccb_desktop.operations.funds.vouchers import save_draft
from ccb_desktop.ui.kit.broadcast import Place
from ccb_desktop.ui.kit.choice_fields import ChoiceField
from ccb_desktop.ui.kit.date_field import DayField
from ccb_desktop.ui.kit.form import Form
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.widgets import give_role, label


class HandOverDialog(FormDialog):
    """Reckons for a period; the draft is looked at and posted among the vouchers."""

    def __init__(self, parent: QWidget, desk: Desk, store: Store) -> None:
        self._desk = desk
        self._store = store
        self._said = label("")
        give_role(self._said, "notice")
        today = date.today()
        form = Form()
        funds = [
            fund for fund in list_funds(store) if fund.unit_id is None and fund.is_open_on(today)
        ]
        form.add(
            [
                DayField("from_on", "Thu từ ngày", required=True),
                DayField("to_on", "Đến hết ngày", required=True),
                ChoiceField(
                    "fund_id",
                    "Chi từ quỹ",
                    [(fund.id, fund.name) for fund in funds],
                    none="Chọn quỹ",
                    required=True,
                ),
            ]
        )
        usual = next((fund.id for fund in funds if fund.purpose is FundPurpose.DUES), None)
        form.set_values(
            {"from_on": today.replace(month=1, day=1), "to_on": today, "fund_id": usual}
        )
        form.add_widget(self._said)
        self._asked = form
        self._say()
        super().__init__(
            parent, "Nộp hội phí lên cấp trên", form, self._prepare, save_label="Soạn phiếu chi"
        )
        form.changed.connect(self._say)

    def _found(self, values: dict[str, Any]) -> HandOver:
        return load_hand_over(self._store, values["from_on"], values["to_on"])

    def _prepare(self, values: dict[str, Any], form_id: str) -> Change:
        found = self._found(values)
        if not found.left_dong:
            raise Invalid({"to_on": "Kỳ này không còn gì phải nộp lên cấp trên."})
        first, last = short_date(found.from_on), short_date(found.to_on)
        branch = load_branch(self._store)
        change = save_draft(
            self._store,
            Voucher(
                kind=VoucherKind.PAYMENT,
                issued_on=date.today(),
                fund_id=values["fund_id"],
                amount_dong=found.left_dong,
                payer=branch.parent,
                content=f"Nộp hội phí lên cấp trên, thu từ ngày {first} đến ngày {last}",
                category=HAND_OVER_CATEGORY,
            ),
            form_id,
        )
        self._desk.broadcast.go_to(Place("funds", filters={"tab": "vouchers"}))
        return change

    def _say(self) -> None:
        values = self._asked.values()
        if values["from_on"] is None or values["to_on"] is None:
            self._said.setText("Ghi đủ hai ngày để tính.")
            return
        try:
            found = self._found(values)
        except UserError as error:
            self._said.setText(str(error))
            return
        self._said.setText(_said(found))


def _said(found: HandOver) -> str:
    split = found.collected
    lines = [
        f"Đã thu trong kỳ: {format_dong(split.total_dong)} đồng.",
        f"Chi hội giữ: {format_dong(split.chi_hoi_dong)} đồng. "
        f"Hội giữ: {format_dong(split.branch_dong)} đồng. "
        f"Nộp cấp trên: {format_dong(split.upper_dong)} đồng.",
        f"Đã nộp cấp trên trong kỳ: {format_dong(found.paid_up_dong)} đồng.",
        f"Còn phải nộp: {format_dong(found.left_dong)} đồng.",
    ]
    if found.outside_dong:
        lines.append(f"Trong số đã thu có {format_dong(found.outside_dong)} đồng không qua sổ quỹ.")
    return "\n".join(lines)
