"""Parts of a loan, its interest by months and thirtieths, and money parted."""

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccb_desktop.domain.funds.loan_terms import (
    interest_dong,
    months_since,
    proposed_split,
    schedule,
)
from ccb_desktop.domain.funds.loans import Loan

DAYS = st.dates(date(2015, 1, 1), date(2035, 12, 31))


def a_loan(**more):
    values = {"lent_on": date(2025, 1, 15), "due_on": date(2025, 12, 15), "principal_dong": 12_000}
    return Loan(
        **{"code": "V1", "borrower": "Trần Văn Bình", "fund_id": 1, "voucher_id": 1} | values | more
    )


@pytest.mark.parametrize(
    ("lent", "day", "months"),
    [
        (date(2025, 1, 15), date(2025, 1, 15), 0),
        (date(2025, 1, 15), date(2025, 2, 14), 1),  # thirty days, no more than a month
        (date(2025, 1, 15), date(2025, 2, 15), 1),
        (date(2025, 1, 15), date(2025, 3, 18), 2 + Fraction(3, 30)),
        (date(2025, 1, 31), date(2025, 2, 28), 1),  # the last day of a shorter month
        (date(2025, 2, 1), date(2025, 2, 28), Fraction(27, 30)),
    ],
)
def test_months_are_full_ones_and_thirtieths_beyond(lent, day, months):
    assert months_since(lent, day) == months


@given(lent=DAYS, days=st.integers(0, 4000))
def test_a_day_later_never_makes_less_months(lent, days):
    day = lent + timedelta(days=days)
    assert months_since(lent, day) <= months_since(lent, day + timedelta(days=1))


@given(
    principal=st.integers(1, 10**10),
    rate=st.integers(0, 20_000),
    cuts=st.lists(st.integers(1, 1500), min_size=1, max_size=5, unique=True),
)
def test_interest_adds_up_over_stretches(principal, rate, cuts):
    loan = a_loan(principal_dong=principal, rate_thousandths=rate)
    bounds = [loan.lent_on, *(loan.lent_on + timedelta(days=cut) for cut in sorted(cuts))]
    parted = [(bounds[i], bounds[i + 1], principal) for i in range(len(bounds) - 1)]
    whole = interest_dong(loan, [(bounds[0], bounds[-1], principal)])
    assert interest_dong(loan, parted) == whole


def test_interest_is_rounded_half_up():
    loan = a_loan(rate_thousandths=500)  # 0,5 % a month
    stretch = (date(2025, 1, 15), date(2025, 2, 15))
    assert interest_dong(loan, [(*stretch, 10_000_000)]) == 50_000
    assert interest_dong(loan, [(*stretch, 100)]) == 1
    assert interest_dong(loan, [(*stretch, 99)]) == 0


def test_a_schedule_has_equal_parts_on_the_day_of_lending():
    loan = a_loan(
        principal_dong=10_000_000, rate_thousandths=500, instalments=3, due_on=date(2025, 7, 15)
    )
    first, second, last = schedule(loan)
    assert [one.due_on for one in (first, second, last)] == [
        date(2025, 3, 15),
        date(2025, 5, 15),
        date(2025, 7, 15),
    ]
    assert [one.principal_dong for one in (first, second, last)] == [
        3_333_333,
        3_333_333,
        3_333_334,
    ]
    assert [one.interest_dong for one in (first, second, last)] == [100_000, 66_667, 33_333]
    assert last.left_dong == 0


@given(
    principal=st.integers(1, 10**9),
    parts=st.integers(1, 60),
    lent=DAYS,
    days=st.integers(1, 3000),
    rate=st.integers(0, 2000),
)
def test_parts_add_up_and_come_in_order_by_the_last_day(principal, parts, lent, days, rate):
    due = lent + timedelta(days=days)
    loan = a_loan(
        principal_dong=principal, instalments=parts, lent_on=lent, due_on=due, rate_thousandths=rate
    )
    found = schedule(loan)
    assert sum(one.principal_dong for one in found) == principal
    assert found[-1].due_on == due
    assert found[-1].left_dong == 0
    assert [one.number for one in found] == list(range(1, len(found) + 1))
    days_of = [one.due_on for one in found]
    assert all(lent < day for day in days_of)
    assert days_of == sorted(set(days_of))


def test_a_loan_without_a_last_day_has_no_schedule():
    assert schedule(a_loan(due_on=None)) == ()


def test_a_put_off_last_day_spreads_the_parts_anew():
    assert schedule(a_loan(), date(2026, 6, 15))[-1].due_on == date(2026, 6, 15)


@given(paid=st.integers(0, 10**9), interest=st.integers(0, 10**6), owed=st.integers(0, 10**9))
def test_money_pays_interest_first_then_principal(paid, interest, owed):
    split = proposed_split(paid, interest, owed)
    assert split.interest_dong + split.principal_dong + split.over_dong == paid
    assert split.interest_dong == min(paid, interest)
    assert split.principal_dong <= owed
    assert not split.over_dong or split.principal_dong == owed
