"""Bounds of ratings, the day of the roster, and what a locked year says."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccb_desktop.domain.emulation.grading import (
    GradingYear,
    Rating,
    Stage,
    check_bounds,
    check_open,
)
from ccb_desktop.domain.errors import Conflict, Invalid

YEAR = GradingYear(year=2025)
TODAY = date(2026, 3, 1)


@given(st.decimals(0, 120, places=2), st.decimals(0, 120, places=2))
def test_more_points_never_come_to_less(one, other):
    order = list(Rating)
    least, most = sorted((one, other))
    assert order.index(YEAR.proposed(most)) <= order.index(YEAR.proposed(least))


@pytest.mark.parametrize(
    ("points", "rating"),
    [
        ("90", Rating.EXCELLENT),
        ("89.9", Rating.GOOD),
        ("70", Rating.GOOD),
        ("50", Rating.DONE),
        ("49.99", Rating.NOT_DONE),
    ],
)
def test_a_bound_belongs_to_the_better_rating(points, rating):
    assert YEAR.proposed(Decimal(points)) is rating


def test_the_roster_is_that_of_the_years_end_or_of_today_or_of_the_day_chosen():
    assert YEAR.roster_on(TODAY) == date(2025, 12, 31)
    assert YEAR.roster_on(date(2025, 11, 3)) == date(2025, 11, 3)
    chosen = replace(YEAR, graded_on=date(2025, 12, 1))
    assert chosen.roster_on(TODAY) == date(2025, 12, 1)


def test_a_locked_year_says_since_when_and_what_to_do():
    check_open(replace(YEAR, stage=Stage.AGREED))
    with pytest.raises(Conflict, match=r"năm 2025 đã khóa từ ngày 05/01/2026.*Mở khóa"):
        check_open(replace(YEAR, stage=Stage.LOCKED, locked_on=date(2026, 1, 5)))


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"good_points": Decimal(90)}, "good_points"),
        ({"done_points": Decimal(70)}, "done_points"),
        ({"excellent_cap": 101}, "excellent_cap"),
        ({"graded_on": date(2024, 12, 31)}, "graded_on"),
        ({"graded_on": date(2026, 3, 2)}, "graded_on"),
    ],
)
def test_bounds_that_contradict_each_other_are_refused(changed, field):
    check_bounds(YEAR, TODAY)
    with pytest.raises(Invalid) as told:
        check_bounds(replace(YEAR, **changed), TODAY)
    assert set(told.value.fields) == {field}
