"""What else is done with a loan: put off, given up, its words corrected, taken back."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.funds.labels import FIELD as MONEY_FIELD
from ccb_desktop.domain.funds.labels import LABELS
from ccb_desktop.domain.funds.loan_lines import LoanLine
from ccb_desktop.domain.funds.loans import Loan, LoanExtension
from ccb_desktop.domain.labels import FIELD
from ccb_desktop.domain.printing import number, short_date
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.funds.loans import correct_words, extend, write_off
from ccb_desktop.ui.kit.choice_fields import ChoiceField
from ccb_desktop.ui.kit.date_field import DayField
from ccb_desktop.ui.kit.form import Form
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.fund_words import FundWords
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.payer_field import PayerField, load_payers
from ccb_desktop.ui.kit.text_fields import AmountField, LongTextField, TextField


def write_off_dialog(parent: QWidget, store: Store, line: LoanLine, on: date) -> FormDialog:
    """A window to give principal up by a decision; all that is owed is offered."""
    loan = line.file.loan
    form = Form()
    form.add(
        [
            DayField("written_off_on", MONEY_FIELD["written_off_on"], required=True),
            AmountField("written_off_dong", MONEY_FIELD["written_off_dong"], required=True),
            TextField("write_off_decision", MONEY_FIELD["write_off_decision"], required=True),
        ]
    )
    form.set_values({"written_off_on": on, "written_off_dong": line.outstanding_dong})

    def keep(values: dict[str, Any], form_id: str) -> Change:
        return write_off(
            store,
            loan.id or 0,
            values["written_off_on"],
            values["written_off_dong"],
            values["write_off_decision"],
            form_id,
        )

    owed = (
        f"{loan.borrower}, khoản vay {loan.code}, còn nợ gốc {number(line.outstanding_dong)} đồng."
    )
    return FormDialog(
        parent,
        "Xóa nợ",
        form,
        keep,
        intro=f"{owed} Xóa nợ không thu, không chi tiền nào; chỉ bớt số còn nợ.",
        save_label="Xóa nợ",
    )


def extend_dialog(parent: QWidget, store: Store, line: LoanLine, on: date) -> FormDialog:
    """A window to put off the last day of a loan."""
    loan = line.file.loan
    form = Form()
    form.add(
        [
            DayField("due_on", "Hạn trả mới", required=True),
            DayField("extended_on", MONEY_FIELD["extended_on"], required=True),
            TextField("decision_no", "Nghị quyết, quyết định"),
        ]
    )
    form.set_values({"extended_on": on})

    def keep(values: dict[str, Any], form_id: str) -> Change:
        return extend(store, LoanExtension(loan_id=loan.id or 0, **values), form_id)

    due = f"hạn trả đang là {short_date(line.due_on)}" if line.due_on else "chưa ghi hạn trả"
    return FormDialog(
        parent,
        "Gia hạn nợ",
        form,
        keep,
        intro=f"{loan.borrower}, khoản vay {loan.code}, {due}. "
        "Sổ của những ngày trước ngày gia hạn giữ nguyên.",
        save_label="Gia hạn",
    )


def correct_dialog(
    parent: QWidget, desk: Desk, store: Store, words: FundWords, loan: Loan
) -> FormDialog:
    """A window to correct the words of a loan; its money stays as it was posted."""
    borrower = PayerField("borrower", MONEY_FIELD["borrower"], required=True)
    form = Form()
    form.add(
        [
            borrower,
            ChoiceField("unit_id", FIELD["unit"], words.unit_choices()),
            TextField("purpose", LABELS["loans", "purpose"]),
            TextField("guarantor", MONEY_FIELD["guarantor"]),
            TextField("decision_no", "Nghị quyết, quyết định"),
            TextField("note", FIELD["note"]),
        ]
    )
    names = ("unit_id", "purpose", "guarantor", "decision_no", "note")
    form.set_values({name: getattr(loan, name) for name in names})
    load_payers(borrower, desk, store, words.on)
    borrower.set_person(loan.borrower, loan.person_id)
    form.settle()

    def keep(values: dict[str, Any], form_id: str) -> Change:
        corrected = replace(loan, person_id=borrower.person_id, **values)
        return correct_words(store, corrected, form_id)

    return FormDialog(
        parent,
        f"Sửa khoản vay {loan.code}",
        form,
        keep,
        intro="Số tiền, ngày vay, quỹ đã vào sổ nên không sửa ở đây; sai thì hủy rồi ghi lại.",
    )


def void_dialog(
    parent: QWidget, title: str, intro: str, void: Callable[[str, str], Change]
) -> FormDialog:
    """A window that asks why something is taken back by a reversal.

    Args:
        parent: The window it belongs to.
        title: What is done.
        intro: What it does to the book.
        void: Gets the reason and the id of the form.
    """
    form = Form()
    form.add([LongTextField("reason", FIELD["reason"], required=True, lines=2)])

    def keep(values: dict[str, Any], form_id: str) -> Change:
        return void(values["reason"], form_id)

    return FormDialog(parent, title, form, keep, intro=intro, save_label="Ghi phiếu hủy")
