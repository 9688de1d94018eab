"""Where a loan stands on a day, and what loans add up to."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from ccb_desktop.domain.funds import loan_state
from ccb_desktop.domain.funds.loan_state import LoanStanding, standing
from ccb_desktop.domain.funds.loans import Loan, LoanExtension, LoanFile, Repayment

LENT, DUE = date(2025, 1, 15), date(2025, 12, 15)


def a_file(*repaid, loan=None, **more):
    """A loan of 6.000 with what came back: (day, principal, interest), maybe a day of voiding."""
    values = {"lent_on": LENT, "due_on": DUE, "principal_dong": 6000, "id": 1, **(loan or {})}
    made = Loan(
        **{"code": "V1", "borrower": "Trần Văn Bình", "fund_id": 1, "voucher_id": 1} | values
    )
    paid = tuple(
        Repayment(
            loan_id=1,
            paid_on=day,
            principal_dong=principal,
            interest_dong=interest,
            voucher_id=1,
            voided_on=voided[0] if voided else None,
        )
        for day, principal, interest, *voided in repaid
    )
    return LoanFile(loan=made, repayments=paid, **more)


def test_what_is_owed_falls_by_what_comes_back():
    file = a_file((date(2025, 3, 1), 1000, 50), (date(2025, 6, 1), 5000, 0))
    owed = [
        loan_state.outstanding_dong(file, day)
        for day in (date(2025, 1, 14), LENT, date(2025, 3, 1), date(2025, 6, 1))
    ]
    assert owed == [0, 6000, 5000, 0]


def test_a_voided_repayment_counts_until_its_day():
    file = a_file((date(2025, 3, 1), 1000, 50, date(2025, 4, 1)))
    assert loan_state.outstanding_dong(file, date(2025, 3, 31)) == 5000
    assert loan_state.outstanding_dong(file, date(2025, 4, 1)) == 6000
    assert loan_state.interest_paid_dong(file, date(2025, 4, 1)) == 0


def test_a_voided_loan_is_owed_until_its_day_and_taken_off_what_was_lent():
    file = a_file(loan={"voided_on": date(2025, 2, 1)})
    assert loan_state.outstanding_dong(file, date(2025, 1, 31)) == 6000
    assert loan_state.outstanding_dong(file, date(2025, 2, 1)) == 0
    january = (date(2025, 1, 1), date(2025, 1, 31))
    assert loan_state.disbursed_dong([file], *january) == 6000
    assert loan_state.disbursed_dong([file], date(2025, 1, 1), date(2025, 2, 28)) == 0
    assert loan_state.disbursed_dong([file], date(2025, 2, 1), date(2025, 2, 28)) == -6000


def test_a_loan_is_overdue_from_the_day_after():
    file = a_file()
    assert loan_state.overdue_dong(file, DUE) == 0
    assert loan_state.overdue_dong(file, DUE + timedelta(days=1)) == 6000
    assert loan_state.days_overdue(file, DUE + timedelta(days=10)) == 10


def test_a_put_off_last_day_holds_from_the_day_of_agreement():
    later = LoanExtension(loan_id=1, extended_on=date(2026, 1, 10), due_on=date(2026, 6, 15))
    file = a_file(extensions=(later,))
    assert loan_state.overdue_dong(file, date(2026, 1, 9)) == 6000
    assert loan_state.overdue_dong(file, date(2026, 1, 10)) == 0
    assert loan_state.overdue_dong(file, date(2026, 6, 16)) == 6000


def test_what_was_written_off_is_owed_no_more():
    given_up = {"written_off_on": date(2026, 2, 1), "written_off_dong": 5000}
    file = a_file((date(2025, 3, 1), 1000, 0), loan=given_up)
    assert standing(file, date(2026, 1, 31)) is LoanStanding.OVERDUE
    assert loan_state.outstanding_dong(file, date(2026, 2, 1)) == 0
    assert standing(file, date(2026, 2, 1)) is LoanStanding.WRITTEN_OFF


def test_a_part_that_did_not_come_is_late_before_the_last_day():
    file = a_file((date(2025, 5, 1), 500, 0), loan={"instalments": 2, "due_on": date(2025, 9, 15)})
    part = loan_state.next_part(file, date(2025, 5, 1))
    assert (part.due_on, part.lacking_dong) == (date(2025, 5, 15), 2500)
    assert standing(file, date(2025, 4, 1)) is LoanStanding.RUNNING
    assert standing(file, date(2025, 5, 1)) is LoanStanding.DUE_SOON
    assert standing(file, date(2025, 5, 15)) is LoanStanding.DUE_SOON
    assert standing(file, date(2025, 5, 16)) is LoanStanding.LATE
    assert loan_state.late_dong(file, date(2025, 5, 16)) == 2500
    assert standing(file, date(2025, 9, 16)) is LoanStanding.OVERDUE


def test_each_part_tells_what_of_it_has_not_come():
    loan = {"instalments": 3, "due_on": date(2025, 7, 15)}
    file = a_file((date(2025, 3, 1), 3000, 0), loan=loan)
    states = loan_state.part_states(file, date(2025, 5, 20))
    assert [(one.lacking_dong, one.is_late) for one in states] == [
        (0, False),
        (1000, True),
        (2000, False),
    ]
    assert sum(one.lacking_dong for one in states if one.is_late) == loan_state.late_dong(
        file, date(2025, 5, 20)
    )


def test_every_other_standing():
    assert standing(a_file(), date(2025, 1, 1)) is LoanStanding.NOT_YET
    assert standing(a_file((LENT, 6000, 0)), LENT) is LoanStanding.PAID_OFF
    voided = a_file(loan={"voided_on": date(2025, 2, 1)})
    assert standing(voided, date(2025, 2, 1)) is LoanStanding.VOIDED
    assert standing(voided, date(2025, 1, 31)) is LoanStanding.RUNNING


def test_interest_grows_on_what_is_owed_and_stops_when_it_is_paid_back():
    file = a_file(
        (date(2025, 3, 15), 3_000_000, 60_000),
        loan={"principal_dong": 6_000_000, "rate_thousandths": 500},
    )
    assert loan_state.interest_accrued_dong(file, date(2025, 3, 15)) == 60_000
    assert loan_state.interest_due_dong(file, date(2025, 3, 15)) == 0
    assert loan_state.interest_due_dong(file, date(2025, 4, 15)) == 15_000
    assert loan_state.interest_due_dong(file, date(2025, 4, 30)) == 22_500


def test_one_who_owes_two_loans_is_one_borrower():
    first = a_file(loan={"person_id": 7})
    second = a_file(loan={"person_id": 7, "fund_id": 2, "principal_dong": 1000})
    stranger = a_file(loan={"borrower": "Lê Thị Chín", "unit_id": 3})
    again = a_file(loan={"borrower": "lê thị chín", "unit_id": 3})
    files = [first, second, stranger, again]
    assert len({loan_state.borrower_key(file) for file in files}) == 2
    assert loan_state.outstanding_by_fund(files, LENT) == {1: 18000, 2: 1000}
    assert loan_state.sums(files, LENT).principal_dong == 19000


def test_loans_without_interest_are_told_apart():
    free, paid = a_file(), a_file(loan={"rate_thousandths": 500, "principal_dong": 70})
    year = (date(2025, 1, 1), date(2025, 12, 31))
    assert loan_state.disbursed_dong([free, paid], *year) == 6070
    assert loan_state.disbursed_dong([free, paid], *year, interest_free=True) == 6000


@given(
    paid=st.lists(
        st.tuples(st.integers(0, 700), st.integers(0, 900), st.integers(0, 90) | st.none()),
        max_size=6,
    ),
    day=st.integers(-5, 900),
    parts=st.integers(1, 11),
)
def test_principal_is_always_owed_come_back_or_given_up(paid, day, parts):
    repaid = [
        (
            LENT + timedelta(days=on),
            principal,
            0,
            *([] if until is None else [LENT + timedelta(days=on + until)]),
        )
        for on, principal, until in paid
    ]
    file = a_file(*repaid, loan={"instalments": parts})
    on = LENT + timedelta(days=day)
    whole = 6000 if day >= 0 else 0
    back = loan_state.repaid_dong(file, on) if day >= 0 else 0
    assert loan_state.outstanding_dong(file, on) + back == whole
    assert loan_state.late_dong(file, on) <= max(0, loan_state.outstanding_dong(file, on))
    untouched = replace(file, repayments=())
    assert loan_state.outstanding_dong(file, on) <= loan_state.outstanding_dong(untouched, on)
