"""Entering help for a house: whose it is, how far it is, who gives how much."""

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.funds.funds import MoneyPlace
from ccb_desktop.domain.funds.labels import FIELD as MONEY_FIELD
from ccb_desktop.domain.funds.labels import PLACE_OF_MONEY
from ccb_desktop.domain.funds.lines import Payer
from ccb_desktop.domain.labels import FIELD
from ccb_desktop.domain.money import format_dong, in_words
from ccb_desktop.domain.printing import short_date
from ccb_desktop.domain.visits.housing import HousingPayment, HousingSupport
from ccb_desktop.domain.visits.labels import FIELD as VISIT_FIELD
from ccb_desktop.domain.visits.labels import HOUSING_KIND
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.visits.housing import save_housing
from ccb_desktop.ui.kit import messages
from ccb_desktop.ui.kit.choice_fields import ChoiceField
from ccb_desktop.ui.kit.date_field import DayField
from ccb_desktop.ui.kit.form import Form
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.form_field import Field
from ccb_desktop.ui.kit.fund_words import FundWords
from ccb_desktop.ui.kit.held_note import HeldNote
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.payer_field import PayerField, load_payers
from ccb_desktop.ui.kit.text_fields import AmountField, TextField
from ccb_desktop.ui.kit.widgets import label
from ccb_desktop.ui.visits.housing.lines import HEAD
from ccb_desktop.ui.visits.housing.sources_field import sources_field

POST = "Ghi sổ phiếu chi"
STAYS = "Phiếu chi vào sổ thì không sửa được nữa; ghi nhầm thì hủy bằng phiếu hủy."
_OF_BOOK = ("fund_id", "place", "paid_on")
_OF_PAYMENT = ("head_name", "unit_id", "branch_dong", *_OF_BOOK)


class HousingDialog(FormDialog):
    """A new house, or one that is followed up; what is paid already is only told."""

    def __init__(
        self,
        parent: QWidget,
        desk: Desk,
        store: Store,
        words: FundWords,
        support: HousingSupport,
        payment_no: str = "",
    ) -> None:
        """Build the dialog; show it with `open()`.

        Args:
            parent: The tab it belongs to.
            desk: Where people are read.
            store: The books.
            words: The funds and units there are.
            support: What is known; without an id a new one is entered.
            payment_no: The number of its payment, where it is paid already.
        """
        self._store = store
        self._words = words
        self._support = support
        self._head = PayerField("head_name", HEAD, required=True, hint="Gõ tên để chọn hội viên")
        self._raised = label("", "soft")
        self._balance = HeldNote(store, words)
        form = self._form()
        super().__init__(
            parent,
            "Hỗ trợ nhà ở" if support.id is None else f"Hỗ trợ nhà ở: {support.head_name}",
            form,
            self._write,
            intro=self._intro_of(payment_no),
        )
        self._head.payer_chosen.connect(self._take_payer)
        form.changed.connect(self._follow)
        self.renewed.connect(self._follow)
        self._follow()
        load_payers(self._head, desk, store, words.on)

    def _form(self) -> Form:
        form, words = Form(), self._words
        form.add([self._head, ChoiceField("unit_id", FIELD["unit"], words.unit_choices())])
        form.add(
            [
                ChoiceField("kind", "Loại", list(HOUSING_KIND.items())),
                AmountField("cost_dong", VISIT_FIELD["cost_dong"], hint="Chưa rõ thì để trống"),
                DayField("started_on", VISIT_FIELD["started_on"], hint="Chưa làm thì để trống"),
                DayField(
                    "handed_over_on", VISIT_FIELD["handed_over_on"], hint="Chưa xong thì để trống"
                ),
            ]
        )
        form.add(_branch_fields(words), heading="" if self._support.is_paid else "Tiền Hội chi")
        form.add_widget(self._balance)
        form.add([sources_field()])
        form.add_widget(self._raised)
        form.add([TextField("note", FIELD["note"], wide=True)])
        values = {name: getattr(self._support, name, None) for name in form.fields}
        for name in ("cost_dong", "branch_dong"):
            values[name] = values[name] or None
        form.set_values(values | {"place": MoneyPlace.CASH, "paid_on": words.on, "fund_id": None})
        self._head.set_person(self._support.head_name, self._support.person_id)
        if self._support.is_paid:
            for name in _OF_PAYMENT:
                form.field(name).hide()
        form.settle()
        return form

    def _intro_of(self, payment_no: str) -> str:
        if not self._support.is_paid:
            return ""
        one = self._support
        return (
            f"Phiếu chi {payment_no}: {format_dong(one.branch_dong)} đồng cho {one.head_name}, "
            "đã ghi sổ nên không sửa ở đây. Ghi nhầm thì hủy phiếu chi rồi ghi lại."
        )

    # What follows from what is typed

    def _follow(self) -> None:
        values = self.form.values()
        if not self._support.is_paid:
            for name in ("place", "paid_on"):
                self.form.field(name).setVisible(values["fund_id"] is not None)
            self.save_button.setText(POST if self._payment(values) else "Lưu")
        self._say_raised(values)
        self._say_balance(values)

    def _say_raised(self, values: dict[str, Any]) -> None:
        one = self._written(values)
        there, cost = format_dong(one.raised_dong), format_dong(one.cost_dong)
        if not one.cost_dong:
            told = f"Đã có {there} đồng." if one.raised_dong else ""
        elif one.lacking_dong:
            lacking = format_dong(one.lacking_dong)
            told = f"Đã có {there} trên tổng chi phí {cost} đồng; còn thiếu {lacking} đồng."
        else:
            told = f"Đã có {there} đồng, đủ tổng chi phí."
        self._raised.setText(told)
        self._raised.setVisible(bool(told))

    def _say_balance(self, values: dict[str, Any]) -> None:
        payment = self._payment(values)
        self._balance.setVisible(payment is not None)
        if payment is not None:
            given = values["branch_dong"] or 0
            self._balance.tell(payment.fund_id, payment.place, payment.paid_on, -given)

    def _take_payer(self, payer: Payer) -> None:
        """A member brings his chi hội along."""
        unit = self.form.field("unit_id")
        if payer.unit_id in dict(self._words.unit_choices()):
            unit.set_value(payer.unit_id)

    # Saving

    def save(self) -> bool:
        """Save; ask first where a payment is posted."""
        if not self.is_filled_in():
            return False
        values = self.form.values()
        payment = self._payment(values)
        if payment is None or not values["branch_dong"]:
            return super().save()
        messages.ask(
            self,
            f"Chi {format_dong(values['branch_dong'])} đồng hỗ trợ nhà cho "
            f"{values['head_name']}?\n{in_words(values['branch_dong'])}. "
            f"{self._words.fund_name(payment.fund_id)}, ngày {short_date(payment.paid_on)}.\n"
            f"{STAYS}",
            [(POST, super().save)],
            stay="Xem lại",
            posts=True,
        )
        return False

    def _write(self, values: dict[str, Any], form_id: str) -> Change:
        return save_housing(self._store, self._written(values), self._payment(values), form_id)

    def _payment(self, values: dict[str, Any]) -> HousingPayment | None:
        """From which fund it is paid now; `None` where it does not pass one."""
        if self._support.is_paid or values["fund_id"] is None or values["paid_on"] is None:
            return None
        return HousingPayment(values["fund_id"], values["paid_on"], values["place"])

    def _written(self, values: dict[str, Any]) -> HousingSupport:
        """The house as it stands in the form."""
        said = {name: text for name, text in values.items() if name not in _OF_BOOK}
        for name in ("cost_dong", "branch_dong"):
            said[name] = said[name] or 0
        return replace(self._support, **said, person_id=self._head.person_id)


def _branch_fields(words: FundWords) -> list[Field]:
    bank = [(MoneyPlace.BANK, PLACE_OF_MONEY[MoneyPlace.BANK])]
    return [
        AmountField("branch_dong", VISIT_FIELD["branch_dong"]),
        ChoiceField("fund_id", "Chi từ quỹ", words.fund_choices(), none="Không qua sổ quỹ"),
        ChoiceField(
            "place",
            MONEY_FIELD["place"],
            bank,
            none=PLACE_OF_MONEY[MoneyPlace.CASH],
            empty=MoneyPlace.CASH,
        ),
        DayField("paid_on", "Ngày chi", required=True),
    ]
