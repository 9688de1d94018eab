"""What the books say of those who may be put forward."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccb_desktop.domain.emulation.awards import Award
from ccb_desktop.domain.emulation.candidates import (
    YEARS_SHOWN,
    Candidate,
    full_years,
    reached_thresholds,
    unrewarded_for,
    usual_reason,
    waits_for_medal,
)
from ccb_desktop.domain.partial_dates import PartialDate

ON = date(2026, 11, 30)
BEST, LABEL = "EXEMPLARY", "CCB gương mẫu"


def a_candidate(best=(), awarded=(), **more):
    known = {"name": "Lê Văn Tám", "sort_key": "", "on": ON, "best": BEST, "settled": False}
    grades = dict.fromkeys(best, (BEST, LABEL))
    awards = tuple(
        Award(awarded_on=date(year, 6, 1), recipient="", form="Giấy khen", giver="Quận")
        for year in awarded
    )
    return Candidate(grades=grades, awards=awards, **(known | more))


def test_the_last_years_are_told_and_no_more():
    one = a_candidate(best=range(2015, 2027), awarded=range(2015, 2027))
    shown = range(2027 - YEARS_SHOWN, 2027)
    assert one.told_grades == "; ".join(f"{year} {LABEL}" for year in shown)
    told = [f"Giấy khen (Quận, {year})" for year in reversed(shown)]
    assert one.told_awards == "; ".join(told)


@given(st.dates(date(1950, 1, 1), ON), st.dates(date(1950, 1, 1), ON))
def test_full_years_are_counted_from_day_to_day(first, second):
    since, on = sorted((first, second))
    years = full_years(PartialDate.of(since), on)
    begun = (on.month, on.day) >= (since.month, since.day)
    assert years == on.year - since.year - (not begun)


def test_a_year_alone_counts_from_its_first_day_and_nothing_is_negative():
    assert full_years(PartialDate(2010), date(2026, 1, 1)) == 16
    assert full_years(PartialDate(2027), ON) == 0


@pytest.mark.parametrize(
    ("joined", "medal_year", "waits"),
    [("30/11/2011", None, True), ("1/12/2011", None, False), ("2000", 2019, False)],
)
def test_who_waits_for_the_medal(joined, medal_year, waits):
    one = a_candidate(joined_on=PartialDate.parse(joined), medal_year=medal_year)
    assert waits_for_medal(one, 15) is waits
    assert not waits_for_medal(a_candidate(), 15)


def test_a_reason_begins_with_what_the_books_say():
    one = a_candidate(best=(2024, 2025), joined_on=PartialDate(2000), posts="Chi hội trưởng")
    reason = "CCB gương mẫu 2 năm liền đến 2025; Chi hội trưởng"
    assert usual_reason(one, "Giấy khen") == reason
    assert usual_reason(one, "Kỷ niệm chương") == f"26 năm trong Hội; {reason}"
    assert usual_reason(a_candidate(), "Giấy khen") == ""


def test_years_without_award_count_the_present_one():
    assert unrewarded_for(a_candidate(awarded=(2023,)), (1, 3, 5)) == {1, 3}
    assert unrewarded_for(a_candidate(), (1, 3, 5)) == {1, 3, 5}
    assert reached_thresholds(3, (1, 3, 5)) == {1, 3}
    assert reached_thresholds(None, (1,)) == frozenset()
