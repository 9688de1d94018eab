"""The first page counts by statements what the figures, the gaps and the rules count by lines."""

from datetime import date

import pytest

from ccb_desktop.data import roster_counts
from ccb_desktop.data.members import lists
from ccb_desktop.domain.members.memberships import IN_HOI, EventKind
from ccb_desktop.domain.members.people import Policy
from ccb_desktop.domain.periods import Period
from ccb_desktop.domain.record_gaps.needed import CHOOSABLE, gaps_of
from ccb_desktop.domain.visits.due import DueKind
from ccb_desktop.operations import home
from ccb_desktop.operations.demo_branch import make_demo_branch
from ccb_desktop.operations.due_visits import load_due
from ccb_desktop.operations.figures import figures_for
from ccb_desktop.paths import DataFolder
from tests.books import add_event, add_member, day

DAYS = (date(2026, 6, 30), date(2025, 3, 3), date(2026, 1, 1), date(1980, 1, 1))


@pytest.fixture(scope="module")
def practice(tmp_path_factory):
    """A practice branch with days known in part; only ever read."""
    folder = DataFolder(tmp_path_factory.mktemp("home") / "branch")
    with make_demo_branch(folder, members=200) as store:
        add_member(store, "Trần Văn Cũ", party_joined_on=day("1970"), policies=(Policy(kind="X"),))
        [(membership_id,)] = _raw(store, "SELECT max(id) FROM memberships")
        add_event(store, membership_id, EventKind.EXEMPTED, "2025")
        add_event(store, membership_id, EventKind.RESUMED, "3/2025")
        add_event(store, membership_id, EventKind.DECEASED, "4/2026")
        yield store


def _raw(store, statement):
    with store.raw_reading() as connection:
        return connection.execute(statement).fetchall()


def present(store, on):
    with store.reading() as session:
        return [line for line in lists.list_members(session, on) if line.status in IN_HOI]


@pytest.mark.parametrize("on", DAYS)
def test_the_glances_are_the_figures_of_the_year_until_today(practice, on):
    figures = figures_for(practice, on.replace(month=1, day=1), on, indicators=home.GLANCES)
    assert home.overview(practice, on).glances.by_code == figures.by_code


@pytest.mark.parametrize("on", DAYS)
def test_the_years_are_those_of_the_counting_identity(practice, on):
    years = {end.year: end for end in home.overview(practice, on).years}
    for year in range(on.year - 4, on.year + 1):
        last = min(date(year, 12, 31), on)
        identity = figures_for(practice, date(year, 1, 1), last).identity
        came = sum(term.count for term in identity.terms if term.sign > 0)
        went = sum(term.count for term in identity.terms if term.sign < 0)
        if identity.closing:
            assert (years[year].members, years[year].came, years[year].went) == (
                identity.closing,
                came,
                went,
            )
        else:
            assert year not in years


@pytest.mark.parametrize("name", CHOOSABLE)
def test_each_entry_is_missing_where_the_lines_lack_it(practice, name):
    for on in DAYS[:2]:
        with practice.reading() as session:
            groups = roster_counts.list_member_groups(session, on, (name,))
        lacking = sum(bool(gaps_of(line, (name,))) for line in present(practice, on))
        assert sum(group.with_gaps for group in groups) == lacking


@pytest.mark.parametrize("on", DAYS)
def test_the_names_behind_a_count_are_as_many_as_it_says(practice, on):
    found = home.overview(practice, on)
    assert len(found.ages) == 4
    for one in (*found.ages, *found.periods):
        assert len(home.people_behind(practice, on, one.behind)) == one.count


def test_births_of_the_month_are_as_many_as_the_page_of_visits_tells(practice):
    for on in DAYS[:3]:
        month = Period.of_month(on.year, on.month)
        visits = load_due(practice, on, month.from_on, month.to_on).visits
        told = {one.filters["kind"]: one.count for one in home.overview(practice, on).due}
        for kind in (DueKind.BIRTHDAY, DueKind.LONGEVITY):
            assert told.get(kind.value, 0) == sum(one.kind is kind for one in visits)
        assert told
