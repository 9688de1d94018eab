"""Ghi lần nộp: who hands in how much, who keeps which part; posts one receipt."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.errors import UserError
from ccb_desktop.domain.funds.dues import DuesPayment
from ccb_desktop.domain.funds.dues_sheet import Ticks
from ccb_desktop.domain.funds.funds import Fund, FundPurpose, MoneyPlace
from ccb_desktop.domain.funds.labels import MONEY_PLACE
from ccb_desktop.domain.labels import FIELD
from ccb_desktop.domain.money import format_dong, in_words
from ccb_desktop.domain.printing import number
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.funds.dues import record_payments
from ccb_desktop.operations.funds.hand_ins import (
    HandInForm,
    HandInPlan,
    hand_in_dues,
    plan_hand_in,
)
from ccb_desktop.ui.kit.choice_fields import ChoiceField, YesNoField
from ccb_desktop.ui.kit.date_field import DayField
from ccb_desktop.ui.kit.form import Form
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.fund_words import FundWords
from ccb_desktop.ui.kit.text_fields import TextField
from ccb_desktop.ui.kit.widgets import give_role, label

_OUTSIDE = 0
"""Chosen in place of a fund: the money passes no cash book here."""


class HandInDialog(FormDialog):
    """Shows the sum and how it is shared out before anything is posted."""

    def __init__(self, parent: QWidget, store: Store, words: FundWords, ticks: Ticks) -> None:
        """Build it; what is ticked does not change while it is open."""
        self._store = store
        self._words = words
        self._ticks = ticks
        self._said = label("")
        give_role(self._said, "notice")
        form = _form(words, ticks.sheet.unit_id)
        form.add_widget(self._said)
        self._tell(form.values())
        unit = words.unit_name(ticks.sheet.unit_id) or "Hội viên chưa có chi hội"
        amount = format_dong(ticks.amount_dong)
        super().__init__(
            parent,
            f"{unit} nộp hội phí năm {ticks.sheet.year}",
            form,
            self._post,
            intro=f"{number(ticks.people)} người nộp {amount} đồng "
            f"({in_words(ticks.amount_dong)}).",
            save_label="Ghi sổ phiếu thu",
        )
        form.changed.connect(self._say)

    def _payments(self, on: date) -> list[DuesPayment]:
        return list(self._ticks.payments(on))

    def _post(self, values: dict[str, Any], form_id: str) -> Change:
        on = values["handed_on"]
        if values["fund_id"] == _OUTSIDE:
            return record_payments(self._store, self._payments(on), form_id)
        return hand_in_dues(self._store, self._asked(values), self._payments(on), form_id)[0]

    def _asked(self, values: dict[str, Any]) -> HandInForm:
        sheet = self._ticks.sheet
        return HandInForm(
            unit_id=sheet.unit_id,
            year=sheet.year,
            handed_on=values["handed_on"] or date.today(),
            fund_id=values["fund_id"] or 0,
            place=values["place"] or MoneyPlace.CASH,
            payer=values["payer"] or "",
            note=values["note"] or "",
            share_stays=values["share_stays"] is not False,
        )

    def _say(self) -> None:
        """Tell what will come into which fund."""
        values = self.form.values()
        outside = values["fund_id"] == _OUTSIDE
        self.save_button.setText("Ghi đã nộp" if outside else "Ghi sổ phiếu thu")
        self._said.setVisible(values["fund_id"] is not None)
        self._tell(values)

    def _tell(self, values: dict[str, Any]) -> None:
        if values["fund_id"] == _OUTSIDE:
            self._said.setText("Chỉ ghi ai đã nộp; không có phiếu thu, tồn quỹ không đổi.")
        elif values["fund_id"] is not None:
            self._said.setText(self._explained(values))

    def _explained(self, values: dict[str, Any]) -> str:
        asked = self._asked(values)
        try:
            plan = plan_hand_in(self._store, asked, self._payments(asked.handed_on))
        except UserError as error:
            return str(error)
        return _said(plan, self._words.fund_name(asked.fund_id))


def hand_in_dialog(parent: QWidget, store: Store, words: FundWords, ticks: Ticks) -> HandInDialog:
    """The form for what is ticked."""
    return HandInDialog(parent, store, words, ticks)


def _form(words: FundWords, unit_id: int | None) -> Form:
    form = Form()
    funds = _offered(words, unit_id)
    form.add(
        [
            DayField("handed_on", "Ngày nộp", required=True),
            ChoiceField(
                "fund_id",
                "Vào quỹ",
                [*((fund.id, fund.name) for fund in funds), (_OUTSIDE, "Không qua sổ quỹ")],
                none="Chọn quỹ",
                required=True,
            ),
            ChoiceField("place", "Hình thức", list(MONEY_PLACE.items()), required=True),
            YesNoField(
                "share_stays",
                "Phần của chi hội theo tỷ lệ",
                yes="Chi hội giữ lại",
                no="Nộp cả về Hội",
            ),
            TextField("payer", "Người đi nộp", hint="Để trống thì ghi tên chi hội"),
            TextField("note", FIELD["note"]),
        ]
    )
    usual = next((fund.id for fund in funds if fund.purpose is FundPurpose.DUES), None)
    form.set_values(
        {
            "handed_on": date.today(),
            "fund_id": usual,
            "place": MoneyPlace.CASH,
            "share_stays": True,
        }
    )
    return form


def _offered(words: FundWords, unit_id: int | None) -> Sequence[Fund]:
    """Funds that may take dues: of the branch and of this chi hội, those for dues first."""
    open_now = [
        fund
        for fund in words.funds
        if fund.unit_id in (None, unit_id) and fund.is_open_on(words.on)
    ]
    return sorted(
        open_now, key=lambda fund: (fund.purpose is not FundPurpose.DUES, bool(fund.unit_id))
    )


def _said(plan: HandInPlan, fund_name: str) -> str:
    split = plan.split
    lines = [f"Phiếu thu: {format_dong(plan.received_dong)} đồng vào {fund_name}."]
    if plan.stays_dong and plan.share_fund is not None:
        stays = format_dong(plan.stays_dong)
        lines.append(f"Phiếu thu thứ hai: {stays} đồng vào {plan.share_fund.name}.")
    elif plan.stays_dong:
        stays = format_dong(plan.stays_dong)
        lines.append(f"Chi hội giữ lại {stays} đồng, không vào sổ quỹ của Hội.")
    if split.upper_dong:
        lines.append(f"Trong đó phải nộp cấp trên {format_dong(split.upper_dong)} đồng.")
    return "\n".join(lines)
