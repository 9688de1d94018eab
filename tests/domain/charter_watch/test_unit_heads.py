"""Units nobody leads."""

import pytest

from ccb_desktop.domain.charter_watch.unit_heads import UNIT_HEAD
from ccb_desktop.domain.members.units import PostScope, UnitKind
from tests.domain.charter_watch.books import a_member, a_post, a_unit, day, found, names

PARTS = (
    a_unit(1),
    a_unit(2, UnitKind.PHAN_HOI, "Phân hội A", parent_id=1),
    a_unit(3, UnitKind.CLUB, "CLB CQN phường"),
)


def test_every_kind_of_unit_wants_its_head():
    assert names(UNIT_HEAD, units=PARTS) == ["Chi hội 1", "Phân hội A", "CLB CQN phường"]
    [one] = found(UNIT_HEAD, units=PARTS[:1])
    assert one.evidence == "Sổ chưa ghi ai là Chi hội trưởng của Chi hội 1"


def test_with_heads_nothing_is_said():
    posts = (
        a_post(1, "Chi hội trưởng", unit_id=1),
        a_post(2, "Phân hội trưởng", unit_id=2),
        a_post(3, "Chủ nhiệm CLB", unit_id=3),
    )
    assert names(UNIT_HEAD, units=PARTS, posts=posts) == []


@pytest.mark.parametrize(
    "post",
    [
        a_post(1, "Chi hội trưởng", unit_id=9),
        a_post(1, "Chi hội phó", unit_id=1),
        a_post(1, "Chi hội trưởng", unit_id=1, to_on=day("1/5/2026")),
        a_post(1, "Chi hội trưởng", unit_id=1, scope=PostScope.MASS_ORG),
    ],
    ids=["of another unit", "deputy", "no longer", "of another body"],
)
def test_another_post_does_not_make_a_head(post):
    assert names(UNIT_HEAD, units=PARTS[:1], posts=(post,)) == ["Chi hội 1"]


def test_lists_name_for_a_phan_hoi_its_chi_hoi_only():
    listed = a_post(5, "Phân hội trưởng", unit_id=1)
    there, elsewhere = a_member(5, sub_unit_id=2), a_member(5, sub_unit_id=8)
    assert names(UNIT_HEAD, there, units=PARTS[1:2], posts=(listed,)) == []
    assert names(UNIT_HEAD, elsewhere, units=PARTS[1:2], posts=(listed,)) == ["Phân hội A"]
    said = a_post(5, "Phân hội trưởng", unit_id=1, organisation="Phân hội A - Chi hội 1")
    assert names(UNIT_HEAD, units=PARTS[1:2], posts=(said,)) == []


def test_a_unit_that_has_ended_wants_none():
    assert names(UNIT_HEAD, units=(a_unit(ended_on=day("1/6/2026")),)) == []
