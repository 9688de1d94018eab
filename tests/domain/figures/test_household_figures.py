"""Households of members: distinct, by what was last found out, cultural families by year."""

from datetime import date

from ccb_desktop.domain.figures.books import FigureQuery
from ccb_desktop.domain.figures.count import count_figures
from ccb_desktop.domain.figures.values import Share
from ccb_desktop.domain.members.households import Household, HouseholdYear
from tests.domain.figures.rosters import a_member, an_event, books_of

TO = date(2025, 12, 31)


def a_home(number, *years):
    return Household(id=number, head_name=f"Chủ hộ {number}", years=years)


def found(year, poverty="", house="", cultural=None):
    return HouseholdYear(year=year, poverty=poverty, house_state=house, cultural_family=cultural)


def count(members, homes, from_on=date(2025, 1, 1), to_on=TO):
    books = books_of(*members, households={home.id: home for home in homes})
    return count_figures(books, FigureQuery(from_on=from_on, to_on=to_on, with_records=True))


def test_a_couple_of_members_is_one_household():
    couple = [a_member(1, household_id=1), a_member(2, household_id=1)]
    figures = count(couple, [a_home(1, found(2025, "POOR", "DILAPIDATED", True))])
    assert figures["member_households_poor"] == 1
    assert figures["member_households_dilapidated"] == 1
    assert figures["cultural_families"] == {"2025": Share(1, 1)}
    record = figures.by_code["member_households_poor"].records[0]
    assert (record.kind, record.key, record.label) == ("household", "1", "Chủ hộ 1")


def test_a_finding_holds_until_a_later_year_says_otherwise():
    home = a_home(1, found(2023, "POOR"), found(2026, "NEAR_POOR"))
    member = [a_member(1, household_id=1)]
    assert count(member, [home])["member_households_poor"] == 1
    later = count(member, [home], date(2026, 1, 1), date(2026, 6, 30))
    assert later["member_households_poor"] == 0
    assert later["member_households_near_poor"] == 1


def test_before_anything_was_found_out_there_is_no_figure():
    home = a_home(1, found(2025, "POOR", "SOLID", True))
    figures = count([a_member(1, household_id=1)], [home], date(2024, 1, 1), date(2024, 12, 31))
    assert figures["member_households_poor"] is None
    assert figures["member_households_dilapidated"] is None
    assert figures["cultural_families"] == {}


def test_only_households_of_members_count():
    gone = a_member(1, an_event("DECEASED", "1/7/2025"), household_id=1)
    homes = [a_home(1, found(2025, "POOR", cultural=True)), a_home(2, found(2025, "POOR"))]
    figures = count([gone], homes)
    assert figures["member_households_poor"] == 0
    assert figures["cultural_families"] == {}


def test_cultural_families_are_of_the_assessed_by_year():
    homes = [
        a_home(1, found(2024, cultural=True), found(2025, cultural=False)),
        a_home(2, found(2025, cultural=True)),
        a_home(3, found(2025, "FAIRLY_WELL_OFF")),
    ]
    members = [a_member(number, household_id=number) for number in (1, 2, 3)]
    figures = count(members, homes, date(2023, 1, 1), TO)
    assert figures["cultural_families"] == {"2024": Share(1, 1), "2025": Share(1, 2)}
