"""A reader who is signed in sees the lists and files of people without whole numbers."""

from datetime import date

import pytest

from ccb_desktop.domain.users.users import Role, User
from ccb_desktop.operations.members.people import list_members, load_person_file
from tests.books import add_member, add_unit


@pytest.mark.parametrize(("role", "number"), [(Role.READER, "0381•••••017"), (Role.CLERK, None)])
def test_what_is_seen_follows_the_role(store, role, number):
    add_unit(store)
    whole = {"citizen_id": "038152990017", "phone": "0987123450"}
    add_member(store, "Vũ Đình Kim Tước", health_note="đau khớp", **whole)
    store.user = User(name="Hà", roles=frozenset({role}))
    [line], person = list_members(store, date.today()), load_person_file(store, 1).person
    assert line.citizen_id == person.citizen_id == (number or whole["citizen_id"])
    assert person.health_note == ("" if number else "đau khớp")
