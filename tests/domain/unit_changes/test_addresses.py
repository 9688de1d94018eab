"""One text in many addresses becomes another, whole words only; the old address is kept."""

import pytest

from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.unit_changes.addresses import (
    AddressRule,
    Resident,
    change_addresses,
    replace_words,
)
from tests.domain.unit_changes.made_books import a_person


@pytest.mark.parametrize(
    ("text", "old", "new", "after"),
    [
        ("12 Bờ Kênh, Tổ 1, phường An", "Tổ 1", "Khu phố 3", "12 Bờ Kênh, Khu phố 3, phường An"),
        ("Tổ 12, Tổ 1", "Tổ 1", "Tổ 5", "Tổ 12, Tổ 5"),
        ("Tổ 1A", "Tổ 1", "Tổ 5", "Tổ 1A"),
        ("PHƯỜNG AN THỊNH", "phường an thịnh", "Phường An Lạc", "Phường An Lạc"),
        ("12 Bờ Kênh, Tổ 1", "Tổ 1", "", "12 Bờ Kênh"),
        (r"Ngõ 1\2 (cũ)", "(cũ)", r"\1", "Ngõ 1\\2 \\1"),
        ("Quận 1 và Quận 1", "quận  1", "Quận Một", "Quận Một và Quận Một"),
        ("Phường An Thịnh", "Phường An", "Phường Bình", "Phường Bình Thịnh"),
        ("", "Tổ 1", "Tổ 2", ""),
    ],
)
def test_whole_words_are_replaced(text, old, new, after):
    assert replace_words(text, old, new) == after


def resident(number, address, group="", units=(1,), wards=("An",), **more):
    person = a_person(number, address=address, street_group=group, **more)
    return Resident(person, frozenset(units), frozenset(wards))


RESIDENTS = [
    resident(1, "1 Bờ Kênh, Tổ 1", "Tổ 1"),
    resident(2, "2 Bờ Kênh, Tổ 2", "Tổ 2"),
    resident(3, "3 Bờ Kênh, Tổ 1", "Tổ 1", units=(2,), wards=("Bình",)),
    resident(4, "4 Bờ Kênh, Tổ 1", old_address="Thôn Đông"),
]


def changed(**rule):
    return change_addresses(RESIDENTS, AddressRule(**{"old": "Tổ 1", "new": "Tổ 7"} | rule))


@pytest.mark.parametrize(
    ("rule", "people"),
    [
        ({}, [1, 3, 4]),
        ({"former_ward": "Bình"}, [3]),
        ({"unit_id": 1}, [1, 4]),
        ({"unit_id": 2, "former_ward": "An"}, []),
        ({"field": "street_group"}, [1, 3]),
        ({"old": "Tổ"}, [1, 2, 3, 4]),
    ],
)
def test_only_those_meant_are_changed(rule, people):
    changes, plan = changed(**rule)
    assert [change.person_id for change in changes] == people
    assert len(plan.lines) == len(people)


def test_the_address_of_before_is_kept_where_none_stood():
    changes, plan = changed()
    assert [(c.address, c.street_group, c.old_address) for c in changes] == [
        ("1 Bờ Kênh, Tổ 7", "Tổ 1", "1 Bờ Kênh, Tổ 1, Tổ 1"),
        ("3 Bờ Kênh, Tổ 7", "Tổ 1", "3 Bờ Kênh, Tổ 1, Tổ 1"),
        ("4 Bờ Kênh, Tổ 7", "", "Thôn Đông"),
    ]
    assert (plan.lines[0].before, plan.lines[0].after) == ("1 Bờ Kênh, Tổ 1", "1 Bờ Kênh, Tổ 7")
    assert plan.told[0].startswith("3 người được đổi")
    assert plan.label == "Đổi nơi ở: Tổ 1 → Tổ 7"


def test_a_rule_that_finds_nobody_says_so():
    assert changed(old="Tổ 99")[1].told == ("Không có ai mang địa chỉ có chữ này.",)


@pytest.mark.parametrize(("rule", "fields"), [({"old": " "}, {"old"}), ({"new": "Tổ 1"}, {"new"})])
def test_a_rule_that_cannot_change_anything_is_refused(rule, fields):
    with pytest.raises(Invalid) as refusal:
        changed(**rule)
    assert set(refusal.value.fields) == fields
