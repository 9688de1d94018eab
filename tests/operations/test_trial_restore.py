"""A backup opened in trial: in a folder of its own that is gone afterwards."""

import pytest

from ccb_desktop.domain.errors import Damaged
from ccb_desktop.operations import backups
from ccb_desktop.operations.branch import open_branch
from ccb_desktop.operations.trial_restore import tried
from tests.books import add_member, names_on_roll


def test_what_is_done_in_trial_is_gone(store):
    made = backups.back_up_here(store)
    with tried(store.folder, made.path) as trial:
        assert trial.folder.root.parent == store.folder.root
        add_member(trial, "Chỉ để thử")
        assert names_on_roll(trial) == ["Chỉ để thử"]
    assert not trial.folder.root.exists()
    assert names_on_roll(store) == []


def test_a_backup_that_cannot_be_used_leaves_nothing(store):
    made = backups.back_up_here(store)
    made.path.write_bytes(made.path.read_bytes()[:-4096])
    with pytest.raises(Damaged), tried(store.folder, made.path):
        pass
    assert [path for path in store.folder.root.iterdir() if path.name.startswith(".")] == []


def test_what_a_power_cut_left_of_a_trial_goes_at_the_next_start(data_folder):
    left = data_folder.root / ".ccb-dang-ghi-999999999-deadbeef"
    left.mkdir()
    (left / "so-lieu.ccb").write_bytes(b"half")
    open_branch(data_folder).close()
    assert not left.exists()
