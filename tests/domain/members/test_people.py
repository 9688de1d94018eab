"""Age by the branch's rule, years of longevity, policies in their time."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccb_desktop.domain.members.people import AgeRule, Policy, is_longevity_age
from ccb_desktop.domain.partial_dates import PartialDate
from tests.books import day


@pytest.mark.parametrize(
    ("born", "by_year", "completed", "tuoi_mu"),
    [
        ("19/5/1956", 70, 70, 71),
        ("1/7/1956", 70, 69, 71),
        ("30/6/1956", 70, 70, 71),
        ("6/1956", 70, 70, 71),
        ("7/1956", 70, 69, 71),
        ("1956", 70, 69, 71),
    ],
)
def test_age_on_the_last_day_of_june(born, by_year, completed, tuoi_mu):
    rules = ("YEAR_DIFFERENCE", "COMPLETED_YEARS", "TUOI_MU")
    ages = [AgeRule(code).age(day(born), date(2026, 6, 30)) for code in rules]
    assert ages == [by_year, completed, tuoi_mu]
    assert AgeRule() == AgeRule("YEAR_DIFFERENCE")


@given(st.dates(date(1900, 1, 1)), st.integers(0, 110))
def test_the_rules_differ_by_a_year_at_most(born, years):
    on = date(min(born.year + years, 9999), 3, 1)
    ages = [AgeRule(c).age(PartialDate.of(born), on) for c in ("COMPLETED_YEARS", "TUOI_MU")]
    assert ages[1] - ages[0] in (1, 2)


def test_longevity_is_wished_every_five_years_and_yearly_from_a_hundred():
    wished = [age for age in range(60, 105) if is_longevity_age(age)]
    assert wished == [70, 75, 80, 85, 90, 95, 100, 101, 102, 103, 104]


def test_a_policy_holds_from_its_first_to_its_last_day():
    policy = Policy(kind="THUONG_BINH", from_on=day("5/2020"), to_on=day("2025"))
    on = [date(2020, 4, 30), date(2020, 5, 1), date(2025, 12, 31), date(2026, 1, 1)]
    assert [policy.holds_on(one) for one in on] == [False, True, True, False]
    assert Policy(kind="BENH_BINH").holds_on(date(1950, 1, 1))
