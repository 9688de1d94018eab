"""A reader who is signed in sees the lists and files of people without whole numbers."""

from dataclasses import replace
from datetime import date

import pytest

from ccb_desktop.data.members.people import save_person
from ccb_desktop.domain.attached_files import FileOwner
from ccb_desktop.domain.errors import Forbidden
from ccb_desktop.domain.members.people import Sex
from ccb_desktop.domain.users.users import Role, User
from ccb_desktop.operations.action_details import read_action, read_day
from ccb_desktop.operations.members.attached_files import attach_paper, copy_to_open, list_files
from ccb_desktop.operations.members.people import list_members, load_person_file
from ccb_desktop.operations.members.person_history import list_person_changes
from ccb_desktop.operations.record_gaps import review_books
from ccb_desktop.operations.undo import list_actions
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


def test_no_other_way_shows_a_reader_more(store, tmp_path):
    add_unit(store)
    number, phone = "038152990017", "0987123450"
    add_member(store, "Vũ Đình Kim Tước", health_note="đau khớp", citizen_id=number, phone=phone)
    with store.writing("Sửa hồ sơ") as session:
        person = load_person_file(store, 1).person
        save_person(session, replace(person, sex=Sex.FEMALE))
    paper = tmp_path / "can-cuoc.pdf"
    paper.write_bytes(b"%PDF-1.4 mot")
    attach_paper(store, FileOwner(1), paper, "Căn cước", "")
    store.user = User(name="Hà", roles=frozenset({Role.READER}))
    last = list_actions(store)
    seen = [
        *(read_action(store, action.id).records for action in last),
        read_day(store, date.today()).records,
        list_person_changes(store, 1),
        [one.doubt for one in review_books(store, date.today()).doubts],
    ]
    told = repr(seen)
    assert "0381•••••017" in told
    assert not [secret for secret in (number, phone, "đau khớp") if secret in told]
    with pytest.raises(Forbidden, match="người xem"):
        copy_to_open(store, list_files(store, 1)[0])
