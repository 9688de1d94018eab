"""What a loan, a repayment, a write-off and an extension must be like."""

from dataclasses import replace
from datetime import date

import pytest

from ccb_desktop.domain.errors import Conflict, Invalid
from ccb_desktop.domain.funds.loan_checks import (
    check_extension,
    check_loan,
    check_repayment,
    check_write_off,
)
from ccb_desktop.domain.funds.loans import LoanExtension, Repayment
from tests.domain.funds.test_loan_state import DUE, LENT, a_file

LOAN = a_file().loan


def back(day, principal, interest=0):
    return Repayment(
        loan_id=1, paid_on=day, principal_dong=principal, interest_dong=interest, voucher_id=1
    )


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"code": " "}, "code"),
        ({"borrower": ""}, "borrower"),
        ({"principal_dong": 0}, "principal_dong"),
        ({"rate_thousandths": 20_001}, "rate_thousandths"),
        ({"due_on": LENT}, "due_on"),
        ({"instalments": 0}, "instalments"),
        ({"instalments": 12}, "instalments"),
        ({"instalments": 2, "due_on": None}, "instalments"),
    ],
)
def test_a_loan_that_cannot_be_given_is_refused(more, field):
    with pytest.raises(Invalid) as caught:
        check_loan(replace(LOAN, **more))
    assert list(caught.value.fields) == [field]


def test_a_loan_in_a_part_for_each_month_is_taken():
    check_loan(replace(LOAN, instalments=11))


def test_no_more_principal_comes_back_than_is_owed_on_any_later_day():
    file = a_file((date(2025, 6, 1), 4000, 0))
    check_repayment(file, back(date(2025, 3, 1), 2000))
    with pytest.raises(Invalid, match=r"chỉ còn nợ gốc 2[.]000 đồng"):
        check_repayment(file, back(date(2025, 3, 1), 2001))
    with pytest.raises(Invalid):
        check_repayment(file, back(date(2025, 7, 1), 2001))


def test_interest_may_come_alone_but_nothing_may_not():
    check_repayment(a_file((LENT, 6000, 0)), back(DUE, 0, 30))
    with pytest.raises(Invalid):
        check_repayment(a_file(), back(DUE, 0, 0))


def test_nothing_comes_back_before_lending_or_of_a_voided_loan():
    with pytest.raises(Invalid):
        check_repayment(a_file(), back(date(2025, 1, 14), 1))
    with pytest.raises(Conflict):
        check_repayment(a_file(loan={"voided_on": DUE}), back(date(2025, 2, 1), 1))


def test_a_write_off_needs_a_decision_and_no_more_than_is_owed():
    file = a_file((date(2025, 3, 1), 1000, 0))
    check_write_off(file, DUE, 5000, "12/QĐ-CCB")
    for amount, decision in ((5001, "12/QĐ-CCB"), (0, "12/QĐ-CCB"), (10, " ")):
        with pytest.raises(Invalid):
            check_write_off(file, DUE, amount, decision)
    given_up = replace(file, loan=replace(file.loan, written_off_on=DUE, written_off_dong=10))
    with pytest.raises(Conflict):
        check_write_off(given_up, DUE, 10, "13/QĐ-CCB")


def test_an_extension_puts_the_last_day_off():
    def until(day, agreed=DUE):
        return LoanExtension(loan_id=1, extended_on=agreed, due_on=day)

    check_extension(a_file(), until(date(2026, 6, 1)))
    check_extension(a_file(loan={"due_on": None}), until(date(2026, 6, 1)))
    with pytest.raises(Invalid, match="sau hạn đang có"):
        check_extension(a_file(), until(DUE))
    with pytest.raises(Invalid, match="từ ngày ấy về sau"):
        check_extension(
            a_file(extensions=(until(date(2026, 3, 1)),)),
            until(date(2026, 6, 1), agreed=date(2025, 12, 1)),
        )
    with pytest.raises(Conflict):
        check_extension(a_file((LENT, 6000, 0)), until(date(2026, 6, 1)))
