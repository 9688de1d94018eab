"""Somebody on the list of a round: a member looked up, an outsider, or a line corrected."""

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.funds.labels import FIELD as MONEY_FIELD
from ccb_desktop.domain.funds.lines import Payer
from ccb_desktop.domain.labels import FIELD
from ccb_desktop.domain.visits.labels import FIELD as VISIT_FIELD
from ccb_desktop.domain.visits.labels import RECIPIENT_KIND
from ccb_desktop.domain.visits.rounds import GiftRound, RoundRecipient
from ccb_desktop.domain.visits.visits import RecipientKind
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.visits.rounds import save_recipient
from ccb_desktop.ui.kit.choice_fields import ChoiceField
from ccb_desktop.ui.kit.form import Form
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.fund_words import FundWords
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.payer_field import PayerField, load_payers
from ccb_desktop.ui.kit.text_fields import AmountField, LongTextField, TextField

_AMOUNTS = ("amount_dong", "goods_value_dong")


class RecipientDialog(FormDialog):
    """A new line, or one that is corrected."""

    def __init__(
        self,
        parent: QWidget,
        desk: Desk,
        store: Store,
        words: FundWords,
        gift_round: GiftRound,
        line: RoundRecipient | None = None,
    ) -> None:
        """Build the dialog; show it with `open()`.

        Args:
            parent: The tab it belongs to.
            desk: Where people are read.
            store: The books.
            words: The units there are.
            gift_round: The round.
            line: What is corrected; a new one when `None`.
        """
        self._store = store
        self._words = words
        self._is_new = line is None
        self._line = line or RoundRecipient(round_id=gift_round.id or 0, recipient="")
        self._who = PayerField(
            "recipient",
            FIELD["full_name"],
            required=True,
            wide=True,
            hint="Gõ tên để chọn hội viên; người ngoài sổ thì gõ đủ tên",
        )
        form = self._form()
        title = "Thêm người nhận quà" if self._is_new else "Sửa người nhận quà"
        super().__init__(
            parent,
            title,
            form,
            self._write,
            more=self._is_new,
            more_label="Lưu và thêm người nữa",
            intro=gift_round.title,
        )
        self._who.payer_chosen.connect(self._take_payer)
        load_payers(self._who, desk, store, gift_round.planned_on)

    def _form(self) -> Form:
        form = Form()
        amount_hint = "Trống: theo mức của đợt" if self._is_new else ""
        form.add(
            [
                self._who,
                ChoiceField(
                    "recipient_kind",
                    VISIT_FIELD["recipient_kind"],
                    list(RECIPIENT_KIND.items()),
                    required=True,
                ),
                ChoiceField(
                    "unit_id",
                    FIELD["unit"],
                    self._words.unit_choices(),
                    none="Không thuộc chi hội",
                    hint="Để in vào tờ ký nhận của chi hội ấy",
                ),
                TextField("address", FIELD["address"]),
                TextField("why", VISIT_FIELD["why"], hint="Ví dụ: Hộ nghèo; Thương binh"),
                AmountField("amount_dong", MONEY_FIELD["amount_dong"], hint=amount_hint),
                TextField("goods", MONEY_FIELD["goods"]),
                AmountField("goods_value_dong", MONEY_FIELD["goods_value_dong"]),
                LongTextField("note", FIELD["note"], lines=2),
            ]
        )
        form.set_values({name: getattr(self._line, name) for name in form.fields})
        for name in _AMOUNTS:
            form.field(name).set_value(getattr(self._line, name) or None)
        self._who.set_person(self._line.recipient, self._line.person_id)
        form.settle()
        return form

    def _take_payer(self, payer: Payer) -> None:
        """A member brings his unit along."""
        self.form.field("recipient_kind").set_value(RecipientKind.MEMBER)
        unit = self.form.field("unit_id")
        if payer.unit_id in dict(self._words.unit_choices()):
            unit.set_value(payer.unit_id)

    def _write(self, values: dict[str, Any], form_id: str) -> Change:
        values |= {name: values[name] or 0 for name in _AMOUNTS}
        line = replace(self._line, **values, person_id=self._who.person_id)
        return save_recipient(self._store, line, form_id)
