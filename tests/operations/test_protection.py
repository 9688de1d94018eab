"""Encrypted and opened again, the books are the same row for row; nobody else reads them."""

from dataclasses import replace

import pytest

from ccb_desktop.data import backup as copies
from ccb_desktop.data.engine import OPEN_KEY
from ccb_desktop.data.store_file import verify_file
from ccb_desktop.domain.errors import Conflict, Damaged, DiskFull, Forbidden, NotSignedIn, ReadOnly
from ccb_desktop.operations import backups, protection
from ccb_desktop.operations.branch import (
    load_branch,
    open_branch,
    save_branch,
    take_seat,
    view_branch,
)
from ccb_desktop.operations.checking import check
from ccb_desktop.operations.users import users
from ccb_desktop.operations.users.beside import unseal_beside
from ccb_desktop.operations.users.signing_in import sign_in_by_code, sign_in_to_file
from ccb_desktop.paths import DataFolder
from tests.books import contents
from tests.office import CHAIRMAN, CLERK, CODE, PASSWORD, seat_officers, signed


@pytest.fixture
def seated(filled_folder):
    with open_branch(filled_folder) as store:
        seat_officers(store, CLERK)
    return filled_folder


def write_something(store):
    branch = load_branch(store)
    save_branch(store, replace(branch, place=f"{branch.place} mới"))


def is_open_to_all(path):
    try:
        verify_file(path, OPEN_KEY)
    except Damaged:
        return False
    return True


def test_encrypted_and_opened_again_nothing_is_lost(seated):
    with open_branch(seated, signed(seated)) as store:
        before = contents(store)
        protection.encrypt(store)
        assert contents(store) == before
        assert not is_open_to_all(seated.store)
        write_something(store)
        before = contents(store)
    with open_branch(seated, signed(seated, CLERK)) as store:
        assert contents(store) == before
        assert check(store, deep=True)["findings"] == []
        take_seat(store, signed(seated))
        protection.take_encryption_off(store)
        assert contents(store) == before
    assert is_open_to_all(seated.store)
    with open_branch(seated, signed(seated)) as store:
        assert contents(store) == before


def test_without_a_password_an_encrypted_store_opens_for_nobody(seated):
    with open_branch(seated, signed(seated)) as store:
        protection.encrypt(store)
    with pytest.raises(NotSignedIn):
        open_branch(seated)
    for place in (seated.key_ring, seated.second_key_ring):
        place.unlink()  # a backup made at once bears the new key
    with pytest.raises(NotSignedIn):
        open_branch(seated)
    assert open_branch(seated, sign_in_by_code(seated, CODE)).close() is None


def test_only_the_chairman_of_a_branch_with_users_encrypts(filled_folder):
    with open_branch(filled_folder) as store:
        with pytest.raises(Conflict):
            protection.encrypt(store)
        seat_officers(store, CLERK)
        take_seat(store, signed(filled_folder, CLERK))
        with pytest.raises(Forbidden):
            protection.encrypt(store)
        take_seat(store, signed(filled_folder))
        protection.encrypt(store)
        with pytest.raises(Conflict, match="Bỏ mã hóa trước"):
            users.end_users(store)


@pytest.mark.parametrize("at", ["copy_store", "give_key", "verify"])
def test_what_fails_midway_leaves_the_books_open_as_before(seated, monkeypatch, at):
    def fails(*_args, **_more):
        raise DiskFull("Ổ đĩa đã đầy.")

    with open_branch(seated, signed(seated)) as store:
        before = contents(store)
        backups.back_up_here(store)
        with monkeypatch.context() as patch:
            place = protection if at == "verify" else copies
            patch.setattr(place, "verify_file" if at == "verify" else at, fails)
            with pytest.raises(DiskFull):
                protection.encrypt(store)
        assert contents(store) == before
        write_something(store)
    with open_branch(seated, signed(seated)) as store:
        protection.encrypt(store)


@pytest.mark.parametrize("is_in_place", [False, True])
def test_a_program_that_ended_while_rewriting_opens_what_lies_there(
    seated, monkeypatch, is_in_place
):
    """The ring names both keys until the file is in its place."""
    store = open_branch(seated, signed(seated))
    before = contents(store)

    class Ended(BaseException):
        """The power went."""

    def ends(*_args, **_more):
        raise Ended

    place = (protection.ring_files, "settle") if is_in_place else (copies, "give_key")
    with monkeypatch.context() as patch:
        patch.setattr(*place, ends)
        with pytest.raises(Ended):
            protection.encrypt(store)
    store.close()
    with open_branch(seated, signed(seated)) as store:
        assert protection.is_encrypted(store) is is_in_place
        assert contents(store) == before
        protection.encrypt(store)
        assert protection.is_encrypted(store)


def test_backups_open_with_the_key_they_were_made_under(seated):
    with open_branch(seated, signed(seated)) as store:
        open_one = backups.back_up_here(store)
        protection.encrypt(store)
        write_something(store)
        secret_one = backups.back_up_here(store)
        after = contents(store)
    assert is_open_to_all(open_one.path)
    assert not is_open_to_all(secret_one.path)
    with pytest.raises(NotSignedIn, match="mã hóa"):
        backups.look_at(secret_one.path)
    keys = signed(seated).keys
    for chosen in (open_one, secret_one):
        backups.restore(seated, chosen.path, keys)
        keys = signed(seated).keys
        with open_branch(seated, signed(seated)) as store:
            assert protection.is_encrypted(store) is (chosen is secret_one)
    with open_branch(seated, signed(seated)) as store:
        assert contents(store) == after


def test_an_encrypted_backup_comes_to_another_pc_with_its_users(seated, tmp_path):
    with open_branch(seated, signed(seated)) as store:
        protection.encrypt(store)
        made = backups.back_up(store, tmp_path / "stick")
        before = contents(store)
    other = DataFolder(tmp_path / "other")
    with pytest.raises(NotSignedIn):
        backups.restore(other, made)
    _name, ring = copies.lock_of(made)
    with pytest.raises(NotSignedIn):
        sign_in_to_file(other, ring, CHAIRMAN.name, "không phải câu này")
    theirs = sign_in_to_file(other, ring, "", CODE)
    backups.restore(other, made, theirs=theirs)
    with open_branch(other, signed(other, CLERK)) as store:
        assert contents(store) == before


def test_a_backup_of_before_there_were_users_needs_none(filled_folder):
    with open_branch(filled_folder) as store:
        made = backups.back_up_here(store)
        seat_officers(store)
        protection.encrypt(store)
    backups.restore(filled_folder, made.path, signed(filled_folder).keys)
    with open_branch(filled_folder) as store:
        assert store.user is None
    assert not filled_folder.key_ring.exists()


def test_older_backups_are_rewritten_under_the_new_key(seated):
    with open_branch(seated, signed(seated)) as store:
        backups.back_up_here(store)
        write_something(store)
        backups.back_up_here(store)
        protection.encrypt(store)
        done = []
        renewed = protection.renew_backups(
            store, seated.backups, lambda n, of: done.append((n, of))
        )
        assert renewed == len(done) >= 2
        found = copies.list_backups(seated.backups)
        assert {one.key_name for one in found} == {store.keys.name}
        assert all(copies.verify_copy(b.path, of=b.path, keys=store.keys) for b in found)
        assert not any(map(is_open_to_all, seated.backups.glob("*.ccbk")))
        assert protection.renew_backups(store, seated.backups, print) == 0


def test_no_secret_lies_in_the_folder(seated):
    with open_branch(seated, signed(seated)) as store:
        protection.encrypt(store)
        protection.renew_backups(store, seated.backups, lambda *_done: None)
        secrets = [store.keys.present.encode(), PASSWORD[CHAIRMAN.name].encode(), CODE.encode()]
        secrets += [bytes.fromhex(store.keys.present), "Nguyễn".encode(), b"SQLite format 3"]
    for file in seated.root.rglob("*"):
        if file.is_file():
            content = file.read_bytes()
            assert not [secret for secret in secrets if secret in content], file


def test_an_encrypted_backup_that_lost_its_manifest_opens_by_the_keys_of_now(seated, tmp_path):
    with open_branch(seated, signed(seated)) as store:
        protection.encrypt(store)
        made = backups.back_up(store, tmp_path / "stick")
        write_something(store)
    copies.manifest_of(made).unlink()
    assert backups.look_at(made, signed(seated).keys)
    backups.restore(seated, made, signed(seated).keys)
    with open_branch(seated, signed(seated, CLERK)) as store:
        assert protection.is_encrypted(store)


def test_drafts_go_with_the_key_of_the_books(seated):
    draft = '{"typed": "Họ và tên: Trần Văn Thử"}'.encode()
    seated.drafts.mkdir(exist_ok=True)
    file = seated.drafts / "a.json"
    file.write_bytes(draft)
    with open_branch(seated, signed(seated)) as store:
        protection.encrypt(store)
        assert "Thử".encode() not in file.read_bytes()
        assert unseal_beside(store, file.read_bytes()) == draft
        protection.take_encryption_off(store)
    assert file.read_bytes() == draft


def test_books_that_are_only_looked_at_get_no_other_key(seated):
    with view_branch(seated, signed(seated)) as store:
        ring = seated.key_ring.read_bytes()
        for act in (
            lambda: protection.encrypt(store),
            lambda: users.new_recovery_code(store, CODE),
        ):
            with pytest.raises(ReadOnly):
                act()
    assert seated.key_ring.read_bytes() == ring
