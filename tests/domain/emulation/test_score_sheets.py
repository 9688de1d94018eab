"""Sums, ranks, proposals and the share of the excellent, over any sheet and any points."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccb_desktop.domain.emulation.grading import Rating
from ccb_desktop.domain.emulation.score_sheets import (
    EvidenceFact,
    ScoredUnit,
    check_points,
    excellent_share,
    in_order,
    most_of,
    proposals,
    ranks,
    sum_of,
    told_cap,
    unscored,
    usual_criteria,
)
from ccb_desktop.domain.emulation.scores import Criterion, CriterionKind, check_criterion
from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.members.units import UnitKind

POINTS = st.decimals(0, 100, places=1)


@st.composite
def sheets(draw):
    """A score sheet with points for some of its criteria."""
    kinds = draw(st.lists(st.sampled_from(CriterionKind), min_size=1, max_size=8))
    sheet = [a_criterion(place, kind) for place, kind in enumerate(kinds, 1)]
    scored = draw(st.sets(st.sampled_from([one.id for one in sheet])))
    return sheet, {own: draw(POINTS) for own in scored}


def a_criterion(own, kind=CriterionKind.POINTS, most=100):
    return Criterion(
        id=own, year=2025, number=own, text=f"Tiêu chí {own}", kind=kind, most_points=Decimal(most)
    )


def a_unit(points=None, facts=None, rating=None):
    return ScoredUnit(
        unit_id=1,
        name="Chi hội 1",
        kind=UnitKind.CHI_HOI,
        points=points or {},
        facts=facts or {},
        rating=rating,
    )


@given(sheets())
def test_a_sum_is_points_and_bonus_less_deductions(drawn):
    sheet, points = drawn
    plus = sum(p for own, p in points.items() if sheet[own - 1].kind != CriterionKind.DEDUCTION)
    minus = sum(p for own, p in points.items() if sheet[own - 1].kind == CriterionKind.DEDUCTION)
    assert sum_of(sheet, points) == (plus - minus if points else None)


@given(st.dictionaries(st.integers(1, 30), st.none() | POINTS))
def test_a_rank_is_one_more_than_there_are_better_ones(sums):
    found = ranks(sums)
    scored = {unit: one for unit, one in sums.items() if one is not None}
    assert found == {
        unit: 1 + sum(other > one for other in scored.values()) for unit, one in scored.items()
    }


@given(st.integers(0, 500), st.integers(1, 500), st.integers(1, 100))
def test_proposed_points_are_in_proportion_and_never_above_the_most(part, whole, most):
    points = EvidenceFact("", part, whole).points(Decimal(most))
    assert 0 <= points <= most
    exact = Decimal(most) * min(part, whole) / whole
    assert abs(points - exact) <= Decimal("0.05")
    assert points == most or part < whole


def test_a_count_without_a_measure_proposes_nothing():
    assert EvidenceFact("10 lượt", 10).points(Decimal(10)) is None
    assert EvidenceFact("0 việc", 0, 0).points(Decimal(10)) is None


def test_only_what_is_open_and_no_deduction_is_proposed():
    sheet = [a_criterion(1), a_criterion(2), a_criterion(3, CriterionKind.DEDUCTION)]
    facts = dict.fromkeys((1, 2, 3), EvidenceFact("1/2", 1, 2))
    assert proposals(sheet, a_unit({1: Decimal(7)}, facts)) == {2: Decimal("50.0")}


def test_bonus_and_deductions_need_no_points():
    sheet = usual_criteria(2025)
    sheet = [a_criterion(place, one.kind) for place, one in enumerate(sheet, 1)]
    assert [one.kind for one in unscored(sheet, a_unit())] == [CriterionKind.POINTS] * 9


@given(st.lists(st.none() | st.sampled_from(Rating)), st.integers(0, 100))
def test_the_cap_warns_exactly_when_the_share_of_the_rated_is_above_it(ratings, cap):
    n, whole = excellent_share(a_unit(rating=one) for one in ratings)
    assert (n, whole) == (ratings.count(Rating.EXCELLENT), len(ratings) - ratings.count(None))
    assert bool(told_cap(n, whole, cap)) == (whole > 0 and n / whole > cap / 100)


def test_the_sheet_that_is_brought_along_has_a_hundred_points_and_can_be_kept():
    sheet = usual_criteria(2025)
    assert most_of(sheet) == 100
    assert in_order(reversed(sheet)) == sheet
    for one in sheet:
        check_criterion(one)


@pytest.mark.parametrize("points", ["-1", "10.5"])
def test_points_beyond_the_criterion_are_refused(points):
    check_points(a_criterion(1, most=10), Decimal(10))
    with pytest.raises(Invalid, match="từ 0 đến 10 điểm"):
        check_points(a_criterion(1, most=10), Decimal(points))


@pytest.mark.parametrize(
    ("changed", "field"),
    [({"text": " "}, "text"), ({"most": 0}, "most_points"), ({"most": 1001}, "most_points")],
)
def test_a_criterion_needs_a_text_and_points(changed, field):
    one = a_criterion(1, most=changed.get("most", 10))
    one = Criterion(year=2025, number=1, text=changed.get("text", "A"), most_points=one.most_points)
    with pytest.raises(Invalid) as told:
        check_criterion(one)
    assert set(told.value.fields) == {field}
