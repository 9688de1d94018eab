"""The key ring and the store in step: after a failed restore, another PC's key, a lost ring."""

from dataclasses import replace

import pytest

from ccb_desktop.data import backup as copies
from ccb_desktop.domain.errors import FileInUse
from ccb_desktop.operations import backups, protection
from ccb_desktop.operations.branch import open_branch, save_branch, start_branch
from ccb_desktop.operations.users import ring_files
from ccb_desktop.operations.users.signing_in import sign_in_to_file
from ccb_desktop.paths import DataFolder
from tests.conftest import BRANCH
from tests.office import CHAIRMAN, CLERK, CODE, seat_officers, signed


@pytest.fixture
def seated(data_folder):
    with open_branch(data_folder) as store:
        seat_officers(store, CLERK)
    return data_folder


def theirs_of(backup):
    _name, ring = copies.lock_of(backup)
    return sign_in_to_file(DataFolder(backup.parent), ring, "", CODE)


@pytest.mark.parametrize("is_encrypted", [True, False])
def test_a_restore_that_fails_leaves_the_passwords_of_the_store(
    seated, tmp_path, monkeypatch, is_encrypted
):
    with start_branch(DataFolder(tmp_path / "foreign"), BRANCH) as store:
        seat_officers(store)
        protection.encrypt(store)
        made = backups.back_up(store, tmp_path / "stick")
    if is_encrypted:
        with open_branch(seated, signed(seated)) as store:
            protection.encrypt(store)
    announce = ring_files.announce

    def is_held(*args):
        announce(*args)
        raise FileInUse("Tệp đang mở ở chương trình khác.")

    with monkeypatch.context() as patch:
        patch.setattr(ring_files, "announce", is_held)
        with pytest.raises(FileInUse):
            backups.restore(seated, made, signed(seated).keys, theirs_of(made))
    with open_branch(seated, signed(seated, CLERK)) as store:
        assert protection.is_encrypted(store) is is_encrypted


def test_a_key_that_the_books_got_on_another_pc_comes_with_them(seated, tmp_path):
    with open_branch(seated, signed(seated)) as store:
        made = backups.back_up(store, tmp_path / "there")
    other = DataFolder(tmp_path / "other")
    backups.restore(other, made, theirs=theirs_of(made))
    with open_branch(other, signed(other)) as store:
        protection.encrypt(store)
        save_branch(store, replace(BRANCH, place="An Thái"))
        back = backups.back_up(store, tmp_path / "back")
    backups.restore(seated, back, signed(seated).keys, theirs_of(back))
    with open_branch(seated, signed(seated)) as store:
        assert protection.is_encrypted(store)


@pytest.mark.parametrize("is_taken_off", [True, False])
def test_rings_that_are_lost_come_back_from_a_backup_in_step_with_the_store(seated, is_taken_off):
    with open_branch(seated, signed(seated)) as store:
        backups.back_up_here(store)
        protection.encrypt(store)
        save_branch(store, replace(BRANCH, place="An Thái"))
        if is_taken_off:
            backups.back_up_here(store)
            protection.take_encryption_off(store)
    for ring in (seated.key_ring, seated.second_key_ring):
        ring.unlink()
    with open_branch(seated, signed(seated)) as store:
        assert store.user.name == CHAIRMAN.name
        assert protection.is_encrypted(store) is not is_taken_off
