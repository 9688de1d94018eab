"""Members in groups: nobody is lost, whoever belongs to two groups stands in both."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from ccb_desktop.domain.member_papers.grouped import (
    members_by_age,
    members_by_period,
    members_by_policy,
    party_members,
)
from ccb_desktop.domain.members.memberships import Status
from ccb_desktop.domain.papers import Band
from ccb_desktop.domain.partial_dates import PartialDate
from tests.paper_values import a_line, a_source


def groups_of(paper):
    """Band → the names under it."""
    found = {}
    for row in paper.tables[0].rows:
        if isinstance(row, Band):
            names = found.setdefault(row.label, [])
        else:
            names.append(row[1])
    return found


def born(name, number, year):
    return a_line(name, number, born_on=PartialDate(year) if year else None)


@given(st.lists(st.none() | st.integers(1910, 2007), max_size=30))
def test_by_age_everybody_stands_in_one_group(years):
    lines = [born(f"Lê {number}", number, year) for number, year in enumerate(years, 1)]
    paper = members_by_age(a_source("members-by-age"), lines)
    named = [name for names in groups_of(paper).values() for name in names]
    assert sorted(named) == sorted(line.full_name for line in lines)
    sums = paper.tables[1]
    assert sum(row[2] for row in sums.rows) == len(years) == sums.totals[0][2]


def test_the_bands_are_those_of_the_figures():
    lines = [born("Lê An", 1, 1967), born("Lê Ba", 2, 1966), born("Lê Tư", 3, 1946)]
    paper = members_by_age(a_source("members-by-age"), [*lines, born("Lê Vũ", 4, None)])
    assert groups_of(paper) == {
        "Dưới 60 tuổi (1 người)": ["Lê An"],
        "60 – 69 tuổi (1 người)": ["Lê Ba"],
        "Từ 80 tuổi (1 người)": ["Lê Tư"],
        "Chưa ghi năm sinh (1 người)": ["Lê Vũ"],
    }
    assert paper.tables[1].rows[0][3] == Decimal("25.00")


def test_who_served_in_two_periods_stands_in_both_and_is_counted_once():
    lines = [
        a_line("Lê An", 1, periods=frozenset({"ANTI_AMERICAN", "CAMBODIA"})),
        a_line("Lê Ba", 2, periods=frozenset({"CAMBODIA"})),
        a_line("Lê Tư", 3, periods=frozenset({"CAMBODIA"}), status=Status.DECEASED),
    ]
    paper = members_by_period(a_source("members-by-period"), lines)
    assert sorted(map(len, groups_of(paper).values())) == [1, 2]
    assert paper.tables[0].note.startswith("Tổng cộng: 2 người trong 2 hội viên. Một người")


def test_who_falls_under_no_policy_and_is_not_in_the_party_is_not_named():
    lines = [
        a_line("Lê An", 1, policies=frozenset({"THUONG_BINH"}), policy_rate=41),
        a_line("Lê Ba", 2, party_joined_on=PartialDate(1980), party_badge=45),
    ]
    policies = groups_of(members_by_policy(a_source("members-by-policy"), lines))
    assert policies == {"Thương binh (1 người)": ["Lê An"]}
    party = party_members(a_source("party-members"), lines)
    assert groups_of(party) == {"Chi hội 1 (1 người)": ["Lê Ba"]}
    assert party.tables[0].rows[1][-2] == "45 năm"


def test_nobody_at_all():
    paper = members_by_policy(a_source("members-by-policy"), [])
    assert paper.tables[0].note == "Tổng cộng: 0 người trong 0 hội viên."
    assert paper.tables[1].totals[0][2:4] == (0, None)
