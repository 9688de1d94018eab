"""Rows of the sheets *Vay vốn*, *Trả vốn* and *Vốn NHCSXH*."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from ccb_desktop.domain.exchange.typed_rows import TypedRow
from ccb_desktop.domain.funds.funds import Fund
from ccb_desktop.domain.funds.loan_vouchers import lending_voucher, repayment_voucher
from ccb_desktop.domain.funds.loans import BankLoanCount, Loan, Repayment
from ccb_desktop.domain.imports.context import Context
from ccb_desktop.domain.imports.matching import CannotTell
from ccb_desktop.domain.imports.merge import differences, take_in
from ccb_desktop.domain.imports.money_cells import (
    check_booking,
    fund_of,
    is_repeat,
    named_unit,
    unit_id_of,
)
from ccb_desktop.domain.imports.money_signatures import repayment_signature
from ccb_desktop.domain.imports.outcome import Duplicate, Outcome
from ccb_desktop.domain.members.people import Person
from ccb_desktop.domain.money import format_dong

_MOST_RATE = 100
_COUNTED = ("households", "balance_dong", "overdue_dong")


def repaid_day(row: TypedRow) -> date:
    """Repayments are taken in by day, then as they stand in the sheets."""
    day = row.values["paid_on"]
    return day if isinstance(day, date) else date.max


def take_loan(context: Context, row: TypedRow) -> None:
    """Lend money to a person of the roster; its payment is booked.

    Raises:
        CannotTell: Nobody fits, the fund is not known, the code is used for another loan, or
            it cannot be booked.
    """
    money = context.books.money
    person, fund = context.person(row), fund_of(context, row)
    if fund is None:
        raise CannotTell("Ghi quỹ cho vay.", "fund")
    read = _read_loan(context, row, person, fund)
    label = f"{read.code} – {read.borrower}"
    known = money.loan_of_code(read.code)
    if known is not None and _is_same(known, read, row):
        _say_again(context, row, known, label)
        return
    if known is not None and known.voided_on is None:
        raise CannotTell(
            f"Mã vay {known.code} đã dùng cho khoản {format_dong(known.principal_dong)} đồng của "
            f"{known.borrower}, vay ngày {known.lent_on:%d/%m/%Y}. Ghi mã khác, hoặc sửa khoản "
            "vay ấy ở trang Quỹ Hội.",
            "loan_code",
        )
    payment = lending_voucher(read)
    check_booking(context, fund, payment, ("lent_on", "principal_dong"))
    loan = money.add_loan(read, money.book(payment, context.result, row))
    context.done_to(row, loan.id, Outcome.CREATED, label)


def _read_loan(context: Context, row: TypedRow, person: Person, fund: Fund) -> Loan:
    cells: Mapping[str, Any] = row.values
    lent_on, due_on, rate = cells["lent_on"], cells.get("due_on"), cells.get("rate_per_month", 0)
    if due_on is not None and due_on < lent_on:
        context.tell(row, "due_on", "Hạn trả đứng trước ngày vay.")
        due_on = None
    if not 0 <= rate <= _MOST_RATE:
        context.tell(row, "rate_per_month", "Lãi suất một tháng phải từ 0 đến 100 %.")
        rate = 0
    unit = named_unit(context, str(cells.get("unit", "")))
    return Loan(
        code=str(cells["loan_code"]),
        borrower=person.full_name,
        person_id=person.id,
        unit_id=unit.id if unit else unit_id_of(context, person, lent_on),
        fund_id=fund.id or 0,
        principal_dong=cells["principal_dong"],
        rate_thousandths=round(rate * 1000),
        lent_on=lent_on,
        due_on=due_on,
        purpose=str(cells.get("purpose", "")),
        voucher_id=0,
    )


def _is_same(known: Loan, read: Loan, row: TypedRow) -> bool:
    """Whether a row says of a loan what the books say; its blank cells say nothing."""
    names = ["person_id", "fund_id", "principal_dong", "lent_on"]
    told = {"rate_per_month": "rate_thousandths", "due_on": "due_on", "purpose": "purpose"}
    names += [name for cell, name in told.items() if cell in row.values]
    return all(getattr(known, name) == getattr(read, name) for name in names)


def _say_again(context: Context, row: TypedRow, known: Loan, label: str) -> None:
    """Note a row of a loan that the books have; its code tells that it is the same."""
    is_of_this_import = known.voucher_id < 0
    if context.origin.is_known or is_of_this_import:
        context.done_to(row, known.id, Outcome.UNCHANGED, label)
        return
    context.result.duplicates.append(Duplicate(row.row_number, label, None, f"mã {known.code}"))
    context.done(row, Outcome.SKIPPED, label)


def take_repayment(context: Context, row: TypedRow) -> None:
    """Take in what came back of a loan; principal and interest are one receipt.

    Raises:
        CannotTell: There is no such loan, more comes back than is out, or it cannot be booked.
    """
    cells: Mapping[str, Any] = row.values
    money = context.books.money
    loan = money.loan_of_code(str(cells["loan_code"]))
    if loan is None:
        raise CannotTell(
            f"Không có khoản vay nào mang mã {cells['loan_code']}. "
            "Nhập khoản vay ở trang Vay vốn trước.",
            "loan_code",
        )
    read = Repayment(
        loan_id=loan.id or 0,
        paid_on=cells["paid_on"],
        principal_dong=cells["principal_dong"],
        interest_dong=cells.get("interest_dong", 0),
        voucher_id=0,
    )
    label = f"{loan.code} – {loan.borrower}"
    receipt = repayment_voucher(
        loan, read.paid_on, read.principal_dong, read.interest_dong, loan.place
    )
    if is_repeat(context, row, [repayment_signature(read)], label):
        return
    check_booking(context, money.funds[loan.fund_id], receipt, ("paid_on", "principal_dong"))
    _check_repayment(context, loan, read)
    money.add_repayment(read, money.book(receipt, context.result, row))
    context.done(row, Outcome.CREATED, label)


def _check_repayment(context: Context, loan: Loan, read: Repayment) -> None:
    if loan.voided_on is not None:
        raise CannotTell(
            f"Khoản vay {loan.code} đã hủy ngày {loan.voided_on:%d/%m/%Y}.", "loan_code"
        )
    if read.paid_on < loan.lent_on:
        raise CannotTell(
            f"Khoản vay {loan.code} cho vay ngày {loan.lent_on:%d/%m/%Y}, không thể trả trước "
            "ngày ấy.",
            "paid_on",
        )
    left = context.books.money.outstanding_dong(loan)
    if read.principal_dong > left:
        raise CannotTell(
            f"Khoản vay {loan.code} chỉ còn nợ {format_dong(left)} đồng gốc, "
            f"dòng này trả {format_dong(read.principal_dong)} đồng.",
            "principal_dong",
        )


def take_bank_loan(context: Context, row: TypedRow) -> None:
    """Take in what a group of the policy bank stood at on a day, or correct it."""
    cells: Mapping[str, Any] = row.values
    money, group = context.books.money, str(cells["group"])
    known = money.count_of(cells["counted_on"], group)
    found = known or BankLoanCount(counted_on=cells["counted_on"], group_name=group)
    read = {name: round(cells[name]) for name in _COUNTED if name in cells}
    after = take_in(found, read, _COUNTED)
    label = f"{found.group_name} – {found.counted_on:%d/%m/%Y}"
    if known is None:
        context.done_to(row, money.add_count(after).id, Outcome.CREATED, label)
    elif money.bank_loan_counts.put(after):
        changes = differences(known, after, context.print_value)
        context.done_to(row, known.id, Outcome.CHANGED, label, changes)
    else:
        context.done_to(row, known.id, Outcome.UNCHANGED, label)
