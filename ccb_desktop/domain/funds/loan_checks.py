"""What a loan, a repayment, a write-off, an extension must be like to be entered."""

from datetime import date

from ccb_desktop.domain.errors import Conflict, Invalid
from ccb_desktop.domain.funds.loan_state import is_lent, outstanding_dong
from ccb_desktop.domain.funds.loan_terms import full_months
from ccb_desktop.domain.funds.loans import Loan, LoanExtension, LoanFile, Repayment
from ccb_desktop.domain.money import format_dong
from ccb_desktop.domain.printing import short_date

MOST_RATE_THOUSANDTHS = 20_000
"""Twenty per cent a month: past it, a number was surely typed wrong."""

MOST_INSTALMENTS = 120


def check_loan(loan: Loan) -> None:
    """See that a loan can be given, as far as it tells by itself.

    Raises:
        Invalid: By field: `code`, `borrower`, `principal_dong`, `rate_thousandths`, `due_on`,
            `instalments`.
    """
    faults: dict[str, str] = {}
    if not loan.code.strip():
        faults["code"] = "Ghi mã vay, ví dụ V2026-01."
    if not loan.borrower.strip():
        faults["borrower"] = "Ghi người vay."
    if loan.principal_dong <= 0:
        faults["principal_dong"] = "Ghi số tiền cho vay lớn hơn 0."
    if not 0 <= loan.rate_thousandths <= MOST_RATE_THOUSANDTHS:
        faults["rate_thousandths"] = "Lãi suất mỗi tháng từ 0 đến 20 %. Xem lại số đã gõ."
    if loan.due_on is not None and loan.due_on <= loan.lent_on:
        faults["due_on"] = "Hạn trả phải sau ngày vay."
    if fault := _instalments_fault(loan):
        faults["instalments"] = fault
    if faults:
        raise Invalid(faults)


def _instalments_fault(loan: Loan) -> str:
    if not 1 <= loan.instalments <= MOST_INSTALMENTS:
        return f"Số kỳ trả từ 1 đến {MOST_INSTALMENTS}."
    if loan.instalments == 1:
        return ""
    if loan.due_on is None:
        return "Ghi hạn trả thì mới chia được nhiều kỳ."
    months = full_months(loan.lent_on, loan.due_on)
    if loan.instalments > max(1, months):
        return f"Từ ngày vay đến hạn trả có {months} tháng, không chia được nhiều kỳ hơn thế."
    return ""


def check_repayment(file: LoanFile, new: Repayment) -> None:
    """See that a repayment fits a loan, on its own day and on each later one.

    Raises:
        Conflict: The loan is not lent on that day.
        Invalid: By field: `principal_dong`, `interest_dong`, `paid_on`.
    """
    loan = file.loan
    _check_lent(file, new.paid_on, "paid_on")
    if new.principal_dong < 0 or new.interest_dong < 0:
        raise Invalid({"principal_dong": "Số tiền thu không được âm."})
    if not new.principal_dong and not new.interest_dong:
        raise Invalid({"principal_dong": "Ghi số tiền gốc hoặc tiền lãi đã thu."})
    least = least_outstanding_from(file, new.paid_on)
    if new.principal_dong > least:
        raise Invalid(
            {
                "principal_dong": f"Khoản vay {loan.code} chỉ còn nợ gốc {format_dong(least)} "
                "đồng. Chưa ghi gì vào sổ. Ghi lại tiền gốc; phần trả hơn thì đưa lại người vay "
                "hoặc ghi là lãi."
            }
        )


def least_outstanding_from(file: LoanFile, day: date) -> int:
    """The least that is owed of a loan at the end of a day or of any later one it changed on."""
    later = {day}
    for paid in file.repayments:
        later |= {paid.paid_on, paid.voided_on or paid.paid_on}
    if file.loan.written_off_on is not None:
        later.add(file.loan.written_off_on)
    return min(outstanding_dong(file, one) for one in later if one >= day)


def check_write_off(file: LoanFile, on: date, amount_dong: int, decision_no: str) -> None:
    """See that principal of a loan can be given up on a day.

    Raises:
        Conflict: Part of it was given up before, or it is not lent on that day.
        Invalid: By field: `written_off_on`, `written_off_dong`, `write_off_decision`.
    """
    loan = file.loan
    if loan.written_off_on is not None:
        raise Conflict(
            f"Khoản vay {loan.code} đã xóa nợ {format_dong(loan.written_off_dong)} đồng ngày "
            f"{short_date(loan.written_off_on)}. Sổ không đổi. Nếu ghi nhầm, hãy hoàn tác việc "
            "xóa nợ ấy rồi ghi lại."
        )
    _check_lent(file, on, "written_off_on")
    faults: dict[str, str] = {}
    if not decision_no.strip():
        faults["write_off_decision"] = "Ghi số quyết định xóa nợ."
    if amount_dong <= 0:
        faults["written_off_dong"] = "Ghi số nợ gốc được xóa lớn hơn 0."
    elif amount_dong > (least := least_outstanding_from(file, on)):
        faults["written_off_dong"] = (
            f"Khoản vay {loan.code} chỉ còn nợ gốc {format_dong(least)} đồng. "
            "Ghi lại số nợ được xóa."
        )
    if faults:
        raise Invalid(faults)


def check_extension(file: LoanFile, new: LoanExtension) -> None:
    """See that the last day of a loan can be put off.

    Raises:
        Conflict: Nothing is owed any more on the day of agreement.
        Invalid: By field: `due_on`, `extended_on`.
    """
    _check_lent(file, new.extended_on, "extended_on")
    loan = file.loan
    if not outstanding_dong(file, new.extended_on):
        raise Conflict(f"Khoản vay {loan.code} không còn nợ nên không cần gia hạn. Sổ không đổi.")
    if file.extensions and new.extended_on < file.extensions[-1].extended_on:
        before = short_date(file.extensions[-1].extended_on)
        raise Invalid({"extended_on": f"Đã gia hạn ngày {before}; lần này phải từ ngày ấy về sau."})
    present = file.extensions[-1].due_on if file.extensions else loan.due_on
    if present is not None and new.due_on <= present:
        raise Invalid({"due_on": f"Hạn mới phải sau hạn đang có ({short_date(present)})."})
    if new.due_on <= loan.lent_on:
        raise Invalid({"due_on": "Hạn trả phải sau ngày vay."})


def _check_lent(file: LoanFile, day: date, field: str) -> None:
    loan = file.loan
    if day < loan.lent_on:
        lent = short_date(loan.lent_on)
        raise Invalid({field: f"Khoản vay {loan.code} vay ngày {lent}; ngày này đứng trước đó."})
    if not is_lent(file, day) or loan.voided_on is not None:
        raise Conflict(f"Phiếu cho vay của khoản {loan.code} đã hủy. Sổ không đổi.")
