"""A mere reader sees no number whole and nothing of health; everybody else sees all."""

from dataclasses import replace
from datetime import datetime

import pytest

from ccb_desktop.domain.changes import RecordChange
from ccb_desktop.domain.members.people import Person, Policy
from ccb_desktop.domain.users.seeing import seen_change, seen_person, sees_all
from ccb_desktop.domain.users.users import Role, User

PERSON = Person(
    full_name="Nguyễn Văn An",
    citizen_id="001052000123",
    phone="0912345678",
    health_note="huyết áp",
    policies=(Policy(kind="THUONG_BINH", note="vết thương ở chân"),),
)


def user(*roles):
    return User(name="Hà", roles=frozenset(roles))


@pytest.mark.parametrize(
    ("who", "sees"),
    [
        (None, True),
        (user(Role.READER), False),
        (user(Role.READER, Role.CLERK), True),
        (user(Role.VICE_CHAIRMAN), True),
    ],
)
def test_who_sees_all(who, sees):
    assert sees_all(who) is sees
    assert (seen_person(who, PERSON) == PERSON) is sees


def test_what_a_reader_sees():
    seen = seen_person(user(Role.READER), PERSON)
    assert (seen.full_name, seen.citizen_id, seen.phone) == (
        "Nguyễn Văn An",
        "0010•••••123",
        "0912•••678",
    )
    assert (seen.health_note, seen.policies[0].kind, seen.policies[0].note) == (
        "",
        "THUONG_BINH",
        "",
    )


def test_what_a_reader_sees_of_what_was_changed():
    at = datetime(2026, 6, 5, 9, 30)
    before = {"citizen_id": "001052000123", "phone": None, "health_note": "huyết áp"}
    told = RecordChange(1, "Sửa hồ sơ", at, "Hà", "persons", 1, before, {"address": "Tổ 3"})
    assert seen_change(user(Role.CLERK), told) == told
    seen = seen_change(user(Role.READER), told)
    assert (seen.before, seen.after) == (
        {"citizen_id": "0010•••••123", "phone": ""},
        {"address": "Tổ 3"},
    )
    added = replace(told, kind="policies", before=None, after={"kind": "A", "note": "ở chân"})
    assert seen_change(user(Role.READER), added).after == {"kind": "A"}
