"""Recording a visit or a gift: by the keyboard from the name to the amount and on to the next."""

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.funds.funds import MoneyPlace
from ccb_desktop.domain.funds.labels import FIELD as MONEY_FIELD
from ccb_desktop.domain.funds.labels import MONEY_PLACE
from ccb_desktop.domain.funds.lines import Payer
from ccb_desktop.domain.labels import FIELD
from ccb_desktop.domain.money import format_dong, in_words
from ccb_desktop.domain.printing import short_date
from ccb_desktop.domain.visits.labels import FIELD as VISIT_FIELD
from ccb_desktop.domain.visits.labels import PAID_BY, RECIPIENT_KIND
from ccb_desktop.domain.visits.usual import usual_on
from ccb_desktop.domain.visits.visits import Occasion, PaidBy, RecipientKind, Visit
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.visits import visits
from ccb_desktop.ui.kit import messages
from ccb_desktop.ui.kit.choice_fields import ChoiceField, YesNoField
from ccb_desktop.ui.kit.date_field import DayField
from ccb_desktop.ui.kit.drafts import Draft
from ccb_desktop.ui.kit.form import Form
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.form_field import Field
from ccb_desktop.ui.kit.held_note import HeldNote
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.payer_field import PayerField, load_payers
from ccb_desktop.ui.kit.text_fields import AmountField, TextField
from ccb_desktop.ui.visits.words import VisitWords

POST = "Ghi sổ, lập phiếu chi"
RECORD = "Ghi thăm hỏi"
_KEPT = (
    *("recipient_kind", "occasion", "theme", "visited_on", "paid_by", "through_book"),
    *("fund_id", "place", "visitors"),
)
_SUMS = ("amount_dong", "goods_value_dong")
_GIVEN = ("amount_dong", "goods", "goods_value_dong")


class VisitDialog(FormDialog):
    """A new visit, or one without a payment that is corrected."""

    def __init__(
        self,
        parent: QWidget,
        desk: Desk,
        store: Store,
        words: VisitWords,
        visit: Visit | None = None,
    ) -> None:
        """Build the dialog; show it with `open()`.

        Args:
            parent: The tab it belongs to.
            desk: Where people are read.
            store: The books.
            words: Funds, units, occasions and usual amounts.
            visit: What is corrected, or, without an id, what is known of a new one.
        """
        self._store = store
        self._words = words
        self._visit = visit
        self._is_new = visit is None or visit.id is None
        self._was_saved = False
        self._offered: dict[str, Any] = {}
        self._told = HeldNote(store, words.money)
        self._recipient = PayerField(
            "recipient",
            VISIT_FIELD["recipient"],
            required=True,
            hint="Gõ tên để chọn hội viên; người ngoài thì ghi tên",
        )
        form = self._form()
        super().__init__(
            parent,
            "Ghi thăm hỏi, tặng quà" if self._is_new else "Sửa lần thăm hỏi",
            form,
            self._write,
            save_label=RECORD if self._is_new else "Lưu",
            more=self._is_new,
            more_label="Ghi sổ và thêm tiếp",
        )
        self._recipient.payer_chosen.connect(self._take_person)
        form.field("paid_by").changed.connect(self._choose_level)
        form.field("unit_id").changed.connect(self._choose_fund)
        for name in ("occasion", "recipient_kind", "visited_on"):
            form.field(name).changed.connect(self._offer_usual)
        form.changed.connect(self._follow)
        self.renewed.connect(self._follow)
        self._follow()
        load_payers(self._recipient, desk, store, words.money.on)

    # Building

    def _form(self) -> Form:
        form = Form()
        form.add([self._recipient, *self._what()])
        form.add([*self._given(), *self._money()])
        form.add_widget(self._told)
        form.add([TextField("visitors", VISIT_FIELD["visitors"]), TextField("note", FIELD["note"])])
        self._fill(form)
        form.settle()
        return form

    def _fill(self, form: Form) -> None:
        known = self._visit
        if known is None:
            form.set_values(self._first_values())
            self._offer_funds(form, self._words.fund_for(PaidBy.BRANCH, None))
            return
        plain = [name for name in form.fields if hasattr(known, name) and name != "fund_id"]
        form.set_values({name: getattr(known, name) for name in plain})
        form.set_values({name: getattr(known, name) or None for name in _SUMS})
        self._recipient.set_person(known.recipient, known.person_id)
        if self._is_new:
            self._offered = {name: getattr(known, name) or None for name in _GIVEN}
            form.set_values({"through_book": bool(self._words.funds_of(known.paid_by))})
            self._offer_funds(form, self._words.fund_for(known.paid_by, known.unit_id))

    def _what(self) -> list[Field]:
        words = self._words
        return [
            ChoiceField(
                "recipient_kind",
                VISIT_FIELD["recipient_kind"],
                list(RECIPIENT_KIND.items()),
                required=True,
            ),
            ChoiceField(
                "occasion", VISIT_FIELD["occasion"], words.occasions, required=True, empty=""
            ),
            TextField("theme", VISIT_FIELD["theme"], hint="Ví dụ: Mặt trận Vị Xuyên"),
            ChoiceField(
                "unit_id", FIELD["unit"], words.money.unit_choices(), none="Không thuộc chi hội"
            ),
            DayField("visited_on", VISIT_FIELD["visited_on"], required=True),
        ]

    def _given(self) -> list[Field]:
        return [
            AmountField("amount_dong", MONEY_FIELD["amount_dong"]),
            TextField("goods", MONEY_FIELD["goods"], hint="Ví dụ: 1 giỏ quà"),
            AmountField("goods_value_dong", MONEY_FIELD["goods_value_dong"]),
        ]

    def _money(self) -> list[Field]:
        return [
            ChoiceField("paid_by", VISIT_FIELD["paid_by"], list(PAID_BY.items()), required=True),
            YesNoField(
                "through_book",
                MONEY_FIELD["through_book"],
                hint="Có: lập phiếu chi, trừ vào quỹ. Không: chỉ ghi sổ thăm hỏi",
            ),
            ChoiceField("fund_id", MONEY_FIELD["fund_id"], [], none="Chọn quỹ chi"),
            ChoiceField("place", MONEY_FIELD["place"], list(MONEY_PLACE.items())),
        ]

    def _first_values(self) -> dict[str, Any]:
        """What is most often right: a member, today, the branch's money, in cash."""
        return {
            "recipient_kind": RecipientKind.MEMBER,
            "visited_on": date.today(),
            "paid_by": PaidBy.BRANCH,
            "through_book": bool(self._words.funds_of(PaidBy.BRANCH)),
            "place": MoneyPlace.CASH,
        }

    # What follows from what is typed

    def _take_person(self, payer: Payer) -> None:
        """Somebody of the roster brings his unit along, and what is usual at his age."""
        if payer.unit_id in dict(self._words.money.unit_choices()):
            self.form.field("unit_id").set_value(payer.unit_id)
            self._choose_fund()
        self._offer_usual()

    def _choose_level(self) -> None:
        """Where a level has no fund, its money is only noted."""
        has_funds = bool(self._words.funds_of(self.form.field("paid_by").value()))
        self.form.field("through_book").set_value(has_funds)
        self._choose_fund()

    def _choose_fund(self) -> None:
        """Another level has other funds; a chi hội most likely pays out of its own."""
        values = self.form.values()
        fund_id = self._words.fund_for(values["paid_by"], values["unit_id"])
        kept = values["fund_id"]
        offered = [known for known, _name in self._words.funds_of(values["paid_by"])]
        if fund_id is None and kept in offered:
            fund_id = kept
        self._offer_funds(self.form, fund_id)
        self._follow()

    def _offer_funds(self, form: Form, fund_id: int | None) -> None:
        field = form.field("fund_id")
        if isinstance(field, ChoiceField):
            field.set_choices(self._words.funds_of(form.field("paid_by").value()))
            field.set_value(fund_id)

    def _offer_usual(self) -> None:
        """Fill in what is usually given, as long as nobody has typed something else."""
        values = self.form.values()
        if not self._is_new or values["visited_on"] is None:
            return
        now = {name: values[name] or None for name in _GIVEN}
        if any(now.values()) and now != self._offered:
            return
        day = values["visited_on"]
        age = self._words.age_rule.age_in(self._recipient.born_on, day.year)
        usual = usual_on(self._words.usual, values["occasion"], values["recipient_kind"], day, age)
        self._offered = {name: (getattr(usual, name) or None) if usual else None for name in _GIVEN}
        for name, value in self._offered.items():
            self.form.field(name).set_value(value if name != "goods" else value or "")
        self._follow()

    def _follow(self) -> None:
        """Ask only for what belongs to what was chosen so far."""
        values = self.form.values()
        theme = self.form.field("theme")
        theme.required = values["occasion"] == Occasion.REUNION
        theme.setVisible(theme.required)
        has_goods = bool(values["goods"].strip() or values["goods_value_dong"])
        self.form.field("goods_value_dong").setVisible(has_goods)
        has_money = bool(values["amount_dong"])
        self.form.field("through_book").setVisible(has_money and self._is_new)
        booked = self._is_booked()
        for name in ("fund_id", "place"):
            self.form.field(name).required = booked
            self.form.field(name).setVisible(booked)
        self._told.setVisible(booked)
        if self._is_new:
            self.save_button.setText(POST if booked else RECORD)
        if booked:
            self._told.tell(
                values["fund_id"], values["place"], values["visited_on"], -values["amount_dong"]
            )

    def _is_booked(self) -> bool:
        values = self.form.values()
        return self._is_new and values["through_book"] is True and bool(values["amount_dong"])

    # Saving

    def take_draft(self, draft: Draft) -> None:
        """Go on with what a crash had closed; the funds of its level are offered first."""
        self.form.field("paid_by").set_typed(draft.typed.get("paid_by"))
        self._offer_funds(self.form, None)
        super().take_draft(draft)

    def save(self) -> bool:
        """Save; ask first where a payment is posted."""
        return self._ask(super().save)

    def save_and_go_on(self) -> None:
        """The same, and begin the next visit of this occasion and day."""
        self._ask(self._go_on)

    def _go_on(self) -> None:
        kept = {name: self.form.field(name).value() for name in _KEPT}
        super().save_and_go_on()
        if self._was_saved:
            self._was_saved = False
            self._offered = {}
            fund_id = kept.pop("fund_id")
            self.form.set_values(kept)
            self._offer_funds(self.form, fund_id)
            self._offer_usual()
            self.form.settle()
            self._follow()

    def _ask(self, then: Callable[[], Any]) -> bool:
        if not self.is_filled_in():
            return False
        if not self._is_booked():
            return bool(then())
        visit = self._written()
        fund = self._words.money.fund_name(visit.fund_id)
        messages.ask(
            self,
            f"Ghi sổ {format_dong(visit.amount_dong)} đồng thăm {visit.recipient}?\n"
            f"{in_words(visit.amount_dong)}. {fund}, ngày {short_date(visit.visited_on)}.\n"
            "Phiếu đã ghi sổ không sửa, không xóa; ghi sai thì hủy bằng phiếu hủy kèm lý do.",
            [(POST, then)],
            stay="Xem lại",
            posts=True,
        )
        return False

    def _write(self, _values: dict[str, Any], form_id: str) -> Change:
        if self._is_new:
            change, _kept, _payment = visits.record_visit(self._store, self._written(), form_id)
        else:
            change = visits.correct_visit(self._store, self._written(), form_id)
        self._told.forget()
        self._was_saved = True
        return change

    def _written(self) -> Visit:
        """The visit as it stands in the form."""
        values = self.form.values()
        booked = self._is_booked()
        del values["through_book"]
        for name in _SUMS:
            values[name] = values[name] or 0
        if not booked:
            values["fund_id"] = None
        values["place"] = values["place"] or MoneyPlace.CASH
        known = self._visit
        return Visit(
            id=known.id if known else None,
            round_id=known.round_id if known else None,
            person_id=self._recipient.person_id,
            **values,
        )
