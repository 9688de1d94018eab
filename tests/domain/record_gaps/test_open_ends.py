"""Households without a finding of this year, units without head, members without unit."""

import pytest

from ccb_desktop.domain.members.households import Household, HouseholdYear
from ccb_desktop.domain.members.lines import UnitLine
from ccb_desktop.domain.members.memberships import Status
from ccb_desktop.domain.members.units import Post, PostScope, Unit, UnitKind, UnitName
from ccb_desktop.domain.partial_dates import PartialDate
from ccb_desktop.domain.record_gaps.open_ends import (
    OpenEndKind,
    empty_units,
    homes_without_finding,
    is_head,
    members_without_unit,
    open_ends,
    units_without_head,
)
from tests.paper_values import ON, a_line


def a_unit(unit_id=1, members=9, **more):
    values = {"id": unit_id, "code": f"CH{unit_id}", "kind": UnitKind.CHI_HOI}
    unit = Unit(names=(UnitName(f"Chi hội {unit_id}"),), **(values | more))
    return UnitLine(unit=unit, name=unit.name, parent_name="", members=members, posts="")


def a_home(*years):
    return {7: Household(id=7, head_name="Lê Ba", years=years)}


def test_a_household_without_a_finding_of_this_year_is_found():
    members = [a_line("Lê Ba", 1, household_id=7), a_line("Lê Tư", 2, household_id=7)]
    last = HouseholdYear(year=2025, poverty="POOR")
    (found,) = homes_without_finding(members, a_home(last), 2026)
    assert (found.name, found.person_id) == ("Lê Ba", 1)
    assert found.said == "Ghi gần nhất năm 2025. Hội viên trong hộ: Lê Ba, Lê Tư"
    (never,) = homes_without_finding(members, a_home(), 2026)
    assert never.said.startswith("Chưa ghi năm nào.")


def test_a_household_with_a_finding_of_this_year_is_not():
    members = [a_line(household_id=7)]
    now = HouseholdYear(year=2026, poverty="POOR")
    assert homes_without_finding(members, a_home(now), 2026) == []
    house_only = HouseholdYear(year=2026, house_state="SOLID")
    assert len(homes_without_finding(members, a_home(house_only), 2026)) == 1


def test_a_unit_is_headed_by_a_post_of_the_hoi_that_is_held_today():
    units = [a_unit(1), a_unit(2), a_unit(3), a_unit(4)]
    posts = [
        Post(title="Chi hội trưởng", unit_id=1),
        Post(title="Chi hội phó", unit_id=2),
        Post(title="Chi hội trưởng", unit_id=3, to_on=PartialDate(2025)),
        Post(title="Tổ trưởng", unit_id=4, scope=PostScope.STREET_GROUP),
    ]
    assert [one.unit_id for one in units_without_head(units, posts, {}, ON)] == [2, 3, 4]


def test_a_phan_hoi_is_headed_by_its_own_man_even_where_the_list_names_the_chi_hoi():
    units = [a_unit(1), a_unit(2, kind=UnitKind.PHAN_HOI, parent_id=1)]
    posts = [
        Post(person_id=1, title="Chi hội trưởng", unit_id=1),
        Post(person_id=2, title="Phân hội trưởng", unit_id=1),
    ]
    assert units_without_head(units, posts, {1: 2, 2: 2}, ON) == []
    assert [one.unit_id for one in units_without_head(units, posts[:1], {1: 2}, ON)] == [2]


def test_those_of_a_club_are_not_called_members_of_the_hoi():
    [club] = units_without_head([a_unit(1, members=38, kind=UnitKind.CLUB)], [], {}, ON)
    assert club.said == "38 thành viên"


@pytest.mark.parametrize(
    ("title", "head"),
    [
        ("Chi hội trưởng", True),
        ("Phân hội trưởng", True),
        ("Chủ nhiệm CLB", True),
        ("Chi hội phó", False),
        ("Phó chủ nhiệm CLB", False),
        ("Ủy viên", False),
    ],
)
def test_a_head_is_known_by_his_title(title, head):
    assert is_head(title) is head


def test_only_units_in_being_are_looked_at():
    ended = a_unit(1, members=0, ended_on=PartialDate(2025))
    branch = a_unit(2, members=0, kind=UnitKind.BRANCH)
    assert units_without_head([ended, branch], [], {}, ON) == []
    assert empty_units([ended, branch], ON) == []
    (found,) = empty_units([a_unit(3, members=0), a_unit(4)], ON)
    assert found.unit_id == 3


def test_a_member_without_a_unit_or_in_an_ended_one_is_found():
    units = {1: a_unit(1).unit, 2: a_unit(2, ended_on=PartialDate(2025)).unit}
    lines = [
        a_line("Đỗ An", 1, unit_id=1),
        a_line("Lê Ba", 2, unit_id=None, unit_name=""),
        a_line("Trần Tư", 3, unit_id=2, unit_name="Chi hội 2"),
    ]
    found = members_without_unit(lines, units, ON)
    assert [(one.name, one.said) for one in found] == [
        ("Lê Ba", ""),
        ("Trần Tư", "Chi hội 2 đã kết thúc"),
    ]


def test_everything_open_is_told_kind_by_kind_of_present_members_only():
    lines = [
        a_line(person_id=1, unit_id=None, unit_name="", household_id=7),
        a_line(person_id=2, status=Status.DECEASED, unit_id=None),
    ]
    found = open_ends(lines, a_home(), [a_unit(1, members=0)], [], ON)
    assert [one.kind for one in found] == [
        OpenEndKind.NO_UNIT,
        OpenEndKind.UNIT_HEAD,
        OpenEndKind.EMPTY_UNIT,
        OpenEndKind.HOUSEHOLD,
    ]
