"""The visit of condolence of one level within the form of a death, or what was recorded of it."""

from collections.abc import Mapping
from typing import Any

from ccb_desktop.domain.funds.funds import MoneyPlace
from ccb_desktop.domain.funds.labels import FIELD as MONEY_FIELD
from ccb_desktop.domain.funds.labels import MONEY_PLACE
from ccb_desktop.domain.money import format_dong
from ccb_desktop.domain.printing import short_date
from ccb_desktop.domain.visits.death_steps import Condolence, condolence_field
from ccb_desktop.domain.visits.deaths import DeathFile
from ccb_desktop.domain.visits.labels import FIELD as VISIT_FIELD
from ccb_desktop.domain.visits.usual import usual_on
from ccb_desktop.domain.visits.visits import Occasion, PaidBy, RecipientKind, Visit
from ccb_desktop.operations.branch import Store
from ccb_desktop.ui.kit.choice_fields import ChoiceField
from ccb_desktop.ui.kit.date_field import DayField
from ccb_desktop.ui.kit.form import Form
from ccb_desktop.ui.kit.form_field import Field
from ccb_desktop.ui.kit.held_note import HeldNote
from ccb_desktop.ui.kit.text_fields import AmountField, TextField
from ccb_desktop.ui.kit.widgets import label
from ccb_desktop.ui.visits.words import VisitWords

_NOT_BOOKED = "Không qua sổ quỹ"
_GIVEN = ("amount_dong", "goods", "goods_value_dong")


class CondolenceFields:
    """The fields of one level in a form; hidden from the form once its visit is recorded."""

    def __init__(
        self, form: Form, store: Store, words: VisitWords, file: DeathFile, level: PaidBy
    ) -> None:
        """Put them into the form.

        Args:
            form: Where.
            store: The books, for what a fund holds.
            words: The funds there are, and what is usually given.
            file: Whose death it is.
            level: The branch or the chi hội.
        """
        self._form = form
        self._words = words
        self._level = level
        self._unit_id = file.unit_id
        self._held = HeldNote(store, words.money)
        self.recorded = file.visit_by(level)
        heading = _heading(file, level)
        if self.recorded is not None:
            form.add_widget(label(heading, "heading"))
            form.add_widget(label(_told(self.recorded, words)))
            return
        form.add(self._fields(words.funds_of(level)), heading=heading)
        form.add_widget(self._held)
        form.field(self._name("place")).set_value(MoneyPlace.CASH)
        form.field(self.day).changed.connect(self._offer_usual)
        form.changed.connect(self.follow)
        self.follow()

    def _fields(self, funds: list[tuple[int | None, str]]) -> list[Field]:
        name = self._name
        return [
            DayField(
                name("visited_on"), "Ngày viếng", hint="Để trống khi chưa viếng, chưa ghi lần này"
            ),
            AmountField(name("amount_dong"), "Tiền viếng"),
            ChoiceField(name("fund_id"), "Chi từ quỹ", funds, none=_NOT_BOOKED),
            ChoiceField(
                name("place"), MONEY_FIELD["place"], list(MONEY_PLACE.items()), required=True
            ),
            TextField(name("goods"), "Vòng hoa, hiện vật", hint="Ví dụ: vòng hoa"),
            AmountField(name("goods_value_dong"), MONEY_FIELD["goods_value_dong"]),
            TextField(name("visitors"), VISIT_FIELD["visitors"], wide=True),
        ]

    def follow(self) -> None:
        """Ask for the place of money only where a fund pays, and say what it holds."""
        if self.recorded is not None:
            return
        self._form.field(self._name("place")).setVisible(self.books_money)
        self._held.setVisible(self.books_money)
        if self.books_money:
            names = ("fund_id", "place", "visited_on", "amount_dong")
            fund_id, place, day, amount = (
                self._form.field(self._name(name)).value() for name in names
            )
            self._held.tell(fund_id, place, day, -(amount or 0))

    def _offer_usual(self) -> None:
        """With the day comes what the branch usually gives, where nothing else was typed."""
        day = self._form.field(self.day).value()
        given = [self._form.field(self._name(name)) for name in _GIVEN]
        if day is None or self._level is PaidBy.CHI_HOI or any(one.value() for one in given):
            return
        usual = usual_on(self._words.usual, Occasion.FUNERAL, RecipientKind.MEMBER, day)
        if usual is None:
            return
        for field, name in zip(given, _GIVEN, strict=True):
            field.set_value(getattr(usual, name) or ("" if name == "goods" else None))
        fund_id = self._words.fund_for(self._level, self._unit_id)
        if usual.amount_dong and fund_id is not None:
            self._form.field(self._name("fund_id")).set_value(fund_id)

    @property
    def books_money(self) -> bool:
        """Whether a fund pays."""
        if self.recorded is not None:
            return False
        return self._form.field(self._name("fund_id")).value() is not None

    @property
    def day(self) -> str:
        """The name of the field of the day."""
        return self._name("visited_on")

    def lacks_day(self) -> bool:
        """Whether something of a visit is filled in, and its day is not."""
        if self.recorded is not None or self._form.field(self.day).value() is not None:
            return False
        asked = ("amount_dong", "fund_id", "goods", "goods_value_dong", "visitors")
        return any(self._form.field(self._name(name)).value() for name in asked)

    def condolence(self, values: Mapping[str, Any]) -> Condolence | None:
        """The visit as it is filled in; `None` without a day, or where one was recorded."""
        if self.recorded is not None or values[self.day] is None:
            return None
        name = self._name
        return Condolence(
            paid_by=self._level,
            visited_on=values[self.day],
            amount_dong=values[name("amount_dong")] or 0,
            goods=values[name("goods")],
            goods_value_dong=values[name("goods_value_dong")] or 0,
            fund_id=values[name("fund_id")],
            place=values[name("place")],
            visitors=values[name("visitors")],
        )

    def _name(self, field: str) -> str:
        return condolence_field(self._level, field)


def _heading(file: DeathFile, level: PaidBy) -> str:
    if level is PaidBy.BRANCH:
        return "Hội viếng"
    return f"{file.unit_name} viếng" if file.unit_name else "Chi hội viếng"


def _told(visit: Visit, words: VisitWords) -> str:
    given = [f"{format_dong(visit.amount_dong)} đồng"] if visit.amount_dong else []
    given += [visit.goods] if visit.goods else []
    fund = words.money.fund_name(visit.fund_id)
    given += [f"chi từ {fund}"] if fund else []
    how = "Muốn sửa thì hủy phiếu chi." if visit.voucher_id else "Muốn sửa thì vào Sổ thăm hỏi."
    said = ", ".join(given) or "không ghi tiền"
    return f"Đã viếng ngày {short_date(visit.visited_on)}: {said}. {how}"
