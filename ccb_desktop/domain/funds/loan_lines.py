"""Loans as lists and papers show them on a day: each with its names, and all of them summed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from ccb_desktop.domain.funds import loan_state
from ccb_desktop.domain.funds.base_fund import BaseFund, per_member_dong
from ccb_desktop.domain.funds.loan_state import DUE_SOON_DAYS, LoanStanding
from ccb_desktop.domain.funds.loans import BankLoanCount, LoanFile
from ccb_desktop.domain.printing import number, short_date

OWED = frozenset(
    {LoanStanding.RUNNING, LoanStanding.DUE_SOON, LoanStanding.LATE, LoanStanding.OVERDUE}
)
"""Where principal is still owed."""

PRESSING = frozenset({LoanStanding.LATE, LoanStanding.OVERDUE})
"""Where something should have come already."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LoanLine:
    """One loan on a day.

    Attributes:
        on: The day.
        fund_name: The fund that lent.
        interest_dong: What came in of interest.
        interest_due_dong: What has grown of it by the day and has not come.
        unit_name: The chi hội of the borrower; empty where none was given.
    """

    file: LoanFile
    on: date
    fund_name: str
    unit_name: str
    standing: LoanStanding
    due_on: date | None
    repaid_dong: int
    interest_dong: int
    interest_due_dong: int
    written_off_dong: int
    outstanding_dong: int
    overdue_dong: int
    days_overdue: int
    late_dong: int
    next_on: date | None
    next_dong: int

    @property
    def says(self) -> str:
        """Where it stands, in a few words: `Quá hạn 34 ngày`."""
        if self.standing is LoanStanding.OVERDUE:
            return f"Quá hạn {number(self.days_overdue)} ngày"
        if self.standing is LoanStanding.LATE:
            return f"Chậm kỳ {number(self.late_dong)}"
        if self.standing is LoanStanding.DUE_SOON and self.next_on is not None:
            return f"Sắp đến hạn {short_date(self.next_on)}"
        if self.standing is LoanStanding.PAID_OFF and self.interest_due_dong:
            return f"Hết gốc, còn lãi {number(self.interest_due_dong)}"
        return STANDING[self.standing]

    @property
    def owes(self) -> bool:
        """Whether principal or interest is still to come."""
        return self.standing in OWED or bool(self.interest_due_dong)


STANDING: Mapping[LoanStanding, str] = {
    LoanStanding.VOIDED: "ĐÃ HỦY",
    LoanStanding.NOT_YET: "Chưa vay",
    LoanStanding.OVERDUE: "Quá hạn",
    LoanStanding.LATE: "Chậm kỳ",
    LoanStanding.DUE_SOON: "Sắp đến hạn",
    LoanStanding.RUNNING: "Đang vay",
    LoanStanding.WRITTEN_OFF: "Đã xóa nợ",
    LoanStanding.PAID_OFF: "Đã trả hết",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class LoanBook:
    """What the tab of loans shows on a day.

    Attributes:
        members: Members of the Hội on the day.
        bank_counts: Of all days.
    """

    on: date
    lines: tuple[LoanLine, ...]
    base: BaseFund
    members: int
    bank_counts: tuple[BankLoanCount, ...]

    @property
    def base_per_member_dong(self) -> int | None:
        """Chân quỹ a head (rule 17)."""
        return per_member_dong(self.base.both.total_dong, self.members)


def loan_lines(
    files: Iterable[LoanFile],
    on: date,
    fund_names: Mapping[int, str],
    unit_names: Mapping[int, str],
    soon_days: int = DUE_SOON_DAYS,
) -> list[LoanLine]:
    """Each loan on a day, in the order given; those lent after the day are left out.

    Args:
        files: The loans.
        on: The day.
        fund_names: What funds are called.
        unit_names: What units are called on the day.
        soon_days: So long before a part falls due it is told.
    """
    return [
        _line(file, on, fund_names, unit_names, soon_days)
        for file in files
        if file.loan.lent_on <= on
    ]


def _line(
    file: LoanFile,
    on: date,
    fund_names: Mapping[int, str],
    unit_names: Mapping[int, str],
    soon_days: int,
) -> LoanLine:
    part = loan_state.next_part(file, on)
    voided = not loan_state.is_lent(file, on)
    return LoanLine(
        file=file,
        on=on,
        fund_name=fund_names.get(file.loan.fund_id, ""),
        unit_name=unit_names.get(file.loan.unit_id or 0, ""),
        standing=loan_state.standing(file, on, soon_days),
        due_on=loan_state.due_on(file, on),
        repaid_dong=0 if voided else loan_state.repaid_dong(file, on),
        interest_due_dong=loan_state.interest_due_dong(file, on),
        interest_dong=0 if voided else loan_state.interest_paid_dong(file, on),
        written_off_dong=0 if voided else loan_state.written_off_dong(file, on),
        outstanding_dong=loan_state.outstanding_dong(file, on),
        overdue_dong=loan_state.overdue_dong(file, on),
        days_overdue=loan_state.days_overdue(file, on),
        late_dong=loan_state.late_dong(file, on),
        next_on=part.due_on if part is not None else None,
        next_dong=part.lacking_dong if part is not None else 0,
    )
