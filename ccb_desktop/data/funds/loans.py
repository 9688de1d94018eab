"""Loans in the store with what came of them; the counts of the policy bank's groups."""

from datetime import date

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from ccb_desktop.data import rows
from ccb_desktop.data.tables import BankLoanCountRow, LoanExtensionRow, LoanRow, RepaymentRow
from ccb_desktop.domain.errors import NotFound
from ccb_desktop.domain.funds.loans import (
    BankLoanCount,
    Loan,
    LoanExtension,
    LoanFile,
    Repayment,
    code_key,
)
from ccb_desktop.domain.people_names import search_key


def list_loans(session: Session) -> list[LoanFile]:
    """Every loan, voided ones too, with repayments and extensions; the oldest first."""
    return _files(session)


def list_loans_of(session: Session, person_id: int) -> list[LoanFile]:
    """The loans of one person, the oldest first."""
    return _files(session, LoanRow.person_id == person_id)


def load_loan(session: Session, loan_id: int) -> LoanFile:
    """One loan.

    Raises:
        NotFound: It is not there any more.
    """
    found = _files(session, LoanRow.id == loan_id)
    if not found:
        raise NotFound("Khoản vay này không còn trong sổ. Hãy mở lại danh sách.")
    return found[0]


def find_loans(session: Session, code: str) -> list[LoanFile]:
    """The loans of a code: at most one that stands, and voided ones."""
    return _files(session, LoanRow.code_key == code_key(code))


def _files(session: Session, *wanted: ColumnElement[bool]) -> list[LoanFile]:
    loans = select(LoanRow.__table__).where(*wanted).order_by(LoanRow.lent_on, LoanRow.id)
    of_these = select(LoanRow.id).where(*wanted)
    paid, later = RepaymentRow, LoanExtensionRow
    repayments = select(paid.__table__).order_by(paid.paid_on, paid.id)
    extensions = select(later.__table__).order_by(later.extended_on, later.id)
    if wanted:
        repayments = repayments.where(paid.loan_id.in_(of_these))
        extensions = extensions.where(later.loan_id.in_(of_these))
    paid_by_loan = rows.list_by_owner(session, Repayment, repayments, "loan_id")
    later_by_loan = rows.list_by_owner(session, LoanExtension, extensions, "loan_id")
    return [
        LoanFile(
            loan=loan,
            repayments=tuple(paid_by_loan.get(loan.id or 0, ())),
            extensions=tuple(later_by_loan.get(loan.id or 0, ())),
        )
        for loan in rows.list_values(session, Loan, loans)
    ]


def save_loan(session: Session, loan: Loan) -> int:
    """Insert or overwrite a loan; gives the id."""
    return rows.save(session, LoanRow, loan, code_key=code_key(loan.code))


def save_repayment(session: Session, repayment: Repayment) -> int:
    """Insert or overwrite a repayment; gives the id."""
    return rows.save(session, RepaymentRow, repayment)


def save_extension(session: Session, extension: LoanExtension) -> int:
    """Insert or overwrite an extension; gives the id."""
    return rows.save(session, LoanExtensionRow, extension)


# --- Policy bank -----------------------------------------------------------------------------


def list_bank_counts(session: Session) -> list[BankLoanCount]:
    """Every count of every group, in the order of days and groups."""
    count = BankLoanCountRow
    query = select(count.__table__).order_by(count.counted_on, count.group_key)
    return rows.list_values(session, BankLoanCount, query)


def find_bank_count(session: Session, group_name: str, counted_on: date) -> BankLoanCount | None:
    """The count of a group on a day."""
    query = select(BankLoanCountRow).where(
        BankLoanCountRow.group_key == search_key(group_name),
        BankLoanCountRow.counted_on == counted_on,
    )
    row = session.scalar(query)
    return None if row is None else rows.value_of(BankLoanCount, row)


def save_bank_count(session: Session, count: BankLoanCount) -> int:
    """Insert or overwrite a count; gives the id."""
    return rows.save(session, BankLoanCountRow, count, group_key=search_key(count.group_name))


def delete_bank_count(session: Session, count_id: int) -> None:
    """Take a count out."""
    rows.delete_one(session, BankLoanCountRow, count_id)
