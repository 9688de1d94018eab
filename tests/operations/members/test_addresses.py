"""Addresses of many changed in a real store: one act, undone whole."""

import pytest

from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.unit_changes.addresses import AddressRule
from ccb_desktop.operations.members import people
from ccb_desktop.operations.members.addresses import change_many_addresses, plan_addresses
from ccb_desktop.operations.undo import list_actions, undo
from tests.books import add_event, add_member, add_unit
from tests.operations.members.rows import all_rows


@pytest.fixture
def residents(store):
    """Two in a chi hội of an old ward, one in another, one who moved from it."""
    first = add_unit(store, former_ward="Phường Cũ")
    second = add_unit(store, "CH2", "Chi hội 2")
    for number, unit in ((1, first), (2, first), (3, second), (4, first)):
        add_member(store, f"Trần Văn Bình {number}", unit, address=f"{number} Bờ Kênh, Tổ 1")
    add_event(store, 4, "MOVED_UNIT", "1/2/2025", unit_id=second)
    return store


def addresses(store):
    found = (people.load_person_file(store, number).person for number in (1, 2, 3, 4))
    return [(person.address, person.old_address) for person in found]


def test_those_of_a_former_ward_are_changed_in_one_act(residents):
    rule = AddressRule(old="Tổ 1", new="Khu phố 3", former_ward="Phường Cũ")
    before = all_rows(residents)
    plan = plan_addresses(residents, rule)
    assert all_rows(residents) == before
    change = change_many_addresses(residents, rule)
    assert addresses(residents) == [
        ("1 Bờ Kênh, Khu phố 3", "1 Bờ Kênh, Tổ 1"),
        ("2 Bờ Kênh, Khu phố 3", "2 Bờ Kênh, Tổ 1"),
        ("3 Bờ Kênh, Tổ 1", ""),
        ("4 Bờ Kênh, Tổ 1", ""),
    ]
    assert len(plan.lines) == 2
    assert list_actions(residents)[0].label == "Đổi nơi ở: Tổ 1 → Khu phố 3"
    assert list_actions(residents)[0].changes == 2
    undo(residents, change.action_id)
    assert all_rows(residents) == before


def test_those_of_one_unit_are_those_who_are_in_it_now(residents):
    change_many_addresses(residents, AddressRule(old="Tổ 1", new="Tổ 9", unit_id=2))
    assert [address.endswith("Tổ 9") for address, _old in addresses(residents)] == [
        *(False, False, True, True)
    ]


def test_a_rule_that_changes_nobody_leaves_no_trace(residents):
    change = change_many_addresses(residents, AddressRule(old="Tổ 99", new="Tổ 9"))
    assert change.action_id == 0
    with pytest.raises(Invalid):
        change_many_addresses(residents, AddressRule(old="", new="Tổ 9"))
