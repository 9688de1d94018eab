"""Loans given, paid back, put off, given up and voided, on a real store."""

from dataclasses import replace
from datetime import date

import pytest

from ccb_desktop.domain.errors import AlreadyDone, Conflict, Invalid, Locked
from ccb_desktop.domain.funds.loan_state import outstanding_dong, overdue_dong
from ccb_desktop.domain.funds.loans import Loan, LoanExtension
from ccb_desktop.operations.funds import funds, loans, locks, vouchers
from ccb_desktop.operations.funds.loans import Paid
from ccb_desktop.operations.undo import undo
from tests.ledger import held, open_fund

LENT = date(2026, 2, 10)
TODAY = date.today()


def a_loan(fund_id, **more):
    values = {"principal_dong": 6000, "lent_on": LENT, "due_on": date(2026, 8, 10), **more}
    return Loan(
        **{"code": "V2026-01", "borrower": "Trần Văn Bình"} | values, fund_id=fund_id, voucher_id=0
    )


@pytest.fixture
def fund_id(store):
    return open_fund(store, cash=10_000)


@pytest.fixture
def lent(store, fund_id):
    return loans.lend(store, a_loan(fund_id))[1]


def owed(store, loan, on=TODAY):
    return outstanding_dong(loans.load_loan(store, loan.id), on)


def test_lending_pays_out_of_the_fund(store, fund_id, lent):
    assert held(store, fund_id) == (4000, 0)
    assert owed(store, lent) == 6000
    paid = loans.vouchers_of(store, loans.load_loan(store, lent.id))[lent.voucher_id]
    assert (paid.number_text, paid.category, paid.payer) == (
        "PC-2026-0001",
        "Cho vay",
        "Trần Văn Bình",
    )


def test_a_fund_cannot_lend_what_it_lacks(store, fund_id):
    with pytest.raises(Invalid, match="không đủ tiền mặt") as caught:
        loans.lend(store, a_loan(fund_id, principal_dong=10_001))
    assert list(caught.value.fields) == ["principal_dong"]
    assert loans.list_loans(store) == []
    assert held(store, fund_id) == (10_000, 0)


def test_a_code_is_used_once_while_its_loan_stands(store, fund_id, lent):
    again = a_loan(fund_id, code="v2026-01", principal_dong=10)
    with pytest.raises(Invalid, match="đã dùng"):
        loans.lend(store, again)
    loans.void_loan(store, lent.id, "Ghi nhầm")
    loans.lend(store, again)


def test_one_form_lends_once(store, fund_id):
    loans.lend(store, a_loan(fund_id, principal_dong=10), "form")
    with pytest.raises(AlreadyDone):
        loans.lend(store, a_loan(fund_id, principal_dong=10), "form")


def test_one_receipt_brings_principal_and_interest(store, fund_id, lent):
    loans.repay(
        store, lent.id, Paid(paid_on=date(2026, 3, 10), principal_dong=1000, interest_dong=70)
    )
    assert held(store, fund_id) == (5070, 0)
    assert owed(store, lent) == 5000
    file = loans.load_loan(store, lent.id)
    receipt = loans.vouchers_of(store, file)[file.repayments[0].voucher_id]
    assert receipt.content == "Thu nợ vay vốn, mã V2026-01: gốc 1.000 đồng, lãi 70 đồng"
    assert receipt.category == "Thu hồi vốn vay"


def test_no_more_comes_back_than_is_owed(store, fund_id, lent):
    with pytest.raises(Invalid, match="chỉ còn nợ gốc"):
        loans.repay(store, lent.id, Paid(paid_on=date(2026, 3, 10), principal_dong=6001))
    assert held(store, fund_id) == (4000, 0)


def test_a_loan_that_is_paid_back_is_not_voided_before_its_receipts(store, fund_id, lent):
    loans.repay(store, lent.id, Paid(paid_on=date(2026, 3, 10), principal_dong=1000))
    with pytest.raises(Conflict, match="đã có lần trả"):
        loans.void_loan(store, lent.id, "Ghi nhầm")
    paid = loans.load_loan(store, lent.id).repayments[0]
    loans.void_repayment(store, lent.id, paid.id, "Ghi nhầm")
    assert owed(store, lent) == 6000
    loans.void_loan(store, lent.id, "Ghi nhầm")
    assert (owed(store, lent), held(store, fund_id)) == (0, (10_000, 0))
    with pytest.raises(Conflict):
        loans.repay(store, lent.id, Paid(paid_on=date(2026, 3, 10), principal_dong=1))


def test_a_loan_is_not_voided_before_the_day_on_which_its_receipts_were(store, lent):
    loans.repay(store, lent.id, Paid(paid_on=date(2026, 3, 10), principal_dong=1000))
    (paid,) = loans.load_loan(store, lent.id).repayments
    vouchers.void_voucher(store, paid.voucher_id, "Ghi nhầm", date(2026, 6, 10))
    with pytest.raises(Conflict, match="không sớm hơn ngày hủy"):
        vouchers.void_voucher(store, lent.voucher_id, "Ghi nhầm", date(2026, 6, 9))
    vouchers.void_voucher(store, lent.voucher_id, "Ghi nhầm", date(2026, 6, 10))


def test_voiding_the_voucher_itself_takes_the_loan_back(store, fund_id, lent):
    vouchers.void_voucher(store, lent.voucher_id, "Ghi nhầm")
    assert loans.load_loan(store, lent.id).loan.voided_on == TODAY


def test_giving_up_moves_no_money(store, fund_id, lent):
    day = date(2026, 5, 5)
    loans.write_off(store, lent.id, day, 6000, "12/QĐ-CCB")
    assert held(store, fund_id) == (4000, 0)
    assert (owed(store, lent, date(2026, 5, 4)), owed(store, lent, day)) == (6000, 0)


def test_giving_up_is_undone_and_respects_locks(store, lent):
    change = loans.write_off(store, lent.id, date(2026, 5, 5), 6000, "12/QĐ-CCB")
    undo(store, change.action_id)
    assert owed(store, lent) == 6000
    locks.lock_period(store, 2026, 5)
    with pytest.raises(Locked):
        loans.write_off(store, lent.id, date(2026, 5, 5), 6000, "12/QĐ-CCB")


def test_what_was_given_up_is_not_owed_again_to_a_closed_fund(store, fund_id):
    _change, loan = loans.lend(store, a_loan(fund_id, principal_dong=10_000))
    given_up = loans.write_off(store, loan.id, date(2026, 5, 5), 10_000, "12/QĐ-CCB")
    (fund,) = funds.list_funds(store)
    closing = funds.save_fund(store, replace(fund, closed_on=date(2026, 6, 1)))
    with pytest.raises(Conflict, match="lại còn cho vay"):
        undo(store, given_up.action_id)
    undo(store, closing.action_id)
    undo(store, given_up.action_id)
    assert owed(store, loan) == 10_000


def test_putting_off_leaves_days_before_as_they_were(store, lent):
    agreed = LoanExtension(
        loan_id=lent.id, extended_on=date(2026, 9, 1), due_on=date(2027, 2, 10), decision_no="3"
    )
    loans.extend(store, agreed)
    file = loans.load_loan(store, lent.id)
    assert overdue_dong(file, date(2026, 8, 31)) == 6000
    assert overdue_dong(file, date(2026, 9, 1)) == 0
    with pytest.raises(Invalid):
        loans.extend(store, replace(agreed, extended_on=date(2099, 1, 1)))


def test_words_are_corrected_and_money_is_not(store, fund_id, lent):
    wrong = replace(lent, purpose="Nuôi bò", principal_dong=1, code="V9", lent_on=TODAY)
    loans.correct_words(store, wrong)
    assert loans.load_loan(store, lent.id).loan == replace(lent, purpose="Nuôi bò")


def test_undoing_a_loan_reverses_its_payment(store, fund_id):
    change, _loan = loans.lend(store, a_loan(fund_id))
    undo(store, change.action_id)
    assert loans.list_loans(store) == []
    assert held(store, fund_id) == (10_000, 0)


def test_a_loan_with_repayments_is_not_undone(store, fund_id):
    change, loan = loans.lend(store, a_loan(fund_id))
    loans.repay(store, loan.id, Paid(paid_on=date(2026, 3, 10), principal_dong=1000))
    with pytest.raises(Conflict):
        undo(store, change.action_id)
    assert held(store, fund_id) == (5000, 0)


def test_the_next_code_is_free(store, fund_id, lent):
    files = loans.list_loans(store)
    assert loans.free_code(files, 2026) == "V2026-02"
    assert loans.free_code(files, 2027) == "V2027-01"


def test_a_fund_to_which_something_is_owed_is_not_closed(store, fund_id):
    loan = loans.lend(store, a_loan(fund_id, principal_dong=10_000))[1]
    (fund,) = funds.list_funds(store)
    closed = replace(fund, closed_on=date(2026, 6, 30))
    with pytest.raises(Invalid, match=r"còn cho vay 10[.]000 đồng"):
        funds.save_fund(store, closed)
    loans.write_off(store, loan.id, date(2026, 6, 30), 10_000, "12/QĐ-CCB")
    funds.save_fund(store, closed)
