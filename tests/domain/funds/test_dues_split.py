"""Dues shared out: nothing is lost by rounding, every year and month by its own rate."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from ccb_desktop.domain.funds.dues import DuesPeriod, DuesRate
from ccb_desktop.domain.funds.dues_rules import DuesRules
from ccb_desktop.domain.funds.dues_split import DuesSum, split_by_rate, split_dues

OLD = DuesRate(from_on=date(2024, 1, 1), amount_dong=36_000, chi_hoi_percent=50)
NEW = DuesRate(
    from_on=date(2026, 7, 1), amount_dong=5_000, period=DuesPeriod.MONTH, upper_percent=40
)
RULES = DuesRules((OLD, NEW))


@given(st.integers(0, 10**9), st.integers(0, 100), st.integers(0, 100))
def test_the_parts_are_the_whole(amount, first, second):
    rate = DuesRate(
        from_on=date(2026, 1, 1),
        amount_dong=1,
        chi_hoi_percent=first,
        upper_percent=min(second, 100 - first),
    )

    split = split_by_rate(amount, rate)

    assert split.total_dong == amount
    assert min(split) >= 0


def test_every_year_and_month_by_its_own_rate():
    sums = [DuesSum(2025, None, 101), DuesSum(2026, 6, 100), DuesSum(2026, 7, 1_000)]

    assert tuple(split_dues(sums, RULES)) == (100, 101 + 600, 400)


def test_without_a_rate_everything_is_the_branch_s():
    assert tuple(split_dues([DuesSum(2020, None, 100)], RULES)) == (0, 100, 0)
    assert tuple(split_dues([], RULES)) == (0, 0, 0)
