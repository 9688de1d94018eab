"""Books whose keys are gone are never lost, and never open as if they had had no users."""

import shutil

import pytest

from ccb_desktop.cli.run import run
from ccb_desktop.domain.errors import Conflict, KeysLost, NotFound, NotSignedIn
from ccb_desktop.operations import backups, second_place, without_keys
from ccb_desktop.operations.branch import open_branch, start_branch, view_branch
from ccb_desktop.operations.checking import check
from ccb_desktop.operations.undo import list_actions, undo
from ccb_desktop.operations.users import users
from ccb_desktop.operations.users.signing_in import names_of
from ccb_desktop.paths import DataFolder
from tests.conftest import BRANCH
from tests.office import CHAIRMAN, CLERK, seat_officers, signed


@pytest.fixture
def seated(data_folder, tmp_path):
    """Books with users, backups here and on a stick."""
    (tmp_path / "usb").mkdir()
    with open_branch(data_folder) as store:
        seat_officers(store, CLERK)
        second_place.choose(store, tmp_path / "usb")
        backups.back_up_here(store)
        second_place.catch_up(store)
    return data_folder


def lose_keys(folder):
    """What somebody does who wants to come in without a name."""
    folder.key_ring.unlink(missing_ok=True)
    shutil.rmtree(folder.backups)


def test_without_any_key_left_they_open_for_nobody_by_themselves(seated, capsys):
    lose_keys(seated)
    for way in (open_branch, view_branch):
        with pytest.raises(KeysLost, match=f"{CHAIRMAN.name}, {CLERK.name}"):
            way(seated)
    before = seated.store.read_bytes()
    assert run(["restore", str(seated.store), "--data-dir", str(seated.root)]) == 1
    assert "không đăng nhập được" in capsys.readouterr().err
    assert seated.store.read_bytes() == before


def test_a_stick_with_a_backup_brings_the_keys_back(seated, tmp_path):
    lose_keys(seated)
    (tmp_path / "usb").rename(tmp_path / "rut-ra")
    with pytest.raises(NotFound, match="USB"):
        without_keys.look_for_ring(seated)
    (tmp_path / "rut-ra").rename(tmp_path / "usb")
    without_keys.look_for_ring(seated)
    with open_branch(seated, signed(seated, CLERK)) as store:
        assert store.user.name == CLERK.name
    with pytest.raises(NotSignedIn):
        without_keys.open_anew(seated)


def test_opened_anew_the_history_names_all_who_were_let_go_and_no_old_key_fits(seated):
    ring = seated.key_ring.read_bytes()
    lose_keys(seated)
    with without_keys.open_anew(seated) as store:
        assert store.user is None
        told = list_actions(store)[0]
        assert f"{CHAIRMAN.name}, {CLERK.name}" in told.label
        with pytest.raises(Conflict):
            undo(store, told.id)
        assert check(store, deep=True)["findings"] == []
    seated.key_ring.write_bytes(ring)
    assert names_of(seated) == []
    with open_branch(seated) as store:
        seat_officers(store)
    assert names_of(seated) == [CHAIRMAN.name]
    with open_branch(seated, signed(seated)) as store:
        retired = [user.name for user in users.list_users(store) if user.retired]
        assert retired == [CLERK.name]


def test_the_keys_of_other_books_let_nobody_in(seated, tmp_path):
    """Whose chairman has the same number, and a password that one knows."""
    there = DataFolder(tmp_path / "khac")
    with start_branch(there, BRANCH) as store:
        seat_officers(store)
    foreign = there.key_ring.read_bytes()
    seated.key_ring.write_bytes(foreign)
    assert names_of(seated) == [CHAIRMAN.name, CLERK.name], "from among the backups"
    lose_keys(seated)
    seated.key_ring.write_bytes(foreign)
    assert names_of(seated) == []
    with pytest.raises(KeysLost):
        open_branch(seated, signed(there))
    with pytest.raises(KeysLost):
        open_branch(seated)


def test_a_store_copied_alone_from_a_broken_pc_is_not_lost(seated, tmp_path):
    other = DataFolder(tmp_path / "other")
    other.root.mkdir()
    shutil.copy(seated.store, other.store)
    with pytest.raises(KeysLost):
        open_branch(other)
    with without_keys.open_anew(other) as store:
        seat_officers(store)
    assert names_of(other) == [CHAIRMAN.name]
