"""Rule 9: chi hội that could have phân hội, and a branch that is too small."""

import pytest

from ccb_desktop.domain.charter_watch.unit_sizes import BRANCH_SIZE, PHAN_HOI
from ccb_desktop.domain.members.memberships import Status
from ccb_desktop.domain.members.units import UnitKind
from tests.domain.charter_watch.books import a_member, a_unit, day, found, names

PART = a_unit(2, UnitKind.PHAN_HOI, "Phân hội A", parent_id=1)


def members(count, **more):
    return [a_member(number, **more) for number in range(1, count + 1)]


def test_a_chi_hoi_of_more_than_30_without_phan_hoi():
    [one] = found(PHAN_HOI, *members(31), units=(a_unit(),))
    assert (one.name, one.unit_id, one.evidence) == (
        *("Chi hội 1", 1),
        "31 hội viên, chưa có phân hội",
    )


@pytest.mark.parametrize(
    ("present", "units"),
    [
        (members(30), (a_unit(),)),
        (members(31), (a_unit(), PART)),
        ([*members(30), a_member(31, status=Status.DECEASED)], (a_unit(),)),
        (members(31), (a_unit(ended_on=day("1/6/2026")),)),
        (members(31), (a_unit(1, UnitKind.CLUB),)),
    ],
    ids=["30", "has phân hội", "one is dead", "ended", "club"],
)
def test_no_other(present, units):
    assert names(PHAN_HOI, *present, units=units) == []


def test_a_phan_hoi_that_ended_is_none():
    ended = a_unit(2, UnitKind.PHAN_HOI, "Phân hội A", parent_id=1, ended_on=day("1/6/2026"))
    assert names(PHAN_HOI, *members(31), units=(a_unit(), ended)) == ["Chi hội 1"]


@pytest.mark.parametrize(("count", "told"), [(0, 0), (1, 1), (4, 1), (5, 0)])
def test_a_branch_of_fewer_than_five(count, told):
    assert len(names(BRANCH_SIZE, *members(count))) == told
