"""The vouchers of loans: one payment when it is given, one receipt each time something comes."""

from datetime import date

from ccb_desktop.domain.funds.funds import MoneyPlace
from ccb_desktop.domain.funds.loans import Loan
from ccb_desktop.domain.funds.vouchers import Voucher, VoucherKind
from ccb_desktop.domain.money import format_dong

LENDING = "Cho vay"
PRINCIPAL_BACK = "Thu hồi vốn vay"
INTEREST = "Lãi cho vay"


def lending_voucher(loan: Loan) -> Voucher:
    """The payment by which a loan goes out."""
    purpose = f", {loan.purpose.strip()}" if loan.purpose.strip() else ""
    return Voucher(
        kind=VoucherKind.PAYMENT,
        issued_on=loan.lent_on,
        fund_id=loan.fund_id,
        place=loan.place,
        amount_dong=loan.principal_dong,
        payer=loan.borrower,
        content=f"Cho vay vốn, mã {loan.code}{purpose}",
        category=LENDING,
        unit_id=loan.unit_id,
        person_id=loan.person_id,
    )


def repayment_voucher(
    loan: Loan, paid_on: date, principal_dong: int, interest_dong: int, place: MoneyPlace
) -> Voucher:
    """The one receipt of principal and interest that came together; its words say both."""
    parts = []
    if principal_dong:
        parts.append(f"gốc {format_dong(principal_dong)} đồng")
    if interest_dong:
        parts.append(f"lãi {format_dong(interest_dong)} đồng")
    return Voucher(
        kind=VoucherKind.RECEIPT,
        issued_on=paid_on,
        fund_id=loan.fund_id,
        place=place,
        amount_dong=principal_dong + interest_dong,
        payer=loan.borrower,
        content=f"Thu nợ vay vốn, mã {loan.code}: {', '.join(parts)}",
        category=PRINCIPAL_BACK if principal_dong else INTEREST,
        unit_id=loan.unit_id,
        person_id=loan.person_id,
    )
