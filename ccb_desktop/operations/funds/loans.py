"""Lend money of a fund, take it back with interest, put off the last day, give the rest up."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from ccb_desktop.data.funds import funds, loans, vouchers
from ccb_desktop.data.store import Session, Store
from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.errors import Conflict, Invalid
from ccb_desktop.domain.funds.funds import MoneyPlace
from ccb_desktop.domain.funds.loan_checks import (
    check_extension,
    check_loan,
    check_repayment,
    check_write_off,
)
from ccb_desktop.domain.funds.loan_vouchers import lending_voucher, repayment_voucher
from ccb_desktop.domain.funds.loans import Loan, LoanExtension, LoanFile, Repayment, code_key
from ccb_desktop.domain.funds.vouchers import Voucher
from ccb_desktop.domain.money import format_dong
from ccb_desktop.operations.funds.posting import check_unlocked, post_vouchers, reverse_vouchers

_OF_LENDING = {"amount_dong": "principal_dong", "issued_on": "lent_on"}
_OF_PAYING = {"amount_dong": "principal_dong", "issued_on": "paid_on"}

KEPT_WORDS = ("borrower", "person_id", "unit_id", "purpose", "guarantor", "decision_no", "note")
"""What of a loan may be corrected without its voucher: words, and whom they are about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paid:
    """What a borrower brings.

    Attributes:
        place: Where the money goes.
    """

    paid_on: date
    principal_dong: int
    interest_dong: int = 0
    place: MoneyPlace = MoneyPlace.CASH
    note: str = ""


def list_loans(store: Store) -> list[LoanFile]:
    """Every loan, voided ones too, the oldest first."""
    with store.reading() as session:
        return loans.list_loans(session)


def load_loan(store: Store, loan_id: int) -> LoanFile:
    """One loan.

    Raises:
        NotFound: It is not there any more.
    """
    with store.reading() as session:
        return loans.load_loan(session, loan_id)


def vouchers_of(store: Store, file: LoanFile) -> dict[int, Voucher]:
    """The vouchers of a loan by id: its payment, and its receipts."""
    ids = [file.loan.voucher_id, *(paid.voucher_id for paid in file.repayments)]
    with store.reading() as session:
        return {one.id or 0: one for one in vouchers.load_vouchers(session, ids)}


def free_code(files: Sequence[LoanFile], year: int) -> str:
    """The next code of a year, where they are numbered as `V2026-01`."""
    taken = {code_key(file.loan.code) for file in files}
    numbers = range(1, len(files) + 2)
    codes = (f"V{year}-{number:02}" for number in numbers)
    return next(code for code in codes if code_key(code) not in taken)


def lend(store: Store, loan: Loan, form_id: str | None = None) -> tuple[Change, Loan]:
    """Give a loan: its payment is posted, and the loan stands behind it.

    Args:
        store: The books.
        loan: With any `voucher_id`, which the payment replaces.
        form_id: Of the form, so that it is given once.

    Raises:
        Invalid: By field; also where the fund lacks the money.
        Locked: The month or year is locked.
    """
    check_loan(loan)
    label = f"Cho {loan.borrower} vay {format_dong(loan.principal_dong)} đồng"
    with store.writing(label, form_id) as session:
        _check_code(session, loan)
        (posted,) = _post(session, lending_voucher(loan), _OF_LENDING)
        given = replace(loan, voucher_id=posted.id or 0)
        loan_id = loans.save_loan(session, given)
    return session.change, replace(given, id=loan_id)


def _post(session: Session, voucher: Voucher, names: Mapping[str, str]) -> list[Voucher]:
    """Post a voucher, and tell what is wrong by the fields of the form that asked for it."""
    try:
        return post_vouchers(session, [voucher])
    except Invalid as error:
        told = {names.get(name, name): sentence for name, sentence in error.fields.items()}
        raise Invalid(told) from error


def _check_code(session: Session, loan: Loan) -> None:
    for file in loans.find_loans(session, loan.code):
        if file.loan.id != loan.id and file.loan.voided_on is None:
            raise Invalid(
                {"code": f"Mã {file.loan.code} đã dùng cho {file.loan.borrower}. Ghi mã khác."}
            )


def repay(store: Store, loan_id: int, paid: Paid, form_id: str | None = None) -> Change:
    """Take principal and interest back by one receipt.

    Raises:
        Invalid: By field; more principal than is outstanding on that day or a later one.
        Conflict: The loan was voided.
        Locked: The month or year is locked.
    """
    with store.reading() as session:
        loan = loans.load_loan(session, loan_id).loan
    both = format_dong(paid.principal_dong + paid.interest_dong)
    with store.writing(f"Thu nợ {loan.borrower} ({loan.code}): {both} đồng", form_id) as session:
        file = loans.load_loan(session, loan_id)
        new = Repayment(
            loan_id=loan_id,
            paid_on=paid.paid_on,
            principal_dong=paid.principal_dong,
            interest_dong=paid.interest_dong,
            voucher_id=0,
            note=paid.note,
        )
        check_repayment(file, new)
        voucher = repayment_voucher(
            file.loan, paid.paid_on, paid.principal_dong, paid.interest_dong, paid.place
        )
        (posted,) = _post(session, voucher, _OF_PAYING)
        loans.save_repayment(session, replace(new, voucher_id=posted.id or 0))
    return session.change


def write_off(
    store: Store,
    loan_id: int,
    on: date,
    amount_dong: int,
    decision_no: str,
    form_id: str | None = None,
) -> Change:
    """Give principal up by a decision: no money moves, less is outstanding from that day on.

    Raises:
        Invalid: By field; more than is outstanding, or no decision.
        Conflict: Part was given up before, or the loan was voided.
        Locked: The month or year is locked.
    """
    with store.reading() as session:
        loan = loans.load_loan(session, loan_id).loan
    label = f"Xóa nợ {loan.borrower} ({loan.code}): {format_dong(amount_dong)} đồng"
    with store.writing(label, form_id) as session:
        file = loans.load_loan(session, loan_id)
        _check_day(session, on, "written_off_on")
        check_write_off(file, on, amount_dong, decision_no)
        given_up = replace(
            file.loan,
            written_off_on=on,
            written_off_dong=amount_dong,
            write_off_decision=decision_no.strip(),
        )
        loans.save_loan(session, given_up)
    return session.change


def extend(store: Store, extension: LoanExtension, form_id: str | None = None) -> Change:
    """Put off the last day of a loan; days before the agreement keep the earlier one.

    Raises:
        Invalid: By field.
        Conflict: Nothing is owed any more, or the loan was voided.
        Locked: The month or year of the agreement is locked.
    """
    with store.reading() as session:
        loan = loans.load_loan(session, extension.loan_id).loan
    label = f"Gia hạn nợ {loan.borrower} ({loan.code}) đến {extension.due_on:%d/%m/%Y}"
    with store.writing(label, form_id) as session:
        file = loans.load_loan(session, extension.loan_id)
        _check_day(session, extension.extended_on, "extended_on")
        check_extension(file, extension)
        loans.save_extension(session, extension)
    return session.change


def _check_day(session: Session, day: date, field: str) -> None:
    if day > date.today():
        raise Invalid({field: f"Ngày {day:%d/%m/%Y} chưa tới. Ghi ngày của quyết định."})
    check_unlocked(funds.list_locks(session), day)


def correct_words(store: Store, loan: Loan, form_id: str | None = None) -> Change:
    """Correct the words of a loan (`KEPT_WORDS`); money, days and code stay as they are.

    Raises:
        Invalid: By field.
        NotFound: It is not there any more.
    """
    with store.writing(f"Sửa khoản vay {loan.code}", form_id) as session:
        kept = loans.load_loan(session, loan.id or 0).loan
        words = {name: getattr(loan, name) for name in KEPT_WORDS}
        corrected = replace(kept, **words)
        check_loan(corrected)
        loans.save_loan(session, corrected)
    return session.change


def void_loan(store: Store, loan_id: int, reason: str, form_id: str | None = None) -> Change:
    """Take a loan back by a reversal of its payment; it counts until that day.

    Raises:
        Conflict: Repayments of it stand, or it was voided before.
        Invalid: There is no reason.
        Locked: The month of voiding is locked.
    """
    with store.reading() as session:
        loan = loans.load_loan(session, loan_id).loan
    with store.writing(f"Hủy khoản vay {loan.code}: {reason.strip()}", form_id) as session:
        reverse_vouchers(session, [loan.voucher_id], reason)
    return session.change


def void_repayment(
    store: Store, loan_id: int, repayment_id: int, reason: str, form_id: str | None = None
) -> Change:
    """Take a repayment back by a reversal of its receipt; it counts until that day.

    Raises:
        Conflict: It was voided before, or there is no such repayment.
        Invalid: There is no reason, or the fund would lack the money.
        Locked: The month of voiding is locked.
    """
    with store.reading() as session:
        file = loans.load_loan(session, loan_id)
    paid = next((one for one in file.repayments if one.id == repayment_id), None)
    if paid is None:
        raise Conflict("Lần trả này không còn trong sổ. Hãy mở lại khoản vay.")
    label = f"Hủy lần trả của khoản vay {file.loan.code}: {reason.strip()}"
    with store.writing(label, form_id) as session:
        reverse_vouchers(session, [paid.voucher_id], reason)
    return session.change
