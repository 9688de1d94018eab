"""Loans from funds, their repayments, and the statistics of the policy bank."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from ccb_desktop.domain.funds.funds import MoneyPlace
from ccb_desktop.domain.people_names import search_key


@dataclass(frozen=True, slots=True, kw_only=True)
class Loan:
    """Money lent from a fund.

    Attributes:
        code: As on the contract, `V2025-01`; unique among loans that were not voided.
        borrower: Name on the contract; `person_id` where he is of the roster.
        rate_thousandths: Interest a month in thousandths of one per cent: 0,5 % is 500.
        due_on: Last day for paying back as first agreed; it is overdue from the day after.
            Later agreements are `LoanExtension`.
        instalments: In how many equal parts the principal is to come back.
        voucher_id: The payment.
        written_off_on: When the rest was given up by decision `write_off_decision`.
        voided_on: When its payment was voided; then it was never lent.
    """

    id: int | None = None
    code: str
    borrower: str
    person_id: int | None = None
    unit_id: int | None = None
    fund_id: int
    place: MoneyPlace = MoneyPlace.CASH
    principal_dong: int
    rate_thousandths: int = 0
    lent_on: date
    due_on: date | None = None
    instalments: int = 1
    purpose: str = ""
    guarantor: str = ""
    decision_no: str = ""
    voucher_id: int
    written_off_on: date | None = None
    written_off_dong: int = 0
    write_off_decision: str = ""
    voided_on: date | None = None
    note: str = ""

    @property
    def rate_percent(self) -> Decimal:
        """Interest a month in per cent: 0,5."""
        return Decimal(self.rate_thousandths) / 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Repayment:
    """What came back of a loan at once.

    Attributes:
        voucher_id: The receipt, of principal and interest together.
    """

    id: int | None = None
    loan_id: int
    paid_on: date
    principal_dong: int
    interest_dong: int = 0
    voucher_id: int
    voided_on: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LoanExtension:
    """A later last day for paying back, agreed on a day; days before it keep the earlier one."""

    id: int | None = None
    loan_id: int
    extended_on: date
    due_on: date
    decision_no: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LoanFile:
    """A loan with all that came of it, voided repayments too, in the order of entering."""

    loan: Loan
    repayments: tuple[Repayment, ...] = ()
    extensions: tuple[LoanExtension, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BankLoanCount:
    """What a savings-and-loan group of the policy bank (NHCSXH) stood at on a day."""

    id: int | None = None
    counted_on: date
    group_name: str
    households: int = 0
    balance_dong: int = 0
    overdue_dong: int = 0
    note: str = ""


def code_key(code: str) -> str:
    """By what two codes of loans are one: without case, marks and gaps."""
    return search_key(code).replace(" ", "")
