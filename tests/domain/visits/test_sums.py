"""Sums of visits: levels apart and together, lượt and người told apart, voided ones taken off."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from ccb_desktop.domain.visits.lines import VisitLine
from ccb_desktop.domain.visits.sums import distinct, sum_up, sums_by, sums_by_level
from ccb_desktop.domain.visits.visits import PaidBy, Visit

YEAR = date(2026, 1, 1), date(2026, 12, 31)
DAYS = st.dates(date(2025, 11, 1), date(2027, 2, 1))


@st.composite
def lines(draw):
    day = draw(DAYS)
    voided_on = draw(st.none() | st.integers(0, 90).map(lambda days: day + timedelta(days)))
    return VisitLine(
        visit=Visit(
            visited_on=day,
            occasion=draw(st.sampled_from(["SICK", "FUNERAL"])),
            recipient=draw(st.sampled_from(["Bà Hai", "bà hai", "Ông Tám"])),
            person_id=draw(st.sampled_from([None, 1, 2])),
            paid_by=draw(st.sampled_from(PaidBy)),
            amount_dong=draw(st.integers(0, 9)),
            goods_value_dong=draw(st.integers(0, 9)),
            voided_on=voided_on,
        )
    )


@given(st.lists(lines()))
def test_both_levels_are_what_each_is_except_people(some):
    branch, chi_hoi, both = sums_by_level(some, *YEAR)
    assert branch.times + chi_hoi.times == both.times
    assert branch.amount_dong + chi_hoi.amount_dong == both.amount_dong
    assert branch.goods_dong + chi_hoi.goods_dong == both.goods_dong


@given(st.lists(lines().filter(lambda line: line.visit.voided_on is None)))
def test_who_is_visited_by_both_levels_is_one_person(some):
    branch, chi_hoi, both = sums_by_level(some, *YEAR)
    assert max(branch.people, chi_hoi.people) <= both.people <= branch.people + chi_hoi.people


def test_who_was_counted_before_and_is_taken_off_now_is_taken_off_once():
    assert distinct([("An", 1), ("An", 1), ("Bình", -1), ("Bình", -1), ("Chi", 0)]) == 0
    visit = Visit(
        visited_on=date(2025, 12, 30),
        occasion="SICK",
        recipient="Bà Hai",
        amount_dong=5,
        voided_on=date(2026, 1, 4),
    )
    found = sum_up("Hội", [VisitLine(visit=visit)], *YEAR)
    assert (found.times, found.people, found.amount_dong) == (-1, -1, -5)


@given(st.lists(lines()), DAYS)
def test_two_periods_side_by_side_come_to_the_whole(some, cut):
    first = sum_up("", some, date.min, cut)
    second = sum_up("", some, cut + timedelta(1), date.max)
    whole = sum_up("", some, date.min, date.max)
    assert first.times + second.times == whole.times
    assert whole.times == sum(line.visit.voided_on is None for line in some)
    assert first.worth_dong + second.worth_dong == whole.worth_dong


@given(st.lists(lines()))
def test_occasions_come_to_the_whole(some):
    parts = sums_by(some, lambda line: line.visit.occasion, *YEAR)
    assert sum(part.worth_dong for part in parts) == sum_up("", some, *YEAR).worth_dong


def test_one_person_visited_twice_is_one_and_a_name_is_told_apart_without_marks():
    visits = [
        Visit(visited_on=YEAR[0], occasion="SICK", recipient=name, person_id=person, amount_dong=5)
        for name, person in (("Ông Tám", 1), ("Ông Tám", 1), ("Bà Hai", None), ("BÀ HAI", None))
    ]
    found = sum_up("Hội", [VisitLine(visit=visit) for visit in visits], *YEAR)
    assert (found.times, found.people) == (4, 2)
    assert found.told == "Hội: 4 lượt, 2 người, 20 đồng"
