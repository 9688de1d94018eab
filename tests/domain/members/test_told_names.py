"""Units of one name are told apart by their former ward, on days when both stand."""

from datetime import date

from ccb_desktop.domain.members.told_names import told_names, with_chi_hoi
from ccb_desktop.domain.members.units import Unit, UnitKind, UnitName
from tests.domain.members.courses import day

BEFORE, SINCE = date(2025, 6, 30), date(2025, 7, 1)


def a_unit(unit_id, name, ward="", kind=UnitKind.CHI_HOI, **more):
    code = f"CH{unit_id}"
    return Unit(id=unit_id, code=code, kind=kind, names=(UnitName(name),), former_ward=ward, **more)


def brought(unit_id, name, ward="An Thịnh", **more):
    return a_unit(unit_id, name, ward, brought_in_on=day("1/7/2025"), **more)


def test_both_bear_their_ward_since_the_day_and_neither_before():
    units = [a_unit(1, "Tổ 2", "Bến Chùa"), brought(2, "TO 2"), a_unit(3, "Tổ 3", "Bến Chùa")]
    assert told_names(units, BEFORE) == {1: "Tổ 2", 2: "TO 2", 3: "Tổ 3"}
    assert told_names(units, SINCE) == {
        1: "Tổ 2 (Bến Chùa)",
        2: "TO 2 (An Thịnh)",
        3: "Tổ 3",
    }


def test_one_without_a_ward_and_one_that_has_ended_bear_their_name_alone():
    assert told_names([a_unit(1, "Tổ 2"), brought(2, "Tổ 2")], SINCE) == {
        1: "Tổ 2",
        2: "Tổ 2 (An Thịnh)",
    }
    ended = a_unit(1, "Tổ 2", "Bến Chùa", ended_on=day("30/6/2025"))
    assert told_names([ended, brought(2, "Tổ 2")], SINCE) == {1: "Tổ 2", 2: "Tổ 2"}


def test_phan_hoi_of_two_chi_hoi_and_a_club_are_no_doubles():
    units = [
        a_unit(1, "Phân hội 1", "A", UnitKind.PHAN_HOI, parent_id=8),
        a_unit(2, "Phân hội 1", "B", UnitKind.PHAN_HOI, parent_id=9),
        a_unit(3, "Phân hội 1", "C", UnitKind.CLUB),
    ]
    assert set(told_names(units, SINCE).values()) == {"Phân hội 1"}


def test_a_phan_hoi_is_told_with_its_chi_hoi_unless_its_name_says_so():
    part = {"kind": UnitKind.PHAN_HOI, "parent_id": 1}
    units = [
        a_unit(1, "Chi hội 1"),
        a_unit(2, "Phân hội 1", **part),
        a_unit(3, "Phân hội 2 - chi hội 1", **part),
    ]
    told = with_chi_hoi(units, {one.id: one.name for one in units})
    assert list(told.values()) == ["Chi hội 1", "Phân hội 1 (Chi hội 1)", "Phân hội 2 - chi hội 1"]
