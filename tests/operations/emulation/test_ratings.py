"""Units are rated by hand or by their points; the second list needs a rating first."""

from datetime import date
from decimal import Decimal

import pytest

from ccb_desktop.domain.emulation.grading import Rating
from ccb_desktop.domain.emulation.scores import Criterion
from ccb_desktop.domain.errors import Conflict
from ccb_desktop.domain.members.units import UnitKind
from ccb_desktop.operations.emulation import grading, ratings, scores
from tests.books import add_club, add_unit, day

TODAY = date(2026, 2, 1)


@pytest.fixture
def units(store):
    """Two chi hội, a third that ended in the year, a club; one criterion of 100 points."""
    first, second = add_unit(store), add_unit(store, "CH2", "Chi hội 2")
    add_unit(store, "CH3", "Chi hội 3", ended_on=day("5/2025"))
    add_club(store)
    one = Criterion(year=2025, number=1, text="Chung", most_points=Decimal(100))
    scores.save_criterion(store, one)
    return first, second


def read(store, kind=UnitKind.CHI_HOI):
    return ratings.load_table(store, 2025, TODAY, kind)


def give(store, unit_id, points):
    (only,) = scores.list_criteria(store, 2025)
    scores.set_points(store, only.id, unit_id, Decimal(points), "Chi hội")


def test_every_unit_in_being_stands_in_the_table_of_its_kind(store, units):
    assert [unit.name for unit in read(store).units] == ["Chi hội 1", "Chi hội 2"]
    assert [unit.name for unit in read(store, UnitKind.CLUB).units] == ["CLB CQN 1"]


def test_units_are_rated_by_their_points_and_by_hand(store, units):
    first, second = units
    give(store, first, 95)
    table = read(store)
    assert (table.sums, table.ranks) == ({first: 95, second: None}, {first: 1})
    ratings.take_proposed(store, table)
    assert [unit.rating for unit in read(store).units] == [Rating.EXCELLENT, None]
    with pytest.raises(Conflict, match="Không có đơn vị nào chấm đủ điểm"):
        ratings.take_proposed(store, read(store))
    ratings.set_rating(store, 2025, read(store).units, Rating.GOOD)
    assert dict(read(store).years) == {2025: {Rating.GOOD: 2}}
    assert ratings.load_table(store, 2026, TODAY).units[0].rating_before is Rating.GOOD
    ratings.clear_ratings(store, 2025, read(store).units[:1])
    assert [unit.rating for unit in read(store).units] == [None, Rating.GOOD]


def test_an_act_on_a_table_older_than_the_last_act_keeps_one_rating_each(store, units):
    give(store, units[0], 95)
    old = read(store)
    ratings.set_rating(store, 2025, old.units[:1], Rating.DONE)
    assert not ratings.take_proposed(store, old).kinds
    ratings.set_rating(store, 2025, old.units, Rating.GOOD)
    assert dict(read(store).years) == {2025: {Rating.GOOD: 2}}


def test_the_second_list_needs_a_rating_and_stays_with_it(store, units):
    with pytest.raises(Conflict, match="chưa xếp loại"):
        ratings.set_strength(store, 2025, read(store).units, "STRONG")
    ratings.set_rating(store, 2025, read(store).units, Rating.GOOD)
    ratings.set_strength(store, 2025, read(store).units, "STRONG")
    ratings.set_rating(store, 2025, read(store).units, Rating.EXCELLENT)
    table = read(store)
    assert {unit.strength for unit in table.units} == {"STRONG"}
    assert table.labels["STRONG"] == "Trong sạch, vững mạnh"


def test_clubs_are_rated_but_not_counted_with_chi_hoi(store, units):
    ratings.set_rating(store, 2025, read(store, UnitKind.CLUB).units, Rating.EXCELLENT)
    assert read(store, UnitKind.CLUB).units[0].rating is Rating.EXCELLENT
    assert dict(read(store).years) == {}


def test_a_locked_year_keeps_its_ratings(store, units):
    grading.agree_year(store, 2025, TODAY, "Biên bản 05")
    grading.lock_year(store, 2025, TODAY)
    with pytest.raises(Conflict, match="đã khóa"):
        ratings.set_rating(store, 2025, read(store).units, Rating.GOOD)
    with pytest.raises(Conflict, match="đã khóa"):
        ratings.clear_ratings(store, 2025, read(store).units)
