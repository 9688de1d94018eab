"""Giving a loan: who borrows what from which fund, with the schedule that follows from it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.funds.funds import MoneyPlace
from ccb_desktop.domain.funds.labels import FIELD as MONEY_FIELD
from ccb_desktop.domain.funds.labels import LABELS, PLACE_OF_MONEY
from ccb_desktop.domain.funds.lines import Payer
from ccb_desktop.domain.funds.loan_checks import MOST_INSTALMENTS
from ccb_desktop.domain.funds.loan_lines import LoanLine
from ccb_desktop.domain.funds.loan_terms import schedule
from ccb_desktop.domain.funds.loans import Loan
from ccb_desktop.domain.labels import FIELD
from ccb_desktop.domain.people_names import search_key
from ccb_desktop.domain.printing import number, short_date
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.funds.loans import lend
from ccb_desktop.operations.funds.voucher_lists import balance_on
from ccb_desktop.ui.funds.loans.schedule_table import ScheduleTable
from ccb_desktop.ui.kit.choice_fields import ChoiceField
from ccb_desktop.ui.kit.date_field import DayField
from ccb_desktop.ui.kit.form import Form
from ccb_desktop.ui.kit.form_field import Field
from ccb_desktop.ui.kit.fund_words import FundWords
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.payer_field import PayerField, load_payers
from ccb_desktop.ui.kit.posting_dialog import PostingDialog
from ccb_desktop.ui.kit.text_fields import AmountField, NumberField, TextField
from ccb_desktop.ui.kit.widgets import label

LEND_DRAFT = "loan-lend"
"""Kind of the draft of a loan that is being given."""

_WORDS = ("purpose", "guarantor", "decision_no", "note")
_RATE_DECIMALS = 3


@dataclass(frozen=True, slots=True)
class _Account:
    """Whose balance is said, and on which day."""

    fund_id: int
    place: MoneyPlace
    day: date


class LendDialog(PostingDialog):
    """Posts the payment; the fund must have the money."""

    def __init__(
        self,
        parent: QWidget,
        desk: Desk,
        store: Store,
        words: FundWords,
        code: str,
        others: Sequence[LoanLine] = (),
    ) -> None:
        """Build the dialog; show it with `open()`.

        Args:
            parent: The tab it belongs to.
            desk: What the tab was given.
            store: The books.
            words: Funds and units.
            code: The code that is offered.
            others: The loans there are, so that a borrower who owes already is told.
        """
        self._store = store
        self._words = words
        self._others = [line for line in others if line.outstanding_dong]
        self._account: _Account | None = None
        self._held = 0
        self._borrower = PayerField(
            "borrower", MONEY_FIELD["borrower"], required=True, hint="Gõ tên rồi chọn hội viên"
        )
        self._unit = ChoiceField("unit_id", FIELD["unit"], words.unit_choices())
        self._owing = label("", "warning")
        self._balance = label("", "soft")
        self._schedule = ScheduleTable()
        form = Form()
        form.add([self._borrower, self._unit, *_money_fields(words)])
        form.add_widget(self._owing)
        form.add_widget(self._balance)
        form.add(_term_fields(), heading="Lãi và hạn trả")
        form.add_widget(self._schedule)
        form.add([TextField("code", LABELS["loans", "code"], required=True), *_word_fields()])
        form.set_values({"code": code, "lent_on": words.on, "instalments": 1, "rate": 0})
        if len(choices := words.fund_choices()) == 1:
            form.set_values({"fund_id": choices[0][0]})
        super().__init__(
            parent, "Cho vay", form, self._lend, act="Ghi sổ phiếu chi", question=self._asked
        )
        self._borrower.payer_chosen.connect(self._take_unit)
        form.changed.connect(self._follow)
        load_payers(self._borrower, desk, store, words.on)
        self.keep_drafts(desk.drafts, page="funds", kind=LEND_DRAFT)
        self._follow()

    def _take_unit(self, payer: Payer) -> None:
        """His chi hội is the one of the loan."""
        if any(payer.unit_id == unit_id for unit_id, _name in self._words.unit_choices()):
            self._unit.set_value(payer.unit_id)

    def _follow(self) -> None:
        """Say what the fund holds, and when which part will come."""
        values = self.form.values()
        self._say_owing(values)
        self._say_balance(values)
        loan = _loan(values, self._borrower.person_id)
        ready = loan is not None and loan.due_on is not None and loan.due_on > loan.lent_on
        self._schedule.show_schedule(schedule(loan) if ready and loan is not None else ())

    def _say_owing(self, values: dict[str, Any]) -> None:
        """Tell of other loans that the borrower has not paid back yet."""
        told = owing_words(self._others, values["borrower"], self._borrower.person_id)
        self._owing.setText(told)
        self._owing.setVisible(bool(told))

    def _say_balance(self, values: dict[str, Any]) -> None:
        fund_id, day = values["fund_id"], values["lent_on"]
        if fund_id is None or day is None:
            self._balance.hide()
            return
        account = _Account(fund_id, values["place"], day)
        if account != self._account:
            self._account = account
            self._held = balance_on(self._store, account.fund_id, account.place, account.day)
        left = self._held - (values["principal_dong"] or 0)
        fund, place = self._words.fund_name(fund_id), PLACE_OF_MONEY[account.place].lower()
        told = f"{fund} có {number(self._held)} đồng {place} ngày {short_date(day)}"
        after = (
            f"cho vay xong còn {number(left)} đồng" if left >= 0 else f"thiếu {number(-left)} đồng"
        )
        self._balance.setText(f"{told}; {after}.")
        self._balance.show()

    def _asked(self, values: dict[str, Any]) -> str:
        amount = number(values["principal_dong"])
        return (
            f"Chi {amount} đồng từ {self._words.fund_name(values['fund_id'])} "
            f"cho {values['borrower']} vay?\n"
            "Phiếu chi vào sổ thì không sửa được nữa; ghi nhầm thì hủy bằng phiếu hủy."
        )

    def _lend(self, values: dict[str, Any], form_id: str) -> Change:
        loan = _loan(values, self._borrower.person_id)
        if loan is None:
            raise ValueError("A form that is filled in makes a loan")
        return lend(self._store, loan, form_id)[0]


def owing_words(others: Sequence[LoanLine], borrower: str, person_id: int | None) -> str:
    """`Người này đang nợ: V2025-03 còn 1.800.000 đồng (quá hạn 34 ngày).`; else nothing.

    He is known by his record where one was chosen, else by the name as typed.
    """
    key = search_key(borrower)
    found = [
        f"{line.file.loan.code} còn {number(line.outstanding_dong)} đồng "
        f"({line.says[0].lower()}{line.says[1:]})"
        for line in others
        if (
            line.file.loan.person_id == person_id
            if person_id is not None
            else key and search_key(line.file.loan.borrower) == key
        )
    ]
    return f"Người này đang nợ: {'; '.join(found)}." if found else ""


def _loan(values: dict[str, Any], person_id: int | None) -> Loan | None:
    """The loan that the form describes; `None` while amount or day lack."""
    if values["principal_dong"] is None or values["lent_on"] is None:
        return None
    return Loan(
        code=values["code"],
        borrower=values["borrower"],
        person_id=person_id,
        unit_id=values["unit_id"],
        fund_id=values["fund_id"] or 0,
        place=values["place"],
        principal_dong=values["principal_dong"],
        rate_thousandths=int(Decimal(values["rate"] or 0) * 1000),
        lent_on=values["lent_on"],
        due_on=values["due_on"],
        instalments=values["instalments"] or 1,
        voucher_id=0,
        **{name: values[name] for name in _WORDS},
    )


def place_field(text: str = MONEY_FIELD["place"]) -> ChoiceField:
    """Cash or bank; cash at first."""
    bank = [(MoneyPlace.BANK, PLACE_OF_MONEY[MoneyPlace.BANK])]
    return ChoiceField(
        "place", text, bank, none=PLACE_OF_MONEY[MoneyPlace.CASH], empty=MoneyPlace.CASH
    )


def _money_fields(words: FundWords) -> list[Field]:
    return [
        ChoiceField(
            "fund_id", "Cho vay từ quỹ", words.fund_choices(), none="Chọn quỹ", required=True
        ),
        place_field("Chi bằng"),
        AmountField("principal_dong", "Số tiền cho vay", required=True),
        DayField("lent_on", MONEY_FIELD["lent_on"], required=True),
    ]


def _term_fields() -> list[Field]:
    return [
        NumberField(
            "rate",
            "Lãi suất",
            decimals=_RATE_DECIMALS,
            most=20,
            after="% mỗi tháng",
            hint="Không lấy lãi thì ghi 0",
        ),
        DayField("due_on", MONEY_FIELD["due_on"], hint="Quá ngày này mà còn nợ là quá hạn"),
        NumberField(
            "instalments",
            MONEY_FIELD["instalments"],
            least=1,
            most=MOST_INSTALMENTS,
            hint="Trả một lần thì ghi 1",
        ),
    ]


def _word_fields() -> list[Field]:
    return [
        TextField("purpose", LABELS["loans", "purpose"], hint="Ví dụ: nuôi bò sinh sản"),
        TextField("guarantor", MONEY_FIELD["guarantor"]),
        TextField("decision_no", "Nghị quyết, quyết định"),
        TextField("note", FIELD["note"]),
    ]
