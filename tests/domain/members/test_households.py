"""What holds of a household in a year."""

from hypothesis import given
from hypothesis import strategies as st

from ccb_desktop.domain.members.households import HouseholdState, HouseholdYear, state_in

YEARS = (
    HouseholdYear(year=2024, poverty="POOR", house_state="DILAPIDATED", cultural_family=True),
    HouseholdYear(year=2026, poverty="AVERAGE", cultural_family=False),
)


def test_poverty_and_house_hold_until_a_later_year_says_otherwise():
    assert state_in(YEARS, 2023) == HouseholdState("", "", None)
    assert state_in(YEARS, 2024) == HouseholdState("POOR", "DILAPIDATED", True)
    assert state_in(YEARS, 2025) == HouseholdState("POOR", "DILAPIDATED", None)
    assert state_in(YEARS, 2026) == HouseholdState("AVERAGE", "DILAPIDATED", False)
    assert state_in(YEARS, 2030) == HouseholdState("AVERAGE", "DILAPIDATED", None)


@given(st.permutations(YEARS), st.integers(2020, 2030))
def test_the_order_of_entering_does_not_matter(years, year):
    assert state_in(years, year) == state_in(YEARS, year)
