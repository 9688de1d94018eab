"""Entering what one donor gave: by the keyboard from the name to the amount and on to the next."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.funds.campaigns import Campaign, Contribution, DonorKind
from ccb_desktop.domain.funds.labels import FIELD as MONEY_FIELD
from ccb_desktop.domain.funds.lines import Payer
from ccb_desktop.domain.labels import FIELD
from ccb_desktop.domain.money import format_dong, in_words
from ccb_desktop.domain.printing import short_date
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.funds import contributions
from ccb_desktop.ui.funds.campaigns.gift_fields import (
    POST,
    STAYS,
    ask_where,
    booking_fields,
    donor_kind_field,
    first_values,
    unit_field,
)
from ccb_desktop.ui.kit import messages
from ccb_desktop.ui.kit.form import Form
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.fund_words import FundWords
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.payer_field import PayerField, load_payers
from ccb_desktop.ui.kit.text_fields import AmountField, TextField

_KEPT = ("donor_kind", "unit_id", "given_on", "through_book", "fund_id", "place")


class GiftDialog(FormDialog):
    """A new gift, or one that has no receipt and is corrected."""

    def __init__(
        self,
        parent: QWidget,
        desk: Desk,
        store: Store,
        words: FundWords,
        campaign: Campaign,
        gift: Contribution | None = None,
    ) -> None:
        """Build the dialog; show it with `open()`.

        Args:
            parent: The tab it belongs to.
            desk: Where people are read.
            store: The books.
            words: The funds and units there are.
            campaign: To what is given.
            gift: What is corrected; a new one when `None`.
        """
        self._store = store
        self._words = words
        self._campaign = campaign
        self._gift = gift
        self._was_saved = False
        self._donor = PayerField(
            "donor", MONEY_FIELD["donor"], required=True, hint="Gõ tên để chọn hội viên"
        )
        form = self._form()
        title = "Ghi ủng hộ" if gift is None else "Sửa khoản ủng hộ"
        super().__init__(
            parent,
            f"{title}: {campaign.name}",
            form,
            self._write,
            more=gift is None,
            more_label="Ghi và thêm người nữa",
        )
        self._donor.payer_chosen.connect(self._take_payer)
        form.field("donor_kind").changed.connect(self._follow_kind)
        form.field("unit_id").changed.connect(self._name_unit)
        form.changed.connect(self._follow)
        self.renewed.connect(self._follow)
        self._follow()
        load_payers(self._donor, desk, store, words.on)

    def _form(self) -> Form:
        form = Form()
        form.add(
            [
                self._donor,
                donor_kind_field(),
                unit_field(self._words),
                AmountField("amount_dong", MONEY_FIELD["amount_dong"]),
                TextField("goods", MONEY_FIELD["goods"], hint="Ví dụ: 50 kg gạo"),
                AmountField("goods_value_dong", MONEY_FIELD["goods_value_dong"]),
                *booking_fields(self._words),
                TextField("note", FIELD["note"]),
            ]
        )
        if self._gift is None:
            first = {"donor_kind": DonorKind.MEMBER, **first_values(self._words, self._campaign)}
            form.set_values(first)
        else:
            form.set_values({name: getattr(self._gift, name) for name in form.fields})
            for name in ("amount_dong", "goods_value_dong"):
                form.field(name).set_value(getattr(self._gift, name) or None)
            form.field("through_book").hide()
            self._donor.set_person(self._gift.donor, self._gift.person_id)
            form.settle()
        return form

    # What follows from what is typed

    def _follow(self) -> None:
        if self._gift is None:
            ask_where(self.form)
            self.save_button.setText(POST if self._is_booked() else "Ghi ủng hộ")
        else:
            for name in ("fund_id", "place"):
                self.form.field(name).hide()

    def _is_booked(self) -> bool:
        values = self.form.values()
        return values["through_book"] is True and bool(values["amount_dong"])

    def _take_payer(self, payer: Payer) -> None:
        """A member brings his unit along."""
        unit = self.form.field("unit_id")
        if payer.unit_id in dict(self._words.unit_choices()):
            unit.set_value(payer.unit_id)

    def _follow_kind(self) -> None:
        """Somebody from outside belongs to no unit, unless one is said."""
        if self.form.field("donor_kind").value() is DonorKind.OUTSIDER:
            self.form.field("unit_id").set_value(None)
        self._name_unit()

    def _name_unit(self) -> None:
        """A unit that gives is called by its name."""
        unit_id = self.form.field("unit_id").value()
        is_unit = self.form.field("donor_kind").value() is DonorKind.UNIT
        if is_unit and unit_id is not None and not self._donor.value():
            self._donor.set_person(self._words.unit_name(unit_id), None)

    # Saving

    def save(self) -> bool:
        """Save; ask first where a receipt is posted."""
        return self._ask(super().save)

    def save_and_go_on(self) -> None:
        """The same, and begin the next gift of this kind, unit and day."""
        self._ask(self._go_on)

    def _go_on(self) -> None:
        kept = {name: self.form.field(name).value() for name in _KEPT}
        super().save_and_go_on()
        if self._was_saved:
            self._was_saved = False
            self.form.set_values(kept)
            self._follow()

    def _ask(self, then: Callable[[], Any]) -> bool:
        if not self.is_filled_in():
            return False
        if self._gift is not None or not self._is_booked():
            return bool(then())
        gift = self._written()
        fund = self._words.fund_name(gift.fund_id)
        messages.ask(
            self,
            f"Ghi sổ {format_dong(gift.amount_dong)} đồng của {gift.donor}?\n"
            f"{in_words(gift.amount_dong)}. {fund}, ngày {short_date(gift.given_on)}.\n{STAYS}",
            [(POST, then)],
            stay="Xem lại",
            posts=True,
        )
        return False

    def _write(self, _values: dict[str, Any], form_id: str) -> Change:
        if self._gift is None:
            change, _posted = contributions.give(self._store, [self._written()], form_id=form_id)
        else:
            change = contributions.save_contribution(self._store, self._written(), form_id)
        self._was_saved = True
        return change

    def _written(self) -> Contribution:
        """The gift as it stands in the form."""
        values = self.form.values()
        for name in ("amount_dong", "goods_value_dong"):
            values[name] = values[name] or 0
        if self._gift is not None:
            values["through_book"] = self._gift.through_book
        if not values["through_book"]:
            values["fund_id"] = None
        return Contribution(
            id=self._gift.id if self._gift else None,
            campaign_id=self._campaign.id or 0,
            person_id=self._donor.person_id,
            **values,
        )
