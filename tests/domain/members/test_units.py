"""Units and posts: bounds are inclusive, names belong to their time."""

import random
from datetime import date

import pytest

from ccb_desktop.domain.members.units import Post, Unit, UnitKind, UnitName, natural_order
from tests.books import day


def unit(**more):
    names = more.pop("names", (UnitName("Chi hội 1"),))
    return Unit(code="CH1", kind=UnitKind.CHI_HOI, names=names, **more)


def test_a_unit_stands_on_its_first_and_last_day():
    found = unit(founded_on=day("5/2020"), ended_on=day("30/6/2025"))
    on = [date(2020, 4, 30), date(2020, 5, 1), date(2025, 6, 30), date(2025, 7, 1)]
    assert [found.stands_on(one) for one in on] == [False, True, True, False]
    assert unit().stands_on(date(1900, 1, 1))


def test_a_unit_that_ended_in_a_year_stands_until_its_last_day():
    assert unit(ended_on=day("2025")).stands_on(date(2025, 12, 31))


def test_names_belong_to_their_time():
    names = (UnitName("Chi hội 1"), UnitName("Chi hội Đông", day("1/7/2025")))
    found = unit(names=names)
    assert found.name == "Chi hội Đông"
    assert found.name_on(date(2025, 6, 30)) == "Chi hội 1"
    assert found.name_on(date(2025, 7, 1)) == "Chi hội Đông"


def test_the_first_name_serves_for_days_before_any():
    found = unit(names=(UnitName("Chi hội 1", day("2000")),))
    assert found.name_on(date(1999, 1, 1)) == "Chi hội 1"


def test_a_post_is_held_on_its_first_and_last_day():
    post = Post(title="Bí thư", from_on=day("1/2020"), to_on=day("31/12/2025"))
    on = [date(2019, 12, 31), date(2020, 1, 1), date(2025, 12, 31), date(2026, 1, 1)]
    assert [post.held_on(one) for one in on] == [False, True, True, False]
    assert Post(title="Bí thư").held_on(date(1950, 1, 1))


@pytest.mark.parametrize(
    "ordered", [["CH1", "CH2", "CH10"], ["Chi hội 3", "Chi hội 12"], ["2", "10"], ["", "CH"]]
)
def test_numbers_in_codes_are_ordered_as_numbers(ordered):
    mixed = random.Random(7).sample(ordered, len(ordered))
    assert sorted(mixed, key=natural_order) == ordered
