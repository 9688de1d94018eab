"""What is noticed when books were opened: the clock, another PC, a backup that holds more."""

import shutil
from datetime import datetime, timedelta

import pytest

from ccb_desktop.domain.clock import ClockFault
from ccb_desktop.domain.copied_store import Parting
from ccb_desktop.operations import backups, starting
from ccb_desktop.operations.branch import load_branch, open_branch, save_branch, view_branch
from ccb_desktop.operations.starting import go_on_with, look_at_start, newer_backup, pc_id
from ccb_desktop.operations.undo import list_actions
from ccb_desktop.paths import DataFolder
from tests.books import add_member


@pytest.fixture(autouse=True)
def this_pc(tmp_path, monkeypatch):
    """A PC of its own for each test; `this_pc("x")` sits down at another one."""

    def sit_at(name):
        file = tmp_path / "pcs" / name
        monkeypatch.setattr(starting, "machine_file", lambda: file)

    sit_at("first")
    return sit_at


def copy_of(folder, place):
    """The data folder copied as it lies, as by hand with a stick."""
    shutil.copytree(folder.root, place)
    return DataFolder(place)


def test_ordinary_days_tell_nothing(filled_folder):
    for _ in range(3):
        with open_branch(filled_folder) as store:
            found = look_at_start(store)
            assert (found.clock, found.newer, found.moved) == (None, None, False)
            backups.back_up_here(store)
            add_member(store)


def test_books_copied_to_another_pc_are_told_once(filled_folder, tmp_path, this_pc):
    with open_branch(filled_folder) as store:
        look_at_start(store)
    copied = copy_of(filled_folder, tmp_path / "usb")
    this_pc("second")
    with open_branch(copied) as store:
        assert look_at_start(store).moved
        assert not look_at_start(store).moved
    with open_branch(copied) as store:
        assert not look_at_start(store).moved


def test_books_copied_to_another_folder_are_told(filled_folder, tmp_path):
    with open_branch(filled_folder) as store:
        look_at_start(store)
    with open_branch(copy_of(filled_folder, tmp_path / "khac")) as store:
        assert look_at_start(store).moved


def test_books_that_are_only_seen_note_nothing(filled_folder):
    with view_branch(filled_folder) as store:
        assert not look_at_start(store).moved
    assert not filled_folder.opened_on.exists()


def test_a_note_that_is_rubbish_says_nothing(filled_folder):
    for rubbish in (b"\xff", b"[]", b'{"settled": 4}', b"[" * 50_000):
        filled_folder.opened_on.write_bytes(rubbish)
        with open_branch(filled_folder) as store:
            assert not look_at_start(store).moved


def test_the_number_of_a_pc_stays_and_names_nobody(this_pc):
    first = pc_id()
    assert pc_id() == first
    this_pc("second")
    assert pc_id() != first
    assert len(first) == 16


def test_an_older_store_put_back_by_hand_is_behind(filled_folder, tmp_path):
    old = shutil.copyfile(filled_folder.store, tmp_path / "old.ccb")
    with open_branch(filled_folder) as store:
        for _ in range(3):
            add_member(store)
        made = backups.back_up_here(store)
    shutil.copyfile(old, filled_folder.store)
    with open_branch(filled_folder) as store:
        newer = look_at_start(store).newer
        assert newer.parting is Parting.BEHIND
        assert newer.backup.sha256 == made.sha256
        assert "thiếu 3 việc" in newer.told
        go_on_with(store, newer)
        assert newer_backup(store) is None


def test_books_written_on_two_pcs_are_aside_of_the_stick(filled_folder, tmp_path):
    stick = tmp_path / "usb"
    stick.mkdir()
    with open_branch(filled_folder) as store:
        branch = load_branch(store)
        save_branch(store, type(branch)(**vars_of(branch) | {"backup_folder": str(stick)}))
    other = copy_of(filled_folder, tmp_path / "pc-2")
    with open_branch(filled_folder) as store:
        add_member(store, "Nguyễn Văn Máy Một")
        backups.back_up_here(store)
    with open_branch(other) as store:
        add_member(store, "Nguyễn Văn Máy Hai")
        newer = newer_backup(store)
        assert newer.parting is Parting.ASIDE
        assert "ghi khác nhau" in newer.told


def test_a_restore_is_not_taken_for_a_copy(filled_folder, tmp_path):
    stick = tmp_path / "usb"
    stick.mkdir()
    with open_branch(filled_folder) as store:
        branch = load_branch(store)
        save_branch(store, type(branch)(**vars_of(branch) | {"backup_folder": str(stick)}))
        first = backups.back_up_here(store)
        add_member(store)
        backups.back_up_here(store)
    backups.restore(filled_folder, first.path)
    with open_branch(filled_folder) as store:
        assert newer_backup(store) is None


def test_the_clock_is_held_against_the_last_act_and_the_newest_backup(filled):
    done_at = list_actions(filled)[0].done_at
    assert starting.doubt_clock(filled, done_at + timedelta(minutes=1)) is None
    doubt = starting.doubt_clock(filled, done_at - timedelta(hours=1))
    assert doubt.fault is ClockFault.BEHIND
    assert starting.doubt_clock(filled, datetime(2040, 1, 1)).fault is ClockFault.AHEAD


def vars_of(branch):
    return {name: getattr(branch, name) for name in type(branch).__dataclass_fields__}
