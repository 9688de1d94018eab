"""Cultural families: what is written of a year stands beside what else is known of it."""

from datetime import date

import pytest

from ccb_desktop.domain.emulation.families import cultural_share
from ccb_desktop.domain.errors import Conflict
from ccb_desktop.domain.members.households import Household, HouseholdYear
from ccb_desktop.domain.members.memberships import EventKind
from ccb_desktop.operations.emulation import families, grading
from ccb_desktop.operations.figures import figures_for
from ccb_desktop.operations.members import people
from tests.books import add_event, add_member, add_unit

TODAY = date(2026, 2, 1)


@pytest.fixture
def homes(store):
    """Two households of members, and one in which nobody of the Hội lives any more."""
    add_unit(store)
    for name in ("Trần Văn Bình", "Lê Văn Ba", "Phạm Văn Tư"):
        add_member(store, name)
    poor = HouseholdYear(year=2025, poverty="POOR")
    for person_id, head, years in ((1, "Trần Văn Bình", (poor,)), (2, "Lê Văn Ba", ())):
        people.save_household(store, Household(head_name=head, years=years), person_id)
    return store


def read(store, year=2025):
    return families.load_families(store, year, TODAY)


def shared(store, year=2025):
    return cultural_share(one.is_cultural for one in read(store, year).families)


def test_all_in_one_step_then_an_exception_then_taken_back(homes):
    lines = read(homes).families
    assert [(one.head_name, one.members, one.unit_name) for one in lines] == [
        ("Lê Văn Ba", 1, "Chi hội 1"),
        ("Trần Văn Bình", 1, "Chi hội 1"),
    ]
    families.set_all_cultural(homes, 2025, lines)
    assert shared(homes) == (2, 2)
    with pytest.raises(Conflict, match="hộ nào cũng đã xét"):
        families.set_all_cultural(homes, 2025, read(homes).families)
    families.set_cultural(homes, 2025, lines[:1], is_cultural=False)
    assert shared(homes) == (1, 2)
    families.set_cultural(homes, 2025, lines, None)
    assert shared(homes) == (0, 0)
    kept = {home.head_name: home.years for home in people.list_households(homes)}
    assert kept["Lê Văn Ba"] == ()
    assert [(one.year, one.poverty) for one in kept["Trần Văn Bình"]] == [(2025, "POOR")]


def test_the_year_before_stands_beside_and_years_are_counted(homes):
    families.set_all_cultural(homes, 2024, read(homes, 2024).families)
    found = read(homes)
    assert {one.was_cultural for one in found.families} == {True}
    assert dict(found.years) == {2024: (2, 2)}


def test_a_family_counts_while_a_member_lives_in_it_as_the_figures_have_it(homes):
    families.set_all_cultural(homes, 2025, read(homes).families)
    add_event(homes, 2, EventKind.TRANSFERRED_OUT, "1/12/2025", elsewhere="Hội CCB xã Đông Hà")
    found = read(homes)
    assert [one.head_name for one in found.families] == ["Trần Văn Bình"]
    assert dict(found.years) == {2025: (1, 1)}
    first, last = date(2025, 1, 1), date(2025, 12, 31)
    figure = figures_for(homes, first, last).by_code["cultural_families"].computed
    assert (figure["2025"].part, figure["2025"].whole) == (1, 1)


def test_a_locked_year_stays_as_it_is(homes):
    lines = read(homes).families
    grading.agree_year(homes, 2025, TODAY, "Biên bản 05")
    grading.lock_year(homes, 2025, TODAY)
    with pytest.raises(Conflict, match="đã khóa"):
        families.set_all_cultural(homes, 2025, lines)
