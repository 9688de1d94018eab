"""All figures of a period: what is asked for alone is the same as among all the others."""

from datetime import date

import pytest

from ccb_desktop.domain.figures.books import FigureQuery
from ccb_desktop.domain.figures.count import count_figures
from ccb_desktop.domain.members.households import Household, HouseholdYear
from ccb_desktop.domain.members.people import Policy, Sex
from tests.domain.figures.rosters import a_member, an_event, books_of, day

PERIOD = {"from_on": date(2025, 1, 1), "to_on": date(2025, 12, 31)}


def some_books():
    """People of whom every figure of the roster and of households says something."""
    home = Household(
        id=1,
        head_name="Lê Văn Ba",
        years=(HouseholdYear(year=2025, poverty="POOR", cultural_family=True),),
    )
    members = [
        a_member(1, sex=Sex.FEMALE, born_on=day("1950"), household_id=1),
        a_member(2, an_event("EXEMPTED", "3/2025"), born_on=day("1970")),
        a_member(3, an_event("DECEASED", "19/5/2025"), party_joined_on=day("1980")),
        a_member(4, periods=frozenset({"CAMBODIA"}), ethnicity="Tày", unit_id=2),
    ]
    policies = {10: (Policy(kind="THUONG_BINH"),), 40: (Policy(kind="BENH_BINH"),)}
    return books_of(*members, households={1: home}, policies=policies)


ALL = count_figures(some_books(), FigureQuery(**PERIOD, with_records=True))


@pytest.mark.parametrize("code", ALL.by_code)
def test_a_figure_asked_for_alone_is_the_same(code):
    query = FigureQuery(**PERIOD, codes=frozenset({code}), with_records=True)
    found = count_figures(some_books(), query)
    assert found.by_code == {code: ALL.by_code[code]}
    assert found.identity == ALL.identity


def test_these_books_say_something():
    assert ALL["members_opening"] == 4
    assert ALL["members_closing"] == 3
    assert ALL["members_age_70_79"] == 1
    assert ALL["members_wounded"] == ALL["members_sick_soldiers"] == 1
    assert ALL["member_households_poor"] == 1


def test_one_reading_of_the_books_answers_for_any_number_of_days():
    books = some_books()
    for year in (*range(2020, 2027), 2025, 2020):
        to_on = date(year, 12, 31)
        found = count_figures(books, FigureQuery(from_on=date(year, 1, 1), to_on=to_on))
        assert found["members_closing"] == (3 if year >= 2025 else 4)
