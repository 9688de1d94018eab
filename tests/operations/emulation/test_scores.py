"""Score sheets are begun, copied, changed, numbered; points are given within bounds."""

from dataclasses import replace
from decimal import Decimal

import pytest

from ccb_desktop.domain.emulation.scores import Criterion, CriterionKind
from ccb_desktop.domain.errors import Conflict, Invalid
from ccb_desktop.operations.emulation import grading, ratings, scores
from tests.books import add_unit
from tests.operations.emulation.test_grading import TODAY


@pytest.fixture
def unit(store):
    return add_unit(store)


def numbers(store, year=2025):
    return [(one.number, one.text[:4]) for one in scores.list_criteria(store, year)]


def points_of(store):
    (only,) = ratings.load_table(store, 2025, TODAY).units
    return only.points


def test_a_sheet_is_begun_with_the_one_brought_along_and_next_year_copied(store):
    scores.begin_sheet(store, 2025)
    first = scores.list_criteria(store, 2025)
    assert len(first) == 11
    with pytest.raises(Conflict, match="đã có bảng điểm"):
        scores.begin_sheet(store, 2025)
    scores.save_criterion(store, replace(first[0], text="Của Hội"))
    assert scores.sheet_before(store, 2026) == 2025
    scores.begin_sheet(store, 2026)
    assert scores.list_criteria(store, 2026)[0].text == "Của Hội"
    assert {one.id for one in scores.list_criteria(store, 2026)}.isdisjoint(one.id for one in first)


def test_criteria_are_numbered_through_when_one_goes_or_moves(store):
    for number, text in enumerate(("AAAA", "BBBB", "CCCC"), 1):
        one = Criterion(year=2025, number=number, text=text, most_points=Decimal(10))
        scores.save_criterion(store, one)
    last = scores.list_criteria(store, 2025)[-1]
    scores.move_criterion(store, last, -5)
    assert numbers(store) == [(1, "CCCC"), (2, "AAAA"), (3, "BBBB")]
    scores.remove_criterion(store, scores.list_criteria(store, 2025)[1])
    assert numbers(store) == [(1, "CCCC"), (2, "BBBB")]


def test_points_are_given_changed_and_taken_back(store, unit):
    scores.begin_sheet(store, 2025)
    first = scores.list_criteria(store, 2025)[0]
    change = scores.set_points(store, first.id, unit, Decimal("8.5"), "Chi hội 1")
    assert change.label == "Chấm điểm năm 2025: Chi hội 1, tiêu chí 1, 8,5 điểm"
    scores.set_points(store, first.id, unit, Decimal(9), "Chi hội 1")
    assert points_of(store) == {first.id: 9}
    with pytest.raises(Invalid):
        scores.set_points(store, first.id, unit, Decimal(11), "Chi hội 1")
    with pytest.raises(Conflict, match="nhiều hơn mức mới 8 điểm"):
        scores.save_criterion(store, replace(first, most_points=Decimal(8)))
    scores.set_points(store, first.id, unit, None, "Chi hội 1")
    assert points_of(store) == {}


def test_a_criterion_goes_with_its_points(store, unit):
    scores.begin_sheet(store, 2025)
    first = scores.list_criteria(store, 2025)[0]
    scores.take_proposals(store, 2025, {unit: {first.id: Decimal(5)}})
    scores.remove_criterion(store, first)
    assert points_of(store) == {}
    with pytest.raises(Conflict, match="Không có điểm nào để đề nghị"):
        scores.take_proposals(store, 2025, {unit: {}})


def test_a_locked_year_keeps_its_sheet_and_points(store, unit):
    scores.begin_sheet(store, 2025)
    first = scores.list_criteria(store, 2025)[0]
    grading.agree_year(store, 2025, TODAY, "Biên bản 05")
    grading.lock_year(store, 2025, TODAY)
    bonus = replace(first, id=None, kind=CriterionKind.BONUS)
    for act in (
        lambda: scores.set_points(store, first.id, unit, Decimal(1), "Chi hội 1"),
        lambda: scores.take_proposals(store, 2025, {unit: {first.id: Decimal(1)}}),
        lambda: scores.save_criterion(store, bonus),
        lambda: scores.remove_criterion(store, first),
        lambda: scores.move_criterion(store, first, 1),
        lambda: scores.begin_sheet(store, 2025),
    ):
        with pytest.raises(Conflict, match="đã khóa"):
            act()
