"""Papers are his whose the record is to which they are attached."""

from datetime import date

import pytest

from ccb_desktop.data.file_owners import OWNERS, with_owners
from ccb_desktop.domain.attached_files import FileOwner
from ccb_desktop.domain.errors import Forbidden
from ccb_desktop.domain.users.users import Role, User
from ccb_desktop.operations.members import attached_files
from tests.books import add_member, add_unit
from tests.ledger import open_fund, receive


def test_every_owner_has_a_kind_of_record():
    assert set(FileOwner._fields) == set(OWNERS)


@pytest.fixture
def owners(store):
    """A person and a posted voucher, each of which may have papers."""
    add_member(store, "Nguyễn Văn An", add_unit(store))
    voucher = receive(store, open_fund(store), 50, issued_on=date(2026, 6, 1))
    return {"person": FileOwner(person_id=1), "voucher": FileOwner(voucher_id=voucher.id)}


@pytest.mark.parametrize(("role", "of_whom"), [(Role.TREASURER, "voucher"), (Role.CLERK, "person")])
def test_papers_belong_to_the_duty_of_their_record(store, owners, tmp_path, role, of_whom):
    paper = tmp_path / "giay.pdf"
    paper.write_bytes(b"%PDF-1.4 thu")
    store.user = User(id=1, name="Ai", roles=frozenset({role}))
    for name, owner in owners.items():
        if name == of_whom:
            attached_files.attach_paper(store, owner, paper, "Giấy")
            [kept] = attached_files.list_papers(store, owner)
            attached_files.save_paper(store, kept, "Giấy khác", "")
            attached_files.remove_paper(store, kept)
        else:
            with pytest.raises(Forbidden):
                attached_files.attach_paper(store, owner, paper, "Giấy")


def test_a_file_that_was_erased_from_the_history_too_is_told_as_a_file(store):
    with store.writing("Thử") as session:
        session.connection().exec_driver_sql(
            "INSERT INTO record_changes (action_id, salt, kind, record_id, before, after) "
            f"VALUES ({session.action_id}, '', 'attached_files', 99, NULL, NULL)"
        )
        told = with_owners(session, session.action_id, frozenset({"attached_files", "erasures"}))
    assert told == {"attached_files", "erasures"}
