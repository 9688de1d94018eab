"""Partly known days are compared at their best: only what is certain counts."""

from ccb_desktop.domain.record_gaps.records import least_years, most_years, surely_before, told
from tests.domain.record_gaps.record_values import day


def test_only_days_that_cannot_meet_lie_before_each_other():
    assert surely_before(day("1951"), day("1/1952"))
    assert not surely_before(day("1952"), day("5/1952"))
    assert not surely_before(day("5/1952"), day("1952"))


def test_years_between_days_have_a_least_and_a_most():
    assert (least_years(day("1950"), day("1970")), most_years(day("1950"), day("1970"))) == (19, 20)
    exact = day("19/5/1950"), day("18/5/1970")
    assert least_years(*exact) == most_years(*exact) == 19


def test_an_entry_is_told_with_its_label():
    assert told("born_on", day("5/1952")) == "Ngày sinh: 5/1952"
