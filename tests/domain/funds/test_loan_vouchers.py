"""Vouchers of loans against loans themselves: money goes out and comes back, none appears."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from ccb_desktop.domain.errors import UserError
from ccb_desktop.domain.funds import loan_state
from ccb_desktop.domain.funds.funds import MoneyPlace
from ccb_desktop.domain.funds.ledger import entries_of
from ccb_desktop.domain.funds.loan_checks import check_repayment, check_write_off
from ccb_desktop.domain.funds.loan_vouchers import lending_voucher, repayment_voucher
from ccb_desktop.domain.funds.loans import Loan, LoanFile, Repayment

LENT = date(2025, 1, 15)
DAYS = st.integers(0, 400)
ACTS = st.one_of(
    st.tuples(st.just("pay"), DAYS, st.integers(0, 4000), st.integers(0, 90)),
    st.tuples(st.just("void"), DAYS, st.integers(0, 5), st.just(0)),
    st.tuples(st.just("give up"), DAYS, st.integers(1, 7000), st.just(0)),
    st.tuples(st.just("void all"), DAYS, st.just(0), st.just(0)),
)
LOAN = Loan(
    id=1,
    code="V1",
    borrower="Trần Văn Bình",
    fund_id=1,
    principal_dong=6000,
    rate_thousandths=700,
    lent_on=LENT,
    due_on=date(2025, 12, 15),
    instalments=3,
    voucher_id=1,
)


class Books:
    """A loan with the entries of its vouchers, as operations would write both."""

    def __init__(self):
        self.file = LoanFile(loan=LOAN)
        self.entries = list(entries_of(lending_voucher(LOAN)))

    def act(self, what, days, amount, interest):
        on = LENT + timedelta(days=days)
        {"pay": self.pay, "void": self.void, "give up": self.give_up, "void all": self.void_all}[
            what
        ](on, amount, interest)

    def pay(self, on, principal, interest):
        new = Repayment(
            loan_id=1,
            paid_on=on,
            principal_dong=principal,
            interest_dong=interest,
            voucher_id=1,
        )
        check_repayment(self.file, new)
        self.file = replace(self.file, repayments=(*self.file.repayments, new))
        self.entries += entries_of(_receipt(new))

    def void(self, on, place, _none):
        paid = self.file.repayments[place] if place < len(self.file.repayments) else None
        if paid is not None and paid.voided_on is None:
            on = max(on, paid.paid_on)
            self._back(entries_of(_receipt(paid)), on)
            kept = list(self.file.repayments)
            kept[place] = replace(paid, voided_on=on)
            self.file = replace(self.file, repayments=tuple(kept))

    def give_up(self, on, amount, _none):
        check_write_off(self.file, on, amount, "12/QĐ-CCB")
        loan = replace(self.file.loan, written_off_on=on, written_off_dong=amount)
        self.file = replace(self.file, loan=loan)

    def void_all(self, on, _amount, _none):
        stands = any(paid.voided_on is None or paid.voided_on > on for paid in self.file.repayments)
        if not stands and self.file.loan.voided_on is None:
            self._back(entries_of(lending_voucher(LOAN)), on)
            self.file = replace(self.file, loan=replace(self.file.loan, voided_on=on))

    def _back(self, entries, on):
        self.entries += [
            one._replace(happened_on=on, amount_dong=-one.amount_dong) for one in entries
        ]

    def moved(self, on):
        return sum(one.amount_dong for one in self.entries if one.happened_on <= on)


def _receipt(paid):
    interest = paid.interest_dong
    return repayment_voucher(LOAN, paid.paid_on, paid.principal_dong, interest, MoneyPlace.BANK)


@given(acts=st.lists(ACTS, max_size=12), seen=DAYS)
def test_money_and_loans_together_grow_by_interest_and_fall_by_what_is_given_up(acts, seen):
    books = Books()
    for act in acts:
        try:
            books.act(*act)
        except UserError:
            continue
    for days in {seen, 400, *(act[1] for act in acts)}:
        on = LENT + timedelta(days=days)
        file = books.file
        owed = loan_state.outstanding_dong(file, on)
        given_up = loan_state.written_off_dong(file, on) if loan_state.is_lent(file, on) else 0
        interest = loan_state.interest_paid_dong(file, on)
        assert books.moved(on) + owed == interest - given_up
        assert owed >= 0


def test_the_words_of_a_receipt_say_what_came():
    alone = repayment_voucher(LOAN, LENT, 0, 700, MoneyPlace.CASH)
    assert (alone.content, alone.category) == (
        "Thu nợ vay vốn, mã V1: lãi 700 đồng",
        "Lãi cho vay",
    )
    both = repayment_voucher(LOAN, LENT, 1000, 700, MoneyPlace.CASH)
    assert both.content == "Thu nợ vay vốn, mã V1: gốc 1.000 đồng, lãi 700 đồng"
    assert (both.category, both.amount_dong) == ("Thu hồi vốn vay", 1700)
